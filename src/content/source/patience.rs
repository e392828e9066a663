//! A program that says nothing for too long is stopped.

use std::io::{self, Read};
use std::process::Child;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

/// The output of a program. Only the time that a reader waits for it counts as silence.
pub(crate) struct PatientReader<R> {
    out: R,
    waits: Sender<bool>,
}

impl<R: Read> Read for PatientReader<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let _ = self.waits.send(true);
        let result = self.out.read(buffer);
        let _ = self.waits.send(false);
        result
    }
}

/// Reads the output of a program, which is stopped if it is silent for too long. Also returns whether it
/// was.
pub(crate) fn stop_when_silent<R: Read, T>(
    child: &mut Child,
    out: R,
    patience: Duration,
    read: impl FnOnce(PatientReader<R>) -> T,
) -> (T, bool) {
    let (waits, heard) = mpsc::channel();
    thread::scope(|scope| {
        let guard = scope.spawn(move || stop(child, &heard, patience));
        let result = read(PatientReader { out, waits });
        (result, guard.join().unwrap_or_default())
    })
}

/// Stops a program as soon as a reader has waited too long for it; whether that happened.
fn stop(child: &mut Child, waits: &Receiver<bool>, patience: Duration) -> bool {
    while let Ok(is_waiting) = waits.recv() {
        if is_waiting && waits.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
            return child.kill().is_ok();
        }
    }
    false
}
