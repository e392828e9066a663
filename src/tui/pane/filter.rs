//! The words that narrow a list.

use crate::search::{Pattern, Query};

/// The words that narrow a list; none at first.
#[derive(Debug, Clone, Default)]
pub(crate) struct ListFilter {
    words: String,
    /// `None` if everything fits.
    pattern: Option<Pattern>,
}

impl ListFilter {
    pub(crate) fn new(words: &str) -> Self {
        let pattern = Pattern::new(&Query::words(words)).ok().filter(|it| !it.is_empty());
        Self { words: words.to_owned(), pattern }
    }

    pub(crate) fn words(&self) -> &str {
        &self.words
    }

    /// Whether it narrows anything.
    pub(crate) fn is_on(&self) -> bool {
        self.pattern.is_some()
    }

    /// Whether a row has all the words, in itself or in its heading, and at least one in itself.
    pub(crate) fn fits(&self, row: &str, heading: &str) -> bool {
        self.pattern.as_ref().is_none_or(|pattern| !pattern.ranges(row, heading).is_empty())
    }

    /// The title of a list that it narrows.
    pub(crate) fn title(&self, listed: usize, total: usize) -> String {
        format!("/{}: {listed} of {total}", self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_must_be_in_a_row_or_its_heading() {
        let fits = |words: &str| ListFilter::new(words).fits("Level 3 (Senior)", "Mobile");
        assert!(["", "  ", "3", "senior lev", "mobile 3"].into_iter().all(fits));
        assert!(!["mobile", "level 4", "Mobile senior Level x"].into_iter().any(fits));
    }
}
