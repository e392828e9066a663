//! The progress of a long walk through folders, on stderr, so that the user of a too large folder sees it
//! and can stop the program.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// Folders with fewer files are read before anyone wonders.
const MANY: usize = 20_000;

/// The interval between messages.
const PAUSE: Duration = Duration::from_millis(100);

/// The progress line; it is erased when this value is dropped.
pub(crate) struct Progress {
    is_seen: bool,
    written: Option<Instant>,
}

impl Progress {
    pub(crate) fn new() -> Self {
        Self { is_seen: stderr().is_terminal(), written: None }
    }

    /// Reports how many files were looked at.
    pub(crate) fn looked_at(&mut self, files: usize) {
        self.say(files, || format!("looked at {files} files"));
    }

    /// Reports how many of the documents were read, and among how many files.
    pub(crate) fn read(&mut self, done: usize, documents: usize, files: usize) {
        self.say(files, || format!("read {done} of {documents} documents"));
    }

    fn say(&mut self, files: usize, text: impl Fn() -> String) {
        let is_due = || self.written.is_none_or(|written| written.elapsed() >= PAUSE);
        if files < MANY || !self.is_seen || !is_due() {
            return;
        }
        self.written = Some(Instant::now());
        self.write(&format!("\r\u{1b}[K{}; Ctrl-C stops", text()));
    }

    /// A terminal that cannot be written to is not a reason to stop.
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
