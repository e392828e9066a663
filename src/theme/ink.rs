//! What a piece of the screen means.

use ratatui::style::Modifier;

/// The meaning of a piece of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ink {
    /// Ordinary text.
    #[default]
    Text,
    /// Text in the background: hints, rules, what is equal on both sides.
    Muted,
    /// The title of a document.
    Title,
    /// The heading of an outermost section or topic.
    Heading,
    /// The heading of an inner section or topic.
    Subheading,
    /// The bullet or number of an item.
    Marker,
    /// Code.
    Code,
    /// A link.
    Link,
    /// The head of a callout.
    Callout,
    /// The head of a callout that warns.
    Warning,
    /// Borders and rules.
    Border,
    /// The border and title of the pane that has the focus.
    Focus,
    /// The row the cursor is on, in the pane that has the focus.
    Cursor,
    /// The row the cursor is on, in another pane.
    Place,
    /// A difference between two sides.
    Changed,
    /// What only the left side has, and its changed words. Nothing was removed, so the color is no
    /// warning.
    Left,
    /// The same if the right side is the newer version of the left: it was removed.
    TakenOut,
    /// What only the right side has, and its changed words.
    Right,
    /// A match of the search.
    Match,
    /// The current match of the search.
    CurrentMatch,
    /// A key in hints and help.
    Key,
    /// A message about an error.
    Error,
}

impl Ink {
    /// All meanings, with the name of each in a config.
    pub const ALL: [(Self, &str); 22] = [
        (Self::Text, "text"),
        (Self::Muted, "muted"),
        (Self::Title, "title"),
        (Self::Heading, "heading"),
        (Self::Subheading, "subheading"),
        (Self::Marker, "marker"),
        (Self::Code, "code"),
        (Self::Link, "link"),
        (Self::Callout, "callout"),
        (Self::Warning, "warning"),
        (Self::Border, "border"),
        (Self::Focus, "focus"),
        (Self::Cursor, "cursor"),
        (Self::Place, "place"),
        (Self::Changed, "changed"),
        (Self::Left, "left"),
        (Self::TakenOut, "removed"),
        (Self::Right, "right"),
        (Self::Match, "match"),
        (Self::CurrentMatch, "current-match"),
        (Self::Key, "key"),
        (Self::Error, "error"),
    ];

    /// The attributes that say the same as its color, in every theme.
    pub(super) fn attributes(self) -> Modifier {
        match self {
            Self::Text | Self::Muted | Self::Marker | Self::Code => Modifier::empty(),
            Self::Left | Self::TakenOut | Self::Right => Modifier::empty(),
            Self::Border => Modifier::DIM,
            Self::Title => Modifier::BOLD.union(Modifier::UNDERLINED),
            Self::Link => Modifier::UNDERLINED,
            Self::Heading | Self::Subheading | Self::Callout | Self::Key => Modifier::BOLD,
            Self::Warning | Self::Error | Self::Focus | Self::Place => Modifier::BOLD,
            Self::Changed => Modifier::BOLD,
            Self::Match => Modifier::REVERSED,
            Self::Cursor | Self::CurrentMatch => Modifier::REVERSED.union(Modifier::BOLD),
        }
    }
}

/// How a run of text is drawn: its meaning, and the style its author gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Mark {
    /// The meaning.
    pub ink: Ink,
    /// Strong emphasis.
    pub bold: bool,
    /// Emphasis.
    pub italic: bool,
    /// Struck through.
    pub strike: bool,
    /// Underlined.
    pub underline: bool,
}

impl From<Ink> for Mark {
    fn from(ink: Ink) -> Self {
        Self { ink, ..Self::default() }
    }
}

impl Mark {
    /// The same, bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same, underlined.
    #[must_use]
    pub fn underlined(self) -> Self {
        Self { underline: true, ..self }
    }
}
