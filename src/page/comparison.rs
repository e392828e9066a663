//! A comparison as a page: aligned columns, so that scrolling, jumping and searching need nothing
//! of their own.

use super::glyphs::Glyphs;
use super::layout::Layout;
use super::rows::{Rows, SIGN, ink};
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::sides::Sides;
use super::wrap::width;
use crate::compare::{Comparison, Kind, Topic};
use crate::model::{Anchor, Text};
use crate::report::{
    ComparisonReport, Folds, KindCount, Only, PairReport, RestReport, TopicReport, row_key,
    the_same,
};
use crate::theme::{Ink, Mark};

/// Narrower than this, the key of a row stands above its two cells instead of beside them.
const KEY_COLUMN: usize = 76;

/// How a comparison is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparisonOptions<'a> {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs that may be used.
    pub glyphs: Glyphs,
    /// Which texts are shown.
    pub only: Only,
    /// How the two sides stand to each other.
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
        },
        key: match options.layout {
            Sides::Beside => key_width(&comparison.topics, page_width),
            Sides::Stacked | Sides::Unified => 0,
        },
        is_rest: false,
    };
    sheet.summary(&report);
    report.topics.iter().for_each(|topic| sheet.topic(topic));
    if let Some(rest) = &report.rest {
        sheet.rest(rest);
    }
    let head = sheet.rows.head();
    sheet.rows.layout.page.head = head;
    sheet.rows.layout.page
}

struct ComparisonSheet<'a> {
    rows: Rows<'a>,
    /// How wide the column of keys is, the same in every topic that has one.
    key: usize,
    /// Whether it is at what is no comparison of the two: there no difference counts.
    is_rest: bool,
}

/// How wide the column of keys is: 0 where they stand with the texts instead.
fn key_width(topics: &[Topic], page_width: usize) -> usize {
    fn widest(topic: &Topic) -> usize {
        let own = topic.pairs.iter().filter_map(row_key).map(width).max();
        topic.topics.iter().map(widest).max().max(own).unwrap_or(0)
    }
    if page_width < KEY_COLUMN {
        return 0;
    }
    topics.iter().map(widest).max().unwrap_or(0).min(page_width / 4)
}

impl ComparisonSheet<'_> {
    fn summary(&mut self, report: &ComparisonReport<'_>) {
        self.entry("Summary".to_owned(), 0, None, None);
        self.counts(&report.counts);
        if !report.highlights.is_empty() {
            let words = report.phrases().join(&format!(" {} ", self.rows.layout.glyphs.dot()));
            self.rows.layout.text(&Text::plain(words), Ink::Changed);
        }
        report.notes.iter().for_each(|note| self.note(note));
    }

    /// As many of the counts on a line as there is room for.
    fn counts(&mut self, counts: &[KindCount]) {
        let page = self.rows.layout.page.width;
        let mut line: Vec<Run> = Vec::new();
        for it in counts {
            let sign = Run::new(format!("{} ", it.kind.sign()), Mark::from(ink(it.kind)).bold());
            let words = it.phrase(self.rows.sides);
            let taken = Line::new(line.clone()).width();
            if !line.is_empty() && taken + 3 + SIGN + width(&words) > page {
                self.rows.layout.line(std::mem::take(&mut line));
            }
            if SIGN + width(&words) > page {
                self.rows.layout.wrapped(sign, &words, Ink::Text);
                continue;
            }
            if !line.is_empty() {
                line.push(Run::new("   ", Ink::Text));
            }
            line.extend([sign, Run::new(words, Ink::Text)]);
        }
        if !line.is_empty() {
            self.rows.layout.line(line);
        }
    }

    fn note(&mut self, words: &str) {
        self.rows.layout.text(&Text::plain(words), Ink::Muted);
    }

    /// An entry of the outline, for the line that is set next.
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

    /// What is no comparison of the two, under a heading of its own.
    fn rest(&mut self, rest: &RestReport<'_>) {
        self.rows.layout.blank();
        self.entry(rest.title.clone(), 1, None, None);
        let fold = self.rows.layout.glyphs.fold(!rest.is_folded);
        let lead = Run::new(format!("{fold} "), Ink::Muted);
        self.rows.layout.wrapped(lead, &rest.title, Ink::Muted);
        if rest.is_folded {
            return;
        }
        self.rule();
        self.is_rest = true;
        for topic in &rest.topics {
            match rest.side {
                Some(_) => self.told(topic),
                None => self.topic(topic),
            }
        }
    }

    /// What the only page says: not against anything, and so across the whole width.
    fn told(&mut self, report: &TopicReport<'_>) {
        self.rows.layout.blank();
        self.entry(report.topic.title.replace('\n', " "), report.depth, Some(report.topic), None);
        let spot = report.topic.left.as_ref().or(report.topic.right.as_ref());
        self.rows.layout.anchor = spot.map(|spot| Anchor::new(spot.document, spot.line, 0));
        self.rows.layout.text(&Text::plain(&report.topic.title), Ink::Subheading);
        report.pairs.iter().for_each(|pair| self.rows.told(*pair));
        report.topics.iter().for_each(|inner| self.told(inner));
    }

    fn rule(&mut self) {
        let stroke = self.rows.layout.glyphs.horizontal().repeat(self.rows.layout.page.width);
        self.rows.layout.line(vec![Run::new(stroke, Ink::Border)]);
    }

    fn topic(&mut self, report: &TopicReport<'_>) {
        self.heading(report);
        if let Some(count) = report.folded {
            self.same(SIGN, count);
            return;
        }
        if let Some(words) = report.unlike() {
            self.rows.because(&words);
        }
        let has_keys = report.topic.pairs.iter().any(|pair| row_key(pair).is_some());
        let key = if has_keys { self.key } else { 0 };
        if key > 0 {
            self.rows.names(key);
        }
        // The hours of a week are drawn together.
        let week = report.week();
        self.pairs(report, key, week.is_none());
        if let Some(week) = &week {
            self.rows.week(week, key);
        }
        if report.same_left_out() > 0 {
            self.same(0, report.same_left_out());
        }
        report.topics.iter().for_each(|inner| self.topic(inner));
    }

    fn pairs(&mut self, report: &TopicReport<'_>, key: usize, draws: bool) {
        // Where reasons are given, each text has its own below it.
        let beside = |a: &PairReport<'_>, b: &PairReport<'_>| {
            a.is_alone() && b.is_alone() && a.pair.why.is_empty()
        };
        for (i, run) in report.pairs.chunk_by(beside).enumerate() {
            let first = run[0];
            // Under the heading of a section that one side has alone, the heading is the difference.
            let told = i == 0 && first.is_alone() && report.topic.kind == first.pair.kind;
            if !self.is_rest && first.pair.kind != Kind::Same && !told {
                self.rows.layout.page.differences.push(self.rows.layout.next_line());
            }
            match run {
                [pair] if !pair.is_alone() => {
                    self.rows.pair(*pair, key);
                    if draws {
                        self.rows.measures(*pair, key);
                    }
                }
                run => self.rows.apart(run, key),
            }
            if let Some(words) = first.why() {
                self.rows.because(&words);
            }
        }
    }

    /// How many pairs are not shown, since they are the same.
    fn same(&mut self, indent: usize, count: usize) {
        let lead = Run::new(format!("{}= ", " ".repeat(indent)), Ink::Muted);
        self.rows.layout.wrapped(lead, &the_same(count), Ink::Muted);
    }

    fn heading(&mut self, report: &TopicReport<'_>) {
        let TopicReport { topic, depth, .. } = *report;
        self.rows.layout.blank();
        if !self.is_rest && matches!(topic.kind, Kind::Left | Kind::Right) {
            self.rows.layout.page.differences.push(self.rows.layout.next_line());
        }
        let title = topic.title.replace('\n', " ");
        let kind = (!self.is_rest).then_some((topic.kind, report.differences));
        self.entry(title, depth, Some(topic), kind);
        let mark = match (topic.kind, depth) {
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
                let sign = Kind::Changed.sign();
                let texts = [(left, anchors[0]), (right, anchors[1])];
                self.rows.row(sign, ink(Kind::Changed), None, texts, mark);
            }
            headings => {
                let text = Text::plain(headings.concat());
                self.rows.layout.anchor = anchors[0].or(anchors[1]);
                let lead = format!("{} ", topic.kind.sign());
                let rest = Run::new(" ".repeat(SIGN), Ink::Text);
                self.rows.layout.indented(Run::new(lead, ink(topic.kind)), rest, |layout| {
                    layout.text(&text, mark);
                });
            }
        }
        // An authored table says whose word it is.
        if let Some(words) = report.origin() {
            let margin = Run::new(" ".repeat(SIGN), Ink::Text);
            self.rows.layout.wrapped(margin, &words, Ink::Muted);
        }
        if let Some(words) = report.why() {
            self.rows.because(&words);
        }
        if depth == 1 {
            self.rule();
        }
    }
}
