//! Processes, and waiting for them.

use std::thread;
use std::time::{Duration, Instant};

use super::pty::PATIENCE;

/// Waits for what the terminal does not tell.
#[track_caller]
pub(crate) fn eventually(what: &str, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The state of a process as `ps` shows it: `T` where it is stopped.
#[cfg(target_os = "linux")]
pub(crate) fn process_state(pid: &str) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}
