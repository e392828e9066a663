//! What goes by a name in some tracks: topics and rows through their levels.

use super::trace::TraceReport;
use crate::compare::{self, Comparer, Levels, Thread};
use crate::model::{Ladder, TrackId};
use crate::search;

/// At most so many names are offered where nothing has the name that was asked for.
const OFFERED: usize = 12;

/// What was found by a name.
#[derive(Debug, Clone)]
pub struct TracesReport<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The name.
    pub asked: &'a str,
    /// Whether nothing is called so, and what was found says it.
    pub is_only_said: bool,
    tracks: Vec<TracedTrack<'a>>,
}

/// A track, and what was found in it.
#[derive(Debug, Clone)]
pub struct TracedTrack<'a> {
    /// The title of the track.
    pub title: &'a str,
    /// Its levels.
    pub levels: Levels,
    /// All that was found, in reading order.
    pub found: Vec<Thread>,
}

/// A topic or row that was found, with others of its name that say the same.
#[derive(Debug, Clone)]
pub struct DistinctTrace<'a> {
    /// The topic or row.
    pub thread: Thread,
    /// What there is to say of it.
    pub trace: TraceReport<'a>,
    /// For each of the others, the headings around it.
    pub also: Vec<Vec<&'a str>>,
}

/// What stands before the headings around another that says the same.
pub const SAME_UNDER: &str = "The same under ";

impl<'a> TracesReport<'a> {
    /// Looks in some tracks for what is called so; where nothing is, for what says it.
    #[must_use]
    pub fn new(ladder: &'a Ladder, tracks: &[TrackId], asked: &'a str) -> Self {
        let comparer = Comparer::new(ladder);
        let find = |track: &TrackId| {
            let subjects = compare::track_subjects(ladder, *track);
            let levels = compare::align_levels_by(&comparer, &subjects);
            let found = levels.find(asked);
            TracedTrack { title: &ladder.track(*track).title, levels, found }
        };
        let mut tracks: Vec<TracedTrack<'_>> = tracks.iter().map(find).collect();
        let is_called = tracks.iter().any(|track| !track.found.is_empty());
        if !is_called {
            tracks.iter_mut().for_each(|track| track.found = track.levels.find_words(asked));
        }
        Self { ladder, asked, is_only_said: !is_called, tracks }
    }

    /// The tracks in which anything was found.
    pub fn tracks(&self) -> impl Iterator<Item = &TracedTrack<'a>> {
        self.tracks.iter().filter(|track| !track.found.is_empty())
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tracks().next().is_none()
    }

    /// That what was found is not called so, but says it; nothing where that is not so.
    #[must_use]
    pub fn remark(&self) -> Option<String> {
        let said = self.is_only_said && !self.is_empty();
        said.then(|| format!("no topic is called \"{}\": these say it", self.asked))
    }

    /// That nothing is called so, and what there is.
    #[must_use]
    pub fn nothing(&self) -> String {
        let asked = self.asked;
        let offered = self.offered();
        if offered.is_empty() {
            return format!("nothing is called \"{asked}\" here");
        }
        let listed = offered.iter().take(OFFERED);
        let listed: String =
            listed.map(|name| format!("\n  {}", name.replace('\n', " "))).collect();
        let more = if offered.len() > OFFERED {
            "\n  and more: `rungs overview --items` lists all"
        } else {
            ""
        };
        format!("nothing is called \"{asked}\"; there are:{listed}{more}")
    }

    /// Names of topics that come near the one that was asked for, else all of them.
    fn offered(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        for TracedTrack { levels, .. } in &self.tracks {
            let outer = levels.threads().filter(|thread| levels.topics[thread.topic].depth == 1);
            for name in outer.map(|thread| levels.name(thread)) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        // A few letters are in any name somewhere, in this order.
        let near = match self.asked.chars().count() {
            0..=3 => Vec::new(),
            _ => search::rank(self.asked, names.iter().copied()),
        };
        let near: Vec<&str> = near.into_iter().map(|ranked| names[ranked.index]).collect();
        if near.is_empty() { names } else { near }
    }
}

impl TracedTrack<'_> {
    /// What was found, without what only says the same again.
    #[must_use]
    pub fn traces(&self) -> Vec<DistinctTrace<'_>> {
        let around = |thread: &Thread| {
            let mut path = self.levels.path(*thread);
            path.pop();
            path
        };
        let trace = |(thread, also): (Thread, Vec<Thread>)| DistinctTrace {
            thread,
            trace: TraceReport::new(&self.levels, thread),
            also: also.iter().map(around).collect(),
        };
        self.levels.distinct(&self.found).into_iter().map(trace).collect()
    }
}
