//! A comparison as a page with aligned columns. Scrolling, jumping and searching work as on every page.

use super::glyphs::Glyphs;
use super::layout::Layout;
use super::row_cells::key_width;
use super::rows::{Rows, SIGN, ink};
use super::sheet::{DifferenceSpot, Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::sides::Sides;
use super::wrap::width;
use crate::compare::{Comparison, Kind, Topic};
use crate::model::{Anchor, Text};
use crate::report::{
    ComparisonReport, Folds, Only, PairReport, RestReport, TopicReport, row_key, unchanged,
};
use crate::theme::{Ink, Mark};

/// Columns between the facts of the summary.
const FACTS_GAP: usize = 3;

/// How a comparison is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparisonOptions<'a> {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// Which items are shown.
    pub only: Only,
    /// The layout of the two sides.
    pub layout: Sides,
    /// Which topics are folded.
    pub folds: Folds<'a>,
}

impl ComparisonOptions<'_> {
    /// Everything, side by side.
    #[must_use]
    pub fn new(width: usize, glyphs: Glyphs) -> Self {
        let (layout, folds) = (Sides::default(), Folds::default());
        Self { width, glyphs, only: Only::All, layout, folds }
    }
}

/// Lays out a comparison. The first entry of the page's outline is its summary, the others are its
/// topics in reading order.
#[must_use]
pub fn lay_out_comparison(comparison: &Comparison, options: ComparisonOptions<'_>) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let report = ComparisonReport::new(comparison, options.only, options.folds);
    let mut sheet = ComparisonSheet {
        rows: Rows {
            layout: Layout::new(page_width, options.glyphs),
            sides: report.names.each_ref().map(String::as_str),
            standing: options.layout,
            key: 0,
        },
        key: match options.layout {
            Sides::Beside => {
                let rest = report.rest.iter().filter(|rest| rest.side.is_none());
                let topics = report.topics.iter().chain(rest.flat_map(|rest| &rest.topics));
                key_width(topics.flat_map(pairs_of), page_width)
            }
            Sides::Stacked | Sides::Unified => 0,
        },
        is_rest: false,
        was_folded: false,
    };
    sheet.summary(&report);
    report.topics.iter().for_each(|topic| sheet.topic(topic));
    if let Some(rest) = &report.rest {
        sheet.rest(rest);
    }
    if sheet.rows.layout.page.head.is_empty() {
        sheet.head_of(0);
    }
    let mut page = sheet.rows.layout.page;
    // An item that only one side has is no loss, unless an older version had it.
    if comparison.is_history {
        page.repaint(Ink::Left, Ink::TakenOut);
    }
    page
}

struct ComparisonSheet<'a> {
    rows: Rows<'a>,
    /// How wide the column of keys is, the same in every topic that has one.
    key: usize,
    /// Whether it lays out the folded group at the end: differences there are not counted.
    is_rest: bool,
    /// Whether the topic before is folded.
    was_folded: bool,
}

/// The pairs of a topic and of those inside it.
fn pairs_of<'a>(topic: &'a TopicReport<'_>) -> Vec<PairReport<'a>> {
    let inner = topic.topics.iter().flat_map(pairs_of);
    topic.pairs.iter().copied().chain(inner).collect()
}

impl ComparisonSheet<'_> {
    fn summary(&mut self, report: &ComparisonReport<'_>) {
        self.entry("Summary".to_owned(), 0, None, None);
        let counts = report.told_counts().map(|it| {
            let sign = Run::new(format!("{} ", it.kind.sign()), Mark::from(ink(it.kind)).bold());
            (sign, Run::new(it.phrase(self.rows.sides), Ink::Text))
        });
        let phrases = report.phrases().into_iter().map(|words| {
            (Run::default(), Run::new(self.rows.layout.glyphs.words(&words), Ink::Changed))
        });
        let notes = report.notes.iter().map(|note| (Run::default(), Run::new(note, Ink::Muted)));
        self.facts(counts.chain(phrases).chain(notes).collect());
    }

    /// Sets facts, each with its sign, as many on a line as there is room for.
    fn facts(&mut self, facts: Vec<(Run, Run)>) {
        let page = self.rows.layout.page.width;
        let mut line: Vec<Run> = Vec::new();
        for (sign, words) in facts {
            let taken = Line::new(line.clone()).width();
            let wanted = width(&sign.text) + width(&words.text);
            if !line.is_empty() && taken + FACTS_GAP + wanted > page {
                self.rows.layout.line(std::mem::take(&mut line));
            }
            if wanted > page {
                self.rows.layout.wrapped(sign, &words.text, words.mark.ink);
                continue;
            }
            if !line.is_empty() {
                line.push(Run::new(" ".repeat(FACTS_GAP), Ink::Text));
            }
            line.extend([sign, words]);
        }
        if !line.is_empty() {
            self.rows.layout.line(line);
        }
    }

    /// Adds an entry to the outline, for the line that is set next.
    fn entry(
        &mut self,
        title: String,
        depth: usize,
        topic: Option<&Topic>,
        kind: Option<(Kind, usize)>,
    ) {
        let spots = topic.map_or([None, None], |topic| {
            [&topic.left, &topic.right]
                .map(|spot| spot.as_ref().map(|spot| (spot.document, spot.line)))
        });
        let source = spots.iter().flatten().next().map_or(1, |(_, line)| *line);
        let line = self.rows.layout.next_line();
        self.rows.layout.page.outline.push(OutlineEntry {
            title,
            depth,
            line,
            source,
            spots,
            kind,
        });
    }

    /// The group at the end (about promotion, about other levels), under a heading of its own.
    fn rest(&mut self, rest: &RestReport<'_>) {
        self.rows.layout.blank();
        self.entry(rest.title.clone(), 1, None, None);
        let fold = self.rows.layout.glyphs.fold(!rest.is_folded);
        let lead = Run::new(format!("{fold} "), Ink::Muted);
        self.rows.layout.wrapped(lead, &rest.title, Ink::Muted);
        if rest.is_folded {
            return;
        }
        self.rows.layout.rule();
        self.is_rest = true;
        for topic in &rest.topics {
            match rest.side {
                Some(_) => self.told(topic),
                None => self.topic(topic),
            }
        }
    }

    /// The text of the only page: it is compared with nothing, so it takes the whole width.
    fn told(&mut self, report: &TopicReport<'_>) {
        self.rows.layout.blank();
        self.entry(report.topic.title.replace('\n', " "), report.depth, Some(report.topic), None);
        let spot = report.topic.left.as_ref().or(report.topic.right.as_ref());
        self.rows.layout.anchor = spot.map(|spot| Anchor::new(spot.document, spot.line, 0));
        self.rows.layout.text(&Text::plain(&report.topic.title), Ink::Subheading);
        report.pairs.iter().for_each(|pair| self.rows.told(*pair));
        report.topics.iter().for_each(|inner| self.told(inner));
    }

    /// Makes a stop for `)` of the lines from `start` on, with the number of items that differ there.
    fn stop(&mut self, start: usize, texts: usize) {
        if !self.is_rest {
            let lines = start..self.rows.layout.next_line();
            self.rows.layout.page.differences.push(DifferenceSpot { lines, texts });
        }
    }

    /// Sets the columns for the rows of a topic. If they differ from those of the topic above, the names
    /// of the sides are repeated, and these stay on top from there on.
    fn columns_of(&mut self, report: &TopicReport<'_>) {
        if report.pairs.is_empty() || report.folded.is_some() {
            return;
        }
        let has_keys = report.topic.pairs.iter().any(|pair| row_key(pair).is_some());
        self.head_of(if has_keys { self.key } else { 0 });
    }

    /// An empty line before the heading of a topic; none below the names of the sides, none between
    /// folded topics, and none below the summary before a heading with a rule.
    fn space(&mut self, report: &TopicReport<'_>) {
        let is_ruled = report.depth == 1 && report.headings().len() == 1;
        let goes_on = self.was_folded && report.folded.is_some();
        let page = &self.rows.layout.page;
        let below = self.rows.layout.next_line();
        let follows_names = page.later_heads.last().is_some_and(|(line, _)| *line == below);
        let follows_summary = page.outline.len() == 1;
        if !(follows_names || goes_on || follows_summary && is_ruled) {
            self.rows.layout.blank();
        }
    }

    fn head_of(&mut self, key: usize) {
        let is_first = self.rows.layout.page.head.is_empty();
        let is_other = std::mem::replace(&mut self.rows.key, key) != key;
        let head = vec![self.rows.head()];
        if is_first {
            self.rows.layout.page.head = head;
        } else if is_other {
            self.rows.layout.blank();
            self.rows.layout.line(head[0].runs.clone());
            let below = self.rows.layout.next_line();
            self.rows.layout.page.later_heads.push((below, head));
        }
    }

    fn topic(&mut self, report: &TopicReport<'_>) {
        let start = self.heading(report);
        self.was_folded = report.folded.is_some();
        if self.was_folded {
            return;
        }
        if let Some(words) = report.unlike() {
            self.rows.because(&words);
        }
        self.pairs(report, start);
        if let Some(words) = report.week_words() {
            let words = self.rows.layout.glyphs.words(&words);
            let margin = Run::new(" ".repeat(SIGN), Ink::Text);
            self.rows.layout.wrapped(margin, &words, Ink::Changed);
        }
        if let Some(words) = report.elsewhere() {
            let margin = Run::new(" ".repeat(SIGN), Ink::Text);
            self.rows.layout.wrapped(margin, &words, Ink::Muted);
        }
        if report.same_left_out() > 0 {
            self.same(report.same_left_out());
        }
        report.topics.iter().for_each(|inner| self.topic(inner));
    }

    /// The pairs of a topic whose heading begins on a line.
    fn pairs(&mut self, report: &TopicReport<'_>, heading: usize) {
        // If reasons are shown, each item has its own below it.
        let beside = |a: &PairReport<'_>, b: &PairReport<'_>| {
            a.is_alone() && b.is_alone() && a.pair.why.is_empty()
        };
        for (i, run) in report.pairs.chunk_by(beside).enumerate() {
            let first = run[0];
            // A topic that only one side has differs from its heading on.
            let is_headed = i == 0 && first.is_alone() && report.topic.kind == first.pair.kind;
            let start = if is_headed { heading } else { self.rows.layout.next_line() };
            match run {
                [pair] if !pair.is_alone() => self.rows.pair(*pair),
                run => self.rows.apart(run),
            }
            if first.pair.kind != Kind::Same {
                self.stop(start, run.len());
            }
            if let Some(words) = first.why() {
                self.rows.because(&words);
            }
        }
    }

    /// Says how many pairs are not shown because they are the same.
    fn same(&mut self, count: usize) {
        let lead = Run::new("= ", Ink::Muted);
        self.rows.layout.wrapped(lead, &unchanged(count), Ink::Muted);
    }

    /// Sets the heading of a topic; returns the line it begins on.
    fn heading(&mut self, report: &TopicReport<'_>) -> usize {
        let TopicReport { topic, depth, .. } = *report;
        self.columns_of(report);
        self.space(report);
        let start = self.rows.layout.next_line();
        let title = topic.title.replace('\n', " ");
        let kind = (!self.is_rest).then_some((topic.kind, report.differences));
        self.entry(title, depth, Some(topic), kind);
        let mark = match (topic.kind, depth) {
            // A folded topic without a difference is muted.
            _ if report.folded.is_some() => Mark::from(Ink::Muted),
            (Kind::Left, _) => Mark::from(Ink::Left).bold(),
            (Kind::Right, _) => Mark::from(Ink::Right).bold(),
            (_, 1 | 2) => Mark::from(Ink::Heading),
            _ => Mark::from(Ink::Subheading),
        };
        let anchors = [&report.topic.left, &report.topic.right]
            .map(|spot| spot.as_ref().map(|spot| Anchor::new(spot.document, spot.line, 0)));
        match report.headings().as_slice() {
            [left, right] => {
                let texts = [left, right].map(|heading| Text::plain(*heading));
                let [left, right] = &texts;
                let texts = [(left, anchors[0]), (right, anchors[1])];
                self.rows.headings(texts, mark);
            }
            headings => {
                let text = Text::plain(headings.concat());
                let lead = format!("{} ", topic.kind.sign());
                let rest = Run::new(" ".repeat(SIGN), Ink::Text);
                // The heading of an authored table names its source.
                let remarks = report.origin().into_iter().chain(report.folded.map(unchanged));
                let remarks: String = remarks.map(|words| format!("  {words}")).collect();
                let anchor = anchors[0].or(anchors[1]);
                self.rows.layout.indented(Run::new(lead, ink(topic.kind)), rest, |layout| {
                    layout.anchor = anchor;
                    let mut styled = layout.style(&text, mark);
                    styled.decorate(&remarks, Ink::Muted);
                    layout.styled(&styled, usize::MAX);
                });
                if depth == 1 {
                    self.rows.layout.rule();
                }
            }
        }
        if let Some(words) = report.why() {
            self.rows.because(&words);
        }
        start
    }
}
