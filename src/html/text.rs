//! Texts of documents: their styling, their links, and the words of them that changed.

use std::ops::Range;

use super::writer::Html;
use crate::model::web_link::leads_outward;
use crate::model::{Link, Span, Text};

/// The attributes of an element that holds words of a document: its language is not known, and its
/// direction is that of its letters.
pub(super) const FOREIGN: [(&str, &str); 2] = [("lang", ""), ("dir", "auto")];

/// Writes a text. Words in `changed`, bytes of its plain form, are in `tag`.
pub(super) fn write(html: &mut Html, text: &Text, changed: &[Range<usize>], tag: &'static str) {
    let mut start = 0;
    for span in text.spans() {
        let end = start + span.text.len();
        let mut at = start;
        for range in changed.iter().filter(|range| range.start < end && range.end > start) {
            let (from, to) = (range.start.max(at), range.end.min(end));
            piece(html, span, at - start..from - start, None);
            piece(html, span, from - start..to - start, Some(tag));
            at = to;
        }
        piece(html, span, at - start..end - start, None);
        start = end;
    }
}

/// Words of a document inside a sentence of ours: they must not turn it round.
pub(super) fn name(html: &mut Html, name: &str) {
    html.words("bdi", &[("lang", "")], name);
}

fn piece(html: &mut Html, span: Span<'_>, range: Range<usize>, mark: Option<&'static str>) {
    let Some(words) = span.text.get(range).filter(|words| !words.is_empty()) else { return };
    let link = span.link.and_then(outward);
    let style = span.style;
    let tags = [
        (mark.is_some(), mark.unwrap_or("ins")),
        (style.bold, "b"),
        (style.italic, "i"),
        (style.strike, "s"),
        (style.code, "code"),
    ];
    let tags = tags.iter().filter(|(wanted, _)| *wanted).map(|(_, tag)| *tag);
    let tags: Vec<&'static str> = tags.collect();
    match link {
        Some(target) => {
            let attributes = [("href", target), ("rel", "noopener noreferrer nofollow")];
            html.element("a", &attributes, |html| nested(html, &tags, words));
        }
        None => nested(html, &tags, words),
    }
}

fn nested(html: &mut Html, tags: &[&'static str], words: &str) {
    match tags.split_first() {
        Some((tag, inner)) => html.element(tag, &[], |html| nested(html, inner, words)),
        None => lines(html, words),
    }
}

/// Words with the line breaks that their author asked for.
pub(super) fn lines(html: &mut Html, words: &str) {
    for (i, line) in words.split('\n').enumerate() {
        if i > 0 {
            html.lone("br", &[]);
        }
        html.text(line);
    }
}

/// The target of a link that leads to the web or to a mailbox. All other links lead to files next to
/// the documents, not next to this page, or are unsafe.
fn outward(link: &Link) -> Option<&str> {
    let target = link.target.trim();
    (link.place.is_none() && leads_outward(target)).then_some(target)
}
