//! A role's document read for the aligning, once, whatever it is compared with.

use rustc_hash::FxHashMap;

use crate::compare::align::family::{Family, family};
use crate::compare::align::features::{Features, SlotFeatures, UnitFeatures};
use crate::compare::terms::marks::{TermMark, mark, mark_all, within};
use crate::compare::terms::weights::{Bag, Weights};
use crate::compare::units::{Flat, Slot, TextUnit};
use crate::lexicon::{bare_heading, fold_space, is_function_word, terms};
use crate::naming::{Mentions, OTHER_NAME, OWN_NAME};

/// How many words a text opens with.
pub(crate) const OPENING: usize = 4;
/// A longer key before a colon is a sentence.
const KEY_WORDS: usize = 4;
const KEY_BYTES: usize = 60;

/// A role's document as the aligning reads it, whatever it is compared with.
pub(crate) struct Reading {
    pub(crate) flat: Flat,
    units: Vec<UnitFeatures>,
    /// The terms of every heading.
    headings: Vec<Vec<String>>,
    /// What each section says, headings down to it included.
    identities: Vec<TermMark>,
    /// Whether each section is the only one in what it nests in.
    only_children: Vec<bool>,
    /// The words of the texts of every section.
    texts: Vec<Bag>,
}

impl Reading {
    /// Reads a role's document.
    pub(crate) fn new(flat: Flat, weights: &Weights) -> Self {
        let mut units: Vec<UnitFeatures> =
            flat.units.iter().map(|unit| unit_features(unit, weights)).collect();
        place(&flat, &mut units);
        let headings = flat.slots.iter().map(|slot| terms(&bare_heading(&slot.heading)));
        let own = flat.slots.iter().map(|slot| &units[slot.units.clone()]);
        let texts = own.map(|units| Bag::union(units.iter().map(|unit| &unit.words)));
        let (headings, texts) = (headings.collect(), texts.collect());
        let (identities, only_children) = (identities(&flat, &units), only_children(&flat));
        Self { flat, units, headings, identities, only_children, texts }
    }

    /// What the aligning looks at, with names as this comparison understands them.
    pub(crate) fn features(&self, names: &Mentions) -> Features<'_> {
        let slot = |at: usize| SlotFeatures {
            parent: self.flat.slots[at].parent,
            identity: self.identities[at],
            heading: heading(&names.replaced(&self.headings[at])),
            is_only_child: self.only_children[at],
            units: self.flat.slots[at].units.clone(),
            text: &self.texts[at],
        };
        Features { slots: (0..self.flat.slots.len()).map(slot).collect(), units: &self.units }
    }
}

/// The words of a heading that tell something; the names in it if there are no others.
fn heading(terms: &[String]) -> Vec<TermMark> {
    let is_name = |term: &str| term == OWN_NAME || term == OTHER_NAME;
    let telling = || terms.iter().filter(|term| !is_function_word(term));
    let words: Vec<TermMark> = telling().filter(|term| !is_name(term)).map(|it| mark(it)).collect();
    if words.is_empty() { telling().map(|term| mark(term)).collect() } else { words }
}

/// What each section says in a number: if it nests, its heading, its texts and what nests in it.
fn identities(flat: &Flat, units: &[UnitFeatures]) -> Vec<TermMark> {
    let headings = flat.slots.iter().map(|slot| mark(&fold_space(&slot.heading)));
    let headings: Vec<TermMark> = headings.collect();
    let own = |(slot, heading): (&Slot, &TermMark)| {
        units[slot.units.clone()].iter().fold(*heading, |all, unit| within(all, unit.identity))
    };
    let mut contents: Vec<TermMark> = flat.slots.iter().zip(&headings).map(own).collect();
    // From the back, so that what nests in a section is complete before it is added to it.
    for at in (1..contents.len()).rev() {
        if let Some(parent) = flat.slots[at].parent {
            contents[parent] = within(contents[parent], contents[at]);
        }
    }
    let mut paths: Vec<TermMark> = Vec::with_capacity(headings.len());
    for (slot, heading) in flat.slots.iter().zip(&headings) {
        paths.push(within(slot.parent.map_or(0, |parent| paths[parent]), *heading));
    }
    paths.into_iter().zip(contents).map(|(path, content)| within(path, content)).collect()
}

fn only_children(flat: &Flat) -> Vec<bool> {
    let mut counts: FxHashMap<Option<usize>, usize> = FxHashMap::default();
    let parents = || flat.slots.iter().skip(1).map(|slot| slot.parent);
    parents().for_each(|parent| *counts.entry(parent).or_default() += 1);
    let is_only = |slot: &Slot| counts.get(&slot.parent) == Some(&1);
    flat.slots.iter().map(is_only).collect()
}

fn unit_features(unit: &TextUnit, weights: &Weights) -> UnitFeatures {
    let plain = unit.text.as_str();
    let (key, text) = match &unit.key {
        Some(key) => (Some(key.as_str()), plain),
        None => soft_key(plain).map_or((None, plain), |(key, text)| (Some(key), text)),
    };
    let key_terms = telling(key.unwrap_or_default());
    let text_terms = telling(text);
    let opening = match key_terms.is_empty() {
        true => text_terms.iter().take(OPENING).map(|term| mark(term)).collect(),
        false => Vec::new(),
    };
    let identity = [fold_space(unit.key.as_deref().unwrap_or_default()), fold_space(plain)];
    let key = Bag::new(key_terms.iter().map(|term| (mark(term), 1.0)));
    UnitFeatures {
        body: unit.body,
        slot: unit.slot,
        list: 0,
        place: 0,
        places: 0,
        identity: mark_all(identity.iter().map(String::as_str)),
        words: weights.bag(&[key_terms, text_terms].concat()),
        key,
        opening,
        letters: letters(&unit.whole),
    }
}

/// The terms of a text that tell something.
fn telling(text: &str) -> Vec<String> {
    let mut terms = terms(text);
    terms.retain(|term| !is_function_word(term));
    terms
}

/// The runs of three letters of a text, with spaces between words and at the ends.
fn letters(text: &str) -> Vec<TermMark> {
    let mut spaced = vec![' '];
    for letter in text.chars().flat_map(char::to_lowercase).chain([' ']) {
        let letter = if letter.is_alphanumeric() { letter } else { ' ' };
        if letter != ' ' || spaced.last() != Some(&' ') {
            spaced.push(letter);
        }
    }
    // A letter has at most 21 bits.
    let run = |three: &[char]| {
        three.iter().fold(0, |run, letter| run << 21 | TermMark::from(u32::from(*letter)))
    };
    let mut runs: Vec<TermMark> = spaced.windows(3).map(run).collect();
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// A key that its author did not set in bold: up to four words before a colon ("Scope: a team").
fn soft_key(text: &str) -> Option<(&str, &str)> {
    let (key, rest) = text.split_once([':', '：'])?;
    let words = key.split_whitespace().count();
    let is_name = (1..=KEY_WORDS).contains(&words) && !key.contains(['.', ',', ';', '\n', '/']);
    (is_name && key.len() <= KEY_BYTES).then_some((key, rest))
}

/// Notes the list of every unit, and its place there.
fn place(flat: &Flat, units: &mut [UnitFeatures]) {
    let mut lists: FxHashMap<(usize, Option<usize>, Family), usize> = FxHashMap::default();
    let mut lengths: Vec<usize> = Vec::new();
    for (unit, it) in units.iter_mut().zip(&flat.units) {
        let list = *lists.entry((it.slot, it.parent, family(it.body))).or_insert_with(|| {
            lengths.push(0);
            lengths.len() - 1
        });
        (unit.list, unit.place) = (list, lengths[list]);
        lengths[list] += 1;
    }
    units.iter_mut().for_each(|unit| unit.places = lengths[unit.list]);
}
