//! `rungs doctor`: facts about the terminal and the system for a bug report.

use std::path::{Path, PathBuf};

use anyhow::Result;

use super::args::Format;
use super::open::{self, ChosenLadder};
use super::output::{Output, glyphs, terminal_size};
use crate::config;
use crate::content::{self, unwatched};
use crate::model::clean;
use crate::page::{DocumentOptions, Glyphs, lay_out_document};
use crate::report::{DoctorReport, SystemInput, number};
use crate::{json, markdown};

pub(super) fn run(given: Option<&Path>, out: &Output) -> Result<u8> {
    let choice = open::which(given);
    let ladder = [place(&choice), why(given, &choice).to_owned()];
    let opened = if content::is_stdin(choice.path()) { None } else { choice.load(&unwatched).ok() };
    let report = DoctorReport::new(&SystemInput {
        variable: &variable,
        size: terminal_size(),
        is_unicode: glyphs() == Glyphs::Unicode,
        ladder,
        contents: opened.as_ref().map(|opened| contents(&opened.loaded)),
        folders: [config_file(), state_folder()],
        versions: [
            Some(env!("CARGO_PKG_VERSION").to_owned()),
            Some(system()),
            content::git_version(),
        ],
    });
    match out.format {
        Format::Json => out.write(&json::doctor(&report))?,
        Format::Markdown => out.write(&markdown::document(&report.document()))?,
        Format::Text | Format::Html => {
            let options = DocumentOptions::new(out.width, out.glyphs);
            out.page(&lay_out_document(&report.document(), options))?;
        }
    }
    Ok(0)
}

/// A variable of the environment as text that is safe to show.
fn variable(name: &str) -> Option<String> {
    let value = std::env::var_os(name)?;
    Some(clean::line(&value.to_string_lossy()).into_owned())
}

/// Where the ladder is.
fn place(choice: &ChosenLadder) -> String {
    match choice {
        ChosenLadder::BuiltIn => "built-in ladder".to_owned(),
        choice => shown(choice.path()),
    }
}

/// Why this ladder is opened.
fn why(given: Option<&Path>, choice: &ChosenLadder) -> &'static str {
    let variable = std::env::var_os("RUNGS_LADDER").map(PathBuf::from);
    match (given, choice) {
        (Some(path), _) if variable.as_deref() == Some(path) => "RUNGS_LADDER",
        (Some(_), _) => "--ladder",
        (None, ChosenLadder::Named(_)) => "the nearest ladder.yml",
        (None, ChosenLadder::Here) => {
            "the current folder, or the built-in ladder if it has no roles"
        }
        (None, ChosenLadder::BuiltIn) => "too many files in the current folder to look through",
    }
}

/// How much a ladder has; nothing that it says.
fn contents(loaded: &content::Loaded) -> String {
    let ladder = &loaded.ladder;
    let counts = [
        number(ladder.roles.len(), "role"),
        number(ladder.tracks.len(), "track"),
        number(ladder.pages.len(), "page"),
        number(loaded.findings.len(), "finding"),
    ];
    counts.join(", ")
}

/// The config of the user.
fn config_file() -> Option<String> {
    let file = config::files(Path::new("."), &|name| std::env::var(name).ok()).user?;
    Some(shown(&file.path) + if file.exists { "" } else { " (does not exist)" })
}

/// The folder for what the program remembers.
fn state_folder() -> Option<String> {
    let folder = config::state_folder(&|name| std::env::var(name).ok());
    folder.map(|folder| shown(&folder))
}

fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute() && home.parent().is_some())
}

/// A path with the home folder as `~`.
fn shown(path: &Path) -> String {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let inside = home().and_then(|home| Some(Path::new("~").join(whole.strip_prefix(home).ok()?)));
    clean::line(&inside.unwrap_or(whole).to_string_lossy()).into_owned()
}

/// The system and its version, without the name of the machine.
fn system() -> String {
    let uname = rustix::system::uname();
    let parts = [uname.sysname(), uname.release(), uname.machine()];
    let parts = parts.map(|part| clean::line(&part.to_string_lossy()).into_owned());
    parts.join(" ")
}
