//! Where results go: stdout, colored or not, as wide as wished.

use std::io::{self, ErrorKind, IsTerminal, Write};

use anyhow::{Context, Result};
use clap::ValueEnum;

use super::args::{Background, ColorChoice, Format, Global};
use crate::config::{SettingName, UserConfig};
use crate::model::clean;
use crate::page::{Glyphs, Line, MEASURE, MIN_WIDTH, Page, sure_text};
use crate::theme::{Backdrop, BaseTheme, Mark, Theme};

/// Exit status: nothing was found.
pub(super) const NOTHING_FOUND: u8 = 1;

/// Exit status: something is wrong with the ladder.
pub(super) const FOUND: u8 = 1;

/// Exit status: wrong usage, or input that cannot be used.
pub(super) const UNUSABLE: u8 = 2;

/// What failed if the output cannot be written.
const WRITING: &str = "writing the output";

/// The characters of the longest line of a message.
pub(super) const LONGEST: usize = 1000;

/// Columns where neither the user nor a terminal says how many.
const DEFAULT_WIDTH: usize = 80;

/// How results are written.
pub(super) struct Output {
    pub(super) format: Format,
    /// Columns of text.
    pub(super) width: usize,
    /// Columns of the longest line of running text.
    pub(super) text_width: usize,
    pub(super) glyphs: Glyphs,
    /// Whether stdout is a terminal.
    pub(super) terminal: bool,
    /// What the screen is drawn with.
    pub(super) screen_theme: Theme,
    /// The same on a dark and on a light background, if the background is not known.
    pub(super) screen_themes: Option<[Theme; 2]>,
    /// Styles of text; `None` for no escape sequence at all.
    theme: Option<Theme>,
}

impl Output {
    pub(super) fn new(global: &Global, format: Format, config: &UserConfig) -> Self {
        let terminal = io::stdout().is_terminal();
        let color = choice(config, SettingName::Color).unwrap_or(ColorChoice::Auto);
        let styled = match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => terminal && !no_color() && !dumb(),
        };
        let is_plain = color == ColorChoice::Never || (color == ColorChoice::Auto && no_color());
        let backdrop = backdrop(choice(config, SettingName::Background));
        let theme = config.theme(backdrop);
        let width = global.width.map(usize::from).or_else(|| {
            terminal_size().map(|(columns, _)| usize::from(columns)).filter(|columns| *columns > 0)
        });
        Self {
            format,
            width: width.unwrap_or(DEFAULT_WIDTH).max(MIN_WIDTH),
            text_width: config.number(SettingName::TextWidth).unwrap_or(MEASURE),
            glyphs: match config.get(SettingName::Signs) {
                Some("unicode") => Glyphs::Unicode,
                Some("ascii") => Glyphs::Ascii,
                _ => glyphs(),
            },
            terminal,
            screen_themes: (!is_plain && backdrop.is_none() && answers())
                .then(|| [Backdrop::Dark, Backdrop::Light].map(|it| config.theme(Some(it)))),
            screen_theme: if is_plain { BaseTheme::Monochrome.theme(None) } else { theme },
            theme: styled.then_some(theme.for_output(backdrop)),
        }
    }

    /// Writes a text as it is.
    pub(super) fn write(&self, text: &str) -> Result<()> {
        print(text).context(WRITING)
    }

    /// Writes a laid-out page.
    pub(super) fn page(&self, page: &Page) -> Result<()> {
        let mut printer = Printer::new(self);
        printer.print(&page.head);
        printer.print(&page.lines);
        printer.finish()
    }

    /// Writes lines that are handed over while they are laid out, so that a long text takes little memory.
    pub(super) fn handed_over(&self, lay_out: impl FnOnce(&mut dyn FnMut(&[Line]))) -> Result<()> {
        let mut printer = Printer::new(self);
        lay_out(&mut |lines| printer.print(lines));
        printer.finish()
    }

    /// Writes lines as they are.
    pub(super) fn lines(&self, lines: &[Line]) -> Result<()> {
        self.write(&lines.iter().map(|line| self.painted(line) + "\n").collect::<String>())
    }

    fn painted(&self, line: &Line) -> String {
        line.runs.iter().map(|run| self.paint(&run.text, run.mark)).collect()
    }

    /// A text in a style, where styles are wanted.
    pub(super) fn paint(&self, text: &str, mark: impl Into<Mark>) -> String {
        // Elsewhere nobody counts columns, and every character counts.
        let text = if self.terminal { sure_text(text) } else { text.into() };
        match self.theme {
            Some(theme) => theme.painted(&text, mark.into()),
            None => text.into_owned(),
        }
    }
}

/// Lines on their way to stdout.
struct Printer<'a> {
    output: &'a Output,
    text: String,
    /// Where the blank lines at the end of the text begin: room below the last line is for a screen.
    end: usize,
    result: io::Result<()>,
}

impl<'a> Printer<'a> {
    /// How many bytes are written at once.
    const CHUNK: usize = 1 << 16;

    fn new(output: &'a Output) -> Self {
        Self { output, text: String::new(), end: 0, result: Ok(()) }
    }

    fn print(&mut self, lines: &[Line]) {
        for line in lines {
            let start = self.text.len();
            line.runs.iter().for_each(|run| self.text.push_str(&run.text));
            let kept = start + self.text[start..].trim_end().len();
            let is_blank = kept == start;
            self.text.truncate(kept);
            if self.output.theme.is_some() {
                self.text.truncate(start);
                self.text.push_str(&self.output.painted(line));
            }
            self.text.push('\n');
            if !is_blank {
                self.end = self.text.len();
            }
        }
        if self.end > Self::CHUNK {
            self.write();
        }
    }

    fn write(&mut self) {
        if self.result.is_ok() {
            self.result = io::stdout().lock().write_all(&self.text.as_bytes()[..self.end]);
        }
        self.text.drain(..self.end);
        self.end = 0;
    }

    fn finish(mut self) -> Result<()> {
        self.write();
        self.result.and_then(|()| io::stdout().lock().flush()).context(WRITING)
    }
}

/// Writes a text to stdout.
pub(super) fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

/// The columns and rows of the terminal; `None` if stdout is not a terminal.
pub(super) fn terminal_size() -> Option<(u16, u16)> {
    io::stdout().is_terminal().then(crossterm::terminal::size)?.ok()
}

/// Prints help or the version.
pub(super) fn print_help(help: &clap::Error) -> Result<()> {
    help.print().and_then(|()| io::stdout().flush()).context(WRITING)
}

/// Whether the user wants no colors (<https://no-color.org>).
pub(super) fn no_color() -> bool {
    std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// The background of the terminal, if it is known. Without a setting `COLORFGBG` decides: some terminals set it
/// to the numbers of the text color and the background color.
fn backdrop(background: Option<Background>) -> Option<Backdrop> {
    match background {
        Some(Background::Dark) => Some(Backdrop::Dark),
        Some(Background::Light) => Some(Backdrop::Light),
        Some(Background::Auto) | None => {
            let colors = std::env::var("COLORFGBG").ok()?;
            match colors.rsplit(';').next()?.parse() {
                Ok(7 | 15) => Some(Backdrop::Light),
                Ok(0..=6 | 8) => Some(Backdrop::Dark),
                _ => None,
            }
        }
    }
}

/// The value of a setting as the command line knows it.
pub(super) fn choice<T: ValueEnum>(config: &UserConfig, setting: SettingName) -> Option<T> {
    T::from_str(config.get(setting)?, false).ok()
}

/// Whether the terminal can do nothing but print.
pub(super) fn dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether the terminal can be asked for its colors. The console of Linux and GNU Screen cannot, and show the
/// question.
fn answers() -> bool {
    let is_screen = std::env::var_os("STY").is_some();
    !is_screen && !dumb() && std::env::var_os("TERM").is_some_and(|term| term != "linux")
}

/// The signs that the locale can show: the first of `LC_ALL`, `LC_CTYPE` and `LANG` that is set
/// decides, as POSIX says.
pub(super) fn glyphs() -> Glyphs {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let locale = set.unwrap_or_default().to_ascii_lowercase();
    if locale.contains("utf-8") || locale.contains("utf8") {
        Glyphs::Unicode
    } else {
        Glyphs::Ascii
    }
}

/// Writes a message to stderr, with the program's name. That nobody can read it is no reason to fail.
pub(super) fn complain(message: &str) {
    complain_plainly(&format!("rungs: {message}\n"));
}

/// Writes a message to stderr as it is, but for control characters and those that reorder or hide text,
/// and for the middle of a line that only an argument can make so long.
pub(super) fn complain_plainly(message: &str) {
    let lines: Vec<_> = message.split('\n').map(|line| shortened(&clean::line(line))).collect();
    let _ = io::stderr().write_all(lines.join("\n").as_bytes());
}

/// A line without its middle, if it is long: the beginning says what is wrong, and the end what to do.
fn shortened(line: &str) -> String {
    let count = line.chars().count();
    if count <= LONGEST {
        return line.to_owned();
    }
    let start: String = line.chars().take(LONGEST / 2).collect();
    let end: String = line.chars().skip(count - LONGEST / 2).collect();
    format!("{start}…{end}")
}

/// Whether an error only says that the reader of a pipe has seen enough.
pub(super) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == ErrorKind::BrokenPipe)
}
