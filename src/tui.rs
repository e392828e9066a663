//! The terminal UI: event, message, update, draw.
//!
//! [`run`] waits for an event, `keymap` turns it into a message, `App::update` changes the state,
//! `view` draws it. Nothing ticks: an idle program uses no processor time.

mod app;
mod areas;
mod bindings;
mod browser;
mod comparing;
mod editor;
mod events;
mod findings;
mod folding;
mod help;
mod history;
mod key;
mod keymap;
mod ladder_list;
mod list;
mod matches;
mod matrix;
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
mod surveying;
mod terminal;
mod tracing;
mod update;
mod view;

use std::io;

use app::App;
use events::{Incoming, Listener};
use message::{Effect, Message};
use signal_hook::consts::{SIGINT, SIGQUIT};
use terminal::Screen;

pub use help::keys_markdown;
pub use play::play;
pub use session::{Editing, Reload, Session};

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
    let (theme, editing) = (session.theme, session.editing.clone());
    let mut app = App::new(session);
    let listener = events::listen(keymap::may_edit)?;
    let mut screen = terminal::Screen::take()?;
    let size = screen.terminal.size()?;
    app.update(Message::Resize(size.width, size.height));
    loop {
        screen.terminal.draw(|frame| view::draw(frame, &app, theme))?;
        // Wait for one, then take what has come meanwhile, and draw once for all of it.
        let Ok(first) = listener.queue.recv() else { return Ok(None) };
        for next in std::iter::once(first).chain(listener.queue.try_iter()) {
            let halted = matches!(next, Incoming::Halted(_));
            match next {
                Incoming::Terminal(event) | Incoming::Halted(event) => {
                    let message = keymap::message(event, app.context());
                    match message.and_then(|message| app.update(message)) {
                        Some(Effect::Quit) => return Ok(None),
                        Some(Effect::Suspend) => screen.suspend()?,
                        Some(Effect::Redraw) => screen.refresh()?,
                        Some(Effect::Browse(target)) => app.notice = Some(browser::open(&target)),
                        Some(Effect::Edit { file, line }) => {
                            if let Some(editing) = &editing
                                && let Some(signal) =
                                    edit(editing, (&file, line), &mut app, &mut screen, &listener)?
                            {
                                return Ok(Some(signal));
                            }
                        }
                        None => {}
                    }
                }
                Incoming::Stop => screen.suspend()?,
                Incoming::Continued => fit(&mut app, &mut screen)?,
                Incoming::End(signal) => return Ok(Some(signal)),
                Incoming::Lost(error) => return Err(error),
                Incoming::Edited => {}
            }
            if halted {
                listener.resume();
            }
        }
    }
}

/// Lets the screen be as large as it is now, and draws it as a whole.
fn fit(app: &mut App, screen: &mut Screen) -> io::Result<()> {
    let size = screen.terminal.size()?;
    app.update(Message::Resize(size.width, size.height));
    screen.refresh()
}

/// Runs the editor on a file while the terminal is its, then reads the ladder again. Returns the
/// signal that ends the program, if one came.
fn edit(
    editing: &Editing,
    (file, line): (&str, usize),
    app: &mut App,
    screen: &mut Screen,
    listener: &Listener,
) -> io::Result<Option<i32>> {
    screen.lend();
    match editor::start(editing, file, line) {
        Ok(child) => listener.wait_for(child),
        Err(reason) => {
            screen.take_back()?;
            app.notice = Some(reason);
            return Ok(None);
        }
    }
    loop {
        match listener.queue.recv() {
            Ok(Incoming::Edited) | Err(_) => break,
            // The editor was stopped with its whole group: the shell waits for this process too.
            Ok(Incoming::Stop) => terminal::stop()?,
            // What keys mean in the editor is its own business.
            Ok(Incoming::End(SIGINT | SIGQUIT)) => {}
            Ok(Incoming::End(signal)) => return Ok(Some(signal)),
            Ok(_) => {}
        }
    }
    screen.take_back()?;
    fit(app, screen)?;
    match (editing.reload)() {
        Ok((ladder, problems)) => app.reload(ladder, problems),
        Err(reason) => app.notice = Some(reason),
    }
    Ok(None)
}
