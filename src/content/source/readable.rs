//! What a folder offers to someone who types a path.

use std::path::Path;

use crate::content::source::disk::{FolderEntry, entries, is_file};
use crate::content::source::path::is_read;

/// The most names of a folder that are listed.
const LISTED: usize = 2_000;

/// The names in a folder of its folders, with a slash, and of its files that can be part of a ladder.
/// Hidden ones are left out. A folder that cannot be read has none.
#[must_use]
pub fn readable(folder: &str) -> Vec<String> {
    let folder = Path::new(if folder.is_empty() { "." } else { folder });
    let name = |entry: FolderEntry| match entry.name {
        name if name.starts_with('.') => None,
        name if entry.path.is_dir() => Some(format!("{name}/")),
        name => (is_read(&name) && is_file(&entry.path)).then_some(name),
    };
    let all = entries(folder).into_iter().flatten().flatten().take(LISTED);
    let mut names: Vec<String> = all.filter_map(name).collect();
    names.sort_unstable();
    names
}
