//! What has the keys: a view, or the prompt or pop-up over it.

/// What a key acts on: a view, or the prompt or pop-up over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// A document: a role or a page.
    Browsing,
    /// A comparison of two roles.
    Comparing,
    /// Three or more roles in columns.
    Lining,
    /// A trace of a topic.
    Tracing,
    /// An overview of a track.
    Surveying,
    /// The changes since an older version.
    Reviewing,
    /// A prompt with a list.
    Picking,
    /// The prompt of a search through the ladder.
    Seeking,
    /// The prompt of a search in the view.
    Typing,
    /// The prompt that narrows a list.
    Filtering,
    /// The prompt that asks for an older version.
    Asking,
    /// The list of findings.
    Listing,
    /// A pop-up with text.
    Reading,
    /// The help.
    Helping,
}

impl When {
    /// All of them: the views, then the prompts and pop-ups.
    pub(crate) const ALL: &[Self] = &[
        Self::Browsing,
        Self::Comparing,
        Self::Lining,
        Self::Tracing,
        Self::Surveying,
        Self::Reviewing,
        Self::Picking,
        Self::Seeking,
        Self::Typing,
        Self::Filtering,
        Self::Asking,
        Self::Listing,
        Self::Reading,
        Self::Helping,
    ];

    /// All views, without prompts and pop-ups.
    pub(crate) const VIEWS: &[Self] = Self::ALL.split_at(6).0;

    /// The name in the tables of keys.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Browsing => "document",
            Self::Comparing => "comparison",
            Self::Lining => "columns",
            Self::Tracing => "trace",
            Self::Surveying => "overview",
            Self::Reviewing => "versions",
            Self::Picking => "list prompt",
            Self::Seeking => "ladder search",
            Self::Typing => "search prompt",
            Self::Filtering => "filter prompt",
            Self::Asking => "version prompt",
            Self::Listing => "findings",
            Self::Reading => "pop-up",
            Self::Helping => "help",
        }
    }

    /// Whether the panes have the keys: no prompt or pop-up is over them.
    pub(crate) fn is_view(self) -> bool {
        Self::VIEWS.contains(&self)
    }

    /// Whether characters are typed into a text.
    pub(crate) fn takes_text(self) -> bool {
        let prompts = [Self::Picking, Self::Seeking, Self::Typing, Self::Filtering, Self::Asking];
        prompts.contains(&self) || self == Self::Helping
    }
}

/// The views as the tables of keys name them.
pub(crate) fn names(views: &[When]) -> String {
    if views == When::VIEWS {
        return "all views".to_owned();
    }
    let names: Vec<_> = views.iter().map(|when| when.name()).collect();
    names.join(", ")
}
