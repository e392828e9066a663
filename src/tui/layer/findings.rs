//! The list of findings: moving in it, going to the place of a finding, editing its file.

use ratatui::layout::{Position, Rect};

use super::filter::FilterPrompt;
use crate::finding::Finding;
use crate::model::{Block, Code, Document, DocumentId, Ladder};
use crate::page::{DocumentOptions, Glyphs, Page, lay_out_document};
use crate::tui::input::message::{Effect, Message};
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Filtering, Outcome};
use crate::tui::pane::areas::{self, popup};
use crate::tui::pane::filter::ListFilter;
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
    filter: ListFilter,
    /// The prompt of the filter, while words are typed.
    pub(crate) prompt: Option<Box<FilterPrompt>>,
    /// The findings that the filter fits.
    pub(crate) listed: Vec<usize>,
}

impl FindingList {
    /// Its area on a screen.
    pub(crate) fn area(screen: Rect, shared: &SharedState) -> Rect {
        popup(screen, shared.findings.len().saturating_add(DETAIL))
    }

    /// Which keys work.
    pub(crate) fn when(&self) -> When {
        if self.prompt.is_some() { When::Filtering } else { When::Listing }
    }

    /// The title, with the number of the chosen finding, of those that are listed, and of all.
    pub(crate) fn title(&self, shared: &SharedState) -> String {
        let (listed, total) = (self.listed.len(), shared.findings.len());
        let at = (self.list.cursor + 1).min(listed);
        match self.filter.is_on() {
            true => format!("Findings {at} of {listed}, {total} in all: /{}", self.filter.words()),
            false => format!("Findings {at} of {listed}"),
        }
    }

    /// The finding on a row.
    fn at<'s>(&self, row: usize, shared: &'s SharedState) -> Option<&'s Finding> {
        shared.findings.get(*self.listed.get(row)?)
    }

    /// Lays out the text of the chosen finding, and keeps the finding in view.
    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        if shared.sought.is_some() {
            // The chosen finding stays chosen until the new findings arrive.
            return;
        }
        let findings = shared.findings.iter().enumerate();
        let fitting = findings.filter(|(_, found)| self.filter.fits(&words(found), ""));
        self.listed = fitting.map(|(at, _)| at).collect();
        let len = self.listed.len();
        self.list.step(0, len);
        let (rows, below) = areas::findings(Self::area(screen, shared), shared.findings.len());
        self.list.reveal(len, usize::from(rows.height));
        let chosen = self.at(self.list.cursor, shared);
        let page = |chosen: &Finding| whole(chosen, usize::from(below.width), shared.glyphs());
        self.detail.show(chosen.map_or_else(Page::default, page));
        self.detail.set_height(usize::from(below.height));
    }

    /// Handles a message.
    pub(crate) fn update(
        &mut self,
        message: Message,
        shared: &SharedState,
        screen: Rect,
    ) -> Outcome {
        if let Some(prompt) = &mut self.prompt {
            let outcome = prompt.update(message);
            return self.narrow(outcome);
        }
        let len = self.listed.len();
        let area = Self::area(screen, shared);
        let (rows, _) = areas::findings(area, shared.findings.len());
        let page = isize::try_from(rows.height).unwrap_or(1).max(1);
        match message {
            Message::Move(steps) => self.list.step(steps, len),
            Message::Wheel(_, _, steps) => self.list.step(steps.signum(), len),
            Message::Pages(steps) => self.list.step(steps.saturating_mul(page), len),
            Message::Top => self.list.cursor = 0,
            Message::Bottom => self.list.cursor = len.saturating_sub(1),
            Message::Search => {
                self.prompt = Some(Box::new(FilterPrompt::new(self.filter.words())));
            }
            Message::Cancel if self.filter.is_on() => self.filter = ListFilter::default(),
            Message::Cancel => return Outcome::Close(None),
            Message::Open => return self.go_to(self.list.cursor, shared),
            Message::Click(column, row) => {
                let position = Position::new(column, row);
                let clicked = self.list.top + usize::from(row.saturating_sub(rows.y));
                if rows.contains(position) && clicked < len {
                    return self.go_to(clicked, shared);
                }
                if !area.contains(position) {
                    return Outcome::Close(None);
                }
            }
            Message::OpenFile => return self.edit(shared),
            Message::Copy(_) => {
                let chosen = self.at(self.list.cursor, shared);
                return chosen.map_or(Outcome::Stay, |it| Outcome::Do(Effect::Copy(it.in_line())));
            }
            _ => {}
        }
        Outcome::Stay
    }

    /// Takes what was typed in the prompt of the filter.
    fn narrow(&mut self, outcome: Outcome) -> Outcome {
        let Outcome::Filter(step) = outcome else { return outcome };
        match step {
            Filtering::Words(words) => {
                self.filter = ListFilter::new(&words);
                self.list = ListCursor::default();
            }
            Filtering::Move(rows) => self.list.step(rows, self.listed.len()),
            Filtering::Keep => self.prompt = None,
            Filtering::End => (self.prompt, self.filter) = (None, ListFilter::default()),
        }
        Outcome::Stay
    }

    /// Asks for the editor at the place of the chosen finding; the list stays.
    fn edit(&self, shared: &SharedState) -> Outcome {
        let chosen = self.at(self.list.cursor, shared);
        chosen.map_or(Outcome::Stay, |it| Outcome::of(shared.edit(it.file.clone(), it.line)))
    }

    /// Goes to the section that a finding is about.
    fn go_to(&self, row: usize, shared: &SharedState) -> Outcome {
        let Some(found) = self.at(row, shared) else { return Outcome::Stay };
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
}

/// What a filter looks at in a finding.
fn words(found: &Finding) -> String {
    let Finding { severity, code, file, line, message, .. } = found;
    format!("{} {code} {file}:{line} {message}", severity.word())
}

/// The document that shows the file and line of a finding. Several roles may come from one file.
fn document_of(ladder: &Ladder, found: &Finding) -> Option<DocumentId> {
    let of_file = || ladder.documents().filter(|(_, document)| document.file == found.file);
    let holds = |document: &Document| (document.line..=document.last_line).contains(&found.line);
    // Roles that share a text reach over the roles between.
    let innermost = of_file().filter(|(_, it)| holds(it)).max_by_key(|(_, it)| it.line);
    innermost.or_else(|| of_file().next()).map(|(id, _)| id)
}

/// The whole text of a finding.
fn whole(found: &Finding, width: usize, glyphs: Glyphs) -> Page {
    let text = found.render();
    let code = Block::Code(Code { line: 1, language: String::new(), text });
    let title = format!("{}:{}", found.file, found.line);
    let document = Document { title, preamble: vec![code], ..Document::default() };
    lay_out_document(&document, DocumentOptions::new(width, glyphs))
}
