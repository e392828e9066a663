//! Where a text stands, for good.

use super::ids::DocumentId;

/// Where a text stands in the sources, whatever shows it and however that is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The document.
    pub document: DocumentId,
    /// 1-based line in the document's file.
    pub line: usize,
    /// Which of the texts that begin on that line: the cell of a row, 0 for a key or a heading.
    pub part: usize,
}

impl Anchor {
    /// A text on a line of a document.
    #[must_use]
    pub fn new(document: DocumentId, line: usize, part: usize) -> Self {
        Self { document, line, part }
    }
}
