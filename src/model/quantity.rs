//! Numbers that a text states: ranges, percentages, money, time, hours per week, counts of things.

use std::ops::Range;

/// A number or a range of numbers with its unit, normalized: time is in days, effort is in hours per
/// week, "500K" is 500,000.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// The lower end; 0 for "up to 5".
    pub low: f64,
    /// The upper end; the same as the lower one for a single number.
    pub high: f64,
    /// Whether the range has no upper limit: "50+", "at least 50".
    pub open: bool,
    /// What is counted or measured.
    pub unit: Unit,
    /// The bytes of the text that state it, including its unit.
    pub range: Range<usize>,
}

/// What a quantity counts or measures. Only quantities of equal units can be compared.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A share.
    Percent,
    /// Money, by its currency: "$", "€", "EUR".
    Money(String),
    /// Time, in days.
    Time,
    /// Time spent regularly, in hours per week.
    Effort,
    /// Things, by their noun in the singular and in lower case: "engineer".
    Count(String),
    /// A bare number.
    None,
}

impl Quantity {
    /// Its numbers, to a tenth: "4-6", "3+", "3.7".
    #[must_use]
    pub fn figures(&self) -> String {
        let round = |value: f64| (value * 10.0).round() / 10.0;
        let (low, high) = (round(self.low), round(self.high));
        let open = if self.open { "+" } else { "" };
        if low == high { format!("{low}{open}") } else { format!("{low}-{high}{open}") }
    }

    /// Whether two quantities have equal ends; one of them may be open.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
        self.unit == other.unit && near(self.low, other.low) && near(self.high, other.high)
    }

    /// Whether two ranges do not overlap, going by their stated ends.
    #[must_use]
    pub fn is_apart(&self, other: &Self) -> bool {
        (self.high < other.low && !self.open) || (other.high < self.low && !other.open)
    }

    /// Whether the stated range of the other is within the stated range of this one.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.low <= other.low && other.high <= self.high
    }
}
