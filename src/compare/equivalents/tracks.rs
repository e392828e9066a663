//! Two tracks compared, level by level.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::compare::comparer::Comparer;
use crate::compare::equivalents::evidence::ReadLevel;
use crate::compare::equivalents::places::{EquivalentLevel, PlacedLevels};
use crate::compare::equivalents::rank::ranks;
use crate::compare::ladders::LadderRole;
use crate::lexicon::LevelName;
use crate::model::{Ladder, RoleId, TrackId};

/// What it counts that tracks are of one field: it decides between those that are otherwise alike.
const SAME_FIELD: f64 = 0.3;

/// A track of one of the ladders that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LadderTrack {
    /// Which ladder it is of: 0 for the left or only one, 1 for the right.
    pub ladder: usize,
    /// The track.
    pub track: TrackId,
}

/// A track, and which of its levels is which of another track.
#[derive(Debug, Clone)]
pub struct TrackEquivalents {
    /// Both tracks.
    pub tracks: [LadderTrack; 2],
    /// The levels of the left one, from the lowest up.
    pub levels: Vec<EquivalentLevel>,
}

/// Sets the levels of a track against those of another.
#[must_use]
pub fn track_equivalents(
    comparer: &Comparer,
    left: LadderTrack,
    right: LadderTrack,
) -> TrackEquivalents {
    let (ours, theirs) = (read(comparer, left), read(comparer, right));
    told(comparer, [left, right], &PlacedLevels::new(comparer, &ours, &theirs))
}

/// For each of some tracks of the left ladder the track of the right one that its levels correspond to
/// most; none if no level of any is one of its levels. That all are below it or above says little.
#[must_use]
pub fn ladder_equivalents(
    comparer: &Comparer,
    tracks: &[TrackId],
) -> Vec<Option<TrackEquivalents>> {
    let all = |ladder: usize, tracks: &[TrackId]| -> Vec<(LadderTrack, Vec<ReadLevel>)> {
        let tracks = tracks.iter().map(|track| LadderTrack { ladder, track: *track });
        tracks.map(|track| (track, read(comparer, track))).collect()
    };
    let right: Vec<TrackId> = (0..comparer.ladders()[1].tracks.len()).map(TrackId).collect();
    let (ours, theirs) = (all(0, tracks), all(1, &right));
    let best = |(left, ours): &(LadderTrack, Vec<ReadLevel>)| {
        let placed = theirs.iter().filter_map(|(right, theirs)| {
            let placed = PlacedLevels::new(comparer, ours, theirs);
            let weight = placed.weight() + field(comparer, *left, *right);
            placed.has_equals().then_some((weight, *right, placed))
        });
        let best = placed.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, right, placed)| told(comparer, [*left, right], &placed))
    };
    ours.iter().map(best).collect()
}

fn told(
    comparer: &Comparer,
    tracks: [LadderTrack; 2],
    placed: &PlacedLevels<'_>,
) -> TrackEquivalents {
    TrackEquivalents { tracks, levels: placed.levels(comparer) }
}

fn read(comparer: &Comparer, LadderTrack { ladder, track }: LadderTrack) -> Vec<ReadLevel> {
    let roles = &comparer.ladders()[ladder].track(track).roles;
    let ranks = ranks(comparer.ladders()[ladder], roles);
    let levels: Vec<_> = roles.iter().zip(ranks).collect();
    let level = |(role, rank): (&RoleId, _)| {
        ReadLevel::new(comparer, LadderRole { ladder, role: *role }, rank)
    };
    levels.into_par_iter().map(level).collect()
}

/// Whether the roles of two tracks are called by one field: "Product Designer", "Senior Designer".
fn field(comparer: &Comparer, left: LadderTrack, right: LadderTrack) -> f64 {
    let words = |LadderTrack { ladder, track }: LadderTrack| -> HashSet<String> {
        let ladder: &Ladder = comparer.ladders()[ladder];
        let roles = ladder.track(track).roles.iter();
        let names = roles.map(|id| LevelName::read(&ladder.role(*id).document.title));
        names.flat_map(|name| name.core.clone()).collect()
    };
    let (ours, theirs) = (words(left), words(right));
    if ours.is_disjoint(&theirs) { 0.0 } else { SAME_FIELD }
}
