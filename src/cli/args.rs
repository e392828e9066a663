//! The arguments of the command line.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

use crate::report::Only;

/// A career ladder in the terminal: browse the levels, compare two of them side by side.
#[derive(Debug, Parser)]
#[command(
    name = "rungs",
    version,
    about,
    override_usage = "rungs [OPTIONS] [LADDER]\n       rungs [OPTIONS] <COMMAND>",
    after_help = "Without a command, rungs opens the ladder in the terminal; where the output is no \
                  terminal it prints the list.\n\n\
                  The ladder is the one that is named, else the one in RUNGS_LADDER, else the nearest folder \
                  with a ladder.yml up to the root of the git repository, else the folder you are in, if it \
                  has roles; else the built-in ladder, and it says so. `check` and versions never take that.\n\n\
                  Exit status: 0 fine, 1 nothing found by search or trace, or something wrong by check, 2 wrong usage \
                  or unusable input."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// The ladder to open: a folder of Markdown documents, or one of them.
    #[arg(value_name = "LADDER")]
    pub(crate) path: Option<PathBuf>,

    #[command(flatten)]
    pub(crate) global: Global,
}

/// Parses arguments, the first of which is the program's name.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let cli = Cli::try_parse_from(arguments)?;
    // Left to clap, this rule would forbid options before the command as well.
    if let (Some(path), Some(_)) = (&cli.path, &cli.command) {
        let message =
            format!("a command takes its ladder by --ladder, not before it: {}", path.display());
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, message));
    }
    Ok(cli)
}

/// Options that every command takes.
#[derive(Debug, Args)]
pub(crate) struct Global {
    /// The ladder: a folder of Markdown documents, or one of them; else the nearest with a ladder.yml,
    /// else the folder you are in.
    #[arg(long, value_name = "PATH", env = "RUNGS_LADDER", global = true, hide_env_values = true)]
    ladder: Option<OsString>,

    /// How results are written; html is for `show`, `compare`, `trace` and `overview`, github and sarif
    /// are for `check`, github also for what changed since a version.
    #[arg(long, value_enum, default_value_t = AnyFormat::Text, global = true)]
    pub(crate) format: AnyFormat,

    /// Columns of text output; as wide as the terminal, or 80.
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = clap::value_parser!(u16).range(8..))]
    pub(crate) width: Option<u16>,

    /// When text output is coloured. NO_COLOR and a TERM of "dumb" turn colours off too.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, global = true)]
    pub(crate) color: ColorChoice,

    /// The background that colours are for; `auto` asks COLORFGBG and else takes colours that suit
    /// both.
    #[arg(long, value_enum, default_value_t = Background::Auto, global = true)]
    pub(crate) background: Background,
}

impl Global {
    /// The ladder that is asked for. An empty `RUNGS_LADDER` asks for none, as if it were not set.
    pub(crate) fn ladder(&self) -> Option<&Path> {
        self.ladder.as_deref().map(Path::new).filter(|path| !path.as_os_str().is_empty())
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// List the tracks, roles, counterparts and pages, and what is wrong with the ladder.
    List {
        /// The ladder: a folder of Markdown documents, or one of them.
        #[arg(value_name = "LADDER")]
        path: Option<PathBuf>,
        /// Say for every file what it became, and by which rule.
        #[arg(long)]
        explain: bool,
    },
    /// Print a role, or one section of it.
    Show {
        /// The role: id, title, label, level, words of these, with the track or without; PATH or
        /// PATH:LINE.
        role: String,
        /// The section: its heading, or words of it.
        section: Option<String>,
        /// Add what the levels below the role expect and neither it nor a level between says anew.
        #[arg(long, conflicts_with = "section")]
        inherited: bool,
    },
    /// Print two roles or more side by side, or two versions of the ladder.
    ///
    /// With an older version, the left role is taken from it and the right one as it is now. One role
    /// stands for both sides, and without a role every level that changed, is new or gone is printed.
    Compare {
        /// The roles: the left one, the right one, and more if you like.
        #[arg(value_name = "ROLE", required_unless_present_any = ["against", "since", "with", "tracks"])]
        roles: Vec<String>,
        #[command(flatten)]
        showing: Showing,
        /// Say why each pair was made, and what came nearest to what stands alone.
        #[arg(long)]
        explain: bool,
        /// Compare with the older version of the ladder in this folder or file.
        #[arg(long, value_name = "PATH", conflicts_with = "since")]
        against: Option<PathBuf>,
        /// Compare with the ladder as it was in this revision of its git repository.
        #[arg(long, value_name = "REV", allow_hyphen_values = true)]
        since: Option<String>,
        /// Compare with the levels of another ladder, in this folder or file: the right role is taken
        /// from it. Without one, say which level there the left one is, or every level.
        #[arg(long, value_name = "PATH", conflicts_with_all = ["against", "since"])]
        with: Option<PathBuf>,
        /// Say which level of one track is level with which of another, by what they say.
        #[arg(long, num_args = 2, value_names = ["TRACK", "TRACK"], conflicts_with_all = ["roles", "against", "since", "with", "explain"])]
        tracks: Vec<String>,
    },
    /// Print one topic through all levels of a track, its numbers as a chart.
    Trace {
        /// The topic: a heading, the key of a row or item, or what is counted ("engineers").
        topic: String,
        /// Only this track: its title, words of it, or a role in it.
        #[arg(long)]
        track: Option<String>,
    },
    /// Print the levels of a track by topic: what each says, and where it says nothing.
    Overview {
        /// Only this track: its title, words of it, or a role in it.
        #[arg(long)]
        track: Option<String>,
        /// Under every topic its items and rows too.
        #[arg(long)]
        items: bool,
    },
    /// Search the whole ladder: every word must occur; "quoted words" must stand together.
    Search {
        /// What to search for. Small letters find capitals too, a capital only itself.
        #[arg(required = true)]
        words: Vec<String>,
    },
    /// Say what is wrong with the ladder, where, and what to do.
    Check {
        /// The ladder: a folder of Markdown documents, or one of them.
        #[arg(value_name = "LADDER")]
        path: Option<PathBuf>,
        /// Fail on warnings too, not on errors alone.
        #[arg(long)]
        strict: bool,
        /// Switch a rule off; may be given several times.
        #[arg(long, value_name = "RULE", value_delimiter = ',')]
        allow: Vec<String>,
        /// List the rules instead.
        #[arg(long)]
        list: bool,
    },
    /// Write the built-in ladder, or the ladder.yml of one, as a start for your own.
    Init {
        /// The folder; it must not exist yet, or be empty.
        #[arg(required_unless_present = "from")]
        dir: Option<PathBuf>,
        /// Write DIR/ladder.yml with what is guessed of the ladder in DIR.
        #[arg(long, value_name = "DIR", conflicts_with = "dir")]
        from: Option<PathBuf>,
    },
    /// Print a completion script for a shell.
    Completions {
        /// The shell.
        shell: Shell,
    },
}

/// How much of a comparison is written, and how its sides stand to each other.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
pub(crate) struct Showing {
    /// Which texts are written.
    #[arg(long, value_enum, default_value_t = OnlyChoice::All)]
    only: OnlyChoice,

    /// The same as --only differences.
    #[arg(long, conflicts_with = "only")]
    only_differences: bool,

    /// Leave nothing but the heading of a topic that is the same on both sides; JSON keeps it.
    #[arg(long)]
    pub(crate) fold: bool,

    /// Write out what is folded at the end: what pages say of the way up and of other levels, or beside
    /// the tables about a role that has no page; JSON and HTML hold it all the same.
    #[arg(long)]
    pub(crate) unfold: bool,

    /// How the two sides stand to each other in text.
    #[arg(long, value_enum, default_value_t = LayoutChoice::Side)]
    pub(crate) layout: LayoutChoice,
}

impl Showing {
    /// The same with what is the same left out, whatever was chosen.
    pub(crate) fn differences(self) -> Self {
        Self { only_differences: true, ..self }
    }

    /// Whether anything is chosen that only two roles have.
    pub(crate) fn is_chosen(self) -> bool {
        let Self { fold, unfold, layout, .. } = self;
        self.only() != Only::All || fold || unfold || layout != LayoutChoice::Side
    }

    /// Whether one of two sides is asked for.
    pub(crate) fn is_one_sided(self) -> bool {
        matches!(self.only(), Only::Right | Only::Left)
    }

    /// Which texts are written.
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

/// Which texts of a comparison are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum OnlyChoice {
    /// Everything.
    #[default]
    All,
    /// What differs.
    Differences,
    /// What the right role asks more, of several the last one: what it alone has, and what changed,
    /// unless it only fell or leaves words out.
    Right,
    /// What the left role alone has, of several the first one.
    Left,
}

/// How the two sides of a comparison stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum LayoutChoice {
    /// In two columns; one below the other where there is no room for two.
    #[default]
    Side,
    /// One below the other.
    Stacked,
    /// As one text: `[-what was-]` and `{+what is+}`.
    Unified,
}

/// How results can be written, by one command or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnyFormat {
    /// Laid out for reading.
    Text,
    /// Markdown, to paste into a document.
    Markdown,
    /// JSON, for programs; docs/json.md describes it.
    Json,
    /// One HTML page to hand on and to print, of `show`, `compare`, `trace` and `overview`.
    Html,
    /// Annotations for GitHub Actions, of `check`; a comment for a pull request, of `compare --since`
    /// and `--against` without a role.
    Github,
    /// SARIF 2.1.0, for code scanning, of `check` alone.
    Sarif,
}

/// How commands write what they show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Laid out for reading.
    Text,
    /// Markdown, to paste into a document.
    Markdown,
    /// JSON, for programs.
    Json,
    /// One HTML page. Only commands that have it are run with it: see [`Command::has_html`].
    Html,
}

impl AnyFormat {
    /// The format of what is shown; none for those that annotate files.
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

impl Command {
    /// Whether it writes a format that annotates files or pull requests.
    pub(crate) fn has(&self, format: AnyFormat) -> bool {
        match self {
            Self::Check { .. } => true,
            Self::Compare { roles, against, since, .. } => {
                let versions = against.is_some() || since.is_some();
                format == AnyFormat::Github && versions && roles.is_empty()
            }
            _ => false,
        }
    }

    /// Whether what it shows can be an HTML page.
    pub(crate) fn has_html(&self) -> bool {
        matches!(
            self,
            Self::Show { .. } | Self::Compare { .. } | Self::Trace { .. } | Self::Overview { .. }
        )
    }
}

/// What is behind the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Background {
    /// Whatever the terminal says.
    Auto,
    /// Dark.
    Dark,
    /// Light.
    Light,
}

/// When something is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorChoice {
    /// Where the output is a terminal.
    Auto,
    /// Always, into pipes too.
    Always,
    /// Never.
    Never,
}
