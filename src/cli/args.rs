//! The arguments of the command line.

mod choices;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser, Subcommand};

pub(super) use choices::{
    AnyFormat, Background, ColorChoice, ConfigTask, Format, LayoutChoice, OnlyChoice, Shell,
    Showing, UsualShowing,
};

use crate::json;

/// What `rungs --help` says below the options.
const AFTER_HELP: &str = "\
Without a command, rungs opens the ladder in the terminal. In a pipe, or when output is not a
terminal, it prints the list of roles.

Which ladder rungs opens:
  1. the path on the command line (LADDER or --ladder)
  2. otherwise the path in the environment variable RUNGS_LADDER, or `ladder` in a project's .rungs.yml
  3. otherwise the nearest folder with a ladder.yml, from the current folder up to the root of the
     git repository
  4. otherwise the current folder, if it contains roles
  5. otherwise `ladder` in your config.yml
  6. otherwise the built-in ladder; a message on stderr says so
`check` and comparisons of two versions never use the last two.

The path - is a Markdown document on stdin, as in `cat senior.md | rungs show -`.

Exit status: 0 success; 1 no match (search, trace) or errors in the ladder (check); 2 wrong usage or
unusable input.";

/// The least `--width`.
const MIN_COLUMNS: u16 = 8;

/// The arguments of a search.
#[derive(Debug, Args)]
pub(crate) struct SearchedWords {
    /// Words that must all occur; '"quoted words"' must be adjacent (the shell removes one pair of
    /// quotes). Lowercase letters also match capitals, capitals match only capitals.
    #[arg(required = true)]
    pub(crate) words: Vec<String>,
    /// Match whole words only.
    #[arg(short, long)]
    pub(crate) word: bool,
    /// Read the words as one regular expression; it must match in one item, row or paragraph.
    #[arg(short = 'e', long)]
    pub(crate) regex: bool,
}

/// The command line of rungs.
#[derive(Debug, Parser)]
#[command(
    name = "rungs",
    version,
    about,
    override_usage = "rungs [OPTIONS] [LADDER]\n       rungs [OPTIONS] <COMMAND>",
    after_help = AFTER_HELP
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Ladder to open: a folder of Markdown documents, or one document.
    #[arg(value_name = "LADDER")]
    pub(crate) path: Option<PathBuf>,

    /// Start at the first role, not at your last place in the ladder.
    #[arg(long)]
    pub(crate) no_restore: bool,

    /// Open the ladder as a conversation in lines, without a screen: for screen readers and braille, and for
    /// scripts, which send their commands to stdin.
    #[arg(long, alias = "linear")]
    pub(crate) screen_reader: bool,

    #[command(flatten)]
    pub(crate) global: Global,
}

/// Parses arguments, the first of which is the program's name.
pub(crate) fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let cli = Cli::try_parse_from(arguments)?;
    // Left to clap, this rule would forbid options before the command as well.
    if let (Some(path), Some(_)) = (&cli.path, &cli.command) {
        let message =
            format!("name the ladder after the command, with --ladder {}", path.display());
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, message));
    }
    if cli.screen_reader && cli.command.is_some() {
        let message = "--screen-reader opens the ladder: leave out the command";
        return Err(Cli::command().error(ErrorKind::ArgumentConflict, message));
    }
    Ok(cli)
}

/// Options that every command takes.
#[derive(Debug, Args)]
#[command(next_help_heading = "Options of every command")]
pub(crate) struct Global {
    /// Ladder to open: a folder of Markdown documents, or one document. `rungs --help` says which
    /// ladder is opened without this option.
    #[arg(long, value_name = "PATH", env = "RUNGS_LADDER", global = true, hide_env_values = true)]
    ladder: Option<OsString>,

    /// Format of the output.
    #[arg(long, value_enum, default_value_t = AnyFormat::Text, global = true)]
    pub(crate) format: AnyFormat,

    /// Columns of text output. By default the width of the terminal; in a pipe 80.
    #[arg(long, value_name = "COLUMNS", global = true, value_parser = columns)]
    pub(crate) width: Option<u16>,

    /// When to color text output [default: auto].
    #[arg(long, value_enum, global = true)]
    pub(crate) color: Option<ColorChoice>,

    /// Background of the terminal, which the colors must suit [default: auto].
    #[arg(long, value_enum, global = true)]
    pub(crate) background: Option<Background>,
}

/// The columns of `--width`.
fn columns(text: &str) -> Result<u16, String> {
    let columns = text.parse().ok().filter(|columns| *columns >= MIN_COLUMNS);
    columns
        .ok_or_else(|| format!("a width is a number of columns from {MIN_COLUMNS} to {}", u16::MAX))
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
    /// List the tracks, roles and pages of the ladder, and what is wrong with it.
    List {
        /// Ladder to open: a folder of Markdown documents, or one document.
        #[arg(value_name = "LADDER")]
        path: Option<PathBuf>,
        /// For each file, show how it was read and the evidence for it.
        #[arg(long)]
        explain: bool,
    },
    /// Print a role or page, or one section of it.
    Show {
        /// Role or page: its title, label, level, id or file, or words of its name. PATH:LINE is the
        /// role at that line. An ambiguous name lists the roles that it could mean. - is the document
        /// on stdin.
        #[arg(value_name = "ROLE")]
        role: String,
        /// Section: its heading, or words of it. After a file, - prints all of the file, whatever roles
        /// it describes.
        #[arg(value_name = "SECTION")]
        section: Option<String>,
        /// Add the items that the role inherits from lower levels: those that neither the role nor a
        /// level in between restates.
        #[arg(long, conflicts_with = "section")]
        inherited: bool,
    },
    /// Compare two or more roles, two versions of the ladder, or two ladders.
    ///
    /// Two roles are printed side by side, several roles in columns.
    ///
    /// With --since or --against, the left side is the older version and the right side the current
    /// one. Name one role to compare it with itself in the older version, or no role to see every level
    /// that changed, is new or is gone.
    ///
    /// With --with, the left role is from this ladder and the right role from the other ladder. Name
    /// only the left role to find the level there that corresponds to it, or no role to find them all.
    Compare {
        /// Roles to compare: the left one, the right one, and more if you like.
        #[arg(value_name = "ROLE", required_unless_present_any = ["against", "since", "with", "tracks"])]
        roles: Vec<String>,
        #[command(flatten)]
        showing: Showing,
        /// Show why items were paired, and which item is nearest to each unmatched one.
        #[arg(long)]
        explain: bool,
        /// Compare with an older version of the ladder, in this folder or file.
        #[arg(long, value_name = "PATH", conflicts_with = "since")]
        against: Option<PathBuf>,
        /// Compare with an older version of the ladder: this revision of its git repository.
        #[arg(long, value_name = "REV", allow_hyphen_values = true)]
        since: Option<String>,
        /// Compare with another ladder, in this folder or file.
        #[arg(long, value_name = "PATH", conflicts_with_all = ["against", "since"])]
        with: Option<PathBuf>,
        /// Show which levels of two tracks correspond, judged by their items.
        #[arg(long, num_args = 2, value_names = ["TRACK", "TRACK"], conflicts_with_all = ["roles", "against", "since", "with", "explain"])]
        tracks: Vec<String>,
    },
    /// Trace one topic through all levels of a track, with its numbers as a chart.
    Trace {
        /// Topic: a heading, the key of an item or row, or the unit of a number ("engineers").
        #[arg(value_name = "TOPIC")]
        topic: String,
        /// Only this track: its title, words of the title, or a role of the track.
        #[arg(long, value_name = "TRACK")]
        track: Option<String>,
    },
    /// Show all levels of a track in columns and its topics in rows, with the gaps.
    Overview {
        /// Only this track: its title, words of the title, or a role of the track.
        #[arg(long, value_name = "TRACK")]
        track: Option<String>,
        /// Show the items and rows of each topic.
        #[arg(long)]
        items: bool,
    },
    /// Search the whole ladder for words.
    Search(SearchedWords),
    /// Check the ladder: show what is wrong, where, and what to do.
    Check {
        /// Ladder to open: a folder of Markdown documents, or one document.
        #[arg(value_name = "LADDER")]
        path: Option<PathBuf>,
        /// Exit with status 1 on warnings too, not only on errors.
        #[arg(long)]
        strict: bool,
        /// Turn off a rule. Repeat the option, or separate rules with commas.
        #[arg(long, value_name = "RULE", value_delimiter = ',')]
        allow: Vec<String>,
        /// List the rules instead of checking.
        #[arg(long)]
        list: bool,
        /// Check again whenever a file of the ladder changes, until Ctrl-C.
        #[arg(long, conflicts_with = "list")]
        watch: bool,
    },
    /// Write a copy of the built-in ladder to start from, or a ladder.yml for your ladder.
    Init {
        /// Folder to write the built-in ladder to. It must be empty or not exist.
        #[arg(value_name = "DIR", required_unless_present = "from")]
        dir: Option<PathBuf>,
        /// Write DIR/ladder.yml, which states how rungs reads the ladder in DIR.
        #[arg(long, value_name = "DIR", conflicts_with = "dir")]
        from: Option<PathBuf>,
    },
    /// Print the settings in force and where each comes from, or write a config.
    Config(ConfigTask),
    /// Print facts about the terminal, the paths and the versions, for a bug report.
    Doctor,
    /// Print the JSON Schema of what a command prints with --format json.
    Schema {
        /// Command; by default all of them.
        #[arg(value_name = "COMMAND", value_parser = PossibleValuesParser::new(json::schema_commands()))]
        command: Option<String>,
    },
    /// Print a page that tells a coding agent how to use rungs.
    Skill,
    /// Print the manual page, or write the pages of all commands.
    Man {
        /// Folder to write the pages to. It must be empty or not exist.
        #[arg(value_name = "DIR")]
        dir: Option<PathBuf>,
    },
    /// Print a completion script for a shell.
    Completions {
        /// Shell that runs the script.
        shell: Shell,
    },
}
impl Command {
    /// Whether the command writes this format, which annotates files or pull requests.
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

    /// Whether another ladder may take the place of one that is not found: a check or the changes of another
    /// ladder would be false.
    pub(crate) fn may_replace_ladder(&self) -> bool {
        match self {
            Self::List { path, .. } => path.is_none(),
            Self::Compare { against, since, .. } => against.is_none() && since.is_none(),
            Self::Show { .. } | Self::Trace { .. } | Self::Overview { .. } | Self::Search(_) => {
                true
            }
            _ => false,
        }
    }

    /// Whether the command writes HTML.
    pub(crate) fn has_html(&self) -> bool {
        matches!(
            self,
            Self::Show { .. } | Self::Compare { .. } | Self::Trace { .. } | Self::Overview { .. }
        )
    }
}
