//! The axes of a ladder: what its levels have one of each, in a fixed order, under words that change
//! from level to level. There the place of a text says what it corresponds to where its words do
//! not.
//!
//! Place alone is a guess, so it counts only where the ladder itself shows that it means something:
//! the words of the other levels, where they say what corresponds to what, must say the same.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::compare::align::assign::{Edge, assign};
use crate::compare::align::features::Features;
use crate::compare::align::likeness::{IN_SECTION, likeness};
use crate::compare::align::lists::ListName;
use crate::compare::align::similarity::overlap;

/// How many levels must show a regularity before it is one.
const LEVELS: usize = 3;
/// A longer run of documents is no ladder.
const MOST_LEVELS: usize = 32;
/// How long a list with axes may be.
const ITEMS: RangeInclusive<usize> = 2..=24;

/// The lists of a track that have axes.
#[derive(Debug, Default)]
pub(crate) struct Axes {
    lists: HashMap<ListName, Axis>,
}

/// What is regular in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Axis {
    /// How many things the levels have there.
    pub(crate) places: usize,
    /// How many levels have that many.
    pub(crate) levels: usize,
}

/// Whether so many levels can show axes.
pub(crate) fn can_have_axes(levels: usize) -> bool {
    (LEVELS..=MOST_LEVELS).contains(&levels)
}

impl Axes {
    /// The axes that the levels of a track have in common, from the lowest rung up.
    ///
    /// A list has axes if it is equally long at three levels or more, and at four of five of those
    /// that have it, and if the words of neighbouring levels say so: as many pairs at the same place
    /// as there are places, at half of the places and two of them at least, and one in ten elsewhere at most.
    pub(crate) fn of(levels: &[Features]) -> Self {
        let mut lists: HashMap<ListName, Vec<LevelList>> = HashMap::new();
        for level in levels {
            for (name, things) in level.lists.all() {
                lists.entry(name).or_default().push(LevelList { level, name, things });
            }
        }
        let regular = lists.into_iter().filter_map(|(name, lists)| Some((name, axis(&lists)?)));
        Self { lists: regular.collect() }
    }
}

/// A list of one level.
struct LevelList<'a> {
    level: &'a Features<'a>,
    name: ListName,
    things: &'a [usize],
}

fn axis(lists: &[LevelList]) -> Option<Axis> {
    let mut lengths: Vec<usize> = lists.iter().map(|list| list.things.len()).collect();
    lengths.sort_unstable();
    let places = lengths[lengths.len() / 2];
    let regular: Vec<&LevelList> =
        lists.iter().filter(|list| list.things.len() == places).collect();
    let levels = regular.len();
    if levels < LEVELS || levels * 5 < lists.len() * 4 || !ITEMS.contains(&places) {
        return None;
    }
    let (mut here, mut elsewhere) = (vec![0; places], 0);
    for two in regular.windows(2) {
        for (i, j) in by_words(two[0], two[1]) {
            if i == j { here[i] += 1 } else { elsewhere += 1 }
        }
    }
    let pairs: usize = here.iter().sum();
    let told = here.iter().filter(|pairs| **pairs > 0).count();
    let regular = pairs >= places && told >= 2 && told * 2 >= places && elsewhere * 10 <= pairs;
    regular.then_some(Axis { places, levels })
}

/// What the words alone say of two lists: the pairs, by their places.
fn by_words(left: &LevelList, right: &LevelList) -> Vec<(usize, usize)> {
    let mut edges = Vec::new();
    for (i, a) in left.things.iter().enumerate() {
        for (j, b) in right.things.iter().enumerate() {
            let alike = alike(left, *a, right, *b);
            if alike >= IN_SECTION {
                edges.push(Edge { left: i, right: j, gain: alike - IN_SECTION + 0.01 });
            }
        }
    }
    assign(&edges, left.things.len(), right.things.len())
}

fn alike(left: &LevelList, a: usize, right: &LevelList, b: usize) -> f64 {
    if left.name.is_of_sections() {
        let (a, b) = (&left.level.slots[a], &right.level.slots[b]);
        return if a.heading_id == b.heading_id { 1.0 } else { overlap(&a.heading, &b.heading) };
    }
    let (a, b) = (&left.level.units[a], &right.level.units[b]);
    if a.identity == b.identity { 1.0 } else { likeness(a, b) }
}

/// The axes of both sides of a comparison.
pub(crate) struct Places<'a> {
    pub(crate) left: (&'a Features<'a>, &'a Axes),
    pub(crate) right: (&'a Features<'a>, &'a Axes),
    /// Whether both are levels of one track.
    pub(crate) one_track: bool,
}

impl Places<'_> {
    /// What is regular in two lists, if place tells what corresponds in them.
    ///
    /// Lists of two tracks, or under other headings, need not have the same axes though they are
    /// equally long: there the words of these two must say so, at two places and nowhere else.
    pub(crate) fn axis(&self, left: ListName, right: ListName) -> Option<Axis> {
        let axis = self.left.1.lists.get(&left)?;
        let other = self.right.1.lists.get(&right)?;
        let (left, right) = (list_of(self.left.0, left), list_of(self.right.0, right));
        let length = axis.places;
        if other.places != length || left.things.len() != length || right.things.len() != length {
            return None;
        }
        let told = self.one_track && left.name == right.name || {
            let pairs = by_words(&left, &right);
            pairs.len() >= 2 && pairs.iter().all(|(i, j)| i == j)
        };
        told.then_some(*axis)
    }

    /// The place at which two units both stand, from 0, where place tells what corresponds.
    pub(crate) fn of_units(&self, left: usize, right: usize) -> Option<(usize, Axis)> {
        let left = self.left.0.lists.of_unit(left)?;
        let right = self.right.0.lists.of_unit(right)?;
        let axis = (left.number == right.number).then(|| self.axis(left.list, right.list))??;
        Some((left.number, axis))
    }

    /// The sections that stand at the same place where place tells what corresponds: both, their
    /// place from 0, and what is regular there.
    pub(crate) fn of_sections(&self) -> Vec<(usize, usize, usize, Axis)> {
        let (left, right) = (self.left.0.lists, self.right.0.lists);
        let mut found = Vec::new();
        for (name, lefts) in left.all().filter(|(name, _)| name.is_of_sections()) {
            if let Some(axis) = self.axis(name, name) {
                let both = lefts.iter().zip(right.get(name)).enumerate();
                found.extend(both.map(|(at, (i, j))| (*i, *j, at, axis)));
            }
        }
        found
    }
}

fn list_of<'a>(level: &'a Features<'a>, name: ListName) -> LevelList<'a> {
    LevelList { level, name, things: level.lists.get(name) }
}
