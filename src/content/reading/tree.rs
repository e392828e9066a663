//! Everything in a ladder's documents that may be a rung, as one tree.

use std::rc::Rc;

use super::grid::Grid;
use super::level::DataLevel;
use super::rows::LevelRows;
use crate::lexicon::LevelName;
use crate::model::Block;

/// Something that may be a rung: a file, a heading, a bold line, a column, a row, a key of data.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) kind: CandidateKind,
    pub(super) title: String,
    pub(super) name: Rc<LevelName>,
    /// The document it stands in; `None` for a folder.
    pub(super) draft: Option<usize>,
    pub(super) line: usize,
    /// What it stands in; always before it in the tree.
    pub(super) up: Option<usize>,
    pub(super) inside: Vec<usize>,
    /// How many words it says.
    pub(super) words: usize,
    pub(super) place: CandidatePlace<'a>,
    /// Whether it is one of several places that another candidate gathers.
    pub(super) is_gathered: bool,
}

/// What a candidate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum CandidateKind {
    Folder,
    Document,
    /// A heading of this level.
    Heading(u8),
    Bold,
    /// Words that a paragraph or an item begins with.
    Lead,
    Table,
    Column,
    Row,
    Data,
}

/// Where the text of a candidate stands in its document.
#[derive(Debug)]
pub(super) enum CandidatePlace<'a> {
    /// It has none, or all of the document.
    Whole,
    /// The document's title, where other headings of the first level follow.
    Title,
    /// A section, by its number.
    Section(usize),
    Lead(Lead<'a>),
    Column {
        grid: Rc<Grid<'a>>,
        at: usize,
    },
    Row {
        lines: Rc<Vec<LevelRows<'a>>>,
        row: usize,
    },
    Data(DataLevel<'a>),
    /// Several places, each a candidate with what is said there under a title of its own.
    Several(Vec<usize>),
}

/// A paragraph or item that begins with a name.
#[derive(Debug)]
pub(super) struct Lead<'a> {
    /// What follows the name in its own text.
    pub(super) rest: crate::model::Text,
    /// The blocks that belong to it.
    pub(super) blocks: &'a [Block],
}

/// Candidates of one kind under one parent: levels nearly always come in groups.
#[derive(Debug)]
pub(super) struct CandidateGroup {
    pub(super) members: Vec<usize>,
}

/// The candidates and their groups.
#[derive(Debug, Default)]
pub(super) struct CandidateTree<'a> {
    pub(super) nodes: Vec<Candidate<'a>>,
    pub(super) groups: Vec<CandidateGroup>,
}

impl<'a> CandidateTree<'a> {
    /// Adds a candidate below another one.
    pub(super) fn add(&mut self, candidate: Candidate<'a>) -> usize {
        let at = self.nodes.len();
        if let Some(up) = candidate.up {
            self.nodes[up].inside.push(at);
        }
        self.nodes.push(candidate);
        at
    }

    /// What stands around a candidate, from the innermost.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].up, |at| self.nodes[*at].up)
    }

    /// The nearest thing above with a name of its own: a table is named by its section.
    pub(super) fn holder(&self, at: usize) -> usize {
        let is_named = |at: &usize| self.nodes[*at].kind != CandidateKind::Table;
        self.around(at).find(is_named).unwrap_or(0)
    }
}
