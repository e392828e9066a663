//! Targets of links that a plain text would lose.

use std::borrow::Cow;

use super::blocks::{list, section};
use crate::model::{Document, Text, web_link};

/// The heading above the targets.
const LINKS: &str = "Links";

/// The document with a list of its external links at the end, but for those that are their own text. A plain
/// text has no other place for the targets.
#[must_use]
pub fn with_link_targets(document: &Document) -> Cow<'_, Document> {
    let mut targets: Vec<String> = Vec::new();
    for step in document.walk() {
        step.texts(&mut |_, text| {
            for told in hidden_targets(text) {
                if !targets.contains(&told) {
                    targets.push(told);
                }
            }
        });
    }
    if targets.is_empty() {
        return Cow::Borrowed(document);
    }
    let mut document = document.clone();
    let items = list(targets.iter().map(Text::plain));
    document.sections.push(section(Text::plain(LINKS), 1, items.into_iter().collect()));
    Cow::Owned(document)
}

/// The links of a text whose targets it does not show: their words and targets.
fn hidden_targets(text: &Text) -> Vec<String> {
    let mut links: Vec<(String, &str)> = Vec::new();
    let mut last = None;
    for span in text.spans() {
        let link =
            span.link.filter(|link| link.place.is_none() && web_link::may_open(&link.target));
        match (link, links.last_mut()) {
            (Some(link), Some((words, _))) if last == Some(link) => words.push_str(span.text),
            (Some(link), _) => links.push((span.text.to_owned(), &link.target)),
            (None, _) => {}
        }
        last = link;
    }
    let is_hidden = |(_, target): &(String, &str)| {
        let bare = target.trim_start_matches("mailto:").trim_end_matches('/');
        !text.as_str().contains(bare)
    };
    let told = links.into_iter().filter(is_hidden);
    told.map(|(words, target)| format!("{}: {target}", words.trim().replace('\n', " "))).collect()
}
