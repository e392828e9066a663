//! Work beside the screen: it runs in a thread, and its result comes back as an event.

use std::sync::Arc;

use crate::compare::Levels;
use crate::model::TrackId;
use crate::report::MentionedTopics;
use crate::search::Query;
use crate::tui::input::message::Leading;
use crate::tui::layer::offer::Offer;
use crate::tui::layer::offers::{self, PaletteExtras};
use crate::tui::layer::picker::OfferList;
use crate::tui::shared::SharedState;

/// Work that takes long in a large ladder; no result if nobody waits for it any more.
pub(crate) type Job = Box<dyn FnOnce() -> Option<Done> + Send>;

/// The result of a job, and which generation of the ladder it is of.
pub(crate) enum Done {
    /// The aligned levels of a track.
    Levels(usize, TrackId, Box<Levels>),
    /// The topics that the tracks mention.
    Topics(usize, MentionedTopics),
    /// The places of the ladder and the commands.
    Places(usize, OfferList),
    /// What a typed text found in a list or in the ladder, or why it is invalid.
    Found(usize, Query, Result<OfferList, String>),
}

/// The job that aligns the levels of a track.
pub(crate) fn align(shared: &SharedState, track: TrackId) -> Job {
    let (aligned, generation) = (shared.aligning(track), shared.generation);
    Box::new(move || Some(Done::Levels(generation, track, Box::new(aligned()))))
}

/// The job that counts the topics that the tracks mention.
pub(crate) fn count_topics(shared: &SharedState) -> Job {
    let (ladder, generation) = (Arc::clone(&shared.ladder), shared.generation);
    Box::new(move || Some(Done::Topics(generation, MentionedTopics::new(&ladder))))
}

/// The job that lists the places of the ladder, with what else a list of everything has.
pub(crate) fn list_places(shared: &SharedState, extras: PaletteExtras, leading: Leading) -> Job {
    let (ladder, generation) = (Arc::clone(&shared.ladder), shared.generation);
    let separator = shared.glyphs().separator();
    Box::new(move || {
        let places = offers::places(&ladder, separator, extras.track);
        let offers = OfferList::all(offers::palette(places, extras, leading));
        Some(Done::Places(generation, offers))
    })
}

/// The job that finds what a typed text means in a list: the entries that it fits, or in the whole ladder. The job
/// before it ends.
pub(crate) fn search(shared: &SharedState, list: Option<Arc<Vec<Offer>>>, query: Query) -> Job {
    let (ladder, is_last) = (Arc::clone(&shared.ladder), shared.begin_search());
    let generation = shared.generation;
    // A conversation in lines says whole texts.
    let ellipsis = (!shared.preferences.by_section).then(|| shared.glyphs().ellipsis());
    Box::new(move || {
        let found = match list {
            Some(entries) => Ok(OfferList::narrowed(entries, &query.words)),
            None => offers::hits(&ladder, &query, ellipsis, is_last)?,
        };
        Some(Done::Found(generation, query, found))
    })
}
