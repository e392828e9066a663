//! Which section of one document corresponds to which of the other.

use rustc_hash::FxHashMap;

use crate::compare::align::features::{Features, SlotFeatures};
use crate::compare::align::grid::{ScoreGrid, ScoredCell};
use crate::compare::align::index::{Index, weigh_by_rarity};
use crate::compare::align::matching::Matching;
use crate::compare::align::weights::SectionWeights;
use crate::compare::terms::marks::TermMark;

/// How often the assignment is repeated, with the previous result as evidence.
const ROUNDS: usize = 3;
/// How much less a word of a heading weighs the more headings have it: headings that are sentences
/// in one frame differ in the rest of their words.
const FRAME: f64 = 1.0;
/// Up to this many pairs of sections every one is weighed; beyond it those that share a word of
/// their headings.
const WEIGHED: usize = 1_000_000;

/// The evidence for two sections, each from 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SectionEvidence {
    pub(crate) heading: f64,
    pub(crate) same_heading: f64,
    first_word: f64,
    unnamed: f64,
    pub(crate) text: f64,
    pub(crate) items: f64,
    order: f64,
    leaf: f64,
    pub(crate) parents: f64,
    pub(crate) only_child: f64,
    pub(crate) neighbors: f64,
}

impl SectionEvidence {
    /// Whether the sections themselves say that they are alike, not only what surrounds them.
    pub(crate) fn speaks(&self) -> bool {
        self.heading > 0.0 || self.text > 0.0
    }

    fn score(&self, weights: &SectionWeights) -> f64 {
        [
            (weights.heading, self.heading),
            (weights.same_heading, self.same_heading),
            (weights.first_word, self.first_word),
            (weights.unnamed, self.unnamed),
            (weights.text, self.text),
            (weights.items, self.items),
            (weights.order, self.order),
            (weights.leaf, self.leaf),
            (weights.parents, self.parents),
            (weights.only_child, self.only_child),
            (weights.neighbors, self.neighbors),
        ]
        .iter()
        .map(|(weight, evidence)| weight * evidence)
        .sum()
    }
}

/// Aligns the slots: the beginnings of the two documents with each other, and the sections by one
/// assignment over all evidence, a few times, since each time more is known about their parents and
/// neighbors.
pub(crate) fn align_sections(
    left: &Features,
    right: &Features,
    weights: &SectionWeights,
) -> (Matching, ScoreGrid<SectionEvidence>) {
    let equal = equal_sections(left, right);
    let mut cells = cells(left, right, &equal, weights);
    let mut matching = None;
    for _ in 0..=ROUNDS {
        cells.each(|i, cell| {
            let evidence = &mut cell.evidence;
            surround(evidence, (left, right), (i, cell.right), matching.as_ref());
            cell.score = evidence.score(weights);
        });
        let mut found = cells.decide(
            matching.as_ref().unwrap_or(&equal),
            |_| true,
            weights.least,
            weights.margin,
        );
        equal.pairs().for_each(|(i, j)| found.pair(i, j));
        matching = Some(found);
    }
    (matching.unwrap_or(equal), cells)
}

/// The beginnings of both, and the sections that say the same under the same headings, the first with
/// the first.
fn equal_sections(left: &Features, right: &Features) -> Matching {
    let mut matching = Matching::new(left.slots.len(), right.slots.len());
    matching.pair(0, 0);
    let mut waiting: FxHashMap<TermMark, Vec<usize>> = FxHashMap::default();
    for (j, slot) in right.slots.iter().enumerate().skip(1).rev() {
        waiting.entry(slot.identity).or_default().push(j);
    }
    for (i, slot) in left.slots.iter().enumerate().skip(1) {
        if let Some(j) = waiting.get_mut(&slot.identity).and_then(Vec::pop) {
            matching.pair(i, j);
        }
    }
    matching
}

/// What the sections around two say; half of it as long as nothing is known of them.
fn surround(
    evidence: &mut SectionEvidence,
    (left, right): (&Features, &Features),
    (i, j): (usize, usize),
    matching: Option<&Matching>,
) {
    let (a, b) = (&left.slots[i], &right.slots[j]);
    let Some(matching) = matching else {
        evidence.parents = 0.5;
        return;
    };
    let parents = match (a.parent, b.parent) {
        (None, None) => true,
        (Some(a), Some(b)) => matching.are_paired(a, b),
        _ => false,
    };
    let before = i > 1 && j > 1 && matching.are_paired(i - 1, j - 1);
    let after =
        i + 1 < left.slots.len() && j + 1 < right.slots.len() && matching.are_paired(i + 1, j + 1);
    evidence.parents = f64::from(parents);
    evidence.only_child = f64::from(parents && a.is_only_child && b.is_only_child);
    evidence.neighbors = (f64::from(before) + f64::from(after)) / 2.0;
}

/// The pairs of sections with their own evidence; none for those that have a partner.
fn cells(
    left: &Features,
    right: &Features,
    equal: &Matching,
    weights: &SectionWeights,
) -> ScoreGrid<SectionEvidence> {
    let (lefts, rights) = (left.slots.len(), right.slots.len());
    let headings = [left, right].map(|side| side.slots.iter().map(|it| &it.heading[..]).collect());
    let [left_headings, right_headings] = weigh_by_rarity(headings, FRAME);
    let mut by_heading = Index::new(right_headings.iter(), lefts);
    let mut by_text = Index::new(right.slots.iter().map(|slot| slot.text), lefts);
    let by_items = items_alike(left, right);
    let all = lefts.saturating_mul(rights) <= WEIGHED;
    let mut cells = ScoreGrid::new(rights);
    for (i, heading) in left_headings.iter().enumerate() {
        let a = &left.slots[i];
        by_heading.look_up(heading);
        by_text.look_up(a.text);
        let mut candidates: Vec<usize> =
            if all { (0..rights).collect() } else { by_heading.found().collect() };
        candidates.retain(|j| equal.are_free(i, *j));
        candidates.sort_unstable();
        let cell = |j: usize| {
            let evidence = SectionEvidence {
                heading: by_heading.dice(heading, j),
                text: by_text.dice(a.text, j),
                items: by_items.get(&(i, j)).copied().unwrap_or(0.0),
                order: 1.0 - (place(i, lefts) - place(j, rights)).abs(),
                ..by_look(a, &right.slots[j])
            };
            ScoredCell { right: j, score: evidence.score(weights), evidence }
        };
        cells.push(candidates.into_iter().map(cell).collect());
    }
    cells
}

/// What two sections show at a glance.
fn by_look(left: &SlotFeatures, right: &SlotFeatures) -> SectionEvidence {
    let [first, other] = [left, right].map(|slot| slot.heading.first());
    SectionEvidence {
        same_heading: f64::from(first.is_some() && left.heading == right.heading),
        first_word: f64::from(first.is_some() && first == other),
        unnamed: f64::from(first.is_none() && other.is_none()),
        leaf: f64::from(left.units.is_empty() == right.units.is_empty()),
        ..SectionEvidence::default()
    }
}

/// The position of a section among all slots, from 0 to 1.
fn place(at: usize, of: usize) -> f64 {
    at as f64 / of as f64
}

/// How well the texts of two sections fit the best ones of the other, on average.
fn items_alike(left: &Features, right: &Features) -> FxHashMap<(usize, usize), f64> {
    let mut index = Index::new(right.units.iter().map(|unit| &unit.words), left.units.len());
    let mut sums: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    for (i, slot) in left.slots.iter().enumerate() {
        // The best of each text on the right among those of this section.
        let mut bests: FxHashMap<usize, f64> = FxHashMap::default();
        for unit in &left.units[slot.units.clone()] {
            index.look_up(&unit.words);
            let mut best: FxHashMap<usize, f64> = FxHashMap::default();
            for at in index.found() {
                let alike = index.dice(&unit.words, at);
                raise(&mut best, right.units[at].slot, alike);
                raise(&mut bests, at, alike);
            }
            best.into_iter().for_each(|(j, alike)| *sums.entry((i, j)).or_default() += alike);
        }
        for (at, alike) in bests {
            *sums.entry((i, right.units[at].slot)).or_default() += alike;
        }
    }
    for ((i, j), sum) in &mut sums {
        *sum /= (left.slots[*i].units.len() + right.slots[*j].units.len()) as f64;
    }
    sums
}

fn raise(bests: &mut FxHashMap<usize, f64>, at: usize, to: f64) {
    let best = bests.entry(at).or_default();
    *best = best.max(to);
}
