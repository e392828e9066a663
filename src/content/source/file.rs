//! One file of a ladder, read and decoded.

/// A document's file: where it stands and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path relative to the ladder's root, with `/` between folders and without control
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
