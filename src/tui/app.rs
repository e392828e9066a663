//! The state of the program, and what can be read off it.

use std::collections::HashSet;

use ratatui::layout::Rect;
use tui_textarea::TextArea;

use super::areas::{Areas, Arrangement, Beside, areas, popup};
use super::bindings::When;
use super::help;
use super::history::History;
use super::keymap::Context;
use super::ladder_list::{self, PaneGroup, Row};
use super::list::List;
use super::matrix::{Cell, Matrix};
use super::message::Pane;
use super::outline::Outline;
use super::picker::Picker;
use super::reader::Reader;
use super::session::Session;
use crate::compare::{Comparison, Levels, Thread};
use crate::diagnostic::Diagnostic;
use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId, Subject, TrackId};
use crate::page::{Glyphs, Headings, Page, Sides};

/// What is shown in the document pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    /// A role or page.
    Document(DocumentId),
    /// What is known of a counterpart.
    Counterpart(CounterpartId),
    /// Two roles side by side.
    Comparison(Subject, Subject),
    /// One topic through all levels of a track.
    Trace(TrackId, Thread),
    /// A track as a matrix.
    Overview(TrackId),
}

impl Shown {
    /// What is first to be shown of a ladder.
    pub(crate) fn first(ladder: &Ladder) -> Self {
        Self::Document(if ladder.roles.is_empty() {
            DocumentId::Page(PageId(0))
        } else {
            DocumentId::Role(RoleId(0))
        })
    }
}

/// A place one has been at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop {
    pub(crate) shown: Shown,
    /// What stood on top: a text of the page and a byte of it. `None` for the top.
    pub(crate) position: Option<(usize, usize)>,
    /// The level that the cursor was on, of a trace.
    pub(crate) level: usize,
    /// The cell that the cursor was on, of an overview.
    pub(crate) cell: Cell,
    /// Whether only the differences were shown: it decides which texts the page has.
    pub(crate) only_differences: bool,
    /// Whether what is the same was folded: likewise.
    pub(crate) fold_same: bool,
    /// Only seen in passing, on the way through the list: not worth coming back to.
    pub(crate) passing: bool,
}

/// What lies over the panes.
pub(crate) enum Layer {
    /// The prompt of a search in the page. Leaving it returns to where one was.
    Search { input: TextArea<'static>, from: Option<(usize, usize)>, cell: Cell },
    /// A prompt with a list.
    Picker(Picker),
    /// The list of what is wrong, and what is said of the chosen one.
    Findings { list: List, detail: Reader },
    /// A text to read.
    Popup { title: &'static str, text: PopupText, reader: Reader },
}

/// What a pop-up shows; it is laid out anew when the screen changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PopupText {
    Help,
    FrontMatter,
}

/// The whole state of the program.
pub(crate) struct App {
    pub(crate) ladder: Ladder,
    /// What is wrong with the ladder.
    pub(crate) problems: Vec<Diagnostic>,
    /// Whether the ladder has files to edit.
    pub(crate) can_edit: bool,
    pub(crate) glyphs: Glyphs,

    pub(crate) size: Rect,
    pub(crate) focus: Pane,
    pub(crate) side: Pane,
    pub(crate) zoomed: bool,

    pub(crate) rows: Vec<Row>,
    /// The groups of the ladder pane that are folded.
    pub(crate) folded_groups: HashSet<PaneGroup>,
    pub(crate) list: List,
    pub(crate) shown: Shown,
    /// The comparison that is shown, if one is.
    pub(crate) comparison: Option<Comparison>,
    /// The levels of the track that was traced or surveyed last.
    pub(crate) levels: Option<(TrackId, Levels)>,
    /// Where one is in its overview.
    pub(crate) matrix: Matrix,
    pub(crate) outline: Outline,
    pub(crate) reader: Reader,
    pub(crate) only_differences: bool,
    /// Whether topics that are the same are folded, but for those that were folded or unfolded alone.
    pub(crate) fold_same: bool,
    pub(crate) folded_alone: Vec<Headings>,
    /// How the sides of comparisons stand to each other.
    pub(crate) layout: Sides,

    pub(crate) history: History<Stop>,
    pub(crate) layer: Option<Layer>,
    /// Where the link leads that was followed last, if out of the ladder.
    pub(crate) outside: Option<String>,
    /// One line to the user, until the next key.
    pub(crate) notice: Option<String>,
    /// The count typed before a key.
    pub(crate) count: Option<usize>,
}

impl App {
    /// The program at its start, showing the first role.
    pub(crate) fn new(session: Session) -> Self {
        let Session { ladder, problems, editing, glyphs, theme: _ } = session;
        let rows = ladder_list::rows(&ladder, &HashSet::new());
        let shown = Shown::first(&ladder);
        let alone = ladder.roles.len() + ladder.pages.len() == 1;
        let mut app = Self {
            ladder,
            problems,
            can_edit: editing.is_some(),
            glyphs,
            size: Rect::new(0, 0, 80, 24),
            focus: if alone { Pane::Document } else { Pane::Ladder },
            side: Pane::Ladder,
            zoomed: false,
            rows,
            folded_groups: HashSet::new(),
            list: List::default(),
            shown,
            comparison: None,
            levels: None,
            matrix: Matrix::default(),
            outline: Outline::default(),
            reader: Reader::default(),
            only_differences: false,
            fold_same: false,
            folded_alone: Vec::new(),
            layout: Sides::default(),
            history: History::new(Stop {
                shown,
                position: None,
                level: 0,
                cell: Cell::default(),
                only_differences: false,
                fold_same: false,
                passing: false,
            }),
            layer: None,
            outside: None,
            notice: None,
            count: None,
        };
        app.load(shown);
        app
    }

    /// The page in the document pane.
    pub(crate) fn page(&self) -> &Page {
        self.reader.page()
    }

    pub(crate) fn comparing(&self) -> bool {
        matches!(self.shown, Shown::Comparison(..))
    }

    fn arrangement(&self) -> Arrangement {
        Arrangement {
            focus: self.focus,
            side: self.side,
            zoomed: self.zoomed,
            beside: match self.shown {
                Shown::Comparison(..) | Shown::Trace(..) => Beside::Outline,
                Shown::Overview(_) => Beside::Nothing,
                Shown::Document(_) | Shown::Counterpart(_) => Beside::All,
            },
        }
    }

    /// Where everything stands on the screen.
    pub(crate) fn areas(&self) -> Areas {
        areas(self.size, self.arrangement())
    }

    /// Where the document stands, or would stand if it had the focus.
    pub(crate) fn document_area(&self) -> Rect {
        let shown = self.areas().document;
        if !shown.is_empty() {
            return shown;
        }
        areas(self.size, Arrangement { focus: Pane::Document, ..self.arrangement() }).document
    }

    /// Where the pop-up stands.
    pub(crate) fn popup_area(&self) -> Rect {
        match &self.layer {
            Some(Layer::Picker(picker)) => picker.area(self.size),
            Some(Layer::Findings { .. }) => {
                popup(self.size, help::findings_rows(self.problems.len()))
            }
            Some(Layer::Popup { reader, .. }) => popup(self.size, reader.page().lines.len()),
            Some(Layer::Search { .. }) | None => popup(self.size, usize::MAX),
        }
    }

    /// What the keys act on.
    pub(crate) fn context(&self) -> Context {
        let when = match &self.layer {
            Some(Layer::Search { .. }) => When::Typing,
            Some(Layer::Picker(_)) => When::Picking,
            Some(Layer::Findings { .. }) => When::Listing,
            Some(Layer::Popup { .. }) => When::Reading,
            None => match self.shown {
                Shown::Comparison(..) => When::Comparing,
                Shown::Trace(..) => When::Tracing,
                Shown::Overview(_) => When::Surveying,
                Shown::Document(_) | Shown::Counterpart(_) => When::Browsing,
            },
        };
        let links = self.page().links.iter();
        let can_open = self.layer.is_some()
            || self.surveying()
            || self.focus != Pane::Document
            || links.map(|link| link.line).any(|line| self.reader.visible().contains(&line));
        Context {
            when,
            focus: self.focus,
            counting: self.count.is_some(),
            can_open,
            has_subject: self.subject().is_some(),
        }
    }

    /// The role or counterpart that is shown; the left one of a comparison.
    pub(crate) fn subject(&self) -> Option<Subject> {
        match self.shown {
            Shown::Document(DocumentId::Role(role)) => Some(Subject::Role(role)),
            Shown::Document(DocumentId::Page(_)) => None,
            Shown::Counterpart(id) => Some(Subject::Counterpart(id)),
            Shown::Comparison(left, _) => Some(left),
            Shown::Trace(track, _) => {
                self.levels_of(track)?.subjects.get(self.traced_level()?).copied()
            }
            Shown::Overview(track) => {
                self.levels_of(track)?.subjects.get(self.matrix.level).copied()
            }
        }
    }

    /// The row of the ladder pane that is shown.
    pub(crate) fn shown_row(&self) -> Option<usize> {
        let row_of = |subject| match subject {
            Subject::Role(role) => ladder_list::row_of(&self.rows, DocumentId::Role(role)),
            Subject::Counterpart(id) => {
                self.rows.iter().position(|row| *row == Row::Counterpart(id))
            }
        };
        match self.shown {
            Shown::Document(document) => ladder_list::row_of(&self.rows, document),
            Shown::Counterpart(id) => row_of(Subject::Counterpart(id)),
            Shown::Comparison(left, _) => row_of(left),
            Shown::Trace(..) | Shown::Overview(_) => None,
        }
    }
}
