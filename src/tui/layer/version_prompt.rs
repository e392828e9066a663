//! The prompt that asks which older version of the ladder to compare with.

use ratatui::style::Style;
use tui_textarea::TextArea;

use super::picker::{edit_line, one_line, text_line};
use crate::tui::input::message::{Effect, Message};
use crate::tui::outcome::Outcome;

/// The version if nothing is typed: the last commit.
const PROPOSED: &str = "HEAD";

/// The question of the prompt.
pub(crate) const QUESTION: &str = "Compare with which revision or folder? ";

/// Why there is no prompt.
pub(crate) const NONE_OLDER: &str =
    "the built-in ladder has no older version: `rungs init DIR` writes a copy";

/// The typed text.
pub(crate) struct VersionPrompt {
    pub(crate) input: TextArea<'static>,
}

impl VersionPrompt {
    pub(crate) fn new() -> Self {
        let mut input = text_line("");
        input.set_placeholder_text(PROPOSED);
        input.set_placeholder_style(Style::new());
        Self { input }
    }

    /// Handles a message.
    pub(crate) fn update(&mut self, message: Message) -> Outcome {
        match message {
            Message::Cancel => return Outcome::Close(None),
            Message::Open => return self.ask(),
            Message::Edit(key) => _ = edit_line(&mut self.input, key),
            Message::Paste(text) => _ = self.input.insert_str(one_line(&text)),
            _ => {}
        }
        Outcome::Stay
    }

    fn ask(&self) -> Outcome {
        let typed = self.input.lines().first().map_or("", |line| line.trim());
        let name = if typed.is_empty() { PROPOSED } else { typed };
        Outcome::Do(Effect::Recall(name.to_owned()))
    }
}
