//! One topic through the levels as a page: its numbers as a chart, then what each level says.

use super::bars::bar;
use super::document::DocumentOptions;
use super::layout::Layout;
use super::parts::{changed_words, with_key};
use super::sheet::{MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::wrap::{width, wrap};
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
    let labels = levels.names.iter().map(String::as_str).collect();
    let rows = levels.rows(thread);
    let mut sheet = Sheet { layout, ladder, levels, thread, labels, rows, was_silent: false };
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
    /// Whether the level set last says nothing.
    was_silent: bool,
}

impl Sheet<'_> {
    fn title(&mut self) {
        let name = self.levels.name(self.thread).to_owned();
        self.entry(&name, 0, None);
        // What has no name of its own goes by its text, which stands below in full.
        let title = match self.thread.row {
            Some(_) => {
                self.layout.glyphs.truncate(&name.replace('\n', " "), self.layout.page.width)
            }
            None => name,
        };
        self.layout.text(&Text::plain(title), Ink::Title);
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
        let charts: Vec<(&LevelRow, Series)> = self
            .rows
            .iter()
            // Among many rows a number without a name says nothing.
            .filter(|(_, row)| row.key.is_some() || self.thread.row.is_some())
            .flat_map(|(_, row)| row.series().into_iter().map(move |series| (*row, series)))
            .take(MOST_CHARTS)
            .collect();
        for (row, series) in charts {
            let name = row.key.clone().unwrap_or_default();
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
            self.chart(row, &series);
        }
    }

    fn chart(&mut self, row: &LevelRow, series: &Series) {
        let page = self.layout.page.width;
        let glyphs = self.layout.glyphs;
        let said = |at: usize| match (&series.values[at], &row.cells[at]) {
            (Some(stated), _) => (stated.words.as_str(), Ink::Text),
            (None, Some(_)) => ("no number", Ink::Muted),
            (None, None) => (glyphs.dot(), Ink::Muted),
        };
        let longest = |widths: &mut dyn Iterator<Item = usize>| widths.max().unwrap_or(0);
        let label = longest(&mut self.labels.iter().map(|it| width(it))).min(page / 3);
        let words = longest(&mut (0..self.labels.len()).map(|at| width(said(at).0)));
        if label + words + 2 > page {
            return self.numbers(&said);
        }
        let bars = (page - label - words - 2).saturating_sub(2).min(*BAR.end());
        let scale = series.scale().filter(|_| bars >= *BAR.start());
        for at in 0..self.labels.len() {
            let mut runs = vec![Run::new(glyphs.truncate(self.labels[at], label), Ink::Text)];
            fill(&mut runs, label + 2);
            if let Some(scale) = scale {
                let stated = series.values[at].as_ref().map(|stated| &stated.quantity);
                match stated.filter(|quantity| quantity.high > 0.0) {
                    Some(it) => runs.extend(bar(glyphs, scale.bar(it), bars, Ink::Right)),
                    None => runs.push(Run::new(glyphs.scale().repeat(bars), Ink::Muted)),
                }
                fill(&mut runs, label + 2 + bars + 2);
            }
            let (words, ink) = said(at);
            runs.push(Run::new(words, ink));
            self.layout.line(runs);
        }
        if scale.is_some_and(|scale| scale.logarithmic) {
            let words = glyphs.truncate("on a logarithmic scale", page);
            self.layout.line(vec![Run::new(words, Ink::Muted)]);
        }
    }

    /// The numbers where there is no room for bars.
    fn numbers<'s>(&mut self, said: &dyn Fn(usize) -> (&'s str, Ink)) {
        let most = (self.layout.page.width / 2).saturating_sub(2);
        for at in 0..self.labels.len() {
            let label = format!("{}: ", self.layout.glyphs.truncate(self.labels[at], most));
            let (words, ink) = said(at);
            let rest = Run::new(" ".repeat(width(&label)), Ink::Text);
            // Words of the chart, which the level says again below: no text of their own.
            self.layout.indented(Run::new(label, Ink::Text), rest, |layout| {
                for range in wrap(words, layout.room().max(1), layout.room().max(1)) {
                    layout.line(vec![Run::new(&words[range], ink)]);
                }
            });
        }
    }

    fn level(&mut self, column: usize) {
        let cells: Vec<(usize, &LevelCell)> = self
            .rows
            .iter()
            .filter_map(|(topic, row)| Some((*topic, row.cells[column].as_deref()?)))
            .collect();
        let spot = self.levels.spot(self.thread, column);
        if spot.is_some() || !self.was_silent {
            self.layout.blank();
        }
        self.was_silent = spot.is_none();
        self.entry(self.labels[column], 1, spot);
        self.head(column, spot);
        let before = (0..column).rev().find(|at| self.speaks(*at));
        if self.thread.row.is_none() && before.is_some() && !cells.is_empty() {
            self.counts(column);
        }
        if spot.is_some() && cells.is_empty() {
            self.layout.text(&Text::plain("a heading with nothing under it"), Ink::Muted);
        }
        let mut around = self.thread.topic;
        for (topic, cell) in cells {
            if topic != around {
                let title = self.levels.topics[topic].title.clone();
                self.layout.text(&Text::plain(title), Ink::Subheading);
                around = topic;
            }
            self.cell(cell, before);
        }
    }

    /// Whether a level has any text here.
    fn speaks(&self, column: usize) -> bool {
        self.rows.iter().any(|(_, row)| row.cells[column].is_some())
    }

    /// The name of a level, and where it says this.
    fn head(&mut self, column: usize, spot: Option<&Spot>) {
        let mut text = Text::plain(self.labels[column]);
        if spot.is_none() {
            text.push("  nothing on this", SpanStyle::default(), None);
            self.layout.text(&text, Ink::Muted);
            return;
        }
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
        let before = (0..column).rev().find(|at| self.speaks(*at));
        let cells: Vec<&LevelCell> =
            self.rows.iter().filter_map(|(_, row)| row.cells[column].as_deref()).collect();
        let of = |test: &dyn Fn(&LevelCell) -> bool| cells.iter().filter(|it| test(it)).count();
        let from_here = |kind: Kind| of(&|it| it.kind == kind && it.before == before);
        let gone = self.rows.iter().filter(|(_, row)| {
            before.is_some_and(|at| row.cells[at].is_some()) && row.cells[column].is_none()
        });
        let parts = [
            ("+", of(&|it| it.before.is_none()), "new"),
            ("+", of(&|it| it.before.is_some() && it.before != before), "again"),
            ("~", from_here(Kind::Changed), "changed"),
            ("=", from_here(Kind::Same), "the same"),
            ("<", gone.count(), "no longer"),
        ];
        let parts = parts.iter().filter(|(_, count, _)| *count > 0);
        let words: Vec<String> =
            parts.map(|(sign, count, words)| format!("{sign}{count} {words}")).collect();
        let dot = format!(" {} ", self.layout.glyphs.dot());
        self.layout.text(&Text::plain(words.join(&dot)), Ink::Muted);
    }

    /// A text; `before` is the level before that says anything here.
    fn cell(&mut self, cell: &LevelCell, before: Option<usize>) {
        let keyed = self.thread.row.is_some() && self.key_is_title(cell);
        let (sign, ink) = match cell.kind {
            _ if before.is_none() => (self.layout.glyphs.bullet(0), Ink::Marker),
            Kind::Same => ("=", Ink::Muted),
            Kind::Changed => ("~", Ink::Changed),
            Kind::Left | Kind::Right => ("+", Ink::Right),
        };
        let base = if cell.kind == Kind::Same { Ink::Muted } else { Ink::Text };
        let mut text = if keyed { cell.part.text.clone() } else { with_key(&cell.part) };
        let end = text.to_plain().len();
        if let Some(than) = cell.before.filter(|than| Some(*than) != before) {
            text.push(&format!("  (since {})", self.labels[than]), SpanStyle::default(), None);
        }
        let mut styled = self.layout.style(&text, base.into());
        styled.remark(&(end..usize::MAX), |mark| Mark { ink: Ink::Muted, ..mark });
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
