//! Full-text search through the ladder.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::model::{Block, Document, DocumentId, Ladder, SectionId, Step, Text};
use crate::search::query::{Pattern, Query, QueryError};

/// How many documents are searched together.
const CHUNK: usize = 32;

/// A block of the ladder with a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its document; for the name of a counterpart, the first document that mentions it.
    pub document: DocumentId,
    /// Its section, `None` before the first.
    pub section: Option<SectionId>,
    /// 1-based line in the file of the document.
    pub line: usize,
    /// The whole text of the block, without styling; of a row all its cells.
    pub text: String,
    /// The bytes of `text` that match, in order and without overlap. Never empty.
    pub ranges: Vec<Range<usize>>,
    /// Whether it is a title, a label, the name of a counterpart or a heading.
    pub is_title: bool,
}

/// The hits of a search, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundHits {
    /// The best hits.
    pub hits: Vec<Hit>,
    /// How many hits each document has, also those that are not among the best.
    pub counts: HashMap<DocumentId, usize>,
}

impl FoundHits {
    /// How many hits there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }
}

/// Every block that contains all words of the query, together with the heading above it. Titles and
/// headings come first, then blocks with little other text, then ladder order.
///
/// Words in double quotes are one phrase. With a capital in the query, case matters; with an accent,
/// accents matter. An empty query finds nothing. A regular expression must match in the block itself.
///
/// # Errors
/// If the regular expression is invalid.
pub fn search(ladder: &Ladder, query: &Query) -> Result<FoundHits, QueryError> {
    Ok(best(ladder, query, usize::MAX, || true)?.unwrap_or_default())
}

/// The first of the hits that [`search`] finds; `None` if there was no reason to go on before all documents were
/// searched.
///
/// # Errors
/// If the regular expression is invalid.
pub fn best<'l>(
    ladder: &'l Ladder,
    query: &Query,
    most: usize,
    goes_on: impl Fn() -> bool + Sync,
) -> Result<Option<FoundHits>, QueryError> {
    let pattern = Pattern::new(query)?;
    if pattern.is_empty() {
        return Ok(Some(FoundHits::default()));
    }
    let documents: Vec<(DocumentId, &'l Document)> = ladder.documents().collect();
    let chunk = |documents: &[(DocumentId, &'l Document)]| {
        let mut searcher = Searcher { pattern: &pattern, hits: Vec::new() };
        for (id, document) in documents {
            if !goes_on() {
                return None;
            }
            searcher.document(*id, document);
        }
        Some(searcher.best(most))
    };
    let chunks: Option<Vec<Chunk<'_>>> = documents.par_chunks(CHUNK).map(chunk).collect();
    let Some(mut chunks) = chunks else { return Ok(None) };
    let mut searcher = Searcher { pattern: &pattern, hits: Vec::new() };
    for counterpart in &ladder.counterparts {
        if let Some(known) = counterpart.known_from.first() {
            let at = At { document: DocumentId::Role(known.role), section: known.section };
            searcher.block(at, known.line, (&counterpart.name).into(), Around::Title(""));
        }
    }
    chunks.push(searcher.best(most));
    let mut found = FoundHits::default();
    let mut all = Vec::new();
    for (hits, counts) in chunks {
        all.extend(hits);
        for (document, count) in counts {
            *found.counts.entry(document).or_default() += count;
        }
    }
    found.hits = first(all, most).into_iter().map(Found::into_hit).collect();
    Ok(Some(found))
}

/// The best hits of some documents, and how many hits each document has.
type Chunk<'a> = (Vec<Found<'a>>, HashMap<DocumentId, usize>);

/// The first of some hits in the order in which they are listed. Equals keep the order of the ladder.
fn first(mut found: Vec<Found>, most: usize) -> Vec<Found> {
    found.sort_by_key(|found| (!found.is_title, Reverse(found.density())));
    found.truncate(most);
    found
}

/// A hit whose text is not copied yet: of most hits of a search nobody reads it.
struct Found<'a> {
    at: At,
    line: usize,
    text: Cow<'a, str>,
    ranges: Vec<Range<usize>>,
    is_title: bool,
}

impl Found<'_> {
    /// The share of the text that matches, in steps, so that near equals keep ladder order.
    fn density(&self) -> usize {
        let matched: usize = self.ranges.iter().map(ExactSizeIterator::len).sum();
        matched * 20 / self.text.len().max(1)
    }

    fn into_hit(self) -> Hit {
        let Self { at: At { document, section }, line, text, ranges, is_title } = self;
        Hit { document, section, line, text: text.into_owned(), ranges, is_title }
    }
}

#[derive(Clone, Copy)]
struct At {
    document: DocumentId,
    section: Option<SectionId>,
}

/// The context of a block that also counts: its heading, or the document of a title.
#[derive(Clone, Copy)]
enum Around<'a> {
    Title(&'a str),
    Block(&'a str),
}

struct Searcher<'a, 'n> {
    pattern: &'n Pattern,
    hits: Vec<Found<'a>>,
}

impl<'a> Searcher<'a, '_> {
    /// Counts all hits and keeps the best.
    fn best(self, most: usize) -> Chunk<'a> {
        let mut counts = HashMap::new();
        for hit in &self.hits {
            *counts.entry(hit.at.document).or_default() += 1;
        }
        (first(self.hits, most), counts)
    }

    fn document(&mut self, id: DocumentId, document: &'a Document) {
        let at = At { document: id, section: None };
        self.block(at, document.line, (&document.title).into(), Around::Title(&document.label));
        if document.label != document.title {
            let line = document.front_matter.entry("label").map_or(document.line, |key| key.line);
            self.block(at, line, (&document.label).into(), Around::Title(""));
        }
        let (mut at, mut heading) = (at, Cow::from(&document.title));
        for step in document.walk() {
            if let Step::Section(id, section) = step {
                at.section = Some(id);
                heading = section.title.as_str().into();
                self.block(at, section.line, heading.clone(), Around::Title(&document.label));
            } else {
                self.step(at, step, Around::Block(&heading));
            }
        }
    }

    fn step(&mut self, at: At, step: Step<'a>, around: Around) {
        let block = match step {
            Step::Section(..) => return,
            Step::Item(item) => {
                return self.block(at, item.line, item.text.as_str().into(), around);
            }
            Step::Block(block) => block,
        };
        match block {
            Block::Paragraph(text) => self.block(at, text.line, text.text.as_str().into(), around),
            Block::Table(table) => {
                let headers = table.columns.iter().map(|column| &column.header);
                self.block(at, table.line, joined(headers).into(), around);
                for row in &table.rows {
                    self.block(at, row.line, joined(row.cells.iter()).into(), around);
                }
            }
            Block::Code(code) => self.block(at, code.line, (&code.text).into(), around),
            Block::Image(image) => self.block(at, image.line, (&image.alt).into(), around),
            Block::List(_) | Block::Quote(_) | Block::Rule(_) => {}
        }
    }

    /// Adds a block if the pattern fits it.
    fn block(&mut self, at: At, line: usize, text: Cow<'a, str>, around: Around) {
        let (around, is_title) = match around {
            Around::Title(around) => (around, true),
            Around::Block(around) => (around, false),
        };
        let ranges = self.pattern.ranges(&text, around);
        if !ranges.is_empty() {
            self.hits.push(Found { at, line, text, ranges, is_title });
        }
    }
}

/// The cells of a row in one line.
fn joined<'a>(cells: impl Iterator<Item = &'a Text>) -> String {
    let mut line = String::new();
    for cell in cells.filter(|cell| !cell.is_empty()) {
        line.push_str(if line.is_empty() { "" } else { " | " });
        line.push_str(cell.as_str());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    /// The hits as `line text`, matches in brackets, titles with a `#`.
    #[track_caller]
    fn check(query: &str, want: &[&str]) {
        shows(&Query::words(query), want);
    }

    /// The same for any query.
    #[track_caller]
    fn shows(query: &Query, want: &[&str]) {
        let shown: Vec<String> = search(&sample::ladder(), query)
            .unwrap()
            .hits
            .iter()
            .map(|hit| {
                let mut text = hit.text.clone();
                for range in hit.ranges.iter().rev() {
                    text.insert(range.end, ']');
                    text.insert(range.start, '[');
                }
                format!("{}{} {text}", if hit.is_title { "#" } else { "" }, hit.line)
            })
            .collect();
        assert_eq!(shown, want);
    }

    #[test]
    fn titles_and_headings_come_first_then_the_blocks_that_say_little_else() {
        check(
            "hir",
            &[
                "#20 [Hir]ing",
                "21 Only [hir]e up.",
                "3 [Hir]ing at every level: how teams grow, and who decides.",
            ],
        );
    }

    #[test]
    fn all_words_must_stand_in_a_block_or_its_heading() {
        check("scope leads", &["13 [Leads] teams of teams"]);
        check("scope nonsense", &[]);
        check("dir scope", &["#12 Typical [Scope]", "16 Dimension | [Dir]ector"]);
        check("hiring offer", &["23 [offer] = budget * level"]);
    }

    #[test]
    fn every_kind_of_block_is_searched() {
        check("domain", &["10 Owns a [domain]."]);
        check("tooling", &["18 Budget | owns [tooling]"]);
        check("dimension", &["16 [Dimension] | Director"]);
        check("funnel", &["25 A [funnel] of candidates"]);
        check("offer", &["23 [offer] = budget * level"]);
        check("vp", &["#16 [VP]"]);
        check("resumes", &["14 Grows [résumés] into teams"]);
        check("software", &["#8 Director of [Software] Engineering"]);
    }

    #[test]
    fn labels_are_found_where_the_front_matter_gives_them() {
        check(
            "dir",
            &["#5 [Dir]", "#8 [Dir]ector of Software Engineering", "16 Dimension | [Dir]ector"],
        );
    }

    #[test]
    fn phrases_stand_together_and_capitals_count() {
        check("\"teams of\"", &["13 Leads [teams of] teams"]);
        check("\"of teams of\"", &[]);
        check("Teams", &[]);
        check(
            "teams teams grow",
            &[
                "14 [Grow]s résumés into [teams]",
                "3 Hiring at every level: how [teams] [grow], and who decides.",
            ],
        );
        check("\"open", &[]);
        check("", &[]);
        check(" \" \" ", &[]);
    }

    #[test]
    fn whole_words_end_where_the_word_ends() {
        let whole = |words: &str| Query { whole_words: true, ..Query::words(words) };
        shows(&whole("team"), &[]);
        shows(
            &whole("teams grow"),
            &["3 Hiring at every level: how [teams] [grow], and who decides."],
        );
        shows(&whole("\"leads teams\""), &["13 [Leads teams] of teams"]);
    }

    #[test]
    fn a_regular_expression_matches_in_a_block() {
        let regex = |words: &str| Query { is_regex: true, ..Query::words(words) };
        shows(&regex("^owns|tool[a-z]+$"), &["18 Budget | owns [tooling]", "10 [Owns] a domain."]);
        shows(&regex("^Owns"), &["10 [Owns] a domain."]);
        shows(&regex(r"\Bomai\B"), &["10 Owns a d[omai]n."]);
        shows(
            &Query { whole_words: true, ..regex("owns|own") },
            &["10 [Owns] a domain.", "18 Budget | [owns] tooling"],
        );
        shows(&regex("x*"), &[]);
        shows(&regex(""), &[]);
    }

    #[test]
    fn all_hits_of_a_document_are_counted_also_those_that_are_not_kept() {
        let found = best(&sample::ladder(), &Query::words("team"), 1, || true).unwrap().unwrap();
        assert_eq!((found.hits.len(), found.total() > 1), (1, true));
    }
}
