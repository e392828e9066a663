//! Names on the command line: what they mean in the ladder, and what is said of those that mean
//! nothing there.

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, anyhow};

use crate::content::Loaded;
use crate::model::{Document, SectionId, Subject, TrackId, clean};
use crate::naming::{self, Asked, NameError, Named, Showable};

/// The role or counterpart of a name.
pub(super) fn subject(loaded: &Loaded, name: &str) -> Result<Subject> {
    ask(loaded, name, |asked| naming::find(&loaded.ladder, asked))
}

/// The role or counterpart of a name in one version of a ladder, and whether it is called just so. A
/// path is seen in the version that stands here.
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

/// The section of a document of a name.
pub(super) fn section(document: &Document, name: &str) -> Result<SectionId> {
    naming::section(document, name).map_err(|error| anyhow!("{error}"))
}

/// What a path is where a name is expected: a folder or file outside of the ladder, which is named
/// otherwise. `None` for what is no path.
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
    Some(format!("`{}` is {what}: name the ladder with --ladder", clean::line(name)))
}

/// Looks a name up; a path that leads out of the ladder is said to be one.
fn ask<T>(
    loaded: &Loaded,
    name: &str,
    find: impl FnOnce(Asked<'_>) -> Result<T, NameError>,
) -> Result<T> {
    let explained = explained(name, Some(loaded));
    if let Some(message) = &explained
        && name.contains(['/', '\\'])
    {
        return Err(anyhow!("{message}"));
    }
    let seen = seen(loaded, name);
    let found = find(Asked { text: name, seen: seen.as_deref() });
    found.map_err(|error| match explained {
        Some(message) if !error.is_ambiguous => anyhow!("{message}"),
        _ => anyhow!("{error}"),
    })
}

/// A name taken as a path from the folder one stands in, as seen from the root of the ladder; `None`
/// where it leads out of it.
fn seen(loaded: &Loaded, name: &str) -> Option<String> {
    let root = plain(&std::path::absolute(loaded.root.as_deref()?).ok()?);
    let path = plain(&std::path::absolute(name).ok()?);
    let inside = path.strip_prefix(root).ok()?;
    let parts = inside.components().map(|part| part.as_os_str().to_string_lossy());
    Some(parts.collect::<Vec<_>>().join("/"))
}

/// A path without `..` in it.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part == Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}
