//! A comparison as a page: aligned columns, so that scrolling, jumping and searching need nothing
//! of their own.

use super::glyphs::Glyphs;
use super::layout::Layout;
use super::parts::row_key;
use super::reasons::is_unlike;
use super::rows::{Rows, SIGN, ink};
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::sides::{Folds, Sides};
use super::wrap::width;
use crate::compare::{Comparison, Highlight, Kind, Pair, Side, Topic};
use crate::model::Text;
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
    /// Whether what is the same on both sides is left out.
    pub only_differences: bool,
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
        Self { width, glyphs, only_differences: false, layout, folds }
    }
}

/// Lays out a comparison. The first entry of the page's outline is its summary, the others are its
/// topics in reading order.
#[must_use]
pub fn lay_out_comparison(comparison: &Comparison, options: ComparisonOptions<'_>) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let sides = comparison.labels();
    let mut sheet = Sheet {
        rows: Rows {
            layout: Layout::new(page_width, options.glyphs),
            sides: sides.each_ref().map(String::as_str),
            standing: options.layout,
        },
        only_differences: options.only_differences,
        folds: options.folds,
        key: match options.layout {
            Sides::Beside => key_width(&comparison.topics, page_width),
            Sides::Stacked | Sides::Unified => 0,
        },
        stops: true,
    };
    sheet.summary(comparison);
    let lone = [&comparison.left, &comparison.right].map(Side::is_counterpart);
    let (tables, sections): (Vec<&Topic>, Vec<&Topic>) =
        comparison.topics.iter().partition(|topic| topic.compares(comparison));
    for topic in &tables {
        sheet.topic(topic, 1);
    }
    if !options.only_differences {
        sheet.rest(&sections, lone);
    }
    let head = sheet.rows.head();
    sheet.rows.layout.page.head = head;
    sheet.rows.layout.page
}

struct Sheet<'a> {
    rows: Rows<'a>,
    only_differences: bool,
    folds: Folds<'a>,
    /// How wide the column of keys is, the same in every topic that has one.
    key: usize,
    /// Whether what one side has alone is worth a stop of its own.
    stops: bool,
}

/// How wide the column of keys is: 0 where they stand with the texts instead.
fn key_width(topics: &[Topic], page_width: usize) -> usize {
    fn widest(topic: &Topic) -> usize {
        let own = topic.pairs.iter().filter_map(row_key).map(|key| width(&key)).max();
        topic.topics.iter().map(widest).max().max(own).unwrap_or(0)
    }
    if page_width < KEY_COLUMN {
        return 0;
    }
    topics.iter().map(widest).max().unwrap_or(0).min(page_width / 4)
}

impl Sheet<'_> {
    fn summary(&mut self, comparison: &Comparison) {
        let counts = comparison.compared();
        self.entry("Summary".to_owned(), 0, None, None);
        let [left, right] = self.rows.sides;
        let parts = [
            (Kind::Changed, counts.changed, "changed".to_owned()),
            (Kind::Left, counts.left, format!("only {left}")),
            (Kind::Right, counts.right, format!("only {right}")),
            (Kind::Same, counts.same, "the same".to_owned()),
        ];
        let mut line: Vec<Run> = Vec::new();
        for (kind, count, words) in parts {
            let sign = Run::new(format!("{} ", kind.sign()), Mark::from(ink(kind)).bold());
            let words = format!("{count} {words}");
            let page = self.rows.layout.page.width;
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
        let biggest = comparison.highlights();
        if !biggest.is_empty() {
            let phrases: Vec<String> = biggest.iter().map(Highlight::phrase).collect();
            let words = phrases.join(&format!(" {} ", self.rows.layout.glyphs.dot()));
            self.rows.layout.text(&Text::plain(words), Ink::Changed);
        }
        for note in comparison.notes(self.only_differences) {
            self.note(&note);
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

    /// What the one page there is says beside the tables, under a heading of its own.
    fn rest(&mut self, sections: &[&Topic], lone: [bool; 2]) {
        if sections.is_empty() {
            return;
        }
        let (side, kind) = if lone[0] { (1, Kind::Right) } else { (0, Kind::Left) };
        let texts: usize = sections.iter().map(|topic| topic.counts().differences()).sum();
        let title = format!("The rest of the {} page", self.rows.sides[side]);
        self.rows.layout.blank();
        self.rows.layout.page.differences.push(self.rows.layout.next_line());
        self.entry(title.clone(), 1, None, Some((kind, texts)));
        let lead = Run::new(format!("{} ", kind.sign()), ink(kind));
        let below = Run::new(" ".repeat(SIGN), Ink::Text);
        self.rows.layout.indented(lead, below, |layout| {
            layout.text(&Text::plain(title), Mark::from(ink(kind)).bold());
        });
        self.rule();
        self.stops = false;
        for topic in sections {
            self.topic(topic, 2);
        }
    }

    fn rule(&mut self) {
        let stroke = self.rows.layout.glyphs.horizontal().repeat(self.rows.layout.page.width);
        self.rows.layout.line(vec![Run::new(stroke, Ink::Border)]);
    }

    fn topic(&mut self, topic: &Topic, depth: usize) {
        let counts = topic.counts();
        let nothing_new = topic.kind == Kind::Same && counts.differences() == 0;
        if self.only_differences && nothing_new {
            return;
        }
        self.heading(topic, depth, counts.differences());
        if self.folds.folds(topic) {
            self.same(SIGN, counts.same);
            return;
        }
        let folds = self.folds;
        self.folds = folds.inside(topic);
        let unlike = self.rows.unlike(topic);
        let key = if topic.pairs.iter().any(|pair| row_key(pair).is_some()) { self.key } else { 0 };
        if key > 0 {
            self.rows.names(key);
        }
        // The hours of a week are drawn together.
        let week = topic.week();
        let alone = |pair: &Pair| matches!(pair.kind, Kind::Left | Kind::Right);
        let shown = |pair: &&Pair| !(self.only_differences && pair.kind == Kind::Same);
        let pairs: Vec<&Pair> = topic.pairs.iter().filter(shown).collect();
        // Where reasons are given, each text has its own below it.
        let beside = |a: &&Pair, b: &&Pair| alone(a) && alone(b) && a.why.is_empty();
        for (i, run) in pairs.chunk_by(beside).enumerate() {
            // Under the heading of a section that one side has alone, the heading is the difference.
            let told = i == 0 && alone(run[0]) && topic.kind == run[0].kind;
            if self.stops && run[0].kind != Kind::Same && !told {
                self.rows.layout.page.differences.push(self.rows.layout.next_line());
            }
            match run {
                [pair] if !alone(pair) => {
                    self.rows.pair(pair, key);
                    if week.is_none() {
                        self.rows.measures(pair, key);
                    }
                }
                run => self.rows.apart(run, key),
            }
            if !(unlike && is_unlike(run[0])) {
                self.rows.why(&run[0].why);
            }
        }
        if let Some(week) = &week {
            self.rows.week(week, key);
        }
        let hidden = topic.pairs.len() - pairs.len();
        if hidden > 0 {
            self.same(0, hidden);
        }
        for inner in &topic.topics {
            self.topic(inner, depth + 1);
        }
        self.folds = folds;
    }

    /// How many pairs are not shown, since they are the same.
    fn same(&mut self, indent: usize, count: usize) {
        let lead = Run::new(format!("{}= ", " ".repeat(indent)), Ink::Muted);
        self.rows.layout.wrapped(lead, &format!("{count} the same"), Ink::Muted);
    }

    fn heading(&mut self, topic: &Topic, depth: usize, differences: usize) {
        self.rows.layout.blank();
        if self.stops && matches!(topic.kind, Kind::Left | Kind::Right) {
            self.rows.layout.page.differences.push(self.rows.layout.next_line());
        }
        let title = topic.title.replace('\n', " ");
        self.entry(title, depth, Some(topic), Some((topic.kind, differences)));
        let mark = match (topic.kind, depth) {
            (Kind::Left, _) => Mark::from(Ink::Left).bold(),
            (Kind::Right, _) => Mark::from(Ink::Right).bold(),
            (_, 1 | 2) => Mark::from(Ink::Heading),
            _ => Mark::from(Ink::Subheading),
        };
        let texts = [&topic.left, &topic.right]
            .map(|spot| spot.as_ref().map(|spot| Text::plain(&spot.text)));
        match texts {
            [Some(left), Some(right)] if left != right => {
                self.rows.row(
                    Kind::Changed.sign(),
                    ink(Kind::Changed),
                    None,
                    [Some(&left), Some(&right)],
                    [mark; 2],
                );
            }
            [left, right] => {
                let text = left.or(right).unwrap_or_default();
                let lead = format!("{} ", topic.kind.sign());
                let rest = Run::new(" ".repeat(SIGN), Ink::Text);
                self.rows.layout.indented(Run::new(lead, ink(topic.kind)), rest, |layout| {
                    layout.text(&text, mark);
                });
            }
        }
        self.origin(topic);
        self.rows.why(&topic.why);
        if depth == 1 {
            self.rule();
        }
    }

    /// An authored table says whose word it is.
    fn origin(&mut self, topic: &Topic) {
        let Some(words) = topic.origin() else { return };
        self.rows.layout.wrapped(Run::new(" ".repeat(SIGN), Ink::Text), &words, Ink::Muted);
    }
}
