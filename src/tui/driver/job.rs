//! Work beside the screen: it runs in a thread, and its result comes back as an event.

use std::sync::Arc;

use crate::compare::Levels;
use crate::model::TrackId;
use crate::report::MentionedTopics;
use crate::tui::layer::offer::Offer;
use crate::tui::layer::offers;
use crate::tui::shared::SharedState;

/// Work that takes long in a large ladder; no result if nobody waits for it any more.
pub(crate) type Job = Box<dyn FnOnce() -> Option<Done> + Send>;

/// The result of a job, and which generation of the ladder it is of.
pub(crate) enum Done {
    /// The aligned levels of a track.
    Levels(usize, TrackId, Box<Levels>),
    /// The topics that the tracks mention.
    Topics(usize, MentionedTopics),
    /// The hits of a search for some words.
    Hits(usize, String, Vec<Offer>),
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

/// The job that searches the ladder for words. The search before it ends.
pub(crate) fn search(shared: &SharedState, words: String) -> Job {
    let (ladder, is_last) = (Arc::clone(&shared.ladder), shared.begin_search());
    let (generation, separator) = (shared.generation, shared.glyphs.separator());
    Box::new(move || {
        let hits = offers::hits(&ladder, separator, &words, is_last)?;
        Some(Done::Hits(generation, words, hits))
    })
}
