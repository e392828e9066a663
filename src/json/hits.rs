//! Where some words were found.

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::report::HitsReport;
use crate::search::Hit;

/// The hits of a search.
#[must_use]
pub fn hits(report: &HitsReport<'_>) -> String {
    let hits = report.hits().iter().map(|it| hit(report, it));
    let query = &report.query;
    pretty(&json!({
        "query": query.words,
        "regex": query.is_regex,
        "whole_words": query.whole_words,
        "hits": hits.collect::<Value>(),
    }))
}

fn hit(report: &HitsReport<'_>, hit: &Hit) -> Value {
    let document = report.ladder.document(hit.document);
    let matches = hit.ranges.iter().map(|range| &hit.text[range.clone()]);
    json!({
        "title": document.title,
        "section": report.section(hit),
        "file": document.file,
        "line": hit.line,
        "text": hit.text,
        "matches": matches.collect::<Value>(),
    })
}
