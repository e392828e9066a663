//! A comparison as a page: aligned columns, so that scrolling, jumping and searching need nothing
//! of their own.

use super::glyphs::Glyphs;
use super::layout::Layout;
use super::parts::row_key;
use super::rows::{Rows, SIGN, ink};
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::wrap::width;
use crate::compare::{Comparison, Kind, Pair, Topic, TopicSource};
use crate::model::{DocumentId, Ladder, Text};
use crate::theme::{Ink, Mark};

/// Narrower than this, the key of a row stands above its two cells instead of beside them.
const KEY_COLUMN: usize = 76;

/// How a comparison is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ComparisonOptions {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs that may be used.
    pub glyphs: Glyphs,
    /// Whether what is the same on both sides is left out.
    pub only_differences: bool,
}

/// Lays out a comparison. The first entry of the page's outline is its summary, the others are its
/// topics in reading order.
#[must_use]
pub fn lay_out_comparison(
    ladder: &Ladder,
    comparison: &Comparison,
    options: ComparisonOptions,
) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let mut sheet = Sheet {
        rows: Rows {
            layout: Layout::new(page_width, options.glyphs),
            sides: [ladder.label(comparison.left), ladder.label(comparison.right)],
        },
        ladder,
        only_differences: options.only_differences,
    };
    sheet.summary(comparison);
    for topic in &comparison.topics {
        sheet.topic(topic, 1);
    }
    let head = sheet.rows.head();
    sheet.rows.layout.page.head = head;
    sheet.rows.layout.page
}

struct Sheet<'a> {
    rows: Rows<'a>,
    ladder: &'a Ladder,
    only_differences: bool,
}

impl Sheet<'_> {
    fn summary(&mut self, comparison: &Comparison) {
        let counts = comparison.counts();
        self.rows.layout.page.outline.push(OutlineEntry {
            title: "Summary".to_owned(),
            depth: 0,
            line: 0,
            source: 1,
            kind: None,
        });
        let [left, right] = self.rows.sides;
        let parts = [
            (Kind::Changed, counts.changed, "changed".to_owned()),
            (Kind::Left, counts.left, format!("only {left}")),
            (Kind::Right, counts.right, format!("only {right}")),
            (Kind::Same, counts.same, "the same".to_owned()),
        ];
        let mut line: Vec<Run> = Vec::new();
        for (kind, count, words) in parts {
            let words = format!(" {count} {words}");
            let words = self.rows.layout.glyphs.truncate(&words, self.rows.layout.page.width - 1);
            let taken = Line::new(line.clone()).width();
            if !line.is_empty() && taken + 3 + 1 + width(&words) > self.rows.layout.page.width {
                self.rows.layout.line(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(Run::new("   ", Ink::Text));
            }
            line.push(Run::new(kind.sign(), Mark::from(ink(kind)).bold()));
            line.push(Run::new(words, Ink::Text));
        }
        self.rows.layout.line(line);
    }

    fn topic(&mut self, topic: &Topic, depth: usize) {
        let counts = topic.counts();
        let nothing_new = topic.kind == Kind::Same && counts.differences() == 0;
        if self.only_differences && nothing_new {
            return;
        }
        self.heading(topic, depth, counts.differences());
        let key = self.key_width(topic);
        if key > 0 {
            self.rows.names(key);
        }
        let alone = |pair: &Pair| matches!(pair.kind, Kind::Left | Kind::Right);
        let shown = |pair: &&Pair| !(self.only_differences && pair.kind == Kind::Same);
        let pairs: Vec<&Pair> = topic.pairs.iter().filter(shown).collect();
        for (i, run) in pairs.chunk_by(|a, b| alone(a) && alone(b)).enumerate() {
            // Under the heading of a section that one side has alone, the heading is the difference.
            if run[0].kind != Kind::Same && !(i == 0 && topic.kind == run[0].kind) {
                self.rows.layout.page.differences.push(self.rows.layout.next_line());
            }
            match run {
                [pair] if !alone(pair) => self.rows.pair(pair, key),
                run => self.rows.apart(run, key),
            }
        }
        let hidden = topic.pairs.len() - pairs.len();
        if hidden > 0 {
            self.rows.layout.line(vec![Run::new(format!("= {hidden} the same"), Ink::Muted)]);
        }
        for inner in &topic.topics {
            self.topic(inner, depth + 1);
        }
    }

    fn heading(&mut self, topic: &Topic, depth: usize, differences: usize) {
        self.rows.layout.blank();
        let line = self.rows.layout.next_line();
        let alone = matches!(topic.kind, Kind::Left | Kind::Right);
        if alone {
            self.rows.layout.page.differences.push(line);
        }
        self.rows.layout.page.outline.push(OutlineEntry {
            title: topic.title.replace('\n', " "),
            depth,
            line,
            source: topic.left.as_ref().or(topic.right.as_ref()).map_or(1, |spot| spot.line),
            kind: Some((topic.kind, differences)),
        });
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
        if depth == 1 {
            let stroke = self.rows.layout.glyphs.horizontal().repeat(self.rows.layout.page.width);
            self.rows.layout.line(vec![Run::new(stroke, Ink::Border)]);
        }
    }

    /// An authored table says whose word it is.
    fn origin(&mut self, topic: &Topic) {
        let TopicSource::Table(document) = topic.source else { return };
        let name = match document {
            DocumentId::Role(role) => &self.ladder.role(role).document.label,
            DocumentId::Page(page) => &self.ladder.pages[page.0].title,
        };
        let words = format!("a table of the {name} page");
        let rest = Run::new(" ".repeat(SIGN), Ink::Text);
        let words = self
            .rows
            .layout
            .glyphs
            .truncate(&words, self.rows.layout.page.width.saturating_sub(SIGN));
        self.rows.layout.line(vec![rest, Run::new(words, Ink::Muted)]);
    }

    /// How wide the column of the keys is: 0 where they stand with the texts instead.
    fn key_width(&self, topic: &Topic) -> usize {
        let page = self.rows.layout.page.width;
        if page < KEY_COLUMN {
            return 0;
        }
        let keys = topic.pairs.iter().filter_map(row_key);
        let widest = keys.map(|key| width(&key)).max().unwrap_or(0);
        widest.min(page / 5)
    }
}
