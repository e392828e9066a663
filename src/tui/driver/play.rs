//! The terminal UI without a terminal: keys in, the frame out. For tests and for pictures.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::at_once::AtOnce;
use super::job::Job;
use super::turns;
use super::world::{Edited, Incoming, World};
use crate::model::Ladder;
use crate::theme::Theme;
use crate::tui::app::App;
use crate::tui::arrival;
use crate::tui::input::key;
use crate::tui::input::message::Message;
use crate::tui::session::{Editing, Find, LoadOlder, News, Session};
use crate::tui::view;

/// Plays keys to a session on a screen of this size and returns the last frame.
///
/// Keys are written as they are (`jj/budget`); others by name in angle brackets: `<Enter>`,
/// `<Ctrl-p>`, `<Shift-Tab>`, `<F1>`, `<lt>` for `<`, `<click 10 5>` and `<wheel 10 5 3>` at a
/// column and row, `<resize 80 24>`, `<paste words>`. Keys after a key that quits are ignored. No editor
/// is opened; the ladder is read again as if an editor had ended.
///
/// # Panics
/// On a name that no key has: a mistake of the caller.
#[must_use]
pub fn play(session: Session, size: (u16, u16), keys: &str) -> Buffer {
    play_reading(session, VecDeque::new(), size, keys)
}

/// The same while the ladder is still being read: `<news>` among the keys is the next of the news.
///
/// # Panics
/// As [`play`], and if there is no news left.
#[must_use]
pub fn play_reading(
    session: Session,
    news: VecDeque<News>,
    size: (u16, u16),
    keys: &str,
) -> Buffer {
    let (theme, at_once) = (session.preferences.theme, AtOnce::new(&session));
    let screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("it needs no terminal");
    let mut app = App::new(session, size);
    let mut script = Script { rest: keys, screen, theme, at_once, news };
    if !script.news.is_empty() {
        arrival::read_on(&mut app, "reading".to_owned());
    }
    turns::drive(&mut app, &mut script).expect("it needs no terminal");
    // The frame also shows what the last key before the end changed.
    script.draw(&app).expect("it needs no terminal");
    script.screen.backend().buffer().clone()
}

/// The keys that are still to be played, and a screen in memory.
struct Script<'a> {
    rest: &'a str,
    screen: Terminal<TestBackend>,
    theme: Theme,
    /// Findings, a loaded version and results of jobs come before the next key.
    at_once: AtOnce,
    news: VecDeque<News>,
}

impl<'a> Script<'a> {
    /// The next key; a name includes its brackets.
    fn next(&mut self) -> Option<&'a str> {
        let first = self.rest.chars().next()?;
        let len = match (first, self.rest.find('>')) {
            ('<', Some(end)) => end + 1,
            _ => first.len_utf8(),
        };
        let (name, rest) = self.rest.split_at(len);
        self.rest = rest;
        Some(name)
    }
}

impl World for Script<'_> {
    fn wait(&mut self) -> Option<Incoming> {
        if let Some(result) = self.at_once.next() {
            return Some(result);
        }
        let name = self.next()?;
        if name == "<news>" {
            return Some(Incoming::News(self.news.pop_front().expect("some news are left")));
        }
        let incoming = incoming(name);
        if let Incoming::Message(Message::Resize(columns, rows)) = incoming {
            self.screen.backend_mut().resize(columns, rows);
        }
        Some(incoming)
    }

    /// None, so that a frame is drawn after every key: no frame may fail to draw.
    fn waiting(&mut self) -> Option<Incoming> {
        None
    }

    fn draw(&mut self, app: &App) -> io::Result<()> {
        self.screen.draw(|frame| view::draw(frame, app, self.theme)).map_err(io::Error::other)?;
        Ok(())
    }

    fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.size().map_err(io::Error::other)?;
        Ok((size.width, size.height))
    }

    fn refresh(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn suspend(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn copy(&mut self, _text: &str) -> io::Result<Option<&'static str>> {
        Ok(None)
    }

    fn browse(&mut self, target: &str) -> String {
        format!("opened in the browser: {target}")
    }

    fn seek(&mut self, find: Arc<Find>, generation: usize) {
        self.at_once.seek(find.as_ref(), generation);
    }

    fn run(&mut self, job: Job) {
        self.at_once.run(job);
    }

    fn recall(&mut self, load: Arc<LoadOlder>, name: String) {
        self.at_once.recall(load.as_ref(), name);
    }

    fn edit_with(&mut self, editing: Option<Editing>, _: &Arc<Ladder>) {
        self.at_once.editing = editing;
    }

    fn read_again(&mut self) {
        self.at_once.read_again();
    }

    fn edit(&mut self, _file: &str, _line: usize) -> io::Result<Edited> {
        if self.at_once.editing.is_none() {
            return Ok(Edited::Refused("this ladder has no files to edit".to_owned()));
        }
        Ok(Edited::Done(None))
    }
}

/// The event of a key or of a name in brackets.
fn incoming(name: &str) -> Incoming {
    let inside = name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(name);
    let words: Vec<&str> = inside.split(' ').collect();
    let number = |i: usize| words.get(i).and_then(|word| word.parse().ok()).unwrap_or(0);
    Incoming::Message(match words[0] {
        "click" => Message::Click(number(1), number(2)),
        "wheel" => {
            let lines = words.get(3).and_then(|word| word.parse().ok()).unwrap_or(1);
            Message::Wheel(number(1), number(2), lines)
        }
        "resize" => Message::Resize(number(1), number(2)),
        "paste" => Message::Paste(words[1..].join(" ")),
        _ => {
            let event = key::event_named(inside);
            let event = event.unwrap_or_else(|| panic!("no key is called {name}"));
            return Incoming::Terminal(event);
        }
    })
}
