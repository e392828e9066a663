//! The permanent position of a text.

use super::ids::DocumentId;

/// The position of a text in the sources. It does not depend on the view or the layout that shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    /// The document.
    pub document: DocumentId,
    /// 1-based line in the document's file.
    pub line: usize,
    /// Which text of that line it is: the cell of a row, or 0 for a key or a heading.
    pub part: usize,
}

impl Anchor {
    /// The anchor of a text on a line of a document.
    #[must_use]
    pub fn new(document: DocumentId, line: usize, part: usize) -> Self {
        Self { document, line, part }
    }
}
