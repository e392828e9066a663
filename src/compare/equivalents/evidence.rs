//! What speaks for two levels being one: their names, their numbers, and the texts that correspond.

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
use crate::compare::terms::weights::Bag;

/// What each kind of evidence counts at most. Of two ladders by different authors texts tell levels
/// apart no better than their places do, so that a few texts must not outweigh names; between two
/// ladders of which one was made of the other they tell all.
const NAMES: f64 = 1.0;
const TEXTS: f64 = 5.0;
const NUMBERS: f64 = 0.6;

/// Texts that share less of their words correspond by chance as well.
const ALIKE: f64 = 0.3;

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    sum / f64::from(count.max(1))
}

/// A level as it is set against others.
pub(crate) struct ReadLevel {
    pub(crate) at: LadderRole,
    pub(crate) rank: NamedRank,
    /// The words of its texts; of those about the way up none.
    bags: Vec<Bag>,
    mass: f64,
    pub(crate) numbers: LevelNumbers,
}

/// What two levels have in common.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LevelEvidence {
    /// Whether their names are of one rank, from -1 to 1; nothing where they say no rank.
    pub names: Option<f64>,
    /// Whether the name of the left one is of a higher rank, of the same or of a lower one.
    pub order: Option<Ordering>,
    /// How much of what both say corresponds, from 0 to 1.
    pub share: f64,
    /// How many texts of either side correspond.
    pub texts: usize,
    /// The texts that correspond, the most alike first, each with how alike it is.
    pub pairs: Vec<(f64, Pair)>,
    /// The numbers that both state of the same, the nearest first.
    pub numbers: Vec<SharedNumber>,
}

/// A number that two levels state of the same.
#[derive(Debug, Clone, PartialEq)]
pub struct SharedNumber {
    /// What it is a number of.
    pub name: String,
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
        let bag = |unit: &crate::compare::units::TextUnit| match way_up[unit.slot] {
            true => Bag::default(),
            false => comparer.bag(&unit.whole),
        };
        let bags: Vec<Bag> = flat.units.iter().map(bag).collect();
        let mass = bags.iter().map(|bag| bag.mass).sum();
        Self { at, rank, bags, mass, numbers: numbers(flat, &way_up) }
    }

    /// What it has in common with another level; of numbers, those of some kinds.
    pub(crate) fn evidence(
        &self,
        other: &Self,
        kinds: &HashSet<NumberOf>,
        comparer: &Comparer,
    ) -> LevelEvidence {
        let one_ladder = self.at.ladder == other.at.ladder;
        let (_, texts) = comparer.matchings(self.at, other.at);
        let [own, theirs] = [self, other].map(|level| comparer.flat(level.at));
        let (mut pairs, mut shared) = (Vec::new(), 0.0);
        for (i, j) in texts.pairs() {
            let (left, right) = (&self.bags[i], &other.bags[j]);
            let alike = left.dice(right);
            if alike >= ALIKE {
                shared += alike * (left.mass + right.mass);
                let parts = (own.part(&own.units[i]), theirs.part(&theirs.units[j]));
                pairs.push((alike, pair(Some(parts.0), Some(parts.1))));
            }
        }
        // The longer of texts that are equally alike say more.
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0));
        LevelEvidence {
            names: self.rank.alike(&other.rank, one_ladder),
            order: self.rank.order(&other.rank),
            share: shared / (self.mass + other.mass).max(f64::MIN_POSITIVE),
            texts: pairs.len(),
            pairs,
            numbers: self.shared_numbers(other, kinds),
        }
    }

    fn shared_numbers(&self, other: &Self, kinds: &HashSet<NumberOf>) -> Vec<SharedNumber> {
        let own = self.numbers.iter().filter(|(of, _)| kinds.contains(of));
        let shared = own.filter_map(|(of, own)| {
            let theirs = other.numbers.get(of)?;
            Some((of, own, theirs))
        });
        let number = |(_, own, theirs): (_, &LevelNumber, &LevelNumber)| SharedNumber {
            name: own.name.clone(),
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

impl LevelEvidence {
    /// How much speaks for the two being one level; below nothing, how much speaks against it.
    #[must_use]
    pub fn weight(&self) -> f64 {
        let near = self.numbers.iter().map(|number| number.near);
        NAMES * self.names.unwrap_or(0.0) + TEXTS * self.share + NUMBERS * mean(near)
    }

    /// How much speaks for a level that stands between two others, names apart. This is what it has in
    /// common with the lower one; nothing of either where there is none.
    pub(super) fn weight_between(below: Option<&Self>, above: Option<&Self>) -> f64 {
        let share = |it: Option<&Self>| it.map_or(0.0, |it| it.share);
        let numbers = |it: Option<&'_ Self>| it.map_or(&[][..], |it| &it.numbers).to_vec();
        let (lower, higher) = (numbers(below), numbers(above));
        let between = lower.iter().filter_map(|low| {
            let high = higher.iter().find(|high| high.name == low.name)?;
            let is_between = low.order.is_gt() && high.order.is_lt();
            Some(if is_between { 1.0 } else { low.near.midpoint(high.near) })
        });
        TEXTS * share(below).midpoint(share(above)) + NUMBERS * mean(between)
    }
}
