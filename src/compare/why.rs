//! Why two roles were aligned as they were, worked out when it is asked for.

use crate::compare::align::axes::{Axis, Places};
use crate::compare::align::features::UnitFeatures;
use crate::compare::align::items::{self, TELLING, are_lone, standing};
use crate::compare::align::likeness::{IN_SECTION, kinship, likeness};
use crate::compare::align::matching::Matching;
use crate::compare::align::sections::{self, SectionTable};
use crate::compare::align::shared::shared_words;
use crate::compare::align::similarity::overlap;
use crate::compare::reason::{Alike, Apart, Reason};
use crate::compare::spot::Spot;
use crate::compare::terms::weights::Bag;
use crate::compare::units::Flat;

/// The most that texts which differ are alike, however many of their words they share.
const DIFFERENT: f64 = 0.999;
/// Words more alike than this need no other reason.
const PLAIN: f64 = 0.5;
/// What is less than this part of what is needed is not near.
const NEAR: f64 = 0.5;
/// Up to this many candidates the nearest is looked for.
const WEIGHED: usize = 1_500_000;

/// The aligning, looked back on.
pub(crate) struct Why<'a> {
    places: &'a Places<'a>,
    sides: [&'a Flat; 2],
    slots: &'a Matching,
    units: &'a Matching,
    /// Nothing for documents of too many sections.
    table: Option<SectionTable<'a>>,
}

/// A candidate for what stands alone.
struct NearText {
    at: usize,
    alike: f64,
    needed: f64,
}

impl<'a> Why<'a> {
    pub(crate) fn new(
        places: &'a Places<'a>,
        sides: [&'a Flat; 2],
        slots: &'a Matching,
        units: &'a Matching,
    ) -> Self {
        let size = sides[0].slots.len().saturating_mul(sides[1].slots.len());
        let table = (size <= sections::WEIGHED).then(|| SectionTable::new(places));
        Self { places, sides, slots, units, table }
    }

    /// Why these two units are a pair, or why the only one stands alone.
    pub(crate) fn of_units(&self, left: Option<usize>, right: Option<usize>) -> Vec<Reason> {
        match (left, right) {
            (Some(i), Some(j)) => self.pair(i, j),
            (Some(i), None) => vec![self.lone_unit(i, 0)],
            (None, Some(j)) => vec![self.lone_unit(j, 1)],
            (None, None) => Vec::new(),
        }
    }

    /// Why these two sections correspond, or why the only one stands alone.
    pub(crate) fn of_sections(&self, left: Option<usize>, right: Option<usize>) -> Vec<Reason> {
        match (left, right) {
            (Some(0), Some(0)) => vec![Reason::Beginning],
            (Some(i), Some(j)) => self.sections(i, j),
            (Some(i), None) => self.lone_section(i, 0).into_iter().collect(),
            (None, Some(j)) => self.lone_section(j, 1).into_iter().collect(),
            (None, None) => Vec::new(),
        }
    }

    fn unit(&self, side: usize, at: usize) -> &UnitFeatures {
        let features = if side == 0 { self.places.left.0 } else { self.places.right.0 };
        &features.units[at]
    }

    fn pair(&self, i: usize, j: usize) -> Vec<Reason> {
        let (a, b) = (self.unit(0, i), self.unit(1, j));
        let together = self.slots.are_paired(a.slot, b.slot);
        let mut reasons = Vec::new();
        if a.identity == b.identity {
            reasons.push(Reason::SameText);
        } else {
            reasons.extend(self.words(i, j));
            if together && likeness(a, b) < PLAIN {
                reasons.extend(self.surroundings(i, j));
            }
        }
        if !together {
            let heading = |side: usize, slot: usize| self.sides[side].slots[slot].heading.clone();
            reasons.push(Reason::Moved { from: heading(0, a.slot), to: heading(1, b.slot) });
        }
        reasons
    }

    fn words(&self, i: usize, j: usize) -> Vec<Reason> {
        let (a, b) = (self.unit(0, i), self.unit(1, j));
        let unit = &self.sides[1].units[j];
        let mut reasons = Vec::new();
        let same_key = a.key.as_ref().zip(b.key.as_ref()).is_some_and(|(a, b)| a.id == b.id);
        if same_key {
            let key = unit.key.clone().or_else(|| unit.whole.split(':').next().map(str::to_owned));
            reasons.push(Reason::SameKey(key.unwrap_or_default()));
        }
        let (alike, bags) = match same_key {
            true => (overlap(&a.text, &b.text), (&a.text, &b.text)),
            false => (likeness(a, b), (&a.whole, &b.whole)),
        };
        // Of equal texts nothing is asked but that.
        reasons.extend(alike_by(alike.min(DIFFERENT), bags, &[&unit.whole]).map(Reason::Words));
        reasons
    }

    fn surroundings(&self, i: usize, j: usize) -> Vec<Reason> {
        let (a, b) = (self.unit(0, i), self.unit(1, j));
        let nested = a.parent.zip(b.parent).filter(|(x, y)| self.units.are_paired(*x, *y));
        let lone = are_lone(a, b).then_some(Reason::OnlyOnes);
        let place = self.places.of_units(i, j).map(|(at, axis)| place(at, axis));
        let features = (self.places.left.0, self.places.right.0);
        let alike = standing(features, (i, j), place.is_some(), self.units);
        let unrivalled = (alike < IN_SECTION).then_some(Reason::Unrivalled);
        let nested = nested.map(|_| Reason::Nested);
        [nested, lone, place, unrivalled].into_iter().flatten().collect()
    }

    fn lone_unit(&self, at: usize, side: usize) -> Reason {
        let own = self.unit(side, at);
        let others = self.sides[1 - side].units.len();
        let all = self.sides[side].units.len().saturating_mul(others) <= WEIGHED;
        let candidates = (0..others).filter_map(|other| {
            let (i, j) = if side == 0 { (at, other) } else { (other, at) };
            let (a, b) = (self.unit(0, i), self.unit(1, j));
            if likeness(a, b) == 0.0 {
                return None;
            }
            let together = self.slots.are_paired(a.slot, b.slot);
            let (alike, needed) = match together {
                true => {
                    let features = (self.places.left.0, self.places.right.0);
                    let at_place = self.places.of_units(i, j).is_some();
                    (standing(features, (i, j), at_place, self.units), IN_SECTION)
                }
                false if !all => return None,
                false => (kinship(a.body, b.body) * overlap(&a.whole, &b.whole), items::MOVED),
            };
            Some(NearText { at: other, alike, needed })
        });
        let partners = self.partners(self.units, 1 - side);
        let spot = |side: usize, at: usize| {
            let unit = &self.sides[side].units[at];
            self.spot(side, unit.line, &unit.whole)
        };
        nearest(candidates).map_or(Reason::NothingNear, |near| {
            let apart = match partners[near.at] {
                Some(partner) => Apart::Taken(spot(side, partner)),
                None if near.alike < near.needed => Apart::Unlike(near.needed),
                None if own.content_words < TELLING => Apart::Short,
                None => Apart::Outdone,
            };
            let equal = self.unit(1 - side, near.at).identity == own.identity;
            let alike = near.alike.min(if equal { 1.0 } else { DIFFERENT });
            Reason::Nearest { spot: spot(1 - side, near.at), alike, apart }
        })
    }

    fn sections(&self, i: usize, j: usize) -> Vec<Reason> {
        let Some(table) = &self.table else { return vec![Reason::SameHeading] };
        let (a, b) = (&self.places.left.0.slots[i], &self.places.right.0.slots[j]);
        let slot = &self.sides[1].slots[j];
        let mut reasons = Vec::new();
        if a.heading_id == b.heading_id {
            reasons.push(Reason::SameHeading);
        } else {
            let headings = (&a.heading, &b.heading);
            let texts: Vec<&str> = (j..slot.end)
                .flat_map(|at| &self.sides[1].units[self.sides[1].slots[at].units.clone()])
                .map(|unit| unit.whole.as_str())
                .collect();
            reasons.extend(
                alike_by(table.heading(i, j).min(DIFFERENT), headings, &[&slot.heading])
                    .map(Reason::Words),
            );
            let contents = (a.content, b.content);
            reasons.extend(alike_by(table.content(i, j), contents, &texts).map(Reason::Content));
            let here = self.places.of_sections().into_iter().find(|it| (it.0, it.1) == (i, j));
            reasons.extend(here.map(|(_, _, at, axis)| place(at, axis)));
        }
        let around = (a.parent, b.parent);
        let together = match around {
            (None, None) => true,
            (Some(x), Some(y)) => self.slots.are_paired(x, y),
            _ => false,
        };
        if !together {
            let heading = |side: usize, slot: Option<usize>| {
                self.sides[side].slots[slot.unwrap_or(0)].heading.clone()
            };
            reasons.push(Reason::Moved { from: heading(0, around.0), to: heading(1, around.1) });
        }
        reasons
    }

    fn lone_section(&self, at: usize, side: usize) -> Option<Reason> {
        let table = self.table.as_ref().filter(|_| at > 0)?;
        let candidates = (1..self.sides[1 - side].slots.len()).map(|other| {
            let (i, j) = if side == 0 { (at, other) } else { (other, at) };
            let alike = table.likeness(i, j, table.parents_paired(i, j, self.slots));
            NearText { at: other, alike, needed: sections::IN_ORDER }
        });
        let partners = self.partners(self.slots, 1 - side);
        let spot = |side: usize, at: usize| {
            let slot = &self.sides[side].slots[at];
            self.spot(side, slot.line, &slot.heading)
        };
        Some(nearest(candidates).map_or(Reason::NothingNear, |near| {
            let apart = match partners[near.at] {
                Some(partner) => Apart::Taken(spot(side, partner)),
                None if near.alike < near.needed => Apart::Unlike(near.needed),
                None if near.alike < sections::MOVED => Apart::Unlike(sections::MOVED),
                None => Apart::Outdone,
            };
            Reason::Nearest { spot: spot(1 - side, near.at), alike: near.alike, apart }
        }))
    }

    fn partners<'m>(&self, matching: &'m Matching, side: usize) -> &'m [Option<usize>] {
        if side == 0 { &matching.of_left } else { &matching.of_right }
    }

    fn spot(&self, side: usize, line: usize, text: &str) -> Spot {
        self.sides[side].document.spot(line, text)
    }
}

fn place(at: usize, axis: Axis) -> Reason {
    Reason::Place { number: at + 1, of: axis.places, levels: axis.levels }
}

/// How alike, and by which words of the texts; nothing where no word is shared.
fn alike_by(alike: f64, bags: (&Bag, &Bag), texts: &[&str]) -> Option<Alike> {
    let words = shared_words(bags.0, bags.1, texts);
    (alike > 0.0 && !words.is_empty()).then_some(Alike { alike, words })
}

/// The candidate that comes nearest to what it needs, if it is near; the first of equal ones.
fn nearest(candidates: impl Iterator<Item = NearText>) -> Option<NearText> {
    let part = |candidate: &NearText| candidate.alike / candidate.needed;
    candidates
        .filter(|candidate| part(candidate) >= NEAR)
        .reduce(|best, next| if part(&next) > part(&best) { next } else { best })
}
