//! One file of a ladder, read and decoded.

/// The file of a document: its path and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path relative to the root of the ladder, with `/` between folders and without control
    /// characters.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// A source from its parts.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}
