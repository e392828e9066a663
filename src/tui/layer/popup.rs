//! A text over the panes: the keys, or the front matter of a document.

use ratatui::layout::Rect;

use super::help;
use crate::model::DocumentId;
use crate::tui::input::message::Message;
use crate::tui::outcome::Outcome;
use crate::tui::pane::areas::{Areas, popup};
use crate::tui::pane::reader::Reader;
use crate::tui::shared::SharedState;

/// A text and the place on it.
pub(crate) struct Popup {
    text: PopupText,
    pub(crate) reader: Reader,
}

/// The text of a pop-up; it is laid out again when the screen changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PopupText {
    /// The keys.
    Help,
    /// The front matter of a document.
    FrontMatter(Option<DocumentId>),
}

impl Popup {
    pub(crate) fn new(text: PopupText) -> Self {
        Self { text, reader: Reader::default() }
    }

    pub(crate) fn title(&self) -> &'static str {
        match self.text {
            PopupText::Help => "Keys",
            PopupText::FrontMatter(_) => "Front matter",
        }
    }

    /// Its area on a screen: as high as its text.
    pub(crate) fn area(&self, screen: Rect) -> Rect {
        popup(screen, self.reader.page().height())
    }

    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        let width = usize::from(Areas::inside(self.area(screen)).width);
        self.reader.replace(match self.text {
            PopupText::Help => help::keys(&shared.preferences.keymap, width, shared.glyphs()),
            PopupText::FrontMatter(id) => {
                let document = id.map(|id| shared.ladder.document(id));
                help::front_matter(document, width, shared.glyphs())
            }
        });
        self.reader.set_height(usize::from(Areas::inside(self.area(screen)).height));
    }

    pub(crate) fn update(&mut self, message: &Message) -> Outcome {
        let page = isize::try_from(self.reader.height()).unwrap_or(1).max(1);
        match message {
            Message::Move(steps) | Message::Wheel(_, _, steps) => self.reader.scroll(*steps),
            Message::Pages(steps) => self.reader.scroll(steps * page),
            Message::Top => self.reader.go_to(0),
            Message::Bottom => self.reader.bottom(),
            Message::Cancel | Message::Click(..) => return Outcome::Close(None),
            _ => {}
        }
        Outcome::Stay
    }
}
