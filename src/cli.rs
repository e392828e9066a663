//! The command line: every view as text, Markdown or JSON, for pipes, CI and screen readers.

mod args;
mod browse;
mod check;
mod compare;
mod complete;
mod config;
mod doctor;
mod explain;
mod init;
mod levels;
mod list;
mod man;
mod meant;
mod named;
mod open;
mod output;
mod overview;
mod progress;
mod search;
mod show;
mod since;
mod trace;
mod tracks;
mod versions;
mod with;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use args::{AnyFormat, Cli, Command, Format, Showing};
use output::{Output, UNUSABLE};
use versions::{Version, Versions};

use crate::config::{SettingName, ValueOrigin};
use crate::content::{self, LoadError};
use crate::json;
use crate::page::Sides;

/// Runs the program with these arguments (the first is its name) and returns its exit status: 0
/// success, 1 no match or errors in the ladder, 2 wrong usage or unusable input, 128 and more ended by a
/// signal.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    if complete::run(&arguments).is_some() {
        return ExitCode::SUCCESS;
    }
    let cli = match args::parse(&arguments) {
        Ok(cli) => cli,
        // Help and version go to stdout and are success, the rest is wrong usage.
        Err(error) if !error.use_stderr() => {
            return status(output::print_help(&error).map(|()| 0), &arguments);
        }
        Err(error) => {
            // A word after an unknown command can look like a command itself.
            let unknown = [ErrorKind::UnknownArgument, ErrorKind::InvalidSubcommand];
            let meant =
                unknown.contains(&error.kind()).then(|| meant::command(&arguments)).flatten();
            if let Some(message) = meant.or_else(|| unasked_path(&error)) {
                output::complain(&message);
                return ExitCode::from(UNUSABLE);
            }
            let steers = |argument: &OsString| {
                argument.len() > output::LONGEST
                    || argument.to_string_lossy().contains(char::is_control)
            };
            if arguments.iter().any(steers) {
                // The message repeats it: an argument can be a file's name that a shell completed.
                output::complain_plainly(&error.to_string());
            } else {
                let _ = error.print();
            }
            return ExitCode::from(UNUSABLE);
        }
    };
    status(dispatch(cli), &arguments)
}

/// The exit status of a result; an error is also reported.
fn status(result: anyhow::Result<u8>, arguments: &[OsString]) -> ExitCode {
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let meant = is_missing(&error)
                .then(|| meant::command(arguments).or_else(|| meant::role(arguments, &error)));
            let message = || format!("{error:#}{}", meant::source(arguments, &error));
            output::complain(&meant.flatten().unwrap_or_else(message));
            ExitCode::from(UNUSABLE)
        }
    }
}

/// Whether an error says that a file or folder does not exist.
fn is_missing(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(LoadError::Missing(_)))
}

/// The message about a path that a command does not take as an argument: --ladder takes it.
fn unasked_path(error: &clap::Error) -> Option<String> {
    let unknown = error.kind() == ErrorKind::UnknownArgument;
    match error.get(ContextKind::InvalidArg).filter(|_| unknown)? {
        ContextValue::String(argument) => named::explained(argument, None),
        _ => None,
    }
}

fn dispatch(mut cli: Cli) -> anyhow::Result<u8> {
    let given = cli.global.format;
    let format = match given.general() {
        Some(format) => format,
        None if cli.command.as_ref().is_some_and(|command| command.has(given)) => Format::Text,
        None if given == AnyFormat::Sarif => {
            bail!("`--format sarif` is for `rungs check` only: choose another format")
        }
        None => bail!(
            "`--format github` is only for `rungs check`, and for `rungs compare --since` or \
             `--against` without a role: choose another format"
        ),
    };
    if format == Format::Html && !cli.command.as_ref().is_some_and(Command::has_html) {
        bail!(
            "`--format html` is only for `rungs show`, `compare`, `trace` and `overview`: choose \
             another format"
        );
    }
    let mut config = config::load(cli.path.as_deref(), &cli.global);
    if cli.no_restore {
        config.set(SettingName::Restore, "off", ValueOrigin::Flag);
    }
    if let Some(Command::Compare { roles, showing, .. }) = &mut cli.command
        && format == Format::Text
        && roles.len() == 2
    {
        *showing = showing.or(config::usual(&config));
    }
    let out = Output::new(&cli.global, format, &config);
    // The screen covers stderr, and `config` lists the faults itself.
    let is_shown = matches!(cli.command, Some(Command::Config(_)))
        || (cli.command.is_none() && browse::has_screen(&out));
    if !is_shown {
        config::complain(&config);
    }
    let of_config = config::ladder(&config, cli.command.as_ref());
    let ladder = cli.path.as_deref().or(of_config.as_deref());
    match cli.command {
        None => browse::run(ladder, cli.screen_reader, &config, &out),
        Some(Command::Config(task)) => config::run(task, &config, &out),
        Some(Command::List { path, explain }) => {
            let loaded = open::quietly(path.as_deref().or(ladder))?;
            if explain { explain::run(loaded, &out) } else { list::run(loaded, &out) }
        }
        Some(Command::Show { role, section, inherited: false })
            if content::is_stdin(Path::new(&role)) || section.as_deref() == Some(show::WHOLE) =>
        {
            let section = section.as_deref().filter(|section| *section != show::WHOLE);
            show::file(ladder, &role, section, &out)
        }
        Some(Command::Show { role, inherited: true, .. }) => {
            show::inherited(open::ladder(ladder)?, &role, &out)
        }
        Some(Command::Show { role, section, .. }) => {
            show::run(open::ladder(ladder)?, &role, section.as_deref(), &out)
        }
        Some(Command::Compare { tracks, showing, .. }) if !tracks.is_empty() => {
            if showing.is_chosen() {
                bail!(CHOICES);
            }
            let names: Vec<&str> = tracks.iter().map(String::as_str).collect();
            tracks::run(open::ladder(ladder)?, &names, &out)
        }
        Some(Command::Compare { roles, showing, explain, with: Some(with), .. }) => {
            let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
            with_another(ladder, &with, &roles, showing, explain, &out)
        }
        Some(Command::Compare { roles, showing, explain, against, since, .. }) => {
            let version = against.map(Version::At).or(since.map(Version::Revision));
            let roles: Vec<&str> = roles.iter().map(String::as_str).collect();
            compared(ladder, &roles, version, showing, explain, given, &out)
        }
        Some(Command::Overview { track, items }) => {
            overview::run(open::ladder(ladder)?, track.as_deref(), items, &out)
        }
        Some(Command::Trace { topic, track }) => {
            trace::run(open::ladder(ladder)?, &topic, track.as_deref(), &out)
        }
        Some(Command::Search(asked)) => search::run(open::ladder(ladder)?, &asked, &out),
        Some(Command::Check { list: true, .. }) => check::list(given, &out),
        Some(Command::Check { path, strict, allow, watch, .. }) => {
            let switches = check::switches(&allow)?;
            if watch {
                return check::watch(path.as_deref().or(ladder), &switches, given, &out);
            }
            let (loaded, _) = open::own(path.as_deref().or(ladder))?;
            check::run(open::kept(loaded), &switches, strict, given, &out)
        }
        Some(Command::Init { dir, from }) => match (dir, from) {
            (_, Some(from)) => init::from(&from, &out),
            (dir, None) => init::run(&dir.unwrap_or_default(), &out),
        },
        Some(Command::Doctor) => doctor::run(ladder, &out),
        Some(Command::Schema { command }) => {
            out.write(&json::schema(command.as_deref()).unwrap_or_default())?;
            Ok(0)
        }
        Some(Command::Skill) => {
            out.write(SKILL)?;
            Ok(0)
        }
        Some(Command::Man { dir }) => man::run(dir.as_deref(), &out),
        Some(Command::Completions { shell }) => {
            out.write(shell.script())?;
            Ok(0)
        }
    }
}

/// The page for coding agents.
const SKILL: &str = include_str!("../docs/skill.md");

/// Why options that need two roles are refused.
const CHOICES: &str = "--only, --fold, --unfold and --layout need two roles: name both";

/// Compares roles of the user's ladder and of another one.
fn with_another(
    here: Option<&Path>,
    there: &Path,
    roles: &[&str],
    showing: Showing,
    explain: bool,
    out: &Output,
) -> anyhow::Result<u8> {
    match roles {
        [left, right] => {
            with::run(&with::TwoLadders::load(here, there)?, [left, right], showing, explain, out)
        }
        [_, _, _, ..] => bail!("--with compares two roles: name one of each ladder"),
        _ if explain => bail!("--explain with --with needs two roles: name one of each ladder"),
        _ if showing.is_chosen() => bail!(CHOICES),
        one => with::levels(&with::TwoLadders::load(here, there)?, one.first().copied(), out),
    }
}

/// Compares two roles, several, or two versions of the ladder.
fn compared(
    ladder: Option<&Path>,
    roles: &[&str],
    version: Option<Version>,
    showing: Showing,
    explain: bool,
    format: AnyFormat,
    out: &Output,
) -> anyhow::Result<u8> {
    match (version, roles) {
        (None, []) => bail!(
            "name two roles, an older version (--since, --against), another ladder (--with), or two tracks (--tracks)"
        ),
        (None, [only]) => bail!(named::explained(only, None).filter(|_| Path::new(only).is_dir()).unwrap_or_else(|| format!(
            "name a second role to compare {only} with, an older version (--since, --against), or another ladder (--with)"
        ))),
        (None, [left, right]) => {
            let loaded = open::ladder(ladder)?;
            let result = compare::run(loaded, left, right, showing, explain, out);
            result.map_err(|error| named::two_paths(loaded, [left, right]).unwrap_or(error))
        }
        (None, _) if showing.fold || showing.layout() != Sides::Beside => {
            bail!("--fold and --layout are for two roles only: leave them out, or name two roles")
        }
        (None, roles) => {
            levels::run(open::ladder(ladder)?, roles, showing, explain, out)
        },
        (Some(_), []) if showing.is_one_sided() => {
            match format {
                AnyFormat::Github => {
                    bail!("--only right and --only left do not work with --format github: leave out one of the two")
                }
                _ => bail!("--only right and --only left need a role: name one"),
            }
        }
        (Some(version), []) => {
            since::run(&Versions::load(ladder, &version)?, showing, explain, format, out)
        }
        (Some(version), [left, rest @ ..]) => {
            let right = match rest {
                [] => left,
                [right] => right,
                _ => bail!("--since and --against compare at most two roles: name one or two"),
            };
            let versions = Versions::load(ladder, &version)?;
            versions::run(&versions, [left, right], showing, explain, out)
        }
    }
}
