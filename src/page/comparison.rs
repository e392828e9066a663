//! A comparison as a page: aligned columns, so that scrolling, jumping and searching need nothing
//! of their own.

use super::glyphs::Glyphs;
use super::layout::{Layout, Styled};
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::wrap::{truncate, width};
use crate::compare::{Comparison, Kind, Pair, PairBody, Part, Topic, TopicSource};
use crate::model::{DocumentId, Ladder, SpanStyle, Text};
use crate::theme::{Ink, Mark};

/// Narrower than this, the two sides stand below each other.
const SIDE_BY_SIDE: usize = 56;

/// Narrower than this, the key of a row stands above its two cells instead of beside them.
const KEY_COLUMN: usize = 76;

/// Columns of the sign and the space behind it.
const SIGN: usize = 2;

/// Columns of the rule between the sides.
const GAP: usize = 3;

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
        layout: Layout::new(page_width, options.glyphs),
        ladder,
        only_differences: options.only_differences,
        sides: [ladder.label(comparison.left), ladder.label(comparison.right)],
    };
    sheet.summary(comparison);
    for topic in &comparison.topics {
        sheet.topic(topic, 1);
    }
    let head = sheet.head();
    sheet.layout.page.head = head;
    sheet.layout.page
}

struct Sheet<'a> {
    layout: Layout,
    ladder: &'a Ladder,
    only_differences: bool,
    sides: [&'a str; 2],
}

/// Where the columns of a row stand.
#[derive(Clone, Copy)]
struct Columns {
    key: usize,
    left: usize,
    right: usize,
}

fn ink(kind: Kind) -> Ink {
    match kind {
        Kind::Same => Ink::Muted,
        Kind::Changed => Ink::Changed,
        Kind::Left => Ink::Left,
        Kind::Right => Ink::Right,
    }
}

impl Sheet<'_> {
    fn wide(&self) -> bool {
        self.layout.page.width >= SIDE_BY_SIDE
    }

    fn columns(&self, key: usize) -> Columns {
        let key_room = if key > 0 { key + 2 } else { 0 };
        let free = self.layout.page.width.saturating_sub(SIGN + GAP + key_room);
        Columns { key, left: free - free / 2, right: free / 2 }
    }

    /// The names of the two sides, over their columns.
    fn head(&self) -> Vec<Line> {
        let [left, right] = self.sides;
        if !self.wide() {
            let half = (self.layout.page.width.saturating_sub(SIGN + GAP + 4) / 2).max(1);
            return vec![Line::new(vec![
                Run::new("< ", Mark::from(Ink::Left).bold()),
                Run::new(truncate(left, half), Mark::from(Ink::Left).bold()),
                Run::new("  > ", Mark::from(Ink::Right).bold()),
                Run::new(truncate(right, half), Mark::from(Ink::Right).bold()),
            ])];
        }
        let columns = self.columns(0);
        let left = truncate(left, columns.left.saturating_sub(2));
        let fill = " ".repeat(columns.left.saturating_sub(width(&left)));
        vec![Line::new(vec![
            Run::new("< ", Mark::from(Ink::Left).bold()),
            Run::new(left, Mark::from(Ink::Left).bold()),
            Run::new(fill, Ink::Text),
            Run::new(" > ", Mark::from(Ink::Right).bold()),
            Run::new(truncate(right, columns.right), Mark::from(Ink::Right).bold()),
        ])]
    }

    fn summary(&mut self, comparison: &Comparison) {
        let counts = comparison.counts();
        self.layout.page.outline.push(OutlineEntry {
            title: "Summary".to_owned(),
            depth: 0,
            line: 0,
            source: 1,
            kind: None,
        });
        let [left, right] = self.sides;
        let parts = [
            (Kind::Changed, counts.changed, "changed".to_owned()),
            (Kind::Left, counts.left, format!("only {left}")),
            (Kind::Right, counts.right, format!("only {right}")),
            (Kind::Same, counts.same, "the same".to_owned()),
        ];
        let mut text = Text::default();
        let mut marks = Vec::new();
        for (kind, count, words) in parts {
            if !marks.is_empty() {
                text.push("   ", SpanStyle::default(), None);
            }
            let start = text.to_plain().len();
            text.push(&format!("{} {count} {words}", kind.sign()), SpanStyle::default(), None);
            marks.push((start..start + 1, kind));
        }
        let mut styled = self.layout.style(&text, Mark::default());
        for (range, kind) in marks {
            styled.remark(&range, |_| Mark::from(ink(kind)).bold());
        }
        self.layout.styled(&styled, usize::MAX);
    }

    fn topic(&mut self, topic: &Topic, depth: usize) {
        let counts = topic.counts();
        let nothing_new = topic.kind == Kind::Same && counts.differences() == 0;
        if self.only_differences && nothing_new {
            return;
        }
        self.heading(topic, depth, counts.differences());
        let key = self.key_width(topic);
        let mut before = None;
        let mut hidden = 0;
        for pair in &topic.pairs {
            if self.only_differences && pair.kind == Kind::Same {
                hidden += 1;
                continue;
            }
            let alone = matches!(pair.kind, Kind::Left | Kind::Right);
            // A run of texts that one side has alone is one difference, a heading's run its own.
            let begins = pair.kind != Kind::Same && !(alone && before == Some(pair.kind));
            let continues = alone && before.is_none() && topic.kind == pair.kind;
            if begins && !continues {
                self.layout.page.differences.push(self.layout.next_line());
            }
            self.pair(pair, key);
            before = Some(pair.kind);
        }
        if hidden > 0 {
            self.layout.line(vec![Run::new(format!("= {hidden} the same"), Ink::Muted)]);
        }
        for inner in &topic.topics {
            self.topic(inner, depth + 1);
        }
    }

    fn heading(&mut self, topic: &Topic, depth: usize, differences: usize) {
        self.layout.blank();
        let line = self.layout.next_line();
        let alone = matches!(topic.kind, Kind::Left | Kind::Right);
        if alone {
            self.layout.page.differences.push(line);
        }
        self.layout.page.outline.push(OutlineEntry {
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
                self.row(
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
                self.layout.indented(Run::new(lead, ink(topic.kind)), rest, |layout| {
                    layout.text(&text, mark);
                });
            }
        }
        self.origin(topic);
        if depth == 1 {
            let stroke = self.layout.glyphs.horizontal().repeat(self.layout.page.width);
            self.layout.line(vec![Run::new(stroke, Ink::Border)]);
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
        let words = truncate(&words, self.layout.page.width.saturating_sub(SIGN));
        self.layout.line(vec![rest, Run::new(words, Ink::Muted)]);
    }

    /// How wide the column of the keys is: 0 where they stand with the texts instead.
    fn key_width(&self, topic: &Topic) -> usize {
        let page = self.layout.page.width;
        if page < KEY_COLUMN {
            return 0;
        }
        let keys = topic.pairs.iter().filter_map(row_key);
        let widest = keys.map(|key| width(&key)).max().unwrap_or(0);
        widest.min(page / 5)
    }

    fn pair(&mut self, pair: &Pair, key_width: usize) {
        let key = row_key(pair);
        let [left, right] = [&pair.left, &pair.right].map(|part| {
            part.as_ref().map(|part| if key.is_some() { part.text.clone() } else { with_key(part) })
        });
        let base = match pair.kind {
            Kind::Same => Mark::from(Ink::Muted),
            Kind::Changed => Mark::default(),
            alone => Mark::from(ink(alone)),
        };
        let changed =
            [changed_words(&pair.left, key.is_some()), changed_words(&pair.right, key.is_some())];
        let mut styled = [&left, &right].map(|_| None);
        let key = key.map(|key| (key, key_width));
        let key_styled = key.map(|(key, columns)| {
            let mark = if pair.kind == Kind::Same { base } else { Mark::default().bold() };
            (self.layout.style(&Text::plain(key), mark), columns)
        });
        for (i, text) in [&left, &right].into_iter().enumerate() {
            let Some(text) = text else { continue };
            // What is the same stands twice on screen but is one text to a search.
            let mut side = self.layout.style(text, base);
            for range in &changed[i] {
                let ink = if i == 0 { Ink::Left } else { Ink::Right };
                side.remark(range, |mark| Mark { ink, ..mark }.bold());
            }
            styled[i] = Some(side);
        }
        self.styled_row(pair.kind.sign(), ink(pair.kind), key_styled, styled);
    }

    fn row(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        texts: [Option<&Text>; 2],
        marks: [Mark; 2],
    ) {
        let mut styled = [None, None];
        for i in 0..2 {
            styled[i] = texts[i].map(|text| self.layout.style(text, marks[i]));
        }
        self.styled_row(sign, ink, key, styled);
    }

    fn styled_row(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: [Option<Styled>; 2],
    ) {
        if self.wide() {
            self.beside(sign, ink, key, &sides);
        } else {
            self.below(sign, ink, key, sides);
        }
    }

    fn beside(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: &[Option<Styled>; 2],
    ) {
        let mut sign = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        let mut columns = self.columns(0);
        let mut key_column = None;
        match key {
            Some((key, 0)) => {
                let lead = std::mem::replace(&mut sign, blank.clone());
                self.layout.indented(lead, blank.clone(), |layout| layout.styled(&key, usize::MAX));
            }
            Some((key, columns_of_key)) => {
                columns = self.columns(columns_of_key);
                key_column = Some(key);
            }
            None => {}
        }
        let start = self.layout.next_line();
        let lines = |styled: Option<&Styled>, width: usize| {
            styled.map_or(Vec::new(), |styled| styled.lines(width, width))
        };
        let key_lines = lines(key_column.as_ref(), columns.key);
        let left = lines(sides[0].as_ref(), columns.left);
        let right = lines(sides[1].as_ref(), columns.right);
        for number in 0..key_lines.len().max(left.len()).max(right.len()).max(1) {
            let mut runs = vec![if number == 0 { sign.clone() } else { blank.clone() }];
            if key_column.is_some() {
                fill(&mut runs, key_lines.get(number), columns.key + 2);
            }
            fill(&mut runs, left.get(number), columns.left);
            runs.push(Run::new(format!(" {} ", self.layout.glyphs.vertical()), Ink::Border));
            runs.extend(right.get(number).map_or(Vec::new(), |line| line.runs.clone()));
            self.layout.line(runs);
        }
        for styled in key_column.iter().chain(sides.iter().flatten()) {
            self.layout.close_flow(styled, start);
        }
    }

    fn below(
        &mut self,
        sign: &str,
        ink: Ink,
        key: Option<(Styled, usize)>,
        sides: [Option<Styled>; 2],
    ) {
        let blank = Run::new(" ".repeat(SIGN), Ink::Text);
        let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let [left, right] = sides;
        let both = left.is_some() && right.is_some();
        self.layout.indented(lead, blank, |layout| {
            if let Some((key, _)) = key {
                layout.styled(&key, usize::MAX);
            }
            for (i, styled) in [left, right].into_iter().enumerate() {
                let Some(styled) = styled else { continue };
                if both {
                    let (sign, ink) = if i == 0 { ("<", Ink::Left) } else { (">", Ink::Right) };
                    let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
                    let rest = Run::new(" ".repeat(SIGN), Ink::Text);
                    layout.indented(lead, rest, |layout| layout.styled(&styled, usize::MAX));
                } else {
                    layout.styled(&styled, usize::MAX);
                }
            }
        });
    }
}

fn fill(runs: &mut Vec<Run>, line: Option<&Line>, columns: usize) {
    let line = line.cloned().unwrap_or_default();
    let free = columns.saturating_sub(line.width());
    runs.extend(line.runs);
    if free > 0 {
        runs.push(Run::new(" ".repeat(free), Ink::Text));
    }
}

/// The key that both sides of a table row have, or the one there is.
fn row_key(pair: &Pair) -> Option<String> {
    let of = |part: &Option<Part>| {
        part.as_ref().map(|part| (part.body == PairBody::Row).then(|| part.key.clone()).flatten())
    };
    match (of(&pair.left), of(&pair.right)) {
        (Some(left), Some(right)) if left == right => left,
        (Some(_), Some(_)) => None,
        (Some(key), None) | (None, Some(key)) => key,
        (None, None) => None,
    }
}

fn lead_of(part: &Part) -> Text {
    let mut lead = Text::default();
    if let PairBody::Item(depth) = part.body
        && depth > 0
    {
        lead.push(&format!("{}- ", "  ".repeat(depth - 1)), SpanStyle::default(), None);
    }
    if let Some(key) = &part.key {
        lead.push(key, SpanStyle { bold: true, ..SpanStyle::default() }, None);
        lead.push(": ", SpanStyle::default(), None);
    }
    lead
}

fn with_key(part: &Part) -> Text {
    let mut text = lead_of(part);
    for span in &part.text.spans {
        text.push(&span.text, span.style, span.link.as_ref());
    }
    text
}

/// The bytes to mark in the text as it is set, with its key where that stands before it.
fn changed_words(part: &Option<Part>, key_apart: bool) -> Vec<std::ops::Range<usize>> {
    let Some(part) = part else { return Vec::new() };
    let all = part.text.to_plain().len();
    // Where nothing is shared there is nothing to point at.
    if part.changed.iter().any(|range| range.len() >= all) {
        return Vec::new();
    }
    let shift = if key_apart { 0 } else { lead_of(part).to_plain().len() };
    part.changed.iter().map(|range| range.start + shift..range.end + shift).collect()
}
