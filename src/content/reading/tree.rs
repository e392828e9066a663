//! All candidates in the documents of a ladder, as one tree.

use std::sync::Arc;

use super::grid::Grid;
use super::level::DataLevel;
use super::rows::LevelRows;
use crate::lexicon::LevelName;
use crate::model::Block;

/// A candidate for a role: a file, a heading, a bold line, a column, a row, a key of data.
#[derive(Debug)]
pub(super) struct Candidate<'a> {
    pub(super) kind: CandidateKind,
    pub(super) title: String,
    pub(super) name: Arc<LevelName>,
    /// Its document; `None` for a folder.
    pub(super) draft: Option<usize>,
    pub(super) line: usize,
    /// Its parent, which always comes before it in the tree.
    pub(super) up: Option<usize>,
    pub(super) inside: Vec<usize>,
    /// Its number of words.
    pub(super) words: usize,
    pub(super) place: CandidatePlace<'a>,
    /// Whether another candidate collects it as one of several places.
    pub(super) is_gathered: bool,
}

/// The kind of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum CandidateKind {
    Folder,
    Document,
    /// A heading of this level.
    Heading(u8),
    Bold,
    /// The first words of a paragraph or an item.
    Lead,
    Table,
    Column,
    Row,
    Data,
}

/// The position of the text of a candidate in its document.
#[derive(Debug)]
pub(super) enum CandidatePlace<'a> {
    /// It has none, or all of the document.
    Whole,
    /// The title of the document, if other headings of the first level follow.
    Title,
    /// A section, by its number.
    Section(usize),
    Lead(Lead<'a>),
    Column {
        grid: Arc<Grid<'a>>,
        at: usize,
    },
    Row {
        lines: Arc<Vec<LevelRows<'a>>>,
        row: usize,
    },
    Data(DataLevel<'a>),
    /// Several places, each a candidate with its text below a title of its own.
    Several(Vec<usize>),
}

/// A paragraph or item that begins with a name.
#[derive(Debug)]
pub(super) struct Lead<'a> {
    /// The text after the name in the same text.
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

    /// The ancestors of a candidate, starting with the innermost.
    pub(super) fn around(&self, at: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[at].up, |at| self.nodes[*at].up)
    }

    /// The nearest ancestor with a name of its own: the name of a table is the name of its section.
    pub(super) fn holder(&self, at: usize) -> usize {
        let is_named = |at: &usize| self.nodes[*at].kind != CandidateKind::Table;
        self.around(at).find(is_named).unwrap_or(0)
    }
}
