//! The preview beside a list: the place or command of the chosen entry.

use ratatui::layout::Rect;

use super::key_tables::about_command;
use crate::model::{CounterpartId, DocumentId, Place};
use crate::page::{DocumentOptions, Page, lay_out_document, section_entry};
use crate::tui::input::message::Message;
use crate::tui::outcome::Destination;
use crate::tui::pane::reader::Reader;
use crate::tui::shared::SharedState;
use crate::tui::show::document::{counterpart_page, document_page};

/// The page of the chosen entry, and the place on it.
#[derive(Default)]
pub(crate) struct Preview {
    pub(crate) reader: Reader,
    /// What is laid out, and in how many columns.
    laid_out: Option<(PreviewedPage, usize)>,
    /// The entry that is shown, until another is chosen.
    chosen: Option<Destination>,
}

/// A page that a preview shows.
#[derive(Debug, Clone, PartialEq)]
enum PreviewedPage {
    Document(DocumentId),
    Counterpart(CounterpartId),
    Command(Message),
}

impl Preview {
    /// Shows a destination in a room.
    pub(crate) fn fit(&mut self, chosen: Option<&Destination>, room: Rect, shared: &SharedState) {
        let width = usize::from(room.width);
        let wanted = chosen.and_then(|chosen| Some((previewed(chosen)?, width)));
        let is_other = self.laid_out != wanted;
        if is_other {
            self.reader.end_search();
            self.reader.show(match &wanted {
                Some((page, width)) => lay_out(page, *width, shared),
                None => Page::default(),
            });
            self.laid_out = wanted;
        }
        let head = self.reader.page().head.len();
        self.reader.set_height(usize::from(room.height).saturating_sub(head));
        if is_other || self.chosen.as_ref() != chosen {
            self.chosen = chosen.cloned();
            self.go_to(chosen, shared);
        }
    }

    /// Goes to the place of a destination on its page.
    fn go_to(&mut self, chosen: Option<&Destination>, shared: &SharedState) {
        let section = match chosen {
            Some(Destination::Place(place) | Destination::Hit { place, .. }) => place.section,
            Some(Destination::TopicAt(_, document, line)) => {
                shared.ladder.document(*document).section_at_line(*line)
            }
            _ => None,
        };
        self.reader.end_search();
        self.reader.go_to_entry(section_entry(section));
        if let Some(Destination::Hit { text, word, .. }) = chosen {
            self.reader.search_text(text, word);
        }
    }
}

/// The page of a destination, if it has one.
fn previewed(chosen: &Destination) -> Option<PreviewedPage> {
    Some(match chosen {
        Destination::Place(Place { document, .. })
        | Destination::Hit { place: Place { document, .. }, .. }
        | Destination::TopicAt(_, document, _) => PreviewedPage::Document(*document),
        Destination::Counterpart(id) => PreviewedPage::Counterpart(*id),
        Destination::Command(message) => PreviewedPage::Command(message.clone()),
        _ => return None,
    })
}

fn lay_out(page: &PreviewedPage, width: usize, shared: &SharedState) -> Page {
    match page {
        PreviewedPage::Document(id) => document_page(*id, width, shared),
        PreviewedPage::Counterpart(id) => counterpart_page(*id, width, shared),
        PreviewedPage::Command(message) => {
            let page = DocumentOptions::new(width, shared.glyphs());
            lay_out_document(&about_command(message, &shared.preferences.keymap), page)
        }
    }
}
