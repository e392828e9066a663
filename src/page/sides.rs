//! How the two sides of a comparison stand to each other.

/// How the two sides of a comparison stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sides {
    /// In two columns, row by row; one below the other where there is no room for two.
    #[default]
    Beside,
    /// One below the other.
    Stacked,
    /// As one text, in which what was and what is are marked.
    Unified,
}

impl Sides {
    /// The one that comes next when they are gone through.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Beside => Self::Stacked,
            Self::Stacked => Self::Unified,
            Self::Unified => Self::Beside,
        }
    }

    /// What to call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Beside => "side by side",
            Self::Stacked => "stacked",
            Self::Unified => "unified",
        }
    }
}
