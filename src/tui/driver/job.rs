//! Work beside the screen: it runs in a thread, and its result comes back as an event.

use std::sync::Arc;

use crate::compare::Levels;
use crate::model::TrackId;
use crate::report::MentionedTopics;
use crate::search::Ranked;
use crate::tui::layer::offer::Offer;
use crate::tui::layer::offers;
use crate::tui::layer::picker::{ListSource, rank};
use crate::tui::shared::SharedState;

/// Work that takes long in a large ladder; no result if nobody waits for it any more.
pub(crate) type Job = Box<dyn FnOnce() -> Option<Done> + Send>;

/// The result of a job, and which generation of the ladder it is of.
pub(crate) enum Done {
    /// The aligned levels of a track.
    Levels(usize, TrackId, Box<Levels>),
    /// The topics that the tracks mention.
    Topics(usize, MentionedTopics),
    /// The places of the ladder, and their order.
    Places(usize, Vec<Offer>, Vec<Ranked>),
    /// What a typed text found in a list or in the ladder: the entries, and which of them in which order.
    Found(usize, String, Arc<Vec<Offer>>, Vec<Ranked>),
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

/// The job that lists the places of the ladder.
pub(crate) fn list_places(shared: &SharedState) -> Job {
    let (ladder, generation) = (Arc::clone(&shared.ladder), shared.generation);
    let separator = shared.glyphs().separator();
    Box::new(move || {
        let places = offers::places(&ladder, separator);
        let ranked = rank(ListSource::Fuzzy, &places, "");
        Some(Done::Places(generation, places, ranked))
    })
}

/// The job that finds what a typed text means in a list: the entries that it fits, or in the whole ladder. The job
/// before it ends.
pub(crate) fn search(shared: &SharedState, list: Option<Arc<Vec<Offer>>>, words: String) -> Job {
    let (ladder, is_last) = (Arc::clone(&shared.ladder), shared.begin_search());
    let (generation, separator) = (shared.generation, shared.glyphs().separator());
    Box::new(move || {
        let (source, entries) = match list {
            Some(entries) => (ListSource::Fuzzy, entries),
            None => {
                let hits = offers::hits(&ladder, separator, &words, is_last)?;
                (ListSource::Query, Arc::new(hits))
            }
        };
        let ranked = rank(source, &entries, &words);
        Some(Done::Found(generation, words, entries, ranked))
    })
}
