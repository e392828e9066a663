//! Notices when files of a ladder change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// A watch on the folders of a ladder. It reads no file.
pub struct FileWatch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
}

impl FileWatch {
    /// A watch that calls a function, in a thread of its own, whenever something changes in one of its folders.
    ///
    /// # Errors
    /// Why this system cannot watch files, in words.
    pub fn new(on_change: impl Fn() + Send + 'static) -> Result<Self, String> {
        let changed = move |event: notify::Result<Event>| {
            // Reading a file is an event too, and would lead to the next reading.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                on_change();
            }
        };
        let watcher = notify::recommended_watcher(changed).map_err(|error| said(&error))?;
        Ok(Self { watcher, folders: BTreeSet::new() })
    }

    /// Watches the folders of these files below a root, and the folders around them, and no others: a ladder can
    /// be in a repository with many other folders.
    ///
    /// # Errors
    /// Why a folder cannot be watched, in words. The others are watched.
    pub fn follow<'a>(
        &mut self,
        root: &Path,
        files: impl Iterator<Item = &'a str>,
    ) -> Result<(), String> {
        let mut folders = BTreeSet::from([root.to_owned()]);
        for file in files {
            let around = Path::new(file).ancestors().skip(1);
            // Of the folders around a known one all are known.
            let mut new = around.map(|folder| root.join(folder));
            while new.next().is_some_and(|folder| folders.insert(folder)) {}
        }
        for gone in self.folders.difference(&folders) {
            // A folder that does not exist any more is not watched either.
            let _ = self.watcher.unwatch(gone);
        }
        let mut failed = None;
        for folder in folders.difference(&self.folders) {
            let watched = self.watcher.watch(folder, RecursiveMode::NonRecursive);
            // A folder that was removed meanwhile is reported by the next reading.
            if let Err(error) = watched
                && folder.is_dir()
            {
                failed = Some(said(&error));
            }
        }
        self.folders = folders;
        failed.map_or(Ok(()), Err)
    }
}

/// An error in words, without the paths, which are folders of the ladder.
fn said(error: &notify::Error) -> String {
    match &error.kind {
        notify::ErrorKind::MaxFilesWatch => "the system watches no more files".to_owned(),
        notify::ErrorKind::Io(error) => error.to_string(),
        kind => format!("{kind:?}"),
    }
}
