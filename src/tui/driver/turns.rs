//! The main loop: draw, wait, update, carry out effects. The terminal and scripts of keys use the same
//! loop.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::clipboard;
use super::job::{self, Done};
use super::world::{Edited, Incoming, World};
use crate::tui::app::App;
use crate::tui::arrival;
use crate::tui::input::events;
use crate::tui::input::message::{Effect, Message};
use crate::tui::outcome::Outcome;
use crate::tui::session::News;

/// Whether to continue or to end, and the signal that ended the program, if any.
type Turn = io::Result<ControlFlow<Option<i32>>>;

const GO_ON: Turn = Ok(ControlFlow::Continue(()));

/// Runs the program in a world until it ends. It already has the size of the screen. Returns the signal
/// that ended it, if any.
pub(crate) fn drive(app: &mut App, world: &mut impl World) -> io::Result<Option<i32>> {
    restore(app, world)?;
    world.draw(app)?;
    world.ask()?;
    seek(app, world);
    let mut is_halted = false;
    loop {
        // Wait for one event, then take all that arrived meanwhile, and draw once for all of them.
        let mut next = world.wait();
        if next.is_none() {
            return Ok(None);
        }
        while let Some(incoming) = next {
            is_halted |= matches!(incoming, Incoming::Halted(_));
            if let ControlFlow::Break(end) = turn(incoming, app, world)? {
                return Ok(end);
            }
            // The entry that Enter chose may still have to be found, and it may start the editor.
            if is_halted && !app.awaits_choice() {
                is_halted = false;
                world.resume();
            }
            show_recalled(app);
            if arrival::show_read(app) || arrival::show_reread(app) {
                seek(app, world);
                restore(app, world)?;
            }
            next = world.waiting();
        }
        world.draw(app)?;
    }
}

/// Goes to the last place of the time before, unless that was done.
fn restore(app: &mut App, world: &mut impl World) -> io::Result<()> {
    let effect = app.restore();
    carry_out(effect, app, world).map(drop)
}

/// Starts the check in the background if the findings are not known yet.
fn seek(app: &App, world: &mut impl World) {
    let shared = &app.stage.shared;
    if let Some(find) = &shared.sought {
        world.seek(Arc::clone(find), shared.generation);
    }
}

/// Shows the changes since a loaded older version, as soon as no layer is over the panes.
fn show_recalled(app: &mut App) {
    if app.layers.is_empty()
        && let Some(older) = app.stage.shared.past.loaded.take()
    {
        app.notice = app.stage.review(older);
    }
}

/// Sets the size of the frame to the size of the screen.
fn fit(app: &mut App, world: &impl World) -> io::Result<()> {
    let (columns, rows) = world.size()?;
    app.update(Message::Resize(columns, rows));
    Ok(())
}

fn turn(incoming: Incoming, app: &mut App, world: &mut impl World) -> Turn {
    match incoming {
        Incoming::Terminal(event) | Incoming::Halted(event) => {
            match events::message(event, app.context()) {
                Some(message) => respond(message, app, world),
                None => GO_ON,
            }
        }
        Incoming::Message(message) => respond(message, app, world),
        Incoming::Background(backdrop) => {
            world.set_backdrop(backdrop);
            GO_ON
        }
        Incoming::Go(place) => {
            app.notice = None;
            let effect = app.apply(Outcome::Go(*place));
            carry_out(effect, app, world)
        }
        Incoming::Stop => world.suspend().map(ControlFlow::Continue),
        Incoming::Continued => {
            fit(app, world)?;
            world.refresh().map(ControlFlow::Continue)
        }
        Incoming::End(signal) => Ok(ControlFlow::Break(Some(signal))),
        Incoming::Lost(error) => Err(error),
        Incoming::Edited(_) => GO_ON,
        Incoming::Found(generation, findings) => {
            arrival::found(app, generation, findings);
            GO_ON
        }
        Incoming::Reread(Ok(reread)) => {
            arrival::take_reread(app, reread);
            GO_ON
        }
        Incoming::Reread(Err(reason)) => {
            arrival::unread(app, reason);
            GO_ON
        }
        Incoming::Unwatched(reason) => {
            app.notice = Some(format!("changes of the files are not noticed: {reason}"));
            GO_ON
        }
        Incoming::News(news) => take_news(news, app, world),
        Incoming::Done(done) => {
            let effect = take_result(done, app);
            carry_out(effect, app, world)
        }
        Incoming::Recalled(name, loaded) => {
            if let Err(reason) = app.stage.shared.past.take(&name, loaded) {
                app.notice = Some(reason);
            }
            GO_ON
        }
    }
}

/// Takes news of the ladder that is being read.
fn take_news(news: News, app: &mut App, world: &mut impl World) -> Turn {
    match news {
        News::Progress(words) => arrival::read_on(app, words),
        News::Listed(ladder) => arrival::list(app, ladder),
        News::Read(session) => {
            world.edit_with(session.editing.clone(), &session.ladder);
            arrival::take_read(app, session);
        }
        News::Failed(reason) => return Err(io::Error::other(reason)),
    }
    GO_ON
}

/// Takes the result of a job; returns the effect of what waited for it.
fn take_result(done: Done, app: &mut App) -> Option<Effect> {
    match done {
        Done::Levels(generation, track, levels) => {
            app.stage.shared.take_levels(generation, track, *levels);
            arrival::go_on(app)
        }
        Done::Topics(generation, topics) => {
            app.stage.shared.take_topics(generation, topics);
            arrival::go_on(app)
        }
        Done::Places(generation, offers) => {
            arrival::take_places(app, generation, offers);
            None
        }
        Done::Found(generation, query, found) => {
            arrival::take_found(app, generation, &query, found)
        }
    }
}

/// Changes the state, and carries out the effect that results.
fn respond(message: Message, app: &mut App, world: &mut impl World) -> Turn {
    let effect = app.update(message);
    carry_out(effect, app, world)
}

fn carry_out(effect: Option<Effect>, app: &mut App, world: &mut impl World) -> Turn {
    match effect {
        None => {}
        Some(Effect::Quit) => return Ok(ControlFlow::Break(None)),
        Some(Effect::Suspend) => world.suspend()?,
        Some(Effect::Redraw) => world.refresh()?,
        Some(Effect::ReadAgain) => {
            world.refresh()?;
            world.read_again();
        }
        Some(Effect::Copy(text)) => app.notice = Some(clipboard::copy(&text, world)),
        Some(Effect::Browse(target)) => app.notice = Some(world.browse(&target)),
        Some(Effect::Align(track)) => world.run(job::align(&app.stage.shared, track)),
        Some(Effect::CountTopics) => world.run(job::count_topics(&app.stage.shared)),
        Some(Effect::ListPlaces(leading)) => {
            let extras = arrival::extras(app, leading);
            world.run(job::list_places(&app.stage.shared, extras, leading));
        }
        Some(Effect::Search(query)) => {
            let list = arrival::narrowed_list(app);
            world.run(job::search(&app.stage.shared, list, query));
        }
        Some(Effect::Recall(name)) => {
            if let Some(load) = app.stage.shared.past.load.clone() {
                app.notice = Some(format!("loading {name}"));
                app.stage.shared.past.awaited = Some(name.clone());
                world.recall(load, name);
            }
        }
        Some(Effect::Edit { file, line }) => match world.edit(&file, line)? {
            Edited::End(signal) => return Ok(ControlFlow::Break(Some(signal))),
            Edited::Refused(reason) => app.notice = Some(reason),
            Edited::Done(words) => {
                app.notice = words;
                fit(app, world)?;
                world.refresh()?;
                world.read_again();
            }
        },
    }
    GO_ON
}
