//! What to look for: words or a regular expression, compiled once for all texts.

use std::fmt;
use std::ops::Range;

use regex_automata::meta::{Config, Regex};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Hir, Look};

use crate::search::fold::{Folding, Needle};

/// The most bytes of a compiled regular expression: a larger one would take seconds and much memory.
const MOST_BYTES: usize = 1 << 20;

/// What to look for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// The words, or the regular expression.
    pub words: String,
    /// Whether it is a regular expression.
    pub is_regex: bool,
    /// Whether only whole words match.
    pub whole_words: bool,
}

impl Query {
    /// A query for words.
    #[must_use]
    pub fn words(words: impl Into<String>) -> Self {
        Self { words: words.into(), ..Self::default() }
    }
}

/// Why a regular expression is invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryError {
    /// The column of the fault, from 1; `None` if the whole expression is the fault.
    pub column: Option<usize>,
    /// The fault.
    pub message: String,
}

impl fmt::Display for QueryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column {
            Some(column) => write!(f, "column {column}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

/// A compiled query.
#[derive(Debug, Clone)]
pub(crate) enum Pattern {
    /// Words that must all occur.
    Words { needles: Vec<Needle>, are_whole: bool },
    /// A regular expression.
    Regex(Regex),
}

impl Pattern {
    /// Compiles a query. An empty query has no words.
    pub(crate) fn new(query: &Query) -> Result<Self, QueryError> {
        if query.is_regex && !query.words.is_empty() {
            return regex(query).map(Self::Regex);
        }
        Ok(Self::Words { needles: needles(&query.words), are_whole: query.whole_words })
    }

    /// Whether it matches nothing.
    pub(crate) fn is_empty(&self) -> bool {
        matches!(self, Self::Words { needles, .. } if needles.is_empty())
    }

    /// The matches in a text, in order and without overlap. Each word must be in the text or in the heading
    /// around it, and at least one in the text itself: otherwise, the words of a heading would match every text
    /// below it.
    pub(crate) fn ranges(&self, text: &str, around: &str) -> Vec<Range<usize>> {
        let (needles, are_whole) = match self {
            Self::Words { needles, are_whole } => (needles, *are_whole),
            Self::Regex(regex) => {
                let found = regex.find_iter(text).map(|found| found.range());
                return found.filter(|range| !range.is_empty()).collect();
            }
        };
        let matches = |needle: &Needle, text: &str| {
            let mut found = needle.matches(text);
            found.retain(|range| !are_whole || is_whole(text, range));
            found
        };
        let mut ranges = Vec::new();
        for needle in needles {
            let found = matches(needle, text);
            let is_around = || match are_whole {
                true => !matches(needle, around).is_empty(),
                false => needle.is_in(around),
            };
            if found.is_empty() && !is_around() {
                return Vec::new();
            }
            ranges.extend(found);
        }
        united(ranges)
    }
}

/// Whether no letter or digit is directly before or after a match.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    ![before, after].into_iter().flatten().any(|c| c.is_alphanumeric() || c == '_')
}

/// The words and quoted phrases of a query, without repetitions.
fn needles(query: &str) -> Vec<Needle> {
    let folding = Folding::of(query);
    let mut words: Vec<&str> = Vec::new();
    for (at, piece) in query.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(piece.trim());
        } else {
            words.extend(piece.split_whitespace());
        }
    }
    let mut distinct: Vec<&str> = Vec::new();
    for word in words {
        if !distinct.contains(&word) {
            distinct.push(word);
        }
    }
    distinct.into_iter().map(|word| folding.needle(word)).filter(|n| !n.is_empty()).collect()
}

/// Compiles a regular expression.
fn regex(query: &Query) -> Result<Regex, QueryError> {
    let mut parser = ParserBuilder::new();
    let parser = parser.case_insensitive(!has_capital(&query.words));
    let mut hir = parser.build().parse(&query.words).map_err(|error| fault(&error))?;
    if query.whole_words {
        let [start, end] = [Look::WordStartHalfUnicode, Look::WordEndHalfUnicode].map(Hir::look);
        hir = Hir::concat(vec![start, hir, end]);
    }
    let config =
        Config::new().nfa_size_limit(Some(MOST_BYTES)).onepass_size_limit(Some(MOST_BYTES));
    let built = Regex::builder().configure(config).build_from_hir(&hir);
    built.map_err(|_| QueryError {
        column: None,
        message: "the regular expression is too large".to_owned(),
    })
}

/// Whether a regular expression has a capital letter that stands for itself, and not for a class as in `\W`.
fn has_capital(regex: &str) -> bool {
    let mut chars = regex.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            let is_class = matches!(chars.next(), Some('p' | 'P'));
            if is_class && chars.clone().next() == Some('{') {
                chars.by_ref().find(|c| *c == '}');
            } else if is_class {
                chars.next();
            }
        } else if c.is_uppercase() {
            return true;
        }
    }
    false
}

fn fault(error: &regex_syntax::Error) -> QueryError {
    let (column, message) = match error {
        regex_syntax::Error::Parse(error) => (error.span().start.column, error.kind().to_string()),
        regex_syntax::Error::Translate(error) => {
            (error.span().start.column, error.kind().to_string())
        }
        other => return QueryError { column: None, message: other.to_string() },
    };
    QueryError { column: Some(column), message }
}

/// Ranges in order, with ranges that touch or overlap merged.
fn united(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut united: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match united.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => united.push(range),
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn refused(regex: &str, want: &str) {
        let query = Query { is_regex: true, ..Query::words(regex) };
        assert_eq!(
            Pattern::new(&query).err().map(|error| error.to_string()).as_deref(),
            Some(want)
        );
    }

    #[test]
    fn an_invalid_regular_expression_is_refused_with_the_column() {
        refused("scope (of", "column 7: unclosed group");
        refused("[a", "column 1: unclosed character class");
        refused(r"\w{900}\w{900}", "the regular expression is too large");
    }

    #[test]
    fn a_class_of_capitals_is_no_capital() {
        for (regex, want) in
            [("Own", true), (r"\Wown", false), (r"\p{Lu}own", false), (r"\PLa", false)]
        {
            assert_eq!(has_capital(regex), want, "{regex}");
        }
    }
}
