//! The terminal UI without a terminal: keys in, the frame out. For tests and for pictures.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::app::App;
use super::key;
use super::keymap;
use super::message::{Effect, Message};
use super::session::Session;
use super::view;

/// Plays keys to a session on a screen of this size and returns what the screen shows in the end.
///
/// Keys are written as they are (`jj/budget`); others by name in angle brackets: `<Enter>`,
/// `<Ctrl-p>`, `<Shift-Tab>`, `<F1>`, `<lt>` for `<`, `<click 10 5>` and `<wheel 10 5 3>` at a
/// column and row, `<resize 80 24>`, `<paste words>`. After a key that quits, what follows is
/// ignored. No editor is opened; the ladder is read again as if one had been.
///
/// # Panics
/// On a name that is no key's: the caller's mistake.
#[must_use]
pub fn play(session: Session, size: (u16, u16), keys: &str) -> Buffer {
    let theme = session.theme;
    let mut app = App::new(session.clone());
    app.update(Message::Resize(size.0, size.1));
    let mut screen = Terminal::new(TestBackend::new(size.0, size.1)).expect("it needs no terminal");
    for name in split(keys) {
        let message = message(name, &app);
        if let Some(Message::Resize(columns, rows)) = message {
            screen.backend_mut().resize(columns, rows);
        }
        let effect = message.and_then(|message| app.update(message));
        if let (Some(Effect::Edit { .. }), Some(editing)) = (&effect, &session.editing) {
            match (editing.reload)() {
                Ok((ladder, problems)) => app.reload(ladder, problems),
                Err(reason) => app.notice = Some(reason),
            }
        }
        // Drawn after every key, as in the program: drawing must never fail on the way either.
        screen.draw(|frame| view::draw(frame, &app, theme)).expect("it needs no terminal");
        if effect == Some(Effect::Quit) {
            break;
        }
    }
    screen.draw(|frame| view::draw(frame, &app, theme)).expect("it needs no terminal");
    screen.backend().buffer().clone()
}

/// The keys of a script, one by one, names in their brackets.
fn split(keys: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let len = match (first, rest.find('>')) {
            ('<', Some(end)) => end + 1,
            _ => first.len_utf8(),
        };
        let (name, after) = rest.split_at(len);
        names.push(name);
        rest = after;
    }
    names
}

fn message(name: &str, app: &App) -> Option<Message> {
    let inside = name.strip_prefix('<').and_then(|name| name.strip_suffix('>')).unwrap_or(name);
    let words: Vec<&str> = inside.split(' ').collect();
    let number = |i: usize| words.get(i).and_then(|word| word.parse().ok()).unwrap_or(0);
    match words[0] {
        "click" => Some(Message::Click(number(1), number(2))),
        "wheel" => {
            let lines = words.get(3).and_then(|word| word.parse().ok()).unwrap_or(1);
            Some(Message::Wheel(number(1), number(2), lines))
        }
        "resize" => Some(Message::Resize(number(1), number(2))),
        "paste" => Some(Message::Paste(words[1..].join(" "))),
        _ => {
            let event = key::event_named(inside);
            let event = event.unwrap_or_else(|| panic!("no key is called {name}"));
            keymap::message(event, app.context())
        }
    }
}
