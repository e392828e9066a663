//! Names on the command line: what they mean in the ladder, and the message about a name that means
//! nothing.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::meant::quoted;
use crate::content::Loaded;
use crate::model::{Document, SectionId, Subject, TrackId, clean};
use crate::naming::{self, Asked, NameError, Named, Showable};

/// The role or counterpart of a name.
pub(super) fn subject(loaded: &Loaded, name: &str) -> Result<Subject> {
    ask(loaded, name, |asked| naming::find(&loaded.ladder, asked))
}

/// The role or counterpart of a name in one version of a ladder, and whether it is called exactly that.
/// A path is relative to the newer version, which is on disk.
pub(super) fn in_version(version: &Loaded, here: &Loaded, name: &str) -> Result<Named> {
    ask(here, name, |asked| naming::find_named(&version.ladder, asked))
}

/// The role, counterpart or page of a name.
pub(super) fn document(loaded: &Loaded, name: &str) -> Result<Showable> {
    ask(loaded, name, |asked| naming::document(&loaded.ladder, asked))
}

/// The track of a name.
pub(super) fn track(loaded: &Loaded, name: &str) -> Result<TrackId> {
    ask(loaded, name, |asked| naming::track(&loaded.ladder, asked.text))
}

/// The track of a name, or all tracks where none is named.
pub(super) fn tracks(loaded: &Loaded, name: Option<&str>) -> Result<Vec<TrackId>> {
    match name {
        Some(name) => Ok(vec![track(loaded, name)?]),
        None => Ok((0..loaded.ladder.tracks.len()).map(TrackId).collect()),
    }
}

/// The section of a document of a name.
pub(super) fn section(document: &Document, name: &str) -> Result<SectionId> {
    naming::section(document, name).map_err(|error| anyhow!("{error}"))
}

/// The message for a folder or file outside the ladder where a name is expected. `None` for anything
/// else.
pub(super) fn explained(name: &str, loaded: Option<&Loaded>) -> Option<String> {
    let path = Path::new(name);
    if name.is_empty() || loaded.is_some_and(|loaded| seen(loaded, name).is_some()) {
        return None;
    }
    let what = match (path.is_dir(), path.is_file()) {
        (true, _) => "a folder",
        (_, true) => "a file",
        _ => return None,
    };
    let all = match what {
        "a file" => format!("; `rungs show {} -` prints all of the file", quoted(name)),
        _ => String::new(),
    };
    Some(format!(
        "`{}` is {what}, not a name in the ladder: name a ladder with --ladder{all}",
        clean::line(name)
    ))
}

/// The error about two paths outside the ladder where roles are expected.
pub(super) fn two_paths(loaded: &Loaded, names: [&str; 2]) -> Option<anyhow::Error> {
    names.iter().all(|name| explained(name, Some(loaded)).is_some()).then(|| {
        let [left, right] = names.map(quoted);
        anyhow!(
            "{left} and {right} are not in the ladder; did you mean `rungs compare --ladder {left} --with {right}`?"
        )
    })
}

/// Looks a name up.
fn ask<T>(
    loaded: &Loaded,
    name: &str,
    find: impl FnOnce(Asked<'_>) -> Result<T, NameError>,
) -> Result<T> {
    let seen = seen(loaded, name);
    let asked = Asked { text: name, seen: seen.as_deref() };
    let found = naming::look_up(asked, explained(name, Some(loaded)), find);
    found.map_err(|error| anyhow!("{error}"))
}

/// A name taken as a path from the current folder, as seen from the root of the ladder; `None` if it
/// leads out of it.
fn seen(loaded: &Loaded, name: &str) -> Option<String> {
    let root = std::path::absolute(loaded.root.as_deref()?).ok()?;
    naming::path_inside(&root, &std::path::absolute(name).ok()?)
}
