//! The matches of a search in a ladder.

use std::collections::HashMap;

use super::words::number;
use crate::model::{DocumentId, Ladder};
use crate::naming::Labels;
use crate::search::{FoundHits, Hit, Query, QueryError, search};

/// The query and its matches.
#[derive(Debug)]
pub struct HitsReport<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The query.
    pub query: Query,
    found: FoundHits,
    labels: Labels<'a>,
}

/// The matches in one role or page.
#[derive(Debug)]
pub struct HitGroup<'r> {
    /// The role or page.
    pub title: String,
    /// How many matches it has.
    pub count: usize,
    /// Those that are listed.
    pub hits: Vec<&'r Hit>,
}

impl HitGroup<'_> {
    /// The count in words: that of the matches that are listed too, if not all are.
    #[must_use]
    pub fn count_words(&self) -> String {
        let Self { count, hits, .. } = self;
        if hits.len() < *count { format!("{} of {count}", hits.len()) } else { count.to_string() }
    }
}

impl<'a> HitsReport<'a> {
    /// Searches a ladder.
    ///
    /// # Errors
    /// If the regular expression is invalid.
    pub fn new(ladder: &'a Ladder, query: Query) -> Result<Self, QueryError> {
        let found = search(ladder, &query)?;
        Ok(Self::of(ladder, query, found))
    }

    /// The report of matches that were found.
    #[must_use]
    pub fn of(ladder: &'a Ladder, query: Query, found: FoundHits) -> Self {
        Self { ladder, query, found, labels: Labels::new(ladder) }
    }

    /// The matches: titles and headings first.
    #[must_use]
    pub fn hits(&self) -> &[Hit] {
        &self.found.hits
    }

    /// The matches by role or page. Those with the best match come first.
    #[must_use]
    pub fn groups(&self) -> Vec<HitGroup<'_>> {
        let mut groups: Vec<HitGroup<'_>> = Vec::new();
        let mut places: HashMap<DocumentId, usize> = HashMap::new();
        for hit in self.hits() {
            let place = *places.entry(hit.document).or_insert_with(|| {
                let count = self.found.counts.get(&hit.document).copied().unwrap_or(0);
                let title = self.labels.of_document(hit.document).into_owned();
                groups.push(HitGroup { title, count, hits: Vec::new() });
                groups.len() - 1
            });
            groups[place].hits.push(hit);
        }
        groups
    }

    /// How many matches there are, in words; empty if there are none.
    #[must_use]
    pub fn count_words(&self) -> String {
        let (total, listed) = (self.found.total(), self.hits().len());
        let places = number(self.found.counts.len(), "document");
        match (total, listed) {
            (0, _) => String::new(),
            (1, _) => "1 match".to_owned(),
            (total, listed) if listed < total => {
                format!("best {listed} of {total} matches in {places}")
            }
            (total, _) => format!("{total} matches in {places}"),
        }
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
