//! What arrives from the background: the ladder that was being read, the ladder read again, findings, results of
//! jobs.

use std::sync::Arc;

use super::app::App;
use super::input::message::{Effect, Leading, Message};
use super::layer::Layer;
use super::layer::offer::Offer;
use super::layer::offers::{self, PaletteExtras};
use super::layer::picker::{OfferList, Picker};
use super::outcome::{Destination, Outcome};
use super::session::{Findings, SavedPlaces, Session};
use super::shared::{ArrivingLadder, RereadLadder, SharedState, Waiting};
use super::stage::Stage;
use crate::finding::Finding;
use crate::model::{Ladder, TrackId};
use crate::search::Query;

/// Replaces the ladder by the one on disk, and keeps the place. Layers belong to the old ladder and are
/// closed, except the list of findings, which shows the new findings, and the help.
fn reload(app: &mut App, ladder: Arc<Ladder>, findings: Findings) {
    app.stage.reload(ladder, findings);
    app.layers.retain(|layer| matches!(layer, Layer::Findings(_) | Layer::Help(_)));
    settle_findings(app);
}

/// Takes a ladder that was read again, to be shown as soon as no prompt or pop-up is over the panes.
pub(crate) fn take_reread(app: &mut App, reread: Box<RereadLadder>) {
    app.stage.shared.reread = Some(reread);
}

/// Shows the ladder that was read again, if there is one, and says what differs. Returns whether it did.
pub(crate) fn show_reread(app: &mut App) -> bool {
    let is_free = app.layers.iter().all(|layer| matches!(layer, Layer::Findings(_)));
    let Some(reread) = app.stage.shared.reread.take_if(|_| is_free) else { return false };
    let RereadLadder { ladder, findings, fresh, is_asked } = *reread;
    match &fresh.words {
        Some(words) => app.notice = Some(words.clone()),
        None if is_asked && app.notice.is_none() => {
            app.notice = Some("read again: no text has changed".to_owned());
        }
        None => {}
    }
    reload(app, ladder, findings);
    app.stage.shared.fresh = fresh;
    true
}

/// Says how far the reading of the ladder is.
pub(crate) fn read_on(app: &mut App, words: String) {
    app.stage.shared.reading.get_or_insert_default().progress = words;
}

/// Shows the names of the documents that are being read.
pub(crate) fn list(app: &mut App, ladder: Arc<Ladder>) {
    let shared = &mut app.stage.shared;
    if let Some(reading) = shared.reading.take() {
        let (findings, preferences) = (Findings::Known(Vec::new()), shared.preferences.clone());
        begin(app, SharedState::new(ladder, findings, false, None, preferences));
        app.stage.shared.reading = Some(reading);
    }
}

/// Shows a ladder as at the start of the program.
fn begin(app: &mut App, shared: SharedState) {
    let (size, generation) = (app.stage.size, app.stage.shared.generation);
    app.stage = Stage::new(shared, (size.width, size.height));
    // Jobs for the ladder before it may still run.
    app.stage.shared.generation = generation + 1;
}

/// Takes the ladder that was read, to be shown as soon as no layer is over the panes.
pub(crate) fn take_read(app: &mut App, session: Box<Session>) {
    app.stage.shared.reading.get_or_insert_default().session = Some(session);
}

/// Shows the ladder that was read, if it has arrived. A user who has gone nowhere yet starts at its first
/// role. Returns whether it is shown.
pub(crate) fn show_read(app: &mut App) -> bool {
    let has_arrived = |reading: &mut ArrivingLadder| reading.session.is_some();
    let reading = &mut app.stage.shared.reading;
    let Some(ArrivingLadder { session: Some(session), is_used, .. }) = (match app.layers.as_slice()
    {
        [] => reading.take_if(has_arrived),
        _ => None,
    }) else {
        return false;
    };
    // It may say that the ladder is still being read.
    app.notice = None;
    let Session { ladder, findings, editing, older, places, preferences } = *session;
    if is_used {
        let shared = &mut app.stage.shared;
        (shared.can_edit, shared.past.load) = (editing.is_some(), older);
        app.stage.reload(ladder, findings);
    } else {
        begin(app, SharedState::new(ladder, findings, editing.is_some(), older, preferences));
    }
    app.stage.shared.places = SavedPlaces { last: places.last.filter(|_| !is_used), ..places };
    true
}

/// Says why the ladder cannot be read again, now and whenever the user asks for the findings.
pub(crate) fn unread(app: &mut App, reason: String) {
    app.notice = Some(reason.clone());
    app.stage.shared.unread = Some(reason);
}

/// Takes the findings of the check in the background.
pub(crate) fn found(app: &mut App, generation: usize, findings: Vec<Finding>) {
    app.stage.shared.found(generation, findings);
    settle_findings(app);
}

/// Does what waited for a job, unless the user has typed another key.
pub(crate) fn go_on(app: &mut App) -> Option<Effect> {
    match app.stage.shared.waiting? {
        Waiting::Places(_) => None,
        Waiting::Trace => app.update(Message::Trace),
        Waiting::Overview => app.update(Message::Overview),
        Waiting::Topic(track, alias) => {
            app.stage.shared.waiting = None;
            app.apply(Outcome::Go(Destination::Topic(track, alias)))
        }
        Waiting::TopicAt(track, document, line) => {
            app.stage.shared.waiting = None;
            app.apply(Outcome::Go(Destination::TopicAt(track, document, line)))
        }
    }
}

/// What a list of everything has besides the places of the ladder.
pub(crate) fn extras(app: &App, leading: Leading) -> PaletteExtras {
    let (shared, view) = (&app.stage.shared, app.stage.view());
    // A conversation in lines has its own lists of commands and topics.
    if shared.preferences.by_section {
        return PaletteExtras {
            bookmarks: offers::bookmarks(shared).unwrap_or_default(),
            ..PaletteExtras::default()
        };
    }
    let first = (!shared.ladder.tracks.is_empty()).then_some(TrackId(0));
    PaletteExtras {
        bookmarks: offers::bookmarks(shared).unwrap_or_default(),
        commands: offers::commands(&shared.preferences.keymap, view.when(), leading),
        track: view.track(&shared.ladder).or(first),
    }
}

/// Offers the places of the ladder and the commands, unless the user has typed another key.
pub(crate) fn take_places(app: &mut App, generation: usize, offers: OfferList) {
    let is_current = generation == app.stage.shared.generation;
    let is_awaited = |waiting: &mut Waiting| matches!(waiting, Waiting::Places(_));
    if let Some(Waiting::Places(leading)) = app.stage.shared.waiting.take_if(is_awaited)
        && is_current
    {
        let title = match leading {
            Leading::Places => "Jump to",
            Leading::Commands => "Commands and places",
        };
        let picker = Picker::new(title, offers).previewing("a role, section, topic or command");
        app.lay_over(Layer::Picker(Box::new(picker)));
    }
}

/// The list on top that typing narrows, if there is one.
pub(crate) fn narrowed_list(app: &App) -> Option<Arc<Vec<Offer>>> {
    match app.layers.last() {
        Some(Layer::Picker(picker)) => picker.narrowed(),
        _ => None,
    }
}

/// Takes what was found for a typed text, if the list that asked for it still waits.
pub(crate) fn take_found(
    app: &mut App,
    generation: usize,
    query: &Query,
    found: Result<OfferList, String>,
) -> Option<Effect> {
    let is_current = generation == app.stage.shared.generation;
    let Some(Layer::Picker(picker)) = app.layers.last_mut().filter(|_| is_current) else {
        return None;
    };
    let outcome = picker.take(query, found);
    picker.fit(app.stage.size, &app.stage.shared);
    if outcome != Outcome::Stay {
        app.layers.pop();
    }
    app.apply(outcome)
}

/// Updates an open list of findings, or closes it if there are none.
fn settle_findings(app: &mut App) {
    let is_list = |layer: &Layer| matches!(layer, Layer::Findings(_));
    let shared = &app.stage.shared;
    if shared.is_faultless() && app.layers.last().is_some_and(is_list) {
        let left = if shared.generation > 0 { " left" } else { "" };
        app.notice = Some(format!("no findings{left} in this ladder"));
        app.layers.retain(|layer| !is_list(layer));
    }
    app.fit_layers();
}
