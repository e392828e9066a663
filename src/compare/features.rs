//! What the aligning looks at, read off both sides once.

use std::collections::HashMap;
use std::hash::Hash;

use crate::compare::comparison::PairBody;
use crate::compare::names::Names;
use crate::compare::normal::{fold_space, is_function_word, terms};
use crate::compare::units::{Side, Unit};
use crate::compare::weights::{Bag, Weights};

/// One side as the aligning sees it; slot by slot and unit by unit.
pub(crate) struct Features {
    pub(crate) slots: Vec<SlotFeatures>,
    pub(crate) units: Vec<UnitFeatures>,
}

/// What is known of a section.
pub(crate) struct SlotFeatures {
    /// The slot it nests in.
    pub(crate) parent: Option<usize>,
    /// Equal for equal headings, numbers and names aside.
    pub(crate) heading_id: u32,
    pub(crate) heading: Bag,
    /// Whether no other section of the document is called so.
    pub(crate) is_alone: bool,
    /// The words in it and in what nests in it.
    pub(crate) content: Bag,
}

/// What is known of a unit.
pub(crate) struct UnitFeatures {
    pub(crate) body: PairBody,
    pub(crate) slot: usize,
    pub(crate) parent: Option<usize>,
    /// Whether nothing else of its kind stands in its section.
    pub(crate) is_lone: bool,
    /// Where it stands in its slot, 0 to 1.
    pub(crate) place: f64,
    /// Equal for equal texts: key and text, white space folded.
    pub(crate) identity: u32,
    pub(crate) key: Option<Key>,
    /// The words without the key.
    pub(crate) text: Bag,
    /// The words with the key.
    pub(crate) whole: Bag,
    /// How many words there are that say something.
    pub(crate) content_words: usize,
}

/// A unit's key.
pub(crate) struct Key {
    /// Equal for equal keys.
    pub(crate) id: u32,
    /// Whether no other unit of the section has it.
    pub(crate) is_alone: bool,
    pub(crate) words: Bag,
}

/// Kinds of text, however deep they nest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    Item,
    Row,
    Prose,
    Code,
}

pub(crate) fn family(body: PairBody) -> Family {
    match body {
        PairBody::Item(_) => Family::Item,
        PairBody::Row => Family::Row,
        PairBody::Prose => Family::Prose,
        PairBody::Code => Family::Code,
    }
}

/// Numbers for things, equal for equal ones. One interner serves both sides.
struct Interner<T>(HashMap<T, u32>);

impl<T: Eq + Hash> Interner<T> {
    fn id(&mut self, thing: T) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(thing).or_insert(next)
    }
}

/// Reads features off sides; the two sides of a comparison share one reader.
pub(crate) struct Reader {
    weights: Weights,
    headings: Interner<Vec<String>>,
    keys: Interner<Vec<String>>,
    identities: Interner<(String, String)>,
}

impl Reader {
    pub(crate) fn new(weights: Weights) -> Self {
        Self {
            weights,
            headings: Interner(HashMap::new()),
            keys: Interner(HashMap::new()),
            identities: Interner(HashMap::new()),
        }
    }

    pub(crate) fn read(&mut self, side: &Side, names: &Names) -> Features {
        let mut units: Vec<UnitFeatures> =
            side.units.iter().enumerate().map(|(at, unit)| self.unit(at, unit, side)).collect();
        mark_lone(&mut units);
        let slots = self.slots(side, names, &units);
        Features { slots, units }
    }

    fn unit(&mut self, at: usize, unit: &Unit, side: &Side) -> UnitFeatures {
        let plain = unit.text.to_plain();
        let (key, text) = match &unit.key {
            Some(key) => (Some(key.as_str()), plain.as_str()),
            None => {
                soft_key(&plain).map_or((None, plain.as_str()), |(key, text)| (Some(key), text))
            }
        };
        let key = key.map(terms).filter(|terms| !terms.is_empty()).map(|terms| Key {
            id: self.keys.id(terms.clone()),
            is_alone: true,
            words: self.weights.bag(terms),
        });
        let text_terms = terms(text);
        let content = |terms: &[String]| terms.iter().filter(|t| !is_function_word(t)).count();
        let content_words = content(&text_terms);
        let text = self.weights.bag(text_terms);
        let whole = match &key {
            Some(key) => Bag::union([&key.words, &text]),
            None => text.clone(),
        };
        let slot = &side.slots[unit.slot].units;
        UnitFeatures {
            body: unit.body,
            slot: unit.slot,
            parent: unit.parent,
            is_lone: true,
            place: (at - slot.start) as f64 / slot.len().saturating_sub(1).max(1) as f64,
            identity: self
                .identities
                .id((fold_space(unit.key.as_deref().unwrap_or_default()), fold_space(&plain))),
            content_words: content_words + key.as_ref().map_or(0, |key| key.words.terms.len()),
            key,
            text,
            whole,
        }
    }

    fn slots(&mut self, side: &Side, names: &Names, units: &[UnitFeatures]) -> Vec<SlotFeatures> {
        let mut slots: Vec<SlotFeatures> = Vec::with_capacity(side.slots.len());
        for slot in &side.slots {
            let mut heading = names.heading(&slot.heading);
            if heading.is_empty() {
                heading.push(fold_space(&slot.heading));
            }
            slots.push(SlotFeatures {
                parent: slot.parent,
                heading_id: self.headings.id(heading.clone()),
                heading: self.weights.bag(heading),
                is_alone: true,
                content: Bag::union(units[slot.units.clone()].iter().map(|unit| &unit.whole)),
            });
        }
        // From the back, so that what nests in a section is complete before it is added to it.
        for at in (1..slots.len()).rev() {
            if let Some(parent) = slots[at].parent {
                slots[parent].content =
                    Bag::union([&slots[parent].content, &slots[at].content, &slots[at].heading]);
            }
        }
        let mut counts: HashMap<u32, usize> = HashMap::new();
        slots.iter().skip(1).for_each(|slot| *counts.entry(slot.heading_id).or_default() += 1);
        slots.iter_mut().for_each(|s| s.is_alone = counts.get(&s.heading_id) == Some(&1));
        slots
    }
}

/// A key that its author did not set in bold: up to four words before a colon ("Scope: a team").
fn soft_key(text: &str) -> Option<(&str, &str)> {
    let (key, rest) = text.split_once([':', '：'])?;
    let words = key.split_whitespace().count();
    let is_name = (1..=4).contains(&words) && !key.contains(['.', ',', ';', '\n', '/']);
    (is_name && key.len() <= 60).then_some((key, rest))
}

fn mark_lone(units: &mut [UnitFeatures]) {
    let mut keys: HashMap<(usize, u32), usize> = HashMap::new();
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
