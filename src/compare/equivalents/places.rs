//! Where the levels of one track are among those of another.

use std::ops::RangeInclusive;

use rayon::prelude::*;

use crate::compare::comparer::Comparer;
use std::collections::HashSet;

use crate::compare::equivalents::evidence::{LevelEvidence, ReadLevel, WeighedLevels};
use crate::compare::equivalents::numbers::NumberOf;
use crate::compare::equivalents::order::{Standing, standings};
use crate::model::RoleId;

/// The least evidence for a place: names of one rank, a tenth of the texts, or numbers with some texts.
const LEAST: f64 = 0.5;

/// If the evidence for two places differs by less than this, both are shown.
const LIKE: f64 = 0.1;

/// Scores that differ by less than this may be equal.
const SLACK: f64 = 1e-6;

/// The weight of a name whose rank is between those of two levels.
const NAMED_BETWEEN: f64 = 0.8;

/// A level, and where it is in another track.
#[derive(Debug, Clone)]
pub struct EquivalentLevel {
    /// The level.
    pub role: RoleId,
    /// Where it is.
    pub standing: LevelStanding,
    /// The levels of the other track that it is compared with, the lower first, with what it has in
    /// common with each: the one that it is, or those that it is between. If the place is uncertain,
    /// they are the ones with the highest scores, at most two.
    pub near: Vec<(RoleId, LevelEvidence)>,
}

/// Where a level is in another track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LevelStanding {
    /// It is this level, or one of those from the first to the second: the evidence for each is equal.
    Is(RoleId, RoleId),
    /// It is between two levels, or below or above all.
    Between(Option<RoleId>, Option<RoleId>),
    /// Uncertain: only the places of its neighbors say that it is between these levels.
    Unknown(Option<RoleId>, Option<RoleId>),
}

/// The levels of a track, each at its place among those of another.
pub(crate) struct PlacedLevels<'a> {
    ours: &'a [ReadLevel],
    theirs: &'a [ReadLevel],
    weighed: Vec<Vec<WeighedLevels>>,
    places: Vec<Standing>,
}

impl<'a> PlacedLevels<'a> {
    /// Places levels among others. Numbers of some kinds count.
    pub(crate) fn new(
        comparer: &Comparer,
        ours: &'a [ReadLevel],
        theirs: &'a [ReadLevel],
        kinds: &HashSet<NumberOf>,
    ) -> Self {
        // What takes long is the same in whatever order it is done, so that all cores can do it.
        let row = |own: &ReadLevel| {
            theirs.iter().map(|other| own.weigh(other, kinds, comparer)).collect::<Vec<_>>()
        };
        let weighed = ours.par_iter().map(row).collect();
        let mut placed = Self { ours, theirs, weighed, places: Vec::new() };
        let gain = |level, standing| placed.weight_of(level, standing);
        placed.places = standings(ours.len(), theirs.len(), gain);
        placed
    }

    /// The most that the score of the places of the levels can be, on average; `None` if none of them
    /// can be one of the others.
    pub(crate) fn promise(
        ours: &'a [ReadLevel],
        theirs: &'a [ReadLevel],
        kinds: &HashSet<NumberOf>,
    ) -> Option<f64> {
        let row = |own: &ReadLevel| theirs.iter().map(|it| own.promise(it, kinds)).collect();
        let weighed = ours.iter().map(row).collect();
        let most = Self { ours, theirs, weighed, places: Vec::new() };
        let equal = |level: usize| (0..theirs.len()).map(move |other| (level, Standing::At(other)));
        let between =
            |level: usize| (0..=theirs.len()).map(move |behind| (level, Standing::Between(behind)));
        let weight = |(level, standing)| most.weight_of(level, standing);
        // Sums in another order differ in their last digits.
        let can_be = |level: usize| equal(level).any(|it| weight(it) >= LEAST - SLACK);
        (0..ours.len()).any(can_be).then(|| {
            let best =
                |level: usize| equal(level).chain(between(level)).map(weight).fold(0.0, f64::max);
            (0..ours.len()).map(best).sum::<f64>() / ours.len().max(1) as f64 + SLACK
        })
    }

    /// The score of the places of the levels, on average.
    pub(crate) fn weight(&self) -> f64 {
        let weights = self.places.iter().enumerate().map(|(at, place)| self.weight_of(at, *place));
        weights.sum::<f64>() / self.ours.len().max(1) as f64
    }

    /// Whether any level is one of the others.
    pub(crate) fn has_equals(&self) -> bool {
        let mut places = self.places.iter().enumerate();
        places.any(|(at, place)| matches!(place, Standing::At(_)) && self.is_sure(at))
    }

    /// The levels with their places and the evidence for them.
    pub(crate) fn levels(&self, comparer: &Comparer) -> Vec<EquivalentLevel> {
        let level = |at: usize| {
            let (standing, near) = match self.is_sure(at) {
                true => (self.sure(at), self.around(at)),
                false => (self.unsure(at), self.nearest(at)),
            };
            let own = &self.ours[at];
            let near = near.into_iter().map(|it| {
                let other = &self.theirs[it];
                (other.at.role, own.evidence(other, &self.weighed[at][it], comparer))
            });
            EquivalentLevel { role: own.at.role, standing, near: near.collect() }
        };
        (0..self.ours.len()).map(level).collect()
    }

    /// The score of a place of a level.
    fn weight_of(&self, level: usize, standing: Standing) -> f64 {
        let weighed = |other: usize| self.weighed[level].get(other);
        match standing {
            Standing::At(other) => weighed(other).map_or(0.0, WeighedLevels::weight),
            Standing::Between(behind) => {
                let (below, above) = (behind.checked_sub(1).and_then(weighed), weighed(behind));
                WeighedLevels::weight_between(below, above) + self.named_between(level, behind)
            }
        }
    }

    /// The weight of a name that says how many levels come before.
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

    fn is_sure(&self, level: usize) -> bool {
        self.weight_of(level, self.places[level]) >= LEAST
    }

    fn role(&self, at: usize) -> Option<RoleId> {
        self.theirs.get(at).map(|level| level.at.role)
    }

    /// The levels that a level is or is between.
    fn around(&self, level: usize) -> Vec<usize> {
        match self.places[level] {
            Standing::At(other) => self.likes(level, other).collect(),
            Standing::Between(behind) => {
                let both = [behind.checked_sub(1), Some(behind)].into_iter().flatten();
                both.filter(|at| *at < self.theirs.len()).collect()
            }
        }
    }

    /// The two levels with the highest scores, if any has a positive score.
    fn nearest(&self, level: usize) -> Vec<usize> {
        let weighed = &self.weighed[level];
        let mut all: Vec<usize> = (0..weighed.len()).filter(|at| weighed[*at].is_near()).collect();
        all.sort_by(|a, b| weighed[*b].weight().total_cmp(&weighed[*a].weight()));
        all.truncate(2);
        all.sort_unstable();
        all
    }

    /// The neighbors of the level that a level corresponds to, with equal scores and no other level of
    /// their own.
    fn likes(&self, level: usize, other: usize) -> RangeInclusive<usize> {
        let enough = self.weight_of(level, Standing::At(other)) - LIKE;
        let is_like = |at: &usize| {
            let place = Standing::At(*at);
            !self.places.contains(&place) && self.weight_of(level, place) >= enough
        };
        let below = (0..other).rev().take_while(is_like).count();
        let above = (other + 1..self.theirs.len()).take_while(is_like).count();
        other - below..=other + above
    }

    fn sure(&self, level: usize) -> LevelStanding {
        match self.places[level] {
            Standing::At(other) => {
                let likes = self.likes(level, other);
                match self.role(*likes.start()).zip(self.role(*likes.end())) {
                    Some((first, last)) => LevelStanding::Is(first, last),
                    None => LevelStanding::Unknown(None, None),
                }
            }
            Standing::Between(behind) => {
                let below = behind.checked_sub(1).and_then(|at| self.role(at));
                LevelStanding::Between(below, self.role(behind))
            }
        }
    }

    /// Between the places of its certain neighbors.
    fn unsure(&self, level: usize) -> LevelStanding {
        let below = (0..level).rev().find(|at| self.is_sure(*at));
        let below = below.and_then(|at| match self.places[at] {
            Standing::At(other) => Some(other),
            Standing::Between(behind) => behind.checked_sub(1),
        });
        let above = (level + 1..self.ours.len()).find(|at| self.is_sure(*at));
        let above = above.map(|at| match self.places[at] {
            Standing::At(other) | Standing::Between(other) => other,
        });
        let [below, above] = [below, above].map(|it| it.and_then(|at| self.role(at)));
        LevelStanding::Unknown(below, above)
    }
}
