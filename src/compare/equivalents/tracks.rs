//! Two tracks set against each other, level by level.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use rayon::prelude::*;

use crate::compare::comparer::Comparer;
use crate::compare::equivalents::evidence::{LevelEvidence, ReadLevel};
use crate::compare::equivalents::numbers::growing;
use crate::compare::equivalents::order::{Standing, standings};
use crate::compare::equivalents::rank::ranks;
use crate::compare::ladders::LadderRole;
use crate::lexicon::LevelName;
use crate::model::{Ladder, RoleId, TrackId};

/// What must speak for a place at least: names of one rank, a tenth of the texts, or numbers with some
/// texts.
const LEAST: f64 = 0.5;

/// What speaks for two places as much as this is told of both: it may be either.
const LIKE: f64 = 0.1;

/// What it counts that a name stands between those of two levels.
const NAMED_BETWEEN: f64 = 0.8;

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
    /// How much speaks for the places of its levels, on average.
    pub weight: f64,
}

impl TrackEquivalents {
    /// Whether any level is one of the other track. That all stand below it or above says little.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.levels.iter().any(|it| matches!(it.standing, LevelStanding::Is(..)))
    }
}

/// A level, and where it stands in another track.
#[derive(Debug, Clone)]
pub struct EquivalentLevel {
    /// The level.
    pub role: RoleId,
    /// Where it stands.
    pub standing: LevelStanding,
    /// The levels of the other track that it is set against, the lower first, with what it has in common
    /// with each: the one that it is, or those that it is between. Where nothing is certain they are
    /// those that most speaks for, at most two.
    pub near: Vec<(RoleId, LevelEvidence)>,
}

/// Where a level stands in another track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelStanding {
    /// It is this level, or one of those from the first to the second: as much speaks for each.
    Is(RoleId, RoleId),
    /// It stands between two levels, or below or above all.
    Between(Option<RoleId>, Option<RoleId>),
    /// Nothing is certain but that it stands somewhere between these, since its neighbors do.
    Unknown(Option<RoleId>, Option<RoleId>),
}

/// Sets the levels of a track against those of another.
#[must_use]
pub fn track_equivalents(
    comparer: &Comparer,
    left: LadderTrack,
    right: LadderTrack,
) -> TrackEquivalents {
    let (ours, theirs) = (read(comparer, left), read(comparer, right));
    set_against(comparer, (left, &ours), (right, &theirs))
}

/// For each of some tracks of the left ladder the track of the right one that its levels correspond to
/// most; none where nothing speaks for any.
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
        let found = theirs.iter().map(|(right, theirs)| {
            let found = set_against(comparer, (*left, ours), (*right, theirs));
            (found.weight + field(comparer, *left, *right), found)
        });
        let best = found.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.map(|(_, found)| found).filter(TrackEquivalents::is_certain)
    };
    ours.iter().map(best).collect()
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

/// Two tracks that have been read.
struct TwoTracks<'a> {
    ours: &'a [ReadLevel],
    theirs: &'a [ReadLevel],
    evidence: Vec<Vec<LevelEvidence>>,
}

fn set_against(
    comparer: &Comparer,
    (left, ours): (LadderTrack, &[ReadLevel]),
    (right, theirs): (LadderTrack, &[ReadLevel]),
) -> TrackEquivalents {
    // What takes long is the same in whatever order it is done, so that all cores can do it.
    let [grow_here, grow_there] =
        [ours, theirs].map(|levels| growing(levels.iter().map(|level| &level.numbers)));
    let kinds = grow_here.intersection(&grow_there).cloned().collect();
    let row = |own: &ReadLevel| {
        theirs.iter().map(|other| own.evidence(other, &kinds, comparer)).collect::<Vec<_>>()
    };
    let evidence = ours.par_iter().map(row).collect();
    TwoTracks { ours, theirs, evidence }.equivalents([left, right])
}

impl TwoTracks<'_> {
    fn equivalents(&self, tracks: [LadderTrack; 2]) -> TrackEquivalents {
        let gain = |level, standing| self.weight(level, standing);
        let found = standings(self.ours.len(), self.theirs.len(), gain);
        let is_sure: Vec<bool> =
            found.iter().enumerate().map(|(at, it)| self.weight(at, *it) >= LEAST).collect();
        let weights = found.iter().enumerate().map(|(at, it)| self.weight(at, *it));
        let weight = weights.sum::<f64>() / self.ours.len().max(1) as f64;
        let level = |at: usize| {
            let standing = match is_sure[at] {
                true => self.sure(at, &found),
                false => self.unsure(at, &found, &is_sure),
            };
            let near = match is_sure[at] {
                true => self.around(at, &found),
                false => self.nearest(at),
            };
            let near =
                near.into_iter().map(|it| (self.theirs[it].at.role, self.evidence[at][it].clone()));
            EquivalentLevel { role: self.ours[at].at.role, standing, near: near.collect() }
        };
        TrackEquivalents { tracks, levels: (0..self.ours.len()).map(level).collect(), weight }
    }

    /// How much speaks for a place of a level.
    fn weight(&self, level: usize, standing: Standing) -> f64 {
        let evidence = |other: usize| self.evidence[level].get(other);
        match standing {
            Standing::At(other) => evidence(other).map_or(0.0, LevelEvidence::weight),
            Standing::Between(behind) => {
                let (below, above) = (behind.checked_sub(1).and_then(evidence), evidence(behind));
                LevelEvidence::weight_between(below, above) + self.named_between(level, behind)
            }
        }
    }

    /// Whether the name of a level says that it stands behind so many others.
    fn named_between(&self, level: usize, behind: usize) -> f64 {
        let own = &self.ours[level].rank;
        let below = behind.checked_sub(1).map(|at| &self.theirs[at].rank);
        let above = self.theirs.get(behind).map(|it| &it.rank);
        let fits = match (below, above) {
            (Some(below), Some(above)) => own.is_between(below, above),
            (Some(below), None) => own.is_above(below),
            (None, Some(above)) => above.is_above(own),
            (None, None) => false,
        };
        if fits { NAMED_BETWEEN } else { 0.0 }
    }

    /// The levels that a level is or is between.
    fn around(&self, level: usize, found: &[Standing]) -> Vec<usize> {
        match found[level] {
            Standing::At(other) => self.likes(level, other, found).collect(),
            Standing::Between(behind) => {
                let both = [behind.checked_sub(1), Some(behind)].into_iter().flatten();
                both.filter(|at| *at < self.theirs.len()).collect()
            }
        }
    }

    /// The two levels that most speaks for, where anything does.
    fn nearest(&self, level: usize) -> Vec<usize> {
        let evidence = &self.evidence[level];
        let says = |at: &usize| evidence[*at].texts > 0 && evidence[*at].weight() > 0.0;
        let mut all: Vec<usize> = (0..evidence.len()).filter(says).collect();
        all.sort_by(|a, b| evidence[*b].weight().total_cmp(&evidence[*a].weight()));
        all.truncate(2);
        all.sort_unstable();
        all
    }

    /// The levels around one that a level is, for which as much speaks and which no other level is.
    fn likes(&self, level: usize, other: usize, found: &[Standing]) -> RangeInclusive<usize> {
        let enough = self.weight(level, found[level]) - LIKE;
        let is_like = |at: &usize| {
            let is_free = !found.contains(&Standing::At(*at));
            is_free && self.weight(level, Standing::At(*at)) >= enough
        };
        let below = (0..other).rev().take_while(is_like).count();
        let above = (other + 1..self.theirs.len()).take_while(is_like).count();
        other - below..=other + above
    }

    fn sure(&self, level: usize, found: &[Standing]) -> LevelStanding {
        let role = |at: usize| self.theirs.get(at).map(|level| level.at.role);
        match found[level] {
            Standing::At(other) => {
                let likes = self.likes(level, other, found);
                match role(*likes.start()).zip(role(*likes.end())) {
                    Some((first, last)) => LevelStanding::Is(first, last),
                    None => LevelStanding::Unknown(None, None),
                }
            }
            Standing::Between(behind) => {
                LevelStanding::Between(behind.checked_sub(1).and_then(role), role(behind))
            }
        }
    }

    /// Between what stands its neighbors that are sure.
    fn unsure(&self, level: usize, found: &[Standing], is_sure: &[bool]) -> LevelStanding {
        let role = |at: usize| self.theirs.get(at).map(|level| level.at.role);
        let below = (0..level).rev().find(|at| is_sure[*at]).and_then(|at| match found[at] {
            Standing::At(other) => role(other),
            Standing::Between(behind) => behind.checked_sub(1).and_then(role),
        });
        let above =
            (level + 1..found.len()).find(|at| is_sure[*at]).and_then(|at| match found[at] {
                Standing::At(other) | Standing::Between(other) => role(other),
            });
        LevelStanding::Unknown(below, above)
    }
}

/// Whether the roles of two tracks are called by one field: "Product Designer", "Senior Designer".
fn field(comparer: &Comparer, left: LadderTrack, right: LadderTrack) -> f64 {
    let words = |LadderTrack { ladder, track }: LadderTrack| -> HashSet<String> {
        let ladder: &Ladder = comparer.ladders()[ladder];
        let roles = ladder.track(track).roles.iter();
        let names = roles.map(|id| LevelName::read(&ladder.role(*id).document.title));
        names.flat_map(|name| name.core).collect()
    };
    let (ours, theirs) = (words(left), words(right));
    if ours.is_disjoint(&theirs) { 0.0 } else { SAME_FIELD }
}
