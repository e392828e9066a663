//! What becomes of a number from the left to the right, in words that claim no more than the
//! numbers say.

use crate::model::{Quantity, Unit};

/// Less than this many times, two ranges are about the same.
const NOTABLE: f64 = 1.2;

/// Fewer percentage points than this between the middles of ranges are about the same.
const POINTS: f64 = 1.0;

/// Fewer percentage points than this are what is left of a difference of nothing in floating point.
const LEAST_POINTS: f64 = 1e-9;

/// What may be wrong in a factor for want of digits: 6 is 1.2 times 5.
const TOLERANCE: f64 = 1e-9;

/// How a quantity on the right stands to one on the left.
///
/// Ranges are compared by their middles. The middle of a range is the geometric one, since sizes
/// grow by factors: 15 to 50 has its middle at 27, and 100 to 500 at 224, which is 8 times as much.
/// Of a range that begins at nothing it is the half. Shares are set apart by the points between
/// their arithmetic middles instead. An open range counts as if it ended where its stated end is;
/// where only one side is open, the change is a [`Bound`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Both state the same numbers.
    Same,
    /// The right is this many times the left, less than one where it is less.
    Times {
        /// The right's middle by the left's.
        factor: f64,
        /// Whether it may be more or less, since one side is open.
        bound: Bound,
        /// Whether both sides are single numbers.
        exact: bool,
    },
    /// The right is so many percentage points more than the left, less where negative.
    Points {
        /// The points between the middles.
        more: f64,
        /// Whether it may be more or less, since one side is open.
        bound: Bound,
        /// Whether both sides are single numbers.
        exact: bool,
    },
    /// One side is nothing, so that no factor says anything.
    FromNothing,
}

/// Which way a change may be off, since one of the two ranges is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// Neither is open, or both are.
    None,
    /// The right is open: it is this factor, or as many points more, or more.
    AtLeast,
    /// The left is open: it is this factor, or as many points more, or less.
    AtMost,
}

impl Bound {
    fn of(left: &Quantity, right: &Quantity) -> Self {
        match (left.open, right.open) {
            (false, true) => Self::AtLeast,
            (true, false) => Self::AtMost,
            _ => Self::None,
        }
    }

    /// The size of a change that is certain whichever it turns out to be: upwards, downwards or
    /// whichever way it goes.
    fn least(self, up: f64, down: f64, either: f64) -> f64 {
        match self {
            Self::None => either,
            Self::AtLeast => up,
            Self::AtMost => down,
        }
    }

    fn swapped(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
        }
    }
}

impl Change {
    /// From one quantity to another of the same unit.
    #[must_use]
    pub fn between(left: &Quantity, right: &Quantity) -> Self {
        if left.low == right.low && left.high == right.high && left.open == right.open {
            return Self::Same;
        }
        let single = |q: &Quantity| q.low == q.high && !q.open;
        let exact = single(left) && single(right);
        let bound = Bound::of(left, right);
        if left.unit == Unit::Percent {
            let middle = |q: &Quantity| f64::midpoint(q.low, q.high);
            return Self::Points { more: middle(right) - middle(left), bound, exact };
        }
        let (from, to) = (middle(left), middle(right));
        if !(from > 0.0 && to > 0.0) {
            return Self::FromNothing;
        }
        Self::Times { factor: to / from, bound, exact }
    }

    /// Whether it is worth a reader's while: no less than 1.2 times, or a percentage point. A change
    /// that may be more or less says nothing unless it is so whichever it turns out to be.
    #[must_use]
    pub fn is_notable(self) -> bool {
        match self {
            Self::Same | Self::FromNothing => false,
            Self::Times { factor, .. } if !factor.is_normal() => false,
            Self::Times { factor, bound, .. } => {
                let factor = bound.least(factor, 1.0 / factor, self.size());
                factor >= NOTABLE - TOLERANCE
            }
            Self::Points { more, bound, exact } => {
                let least = if exact { LEAST_POINTS } else { POINTS };
                bound.least(more, -more, more.abs()) >= least
            }
        }
    }

    /// How large it is, whichever way it goes, for putting changes in order: the factor, or what
    /// factor as many points are worth.
    #[must_use]
    pub fn size(self) -> f64 {
        match self {
            Self::Same | Self::FromNothing => 1.0,
            Self::Times { factor, .. } => factor.max(1.0 / factor),
            Self::Points { more, .. } => 1.0 + more.abs() / 25.0,
        }
    }

    /// The change as seen from the right.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Times { factor, bound, exact } => {
                Self::Times { factor: 1.0 / factor, bound: bound.swapped(), exact }
            }
            Self::Points { more, bound, exact } => {
                Self::Points { more: -more, bound: bound.swapped(), exact }
            }
            other => other,
        }
    }

    /// In words: "about 8 times", "2 times or more", "about half of it", "30 points less", "at least 5
    /// points more"; empty where there is nothing to say.
    #[must_use]
    pub fn words(self) -> String {
        self.words_for("")
    }

    /// In words, with some behind a number of times: "about 2 times as long".
    pub(crate) fn words_for(self, behind: &str) -> String {
        match self {
            Self::Same => "the same".to_owned(),
            Self::FromNothing => String::new(),
            Self::Times { bound, .. } | Self::Points { bound, .. }
                if bound != Bound::None && !self.is_notable() =>
            {
                String::new()
            }
            _ if !self.is_notable() => "about the same".to_owned(),
            Self::Times { factor, bound, exact } => times(factor, bound, exact, behind),
            Self::Points { more, bound, exact } => points(more, bound, exact),
        }
    }
}

/// The middle of a range by factors; of one from nothing, its half.
fn middle(quantity: &Quantity) -> f64 {
    if quantity.low == quantity.high {
        // The root of its square may be another number.
        quantity.low
    } else if quantity.low > 0.0 {
        // The root of either end: their product may be too large a number.
        quantity.low.sqrt() * quantity.high.sqrt()
    } else {
        quantity.high / 2.0
    }
}

fn points(more: f64, bound: Bound, exact: bool) -> String {
    let size = more.abs();
    let (lead, points) = match bound {
        Bound::None if exact => ("", to_hundredths(size)),
        Bound::None => ("about ", size.round()),
        Bound::AtLeast | Bound::AtMost => ("at least ", down(size)),
    };
    let noun = if points == 1.0 { "point" } else { "points" };
    let way = if more > 0.0 { "more" } else { "less" };
    format!("{lead}{points} {noun} {way}")
}

/// To a hundredth; of what is less two digits, since nothing would be left of them.
fn to_hundredths(value: f64) -> f64 {
    let digits = if value < 0.01 { 1.0 - value.log10().floor() } else { 2.0 };
    let parts = 10_f64.powf(digits);
    (value * parts).round() / parts
}

fn times(factor: f64, bound: Bound, exact: bool, behind: &str) -> String {
    // What is at least so much is rounded down, and what is at most so much up: no more is said than
    // is sure.
    let sure = bound != Bound::None;
    let (mut words, value) = if factor >= 1.0 { whole(factor, sure) } else { part(factor, sure) };
    if factor >= 1.0 {
        words.push_str(behind);
    }
    let certain = exact && (value / factor - 1.0).abs() < 1e-6;
    match bound {
        Bound::AtLeast => format!("{words} or more"),
        Bound::AtMost => format!("{words} or less"),
        Bound::None if certain => words,
        Bound::None => format!("about {words}"),
    }
}

/// A factor of one or more, rounded to what the eye takes in, down where it must be sure: tenths up
/// to two, halves up to four, then whole numbers, of large ones two digits.
fn whole(factor: f64, sure: bool) -> (String, f64) {
    let round = if sure { down } else { f64::round };
    let value = match factor {
        ..2.0 => round(factor * 10.0) / 10.0,
        ..4.0 => round(factor * 2.0) / 2.0,
        ..100.0 => round(factor),
        _ => {
            let unit = 10_f64.powf(factor.log10().floor() - 1.0);
            round(factor / unit) * unit
        }
    };
    (format!("{value} times"), value)
}

/// A factor below one, up where it must be sure: a fraction that has a name where it is near to one,
/// else one in figures, else a percentage.
fn part(factor: f64, sure: bool) -> (String, f64) {
    if let Some((value, name)) = named(factor, sure) {
        return (format!("{name} of it"), value);
    }
    // What is rounded is the factor the other way round, so that both ways say the same.
    let (words, times) = whole(1.0 / factor, sure);
    if times.fract() == 0.0 {
        let value = 1.0 / times;
        let name = named(value, true).map_or_else(
            || format!("1/{}", words.trim_end_matches(" times")),
            |(_, name)| name.to_owned(),
        );
        return (format!("{name} of it"), value);
    }
    let twentieths = 20.0 / times;
    let percent = if sure { -down(-twentieths) } else { twentieths.round() } * 5.0;
    (format!("{percent}% of it"), percent / 100.0)
}

/// The fraction with a name that is near to a factor, and not less where it must be sure.
fn named(factor: f64, sure: bool) -> Option<(f64, &'static str)> {
    const NAMED: [(f64, &str); 5] = [
        (3.0 / 4.0, "three quarters"),
        (2.0 / 3.0, "two thirds"),
        (1.0 / 2.0, "half"),
        (1.0 / 3.0, "a third"),
        (1.0 / 4.0, "a quarter"),
    ];
    let near = if sure { 1.0 - TOLERANCE..1.08 } else { 0.92..1.08 };
    NAMED.into_iter().find(|(value, _)| near.contains(&(value / factor)))
}

/// Down to a whole number, but for what is one up to its last digits.
fn down(value: f64) -> f64 {
    (value + 1e-6).floor()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::quantities;

    #[track_caller]
    fn check(left: &str, right: &str, want: &str) {
        let of = |text| quantities(text).remove(0);
        let change = Change::between(&of(left), &of(right));
        assert_eq!(change.words(), want, "{left} to {right}");
        let back = Change::between(&of(right), &of(left));
        assert_eq!(back.words(), change.swapped().words(), "{right} to {left}");
    }

    #[test]
    fn a_factor_is_between_the_middles() {
        check("15-45+ testers", "90-400+ testers", "about 7 times");
        check("2-3 teams", "4-9 teams", "about 2.5 times");
        check("10 people", "20 people", "2 times");
        check("10 people", "13 people", "1.3 times");
        check("30 people", "500 people", "about 17 times");
        check("3 people", "4000 people", "about 1300 times");
        check("5-7 hrs/week", "2-3 hrs/week", "about 40% of it");
        check("4-6 hrs/week", "2-3 hrs/week", "about half of it");
        check("300 people", "4 people", "1/75 of it");
        check("up to 5 teams", "10 teams", "about 4 times");
        check("6 months", "1 year", "2 times");
    }

    #[test]
    fn an_open_end_on_one_side_bounds_the_factor() {
        check("10 people", "50+ people", "5 times or more");
        check("50+ people", "10 people", "1/5 of it or less");
        check("10+ people", "50+ people", "about 5 times");
        check("10-30 people", "10+ people", "");
    }

    #[test]
    fn beside_a_bound_no_more_is_said_than_is_sure() {
        check("10 people", "39+ people", "3.5 times or more");
        check("50 people", "98+ people", "1.9 times or more");
        check("10 people", "1299+ people", "120 times or more");
        check("10 people", "12+ people", "1.2 times or more");
        check("50+ people", "11 people", "a quarter of it or less");
        check("100+ people", "51 people", "55% of it or less");
        check("100+ people", "49 people", "half of it or less");
        check("98+ people", "50 people", "55% of it or less");
        check("at least 90%", "95%", "");
        check("90%", "at least 95%", "at least 5 points more");
        check("90%+", "82.5%", "at least 7 points less");
    }

    #[test]
    fn what_differs_little_is_about_the_same() {
        check("10-20 people", "11-21 people", "about the same");
        check("10 people", "11 people", "about the same");
        check("5 people", "6 people", "1.2 times");
        check("10 people", "12 people", "1.2 times");
        check("25 people", "30 people", "1.2 times");
        check("30 people", "25 people", "about 85% of it");
        check("5-7 people", "5-7 people", "the same");
        check("0 people", "7 people", "");
    }

    #[test]
    fn shares_differ_by_points() {
        check("65%", "25%", "40 points less");
        check("20-30%", "50-70%", "about 35 points more");
        check("99.9%", "99.99%", "0.09 points more");
        check("99.999%", "99.9999%", "0.0009 points more");
        check("10%", "11%", "1 point more");
        check("40-60%", "50%", "about the same");
    }
}
