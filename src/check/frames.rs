//! Texts that most roles of a ladder have in common, which no author means as expectations of a level.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::expectations::Expectation;
use crate::model::{Ladder, RoleId, TrackId};

/// A text that fewer roles share may be a copy.
const FEWEST_ROLES: usize = 3;

/// How many roles of a ladder, and of each track, have which text.
pub(crate) struct Frames<'s> {
    in_ladder: FxHashMap<&'s str, usize>,
    in_track: FxHashMap<(TrackId, &'s str), usize>,
}

impl<'s> Frames<'s> {
    /// The texts of a ladder, each with the expectation that says it.
    pub(crate) fn of<'e>(
        ladder: &Ladder,
        said: impl Iterator<Item = &'s (String, &'e Expectation<'e>)>,
    ) -> Self
    where
        'e: 's,
    {
        let mut frames = Self { in_ladder: FxHashMap::default(), in_track: FxHashMap::default() };
        let mut counted: FxHashSet<(RoleId, &str)> = FxHashSet::default();
        for (said, expectation) in said {
            if counted.insert((expectation.role, said)) {
                let track = ladder.role(expectation.role).track;
                *frames.in_ladder.entry(said).or_default() += 1;
                *frames.in_track.entry((track, said)).or_default() += 1;
            }
        }
        frames
    }

    /// Whether most roles of a track, or of the ladder, have a text.
    pub(crate) fn hold(&self, ladder: &Ladder, track: TrackId, said: &str) -> bool {
        let is_most = |some: Option<&usize>, all: usize| {
            some.is_some_and(|some| *some >= FEWEST_ROLES && *some * 2 > all)
        };
        is_most(self.in_track.get(&(track, said)), ladder.track(track).roles.len())
            || is_most(self.in_ladder.get(said), ladder.roles.len())
    }
}
