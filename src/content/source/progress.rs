//! How far a long walk through folders has come, on stderr: who named a folder too far up sees it, and
//! ends the program.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Folders of fewer files are read before anyone wonders.
const MANY: usize = 20_000;

/// How often it is written.
const PAUSE: Duration = Duration::from_millis(100);

/// The line that says it; it is gone when this is.
pub(crate) struct Progress {
    is_seen: bool,
    written: Option<Instant>,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { is_seen: stderr().is_terminal(), written: None }
    }

    /// So many files were looked at.
    pub(crate) fn looked_at(&mut self, files: usize) {
        self.say(files, || format!("looked at {files} files"));
    }

    /// So many of the documents among so many files were read.
    pub(crate) fn read(&mut self, done: usize, documents: usize, files: usize) {
        self.say(files, || format!("read {done} of {documents} documents"));
    }

    fn say(&mut self, files: usize, text: impl Fn() -> String) {
        let is_due = || self.written.is_none_or(|written| written.elapsed() >= PAUSE);
        if files < MANY || !self.is_seen || !is_due() {
            return;
        }
        self.written = Some(Instant::now());
        self.write(&format!("\r\u{1b}[K{}; Ctrl-C ends it", text()));
    }

    /// A terminal that cannot be written to is no reason to stop.
    fn write(&self, text: &str) {
        let mut stderr = stderr();
        let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.written.is_some() {
            self.write("\r\u{1b}[K");
        }
    }
}
