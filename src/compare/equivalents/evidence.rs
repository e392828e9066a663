//! The evidence that two levels correspond: their names, their numbers, and corresponding texts.

use std::cmp::Ordering;
use std::collections::HashSet;

use crate::compare::comparer::Comparer;
use crate::compare::comparison::Pair;
use crate::compare::equivalents::numbers::{
    LevelNumber, LevelNumbers, NumberOf, middle, near, numbers,
};
use crate::compare::equivalents::rank::NamedRank;
use crate::compare::ladders::LadderRole;
use crate::compare::pairs::pair;
use crate::compare::terms::marks::TermMark;
use crate::compare::terms::weights::Bag;
use crate::compare::units::TextUnit;

/// The largest weight of each kind of evidence. Of two ladders by different authors texts tell levels
/// apart no better than their places do, so that a few texts must not outweigh names; between two
/// ladders of which one was made of the other they tell all.
const NAMES: f64 = 1.0;
const TEXTS: f64 = 5.0;
const NUMBERS: f64 = 0.6;

/// Numbers that are nearer are about the same, so a level that states one of them is not between the
/// two.
const ABOUT_THE_SAME: f64 = 0.9;

/// Texts that share less of their words correspond by chance as well.
const ALIKE: f64 = 0.3;

/// A level as it is compared with others.
pub(crate) struct ReadLevel {
    pub(crate) at: LadderRole,
    pub(crate) rank: NamedRank,
    /// The words of its texts; of those about promotion none.
    bags: Vec<Bag>,
    mass: f64,
    /// The terms of all bags in order: each with its weight, and how many bags have it.
    terms: Vec<(TermMark, f64, usize)>,
    pub(crate) numbers: LevelNumbers,
}

/// What two levels have in common, as it is weighed.
pub(crate) struct WeighedLevels {
    names: Option<f64>,
    order: Option<Ordering>,
    share: f64,
    /// The texts that correspond, each with how alike it is.
    texts: Vec<(f64, usize, usize)>,
    numbers: Vec<SharedNumber>,
}

/// What two levels have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelEvidence {
    /// Whether their names are of one rank, from -1 to 1; nothing if they say no rank.
    pub names: Option<f64>,
    /// Whether the name of the left one is of a higher rank, of the same or of a lower one.
    pub order: Option<Ordering>,
    /// The share of their words in corresponding items, from 0 to 1.
    pub share: f64,
    /// The texts that correspond, the most alike first, each with how alike it is.
    pub pairs: Vec<(f64, Pair)>,
    /// The numbers that both state of the same, the nearest first.
    pub numbers: Vec<SharedNumber>,
}

/// A number that two levels state of the same.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedNumber {
    /// What either level calls it: by the key, or by what is counted.
    pub names: [String; 2],
    /// As either level writes it.
    pub words: [String; 2],
    /// How near the two are, from -1 to 1.
    pub near: f64,
    /// Which of the two is larger.
    pub order: Ordering,
}

impl ReadLevel {
    pub(crate) fn new(comparer: &Comparer, at: LadderRole, rank: NamedRank) -> Self {
        let flat = comparer.flat(at);
        let own = comparer.compared_levels(std::iter::once(at.into()));
        let way_up = comparer.way_up(at, &own);
        let bag = |unit: &TextUnit| match way_up[unit.slot] {
            true => Bag::default(),
            false => comparer.bag(&unit.whole),
        };
        let bags: Vec<Bag> = flat.units.iter().map(bag).collect();
        let mass = bags.iter().map(|bag| bag.mass).sum();
        let terms = counted(&bags);
        Self { at, rank, bags, mass, terms, numbers: numbers(flat, &way_up) }
    }

    /// The most that it can have in common with another level: every word that both have is in texts that
    /// correspond. Nothing is aligned for that.
    pub(crate) fn promise(&self, other: &Self, kinds: &HashSet<NumberOf>) -> WeighedLevels {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some((a, weight, own)), Some((b, _, theirs))) =
            (self.terms.get(i), other.terms.get(j))
        {
            if a == b {
                shared += weight * (*own).min(*theirs) as f64;
            }
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        let share = 2.0 * shared / (self.mass + other.mass).max(f64::MIN_POSITIVE);
        self.weighed(other, kinds, share, Vec::new())
    }

    /// What it has in common with another level; of numbers, those of some kinds.
    pub(crate) fn weigh(
        &self,
        other: &Self,
        kinds: &HashSet<NumberOf>,
        comparer: &Comparer,
    ) -> WeighedLevels {
        let (_, matched) = comparer.matchings(self.at, other.at);
        let alike = |(i, j): (usize, usize)| (self.bags[i].dice(&other.bags[j]), i, j);
        let texts: Vec<_> = matched.pairs().map(alike).filter(|it| it.0 >= ALIKE).collect();
        let shared = texts.iter().map(|it| it.0 * self.mass_of(other, it)).sum::<f64>();
        let share = shared / (self.mass + other.mass).max(f64::MIN_POSITIVE);
        self.weighed(other, kinds, share, texts)
    }

    fn weighed(
        &self,
        other: &Self,
        kinds: &HashSet<NumberOf>,
        share: f64,
        texts: Vec<(f64, usize, usize)>,
    ) -> WeighedLevels {
        WeighedLevels {
            names: self.rank.alike(&other.rank, self.at.ladder == other.at.ladder),
            order: self.rank.order(&other.rank),
            share,
            texts,
            numbers: self.shared_numbers(other, kinds),
        }
    }

    /// How much two texts that correspond say.
    fn mass_of(&self, other: &Self, (_, i, j): &(f64, usize, usize)) -> f64 {
        self.bags[*i].mass + other.bags[*j].mass
    }

    /// The same with the texts themselves: of those that are equally alike the longest first.
    pub(crate) fn evidence(
        &self,
        other: &Self,
        weighed: &WeighedLevels,
        comparer: &Comparer,
    ) -> LevelEvidence {
        let mut texts = weighed.texts.clone();
        let mass = |text: &(f64, usize, usize)| self.mass_of(other, text);
        texts.sort_by(|a, b| b.0.total_cmp(&a.0).then(mass(b).total_cmp(&mass(a))));
        let [own, theirs] = [self, other].map(|level| comparer.flat(level.at));
        let both = |(alike, i, j): (f64, usize, usize)| {
            let (left, right) = (own.part(&own.units[i]), theirs.part(&theirs.units[j]));
            (alike, pair(Some(left), Some(right)))
        };
        let WeighedLevels { names, order, share, numbers, .. } = weighed;
        LevelEvidence {
            names: *names,
            order: *order,
            share: *share,
            pairs: texts.into_iter().map(both).collect(),
            numbers: numbers.clone(),
        }
    }

    fn shared_numbers(&self, other: &Self, kinds: &HashSet<NumberOf>) -> Vec<SharedNumber> {
        let own = self.numbers.iter().filter(|(of, _)| kinds.contains(of));
        let shared = own.filter_map(|(of, own)| {
            let theirs = other.numbers.get(of)?;
            Some((of, own, theirs))
        });
        let number = |(_, own, theirs): (_, &LevelNumber, &LevelNumber)| SharedNumber {
            names: [own, theirs].map(|it| it.name.clone()),
            words: [own, theirs].map(|it| it.stated.words.clone()),
            near: near(&own.stated.quantity, &theirs.stated.quantity),
            order: middle(&own.stated.quantity).total_cmp(&middle(&theirs.stated.quantity)),
        };
        let mut shared: Vec<_> = shared.collect();
        shared.sort_by(|a, b| a.0.cmp(b.0));
        let mut numbers: Vec<SharedNumber> = shared.into_iter().map(number).collect();
        numbers.sort_by(|a, b| b.near.total_cmp(&a.near));
        numbers
    }
}

/// The terms of some bags in order, each with its weight, and how many bags have it.
fn counted(bags: &[Bag]) -> Vec<(TermMark, f64, usize)> {
    let mut terms: Vec<(TermMark, f64)> = bags.iter().flat_map(|bag| &bag.terms).copied().collect();
    terms.sort_unstable_by_key(|(term, _)| *term);
    let counted = terms.chunk_by(|(a, _), (b, _)| a == b);
    counted.map(|equal| (equal[0].0, equal[0].1, equal.len())).collect()
}

impl WeighedLevels {
    /// The score of the two as one level; a negative score is evidence against it.
    pub(crate) fn weight(&self) -> f64 {
        let near = self.numbers.iter().map(|number| number.near);
        NAMES * self.names.unwrap_or(0.0) + TEXTS * self.share + NUMBERS * mean(near)
    }

    /// How much speaks for a level that is between two others, or beyond the last of them, names apart:
    /// what it has in common with either.
    pub(crate) fn weight_between(below: Option<&Self>, above: Option<&Self>) -> f64 {
        let share = |it: Option<&Self>| it.map_or(0.0, |it| it.share);
        let texts = TEXTS * share(below).midpoint(share(above));
        let (Some(below), Some(above)) = (below, above) else { return texts };
        let between = below.numbers.iter().filter_map(|low| {
            let high = above.numbers.iter().find(|high| high.names[0] == low.names[0])?;
            let is_one = low.near.max(high.near) >= ABOUT_THE_SAME;
            let is_between = low.order.is_gt() && high.order.is_lt() && !is_one;
            Some(if is_between { 1.0 } else { low.near.midpoint(high.near) })
        });
        texts + NUMBERS * mean(between)
    }

    /// Whether any of their texts correspond, and the score is positive.
    pub(crate) fn is_near(&self) -> bool {
        !self.texts.is_empty() && self.weight() > 0.0
    }
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    sum / f64::from(count.max(1))
}
