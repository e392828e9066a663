//! Notices when files of a ladder change.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::content::source::disk;

/// How long files must be unchanged: an editor or git writes several, one after the other.
const QUIET: Duration = Duration::from_millis(100);

/// How long a rest is waited for.
const PATIENCE: Duration = Duration::from_secs(1);

/// A watch on the folders of a ladder. It reads no file.
pub struct FileWatch {
    watcher: RecommendedWatcher,
    folders: BTreeSet<PathBuf>,
    since: SystemTime,
    changes: Sender<()>,
}

impl FileWatch {
    /// A watch that calls a function, in a thread of its own, when something has changed in one of its folders and
    /// nothing changes any more. `since` is when the ladder began to be read: what changed before its folder was
    /// watched counts too.
    ///
    /// # Errors
    /// Why this system cannot watch files, in words.
    pub fn new(since: SystemTime, on_change: impl Fn() + Send + 'static) -> Result<Self, String> {
        let (sender, changes) = channel();
        let changed_file = sender.clone();
        let changed = move |event: notify::Result<Event>| {
            // Reading a file is an event too, and would lead to the next reading.
            if event.is_ok_and(|event| !event.kind.is_access()) {
                // Sending fails only if the thread could not be started.
                let _ = changed_file.send(());
            }
        };
        // It ends with the watch, which has the senders.
        thread::spawn(move || settle(&changes, on_change));
        let watcher = notify::recommended_watcher(changed).map_err(|error| said(&error))?;
        Ok(Self { watcher, folders: BTreeSet::new(), since, changes: sender })
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
        let mut paths = Vec::new();
        for file in files {
            paths.push(root.join(file));
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
        // A file that was edited, or a folder with a file that was added or removed.
        let is_newer = |path: &PathBuf| disk::modified(path).is_some_and(|it| it > self.since);
        if folders.iter().chain(&paths).any(is_newer) {
            let _ = self.changes.send(());
        }
        self.since = SystemTime::now();
        self.folders = folders;
        failed.map_or(Ok(()), Err)
    }
}

/// Calls a function after each group of changes.
fn settle(changes: &Receiver<()>, on_change: impl Fn()) {
    while changes.recv().is_ok() {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end && changes.recv_timeout(QUIET).is_ok() {}
        on_change();
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
