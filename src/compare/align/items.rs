//! Which item, row, paragraph or code of one document corresponds to which of the other.

use rustc_hash::FxHashMap;

use crate::compare::align::features::{Features, UnitFeatures};
use crate::compare::align::grid::{ScoreGrid, ScoredCell};
use crate::compare::align::index::{Index, weigh_by_rarity};
use crate::compare::align::matching::Matching;
use crate::compare::align::order::Order;
use crate::compare::align::reading::OPENING;
use crate::compare::align::weights::ItemWeights;
use crate::compare::terms::marks::TermMark;

/// How often the assignment is repeated, with the previous result as evidence.
const ROUNDS: usize = 3;
/// How much less a run of letters weighs the more texts have it.
const LETTERS: f64 = 0.5;
/// In sections of more texts than this, those that share nothing are no candidates.
const SHORT: usize = 64;

/// The evidence for two texts, each from 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ItemEvidence {
    pub(crate) words: f64,
    cover: f64,
    pub(crate) letters: f64,
    pub(crate) key: f64,
    pub(crate) opening: f64,
    pub(crate) together: f64,
    apart: f64,
    order: f64,
    place: f64,
    pub(crate) neighbors: f64,
    pub(crate) places: f64,
}

impl ItemEvidence {
    /// Whether the texts themselves say that they are alike. Their neighbors are no evidence without
    /// that: a place in a list of three makes no pair.
    pub(crate) fn speaks(&self) -> bool {
        self.words > 0.0 || self.key > 0.0
    }

    fn score(&self, weights: &ItemWeights) -> f64 {
        [
            (weights.words, self.words),
            (weights.cover, self.cover),
            (weights.letters, self.letters),
            (weights.key, self.key),
            (weights.opening, self.opening),
            (weights.together, self.together),
            (weights.apart, self.apart),
            (weights.order, self.order),
            (weights.place, self.place),
            (weights.neighbors, self.neighbors),
            (weights.places, self.places),
        ]
        .iter()
        .map(|(weight, evidence)| weight * evidence)
        .sum()
    }
}

/// Aligns the units of two sides whose sections are aligned: equal texts first, and all others by one
/// assignment over all evidence, a few times, since each time more is known about their neighbors. That
/// their sections correspond is evidence, not a condition.
pub(crate) fn align_items(
    left: &Features,
    right: &Features,
    slots: &Matching,
    weights: &ItemWeights,
) -> (Matching, ScoreGrid<ItemEvidence>) {
    let equal = equal_texts(left, right, slots);
    let mut cells = cells(left, right, slots, &equal, weights);
    let mut matching = equal.clone();
    for _ in 0..ROUNDS {
        let order = Order::of(left.units, right.units, &matching);
        cells.each(|i, cell| {
            let (j, evidence) = (cell.right, &mut cell.evidence);
            if evidence.together > 0.0 {
                evidence.order = order.kept * left.units[i].nearness(&right.units[j]);
                evidence.place =
                    order.kept * f64::from(left.units[i].is_at_place_of(&right.units[j]));
                evidence.neighbors = order.kept * neighbors(&matching, i, j);
            }
            evidence.places = order.places(&left.units[i], &right.units[j]);
            cell.score = evidence.score(weights);
        });
        matching = cells.decide(&matching, ItemEvidence::speaks, weights.least, weights.margin);
        equal.pairs().for_each(|(i, j)| matching.pair(i, j));
    }
    (matching, cells)
}

/// How many of the texts before and after two correspond, in halves.
fn neighbors(matching: &Matching, i: usize, j: usize) -> f64 {
    let before = i > 0 && j > 0 && matching.are_paired(i - 1, j - 1);
    let after = i + 1 < matching.of_left.len()
        && j + 1 < matching.of_right.len()
        && matching.are_paired(i + 1, j + 1);
    (f64::from(before) + f64::from(after)) / 2.0
}

/// Equal texts, the first with the first: those of corresponding sections, then all others.
fn equal_texts(left: &Features, right: &Features, slots: &Matching) -> Matching {
    let mut matching = Matching::new(left.units.len(), right.units.len());
    let around = |unit: &UnitFeatures| (unit.identity, unit.is_code(), Some(unit.slot));
    let anywhere = |unit: &UnitFeatures| (unit.identity, unit.is_code(), None);
    for name in [around as fn(&UnitFeatures) -> (TermMark, bool, Option<usize>), anywhere] {
        let mut waiting: FxHashMap<_, Vec<usize>> = FxHashMap::default();
        for (j, unit) in right.units.iter().enumerate().rev() {
            if matching.of_right[j].is_none() {
                waiting.entry(name(unit)).or_default().push(j);
            }
        }
        for (i, unit) in left.units.iter().enumerate() {
            let (identity, is_code, slot) = name(unit);
            let there = match slot {
                Some(slot) => slots.of_left[slot].map(Some),
                None => Some(None),
            };
            if matching.of_left[i].is_none()
                && let Some(slot) = there
                && let Some(j) = waiting.get_mut(&(identity, is_code, slot)).and_then(Vec::pop)
            {
                matching.pair(i, j);
            }
        }
    }
    matching
}

/// The candidates with their own evidence; none for those that have a partner.
fn cells(
    left: &Features,
    right: &Features,
    slots: &Matching,
    equal: &Matching,
    weights: &ItemWeights,
) -> ScoreGrid<ItemEvidence> {
    let lefts = left.units.len();
    let letters = [left, right].map(|side| side.units.iter().map(|it| &it.letters[..]).collect());
    let [left_letters, right_letters] = weigh_by_rarity(letters, LETTERS);
    let mut by_words = Index::new(right.units.iter().map(|unit| &unit.words), lefts);
    let mut by_key = Index::new(right.units.iter().map(|unit| &unit.key), lefts);
    let mut by_letters = Index::new(right_letters.iter(), lefts);
    let mut cells = ScoreGrid::new(right.units.len());
    for (i, (a, letters)) in left.units.iter().zip(&left_letters).enumerate() {
        if equal.of_left[i].is_some() {
            cells.push(Vec::new());
            continue;
        }
        by_words.look_up(&a.words);
        by_key.look_up(&a.key);
        let found: Vec<usize> = by_words.found().chain(by_key.found()).collect();
        by_letters.look_up_among(letters, &found);
        let there = slots.of_left[a.slot].map_or(0..0, |slot| right.slots[slot].units.clone());
        let there = if there.len() <= SHORT { there } else { 0..0 };
        let mut candidates: Vec<usize> =
            found.into_iter().chain(by_letters.found()).chain(there).collect();
        candidates.retain(|j| equal.are_free(i, *j) && right.units[*j].is_code() == a.is_code());
        candidates.sort_unstable();
        candidates.dedup();
        let cell = |j: usize| {
            let b = &right.units[j];
            let together = slots.are_paired(a.slot, b.slot);
            let elsewhere = slots.of_left[a.slot].is_some() || slots.of_right[b.slot].is_some();
            let evidence = ItemEvidence {
                words: by_words.dice(&a.words, j),
                cover: by_words.cover(&a.words, j),
                letters: by_letters.dice(letters, j),
                key: by_key.dice(&a.key, j),
                opening: opening(a, b),
                together: f64::from(together),
                apart: f64::from(!together && elsewhere),
                ..ItemEvidence::default()
            };
            ScoredCell { right: j, score: evidence.score(weights), evidence }
        };
        cells.push(candidates.into_iter().map(cell).collect());
    }
    cells
}

/// How many of the first words two texts share, wherever they are among them.
fn opening(left: &UnitFeatures, right: &UnitFeatures) -> f64 {
    let shared = left.opening.iter().filter(|word| right.opening.contains(word)).count();
    shared as f64 / OPENING as f64
}
