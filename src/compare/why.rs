//! Why two roles were aligned as they were, as the aligning left it.

use crate::compare::align::features::{Features, UnitFeatures};
use crate::compare::align::matching::Matching;
use crate::compare::align::shared::shared_words;
use crate::compare::align::{AlignWeights, Alignment, ItemEvidence, SectionEvidence};
use crate::compare::reason::{Alike, Apart, Reason};
use crate::compare::spot::Spot;
use crate::compare::terms::weights::Bag;
use crate::compare::units::Flat;

/// The highest similarity of texts that differ, however many words they have in common.
const DIFFERENT: f64 = 0.999;
/// Words with a higher similarity than this need no other reason.
const PLAIN: f64 = 0.5;
/// An item whose score is less than this part of the threshold is not near.
const NEAR: f64 = 0.5;

/// The reasons of an alignment.
pub(crate) struct Why<'a> {
    features: &'a [Features<'a>; 2],
    sides: [&'a Flat; 2],
    aligned: &'a Alignment,
    weights: &'a AlignWeights,
}

impl<'a> Why<'a> {
    pub(crate) fn new(
        features: &'a [Features<'a>; 2],
        sides: [&'a Flat; 2],
        aligned: &'a Alignment,
        weights: &'a AlignWeights,
    ) -> Self {
        Self { features, sides, aligned, weights }
    }

    /// Why these two units are a pair, or why the only one is unmatched.
    pub(crate) fn of_units(&self, left: Option<usize>, right: Option<usize>) -> Vec<Reason> {
        match (left, right) {
            (Some(i), Some(j)) => self.units(i, j),
            (Some(i), None) => vec![self.lone_unit(0, i)],
            (None, Some(j)) => vec![self.lone_unit(1, j)],
            (None, None) => Vec::new(),
        }
    }

    /// Why these two sections correspond, or why the only one is unmatched.
    pub(crate) fn of_sections(&self, left: Option<usize>, right: Option<usize>) -> Vec<Reason> {
        match (left, right) {
            (Some(0), Some(0)) => vec![Reason::Beginning],
            (Some(i), Some(j)) => self.sections(i, j),
            (Some(i), None) => self.lone_section(0, i).into_iter().collect(),
            (None, Some(j)) => self.lone_section(1, j).into_iter().collect(),
            (None, None) => Vec::new(),
        }
    }

    fn units(&self, i: usize, j: usize) -> Vec<Reason> {
        let (a, b) = (&self.features[0].units[i], &self.features[1].units[j]);
        let together = self.aligned.slots.are_paired(a.slot, b.slot);
        let mut reasons = match self.aligned.item_cells.get(i, j) {
            Some(cell) if a.identity != b.identity => self.likeness(j, (a, b), &cell.evidence),
            _ => vec![Reason::SameText],
        };
        if !together {
            reasons.push(self.moved(a.slot, b.slot));
        } else if reasons.is_empty() {
            reasons.push(Reason::Together);
        }
        reasons
    }

    fn likeness(
        &self,
        j: usize,
        (a, b): (&UnitFeatures, &UnitFeatures),
        evidence: &ItemEvidence,
    ) -> Vec<Reason> {
        let unit = &self.sides[1].units[j];
        let mut reasons = Vec::new();
        let is_same_key = !a.key.terms.is_empty() && a.key == b.key;
        if is_same_key {
            let key = unit.key.clone().or_else(|| unit.whole.split(':').next().map(str::to_owned));
            reasons.push(Reason::SameKey(key.unwrap_or_default()));
        }
        let bags =
            [a, b].map(|it| if is_same_key { it.words.without(&it.key) } else { it.words.clone() });
        let alike = bags[0].dice(&bags[1]).min(DIFFERENT);
        reasons.extend(alike_by(alike, (&bags[0], &bags[1]), &[&unit.whole]).map(Reason::Words));
        if !is_same_key && alike < PLAIN && (evidence.neighbors > 0.0 || evidence.places > 0.0) {
            reasons.push(Reason::Neighbors);
        }
        reasons
    }

    fn sections(&self, i: usize, j: usize) -> Vec<Reason> {
        let (a, b) = (&self.features[0].slots[i], &self.features[1].slots[j]);
        let mut reasons = Vec::new();
        if a.heading == b.heading {
            reasons.push(Reason::SameHeading);
        }
        let Some(cell) = self.aligned.section_cells.get(i, j) else { return reasons };
        if reasons.is_empty() {
            let slot = &self.sides[1].slots[j];
            let [one, other] =
                [&a.heading, &b.heading].map(|words| Bag::new(words.iter().map(|it| (*it, 1.0))));
            let alike = cell.evidence.heading.min(DIFFERENT);
            reasons.extend(alike_by(alike, (&one, &other), &[&slot.heading]).map(Reason::Words));
            let units = &self.sides[1].units[slot.units.clone()];
            let texts: Vec<&str> = units.iter().map(|unit| unit.whole.as_str()).collect();
            let alike = cell.evidence.text.max(cell.evidence.items);
            reasons.extend(alike_by(alike, (a.text, b.text), &texts).map(Reason::Content));
            let around = [
                (cell.evidence.only_child > 0.0, Reason::OnlyOnes),
                (cell.evidence.neighbors > 0.0, Reason::Neighbors),
            ];
            reasons
                .extend(around.into_iter().filter(|(holds, _)| *holds).map(|(_, reason)| reason));
        }
        if cell.evidence.parents == 0.0 {
            reasons.push(self.moved(a.parent.unwrap_or(0), b.parent.unwrap_or(0)));
        }
        reasons
    }

    fn moved(&self, from: usize, to: usize) -> Reason {
        let heading = |side: usize, slot: usize| self.sides[side].slots[slot].heading.clone();
        Reason::Moved { from: heading(0, from), to: heading(1, to) }
    }

    fn lone_unit(&self, side: usize, at: usize) -> Reason {
        let least = self.weights.items.least;
        let cells = &self.aligned.item_cells;
        let near = |side, at| cells.near(side, at, ItemEvidence::speaks);
        let spot = |side: usize, at: usize| {
            let unit = &self.sides[side].units[at];
            self.sides[side].document.spot(unit.line, &unit.whole)
        };
        match self.parted(side, at) {
            Some(other) => Reason::WayUp(spot(1 - side, other)),
            None => alone(near, &self.aligned.units, (side, at), least, spot),
        }
    }

    /// The text that would go with one of a side if one of the two were not about promotion.
    fn parted(&self, side: usize, at: usize) -> Option<usize> {
        let mut parted = self.aligned.parted.iter().map(|(left, right)| [*left, *right]);
        parted.find(|pair| pair[side] == at).map(|pair| pair[1 - side])
    }

    fn lone_section(&self, side: usize, at: usize) -> Option<Reason> {
        let least = self.weights.sections.least;
        let cells = &self.aligned.section_cells;
        let near = |side, at| cells.near(side, at, SectionEvidence::speaks);
        let spot = |side: usize, at: usize| {
            let slot = &self.sides[side].slots[at];
            self.sides[side].document.spot(slot.line, &slot.heading)
        };
        (at > 0).then(|| alone(near, &self.aligned.slots, (side, at), least, spot))
    }
}

/// The nearest item to an unmatched one, and what kept the two apart.
fn alone(
    near: impl Fn(usize, usize) -> Vec<(usize, f64)>,
    matching: &Matching,
    (side, at): (usize, usize),
    least: f64,
    spot: impl Fn(usize, usize) -> Spot,
) -> Reason {
    let candidates = near(side, at);
    let best = candidates.first().copied().filter(|(_, score)| *score >= NEAR * least);
    let Some((nearest, score)) = best else { return Reason::NothingNear };
    let rival = || {
        let here = candidates.get(1).map(|(other, score)| ((1 - side, *other), *score));
        let there = near(1 - side, nearest).into_iter().find(|(other, _)| *other != at);
        let there = there.map(|(other, score)| ((side, other), score));
        [here, there].into_iter().flatten().max_by(|a, b| a.1.total_cmp(&b.1))
    };
    let partner = [&matching.of_right, &matching.of_left][side][nearest];
    let apart = match partner {
        Some(partner) => Apart::Taken(spot(side, partner)),
        None if score < least => Apart::Unlike(least),
        None => {
            rival().map_or(Apart::Unlike(least), |((side, at), _)| Apart::Rival(spot(side, at)))
        }
    };
    Reason::Nearest { spot: spot(1 - side, nearest), score, apart }
}

/// How alike, and by which words of the texts; nothing if no word is shared.
fn alike_by(alike: f64, bags: (&Bag, &Bag), texts: &[&str]) -> Option<Alike> {
    let words = shared_words(bags.0, bags.1, texts);
    (alike > 0.0 && !words.is_empty()).then_some(Alike { alike, words })
}
