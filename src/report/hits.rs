//! The matches of a search in a ladder.

use crate::model::Ladder;
use crate::naming::Labels;
use crate::search::{Hit, search};

/// The query and its matches.
#[derive(Debug)]
pub struct HitsReport<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The words.
    pub query: String,
    /// The matches: titles and headings first.
    pub hits: Vec<Hit>,
    labels: Labels<'a>,
}

impl<'a> HitsReport<'a> {
    /// Searches a ladder.
    #[must_use]
    pub fn new(ladder: &'a Ladder, query: String) -> Self {
        let hits = search(ladder, &query);
        Self { ladder, query, hits, labels: Labels::new(ladder) }
    }

    /// Where a match is. The track comes first if another role has the same label.
    #[must_use]
    pub fn place(&self, hit: &Hit, separator: &str) -> String {
        let label = self.labels.of_document(hit.document);
        match self.section(hit) {
            Some(section) => format!("{label} {separator} {section}"),
            None => label.into_owned(),
        }
    }

    /// The heading that a hit is under.
    #[must_use]
    pub fn section(&self, hit: &Hit) -> Option<String> {
        let document = self.ladder.document(hit.document);
        hit.section.map(|section| document.section(section).title.as_str().to_owned())
    }
}
