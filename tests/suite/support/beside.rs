//! What lies beside the repository: real ladders, and what people said of them.

use std::path::{Path, PathBuf};

/// A folder or file beside the repository; `None`, and a word about it, where it is not there.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

/// The folders of ladders that lie in a folder beside the repository, where it is there.
pub(crate) fn ladders(folder: &str) -> Vec<PathBuf> {
    let Some(folder) = shared(folder) else { return Vec::new() };
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.retain(|path| path.is_dir());
    found.sort();
    found
}
