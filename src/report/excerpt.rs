//! Excerpts of long texts.

use std::ops::Range;

use crate::compare::Part;
use crate::model::{SpanStyle, Text};

/// A text of more letters is cut.
const LONGEST: usize = 160;

/// How many letters before the changed words are kept when the beginning is cut.
const BEFORE: usize = 40;

/// The sign for the missing part of a cut text.
const CUT: &str = "...";

/// A text on one line, its changed words in bold. A long text is cut around the first changed word.
pub(super) fn excerpt(part: &Part) -> Text {
    let lead = part.key.as_ref().map_or(String::new(), |key| format!("{key}: "));
    let plain = format!("{lead}{}", part.text.as_str()).replace('\n', " ");
    let changed = part.changed.iter().map(|it| it.start + lead.len()..it.end + lead.len());
    let changed: Vec<_> = changed.filter(|range| range.len() < plain.len()).collect();
    let shown = window(&plain, changed.first().map_or(0, |range| range.start));
    let mut text = Text::plain(if shown.start > 0 { CUT } else { "" });
    let mut at = shown.start;
    let bold = SpanStyle { bold: true, ..SpanStyle::default() };
    for range in changed {
        let (from, to) = (range.start.clamp(at, shown.end), range.end.clamp(at, shown.end));
        text.push(&plain[at..from], SpanStyle::default(), None);
        text.push(&plain[from..to], bold, None);
        at = to;
    }
    text.push(&plain[at..shown.end], SpanStyle::default(), None);
    if shown.end < plain.len() {
        text.push(CUT, SpanStyle::default(), None);
    }
    text
}

/// The bytes of a long text that are shown, whole words of it: those around a place.
fn window(text: &str, place: usize) -> Range<usize> {
    if text.chars().count() <= LONGEST {
        return 0..text.len();
    }
    let before = text[..place].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    let start = match place {
        place if text[..place].chars().count() < LONGEST / 2 => 0,
        place => text[before..place].find(' ').map_or(before, |at| before + at + 1),
    };
    let all = text[start..].char_indices().nth(LONGEST).map_or(text.len(), |(at, _)| start + at);
    let end = match all {
        all if all == text.len() => all,
        all => text[start..all].rfind(' ').map_or(all, |at| start + at),
    };
    start..end
}
