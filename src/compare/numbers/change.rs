//! What becomes of a number from the left to the right, in words that say which way it goes.

use crate::model::{Quantity, Unit};

/// Less than this many times, two ranges are about the same.
const NOTABLE: f64 = 1.2;

/// Fewer percentage points than this between the middles of ranges are about the same.
const POINTS: f64 = 1.0;

/// Fewer percentage points than this are a rounding error of floating point.
const LEAST_POINTS: f64 = 1e-9;

/// What may be wrong in a factor for want of digits: 6 is 1.2 times 5.
const TOLERANCE: f64 = 1e-9;

/// How a quantity on the right compares with one on the left.
///
/// Ranges are compared by their middles. The middle of a range is the geometric one, since sizes grow
/// by factors: 15 to 50 has its middle at 27, and 100 to 500 at 224, which is 8 times as much. Of a
/// range that begins at nothing it is the half. Shares are set apart by the points between their
/// arithmetic middles instead. An open range counts as if it ended where its stated end is; if only one
/// side is open, the change is a [`Bound`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Both state the same numbers.
    Same,
    /// The right is this many times the left; less than 1 if it is smaller.
    Times {
        /// The right's middle by the left's.
        factor: f64,
        /// Whether it may be more or less, since one side is open.
        bound: Bound,
    },
    /// The right is this many percentage points more than the left; negative if it is less.
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

/// What changes: it decides how growing and shrinking are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// How large something is.
    Size,
    /// How many things there are.
    Number,
    /// How much of something there is.
    Amount,
    /// How long something takes or reaches.
    Duration,
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
        let bound = Bound::of(left, right);
        if left.unit == Unit::Percent {
            let single = |q: &Quantity| q.low == q.high && !q.open;
            let exact = single(left) && single(right);
            let middle = |q: &Quantity| f64::midpoint(q.low, q.high);
            return Self::Points { more: middle(right) - middle(left), bound, exact };
        }
        let (from, to) = (middle(left), middle(right));
        if !(from > 0.0 && to > 0.0) {
            return Self::FromNothing;
        }
        Self::Times { factor: to / from, bound }
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
            Self::Times { factor, bound } => {
                Self::Times { factor: 1.0 / factor, bound: bound.swapped() }
            }
            Self::Points { more, bound, exact } => {
                Self::Points { more: -more, bound: bound.swapped(), exact }
            }
            other => other,
        }
    }

    /// In words: "8x larger", "2x longer or more", "30 points down"; empty if there is nothing to say.
    #[must_use]
    pub fn words(self, extent: Extent) -> String {
        match self {
            Self::Same => "the same".to_owned(),
            Self::FromNothing => String::new(),
            Self::Times { bound, .. } | Self::Points { bound, .. }
                if bound != Bound::None && !self.is_notable() =>
            {
                String::new()
            }
            _ if !self.is_notable() => "about the same".to_owned(),
            Self::Times { factor, bound } => {
                bounded(&format!("{}x", times(self.size(), bound)), extent.way(factor > 1.0), bound)
            }
            Self::Points { more, bound, exact } => bounded(
                &points(more.abs(), bound, exact),
                if more > 0.0 { "up" } else { "down" },
                bound,
            ),
        }
    }
}

impl Extent {
    fn way(self, grows: bool) -> &'static str {
        match (self, grows) {
            (Self::Size, true) => "larger",
            (Self::Size, false) => "smaller",
            (Self::Number | Self::Amount, true) => "more",
            (Self::Number, false) => "fewer",
            (Self::Amount, false) => "less",
            (Self::Duration, true) => "longer",
            (Self::Duration, false) => "shorter",
        }
    }
}

/// By how much and which way. Where it may be more, that is said behind a way that reads well with
/// "or more", and else before it.
fn bounded(size: &str, way: &str, bound: Bound) -> String {
    match way {
        _ if bound == Bound::None => format!("{size} {way}"),
        "larger" | "longer" => format!("{size} {way} or more"),
        _ => format!("at least {size} {way}"),
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

/// Percentage points, rounded down if they are a lower bound.
fn points(size: f64, bound: Bound, exact: bool) -> String {
    let points = match bound {
        Bound::None if exact => to_hundredths(size),
        Bound::None => size.round(),
        Bound::AtLeast | Bound::AtMost => down(size),
    };
    let noun = if points == 1.0 { "point" } else { "points" };
    format!("{points} {noun}")
}

/// To a hundredth; smaller values to two digits, since they would round to 0.
fn to_hundredths(value: f64) -> f64 {
    let digits = if value < 0.01 { 1.0 - value.log10().floor() } else { 2.0 };
    let parts = 10_f64.powf(digits);
    (value * parts).round() / parts
}

/// A factor of one or more, rounded to what the eye takes in, down where it must be sure: tenths up
/// to two, halves up to four, then whole numbers, of large ones two digits.
fn times(factor: f64, bound: Bound) -> f64 {
    let round = if bound == Bound::None { f64::round } else { down };
    match factor {
        ..2.0 => round(factor * 10.0) / 10.0,
        ..4.0 => round(factor * 2.0) / 2.0,
        ..100.0 => round(factor),
        _ => {
            let unit = 10_f64.powf(factor.log10().floor() - 1.0);
            round(factor / unit) * unit
        }
    }
}

/// Rounded down to a whole number, except values that are whole up to a rounding error.
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
        assert_eq!(change.words(Extent::Size), want, "{left} to {right}");
        let back = Change::between(&of(right), &of(left));
        let swapped = change.swapped();
        assert_eq!(back.words(Extent::Size), swapped.words(Extent::Size), "{right} to {left}");
    }

    #[test]
    fn a_factor_is_between_the_middles() {
        check("15-45+ testers", "90-400+ testers", "7x larger");
        check("2-3 teams", "4-9 teams", "2.5x larger");
        check("10 people", "20 people", "2x larger");
        check("10 people", "13 people", "1.3x larger");
        check("30 people", "500 people", "17x larger");
        check("3 people", "4000 people", "1300x larger");
        check("5-7 hrs/week", "2-3 hrs/week", "2.5x smaller");
        check("4-6 hrs/week", "2-3 hrs/week", "2x smaller");
        check("300 people", "4 people", "75x smaller");
        check("up to 5 teams", "10 teams", "4x larger");
        check("6 months", "1 year", "2x larger");
    }

    #[test]
    fn growing_and_shrinking_have_the_words_of_what_changes() {
        let words = |factor, bound, extent| Change::Times { factor, bound }.words(extent);
        assert_eq!(words(8.0, Bound::None, Extent::Number), "8x more");
        assert_eq!(words(0.125, Bound::None, Extent::Number), "8x fewer");
        assert_eq!(words(2.5, Bound::AtLeast, Extent::Duration), "2.5x longer or more");
        assert_eq!(words(0.4, Bound::AtMost, Extent::Duration), "at least 2.5x shorter");
        assert_eq!(words(2.0, Bound::AtLeast, Extent::Number), "at least 2x more");
    }

    #[test]
    fn an_open_end_on_one_side_bounds_the_factor() {
        check("10 people", "50+ people", "5x larger or more");
        check("50+ people", "10 people", "at least 5x smaller");
        check("10+ people", "50+ people", "5x larger");
        check("10-30 people", "10+ people", "");
    }

    #[test]
    fn beside_a_bound_no_more_is_said_than_is_sure() {
        check("10 people", "39+ people", "3.5x larger or more");
        check("50 people", "98+ people", "1.9x larger or more");
        check("10 people", "1299+ people", "120x larger or more");
        check("10 people", "12+ people", "1.2x larger or more");
        check("50+ people", "11 people", "at least 4x smaller");
        check("100+ people", "51 people", "at least 1.9x smaller");
        check("100+ people", "49 people", "at least 2x smaller");
        check("98+ people", "50 people", "at least 1.9x smaller");
        check("at least 90%", "95%", "");
        check("90%", "at least 95%", "at least 5 points up");
        check("90%+", "82.5%", "at least 7 points down");
    }

    #[test]
    fn what_differs_little_is_about_the_same() {
        check("10-20 people", "11-21 people", "about the same");
        check("10 people", "11 people", "about the same");
        check("5 people", "6 people", "1.2x larger");
        check("10 people", "12 people", "1.2x larger");
        check("25 people", "30 people", "1.2x larger");
        check("30 people", "25 people", "1.2x smaller");
        check("5-7 people", "5-7 people", "the same");
        check("0 people", "7 people", "");
    }

    #[test]
    fn shares_differ_by_points() {
        check("65%", "25%", "40 points down");
        check("20-30%", "50-70%", "35 points up");
        check("99.9%", "99.99%", "0.09 points up");
        check("99.999%", "99.9999%", "0.0009 points up");
        check("10%", "11%", "1 point up");
        check("40-60%", "50%", "about the same");
    }
}
