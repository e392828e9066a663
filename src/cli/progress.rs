//! The progress of loading on stderr, so that the user of a too large folder sees it and can stop the
//! program.

use std::io::{IsTerminal, Write, stderr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::content::Progress;

/// Ladders with fewer files are loaded before anyone wonders.
const MANY: usize = 2_000;

/// The interval between messages.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// The words for how far loading is.
#[derive(Debug, Default)]
pub(super) struct ProgressWords {
    files: usize,
    documents: usize,
}

impl ProgressWords {
    /// Takes the numbers of a step.
    pub(super) fn take(&mut self, step: &Progress) {
        match step {
            Progress::LookedAt(files) => self.files = *files,
            Progress::Found(documents) => self.documents = documents.len(),
            Progress::Read(_) | Progress::Parsed(..) => {}
        }
    }

    /// The words of a step that was taken.
    pub(super) fn of(&self, step: &Progress) -> String {
        let all = self.documents;
        match step {
            Progress::LookedAt(files) => format!("looked at {files} files"),
            Progress::Found(_) => format!("found {all} documents"),
            Progress::Read(done) => format!("read {done} of {all} documents"),
            Progress::Parsed(done, all) if done < all => {
                format!("parsed {done} of {all} documents")
            }
            Progress::Parsed(_, all) => format!("looking for the levels of {all} documents"),
        }
    }

    /// Whether there are so many files that loading takes long.
    fn is_long(&self) -> bool {
        self.files.max(self.documents) >= MANY
    }
}

/// The progress line; it is erased when this value is dropped.
pub(super) struct ProgressLine {
    is_seen: bool,
    state: Mutex<(ProgressWords, Option<Instant>)>,
}

impl ProgressLine {
    pub(super) fn new() -> Self {
        Self { is_seen: stderr().is_terminal(), state: Mutex::default() }
    }

    /// Who is told about the steps of loading.
    pub(super) fn watch(&self) -> impl Fn(Progress) + Sync + '_ {
        |step| {
            if self.is_seen {
                self.tell(&step);
            }
        }
    }

    fn tell(&self, step: &Progress) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let (words, written) = &mut *state;
        words.take(step);
        let is_due = written.is_none_or(|written| written.elapsed() >= PAUSE);
        if words.is_long() && is_due {
            *written = Some(Instant::now());
            write(&format!("\r\u{1b}[K{}; Ctrl-C stops", words.of(step)));
        }
    }
}

impl Drop for ProgressLine {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        if state.1.is_some() {
            write("\r\u{1b}[K");
        }
    }
}

/// A terminal that cannot be written to is not a reason to stop.
fn write(text: &str) {
    let mut stderr = stderr();
    let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_has_its_words() {
        let mut words = ProgressWords::default();
        let found = vec![String::new(); 3];
        let steps = [
            (Progress::LookedAt(7), "looked at 7 files"),
            (Progress::Found(found), "found 3 documents"),
            (Progress::Read(2), "read 2 of 3 documents"),
            (Progress::Parsed(1, 3), "parsed 1 of 3 documents"),
            (Progress::Parsed(3, 3), "looking for the levels of 3 documents"),
        ];
        for (step, said) in steps {
            words.take(&step);
            assert_eq!(words.of(&step), said);
        }
    }
}
