//! A pair of texts: how the two compare, what each side says, and which words differ.

use super::spoken::{SpokenItem, capital, one_line, spoken, without_arrows};
use crate::compare::{Kind, Part};
use crate::report::{PairReport, told, unchanged};

/// A text with more letters is followed by the words that differ.
const SHORT: usize = 40;

/// A pair of the sides with these names.
pub(super) fn pair(report: PairReport<'_>, names: [&str; 2]) -> SpokenItem {
    let pair = report.pair;
    let sides = [&pair.left, &pair.right];
    let mut lines = match (sides, pair.kind) {
        ([Some(left), Some(right)], Kind::Changed) => both(report, [left, right], names),
        ([left, right], kind) => {
            let part = right.as_ref().or(left.as_ref());
            let kind = capital(&told(kind, names));
            part.map(|part| format!("{kind}: {}", whole(part))).into_iter().collect()
        }
    };
    lines.extend(report.why().map(|why| format!("Why: {why}.")));
    let spots = sides.into_iter().flatten().map(|part| (part.spot.document, part.spot.line));
    SpokenItem { lines, spots: spots.collect() }
}

/// Both texts of a pair that differs.
fn both(report: PairReport<'_>, parts: [&Part; 2], names: [&str; 2]) -> Vec<String> {
    let key = report.key();
    let kind = capital(report.sign_words());
    let mut lines = vec![match key {
        Some(key) => format!("{kind}: {}", one_line(key)),
        None => format!("{kind}:"),
    }];
    for (part, name) in parts.into_iter().zip(names) {
        let text = if key.is_some() { spoken(&part.text) } else { whole(part) };
        lines.push(format!("{name}: {text}"));
    }
    if !report.pair.is_wholly_different() {
        for (part, word) in parts.into_iter().zip(["Removed", "Added"]) {
            lines.extend(marked(part).map(|words| format!("{word}: {words}")));
        }
    }
    let told = report.measures().into_iter().filter(|told| !told.words.is_empty());
    lines.extend(told.map(|told| format!("In numbers: {}", without_arrows(&told.words))));
    lines
}

/// A text with its key.
pub(super) fn whole(part: &Part) -> String {
    match &part.key {
        Some(key) => format!("{}: {}", one_line(key), spoken(&part.text)),
        None => spoken(&part.text),
    }
}

/// The words that the other side does not have; `None` if they are none or all, or if the text is so short that
/// its difference is heard at once.
pub(super) fn marked(part: &Part) -> Option<String> {
    let text = part.text.as_str();
    if text.chars().count() <= SHORT {
        return None;
    }
    let words = part.changed.iter().filter_map(|range| text.get(range.clone()));
    let words = words.map(|words| one_line(words.trim_matches(is_around)));
    let words: Vec<String> = words.filter(|words| words.contains(char::is_alphanumeric)).collect();
    let words = words.join(", ");
    (!words.is_empty() && words != one_line(text.trim())).then_some(words)
}

/// Whether a character only separates words.
fn is_around(letter: char) -> bool {
    letter.is_whitespace() || [',', ';', ':', '.', '(', ')'].contains(&letter)
}

/// That some rows are not read since they are unchanged.
pub(super) fn left_out(count: usize) -> Option<String> {
    (count > 0).then(|| format!("Not shown: {}.", unchanged(count)))
}
