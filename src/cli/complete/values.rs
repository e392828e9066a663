//! What an argument can be: its values come from the ladder that would be opened, from its repository,
//! from the folder, or from the list of an option.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use clap::{Arg, Command};

use super::candidate::Completion;
use super::line::ShellLine;
use crate::check;
use crate::cli::open;
use crate::content;
use crate::model::{CounterpartId, Document, Ladder, RoleId, Subject};
use crate::naming::{self, Labels, Showable};
use crate::report;

/// How long a shell waits for a large ladder.
const PATIENCE: Duration = Duration::from_millis(800);

/// The commands of a command.
pub(super) fn commands(command: &Command) -> Vec<Completion> {
    let all = command.get_subcommands().filter(|it| !it.is_hide_set());
    all.map(|it| Completion::new(vec![it.get_name().to_owned()], it.get_about())).collect()
}

/// The options of a command.
pub(super) fn options(command: &Command) -> Vec<Completion> {
    let named = command.get_arguments().filter(|it| !it.is_hide_set()).filter_map(|option| {
        let name = format!("--{}", option.get_long()?);
        Some(Completion::new(vec![name], option.get_help()))
    });
    named.collect()
}

/// The values of an argument, of which this much is typed. The name that help gives the value says what
/// it is.
pub(super) fn of(argument: &Arg, line: &ShellLine<'_>, typed: &str) -> Vec<Completion> {
    let listed = argument.get_possible_values();
    if !listed.is_empty() {
        let candidate = |it: &clap::builder::PossibleValue| {
            Completion::new(vec![it.get_name().to_owned()], it.get_help())
        };
        return listed.iter().map(candidate).collect();
    }
    let name = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
    match name {
        "LADDER" | "PATH" | "DIR" => paths(typed),
        "RULE" => rules(),
        "REV" => content::revision_names(&place(line)).into_iter().map(plain).collect(),
        "ROLE" => in_ladder(line, |ladder| roles(ladder, line)),
        "SECTION" => in_ladder(line, |ladder| sections(ladder, line)),
        "TRACK" => in_ladder(line, tracks),
        "TOPIC" => {
            in_ladder(line, |ladder| report::topic_names(ladder).into_iter().map(plain).collect())
        }
        _ => Vec::new(),
    }
}

fn plain(name: String) -> Completion {
    Completion::new(vec![name], None::<&str>)
}

/// Folders, and files that rungs reads.
fn paths(typed: &str) -> Vec<Completion> {
    let (folder, _) = typed
        .rsplit_once('/')
        .map_or(("", typed), |(folder, name)| (&typed[..=folder.len()], name));
    content::readable(folder).into_iter().map(|name| plain(format!("{folder}{name}"))).collect()
}

fn rules() -> Vec<Completion> {
    let all = check::rules();
    all.iter().map(|rule| Completion::new(vec![rule.name.to_owned()], Some(rule.about))).collect()
}

/// The path of the ladder that the line names; the current folder if it names none.
fn place(line: &ShellLine<'_>) -> PathBuf {
    open::which(named(line).as_deref()).path().to_owned()
}

/// The path that the line or `RUNGS_LADDER` names. Of two ladders, the second level is of the other.
fn named(line: &ShellLine<'_>) -> Option<PathBuf> {
    let other = line.given("with").last().filter(|_| line.given("roles").count() == 1);
    let variable = || std::env::var("RUNGS_LADDER").ok().filter(|path| !path.is_empty());
    let path =
        other.or_else(|| line.given("ladder").last()).map(str::to_owned).or_else(variable)?;
    Some(match (path.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => path.into(),
    })
}

/// Candidates from the ladder that would be opened; none if there is no such ladder, or if it takes long.
fn in_ladder(
    line: &ShellLine<'_>,
    find: impl FnOnce(&Ladder) -> Vec<Completion>,
) -> Vec<Completion> {
    let choice = open::which(named(line).as_deref());
    let (sender, loaded) = channel();
    // Sending fails only if nobody waits any longer.
    thread::spawn(move || drop(sender.send(choice.load(&content::unwatched))));
    match loaded.recv_timeout(PATIENCE) {
        Ok(Ok(opened)) => find(&opened.loaded.ladder),
        _ => Vec::new(),
    }
}

/// Roles, counterparts and, for `show`, pages. A role that is named already is left out.
fn roles(ladder: &Ladder, line: &ShellLine<'_>) -> Vec<Completion> {
    let labels = Labels::new(ladder);
    let mut levels: HashMap<&str, usize> = HashMap::new();
    let all = ladder.roles.iter().filter_map(|role| role.level.as_deref());
    all.for_each(|level| *levels.entry(level).or_default() += 1);
    let role = |(at, role): (usize, &crate::model::Role)| {
        let subject = Subject::Role(RoleId(at));
        let mut names = vec![role.id.clone(), labels.label(subject).into_owned()];
        let level = role.level.as_deref();
        names.extend(level.filter(|level| levels[level] == 1).map(str::to_owned));
        names.push(labels.title(subject).into_owned());
        let track = ladder.track(role.track).title.as_str();
        let about: Vec<&str> =
            [role.document.title.as_str()].into_iter().chain(level).chain([track]).collect();
        Completion::new(names, Some(about.join(" · ")))
    };
    let mut found: Vec<Completion> = ladder.roles.iter().enumerate().map(role).collect();
    let counterparts = (0..ladder.counterparts.len()).map(CounterpartId);
    found.extend(counterparts.map(|id| {
        Completion::new(vec![ladder.counterpart(id).name.clone()], Some("known from tables"))
    }));
    if line.command.get_name() == "show" {
        found.extend(ladder.pages.iter().map(|page| {
            Completion::new(vec![page.title.clone(), page.file.clone()], Some(&page.file))
        }));
    }
    found.retain(|candidate| !line.given("roles").any(|given| candidate.is_called(given)));
    found
}

/// The sections of the role or page that the line names.
fn sections(ladder: &Ladder, line: &ShellLine<'_>) -> Vec<Completion> {
    let named = line.given("role").next().and_then(|name| naming::document(ladder, name).ok());
    let document: &Document = match named {
        Some(Showable::Subject(Subject::Role(role))) => &ladder.role(role).document,
        Some(Showable::Page(page)) => &ladder.pages[page.0],
        _ => return Vec::new(),
    };
    let section = |it: &crate::model::Section| {
        let title = it.title.as_str().to_owned();
        Completion::new(vec![it.anchor.clone(), title.clone()], Some(title))
    };
    document.sections.iter().map(section).collect()
}

fn tracks(ladder: &Ladder) -> Vec<Completion> {
    let track = |it: &crate::model::Track| {
        let count = report::number(it.roles.len(), "role");
        Completion::new(vec![it.title.clone()], Some(count))
    };
    ladder.tracks.iter().map(track).collect()
}
