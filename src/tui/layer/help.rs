//! The help: the keys in force, those of the view first. Typing narrows them.

use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_textarea::TextArea;

use super::key_tables::{KeyTables, tables};
use super::picker::{edit_line, one_line, text_line};
use crate::model::Document;
use crate::page::{DocumentOptions, Glyphs, Line, Page, Run, lay_out_document};
use crate::theme::Ink;
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::Outcome;
use crate::tui::pane::areas::{picker_rows, wide_popup};
use crate::tui::pane::reader::Reader;
use crate::tui::shared::SharedState;

/// The least width of two columns of keys, and the space between them.
const TWO_COLUMNS: usize = 104;
const GAP: usize = 3;

/// The typed words, and the keys that fit them.
pub(crate) struct HelpPrompt {
    pub(crate) input: TextArea<'static>,
    pub(crate) reader: Reader,
    /// The view below.
    here: When,
    /// How many commands fit, and how many there are.
    pub(crate) listed: usize,
    total: usize,
}

impl HelpPrompt {
    pub(crate) fn new(here: When) -> Self {
        let mut input = text_line("");
        input.set_placeholder_text("type to filter");
        input.set_placeholder_style(Style::new());
        Self { input, reader: Reader::default(), here, listed: 0, total: 0 }
    }

    /// Its area on a screen: it keeps its size while typing narrows the keys.
    pub(crate) fn area(screen: Rect) -> Rect {
        wide_popup(screen, usize::from(u16::MAX))
    }

    /// How many commands fit, in words.
    pub(crate) fn count(&self) -> String {
        format!("{} of {}", self.listed, self.total)
    }

    fn words(&self) -> &str {
        self.input.lines().first().map_or("", String::as_str)
    }

    /// Lays out the keys that fit the typed words.
    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        let room = picker_rows(Self::area(screen));
        let KeyTables { document, listed, total } =
            tables(&shared.preferences.keymap, self.here, self.words());
        (self.listed, self.total) = (listed, total);
        // The page has no texts of documents by which it could keep its position.
        let top = self.reader.top();
        self.reader.replace(lay_out(&document, usize::from(room.width), shared.glyphs()));
        self.reader.set_height(usize::from(room.height));
        self.reader.go_to(top);
    }

    /// Handles a message. The caller fits it afterwards.
    pub(crate) fn update(&mut self, message: Message, screen: Rect) -> Outcome {
        let page = isize::try_from(self.reader.height()).unwrap_or(1).max(1);
        match message {
            Message::Move(steps) | Message::Wheel(_, _, steps) => self.reader.scroll(steps),
            Message::Pages(steps) => self.reader.scroll(steps.saturating_mul(page)),
            Message::Cancel if !self.words().is_empty() => {
                self.input = Self::new(self.here).input;
                self.reader.go_to(0);
            }
            Message::Cancel | Message::Open | Message::Help => return Outcome::Close(None),
            Message::Click(column, row)
                if !Self::area(screen).contains(Position::new(column, row)) =>
            {
                return Outcome::Close(None);
            }
            Message::Edit(key) => {
                edit_line(&mut self.input, key);
                self.reader.go_to(0);
            }
            Message::Paste(text) => {
                self.input.insert_str(one_line(&text));
                self.reader.go_to(0);
            }
            _ => {}
        }
        Outcome::Stay
    }
}

/// The sections of a document, in two columns if there is room.
fn lay_out(document: &Document, width: usize, glyphs: Glyphs) -> Page {
    let column = if width < TWO_COLUMNS { width } else { (width - GAP) / 2 };
    let page = lay_out_document(document, DocumentOptions::new(column, glyphs));
    let starts: Vec<usize> = page.outline.iter().skip(1).map(|entry| entry.line).collect();
    let (first, end) = (starts.first().copied().unwrap_or(0), page.lines.len());
    let lines = page.lines.get(first..).unwrap_or_default();
    if column == width || starts.len() < 2 {
        return Page { width, lines: lines.to_vec(), ..Page::default() };
    }
    // The columns are as equal as whole sections allow.
    let higher = |start: &&usize| (**start - first).max(end - **start);
    let middle = starts.iter().min_by_key(higher).map_or(end, |start| *start) - first;
    let (left, right) = lines.split_at(middle);
    let empty = Line::default();
    let beside = (0..left.len().max(right.len())).map(|at| {
        let (left, right) = (left.get(at).unwrap_or(&empty), right.get(at).unwrap_or(&empty));
        let fill = " ".repeat((column + GAP).saturating_sub(left.width()));
        let mut runs = left.runs.clone();
        runs.push(Run::new(fill, Ink::Text));
        runs.extend(right.runs.iter().cloned());
        Line::new(runs)
    });
    Page { width, lines: beside.collect(), ..Page::default() }
}
