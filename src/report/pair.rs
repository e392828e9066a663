//! A pair of texts: its key, the change of its numbers, and why it is a pair.

use super::reasons::reasons;
use super::words::kind_name;
use crate::compare::{Bar, Elsewhere, Kind, Measure, Pair, PairBody, Scale, telling};

/// The most measures of a pair that are shown.
const MOST: usize = 2;

/// The sign for two texts that correspond but have almost nothing in common.
pub const WHOLLY_DIFFERENT: &str = "≠";

/// Two texts that correspond, or one that is unmatched.
#[derive(Debug, Clone, Copy)]
pub struct PairReport<'a> {
    /// The texts.
    pub pair: &'a Pair,
    /// Whether its reasons are shown for the whole topic.
    pub(super) has_no_why: bool,
    /// The scale for the hours of all rows around it, if they describe a week.
    pub(super) hours: Option<Scale>,
}

/// The change of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldMeasure {
    /// The change in words; of several, with what is measured. Of hours of a week none: they are shown
    /// for the whole week.
    pub words: String,
    /// The bars of the sides on one scale; a side may have no hours.
    pub bars: [Option<Bar>; 2],
    /// Whether the scale is logarithmic.
    pub logarithmic: bool,
    /// Whether the rows around it are drawn on the same scale.
    pub is_shared: bool,
}

impl<'a> PairReport<'a> {
    /// A pair by itself.
    pub(super) fn new(pair: &'a Pair) -> Self {
        Self { pair, has_no_why: true, hours: None }
    }

    /// Whether one side has it alone.
    #[must_use]
    pub fn is_alone(self) -> bool {
        matches!(self.pair.kind, Kind::Left | Kind::Right)
    }

    /// The sign of its kind, or that for entirely different texts.
    #[must_use]
    pub fn sign(self) -> &'static str {
        if self.pair.is_wholly_different() { WHOLLY_DIFFERENT } else { self.pair.kind.sign() }
    }

    /// What the sign is read out as.
    #[must_use]
    pub fn sign_words(self) -> &'static str {
        if self.pair.is_wholly_different() {
            "entirely different"
        } else {
            kind_name(self.pair.kind)
        }
    }

    /// The key that both sides have, or the one that the only side has.
    #[must_use]
    pub fn key(self) -> Option<&'a str> {
        shared_key(self.pair)
    }

    /// The same, if it is the key of table rows, which has a column of its own.
    #[must_use]
    pub fn row_key(self) -> Option<&'a str> {
        row_key(self.pair)
    }

    /// Why the two correspond, or the only one is unmatched, if that was asked.
    #[must_use]
    pub fn why(self) -> Option<String> {
        if self.has_no_why { None } else { reasons(&self.pair.why) }
    }

    /// The measures that are shown. A number that occurs several times is compared only at its first
    /// place.
    #[must_use]
    pub fn measures(self) -> Vec<ToldMeasure> {
        if matches!(self.pair.elsewhere, Elsewhere::First(_)) {
            return Vec::new();
        }
        if let Some(scale) = self.hours {
            return self.hours_on(scale).into_iter().collect();
        }
        let all = self.pair.measures();
        let all = telling(&all);
        let told = |measure: &&Measure| {
            let (scale, bars) = measure.bars()?;
            // One of several measures is named, and so is one that the key does not name.
            let named = all.len() > 1 || !measure.leads;
            let words = if named { measure.named_words() } else { measure.words() };
            let logarithmic = scale.logarithmic;
            Some(ToldMeasure { words, bars: bars.map(Some), logarithmic, is_shared: false })
        };
        all.iter().take(MOST).filter_map(told).collect()
    }

    fn hours_on(self, scale: Scale) -> Option<ToldMeasure> {
        let hours = self.pair.hours().map(|hours| hours.filter(|hours| hours.high > 0.0));
        let bars = hours.map(|hours| hours.map(|hours| scale.length(&hours)));
        let told = ToldMeasure { words: String::new(), bars, logarithmic: false, is_shared: true };
        bars.iter().any(Option::is_some).then_some(told)
    }
}

/// The key of table rows that both sides of a pair have, or that the only side has.
#[must_use]
pub fn row_key(pair: &Pair) -> Option<&str> {
    let mut parts = [&pair.left, &pair.right].into_iter().flatten();
    let are_rows = parts.all(|part| part.body == PairBody::Row);
    shared_key(pair).filter(|_| are_rows)
}

fn shared_key(pair: &Pair) -> Option<&str> {
    match (&pair.left, &pair.right) {
        (Some(left), Some(right)) => {
            right.key.as_deref().filter(|it| left.key.as_deref() == Some(it))
        }
        (Some(only), None) | (None, Some(only)) => only.key.as_deref(),
        (None, None) => None,
    }
}
