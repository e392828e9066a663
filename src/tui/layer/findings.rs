//! The list of findings: moving in it, going to the place of a finding, editing its file.

use ratatui::layout::{Position, Rect};

use crate::finding::Finding;
use crate::model::{Block, Code, Document, DocumentId, Ladder};
use crate::page::{DocumentOptions, Glyphs, Page, lay_out_document};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::areas::{self, popup};
use crate::tui::pane::list::ListCursor;
use crate::tui::pane::reader::Reader;
use crate::tui::shared::SharedState;

/// The rows that are always kept for the text of the chosen finding.
const DETAIL: usize = 12;

/// The list, and the text of the chosen finding.
#[derive(Default)]
pub(crate) struct FindingList {
    pub(crate) list: ListCursor,
    pub(crate) detail: Reader,
}

impl FindingList {
    /// Its area on a screen.
    pub(crate) fn area(screen: Rect, shared: &SharedState) -> Rect {
        popup(screen, shared.findings.len().saturating_add(DETAIL))
    }

    /// Lays out the text of the chosen finding, and keeps the finding in view.
    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        let findings = &shared.findings;
        if shared.sought.is_some() {
            // The chosen finding stays chosen until the new findings arrive.
            return;
        }
        self.list.step(0, findings.len());
        let (rows, below) = areas::findings(Self::area(screen, shared), findings.len());
        self.list.reveal(findings.len(), usize::from(rows.height));
        if let Some(chosen) = findings.get(self.list.cursor) {
            self.detail.show(whole(chosen, usize::from(below.width), shared.glyphs()));
        }
        self.detail.set_height(usize::from(below.height));
    }

    /// Handles a message.
    pub(crate) fn update(
        &mut self,
        message: Message,
        shared: &SharedState,
        screen: Rect,
    ) -> Outcome {
        let len = shared.findings.len();
        let area = Self::area(screen, shared);
        let (rows, _) = areas::findings(area, len);
        let page = isize::try_from(rows.height).unwrap_or(1).max(1);
        match message {
            Message::Move(steps) => self.list.step(steps, len),
            Message::Wheel(_, _, steps) => self.list.step(steps.signum(), len),
            Message::Pages(steps) => self.list.step(steps.saturating_mul(page), len),
            Message::Top => self.list.cursor = 0,
            Message::Bottom => self.list.cursor = len.saturating_sub(1),
            Message::Cancel => return Outcome::Close(None),
            Message::Open => return go_to(self.list.cursor, shared),
            Message::Click(column, row) => {
                let position = Position::new(column, row);
                let clicked = self.list.top + usize::from(row.saturating_sub(rows.y));
                if rows.contains(position) && clicked < len {
                    return go_to(clicked, shared);
                }
                if !area.contains(position) {
                    return Outcome::Close(None);
                }
            }
            Message::OpenFile => return self.edit(shared),
            _ => {}
        }
        Outcome::Stay
    }

    /// Asks for the editor at the place of the chosen finding; the list stays.
    fn edit(&self, shared: &SharedState) -> Outcome {
        let chosen = shared.findings.get(self.list.cursor);
        chosen.map_or(Outcome::Stay, |it| Outcome::of(shared.edit(it.file.clone(), it.line)))
    }
}

/// Goes to the section that a finding is about.
fn go_to(finding: usize, shared: &SharedState) -> Outcome {
    let Some(found) = shared.findings.get(finding) else { return Outcome::Close(None) };
    match document_of(&shared.ladder, found) {
        Some(document) => {
            Outcome::Go(Destination::Finding(document, found.line, found.message.clone()))
        }
        None => {
            let key = shared.preferences.keymap.key_of("edit", When::Listing);
            let key = key.map_or(String::new(), |key| {
                format!(": in the list, {key} opens it in your editor")
            });
            Outcome::Close(Some(format!("rungs cannot show {}{key}", found.file)))
        }
    }
}

/// The document that shows the file and line of a finding. Several roles may come from one file.
fn document_of(ladder: &Ladder, found: &Finding) -> Option<DocumentId> {
    let of_file = || ladder.documents().filter(|(_, document)| document.file == found.file);
    let holds =
        of_file().find(|(_, document)| (document.line..=document.last_line).contains(&found.line));
    holds.or_else(|| of_file().next()).map(|(id, _)| id)
}

/// The whole text of a finding.
fn whole(found: &Finding, width: usize, glyphs: Glyphs) -> Page {
    let text = found.render();
    let code = Block::Code(Code { line: 1, language: String::new(), text });
    let title = format!("{}:{}", found.file, found.line);
    let document = Document { title, preamble: vec![code], ..Document::default() };
    lay_out_document(&document, DocumentOptions::new(width, glyphs))
}
