//! How much a word says: the rarer it is in this ladder, the more.

use rustc_hash::FxHashMap;

use crate::compare::terms::marks::{TermMark, mark};
use crate::lexicon::terms;
use crate::model::{Block, Document, Ladder, Step, Text};

/// How many documents are read for the weights. They are spread evenly over the ladder, so that a
/// ladder of thousands costs no more than this one, and the choice depends on the ladder alone.
const SAMPLE: usize = 48;

/// The weights of the words of ladders, by inverse document frequency (Spärck Jones 1972), where a
/// document is one item, row, paragraph or heading.
pub(crate) struct Weights {
    known: FxHashMap<TermMark, f64>,
    unseen: f64,
}

/// A text as a set of weighted terms.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bag {
    /// Distinct terms in order, each with its weight.
    pub(crate) terms: Vec<(TermMark, f64)>,
    /// The sum of the weights.
    pub(crate) mass: f64,
}

impl Weights {
    pub(crate) fn of(ladders: &[&Ladder]) -> Self {
        let mut counter = Counter::default();
        let roles = || ladders.iter().flat_map(|ladder| &ladder.roles);
        let step = roles().count().div_ceil(SAMPLE).max(1);
        for role in roles().step_by(step) {
            each_text(&role.document, &mut |text| counter.add(text));
        }
        counter.finish()
    }

    /// Terms with their weights; new ones get the weight of a word that the ladder never uses.
    pub(crate) fn bag(&self, terms: &[String]) -> Bag {
        Bag::new(terms.iter().map(|term| {
            let mark = mark(term);
            (mark, self.known.get(&mark).copied().unwrap_or(self.unseen))
        }))
    }
}

impl Bag {
    pub(crate) fn new(terms: impl IntoIterator<Item = (TermMark, f64)>) -> Self {
        let mut terms: Vec<(TermMark, f64)> = terms.into_iter().collect();
        terms.sort_unstable_by_key(|(id, _)| *id);
        terms.dedup_by_key(|(id, _)| *id);
        let mass = terms.iter().map(|(_, weight)| weight).sum();
        Self { terms, mass }
    }

    /// The same without the terms of another.
    pub(crate) fn without(&self, other: &Self) -> Self {
        let is_there =
            |term: &TermMark| other.terms.binary_search_by_key(term, |(it, _)| *it).is_ok();
        Self::new(self.terms.iter().copied().filter(|(term, _)| !is_there(term)))
    }

    /// How much of two sets of terms is shared, 0 to 1, by weight (Dice 1945).
    pub(crate) fn dice(&self, other: &Self) -> f64 {
        let shared = self.shared(other);
        if shared > 0.0 { 2.0 * shared / (self.mass + other.mass) } else { 0.0 }
    }

    /// The weight of the terms that are in both.
    pub(crate) fn shared(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some((a, weight)), Some((b, _))) = (self.terms.get(i), other.terms.get(j)) {
            if a == b {
                shared += weight;
            }
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        shared
    }

    /// The terms of several texts together.
    pub(crate) fn union<'a>(bags: impl IntoIterator<Item = &'a Bag>) -> Self {
        Self::new(bags.into_iter().flat_map(|bag| bag.terms.iter().copied()))
    }
}

#[derive(Default)]
struct Counter {
    /// In how many texts each term is.
    counts: FxHashMap<TermMark, usize>,
    texts: usize,
}

impl Counter {
    fn add(&mut self, text: &str) {
        self.texts += 1;
        let mut found = terms(text);
        found.sort_unstable();
        found.dedup();
        for term in found {
            *self.counts.entry(mark(&term)).or_default() += 1;
        }
    }

    fn finish(self) -> Weights {
        let texts = self.texts.max(1) as f64;
        let rarity = |count: usize| (1.0 + texts / (1.0 + count as f64)).ln();
        let known = self.counts.into_iter().map(|(mark, count)| (mark, rarity(count)));
        Weights { known: known.collect(), unseen: rarity(0) }
    }
}

fn each_text(document: &Document, visit: &mut impl FnMut(&str)) {
    for step in document.walk() {
        match step {
            // The header of a table says nothing by itself.
            Step::Block(Block::Table(table)) => {
                table.rows.iter().for_each(|row| visit(&joined(&row.cells)));
            }
            step => step.texts(&mut |_, text| visit(text.as_str())),
        }
        step.plain().into_iter().for_each(&mut *visit);
    }
}

fn joined(cells: &[Text]) -> String {
    cells.iter().map(Text::as_str).collect::<Vec<_>>().join(" ")
}
