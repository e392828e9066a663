//! A role's document read for the aligning, once, whatever it is compared with.

use std::collections::HashMap;

use crate::compare::align::family::{Family, family};
use crate::compare::align::features::{Features, SlotFeatures, TextKey, UnitFeatures};
use crate::compare::align::lists::Lists;
use crate::compare::terms::marks::{TermMark, mark, mark_all};
use crate::compare::terms::weights::{Bag, Weights};
use crate::compare::units::{Flat, TextUnit};
use crate::lexicon::{bare_heading, fold_space, is_function_word, is_unit_word, terms};
use crate::naming::Mentions;

/// How many of its rarest words a text finds others by.
const RARE_WORDS: usize = 8;

/// A role's document as the aligning reads it, whatever it is compared with.
pub(crate) struct Reading {
    pub(crate) flat: Flat,
    units: Vec<UnitFeatures>,
    /// The terms of every heading.
    headings: Vec<Vec<String>>,
    /// The words of every section.
    contents: Vec<Bag>,
    lists: Lists,
}

impl Reading {
    /// Reads a role's document with the names that it uses for itself and its neighbours.
    pub(crate) fn new(flat: Flat, weights: &Weights, names: &Mentions) -> Self {
        let units = flat.units.iter().enumerate();
        let mut units: Vec<UnitFeatures> =
            units.map(|(at, unit)| unit_features(at, unit, &flat, weights)).collect();
        mark_lone(&mut units);
        let headings: Vec<Vec<String>> =
            flat.slots.iter().map(|slot| terms(&bare_heading(&slot.heading))).collect();
        let named: Vec<Vec<String>> =
            (0..headings.len()).map(|at| heading(&flat, &headings, at, names)).collect();
        let contents = contents(&flat, &units, |at| weights.bag(&named[at]));
        let marks: Vec<TermMark> = named.iter().map(|terms| mark_terms(terms)).collect();
        let lists = Lists::new(&flat, &marks);
        Self { flat, units, headings, contents, lists }
    }

    /// What the aligning looks at, with names as this comparison understands them.
    pub(crate) fn features(&self, weights: &Weights, names: &Mentions) -> Features<'_> {
        let mut slots: Vec<SlotFeatures> = (0..self.flat.slots.len())
            .map(|at| {
                let heading = heading(&self.flat, &self.headings, at, names);
                SlotFeatures {
                    parent: self.flat.slots[at].parent,
                    heading_id: mark_terms(&heading),
                    heading: weights.bag(&heading),
                    is_alone: true,
                    content: &self.contents[at],
                }
            })
            .collect();
        let mut counts: HashMap<TermMark, usize> = HashMap::new();
        slots.iter().skip(1).for_each(|slot| *counts.entry(slot.heading_id).or_default() += 1);
        slots.iter_mut().for_each(|s| s.is_alone = counts.get(&s.heading_id) == Some(&1));
        Features { slots, units: &self.units, lists: &self.lists }
    }
}

/// The terms of a heading with its names replaced; the heading itself where it has no words.
fn heading(flat: &Flat, terms: &[Vec<String>], at: usize, names: &Mentions) -> Vec<String> {
    let heading = names.replaced(&terms[at]);
    if heading.is_empty() { vec![fold_space(&flat.slots[at].heading)] } else { heading }
}

fn mark_terms(terms: &[String]) -> TermMark {
    mark_all(terms.iter().map(String::as_str))
}

/// The words of every section, those of what nests in it included.
fn contents(flat: &Flat, units: &[UnitFeatures], heading: impl Fn(usize) -> Bag) -> Vec<Bag> {
    let own = flat.slots.iter().map(|slot| &units[slot.units.clone()]);
    let mut contents: Vec<Bag> =
        own.map(|units| Bag::union(units.iter().map(|unit| &unit.whole))).collect();
    // From the back, so that what nests in a section is complete before it is added to it.
    for at in (1..contents.len()).rev() {
        if let Some(parent) = flat.slots[at].parent {
            contents[parent] = Bag::union([&contents[parent], &contents[at], &heading(at)]);
        }
    }
    contents
}

fn unit_features(at: usize, unit: &TextUnit, flat: &Flat, weights: &Weights) -> UnitFeatures {
    let plain = unit.text.to_plain();
    let (key, text) = match &unit.key {
        Some(key) => (Some(key.as_str()), plain.as_str()),
        None => soft_key(&plain).map_or((None, plain.as_str()), |(key, text)| (Some(key), text)),
    };
    let text_terms = terms(text);
    let key_terms = key.map(terms).unwrap_or_default();
    let telling = telling(key_terms.iter().chain(&text_terms), weights);
    let content_words = text_terms.iter().filter(|term| !is_function_word(term)).count();
    let tells = |term: &&String| !is_function_word(term) && !is_unit_word(term);
    let text_words = text_terms.iter().filter(tells).count();
    let text = weights.bag(&text_terms);
    let key = (!key_terms.is_empty()).then(|| TextKey {
        id: mark_terms(&key_terms),
        is_alone: true,
        words: weights.bag(&key_terms),
    });
    let whole = match &key {
        Some(key) => Bag::union([&key.words, &text]),
        None => text.clone(),
    };
    let rarest = rarest(&whole);
    let slot = &flat.slots[unit.slot].units;
    let identity = [fold_space(unit.key.as_deref().unwrap_or_default()), fold_space(&plain)];
    UnitFeatures {
        body: unit.body,
        slot: unit.slot,
        parent: unit.parent,
        is_lone: true,
        place: (at - slot.start) as f64 / slot.len().saturating_sub(1).max(1) as f64,
        identity: mark_all(identity.iter().map(String::as_str)),
        content_words: content_words + key.as_ref().map_or(0, |key| key.words.terms.len()),
        text_words,
        telling,
        key,
        text,
        whole,
        rarest,
    }
}

/// The words of a text that say most.
fn rarest(whole: &Bag) -> Vec<TermMark> {
    let mut words = whole.terms.clone();
    words.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    words.iter().take(RARE_WORDS).map(|(mark, _)| *mark).collect()
}

/// The words that tell what a text is about, and which of them are rare.
fn telling<'a>(
    terms: impl Iterator<Item = &'a String>,
    weights: &Weights,
) -> Vec<(TermMark, bool)> {
    let tells = |term: &&String| !is_function_word(term) && !is_unit_word(term);
    let mut telling: Vec<_> =
        terms.filter(tells).map(|term| (mark(term), weights.is_rare(term))).collect();
    telling.sort_unstable();
    telling.dedup();
    telling
}

/// A key that its author did not set in bold: up to four words before a colon ("Scope: a team").
fn soft_key(text: &str) -> Option<(&str, &str)> {
    let (key, rest) = text.split_once([':', '：'])?;
    let words = key.split_whitespace().count();
    let is_name = (1..=4).contains(&words) && !key.contains(['.', ',', ';', '\n', '/']);
    (is_name && key.len() <= 60).then_some((key, rest))
}

fn mark_lone(units: &mut [UnitFeatures]) {
    let mut keys: HashMap<(usize, TermMark), usize> = HashMap::new();
    let mut kinds: HashMap<(usize, Family), usize> = HashMap::new();
    for unit in units.iter() {
        *kinds.entry((unit.slot, family(unit.body))).or_default() += 1;
        if let Some(key) = &unit.key {
            *keys.entry((unit.slot, key.id)).or_default() += 1;
        }
    }
    for unit in units {
        unit.is_lone = kinds.get(&(unit.slot, family(unit.body))) == Some(&1);
        if let Some(key) = &mut unit.key {
            key.is_alone = keys.get(&(unit.slot, key.id)) == Some(&1);
        }
    }
}
