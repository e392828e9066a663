//! A terminal with the program in it.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rungs::tui;
use tempfile::TempDir;

use super::sequences::escapes;
use crate::support::screen::{built_in, text};

/// How long anything may take before the test fails. Only failures take this long.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

/// What runs in the terminal: the program below a shell, as people run it. The shell outlives it, so
/// that the terminal can be looked at when the program is gone, and says how it ended.
const SHELL: &str = r#"
eval "$TRAP"
echo "the shell's own line"
sh -c 'echo "pid $$"; exec "$@"' sh "$@"
echo "status $?"
read -r wait
"#;

/// A terminal with something running in it.
pub(crate) struct Terminal {
    pub(crate) master: Box<dyn MasterPty + Send>,
    /// Held open, so that the line settings can be read at any time.
    _slave: Box<dyn SlavePty + Send>,
    pub(crate) keys: Box<dyn Write + Send>,
    pub(crate) shell: Box<dyn Child + Send + Sync>,
    pub(crate) seen: Arc<Seen>,
    /// The working directory, until the end.
    _folder: TempDir,
    /// The line settings before anything ran.
    pub(crate) settings: String,
}

impl Terminal {
    /// Waits until something holds of what was received.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, holds: impl Fn(&State) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        let mut state = self.seen.state();
        while !holds(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            assert!(!left.is_zero(), "waited in vain for {what}; the screen:\n{}", state.text());
            state = self.seen.changed.wait_timeout(state, left).unwrap().0;
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub(crate) fn shows(&self, text: &str) {
        self.until(text, |state| state.text().contains(text));
    }

    /// Waits until the screen shows the very frame that these keys give on the built-in ladder.
    #[track_caller]
    pub(crate) fn shows_frame(&self, size: (u16, u16), keys: &str) {
        let mut session = built_in();
        "built-in ladder".clone_into(&mut Arc::make_mut(&mut session.ladder).name);
        let want = text(&tui::play(session, size, keys));
        self.until(&format!("{size:?} {keys}:\n{want}\n"), |state| state.text() == want);
    }

    /// Waits until the program has the terminal and has drawn.
    #[track_caller]
    pub(crate) fn is_up(&self) {
        self.until("the first frame", |state| {
            state.parser.screen().alternate_screen() && state.text().contains("? help")
        });
    }

    /// Types, all at once.
    pub(crate) fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn resize(&self, size: (u16, u16)) {
        let mut state = self.seen.state();
        state.parser.set_size(nonzero(size.1), nonzero(size.0));
        self.master.resize(pty_size(size)).unwrap();
    }

    /// The program's process.
    pub(crate) fn pid(&self) -> String {
        self.until("its number", |state| state.number("pid ").is_some());
        self.seen.state().number("pid ").unwrap()
    }

    pub(crate) fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.pid());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success(), "{kill}");
    }

    /// Waits until the program has ended, and returns its status as the shell saw it.
    #[track_caller]
    pub(crate) fn status(&self) -> String {
        self.until("its end", |state| state.number("status ").is_some());
        self.seen.state().number("status ").unwrap()
    }

    /// Waits until the program has ended with this status; the terminal must be as it was before.
    #[track_caller]
    pub(crate) fn ends_with(&self, status: &str) {
        assert_eq!(self.status(), status);
        self.is_given_back();
        assert_eq!(settings(&*self.master), self.settings);
    }

    /// Waits until screen, cursor and modes are what they were before.
    #[track_caller]
    pub(crate) fn is_given_back(&self) {
        self.until("the terminal to be given back", |state| {
            let screen = state.parser.screen();
            let modes = state.modes();
            !screen.alternate_screen()
                && !screen.hide_cursor()
                && !screen.bracketed_paste()
                && screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
                && screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Default
                && (screen.fgcolor(), screen.bgcolor()) == (vt100::Color::Default, vt100::Color::Default)
                && !(screen.bold() || screen.dim() || screen.inverse() || screen.underline())
                // The parser knows one mouse mode at a time: every one that was set must be reset.
                && modes.iter().all(|(mode, on)| *on == (*mode == 25))
        });
    }

    /// Everything that was written so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.seen.state().bytes.clone()
    }
}

/// What the terminal has received.
pub(crate) struct Seen {
    pub(crate) state: Mutex<State>,
    changed: Condvar,
}

impl Seen {
    /// The state, of a test that failed too.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, mut reader: Box<dyn Read + Send>) {
        let mut bytes = [0; 4096];
        loop {
            let read = reader.read(&mut bytes).unwrap_or(0);
            let mut state = self.state();
            state.bytes.extend(&bytes[..read]);
            state.parser.process(&bytes[..read]);
            if read == 0 || state.leaving {
                drop(reader);
                state.left = true;
                self.changed.notify_all();
                return;
            }
            self.changed.notify_all();
        }
    }
}

pub(crate) struct State {
    pub(crate) bytes: Vec<u8>,
    pub(crate) parser: vt100::Parser,
    /// Whether to stop reading after the next byte.
    pub(crate) leaving: bool,
    /// Whether reading has ended.
    pub(crate) left: bool,
}

impl State {
    /// The screen, without trailing space.
    pub(crate) fn text(&self) -> String {
        let screen = self.parser.screen();
        let (_, columns) = screen.size();
        screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// The number behind a word, once its line is complete.
    pub(crate) fn number(&self, word: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        let (_, rest) = text.rsplit_once(word)?;
        let (number, _) = rest.split_once('\r')?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| number.to_owned())
    }

    /// Every private mode that was ever set or reset, and whether it is set.
    pub(crate) fn modes(&self) -> BTreeMap<u16, bool> {
        let mut modes = BTreeMap::new();
        for sequence in escapes(&self.bytes) {
            let Some(rest) = sequence.strip_prefix("\x1b[?") else { continue };
            let on = rest.ends_with('h');
            if on || rest.ends_with('l') {
                let numbers = rest[..rest.len() - 1].split(';').filter_map(|n| n.parse().ok());
                modes.extend(numbers.map(|number| (number, on)));
            }
        }
        modes
    }
}

/// How to run the program.
pub(crate) struct Run<'a> {
    pub(crate) arguments: &'a [&'a str],
    /// Beyond `PATH`, `TERM` and a UTF-8 locale.
    pub(crate) environment: &'a [(&'a str, &'a str)],
    pub(crate) size: (u16, u16),
}

impl Default for Run<'_> {
    fn default() -> Self {
        Self { arguments: &[], environment: &[], size: (80, 24) }
    }
}

impl Run<'_> {
    /// Starts it in an empty folder.
    pub(crate) fn start(&self) -> Terminal {
        self.start_in(TempDir::new().unwrap())
    }

    pub(crate) fn start_in(&self, folder: TempDir) -> Terminal {
        let mut script = vec!["sh", "-c", SHELL, "sh", env!("CARGO_BIN_EXE_rungs")];
        script.extend(self.arguments);
        self.spawn(&script, folder)
    }

    pub(crate) fn spawn(&self, command: &[&str], folder: TempDir) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let settings = settings(&*pair.master);
        let mut builder = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
        // Nothing is inherited: no locale, no color wish, no backtrace.
        builder.env_clear();
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        builder.env("TERM", "xterm-256color");
        builder.env("LC_ALL", "C.UTF-8");
        for (name, value) in self.environment {
            builder.env(name, value);
        }
        builder.cwd(folder.path());
        let shell = pair.slave.spawn_command(builder).unwrap();
        let state = State {
            bytes: Vec::new(),
            parser: vt100::Parser::new(nonzero(rows), nonzero(columns), 0),
            leaving: false,
            left: false,
        };
        let seen = Arc::new(Seen { state: Mutex::new(state), changed: Condvar::new() });
        let reader = pair.master.try_clone_reader().unwrap();
        let for_reader = Arc::clone(&seen);
        thread::spawn(move || for_reader.read(reader));
        let keys = pair.master.take_writer().unwrap();
        Terminal {
            master: pair.master,
            _slave: pair.slave,
            keys,
            shell,
            seen,
            _folder: folder,
            settings,
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Of a test that failed, nothing stays behind.
        let state = self.seen.state();
        if let (Some(pid), None) = (state.number("pid "), state.number("status ")) {
            let _ = Command::new("sh").args(["-c", &format!("kill -KILL {pid}")]).status();
        }
        drop(state);
        let _ = self.shell.kill();
    }
}

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The line settings of a terminal, echo and line editing among them.
pub(crate) fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// A folder of its own with the same files.
pub(crate) fn copy(folder: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    copy
}
