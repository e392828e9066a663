//! Events from outside: keys, mouse, resizes and signals, in one queue.

use std::io;
use std::process::Child;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;

use super::job::Job;
use super::terminal;
use super::watch::WatchedFiles;
use super::world::Incoming;
use crate::model::Ladder;
use crate::tui::input::answers::{Answers, Heard};
use crate::tui::session::{Editing, Find, LoadOlder, News};

/// Every signal that would end or stop the process, except those that no program may handle. Left to the system,
/// they would leave the terminal as it is.
const SIGNALS: [i32; 17] = [
    SIGABRT, SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGSYS, SIGTERM, SIGTRAP,
    SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ,
];

/// How long the main loop has to end the program after a signal.
const PATIENCE: Duration = Duration::from_millis(400);

/// The queue, and the control of the thread that reads the terminal.
pub(crate) struct Listener {
    pub(crate) queue: Receiver<Incoming>,
    sender: Sender<Incoming>,
    checks: Sender<(Arc<Find>, usize)>,
    /// The generation of the ladder whose findings are awaited.
    awaited: Arc<AtomicUsize>,
    go_on: Sender<()>,
    heeded: Sender<()>,
}

impl Listener {
    /// Lets the terminal be read again.
    pub(crate) fn resume(&self) {
        // Sending fails only if the thread has ended with the terminal.
        let _ = self.go_on.send(());
    }

    /// Says that a signal was heeded and does not end the program. Without an answer the process ends soon.
    pub(crate) fn heeded(&self) {
        let _ = self.heeded.send(());
    }

    /// Checks a ladder in the background; the findings come through the queue. The check before it ends
    /// early.
    pub(crate) fn seek(&self, find: Arc<Find>, generation: usize) {
        self.awaited.store(generation, Ordering::Relaxed);
        let _ = self.checks.send((find, generation));
    }

    /// Runs a job in the background; its result comes through the queue.
    pub(crate) fn run(&self, job: Job) {
        let sender = self.sender.clone();
        thread::spawn(move || job().map(|done| sender.send(Incoming::Done(done))));
    }

    /// Loads an older version of the ladder in the background; it comes through the queue.
    pub(crate) fn recall(&self, load: Arc<LoadOlder>, name: String) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let loaded = load(&name);
            // Sending fails only if the program has ended meanwhile.
            let _ = sender.send(Incoming::Recalled(name, loaded));
        });
    }

    /// Passes on news of the ladder that is being read, up to the last.
    pub(crate) fn pass_on(&self, news: Receiver<News>) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let mut is_over = false;
            for news in news {
                is_over |= matches!(news, News::Read(_) | News::Failed(_));
                if sender.send(Incoming::News(news)).is_err() {
                    return;
                }
            }
            if !is_over {
                // The thread that read it has panicked.
                let lost = News::Failed("the ladder cannot be read".into());
                let _ = sender.send(Incoming::News(lost));
            }
        });
    }

    /// Reads the ladder again whenever its files change; it comes through the queue.
    pub(crate) fn watch(&self, editing: Editing, ladder: Arc<Ladder>) -> WatchedFiles {
        WatchedFiles::new(self.sender.clone(), editing, ladder)
    }

    /// Waits for a process in the background; the queue gets an event when it has ended.
    pub(crate) fn wait_for(&self, mut child: Child) {
        let sender = self.sender.clone();
        thread::spawn(move || {
            let _ = sender.send(Incoming::Edited(child.wait()));
        });
    }
}

/// Starts to listen. Waiting on the queue costs nothing while nothing happens. After an event for which
/// `halts` is true, the terminal is not read until [`Listener::resume`]: an editor may need its input.
pub(crate) fn listen(halts: impl Fn(&Event) -> bool + Send + 'static) -> io::Result<Listener> {
    let (sender, receiver) = channel();
    let mut signals = Signals::new(SIGNALS)?;
    // Of Linux: a fault of a coprocessor, the loss of power, and the signals in real time.
    for signal in [16, 30].into_iter().chain(35..=64).filter(|_| cfg!(target_os = "linux")) {
        // Not every C library lets a program handle all of them.
        let _ = signals.add_signal(signal);
    }
    let for_signals = sender.clone();
    let (heeded, answers) = channel();
    thread::spawn(move || {
        for signal in &mut signals {
            let incoming = match signal {
                SIGTSTP => Incoming::Stop,
                SIGCONT => Incoming::Continued,
                SIGHUP => end_at_once(SIGHUP),
                _ => Incoming::End(signal),
            };
            let ends = matches!(incoming, Incoming::End(_));
            if for_signals.send(incoming).is_err() {
                return;
            }
            if ends && answers.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                end_at_once(signal);
            }
        }
    });
    let for_terminal = sender.clone();
    let (go_on, resumed) = channel();
    thread::spawn(move || read_terminal(&for_terminal, halts, &resumed));
    thread::spawn(watch_terminal);
    let for_checks = sender.clone();
    let (checks, asked) = channel();
    let awaited = Arc::new(AtomicUsize::new(0));
    let generation = Arc::clone(&awaited);
    thread::spawn(move || check(&for_checks, &asked, &generation));
    Ok(Listener { queue: receiver, sender, checks, awaited, go_on, heeded })
}

/// Checks one ladder after the other. A ladder that was read again meanwhile is skipped, and its check ends.
fn check(sender: &Sender<Incoming>, asked: &Receiver<(Arc<Find>, usize)>, awaited: &AtomicUsize) {
    while let Ok(first) = asked.recv() {
        let (find, generation) = asked.try_iter().last().unwrap_or(first);
        let found = find(&|| awaited.load(Ordering::Relaxed) == generation);
        if let Some(found) = found
            && sender.send(Incoming::Found(generation, found)).is_err()
        {
            return;
        }
    }
}

/// Ends the process because the terminal is going away, or because it does not drain and holds up the thread
/// that draws. Writing to it may block forever, and reading from it spins, so the process restores what it
/// can and ends at once.
fn end_at_once(signal: i32) -> ! {
    terminal::wrest_back();
    std::process::exit(128 + signal)
}

/// Waits for the terminal to go away. The signal for that reaches only the leader of the session, and a
/// shell or script may not pass it on.
fn watch_terminal() {
    let mut terminal = [PollFd::from_borrowed_fd(rustix::stdio::stdout(), PollFlags::empty())];
    loop {
        match poll(&mut terminal, None) {
            Err(Errno::INTR) => {}
            // This system cannot watch a terminal; the signal must suffice.
            Err(_) => return,
            Ok(_) if terminal[0].revents().contains(PollFlags::HUP) => end_at_once(SIGHUP),
            Ok(_) => return,
        }
    }
}

fn read_terminal(
    sender: &Sender<Incoming>,
    halts: impl Fn(&Event) -> bool,
    resumed: &Receiver<()>,
) {
    let mut answers = Answers::default();
    loop {
        let heard = match event::read().map(|event| answers.hear(event)) {
            Ok(Heard::Events(events)) => events,
            Ok(Heard::Background(backdrop)) => {
                if sender.send(Incoming::Background(backdrop)).is_err() {
                    return;
                }
                continue;
            }
            Err(error) => {
                let _ = sender.send(Incoming::Lost(error));
                return;
            }
        };
        for event in heard {
            let halts = halts(&event);
            let incoming = if halts { Incoming::Halted } else { Incoming::Terminal };
            if sender.send(incoming(event)).is_err() || halts && resumed.recv().is_err() {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_that_nobody_awaits_makes_way_for_the_next() {
        let (sender, found) = channel();
        let (checks, asked) = channel();
        let (begun, begins) = channel();
        let awaited = Arc::new(AtomicUsize::new(0));
        let generation = Arc::clone(&awaited);
        thread::spawn(move || check(&sender, &asked, &generation));
        let endless: Arc<Find> = Arc::new(move |is_awaited: &(dyn Fn() -> bool + Sync)| {
            begun.send(()).unwrap();
            while is_awaited() {
                thread::yield_now();
            }
            None
        });
        checks.send((endless, 0)).unwrap();
        begins.recv().unwrap();
        awaited.store(1, Ordering::Relaxed);
        let next: Arc<Find> = Arc::new(|_: &(dyn Fn() -> bool + Sync)| Some(Vec::new()));
        checks.send((next, 1)).unwrap();
        let first = found.recv_timeout(Duration::from_secs(60));
        assert!(matches!(first, Ok(Incoming::Found(1, _))));
    }
}
