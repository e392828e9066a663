//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, [`keymap`] turns it into a message, `App::update` changes the state,
//! [`view`] draws it. Nothing ticks: an idle program uses no processor time.

mod app;
mod areas;
mod comparing;
mod events;
mod help;
mod history;
mod keymap;
mod ladder_list;
mod list;
mod message;
mod mouse;
mod moving;
mod outline;
mod picker;
mod prompts;
mod reader;
mod showing;
mod terminal;
mod update;
mod view;

use std::io;

use events::Incoming;
use message::{Effect, Message};

pub use help::keys_markdown;

use crate::model::{Ladder, Subject};
use crate::page::Glyphs;
use crate::theme::Theme;

/// What the terminal UI starts with.
pub struct Session {
    /// The ladder to show.
    pub ladder: Ladder,
    /// What is wrong with it, as text.
    pub problems: Vec<String>,
    /// The signs that may be drawn with.
    pub glyphs: Glyphs,
    /// The styles.
    pub theme: Theme,
    /// What to show first; `None` for the first role.
    pub start: Start,
}

/// What to show first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Start {
    /// The first role of the ladder.
    #[default]
    First,
    /// Two roles side by side.
    Compare(Subject, Subject),
}

/// Shows a ladder until the user quits.
///
/// Returns the signal that ended the program, if one did.
///
/// # Errors
/// When the terminal can not be taken over, read or written. It is given back as it was in any
/// case.
pub fn run(session: Session) -> io::Result<Option<i32>> {
    // Whether colours are wanted is the theme's business: with `NO_COLOR` set, crossterm would
    // write a reset after every attribute and so take bold and reverse video away too.
    crossterm::style::force_color_output(true);
    let theme = session.theme;
    let start = match session.start {
        Start::First => None,
        Start::Compare(left, right) => Some(app::Shown::Comparison(left, right)),
    };
    let mut app = app::App::new(session.ladder, session.problems, session.glyphs, start);
    let incoming = events::listen()?;
    let mut screen = terminal::Screen::take()?;
    let size = screen.terminal.size()?;
    app.update(Message::Resize(size.width, size.height));
    loop {
        screen.terminal.draw(|frame| view::draw(frame, &app, theme))?;
        // Wait for one, then take what has come meanwhile, and draw once for all of it.
        let Ok(first) = incoming.recv() else { return Ok(None) };
        for next in std::iter::once(first).chain(incoming.try_iter()) {
            match next {
                Incoming::Terminal(event) => {
                    let message = keymap::message(event, app.context());
                    match message.and_then(|message| app.update(message)) {
                        Some(Effect::Quit) => return Ok(None),
                        Some(Effect::Suspend) => screen.suspend()?,
                        Some(Effect::Redraw) => screen.terminal.clear()?,
                        None => {}
                    }
                }
                Incoming::Stop => screen.suspend()?,
                Incoming::Continued => {
                    let size = screen.terminal.size()?;
                    app.update(Message::Resize(size.width, size.height));
                    screen.terminal.clear()?;
                }
                Incoming::End(signal) => return Ok(Some(signal)),
                Incoming::Lost(error) => return Err(error),
            }
        }
    }
}
