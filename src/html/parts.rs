//! What tables of all kinds hold: a sign, a key, a text with its source.

use std::ops::Range;

use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{PairBody, Part, Spot};
use crate::model::DocumentId;

/// Items by how deep they nest.
const DEPTHS: [&str; 4] = ["words", "words d1", "words d2", "words d3"];

/// Writes a text: its key first unless that has its own column, its changed words in `tag`, and its
/// source at the end.
pub(super) fn write(
    html: &mut Html,
    part: &Part,
    key_apart: bool,
    tag: &'static str,
    source: &str,
) {
    let class = match part.body {
        PairBody::Item(depth) => DEPTHS.get(depth).copied().unwrap_or("words d3"),
        PairBody::Code => "words code",
        PairBody::Row | PairBody::Prose => "words",
    };
    html.element("div", &[("class", class), FOREIGN[0], FOREIGN[1]], |html| {
        if let Some(key) = part.key.as_ref().filter(|_| !key_apart) {
            html.element("b", &[], |html| text::lines(html, key));
            html.text(": ");
        }
        text::write(html, &part.text, &part.changed, tag);
        html.text(" ");
        html.words("small", &[("class", "source"), ("dir", "ltr")], source);
    });
}

/// The bytes of a text to mark. If nothing is shared there is nothing to point at.
pub(super) fn changed(part: &Part) -> &[Range<usize>] {
    let all = part.text.as_str().len();
    let whole = part.changed.iter().any(|range| range.len() >= all);
    if whole { &[] } else { &part.changed }
}

/// Why texts correspond or are unmatched, if that was asked.
pub(super) fn why(html: &mut Html, why: Option<String>) {
    let Some(words) = why else { return };
    html.element("p", &[("class", "about")], |html| {
        html.text("why: ");
        text::name(html, &words);
    });
}

/// A line of the program about what is above or below it.
pub(super) fn about(html: &mut Html, words: &str) {
    html.words("p", &[("class", "about")], words);
    html.end_line();
}

/// Where a text is: the line, and the file if it differs from the file that is named around it.
pub(super) fn source(around: Option<DocumentId>, spot: &Spot) -> String {
    if around == Some(spot.document) {
        return format!(":{}", spot.line);
    }
    format!("{}:{}", spot.file, spot.line)
}

/// A sign, with words for screen readers.
pub(super) fn told_sign(html: &mut Html, sign: &str, words: &str) {
    html.words("span", &[("class", "sign"), ("aria-hidden", "true")], sign);
    html.element("span", &[("class", "told")], |html| {
        html.text(words);
        html.text(": ");
    });
}

/// The cell of a key, if there is a column of them.
pub(super) fn key_cell(html: &mut Html, keyed: bool, key: Option<&str>) {
    match key {
        Some(key) => {
            let attributes = [("class", "key"), ("scope", "row"), FOREIGN[0], FOREIGN[1]];
            html.element("th", &attributes, |html| text::lines(html, key));
        }
        None if keyed => html.words("td", &[("class", "key")], ""),
        None => {}
    }
}
