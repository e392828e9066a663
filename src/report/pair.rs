//! A pair of texts: whose key it is, what becomes of its numbers, and why it is one.

use super::reasons::reasons;
use crate::compare::{Bar, Kind, Measure, Pair, PairBody, Scale, telling};

/// At most so many measures of a pair are told.
const MOST: usize = 2;

/// Two texts that correspond, or one that stands alone.
#[derive(Debug, Clone, Copy)]
pub struct PairReport<'a> {
    /// The texts.
    pub pair: &'a Pair,
    /// Whether its reasons are told for the whole topic.
    pub(super) has_no_why: bool,
}

/// What becomes of a number.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldMeasure {
    /// What both sides state.
    pub measure: Measure,
    /// The change in words; of several, with what is measured.
    pub words: String,
    /// The one scale for both sides.
    pub scale: Scale,
    /// Where both stand on it.
    pub bars: [Bar; 2],
}

impl<'a> PairReport<'a> {
    /// A pair by itself.
    pub(super) fn new(pair: &'a Pair) -> Self {
        Self { pair, has_no_why: true }
    }

    /// Whether one side has it alone.
    #[must_use]
    pub fn is_alone(self) -> bool {
        matches!(self.pair.kind, Kind::Left | Kind::Right)
    }

    /// The key that both sides have, or the one that the only side has.
    #[must_use]
    pub fn key(self) -> Option<&'a str> {
        shared_key(self.pair)
    }

    /// The same, if it is the key of table rows: that stands apart from the texts.
    #[must_use]
    pub fn row_key(self) -> Option<&'a str> {
        row_key(self.pair)
    }

    /// Why the two correspond, or the only one stands alone, where that was asked.
    #[must_use]
    pub fn why(self) -> Option<String> {
        if self.has_no_why { None } else { reasons(&self.pair.why) }
    }

    /// What is told of the numbers that both sides state.
    #[must_use]
    pub fn measures(self) -> Vec<ToldMeasure> {
        let all = self.pair.measures();
        let all = telling(&all);
        let told = |measure: &&Measure| {
            let (scale, bars) = measure.bars()?;
            // Of several it is said which.
            let words = if all.len() > 1 { measure.named_words() } else { measure.words() };
            Some(ToldMeasure { measure: (*measure).clone(), words, scale, bars })
        };
        all.iter().take(MOST).filter_map(told).collect()
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
