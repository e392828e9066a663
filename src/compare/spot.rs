//! Where a text stands.

use crate::model::DocumentId;

/// A text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The document it stands in.
    pub document: DocumentId,
    /// 1-based line in that document's file.
    pub line: usize,
    /// The whole text, key included, without styling.
    pub text: String,
}
