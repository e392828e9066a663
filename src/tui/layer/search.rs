//! The prompt of a search in the view. Leaving it restores the place before.

use tui_textarea::TextArea;

use super::picker::{edit_line, one_line, text_line};
use crate::page::Position;
use crate::tui::input::message::Message;
use crate::tui::outcome::Outcome;
use crate::tui::show::common::{Show, Surroundings};
use crate::tui::target::Target;

/// The typed text, and the place before the search.
pub(crate) struct SearchPrompt {
    pub(crate) input: TextArea<'static>,
    target: Target,
    position: Option<Position>,
}

impl SearchPrompt {
    pub(crate) fn new(view: &dyn Show) -> Self {
        let position = view.opened().reader.position();
        Self { input: text_line(""), target: view.target(), position }
    }

    /// Handles a message, and moves the view below.
    pub(crate) fn update(
        &mut self,
        message: Message,
        view: &mut dyn Show,
        around: &Surroundings<'_>,
    ) -> Outcome {
        match message {
            Message::Cancel => {
                view.opened_mut().reader.end_search();
                view.narrow("", around);
                view.return_to(self.target, self.position, around);
                return Outcome::Close(None);
            }
            Message::Open => return accept(view, around),
            Message::Matches(steps) => _ = view.opened_mut().reader.matches(steps),
            Message::Edit(key) => {
                let changed = edit_line(&mut self.input, key);
                if changed {
                    self.search(view, around);
                }
            }
            Message::Paste(text) => {
                self.input.insert_str(one_line(&text));
                self.search(view, around);
            }
            _ => {}
        }
        view.follow();
        view.follow_match(around);
        Outcome::Stay
    }

    fn search(&self, view: &mut dyn Show, around: &Surroundings<'_>) {
        let query = self.input.lines().first().map_or("", String::as_str);
        view.narrow(query, around);
        let reader = &mut view.opened_mut().reader;
        reader.restore(self.position);
        reader.search(query, reader.top());
    }
}

/// Keeps the search, unless it has no match.
fn accept(view: &mut dyn Show, around: &Surroundings<'_>) -> Outcome {
    let reader = &mut view.opened_mut().reader;
    let nothing = reader.current_search().filter(|search| search.count().1 == 0);
    let words = nothing.map(|search| format!("no match for {}", search.query()));
    if words.is_some() {
        reader.end_search();
        view.narrow("", around);
    }
    Outcome::Read(words)
}
