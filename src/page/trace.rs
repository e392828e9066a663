//! One topic through the levels as a page: its numbers as a chart, then what each level says.

use super::bars::bar;
use super::document::DocumentOptions;
use super::layout::Layout;
use super::parts::{changed_words, with_key};
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::wrap::width;
use crate::compare::{Kind, LevelCell, LevelRow, Levels, Series, Spot, Thread};
use crate::model::{Ladder, Link, Place, SpanStyle, Text};
use crate::theme::{Ink, Mark};

/// A bar shorter than this says nothing; one longer than this says no more.
const BAR: std::ops::RangeInclusive<usize> = 8..=48;

/// More charts than this are no help.
const MOST_CHARTS: usize = 8;

/// Columns of a sign and the space behind it.
const SIGN: usize = 2;

/// Lays out a topic through its levels. The first entry of the page's outline is the topic, the
/// others are the levels in order; each of them leads to its source.
#[must_use]
pub fn lay_out_trace(
    ladder: &Ladder,
    levels: &Levels,
    thread: Thread,
    options: DocumentOptions,
) -> Page {
    let layout = Layout::new(options.width.max(MIN_WIDTH), options.glyphs);
    let labels = levels.subjects.iter().map(|subject| ladder.label(*subject)).collect();
    let rows = levels.rows(thread);
    let mut sheet = Sheet { layout, ladder, levels, thread, labels, rows };
    sheet.title();
    sheet.charts();
    for column in 0..levels.subjects.len() {
        sheet.level(column);
    }
    sheet.layout.page
}

struct Sheet<'a> {
    layout: Layout,
    ladder: &'a Ladder,
    levels: &'a Levels,
    thread: Thread,
    labels: Vec<&'a str>,
    rows: Vec<(usize, &'a LevelRow)>,
}

impl Sheet<'_> {
    fn title(&mut self) {
        let name = self.levels.name(self.thread).to_owned();
        self.entry(&name, 0, None);
        self.layout.text(&Text::plain(&name), Ink::Title);
        let path = self.levels.path(self.thread);
        if let [around @ .., _] = path.as_slice()
            && !around.is_empty()
        {
            let arrow = format!(" {} ", self.layout.glyphs.separator());
            self.layout.text(&Text::plain(around.join(&arrow)), Ink::Muted);
        }
    }

    fn entry(&mut self, title: &str, depth: usize, spot: Option<&Spot>) {
        let spot = spot.map(|spot| (spot.document, spot.line));
        let line = self.layout.next_line();
        self.layout.page.outline.push(OutlineEntry {
            title: title.replace('\n', " "),
            depth,
            line,
            source: spot.map_or(1, |(_, line)| line),
            spots: [spot, None],
            kind: None,
        });
    }

    /// What the rows state in numbers, a chart for each quantity.
    fn charts(&mut self) {
        let charts: Vec<(String, Series)> = self
            .rows
            .iter()
            // Among many rows a number without a name says nothing.
            .filter(|(_, row)| row.key.is_some() || self.thread.row.is_some())
            .flat_map(|(_, row)| {
                let name = row.key.clone().unwrap_or_default();
                row.series().into_iter().map(move |series| (name.clone(), series))
            })
            .take(MOST_CHARTS)
            .collect();
        for (name, series) in charts {
            let own = self.thread.row.is_some();
            let of = series.of().map(str::to_owned);
            let title = match (own, of) {
                (true, of) => of.unwrap_or_default(),
                (false, None) => name,
                (false, Some(of)) => format!("{name}: {of}"),
            };
            self.layout.blank();
            if !title.is_empty() {
                self.layout.text(&Text::plain(title), Ink::Subheading);
            }
            self.chart(&series);
        }
    }

    fn chart(&mut self, series: &Series) {
        let page = self.layout.page.width;
        let longest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let label = longest(&mut self.labels.iter().map(|it| width(it))).min(page / 3);
        let said = series.values.iter().flatten();
        let words = longest(&mut said.map(|stated| width(&stated.words))).min(page / 3);
        let bars = page.saturating_sub(label + words + 4).min(*BAR.end());
        let scale = series.scale().filter(|_| bars >= *BAR.start());
        let glyphs = self.layout.glyphs;
        for (at, value) in series.values.iter().enumerate() {
            let name = glyphs.truncate(self.labels[at], label);
            let mut runs = vec![Run::new(name, Ink::Text)];
            fill(&mut runs, label + 2);
            match (value, scale) {
                (None, _) => runs.push(Run::new(glyphs.dot(), Ink::Muted)),
                (Some(stated), scale) => {
                    if let Some(scale) = scale {
                        runs.extend(bar(glyphs, scale.bar(&stated.quantity), bars, Ink::Right));
                        fill(&mut runs, label + 2 + bars + 2);
                    }
                    let room = page.saturating_sub(Line::new(runs.clone()).width());
                    runs.push(Run::new(glyphs.truncate(&stated.words, room), Ink::Text));
                }
            }
            self.layout.line(runs);
        }
        if scale.is_some_and(|scale| scale.logarithmic) {
            let words = glyphs.truncate("on a logarithmic scale", page);
            self.layout.line(vec![Run::new(words, Ink::Muted)]);
        }
    }

    fn level(&mut self, column: usize) {
        let cells: Vec<(usize, &LevelCell)> = self
            .rows
            .iter()
            .filter_map(|(topic, row)| Some((*topic, row.cells[column].as_ref()?)))
            .collect();
        let heading = self.levels.topics[self.thread.topic].headings[column].as_ref();
        let own = heading.filter(|_| self.thread.row.is_none());
        let spot = own.or(cells.first().map(|(_, cell)| &cell.part.spot));
        self.layout.blank();
        self.entry(self.labels[column], 1, spot);
        self.head(column, spot);
        if spot.is_none() {
            self.layout.text(&Text::plain("nothing on this"), Ink::Muted);
            return;
        }
        let first =
            (0..column).all(|before| self.rows.iter().all(|(_, row)| row.cells[before].is_none()));
        if self.thread.row.is_none() && !first {
            self.counts(column);
        }
        let mut around = self.thread.topic;
        for (topic, cell) in cells {
            if topic != around {
                let title = self.levels.topics[topic].title.clone();
                self.layout.text(&Text::plain(title), Ink::Subheading);
                around = topic;
            }
            self.cell(cell, first);
        }
    }

    /// The name of a level, and where it says this.
    fn head(&mut self, column: usize, spot: Option<&Spot>) {
        let mut text = Text::plain(self.labels[column]);
        if let Some(spot) = spot {
            let document = self.ladder.document(spot.document);
            let section = document.section_at_line(spot.line);
            let place = Place { document: spot.document, section };
            let link = Link { target: document.file.clone(), place: Some(place) };
            text.push("  ", SpanStyle::default(), None);
            let words = format!("{}:{}", document.file, spot.line);
            text.push(&words, SpanStyle::default(), Some(&link));
        }
        self.layout.text(&text, Ink::Heading);
    }

    /// How much of the level before stays, changes, comes and goes.
    fn counts(&mut self, column: usize) {
        let speaks = |at: &usize| self.rows.iter().any(|(_, row)| row.cells[*at].is_some());
        let before = (0..column).rev().find(speaks);
        let of = |kind: Kind| {
            let cells = self.rows.iter().filter_map(|(_, row)| row.cells[column].as_ref());
            cells.filter(|cell| cell.kind == kind).count()
        };
        let gone = self.rows.iter().filter(|(_, row)| {
            before.is_some_and(|at| row.cells[at].is_some()) && row.cells[column].is_none()
        });
        let parts = [
            ("+", of(Kind::Right), "new"),
            ("~", of(Kind::Changed), "changed"),
            ("=", of(Kind::Same), "the same"),
            ("<", gone.count(), "no longer"),
        ];
        let parts = parts.iter().filter(|(_, count, _)| *count > 0);
        let words: Vec<String> =
            parts.map(|(sign, count, words)| format!("{sign}{count} {words}")).collect();
        let dot = format!(" {} ", self.layout.glyphs.dot());
        self.layout.text(&Text::plain(words.join(&dot)), Ink::Muted);
    }

    fn cell(&mut self, cell: &LevelCell, first: bool) {
        let keyed = self.thread.row.is_some() && self.key_is_title(cell);
        let (sign, ink) = match cell.kind {
            _ if first => (self.layout.glyphs.bullet(0), Ink::Marker),
            Kind::Same => ("=", Ink::Muted),
            Kind::Changed => ("~", Ink::Changed),
            Kind::Left | Kind::Right => ("+", Ink::Right),
        };
        let base = if cell.kind == Kind::Same { Ink::Muted } else { Ink::Text };
        let text = if keyed { cell.part.text.clone() } else { with_key(&cell.part) };
        let mut styled = self.layout.style(&text, base.into());
        for range in changed_words(&cell.part, keyed) {
            styled.remark(&range, |mark| Mark { ink: Ink::Right, ..mark }.bold());
        }
        let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let rest = Run::new(" ".repeat(SIGN), Ink::Text);
        self.layout.indented(lead, rest, |layout| layout.styled(&styled, usize::MAX));
    }

    /// Whether the title says the key already.
    fn key_is_title(&self, cell: &LevelCell) -> bool {
        cell.part.key.as_deref() == Some(self.levels.name(self.thread))
    }
}

fn fill(runs: &mut Vec<Run>, columns: usize) {
    let free = columns.saturating_sub(Line::new(runs.clone()).width());
    if free > 0 {
        runs.push(Run::new(" ".repeat(free), Ink::Text));
    }
}
