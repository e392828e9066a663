//! What comes from outside: keys, mouse, resizes and signals, in one queue.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use crossterm::event::{self, Event};
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
                SIGHUP => {
                    // The terminal is going away: writing to it may block for ever, and reading
                    // it spins. What can be given back is, and the process ends at once.
                    terminal::give_back();
                    std::process::exit(128 + signal);
                }
                _ => Incoming::End(signal),
            };
            if for_signals.send(incoming).is_err() {
                return;
            }
        }
    });
    thread::spawn(move || read_terminal(&sender));
    Ok(receiver)
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
