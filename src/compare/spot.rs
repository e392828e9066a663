//! Where a text is.

use std::sync::Arc;

use crate::model::{Document, DocumentId};

/// A text and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The document it is in.
    pub document: DocumentId,
    /// That document's file.
    pub file: Arc<str>,
    /// 1-based line in that file.
    pub line: usize,
    /// The whole text, key included, without styling.
    pub text: String,
}

/// A document as its texts refer to it.
#[derive(Debug, Clone)]
pub(crate) struct DocumentFile {
    pub(crate) id: DocumentId,
    pub(crate) file: Arc<str>,
}

impl DocumentFile {
    pub(crate) fn new(id: DocumentId, document: &Document) -> Self {
        Self { id, file: Arc::from(document.file.as_str()) }
    }

    /// Where one of its texts is.
    pub(crate) fn spot(&self, line: usize, text: &str) -> Spot {
        Spot { document: self.id, file: Arc::clone(&self.file), line, text: text.to_owned() }
    }
}
