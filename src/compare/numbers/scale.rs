//! One scale for several quantities, so that whatever draws them draws the same bars.

use crate::model::{Quantity, Unit};

/// From this span on, the largest number by the smallest, a linear scale would press the small ones
/// into a dot.
const LOGARITHMIC: f64 = 10.0;

/// A scale that holds some quantities of one unit.
///
/// Shares are drawn from 0 to 100, hours a week from 0. Everything else is drawn from 0, linearly, unless the largest
/// number is ten times the smallest or more: then logarithmically, between the 1, 2 or 5 of a power
/// of ten below the smallest and the one above the largest. Behind an open end there is always room
/// on the scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The number at position 0.
    pub low: f64,
    /// The number at position 1.
    pub high: f64,
    /// Whether equal steps are equal factors instead of equal differences.
    pub logarithmic: bool,
}

/// Where a quantity is on a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Where it begins, from 0 to 1.
    pub start: f64,
    /// How far it is sure; beyond, up to its end, it may be.
    pub sure: f64,
    /// Where it ends, not before it begins; if it is open, the end that is stated.
    pub end: f64,
    /// Whether it goes on beyond its end.
    pub open: bool,
}

impl Scale {
    /// The scale for some quantities of one unit, `None` if there is none or they are all 0.
    #[must_use]
    pub fn over<'a>(quantities: impl IntoIterator<Item = &'a Quantity>) -> Option<Self> {
        let (mut low, mut high, mut open_at) = (f64::INFINITY, 0.0_f64, 0.0_f64);
        let (mut percent, mut hours) = (false, false);
        for quantity in quantities {
            for end in [quantity.low, quantity.high].into_iter().filter(|end| *end > 0.0) {
                low = low.min(end);
                high = high.max(end);
            }
            if quantity.open {
                open_at = open_at.max(quantity.high);
            }
            percent |= quantity.unit == Unit::Percent;
            hours |= quantity.unit == Unit::Effort;
        }
        if !(low.is_finite() && high.is_finite() && high > 0.0) {
            return None;
        }
        if percent {
            return Some(Self { low: 0.0, high: high.max(100.0), logarithmic: false });
        }
        // A week has a fixed number of hours, so hours are drawn on a linear scale.
        let logarithmic = high / low >= LOGARITHMIC && !hours;
        let above = round_up(high);
        let full = open_at > 0.0 && open_at > above * 0.9;
        let high = if full { round_up(above * 1.1) } else { above };
        Some(Self { low: if logarithmic { round_down(low) } else { 0.0 }, high, logarithmic })
    }

    /// Where a number is, from 0 to 1; numbers beyond the scale are at its ends.
    #[must_use]
    pub fn position(self, value: f64) -> f64 {
        let at = if self.logarithmic {
            if value <= self.low {
                return 0.0;
            }
            (value.ln() - self.low.ln()) / (self.high.ln() - self.low.ln())
        } else {
            (value - self.low) / (self.high - self.low)
        };
        at.clamp(0.0, 1.0)
    }

    /// Where a quantity is.
    #[must_use]
    pub fn bar(self, quantity: &Quantity) -> Bar {
        let (start, end) = (self.position(quantity.low), self.position(quantity.high));
        let end = end.max(start);
        Bar { start, sure: end, end, open: quantity.open }
    }

    /// A quantity as a length from 0: first the certain part, then the possible part.
    #[must_use]
    pub fn length(self, quantity: &Quantity) -> Bar {
        let bar = self.bar(quantity);
        Bar { start: 0.0, sure: bar.start, ..bar }
    }
}

/// The next 1, 2 or 5 of a power of ten from a number up.
fn round_up(value: f64) -> f64 {
    let power = power_of_ten(value);
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps.into_iter().find(|step| *step >= value * (1.0 - 1e-9)).unwrap_or(value)
}

/// The next 1, 2 or 5 of a power of ten from a number down.
fn round_down(value: f64) -> f64 {
    let power = power_of_ten(value);
    let steps = [10.0, 5.0, 2.0, 1.0].map(|step| step * power);
    steps.into_iter().find(|step| *step <= value * (1.0 + 1e-9)).unwrap_or(value)
}

fn power_of_ten(value: f64) -> f64 {
    10_f64.powf(value.log10().floor())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::lexicon::quantities;

    /// The scale and its bars as text: "log 10..500: 0.10-0.41+".
    #[track_caller]
    fn check(texts: &[&str], want: &str) {
        let all: Vec<Quantity> = texts.iter().map(|text| quantities(text).remove(0)).collect();
        let Some(scale) = Scale::over(&all) else { return assert_eq!("none", want) };
        let bars = all.iter().map(|quantity| {
            let bar = scale.bar(quantity);
            format!("{:.2}-{:.2}{}", bar.start, bar.end, if bar.open { "+" } else { "" })
        });
        let kind = if scale.logarithmic { "log" } else { "linear" };
        let bars: Vec<String> = bars.collect();
        let shown = format!("{kind} {}..{}: {}", scale.low, scale.high, bars.join(" "));
        assert_eq!(shown, want, "of {texts:?}");
    }

    #[test]
    fn a_wide_span_is_logarithmic() {
        check(&["20-80+ testers", "200-400+ testers"], "log 20..500: 0.00-0.43+ 0.72-0.93+");
        check(&["$5K", "$2M"], "log 5000..2000000: 0.00-0.00 1.00-1.00");
    }

    #[test]
    fn a_small_span_is_linear_from_nothing() {
        check(&["5-7 hrs/week", "2-3 hrs/week"], "linear 0..10: 0.50-0.70 0.20-0.30");
        check(&["up to 5 teams", "2 teams"], "linear 0..5: 0.00-1.00 0.40-0.40");
    }

    #[test]
    fn shares_are_drawn_of_a_hundred() {
        check(&["65%", "25%"], "linear 0..100: 0.65-0.65 0.25-0.25");
        check(&["150%", "1%"], "linear 0..150: 1.00-1.00 0.01-0.01");
    }

    #[test]
    fn behind_an_open_end_there_is_room() {
        check(&["5 teams", "10+ teams"], "linear 0..20: 0.25-0.25 0.50-0.50+");
        check(&["5 teams", "500+ teams"], "log 5..1000: 0.00-0.00 0.87-0.87+");
        check(&["0 teams", "0 teams"], "none");
    }

    proptest! {
        #[test]
        fn every_bar_is_on_its_scale(ends in proptest::collection::vec((0.0..1e15_f64, 0.0..1e15_f64, any::<bool>()), 1..5)) {
            let all: Vec<Quantity> = ends
                .iter()
                .map(|(a, b, open)| Quantity { low: a.min(*b), high: a.max(*b), open: *open, unit: Unit::None, range: 0..0 })
                .collect();
            if let Some(scale) = Scale::over(&all) {
                for quantity in &all {
                    let bar = scale.bar(quantity);
                    prop_assert!(0.0 <= bar.start && bar.start <= bar.end && bar.end <= 1.0, "{scale:?} {bar:?}");
                }
            }
        }
    }
}
