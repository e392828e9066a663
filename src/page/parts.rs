//! The two sides of a pair as texts, with their key or bullet and the changed words.

use std::ops::Range;

use crate::compare::{Pair, PairBody, Part};
use crate::model::{SpanStyle, Text};

pub(super) fn lead_of(part: &Part) -> Text {
    let mut lead = Text::default();
    if let PairBody::Item(depth) = part.body
        && depth > 0
    {
        lead.push(&format!("{}- ", "  ".repeat(depth - 1)), SpanStyle::default(), None);
    }
    if let Some(key) = &part.key {
        lead.push(key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        lead.push(": ", SpanStyle::default(), None);
    }
    lead
}

pub(super) fn with_key(part: &Part) -> Text {
    let mut text = lead_of(part);
    text.push_text(&part.text);
    text
}

/// The part of a pair with one part: its side, 0 for the left, and the part.
pub(super) fn lone_part(pair: &Pair) -> (usize, &Part) {
    match (&pair.left, &pair.right) {
        (Some(part), _) => (0, part),
        (None, Some(part)) => (1, part),
        (None, None) => unreachable!("a pair has at least one side"),
    }
}

/// The bytes of the changed words in the text as it is set, which may begin with its key.
pub(super) fn changed_words(part: &Part, key_apart: bool) -> Vec<Range<usize>> {
    let shift = if key_apart { 0 } else { lead_of(part).as_str().len() };
    part.changed.iter().map(|range| range.start + shift..range.end + shift).collect()
}
