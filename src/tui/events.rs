//! What comes from outside: keys, mouse, resizes and signals, in one queue.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event};
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::terminal;

/// Something from outside.
pub(crate) enum Incoming {
    /// From the terminal.
    Terminal(Event),
    /// The shell asks the program to stop for a while.
    Stop,
    /// The program was continued.
    Continued,
    /// The program was asked to end, by this signal.
    End(i32),
    /// The terminal can no longer be read.
    Lost(io::Error),
}

/// Starts listening. Waiting on the queue costs nothing while nothing happens.
pub(crate) fn listen() -> io::Result<Receiver<Incoming>> {
    let (sender, receiver) = channel();
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let for_signals = sender.clone();
    thread::spawn(move || {
        for signal in &mut signals {
            let incoming = match signal {
                SIGTSTP => Incoming::Stop,
                SIGCONT => Incoming::Continued,
                SIGHUP => hang_up(),
                _ => Incoming::End(signal),
            };
            if for_signals.send(incoming).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || read_terminal(&sender));
    thread::spawn(watch_terminal);
    Ok(receiver)
}

/// Ends the process because the terminal is going away. Writing to it may block for ever, and reading
/// it spins: what can be given back is, and the process ends at once.
fn hang_up() -> ! {
    terminal::give_back();
    std::process::exit(128 + SIGHUP)
}

/// Waits for the terminal to go away. The signal that says so reaches only who leads the session, and
/// a shell or script may keep it to itself.
fn watch_terminal() {
    let mut terminal = [PollFd::from_borrowed_fd(rustix::stdio::stdout(), PollFlags::empty())];
    loop {
        match poll(&mut terminal, None) {
            Err(Errno::INTR) => {}
            // A system that cannot watch a terminal: the signal has to do.
            Err(_) => return,
            Ok(_) if terminal[0].revents().contains(PollFlags::HUP) => hang_up(),
            Ok(_) => return,
        }
    }
}

fn read_terminal(sender: &Sender<Incoming>) {
    loop {
        let (incoming, lost) = match event::read() {
            Ok(event) => (Incoming::Terminal(event), false),
            Err(error) => (Incoming::Lost(error), true),
        };
        if sender.send(incoming).is_err() || lost {
            return;
        }
    }
}
