//! The program in a real pseudo-terminal: what no frame in memory can tell. What it writes, what it
//! leaves behind, and what it does with signals, sizes, pastes and the mouse.
//!
//! Nothing here sleeps for a while and hopes: every step waits for what must come to be seen.
#![cfg(unix)]

mod common;

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

/// How long anything may take before the test fails. Only failures take this long.
const PATIENCE: Duration = Duration::from_secs(20);

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
struct Terminal {
    master: Box<dyn MasterPty + Send>,
    /// Held open, so that the line settings can be read at any time.
    _slave: Box<dyn SlavePty + Send>,
    keys: Box<dyn Write + Send>,
    shell: Box<dyn Child + Send + Sync>,
    seen: Arc<Seen>,
    /// The working directory, until the end.
    _folder: TempDir,
    /// The line settings before anything ran.
    settings: String,
}

/// What the terminal has received.
struct Seen {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    bytes: Vec<u8>,
    parser: vt100::Parser,
    /// Whether to stop reading after the next byte.
    leaving: bool,
    /// Whether reading has ended.
    left: bool,
}

/// How to run the program.
struct Run<'a> {
    arguments: &'a [&'a str],
    /// Beyond `PATH`, `TERM` and a UTF-8 locale.
    environment: &'a [(&'a str, &'a str)],
    size: (u16, u16),
}

impl Default for Run<'_> {
    fn default() -> Self {
        Self { arguments: &[], environment: &[], size: (80, 24) }
    }
}

impl Run<'_> {
    /// Starts it in an empty folder.
    fn start(&self) -> Terminal {
        self.start_in(TempDir::new().unwrap())
    }

    fn start_in(&self, folder: TempDir) -> Terminal {
        let mut script = vec!["sh", "-c", SHELL, "sh", env!("CARGO_BIN_EXE_rungs")];
        script.extend(self.arguments);
        self.spawn(&script, folder)
    }

    fn spawn(&self, command: &[&str], folder: TempDir) -> Terminal {
        let (columns, rows) = self.size;
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let settings = settings(&*pair.master);
        let mut builder = CommandBuilder::from_argv(command.iter().map(Into::into).collect());
        // Nothing is inherited: no locale, no colour wish, no backtrace.
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

impl Seen {
    /// The state, of a test that failed too.
    fn state(&self) -> MutexGuard<'_, State> {
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

impl Terminal {
    /// Waits until something holds of what was received.
    #[track_caller]
    fn until(&self, what: &str, holds: impl Fn(&State) -> bool) {
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
    fn shows(&self, text: &str) {
        self.until(text, |state| state.text().contains(text));
    }

    /// Waits until the screen shows the very frame that these keys give on the built-in ladder.
    #[track_caller]
    fn shows_frame(&self, size: (u16, u16), keys: &str) {
        let want = common::text(&tui::play(common::built_in(), size, keys));
        self.until(&format!("{size:?} {keys}:\n{want}\n"), |state| state.text() == want);
    }

    /// Waits until the program has the terminal and has drawn.
    #[track_caller]
    fn is_up(&self) {
        self.until("the first frame", |state| {
            state.parser.screen().alternate_screen() && state.text().contains("quit")
        });
    }

    /// Types, all at once.
    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    fn resize(&self, size: (u16, u16)) {
        let mut state = self.seen.state();
        state.parser.set_size(nonzero(size.1), nonzero(size.0));
        self.master.resize(pty_size(size)).unwrap();
    }

    /// The program's process.
    fn pid(&self) -> String {
        self.until("its number", |state| state.number("pid ").is_some());
        self.seen.state().number("pid ").unwrap()
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.pid());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Waits until the program has ended, and returns its status as the shell saw it.
    #[track_caller]
    fn status(&self) -> String {
        self.until("its end", |state| state.number("status ").is_some());
        self.seen.state().number("status ").unwrap()
    }

    /// Waits until the program has ended with this status; the terminal must be as it was before.
    #[track_caller]
    fn ends_with(&self, status: &str) {
        assert_eq!(self.status(), status);
        self.is_given_back();
        assert_eq!(settings(&*self.master), self.settings);
    }

    /// Waits until screen, cursor and modes are what they were before.
    #[track_caller]
    fn is_given_back(&self) {
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
    fn bytes(&self) -> Vec<u8> {
        self.seen.state().bytes.clone()
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

impl State {
    /// The screen, without trailing space.
    fn text(&self) -> String {
        let screen = self.parser.screen();
        let (_, columns) = screen.size();
        screen.rows(0, columns.get()).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// The number behind a word, once its line is complete.
    fn number(&self, word: &str) -> Option<String> {
        let text = String::from_utf8_lossy(&self.bytes);
        let (_, rest) = text.rsplit_once(word)?;
        let (number, _) = rest.split_once('\r')?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| number.to_owned())
    }

    /// Every private mode that was ever set or reset, and whether it is set.
    fn modes(&self) -> BTreeMap<u16, bool> {
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

fn nonzero(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).unwrap()
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The line settings of a terminal, echo and line editing among them.
fn settings(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

/// The escape sequences in what was written: CSI whole, of others the first two characters.
fn escapes(bytes: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.match_indices('\x1b').map(|(at, _)| {
        let rest = &text[at..];
        let end = match rest.strip_prefix("\x1b[") {
            Some(inner) => inner.find(|c| ('@'..='~').contains(&c)).map(|end| end + 3),
            None => rest.char_indices().nth(2).map(|(end, _)| end),
        };
        rest[..end.unwrap_or(rest.len())].to_owned()
    });
    sequences.collect()
}

/// The parameters of every SGR sequence: what colours and attributes were asked for.
fn styles(bytes: &[u8]) -> Vec<u16> {
    let sequences = escapes(bytes).into_iter().filter(|s| s.ends_with('m') && !s.contains('?'));
    sequences
        .flat_map(|s| {
            let inside = s[2..s.len() - 1].to_owned();
            inside.split(';').map(|n| n.parse().unwrap_or(0)).collect::<Vec<u16>>()
        })
        .collect()
}

/// Whether an SGR parameter asks for a colour (39, 49 and 59 go back to the terminal's own).
fn is_colour(style: u16) -> bool {
    matches!(style, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
}

#[test]
fn it_starts_on_the_built_in_ladder_and_q_leaves() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    assert_ne!(settings(&*terminal.master), terminal.settings, "keys must come unechoed");
    terminal.types("q");
    terminal.ends_with("0");
    terminal.shows("the shell's own line\n");
}

#[test]
fn ctrl_c_leaves() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    terminal.types("\x03");
    terminal.ends_with("0");
}

#[test]
fn a_signal_ends_it_and_the_terminal_is_as_before() {
    for (signal, status) in [("TERM", "143"), ("HUP", "129"), ("INT", "130"), ("QUIT", "131")] {
        let terminal = Run::default().start();
        terminal.is_up();
        terminal.signal(signal);
        terminal.ends_with(status);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn it_ends_when_the_terminal_is_gone() {
    // The shell gets the signal, and may keep it to itself.
    for trap in ["", "trap : HUP"] {
        let environment = [("TRAP", trap)];
        let mut terminal = Run { environment: &environment, ..Run::default() }.start();
        terminal.is_up();
        let pid = terminal.pid();
        // The terminal is gone when nobody holds it: the reader must wake up to let go.
        terminal.seen.state().leaving = true;
        terminal.types("j");
        terminal.until("the reader to leave", |state| state.left);
        let another = native_pty_system().openpty(PtySize::default()).unwrap();
        terminal.keys = another.master.take_writer().unwrap();
        terminal.master = another.master;
        eventually("the program to end", || matches!(process_state(&pid), None | Some('Z')));
    }
}

#[test]
fn a_path_that_is_not_there_never_takes_the_terminal() {
    let terminal = Run { arguments: &["nowhere"], ..Run::default() }.start();
    terminal.shows("rungs: there is no file or folder `nowhere`");
    terminal.ends_with("2");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

#[test]
#[cfg(target_os = "linux")]
fn stopping_gives_the_terminal_back_and_continuing_takes_it_again() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let pid = terminal.pid();
    for by_key in [true, false] {
        if by_key {
            terminal.types("\x1a");
        } else {
            terminal.signal("TSTP");
        }
        eventually("the process to stop", || process_state(&pid) == Some('T'));
        terminal.is_given_back();
        assert_eq!(settings(&*terminal.master), terminal.settings);
        terminal.signal("CONT");
        terminal.shows_frame((80, 24), "");
        assert_ne!(settings(&*terminal.master), terminal.settings);
    }
    // A terminal that changed meanwhile.
    terminal.types("\x1a");
    eventually("the process to stop", || process_state(&pid) == Some('T'));
    terminal.is_given_back();
    terminal.resize((100, 30));
    terminal.signal("CONT");
    terminal.shows_frame((100, 30), "");
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_shell_can_stop_it_and_bring_it_back() {
    let environment = [("PS1", "ready> "), ("RUNGS", env!("CARGO_BIN_EXE_rungs"))];
    let run = Run { environment: &environment, ..Run::default() };
    let mut terminal = run.spawn(&["sh", "-i"], TempDir::new().unwrap());
    // What is typed before the shell waits for it may go to the program, or nowhere.
    let prompt = |terminal: &Terminal| {
        terminal.until("the prompt", |state| state.text().trim_end().ends_with("ready>"));
    };
    prompt(&terminal);
    terminal.types("\"$RUNGS\"\n");
    terminal.shows_frame((80, 24), "");
    terminal.types("\x1a");
    terminal.shows("Stopped");
    prompt(&terminal);
    terminal.types("fg\n");
    terminal.shows_frame((80, 24), "");
    terminal.types("j");
    terminal.shows_frame((80, 24), "j");
    terminal.types("q");
    prompt(&terminal);
    terminal.types("echo \"status $?\"\n");
    terminal.until("status 0", |state| state.number("status ").as_deref() == Some("0"));
}

#[test]
fn a_resize_is_drawn_at_the_new_size() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    for size in [(40, 12), (120, 40), (9, 3), (1, 1), (80, 24)] {
        terminal.resize(size);
        terminal.shows_frame(size, "");
    }
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn keys_typed_in_a_burst_all_arrive() {
    let mut terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let words = "a long word or two that nobody would find in here";
    terminal.types(&format!("{}jjjj\x1b[B\x1b[Bkk/{words}", "jk".repeat(200)));
    terminal.shows_frame((80, 24), &format!("jjjj<Down><Down>kk/{words}"));
    terminal.types("\r");
    terminal.shows(&format!("not found: {words}"));
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_paste_into_the_prompt_is_text_and_not_keys() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    terminal.types("/");
    terminal.shows_frame((80, 24), "/");
    terminal.types("\x1b[200~code\nq review\x1b[201~");
    terminal.shows_frame((80, 24), "/<paste code q review>");
    terminal.types("\x07");
    terminal.shows_frame((80, 24), "");
    // Where nothing can be typed, a paste does nothing.
    terminal.types("\x1b[200~jjq\x1b[201~");
    terminal.types("j");
    terminal.shows_frame((80, 24), "j");
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn a_click_selects_a_role_and_the_wheel_scrolls() {
    let mut terminal = Run { size: (120, 40), ..Run::default() }.start();
    terminal.shows_frame((120, 40), "");
    let row = {
        let state = terminal.seen.state();
        state.text().lines().position(|line| line.contains("Staff")).unwrap()
    };
    terminal.types(&format!("\x1b[<0;6;{0}M\x1b[<0;6;{0}m", row + 1));
    terminal.shows_frame((120, 40), &format!("<click 5 {row}>"));
    terminal.shows("Staff Engineer");
    terminal.types("\x1b[<65;90;20M");
    terminal.shows_frame((120, 40), &format!("<click 5 {row}><wheel 89 19 3>"));
    terminal.types("q");
    terminal.ends_with("0");
}

#[test]
fn without_colours_bold_and_reverse_remain() {
    let environment = [("NO_COLOR", "1")];
    let mut terminal = Run { environment: &environment, size: (120, 40), ..Run::default() }.start();
    terminal.is_up();
    terminal.types("jjjc\r");
    terminal.shows("differences");
    terminal.types("/e");
    terminal.shows("/e");
    terminal.types("\r?");
    terminal.shows("Moving");
    terminal.types("qq");
    terminal.ends_with("0");
    let styles = styles(&terminal.bytes());
    assert!(!styles.iter().any(|style| is_colour(*style)), "{styles:?}");
    assert!(styles.contains(&1) && styles.contains(&7), "{styles:?}");
}

#[test]
fn without_no_color_there_are_colours_and_the_cursor_stands_out_in_any_case() {
    for (environment, coloured) in [(&[][..], true), (&[("NO_COLOR", "1")], false)] {
        let mut terminal = Run { environment, ..Run::default() }.start();
        terminal.is_up();
        assert_eq!(styles(&terminal.bytes()).into_iter().any(is_colour), coloured);
        let reversed = |state: &State| {
            let screen = state.parser.screen();
            (0..24).any(|row| screen.cell(row, 4).is_some_and(vt100::Cell::inverse))
        };
        terminal.until("the cursor", reversed);
        terminal.types("q");
        terminal.ends_with("0");
    }
}

#[test]
fn a_locale_without_utf_8_gives_ascii() {
    let folder = TempDir::new().unwrap();
    let page = "# Plain Engineer\n\nWords.\n\n## Skills\n\n- one\n  - two\n\n| a | b |\n| --- | --- |\n| c | d |\n";
    std::fs::write(folder.path().join("plain.md"), page).unwrap();
    std::fs::write(folder.path().join("second.md"), "# Senior Engineer\n\n- [ ] a task\n").unwrap();
    for environment in [&[("LC_ALL", "C")][..], &[("LC_ALL", ""), ("LANG", "")]] {
        let run = Run { arguments: &["."], environment, size: (120, 40) };
        let mut terminal = run.start_in(copy(folder.path()));
        terminal.is_up();
        terminal.types("c\r");
        terminal.shows("difference");
        terminal.types("?");
        terminal.shows("Moving");
        terminal.types("qq");
        terminal.ends_with("0");
        let bytes = terminal.bytes();
        assert!(bytes.is_ascii(), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn an_idle_program_never_wakes_up() {
    let terminal = Run::default().start();
    terminal.shows_frame((80, 24), "");
    let pid = terminal.pid();
    // How often any of its threads was given the processor: what waits is never given it, however
    // busy the machine is.
    let switches = || -> u64 {
        let tasks = std::fs::read_dir(format!("/proc/{pid}/task")).unwrap();
        let status = tasks.map(|task| {
            std::fs::read_to_string(task.unwrap().path().join("status")).unwrap_or_default()
        });
        let counts = status.flat_map(|status| {
            let lines = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
            lines.map(|(_, count)| count.trim().parse::<u64>().unwrap()).collect::<Vec<_>>()
        });
        counts.sum()
    };
    // That nothing happens can only be seen by waiting. The first rounds may see the end of the
    // first frame.
    eventually("a moment without any work", || {
        let before = switches();
        thread::sleep(Duration::from_millis(250));
        switches() == before
    });
}

/// A ladder that tries to take over the terminal wherever a text can stand.
fn hostile() -> TempDir {
    let folder = TempDir::new().unwrap();
    let evil = "\x1b]0;pwned\x07\x1b[31m\x1b[5m\u{9b}32m\u{9d}0;pwned\u{9c}\x1bc\x08\x7f\x0e";
    let entities = "&#27;[2J&#27;]0;pwned&#7;&#x9b;33m&#155;31m&#13;";
    let page = |title: &str| {
        format!(
            "---\nlabel: \"{title} \\e]0;pwned\\a\\u009b31m\"\nlevel: \"L\\e[31m1\"\n\
             icon: \"\\e[31m\"\ntrack: \"Tr\\e[31mack\"\nother: \"\\e[31m{entities}\"\n---\n\n\
             # {title}{evil} Engineer{entities}\n\n\
             Some {evil} words {entities} here.\r[a {evil} link](worse{entities}.md) \
             and [out](https://example.com/{entities}) ![pic{evil}]({entities}.png)\n\n\
             ## Section{evil} one{entities}\n\n- item{evil} one{entities}\n\n\
             ```sh{evil}\ncode{evil}\n```\n\n> [!NOTE{entities}]\n> quoted{evil}\n\n\
             | Topic{evil} | {title} Engineer | Third{evil} Engineer{entities} |\n\
             | --- | --- | --- |\n| key{evil} | left{entities} | right{evil} |\n\n\
             <ul><li>html {entities}</li></ul>\n"
        )
    };
    let name = |stem: &str| folder.path().join(format!("{stem}\x1b[31m\x1b]0;pwned\x07\r.md"));
    std::fs::write(name("evil"), page("Evil")).unwrap();
    std::fs::write(name("worse"), page("Worse")).unwrap();
    let broken = format!("---\norder: {evil}: [\n---\n\n# Broken{evil} Engineer\n");
    std::fs::write(name("broken"), broken).unwrap();
    // Bytes of C1 alone are no UTF-8.
    std::fs::write(name("bytes"), b"# Bytes \x9b31m\x9d0;pwned\x9c\n\nText \x9b31m\n").unwrap();
    folder
}

/// What was written holds no control sequence but what this program draws with, without colours.
#[track_caller]
fn is_harmless(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for sequence in escapes(bytes) {
        let last = sequence.chars().last().unwrap();
        assert!(sequence.starts_with("\x1b[") && "HJKmhlABCDGd".contains(last), "{sequence:?}");
    }
    let control = text.chars().find(|c| c.is_control() && !matches!(c, '\x1b' | '\r' | '\n'));
    assert_eq!(control, None);
    let strange: Vec<u16> =
        styles(bytes).into_iter().filter(|s| is_colour(*s) || *s == 5).collect();
    assert_eq!(strange, [0; 0]);
    assert!(!text.contains("\r\r"), "a carriage return of a document");
}

#[test]
fn what_is_in_a_document_steers_nothing() {
    let folder = hostile();
    let environment = [("NO_COLOR", "1")];
    let run = Run { arguments: &["."], environment: &environment, size: (120, 40) };
    let mut terminal = run.start_in(copy(folder.path()));
    terminal.is_up();
    // Every document with its front matter, the problems, every prompt, a comparison.
    for (keys, text) in [
        ("jjj", "lines 1-"),
        ("m", "other"),
        ("qkm", "Front matter"),
        ("qkm", "Front matter"),
        ("qkm", "Front matter"),
        ("q!", "help:"),
        ("q", "lines 1-"),
        ("s", "Search the ladder"),
        ("item", "item"),
        ("\r", "match 1"),
        ("p", "Jump to"),
        ("\x07c", "Compare"),
        ("\r", "difference"),
    ] {
        terminal.types(keys);
        terminal.shows(text);
    }
    terminal.types("q");
    terminal.ends_with("0");
    is_harmless(&terminal.bytes());
}

#[test]
fn commands_in_a_terminal_are_as_harmless() {
    let folder = hostile();
    let environment = [("NO_COLOR", "1"), ("RUNGS_LADDER", ".")];
    for arguments in [
        &["list"][..],
        &["show", "evil"],
        &["compare", "evil", "worse"],
        &["compare", "evil", "third", "--format", "markdown"],
        &["search", "words"],
        &["list", "--format", "json"],
        &["show", "\x1b]0;pwned\x07"],
        &["--ladder", "\x1b]0;pwned\x07", "list"],
        // A shell's completion can put the name of a file here.
        &["list", "--\x1b]0;pwned\x07\u{9b}31m"],
        &["list", "\x1b]0;pwned\x07"],
    ] {
        let run = Run { arguments, environment: &environment, size: (120, 40) };
        let terminal = run.start_in(copy(folder.path()));
        terminal.status();
        is_harmless(&terminal.bytes());
    }
}

#[test]
fn commands_in_a_terminal_are_as_wide_as_it_and_coloured() {
    let run = Run { arguments: &["show", "director", "core"], size: (40, 24), ..Run::default() };
    let terminal = run.start();
    terminal.ends_with("0");
    assert!(styles(&terminal.bytes()).into_iter().any(is_colour));
    let written = String::from_utf8(terminal.bytes()).unwrap();
    let rule = written.lines().find(|line| line.contains('─')).unwrap();
    assert_eq!(rule.chars().filter(|c| *c == '─').count(), 40);
    let plain = [("NO_COLOR", "1")];
    let terminal = Run { environment: &plain, ..run }.start();
    terminal.ends_with("0");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

#[test]
fn a_terminal_that_only_prints_gets_the_list() {
    let environment = [("TERM", "dumb")];
    let terminal = Run { environment: &environment, ..Run::default() }.start();
    terminal.shows("management/director.md");
    terminal.ends_with("0");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

/// A folder of its own with the same files.
fn copy(folder: &Path) -> TempDir {
    let copy = TempDir::new().unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
    }
    copy
}

/// Waits for what the terminal does not tell.
#[track_caller]
fn eventually(what: &str, holds: impl Fn() -> bool) {
    let deadline = Instant::now() + PATIENCE;
    while !holds() {
        assert!(Instant::now() < deadline, "waited in vain for {what}");
        thread::sleep(Duration::from_millis(5));
    }
}

/// The state of a process as `ps` shows it: `T` where it is stopped.
#[cfg(target_os = "linux")]
fn process_state(pid: &str) -> Option<char> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(") ")?.1.chars().next()
}

/// An editor: notes how it was called and what was typed into it, and mends the file.
const EDITOR: &str = "#!/bin/sh
printf 'the editor> '
read typed
printf '%s|%s|%s|' \"$1\" \"$(basename \"$2\")\" \"$typed\" > called
printf '# Engineer\\n\\n## Scope\\n\\nMended by %s.\\n' \"$typed\" > \"$2\"
";

#[cfg(unix)]
#[test]
fn the_editor_has_the_terminal_and_the_ladder_is_read_again_after_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let ladder = folder.path().join("ladder");
    std::fs::create_dir(&ladder).unwrap();
    std::fs::write(ladder.join("engineer.md"), "# Engineer\n\n## Scope\n").unwrap();
    let editor = folder.path().join("vim");
    std::fs::write(&editor, EDITOR).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let called = folder.path().join("called");
    let environment = [("VISUAL", "./vim"), ("NO_COLOR", "1")];
    let run = Run { arguments: &["ladder"], environment: &environment, size: (100, 30) };
    let mut terminal = run.start_in(folder);
    terminal.is_up();
    terminal.types("!");
    terminal.shows("nothing stands under `Scope`");
    terminal.types("e");
    terminal.shows("the editor>");
    // What is typed now is the editor's, keys of the program included.
    terminal.types("q hand\r");
    terminal.shows("Mended by q hand.");
    assert_eq!(std::fs::read_to_string(called).unwrap(), "+3|engineer.md|q hand|");
    terminal.types("q");
    terminal.ends_with("0");
}
