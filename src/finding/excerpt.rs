//! The part of a source line that a finding shows, and the carets below it.

use unicode_width::UnicodeWidthChar;

use crate::model::clean;

/// Characters of a source line that are shown; a longer line is clipped around the column.
const SHOWN: usize = 100;

/// The part of a source line around a column, and a line with carets below the characters
/// there.
pub(crate) fn clip(source: &str, column: usize, length: usize) -> (String, String) {
    let shown: Vec<char> = source.chars().map(visible).collect();
    let at = (column - 1).min(shown.len());
    let start = if shown.len() > SHOWN { at.saturating_sub(SHOWN / 2) } else { 0 };
    let end = (start + SHOWN).min(shown.len());
    let columns = |from: usize, to: usize| -> usize {
        let part = shown.get(from..to.min(end)).unwrap_or_default();
        part.iter().map(|c| c.width().unwrap_or(0)).sum()
    };
    let (left, right) =
        (if start > 0 { "…" } else { "" }, if end < shown.len() { "…" } else { "" });
    let part: String = shown.get(start..end).unwrap_or_default().iter().collect();
    let before = " ".repeat(columns(start, at) + usize::from(start > 0));
    let carets = "^".repeat(columns(at, at + length).max(1));
    (format!("{left}{part}{right}").trim_end().to_owned(), before + &carets)
}

/// A replacement for a character that must not or cannot be shown.
fn visible(c: char) -> char {
    clean::line(c.encode_utf8(&mut [0; 4])).chars().next().unwrap_or('\u{FFFD}')
}
