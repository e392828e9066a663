//! The slices of a long document: the lines at which its layout can begin, so that a line far down is set
//! without those above it.

use std::sync::Arc;

use super::sheet::Line;
use super::table_shape::TableShape;

/// How many lines a slice has at least.
const SLICE: usize = 64;

/// A part of a document: a heading, a block, an item of an outermost list, a row of an outermost table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DocumentPart {
    /// 0 before the first section.
    pub(super) section: usize,
    /// 0 for the heading.
    pub(super) block: usize,
    /// The item, or the row from 1; 0 for the whole.
    pub(super) item: usize,
}

/// The beginning of a slice, and what is above it.
pub(super) struct Start {
    pub(super) part: DocumentPart,
    pub(super) line: usize,
    /// The last line above, if it has no text of the document.
    pub(super) last: Option<Line>,
    pub(super) flows: usize,
    pub(super) links: usize,
    pub(super) tables: usize,
}

/// The slices of a document that is being laid out.
#[derive(Default)]
pub(crate) struct Slices {
    pub(super) part: DocumentPart,
    /// The line at or below which the layout pauses, and the part that follows.
    pub(super) pause: Option<usize>,
    pub(super) paused: Option<DocumentPart>,
    /// The item at which the next list or table begins.
    pub(super) first_item: usize,
    pub(super) starts: Vec<Start>,
    pub(super) shapes: Vec<TableShape>,
    /// The shapes of all tables, if the document was laid out before, and how many tables are above.
    pub(super) known: (Arc<[TableShape]>, usize),
}

impl Slices {
    /// Whether a slice may begin at a line.
    pub(super) fn is_due(&self, line: usize) -> bool {
        self.starts.last().is_none_or(|last| line >= last.line + SLICE)
    }
}
