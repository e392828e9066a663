//! A text over the panes: the front matter of a document.

use ratatui::layout::Rect;

use crate::model::{
    Block, Column, Document, DocumentId, Entry, Paragraph, Row, SpanStyle, Table, Text,
};
use crate::page::{DocumentOptions, lay_out_document};
use crate::tui::input::message::Message;
use crate::tui::outcome::Outcome;
use crate::tui::pane::areas::{Areas, popup};
use crate::tui::pane::reader::Reader;
use crate::tui::shared::SharedState;

/// The front matter of a document, and the place on it.
pub(crate) struct Popup {
    document: Option<DocumentId>,
    pub(crate) reader: Reader,
}

impl Popup {
    pub(crate) fn new(document: Option<DocumentId>) -> Self {
        Self { document, reader: Reader::default() }
    }

    /// Its area on a screen: as high as its text.
    pub(crate) fn area(&self, screen: Rect) -> Rect {
        popup(screen, self.reader.page().height())
    }

    /// Its text.
    pub(crate) fn text(&self, shared: &SharedState) -> Document {
        front_matter(self.document.map(|id| shared.ladder.document(id)))
    }

    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        let width = usize::from(Areas::inside(self.area(screen)).width);
        let options = DocumentOptions::new(width, shared.glyphs());
        self.reader.replace(lay_out_document(&self.text(shared), options));
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

/// The front matter of a document.
fn front_matter(document: Option<&Document>) -> Document {
    let entries = document.map_or(&[][..], |document| &document.front_matter.entries);
    let row = |entry: &Entry| {
        let mut key = Text::default();
        key.push(&entry.key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        Row { line: entry.line, cells: vec![key, Text::plain(entry.value.to_string())] }
    };
    let columns = vec![Column::default(), Column::default()];
    let block = match entries {
        [] => paragraph("This document has no front matter."),
        some => Block::Table(Table { line: 1, columns, rows: some.iter().map(row).collect() }),
    };
    let title = document.map_or(String::new(), |document| document.file.clone());
    Document { title, preamble: vec![block], ..Document::default() }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Paragraph { line: 1, text: Text::plain(text) })
}
