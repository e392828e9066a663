//! How much a word says: the rarer it is in this ladder, the more.

use rustc_hash::FxHashMap;

use crate::compare::terms::marks::{TermMark, mark};
use crate::lexicon::{is_function_word, terms};
use crate::model::{Block, Document, Ladder, Step, Text};
use crate::naming::{OTHER_NAME, OWN_NAME};

/// How many documents are read for the weights. They are spread evenly over the ladder, so that a
/// ladder of thousands costs no more than this one, and the choice depends on the ladder alone.
const SAMPLE: usize = 48;

/// What words that only hold sentences together count, next to their rarity.
const FUNCTION_WORD: f64 = 0.15;

/// What numbers and roles' names count: that a text states one is evidence, which one is not.
const NUMBER: f64 = 0.3;

/// A word that stands in fewer than one of so many texts is rare, and so is one of two texts.
const RARE: f64 = 16.0;

/// The weights of the words of ladders, by inverse document frequency (Spärck Jones 1972), where a
/// document is one item, row, paragraph or heading.
pub(crate) struct Weights {
    known: FxHashMap<TermMark, f64>,
    unseen: f64,
    /// What the commonest of the rare words weighs.
    rare: f64,
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

    /// Whether a word that tells something stands in few texts.
    pub(crate) fn is_rare(&self, term: &str) -> bool {
        self.known.get(&mark(term)).is_none_or(|weight| *weight >= self.rare)
    }

    /// Terms with their weights; new ones get the weight of a word that the ladder never uses.
    pub(crate) fn bag(&self, terms: &[String]) -> Bag {
        Bag::new(terms.iter().map(|term| {
            let mark = mark(term);
            let weight = self.known.get(&mark).copied();
            (mark, weight.unwrap_or_else(|| self.unseen * damping(term)))
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

    /// How much of two sets of terms is shared, 0 to 1, by weight (Dice 1945).
    pub(crate) fn dice(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some((a, weight)), Some((b, _))) = (self.terms.get(i), other.terms.get(j)) {
            if a == b {
                shared += weight;
            }
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        if shared > 0.0 { 2.0 * shared / (self.mass + other.mass) } else { 0.0 }
    }

    /// The terms of several texts together.
    pub(crate) fn union<'a>(bags: impl IntoIterator<Item = &'a Bag>) -> Self {
        Self::new(bags.into_iter().flat_map(|bag| bag.terms.iter().copied()))
    }
}

fn damping(term: &str) -> f64 {
    match term {
        "#" | OWN_NAME | OTHER_NAME => NUMBER,
        term if is_function_word(term) => FUNCTION_WORD,
        _ => 1.0,
    }
}

#[derive(Default)]
struct Counter {
    /// In how many texts each term stands, and what it counts beside its rarity.
    counts: FxHashMap<TermMark, (usize, f64)>,
    texts: usize,
}

impl Counter {
    fn add(&mut self, text: &str) {
        self.texts += 1;
        let mut found = terms(text);
        found.sort_unstable();
        found.dedup();
        for term in found {
            self.counts.entry(mark(&term)).or_insert_with(|| (0, damping(&term))).0 += 1;
        }
    }

    fn finish(self) -> Weights {
        let texts = self.texts.max(1) as f64;
        let rarity = |count: usize| (1.0 + texts / (1.0 + count as f64)).ln();
        let weigh = |(mark, (count, damping))| (mark, rarity(count) * damping);
        // That only two texts say a word is all that a small ladder can tell of rarity.
        let rare = rarity(2).min((1.0 + RARE).ln());
        Weights { known: self.counts.into_iter().map(weigh).collect(), unseen: rarity(0), rare }
    }
}

fn each_text(document: &Document, visit: &mut impl FnMut(&str)) {
    for step in document.walk() {
        match step {
            // The header of a table says nothing by itself.
            Step::Block(Block::Table(table)) => {
                table.rows.iter().for_each(|row| visit(&joined(&row.cells)));
            }
            step => step.texts(&mut |_, text| visit(&text.to_plain())),
        }
        step.plain().into_iter().for_each(&mut *visit);
    }
}

fn joined(cells: &[Text]) -> String {
    cells.iter().map(Text::to_plain).collect::<Vec<_>>().join(" ")
}
