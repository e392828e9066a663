//! The prompt that narrows the list with the focus.

use tui_textarea::TextArea;

use super::picker::{edit_line, one_line, text_line};
use crate::tui::input::message::Message;
use crate::tui::outcome::{Filtering, Outcome};

/// The typed words.
pub(crate) struct FilterPrompt {
    pub(crate) input: TextArea<'static>,
}

impl FilterPrompt {
    /// The prompt with the words that narrow the list already.
    pub(crate) fn new(words: &str) -> Self {
        Self { input: text_line(words) }
    }

    /// The typed words.
    pub(crate) fn words(&self) -> &str {
        self.input.lines().first().map_or("", String::as_str)
    }

    /// Handles a message.
    pub(crate) fn update(&mut self, message: Message) -> Outcome {
        let changed = match message {
            Message::Cancel => return Outcome::Filter(Filtering::End),
            Message::Open => return Outcome::Filter(Filtering::Keep),
            Message::Move(rows) => return Outcome::Filter(Filtering::Move(rows)),
            Message::Edit(key) => edit_line(&mut self.input, key),
            Message::Paste(text) => self.input.insert_str(one_line(&text)),
            _ => false,
        };
        match changed {
            true => Outcome::Filter(Filtering::Words(self.words().to_owned())),
            false => Outcome::Stay,
        }
    }
}
