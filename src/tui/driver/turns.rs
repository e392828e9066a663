//! The loop: draw, wait, update, and what is asked for outside. The terminal and scripts of keys go
//! through the same one.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::world::{Edited, Incoming, World};
use crate::tui::app::App;
use crate::tui::input::keymap;
use crate::tui::input::message::{Effect, Message};

/// To go on, or to end: by a signal, if one came.
type Turn = io::Result<ControlFlow<Option<i32>>>;

const GO_ON: Turn = Ok(ControlFlow::Continue(()));

/// Lets the program run in a world until it ends. Returns the signal that ended it, if one did.
pub(crate) fn drive(app: &mut App, world: &mut impl World) -> io::Result<Option<i32>> {
    fit(app, world)?;
    world.draw(app)?;
    seek(app, world);
    loop {
        // Wait for one, then take what has come meanwhile, and draw once for all of it.
        let mut next = world.wait();
        if next.is_none() {
            return Ok(None);
        }
        while let Some(incoming) = next {
            if let ControlFlow::Break(end) = turn(incoming, app, world)? {
                return Ok(end);
            }
            show_recalled(app);
            next = world.waiting();
        }
        world.draw(app)?;
    }
}

/// Has the findings found that are not known yet.
fn seek(app: &App, world: &mut impl World) {
    let shared = &app.stage.shared;
    if let Some(find) = &shared.sought {
        world.seek(Arc::clone(find), shared.generation);
    }
}

/// Shows what changed since an older version that was loaded, as soon as nothing lies over the panes.
fn show_recalled(app: &mut App) {
    if app.layers.is_empty()
        && let Some(older) = app.stage.shared.past.loaded.take()
    {
        app.notice = app.stage.review(older);
    }
}

/// Lets the frame be as large as there is room for.
fn fit(app: &mut App, world: &impl World) -> io::Result<()> {
    let (columns, rows) = world.size()?;
    app.update(Message::Resize(columns, rows));
    Ok(())
}

fn turn(incoming: Incoming, app: &mut App, world: &mut impl World) -> Turn {
    match incoming {
        Incoming::Terminal(event) => match keymap::message(event, app.context()) {
            Some(message) => respond(message, app, world),
            None => GO_ON,
        },
        Incoming::Halted(event) => {
            let turn = turn(Incoming::Terminal(event), app, world)?;
            world.resume();
            Ok(turn)
        }
        Incoming::Message(message) => respond(message, app, world),
        Incoming::Stop => world.suspend().map(ControlFlow::Continue),
        Incoming::Continued => {
            fit(app, world)?;
            world.refresh().map(ControlFlow::Continue)
        }
        Incoming::End(signal) => Ok(ControlFlow::Break(Some(signal))),
        Incoming::Lost(error) => Err(error),
        Incoming::Edited => GO_ON,
        Incoming::Found(generation, findings) => {
            app.found(generation, findings);
            GO_ON
        }
        Incoming::Recalled(name, loaded) => {
            if let Err(reason) = app.stage.shared.past.take(&name, loaded) {
                app.notice = Some(reason);
            }
            GO_ON
        }
    }
}

/// Changes the state, and does outside of it what that asks for.
fn respond(message: Message, app: &mut App, world: &mut impl World) -> Turn {
    match app.update(message) {
        None => {}
        Some(Effect::Quit) => return Ok(ControlFlow::Break(None)),
        Some(Effect::Suspend) => world.suspend()?,
        Some(Effect::Redraw) => world.refresh()?,
        Some(Effect::Browse(target)) => app.notice = Some(world.browse(&target)),
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
            Edited::Done(read_again) => {
                fit(app, world)?;
                world.refresh()?;
                match read_again {
                    Ok((ladder, findings)) => {
                        app.reload(ladder, findings);
                        seek(app, world);
                    }
                    Err(reason) => app.unread(reason),
                }
            }
        },
    }
    GO_ON
}
