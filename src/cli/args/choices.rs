//! What options choose between.

use clap::ValueEnum;

use crate::page::Sides;
use crate::report::Only;

/// How much of a comparison is written, and in which layout.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct Showing {
    /// Which items to show [default: all].
    #[arg(long, value_enum)]
    only: Option<OnlyChoice>,

    /// Same as --only differences.
    #[arg(long, conflicts_with = "only")]
    only_differences: bool,

    /// Fold each unchanged topic to its heading. JSON always contains all of it.
    #[arg(long)]
    pub(crate) fold: bool,

    /// Show the items that are folded at the end: those about promotion and other levels, or, if only
    /// one role has a page, the rest of that page. JSON and HTML always contain them.
    #[arg(long)]
    pub(crate) unfold: bool,

    /// Layout of two roles in text output [default: side].
    #[arg(long, value_enum)]
    layout: Option<LayoutChoice>,

    /// What counts without these options.
    #[arg(skip)]
    usual: UsualShowing,
}

/// What a config says about comparisons.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct UsualShowing {
    pub(crate) only: Only,
    pub(crate) layout: Sides,
}

impl Showing {
    /// The same choices, but with differences only.
    pub(crate) fn differences(self) -> Self {
        Self { only_differences: true, ..self }
    }

    /// The same choices, but what was not chosen is as usual.
    pub(crate) fn or(self, usual: UsualShowing) -> Self {
        Self { usual, ..self }
    }

    /// Whether any choice is made that applies to two roles only.
    pub(crate) fn is_chosen(self) -> bool {
        let Self { fold, unfold, .. } = self;
        self.only() != Only::All || fold || unfold || self.layout() != Sides::Beside
    }

    /// Whether the items of one side only are asked for.
    pub(crate) fn is_one_sided(self) -> bool {
        matches!(self.only(), Only::Right | Only::Left)
    }

    /// Which items are shown.
    pub(crate) fn only(self) -> Only {
        match self.only {
            _ if self.only_differences => Only::Differences,
            only => only.map_or(self.usual.only, OnlyChoice::only),
        }
    }

    /// The layout of two roles.
    pub(crate) fn layout(self) -> Sides {
        self.layout.map_or(self.usual.layout, LayoutChoice::sides)
    }
}

impl OnlyChoice {
    pub(crate) fn only(self) -> Only {
        match self {
            Self::All => Only::All,
            Self::Differences => Only::Differences,
            Self::Right => Only::Right,
            Self::Left => Only::Left,
        }
    }
}

impl LayoutChoice {
    pub(crate) fn sides(self) -> Sides {
        match self {
            Self::Side => Sides::Beside,
            Self::Stacked => Sides::Stacked,
            Self::Unified => Sides::Unified,
        }
    }
}

/// What `rungs config` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub(crate) struct ConfigTask {
    /// Write a config.yml in which every setting is a comment, and its JSON Schema next to it.
    #[arg(long)]
    pub(crate) init: bool,

    /// Print the JSON Schema of config.yml.
    #[arg(long, conflicts_with = "init")]
    pub(crate) schema: bool,
}

/// Which items of a comparison are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum OnlyChoice {
    /// Everything.
    #[default]
    All,
    /// Differences only.
    Differences,
    /// What the right role (of several, the last) adds: items that only it has, and changed items
    /// unless they only fell or lost words.
    Right,
    /// Items that only the left role (of several, the first) has.
    Left,
}

/// How the two sides of a comparison are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum LayoutChoice {
    /// In two columns, or stacked if the output is too narrow.
    #[default]
    Side,
    /// One below the other.
    Stacked,
    /// As one text, with `[-words of the left-]` and `{+words of the right+}`.
    Unified,
}

/// Every format that some command writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnyFormat {
    /// Text to read.
    Text,
    /// Markdown, to paste into a document.
    Markdown,
    /// JSON for programs; docs/json.md describes it.
    Json,
    /// One HTML page to share or print; for `show`, `compare`, `trace` and `overview`.
    Html,
    /// For GitHub: annotations of `check`, or a pull request comment of `compare --since` or
    /// `--against` without a role.
    Github,
    /// SARIF 2.1.0 for code scanning; for `check`.
    Sarif,
}

/// The formats that show results. The others annotate files or pull requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Text to read.
    Text,
    /// Markdown, to paste into a document.
    Markdown,
    /// JSON for programs.
    Json,
    /// One HTML page. Only commands that write it are run with it: see `Command::has_html`.
    Html,
}

impl AnyFormat {
    /// The same format if it shows results; `None` if it annotates.
    pub(crate) fn general(self) -> Option<Format> {
        match self {
            Self::Text => Some(Format::Text),
            Self::Markdown => Some(Format::Markdown),
            Self::Json => Some(Format::Json),
            Self::Html => Some(Format::Html),
            Self::Github | Self::Sarif => None,
        }
    }
}

/// The background of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Background {
    /// As COLORFGBG says; if it is not set, colors that suit both.
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// When text output is colored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// When output is a terminal, unless NO_COLOR is set or TERM is "dumb".
    Auto,
    /// Always, also in a pipe.
    Always,
    /// Never.
    Never,
}

/// A shell that completes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Shell {
    /// Bash.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// Elvish.
    Elvish,
    /// PowerShell.
    #[value(name = "powershell")]
    Pwsh,
}
