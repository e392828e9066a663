//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, `keymap` turns it into a message, `App::update` changes the state,
//! `view` draws it. Nothing ticks: an idle program uses no processor time.

mod app;
mod areas;
mod bindings;
mod comparing;
mod events;
mod help;
mod history;
mod key;
mod keymap;
mod ladder_list;
mod list;
mod matches;
mod message;
mod mouse;
mod moving;
mod outline;
mod picker;
mod play;
mod prompts;
mod reader;
mod session;
mod showing;
mod terminal;
mod update;
mod view;

use std::io;

use events::Incoming;
use message::{Effect, Message};

pub use help::keys_markdown;
pub use play::play;
pub use session::Session;

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
    let mut app = app::App::new(session.ladder, session.problems, session.glyphs);
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
                        Some(Effect::Redraw) => screen.refresh()?,
                        None => {}
                    }
                }
                Incoming::Stop => screen.suspend()?,
                Incoming::Continued => {
                    let size = screen.terminal.size()?;
                    app.update(Message::Resize(size.width, size.height));
                    screen.refresh()?;
                }
                Incoming::End(signal) => return Ok(Some(signal)),
                Incoming::Lost(error) => return Err(error),
            }
        }
    }
}
