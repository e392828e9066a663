//! Every view in every format, and what holds of it.

use rungs::check::Switches;
use rungs::compare::{self, Comparer, Comparison};
use rungs::content::Loaded;
use rungs::html::Shape;
use rungs::model::{CounterpartId, Document, Ladder, RoleId, Subject, TrackId};
use rungs::page::{self, ComparisonOptions, DocumentOptions, Glyphs, Page, Sides, TraceOptions};
use rungs::report::{
    ComparisonReport, FindingsReport, Folds, HitsReport, LevelsReport, Only, OverviewReport,
    TracesReport,
};
use rungs::search::Query;
use rungs::{github, html, json, markdown};

use crate::holds;

/// More documents, tracks or pairs than this of one ladder are not written: one input should be fast.
const MOST: usize = 6;

/// How an input is written: in one of the ways that the user can choose, since all of them take ten times
/// as long. The input decides, so that each input is always written alike.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    width: usize,
    glyphs: Glyphs,
    layout: Sides,
    only: Only,
    folds: Folds<'static>,
    format: usize,
}

impl Look {
    /// The look for an input.
    #[must_use]
    pub fn of(data: &[u8]) -> Self {
        // A hash of the input (FNV-1a), cut into choices.
        let mut rest = data.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        let mut choose = |count: u64| {
            let chosen = rest % count;
            rest /= count;
            usize::try_from(chosen).unwrap_or_default()
        };
        Self {
            width: [page::MIN_WIDTH, 9, 13, 23, 40, 80, 120, 200][choose(8)],
            glyphs: [Glyphs::Unicode, Glyphs::Ascii][choose(2)],
            layout: [Sides::Beside, Sides::Stacked, Sides::Unified][choose(3)],
            only: [Only::All, Only::Differences, Only::Right, Only::Left][choose(4)],
            folds: Folds { all: choose(2) == 0, opens_rest: choose(2) == 0, except: &[] },
            format: choose(3),
        }
    }

    /// Writes one of the formats that are not laid out.
    fn format(
        self,
        json: impl Fn() -> String,
        markdown: impl Fn() -> String,
        html: impl Fn() -> String,
    ) {
        match self.format {
            0 => holds::is_json(&json()),
            1 => holds::is_clean(&markdown()),
            _ => holds::is_harmless(&html()),
        }
    }

    fn shape(self) -> Shape<'static> {
        Shape { only: self.only, folds: self.folds.all, ..Shape::default() }
    }

    fn comparison(self) -> ComparisonOptions<'static> {
        let Self { only, layout, folds, .. } = self;
        ComparisonOptions { only, layout, folds, ..ComparisonOptions::new(self.width, self.glyphs) }
    }
}

/// Writes the list and all documents.
pub fn documents(loaded: &Loaded, look: Look) {
    let ladder = &loaded.ladder;
    holds::is_json(&json::list(loaded));
    holds::is_clean(&markdown::list(ladder));
    page::lay_out_list(ladder, look.width).iter().for_each(|line| holds::is_line(line, usize::MAX));
    holds::is_json(&json::explanations(&loaded.explanations));
    holds::is_clean(&markdown::explanations(&loaded.explanations));
    ladder.documents().take(MOST).for_each(|(_, document)| self::document(ladder, document, look));
}

fn document(ladder: &Ladder, document: &Document, look: Look) {
    let options = DocumentOptions::new(look.width, look.glyphs);
    let page = page::lay_out_document(document, options);
    holds::is_page(&page);
    shows(&page, document);
    let (markdown, json) = (|| markdown::document(document), || json::document(document));
    look.format(json, markdown, || html::document_page(&ladder.name, document));
}

/// Asserts that every text of a document is on a page of it.
fn shows(page: &Page, document: &Document) {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let said: String = page.flows.iter().map(|flow| squeezed(&flow.text)).collect();
    for step in document.walk() {
        step.texts(&mut |line, text| {
            let text = squeezed(text.as_str());
            assert!(said.contains(&text), "line {line}: {text:?} is on no line of {said:?}");
        });
    }
}

/// Writes what is wrong with a ladder.
pub fn findings(loaded: &Loaded) {
    let report = FindingsReport::new(loaded, &Switches::default());
    page::lay_out_findings(&report).iter().for_each(|line| holds::is_line(line, usize::MAX));
    holds::is_clean(&markdown::findings(&report));
    holds::is_json(&json::findings(&report));
    holds::is_json(&json::sarif(&report, "".as_ref()));
    holds::is_clean(&github::findings(&report, "".as_ref()));
}

/// Writes the overview of each track, and a trace of words through all.
pub fn tracks(loaded: &Loaded, asked: &str, look: Look) {
    let ladder = &loaded.ladder;
    let tracks: Vec<TrackId> = (0..ladder.tracks.len().min(MOST)).map(TrackId).collect();
    let report = OverviewReport::new(ladder, &tracks, look.folds.all);
    let (markdown, json) = (|| markdown::overview(&report), || json::overview(&report));
    look.format(json, markdown, || html::overview_page(&report));
    let report = TracesReport::new(ladder, &tracks, asked);
    let (markdown, json) = (|| markdown::traces(&report), || json::traces(&report));
    look.format(json, markdown, || html::traces_page(&report));
    for trace in report.tracks().flat_map(|traced| report.traces(traced)) {
        let options = TraceOptions { width: look.width, glyphs: look.glyphs, head: 0 };
        holds::is_page(&page::lay_out_trace(ladder, &trace.trace, options));
    }
}

/// Writes what a search finds.
///
/// # Panics
/// If a match is not where the report says.
pub fn hits(ladder: &Ladder, asked: &str) {
    for is_regex in [false, true] {
        let query = Query { is_regex, ..Query::words(asked) };
        if let Ok(report) = HitsReport::new(ladder, query) {
            found(&report);
        }
    }
}

fn found(report: &HitsReport<'_>) {
    for hit in report.hits() {
        let mut end = 0;
        for range in &hit.ranges {
            assert!(range.start >= end && hit.text.get(range.clone()).is_some(), "{hit:?}");
            end = range.end;
        }
    }
    holds::is_json(&json::hits(report));
    holds::is_clean(&markdown::hits(report));
    let lines = page::lay_out_hits(report, Glyphs::Unicode);
    lines.iter().for_each(|line| holds::is_line(line, usize::MAX));
}

/// The roles and counterparts of a ladder.
#[must_use]
pub fn subjects(ladder: &Ladder) -> Vec<Subject> {
    let roles = (0..ladder.roles.len()).map(|at| Subject::Role(RoleId(at)));
    let counterparts = (0..ladder.counterparts.len().min(2)).map(CounterpartId);
    roles.take(MOST).chain(counterparts.map(Subject::Counterpart)).collect()
}

/// Writes comparisons of neighbors, and of all together.
pub fn comparisons(loaded: &Loaded, look: Look) {
    let ladder = &loaded.ladder;
    let comparer = Comparer::new(ladder);
    let subjects = subjects(ladder);
    for pair in subjects.windows(2) {
        let comparison = match look.folds.opens_rest {
            true => comparer.compare(pair[0], pair[1]),
            false => comparer.explain(pair[1], pair[0]),
        };
        self::comparison(ladder, &comparison, look);
    }
    if subjects.len() > 2 {
        levels(ladder, &subjects, look);
    }
}

fn comparison(ladder: &Ladder, comparison: &Comparison, look: Look) {
    let report = ComparisonReport::new(comparison, look.only, look.folds);
    let (markdown, json) = (|| markdown::comparison(&report, 1), || json::comparison(&report));
    look.format(json, markdown, || html::comparison_page(&ladder.name, &report, look.shape()));
    holds::is_page(&page::lay_out_comparison(comparison, look.comparison()));
}

fn levels(ladder: &Ladder, subjects: &[Subject], look: Look) {
    let levels = compare::align_levels(ladder, subjects);
    let report = LevelsReport::new(&levels, look.only, look.folds);
    let (markdown, json) = (|| markdown::levels(&report), || json::levels(ladder, &report));
    look.format(json, markdown, || html::levels_page(ladder, &report, look.shape()));
    holds::is_page(&page::lay_out_levels(&levels, look.comparison()));
}
