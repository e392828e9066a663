//! The terminal: taken over at the start, given back in every case.

use std::io::{self, Stdout, Write, stdout};
use std::sync::Once;
use std::thread::{self, ThreadId};
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::execute;
use crossterm::queue;
use crossterm::style::ResetColor;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::{Frame, Terminal};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{QueueSelector, tcflush};

use crate::finding::guard;

/// How often, and at what interval, a terminal that takes nothing is asked again.
const TRIES: usize = 20;
const PAUSE: Duration = Duration::from_millis(10);

/// The terminal while the program has it. Dropping it restores the terminal.
pub(crate) struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    takes_mouse: bool,
}

impl Screen {
    /// Takes the terminal over, perhaps with the mouse.
    pub(crate) fn take(takes_mouse: bool) -> io::Result<Self> {
        give_back_on_panic(thread::current().id());
        enter(takes_mouse)?;
        match Terminal::new(CrosstermBackend::new(stdout())) {
            Ok(terminal) => Ok(Self { terminal, takes_mouse }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Gives the terminal to the shell, stops the process, and takes the terminal over again when the
    /// process continues.
    pub(crate) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop()?;
        self.take_back()
    }

    /// Gives the terminal to another program, until [`Self::take_back`].
    pub(crate) fn lend(&mut self) {
        give_back();
    }

    /// Takes the terminal over again.
    pub(crate) fn take_back(&mut self) -> io::Result<()> {
        enter(self.takes_mouse)?;
        self.refresh()
    }

    /// Draws a frame. The terminal shows it at once and not in parts, if it knows how (mode 2026); others ignore
    /// that.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        let drawn = self.terminal.draw(draw).map(drop);
        execute!(stdout(), EndSynchronizedUpdate).and(drawn)
    }

    /// Asks the terminal something; the answer comes among the keys.
    pub(crate) fn ask(&mut self, question: &str) -> io::Result<()> {
        let mut out = stdout();
        out.write_all(question.as_bytes()).and_then(|()| out.flush())
    }

    /// Sends a text to the clipboard of the terminal.
    pub(crate) fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// The columns and rows.
    pub(crate) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Clears the screen, so that the next frame is drawn as a whole and at the current size.
    ///
    /// `Terminal::clear` would first ask the terminal for the position of its cursor and never get the
    /// answer, since the thread that waits for keys holds the input.
    pub(crate) fn refresh(&mut self) -> io::Result<()> {
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Stops the process until the shell continues it.
pub(crate) fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

fn enter(takes_mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    let entered = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, Hide);
    let entered = match takes_mouse {
        true => entered.and_then(|()| execute!(stdout(), EnableMouseCapture)),
        false => entered,
    };
    if entered.is_err() {
        give_back();
    }
    entered
}

/// Restores screen, cursor and modes. Errors are ignored: the terminal may be gone, and nothing else can
/// be tried.
pub(crate) fn give_back() {
    let _ = restore(&mut stdout());
    let _ = disable_raw_mode();
}

/// Restores what can be restored while the terminal may not drain and another thread may be waiting to write to
/// it, holding the lock of stdout. What the terminal did not take yet is discarded, and nothing is waited for
/// long.
pub(crate) fn wrest_back() {
    let flags = OFlags::WRONLY | OFlags::NONBLOCK | OFlags::NOCTTY;
    if let Ok(terminal) = rustix::fs::open("/dev/tty", flags, Mode::empty()) {
        let mut left = restoring();
        for _ in 0..TRIES {
            let _ = tcflush(&terminal, QueueSelector::OFlush);
            match rustix::io::write(&terminal, &left) {
                Ok(written) => drop(left.drain(..written.min(left.len()))),
                // The other thread is still writing what now has room.
                Err(Errno::AGAIN | Errno::INTR) => thread::sleep(PAUSE),
                Err(_) => break,
            }
            if left.is_empty() {
                break;
            }
        }
    }
    let _ = disable_raw_mode();
}

/// The sequences that restore screen, cursor and modes.
fn restoring() -> Vec<u8> {
    let mut sequences = Vec::new();
    // Writing to memory does not fail.
    let _ = restore(&mut sequences);
    sequences
}

fn restore(out: &mut impl Write) -> io::Result<()> {
    execute!(
        out,
        EndSynchronizedUpdate,
        DisableBracketedPaste,
        DisableMouseCapture,
        ResetColor,
        LeaveAlternateScreen,
        Show
    )
}

/// Gives the terminal back before a panic of the drawing thread is reported. Panics of other threads must
/// not do that: the program continues and would draw over the shell.
fn give_back_on_panic(drawing: ThreadId) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().id() == drawing && !guard::is_guarded() {
                give_back();
            }
            report(panic);
        }));
    });
}
