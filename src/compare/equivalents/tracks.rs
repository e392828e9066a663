//! Two tracks compared, level by level.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::compare::comparer::Comparer;
use crate::compare::equivalents::evidence::ReadLevel;
use crate::compare::equivalents::numbers::{NumberOf, growing};
use crate::compare::equivalents::places::{EquivalentLevel, PlacedLevels};
use crate::compare::equivalents::rank::ranks;
use crate::compare::ladders::LadderRole;
use crate::lexicon::LevelName;
use crate::model::{RoleId, TrackId};

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

/// A track with all of it that is compared.
struct ReadTrack {
    track: LadderTrack,
    levels: Vec<ReadLevel>,
    /// The numbers that grow with its levels.
    growing: HashSet<NumberOf>,
    /// The words for its field in the names of its roles.
    field: HashSet<String>,
}

/// Sets the levels of a track against those of another.
#[must_use]
pub fn track_equivalents(
    comparer: &Comparer,
    left: LadderTrack,
    right: LadderTrack,
) -> TrackEquivalents {
    let (ours, theirs) = (ReadTrack::new(comparer, left), ReadTrack::new(comparer, right));
    told(comparer, [left, right], &ours.placed(&theirs, comparer))
}

/// For each of some tracks of the left ladder the track of the right one that its levels correspond to
/// most; none if no level of any is one of its levels. That all are below it or above says little.
#[must_use]
pub fn ladder_equivalents(
    comparer: &Comparer,
    tracks: &[TrackId],
) -> Vec<Option<TrackEquivalents>> {
    let read =
        |ladder: usize, track: TrackId| ReadTrack::new(comparer, LadderTrack { ladder, track });
    let right = 0..comparer.ladders()[1].tracks.len();
    let ours: Vec<ReadTrack> = tracks.iter().map(|track| read(0, *track)).collect();
    let theirs: Vec<ReadTrack> = right.map(|track| read(1, TrackId(track))).collect();
    ours.par_iter().map(|own| own.equivalent(&theirs, comparer)).collect()
}

impl ReadTrack {
    fn new(comparer: &Comparer, at: LadderTrack) -> Self {
        let ladder = comparer.ladders()[at.ladder];
        let levels = read(comparer, at);
        let growing = growing(levels.iter().map(|level| &level.numbers));
        let roles = ladder.track(at.track).roles.iter();
        let names = roles.map(|id| LevelName::read(&ladder.role(*id).document.title));
        let field = names.flat_map(|name| name.core.clone()).collect();
        Self { track: at, levels, growing, field }
    }

    fn placed<'a>(&'a self, other: &'a Self, comparer: &Comparer) -> PlacedLevels<'a> {
        PlacedLevels::new(comparer, &self.levels, &other.levels, &self.kinds(other))
    }

    /// The numbers that grow with the levels of both.
    fn kinds(&self, other: &Self) -> HashSet<NumberOf> {
        self.growing.intersection(&other.growing).cloned().collect()
    }

    /// What it counts that the roles of both are called by one field: "Product Designer", "Senior
    /// Designer".
    fn same_field(&self, other: &Self) -> f64 {
        if self.field.is_disjoint(&other.field) { 0.0 } else { SAME_FIELD }
    }

    /// The track that its levels correspond to most, the first of those that are equal. Levels are only
    /// aligned as long as a track can be better than the best so far.
    fn equivalent(&self, others: &[Self], comparer: &Comparer) -> Option<TrackEquivalents> {
        let mut promising: Vec<(f64, usize)> = Vec::new();
        for (at, other) in others.iter().enumerate() {
            let most = PlacedLevels::promise(&self.levels, &other.levels, &self.kinds(other));
            promising.extend(most.map(|most| (most + self.same_field(other), at)));
        }
        promising.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut best: Option<(f64, usize, PlacedLevels<'_>)> = None;
        for (most, at) in promising {
            if best.as_ref().is_some_and(|best| most < best.0) {
                break;
            }
            let placed = self.placed(&others[at], comparer);
            let weight = placed.weight() + self.same_field(&others[at]);
            let is_better =
                best.as_ref().is_none_or(|best| weight > best.0 || weight == best.0 && at < best.1);
            if is_better && placed.has_equals() {
                best = Some((weight, at, placed));
            }
        }
        best.map(|(_, at, placed)| told(comparer, [self.track, others[at].track], &placed))
    }
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
