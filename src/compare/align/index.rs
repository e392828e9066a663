//! Which texts share which terms: an inverted index, so that two long pages cost what they share and
//! not the product of their texts.

use rustc_hash::FxHashMap;

use crate::compare::terms::marks::TermMark;
use crate::compare::terms::weights::Bag;

/// About how many shared terms are examined. The texts that share them cost less.
const BUDGET: usize = 8_000_000;
/// A term in more texts than this distinguishes none of them; for the shortest and the longest pages.
const COMMON: std::ops::RangeInclusive<usize> = 32..=2_000;

/// Sides with more pairs of texts than this are huge: only texts that share a rare term are examined.
const HUGE: usize = 4_000_000;
/// About how many texts are examined for each text of a huge side, and how many of them are found.
const EXAMINED: usize = 1_000;
const FOUND: usize = 128;

/// The texts of one side by their terms.
pub(crate) struct Index<'a> {
    bags: Vec<&'a Bag>,
    texts: FxHashMap<TermMark, Vec<u32>>,
    common: usize,
    is_huge: bool,
    sums: Vec<f64>,
    touched: Vec<u32>,
}

impl<'a> Index<'a> {
    /// An index of texts that `lefts` others will be looked up in.
    pub(crate) fn new(bags: impl Iterator<Item = &'a Bag>, lefts: usize) -> Self {
        let bags: Vec<&Bag> = bags.collect();
        let mut texts: FxHashMap<TermMark, Vec<u32>> = FxHashMap::default();
        for (at, bag) in bags.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            bag.terms.iter().for_each(|(term, _)| texts.entry(*term).or_default().push(at));
        }
        let common = (BUDGET / lefts.max(1)).clamp(*COMMON.start(), *COMMON.end());
        let is_huge = lefts.saturating_mul(bags.len()) > HUGE;
        let sums = vec![0.0; bags.len()];
        Self { bags, texts, common, is_huge, sums, touched: Vec::new() }
    }

    /// Finds what every text shares with this one; of a huge side, those with its rarest terms.
    pub(crate) fn look_up(&mut self, bag: &Bag) {
        if self.is_huge {
            let rare = self.with_rare_terms(bag);
            self.measure(bag, &rare);
            return self.keep_best();
        }
        self.clear();
        for (term, weight) in &bag.terms {
            let Some(texts) = self.texts.get(term).filter(|it| it.len() <= self.common) else {
                continue;
            };
            for at in texts {
                let sum = &mut self.sums[*at as usize];
                if *sum == 0.0 {
                    self.touched.push(*at);
                }
                *sum += weight;
            }
        }
    }

    /// The same if candidates are known already. Of a huge side only what they share is found.
    pub(crate) fn look_up_among(&mut self, bag: &Bag, candidates: &[usize]) {
        match self.is_huge {
            true => self.measure(bag, candidates),
            false => self.look_up(bag),
        }
    }

    fn clear(&mut self) {
        for at in self.touched.drain(..) {
            self.sums[at as usize] = 0.0;
        }
    }

    /// The texts with the rarest terms of this one.
    fn with_rare_terms(&self, bag: &Bag) -> Vec<usize> {
        let all = bag.terms.iter().filter_map(|(term, _)| self.texts.get(term));
        let mut all: Vec<&Vec<u32>> = all.filter(|it| it.len() <= self.common).collect();
        all.sort_by_key(|texts| texts.len());
        let mut found: Vec<usize> = Vec::new();
        for texts in all {
            if !found.is_empty() && found.len() + texts.len() > EXAMINED {
                break;
            }
            found.extend(texts.iter().map(|at| *at as usize));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Finds what some texts share with this one.
    fn measure(&mut self, bag: &Bag, texts: &[usize]) {
        self.clear();
        for at in texts {
            let shared = bag.shared(self.bags[*at]);
            if shared > 0.0 {
                self.sums[*at] = shared;
                self.touched.push(u32::try_from(*at).unwrap_or(u32::MAX));
            }
        }
    }

    /// Drops all but the texts that share most.
    fn keep_best(&mut self) {
        if self.touched.len() <= FOUND {
            return;
        }
        let sums = &mut self.sums;
        let shared = |at: &u32| sums[*at as usize];
        let better = |a: &u32, b: &u32| shared(b).total_cmp(&shared(a)).then(a.cmp(b));
        self.touched.select_nth_unstable_by(FOUND, better);
        for at in self.touched.drain(FOUND..) {
            sums[at as usize] = 0.0;
        }
    }

    /// The texts that share something with the one that was looked up last.
    pub(crate) fn found(&self) -> impl Iterator<Item = usize> {
        self.touched.iter().map(|at| *at as usize)
    }

    /// What part of both is shared (Dice 1945), for the text that was looked up last.
    pub(crate) fn dice(&self, bag: &Bag, at: usize) -> f64 {
        ratio(2.0 * self.sums[at], bag.mass + self.bags[at].mass)
    }

    /// What part of the smaller is shared, likewise.
    pub(crate) fn cover(&self, bag: &Bag, at: usize) -> f64 {
        ratio(self.sums[at], bag.mass.min(self.bags[at].mass))
    }
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 }
}

/// Sets of terms of two sides as bags in which a term weighs the less the more of the sets have it:
/// one over their number to this power.
pub(crate) fn weigh_by_rarity(sides: [Vec<&[TermMark]>; 2], power: f64) -> [Vec<Bag>; 2] {
    let mut counts: FxHashMap<TermMark, u32> = FxHashMap::default();
    for term in sides.iter().flatten().copied().flatten() {
        *counts.entry(*term).or_default() += 1;
    }
    let weight = |term: &TermMark| {
        let count = counts.get(term).copied().unwrap_or(1);
        (*term, f64::from(count).powf(-power))
    };
    sides.map(|sets| sets.into_iter().map(|set| Bag::new(set.iter().map(weight))).collect())
}
