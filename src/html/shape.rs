//! How a comparison is written into a page.

use crate::report::{Folds, Only};

/// How a comparison is written into a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shape<'a> {
    /// What the `id`s of its topics begin with; a page may hold several comparisons.
    pub prefix: &'a str,
    /// The level of the headings of its outermost topics.
    pub level: usize,
    /// Which texts are written.
    pub only: Only,
    /// Whether what is in topics that are the same is folded away, to be unfolded by the reader.
    pub folds: bool,
}

impl Shape<'_> {
    /// Which topics are folded.
    #[must_use]
    pub(super) fn folding(self) -> Folds<'static> {
        Folds { all: self.folds, ..Folds::default() }
    }
}
