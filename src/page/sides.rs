//! The layouts of the two sides of a comparison.

/// The layout of the two sides of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// In two columns, row by row; one below the other if there is no room for two.
    #[default]
    Beside,
    /// One below the other.
    Stacked,
    /// As one text, with marks around the words of each side.
    Unified,
}

impl Sides {
    /// The next layout; after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Beside => Self::Stacked,
            Self::Stacked => Self::Unified,
            Self::Unified => Self::Beside,
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Beside => "side by side",
            Self::Stacked => "stacked",
            Self::Unified => "unified",
        }
    }
}
