//! What options choose between.

use clap::ValueEnum;

use crate::report::Only;

/// How much of a comparison is written, and in which layout.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct Showing {
    /// Which items to show.
    #[arg(long, value_enum, default_value_t = OnlyChoice::All)]
    only: OnlyChoice,

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

    /// Layout of two roles in text output.
    #[arg(long, value_enum, default_value_t = LayoutChoice::Side)]
    pub(crate) layout: LayoutChoice,
}

impl Showing {
    /// The same choices, but with differences only.
    pub(crate) fn differences(self) -> Self {
        Self { only_differences: true, ..self }
    }

    /// Whether any choice is made that applies to two roles only.
    pub(crate) fn is_chosen(self) -> bool {
        let Self { fold, unfold, layout, .. } = self;
        self.only() != Only::All || fold || unfold || layout != LayoutChoice::Side
    }

    /// Whether the items of one side only are asked for.
    pub(crate) fn is_one_sided(self) -> bool {
        matches!(self.only(), Only::Right | Only::Left)
    }

    /// Which items are shown.
    pub(crate) fn only(self) -> Only {
        match self.only {
            _ if self.only_differences => Only::Differences,
            OnlyChoice::All => Only::All,
            OnlyChoice::Differences => Only::Differences,
            OnlyChoice::Right => Only::Right,
            OnlyChoice::Left => Only::Left,
        }
    }
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
