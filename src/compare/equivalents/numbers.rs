//! What levels state in numbers, by what is counted.

use std::collections::{HashMap, HashSet};

use crate::compare::numbers::measures::{Stated, stated};
use crate::compare::units::{Flat, TextUnit};
use crate::lexicon::terms;
use crate::model::{Quantity, Unit};

/// Numbers that differ by this factor have nothing to do with each other.
const FAR: f64 = 4.0;
/// Shares that differ by this many points have nothing to do with each other.
const FAR_POINTS: f64 = 25.0;

/// The fewest levels that show that a number grows.
const FEWEST_LEVELS: usize = 3;
/// And in how many of their pairs the higher one must state more.
const GROW: f64 = 0.8;

/// What a number is of: the words of its key, and its unit. Without a key only counts of something say
/// what they are of.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NumberOf {
    key: Vec<String>,
    unit: String,
}

/// A number that a level states, and how it calls it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LevelNumber {
    pub(crate) name: String,
    pub(crate) stated: Stated,
    /// Whether it is all that a key is there for: "Team size: 5-8 engineers".
    is_answer: bool,
}

/// The numbers of a level: of each kind the first that answers to a key, else the largest.
pub(crate) type LevelNumbers = HashMap<NumberOf, LevelNumber>;

/// The kinds of number that grow with the levels of a track: they tell how high a level is. Of a track of
/// one level, all.
pub(crate) fn growing<'a>(levels: impl Iterator<Item = &'a LevelNumbers>) -> HashSet<NumberOf> {
    let mut of_levels: HashMap<&NumberOf, Vec<f64>> = HashMap::new();
    let mut count = 0;
    for numbers in levels {
        count += 1;
        for (of, number) in numbers {
            of_levels.entry(of).or_default().push(middle(&number.stated.quantity));
        }
    }
    let is_growing = |values: &[f64]| {
        let pairs = values.iter().enumerate();
        let pairs = pairs.flat_map(|(at, low)| values[at + 1..].iter().map(move |high| low < high));
        let (grow, all) = pairs.fold((0, 0), |(grow, all), it| (grow + usize::from(it), all + 1));
        values.len() >= FEWEST_LEVELS.min(count) && grow as f64 >= GROW * f64::from(all)
    };
    let growing = of_levels.into_iter().filter(|(_, values)| is_growing(values));
    growing.map(|(of, _)| of.clone()).collect()
}

/// What the texts of a level state that are no part of promotion.
pub(crate) fn numbers(flat: &Flat, is_way_up: &[bool]) -> LevelNumbers {
    let mut found = LevelNumbers::new();
    for unit in flat.units.iter().filter(|unit| !is_way_up[unit.slot]) {
        for (of, number) in of_unit(unit) {
            if found.get(&of).is_none_or(|known| known.gives_way_to(&number)) {
                found.insert(of, number);
            }
        }
    }
    found
}

impl LevelNumber {
    fn gives_way_to(&self, other: &Self) -> bool {
        match (self.is_answer, other.is_answer) {
            (true, _) => false,
            (false, true) => true,
            _ => middle(&self.stated.quantity) < middle(&other.stated.quantity),
        }
    }
}

fn of_unit(unit: &TextUnit) -> Vec<(NumberOf, LevelNumber)> {
    let key = unit.key.as_deref();
    let text = if key.is_some() { unit.text.as_str() } else { &unit.whole };
    let of = |stated: Stated| -> Vec<(NumberOf, LevelNumber)> {
        let noun = match &stated.quantity.unit {
            Unit::Count(noun) => noun.clone(),
            Unit::Percent => format!("% {}", stated.of.as_deref().unwrap_or_default()),
            unit => format!("{unit:?}"),
        };
        let unit = format!("{noun} {}", stated.per.as_deref().unwrap_or_default());
        let name = key.map_or_else(|| noun.clone(), str::to_owned);
        // "Team size: 5-8 engineers" and "Leads 8 engineers" count the same.
        let counts = matches!(stated.quantity.unit, Unit::Count(_)).then(Vec::new);
        let keys = counts.into_iter().chain(key.map(terms));
        let of = |key| NumberOf { key, unit: unit.clone() };
        let begins = text[..stated.quantity.range.start].trim().is_empty();
        let number = LevelNumber { name, stated, is_answer: key.is_some() && begins };
        keys.map(|key| (of(key), number.clone())).collect()
    };
    stated(key, text).into_iter().flat_map(of).collect()
}

/// How near two numbers of a kind are, from -1 to 1.
pub(crate) fn near(left: &Quantity, right: &Quantity) -> f64 {
    let far = match left.unit {
        Unit::Percent => (middle(left) - middle(right)).abs() / FAR_POINTS,
        _ => {
            let (left, right) = (middle(left), middle(right));
            if !(left > 0.0 && right > 0.0) {
                return if left == right { 1.0 } else { -1.0 };
            }
            (left / right).ln().abs() / FAR.ln()
        }
    };
    (1.0 - far).max(-1.0)
}

/// The middle of a range.
pub(crate) fn middle(quantity: &Quantity) -> f64 {
    f64::midpoint(quantity.low, quantity.high)
}
