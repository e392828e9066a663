//! What arrives from the background: the ladder that was being read, the ladder read again, findings, results of
//! jobs.

use std::sync::Arc;

use super::app::App;
use super::input::message::{Effect, Message};
use super::layer::Layer;
use super::layer::offer::Offer;
use super::outcome::{Destination, Outcome};
use super::session::{Findings, Session};
use super::shared::{ArrivingLadder, SharedState, Waiting};
use super::stage::Stage;
use crate::finding::Finding;
use crate::model::Ladder;

/// Replaces the ladder by the one on disk, and keeps the place. Layers belong to the old ladder and are
/// closed, except the list of findings, which shows the new findings.
pub(crate) fn reload(app: &mut App, ladder: Arc<Ladder>, findings: Findings) {
    app.stage.reload(ladder, findings);
    app.layers.retain(|layer| matches!(layer, Layer::Findings(_)));
    settle_findings(app);
}

/// Says how far the reading of the ladder is.
pub(crate) fn read_on(app: &mut App, words: String) {
    app.stage.shared.reading.get_or_insert_default().progress = words;
}

/// Shows the names of the documents that are being read.
pub(crate) fn list(app: &mut App, ladder: Arc<Ladder>) {
    let shared = &mut app.stage.shared;
    if let Some(reading) = shared.reading.take() {
        let (findings, glyphs) = (Findings::Known(Vec::new()), shared.glyphs);
        begin(app, SharedState::new(ladder, findings, false, None, glyphs));
        app.stage.shared.reading = Some(reading);
    }
}

/// Shows a ladder as at the start of the program.
fn begin(app: &mut App, shared: SharedState) {
    let size = app.stage.size;
    app.stage = Stage::new(shared, (size.width, size.height));
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
    let Session { ladder, findings, editing, older, glyphs, theme: _ } = *session;
    if is_used {
        let shared = &mut app.stage.shared;
        (shared.can_edit, shared.past.load) = (editing.is_some(), older);
        app.stage.reload(ladder, findings);
        // No earlier findings are to be told from those of this ladder.
        app.stage.shared.generation = 0;
    } else {
        begin(app, SharedState::new(ladder, findings, editing.is_some(), older, glyphs));
    }
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
    match app.stage.shared.waiting.take()? {
        Waiting::Trace => app.update(Message::Trace),
        Waiting::Overview => app.update(Message::Overview),
        Waiting::Topic(track, alias) => app.apply(Outcome::Go(Destination::Topic(track, alias))),
    }
}

/// Takes the hits of a search for some words, if the list that asked for them still waits.
pub(crate) fn take_hits(
    app: &mut App,
    generation: usize,
    words: &str,
    hits: Vec<Offer>,
) -> Option<Effect> {
    let is_current = generation == app.stage.shared.generation;
    let Some(Layer::Picker(picker)) = app.layers.last_mut().filter(|_| is_current) else {
        return None;
    };
    let outcome = picker.take(words, hits);
    picker.fit(app.stage.size);
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
