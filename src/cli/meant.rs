//! What was probably meant by a line that names no command, or a ladder that is not there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::CommandFactory;

use super::args::Cli;
use super::open;
use crate::content::{LoadError, unwatched};
use crate::model::clean;
use crate::naming::{self, distance};

/// Commands of other programs, and what does the same here.
const ELSEWHERE: [(&str, &str); 31] = [
    ("diff", "rungs compare"),
    ("cmp", "rungs compare"),
    ("vs", "rungs compare"),
    ("versus", "rungs compare"),
    ("ls", "rungs list"),
    ("ll", "rungs list"),
    ("tree", "rungs list"),
    ("roles", "rungs list"),
    ("levels", "rungs list"),
    ("tracks", "rungs list"),
    ("view", "rungs show"),
    ("cat", "rungs show"),
    ("print", "rungs show"),
    ("read", "rungs show"),
    ("less", "rungs show"),
    ("more", "rungs show"),
    ("get", "rungs show"),
    ("open", "rungs PATH"),
    ("browse", "rungs PATH"),
    ("edit", "rungs PATH"),
    ("tui", "rungs PATH"),
    ("grep", "rungs search"),
    ("rg", "rungs search"),
    ("find", "rungs search"),
    ("lint", "rungs check"),
    ("validate", "rungs check"),
    ("verify", "rungs check"),
    ("matrix", "rungs overview"),
    ("new", "rungs init"),
    ("create", "rungs init"),
    ("follow", "rungs trace"),
];

/// So many letters make a name of a command another one.
const NEAR: usize = 2;

/// The command that was probably meant, if the first argument is no command.
pub(super) fn command(arguments: &[OsString]) -> Option<String> {
    let first = arguments.get(1)?.to_str()?;
    if first.starts_with('-') {
        return None;
    }
    let there_is_none = format!("there is no command, file or folder `{first}`");
    if let Some((_, meant)) = ELSEWHERE.iter().find(|(name, _)| *name == first) {
        let others = if meant.ends_with("PATH") { String::new() } else { others(arguments) };
        return Some(format!("{there_is_none}; did you mean `{meant}{others}`?"));
    }
    if let Some(message) = roles(arguments) {
        return Some(message);
    }
    let cli = Cli::command();
    let names = cli.get_subcommands().map(clap::Command::get_name);
    // Of two names that are as near, the one with the same first letter was meant.
    let key = |name: &str| (distance(first, name), name.chars().next() != first.chars().next());
    let ((near, _), name) = names.map(|name| (key(name), name)).min()?;
    let is_word = first.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_word && (1..=NEAR).contains(&near))
        .then(|| format!("{there_is_none}; did you mean `rungs {name}{}`?", others(arguments)))
}

/// The arguments behind the first, as one types them. Options of another program mean nothing here.
fn others(arguments: &[OsString]) -> String {
    if arguments.iter().any(|word| word.to_string_lossy().starts_with('-')) {
        return String::new();
    }
    arguments.iter().skip(2).map(|word| format!(" {}", quoted(&word.to_string_lossy()))).collect()
}

/// The message about roles where a command or ladder belongs: "rungs senior", "rungs senior staff".
fn roles(arguments: &[OsString]) -> Option<String> {
    let words = arguments.iter().skip(1).map(|word| word.to_str());
    let words: Vec<&str> =
        words.map_while(|word| word.filter(|word| !word.starts_with('-'))).collect();
    let (first, others) = words.split_first()?;
    are_roles(arguments, &words).then(|| {
        let command = if others.is_empty() { "show" } else { "compare" };
        let names: String = words.iter().map(|word| format!(" {}", quoted(word))).collect();
        format!("`{first}` is a role, not a ladder; did you mean `rungs {command}{names}`?")
    })
}

/// The message about a ladder that is not there, if its path is the name of a role.
pub(super) fn role(arguments: &[OsString], error: &anyhow::Error) -> Option<String> {
    let Some(LoadError::Missing(path)) = error.downcast_ref() else { return None };
    let name = path.to_str()?;
    are_roles(arguments, &[name]).then(|| {
        format!("`{name}` is a role, not a ladder; did you mean `rungs show {}`?", quoted(name))
    })
}

/// Whether names are roles of the ladder that would be opened without them.
fn are_roles(arguments: &[OsString], names: &[&str]) -> bool {
    let mut words = arguments.iter().filter_map(|word| word.to_str());
    let option = words.find_map(|word| word.strip_prefix("--ladder")).and_then(|value| {
        value.strip_prefix('=').or_else(|| value.is_empty().then(|| words.next())?)
    });
    let variable = named_by_variable();
    let ladder = option.map(Path::new).or(variable.as_deref()).filter(|path| path.exists());
    let Ok(opened) = open::which(ladder).load(&unwatched) else { return false };
    let is_role = |name: &&str| {
        naming::find_named(&opened.loaded.ladder, *name).is_ok_and(|named| named.exactly)
    };
    names.iter().all(is_role)
}

/// The path in `RUNGS_LADDER`.
fn named_by_variable() -> Option<PathBuf> {
    std::env::var_os("RUNGS_LADDER").filter(|path| !path.is_empty()).map(Into::into)
}

/// The words that follow an error about a path that only `RUNGS_LADDER` names.
pub(super) fn source(arguments: &[OsString], error: &anyhow::Error) -> &'static str {
    let path = match error.downcast_ref() {
        Some(LoadError::Missing(path)) => path,
        Some(LoadError::Unreadable { path, .. } | LoadError::NoDocument { path, .. }) => path,
        _ => return "",
    };
    let is_typed = |word: &OsString| word.to_string_lossy().ends_with(&*path.to_string_lossy());
    let is_variable = named_by_variable().as_ref() == Some(path);
    if is_variable && !arguments.iter().any(is_typed) {
        " (the environment variable RUNGS_LADDER names this path)"
    } else {
        ""
    }
}

/// A word as it is typed in a shell.
pub(super) fn quoted(word: &str) -> String {
    let word = clean::line(word);
    if word.chars().all(|c| c.is_alphanumeric() || "/._-:".contains(c)) {
        word.into_owned()
    } else {
        format!("\"{word}\"")
    }
}
