//! One topic through the levels as a page: its numbers as a chart, then the text of each level.

use std::ops::Range;

use super::bars::bar;
use super::glyphs::Glyphs;
use super::layout::Layout;
use super::parts::{changed_words, with_key};
use super::rows::anchor;
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::styled::Styled;
use super::wrap::{width, wrap};
use crate::compare::{Kind, Spot};
use crate::model::{Anchor, Ladder, Link, Place, SpanStyle, Text};
use crate::report::{
    Chart, ChartWords, LOGARITHMIC, LevelTrace, NO_NUMBER, NOTHING_ON_THIS, TraceCount,
    TraceReport, TraceText,
};
use crate::theme::{Ink, Mark};

/// The length of a bar: a shorter one shows nothing, a longer one shows no more.
const BAR: std::ops::RangeInclusive<usize> = 8..=48;

/// Columns of a sign and the space behind it.
const SIGN: usize = 2;

/// How a trace is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceOptions {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// How many lines the charts may take that stay on top when the page is scrolled.
    pub head: usize,
}

/// Lays out a topic through its levels. The first entry of the page's outline is the topic, the others
/// are the levels in order; each links to its source.
#[must_use]
pub fn lay_out_trace(ladder: &Ladder, report: &TraceReport<'_>, options: TraceOptions) -> Page {
    let labels: Vec<&str> = report.levels.iter().map(|level| level.name).collect();
    let sheet = |glyphs| {
        let layout = Layout::new(options.width.max(MIN_WIDTH), glyphs);
        TraceSheet { layout, ladder, labels: labels.clone(), was_silent: false }
    };
    let charts = &report.charts;
    let pinned = Pinned::new(charts, options.head, || sheet(options.glyphs));
    let mut sheet = sheet(options.glyphs);
    sheet.layout.page.head = pinned.lines.clone();
    sheet.title(report);
    let drawn = |(at, _): &(usize, &Chart<'_>)| !pinned.charts.contains(at);
    let below = charts.iter().enumerate().filter(drawn);
    below.for_each(|(_, chart)| sheet.titled_chart(chart));
    match report.is_row {
        true => sheet.row(report),
        false => report.levels.iter().for_each(|level| sheet.level(level)),
    }
    sheet.layout.page
}

/// The part of the charts that stays on top: all charts, the most important chart, or its numbers in a
/// few lines, as far as there is room.
#[derive(Default)]
struct Pinned {
    lines: Vec<Line>,
    /// The charts that need not be drawn below.
    charts: Range<usize>,
}

impl Pinned {
    fn new<'a>(charts: &[Chart<'_>], room: usize, sheet: impl Fn() -> TraceSheet<'a>) -> Self {
        let drawn = |range: Range<usize>| {
            let mut sheet = sheet();
            charts[range.clone()].iter().for_each(|chart| sheet.pinned_chart(chart));
            let logarithmic = charts[range.clone()].iter().any(Chart::is_logarithmic);
            Self { lines: sheet.pinned(logarithmic), charts: range }
        };
        let Some(most) = Chart::most_telling(charts) else { return Self::default() };
        let in_few_lines = || {
            let mut sheet = sheet();
            sheet.in_few_lines(&charts[most]);
            Self { lines: sheet.pinned(false), charts: 0..0 }
        };
        let all = || drawn(0..charts.len());
        let one = || drawn(most..most + 1);
        let ways: [&dyn Fn() -> Self; 3] = [&all, &one, &in_few_lines];
        let fits = |it: &Self| it.lines.len() <= room;
        ways.iter().map(|way| way()).find(fits).unwrap_or_default()
    }
}

/// Words of ours below a trace.
#[must_use]
pub fn lay_out_note(words: &str, width: usize, glyphs: Glyphs) -> Vec<Line> {
    let mut layout = Layout::new(width.max(MIN_WIDTH), glyphs);
    layout.wrapped(Run::default(), words, Ink::Muted);
    layout.page.lines
}

fn path(around: &[&str], glyphs: Glyphs) -> String {
    around.join(&format!(" {} ", glyphs.separator()))
}

struct TraceSheet<'a> {
    layout: Layout,
    ladder: &'a Ladder,
    labels: Vec<&'a str>,
    /// Whether the level set last says nothing.
    was_silent: bool,
}

impl TraceSheet<'_> {
    fn title(&mut self, report: &TraceReport<'_>) {
        self.entry(report.title, 0, None);
        // A row without a name is named by its text, which is below in full.
        let title = match report.is_row {
            true => {
                let title = report.title.replace('\n', " ");
                self.layout.glyphs.truncate(&title, self.layout.page.width)
            }
            false => report.title.to_owned(),
        };
        self.layout.text(&Text::plain(title), Ink::Title);
        if !report.around.is_empty() {
            let around = path(&report.around, self.layout.glyphs);
            self.layout.text(&Text::plain(around), Ink::Muted);
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

    fn titled_chart(&mut self, chart: &Chart<'_>) {
        self.layout.blank();
        self.bars_of(chart);
        self.below(chart);
    }

    /// Sets a chart that stays on top; the kind of scale is said once, below all charts.
    fn pinned_chart(&mut self, chart: &Chart<'_>) {
        self.bars_of(chart);
        self.jump(chart);
    }

    fn bars_of(&mut self, chart: &Chart<'_>) {
        if !chart.title.is_empty() {
            self.layout.wrapped(Run::default(), &chart.title, Ink::Subheading);
        }
        self.chart(chart);
    }

    fn jump(&mut self, chart: &Chart<'_>) {
        if let Some(jump) = &chart.jump {
            self.layout.wrapped(Run::default(), &jump.words(), Ink::Changed);
        }
    }

    /// Sets the numbers of a chart one behind the other, if there is no room for bars.
    fn in_few_lines(&mut self, chart: &Chart<'_>) {
        let said = |(at, label): (usize, &&str)| match chart.said(at) {
            ChartWords::Number(words) => Some(format!("{label} {words}")),
            ChartWords::NoNumber | ChartWords::Nothing => None,
        };
        if !chart.title.is_empty() {
            self.layout.wrapped(Run::default(), &chart.title, Ink::Subheading);
        }
        let dot = format!(" {} ", self.layout.glyphs.dot());
        let mut line = String::new();
        for said in self.labels.iter().enumerate().filter_map(said) {
            let goes_on = width(&line) + width(&dot) + width(&said) <= self.layout.page.width;
            if !line.is_empty() && !goes_on {
                self.layout.wrapped(Run::default(), &std::mem::take(&mut line), Ink::Text);
            }
            let gap = if line.is_empty() { "" } else { &dot };
            line.push_str(&format!("{gap}{said}"));
        }
        self.layout.wrapped(Run::default(), &line, Ink::Text);
        self.jump(chart);
    }

    /// The lines that were set, with a rule below that names a logarithmic scale.
    fn pinned(mut self, logarithmic: bool) -> Vec<Line> {
        let (glyphs, columns) = (self.layout.glyphs, self.layout.page.width);
        let words = if logarithmic { format!(" {LOGARITHMIC} ") } else { String::new() };
        let words = glyphs.truncate(&words, columns);
        let rule = |columns: usize| Run::new(glyphs.horizontal().repeat(columns), Ink::Border);
        let before = columns.saturating_sub(width(&words)).min(2);
        let behind = columns.saturating_sub(width(&words) + before);
        let words = Run::new(words, Ink::Muted);
        self.layout.line(vec![rule(before), words, rule(behind)]);
        self.layout.page.lines
    }

    fn chart(&mut self, chart: &Chart<'_>) {
        let page = self.layout.page.width;
        let glyphs = self.layout.glyphs;
        let said = |at: usize| match chart.said(at) {
            ChartWords::Number(words) => (words, Ink::Text),
            ChartWords::NoNumber => (NO_NUMBER, Ink::Muted),
            ChartWords::Nothing => (glyphs.dot(), Ink::Muted),
        };
        let series = &chart.series;
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
                let stated = series.values.get(at).map(|stated| &stated.quantity);
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
    }

    /// Says between which levels the numbers differ most, and the kind of scale.
    fn below(&mut self, chart: &Chart<'_>) {
        let mut styled = Styled::default();
        if let Some(jump) = &chart.jump {
            styled.decorate(&jump.words(), Ink::Changed);
        }
        if chart.is_logarithmic() {
            let gap = if chart.jump.is_some() { "  " } else { "" };
            styled.decorate(&format!("{gap}(chart {LOGARITHMIC})"), Ink::Muted);
        }
        if !styled.plain.is_empty() {
            self.layout.styled(&styled, usize::MAX);
        }
    }

    /// Sets the numbers if there is no room for bars.
    fn numbers<'s>(&mut self, said: &dyn Fn(usize) -> (&'s str, Ink)) {
        let most = (self.layout.page.width / 2).saturating_sub(2);
        for at in 0..self.labels.len() {
            let label = format!("{}: ", self.layout.glyphs.truncate(self.labels[at], most));
            let (words, ink) = said(at);
            let rest = Run::new(" ".repeat(width(&label)), Ink::Text);
            // Words of the chart: the level repeats them below, so they are no flow.
            self.layout.indented(Run::new(label, Ink::Text), rest, |layout| {
                for range in wrap(words, layout.room().max(1), layout.room().max(1)) {
                    layout.line(vec![Run::new(&words[range], ink)]);
                }
            });
        }
    }

    /// Sets a row: the text of each level beside its name.
    fn row(&mut self, report: &TraceReport<'_>) {
        let page = self.layout.page.width;
        let label = self.labels.iter().map(|label| width(label)).max().unwrap_or(0);
        if label + 2 > page / 3 {
            return report.levels.iter().for_each(|level| self.level(level));
        }
        self.layout.blank();
        for level in &report.levels {
            self.entry(level.name, 1, level.spot);
            let mut name = vec![Run::new(level.name, Ink::Heading)];
            fill(&mut name, label + 2);
            let name: String = name.iter().map(|run| run.text.as_str()).collect();
            let ink = if level.spot.is_some() { Ink::Heading } else { Ink::Muted };
            let rest = Run::new(" ".repeat(label + 2), Ink::Text);
            let Self { layout, ladder, .. } = self;
            layout.indented(Run::new(name, ink), rest, |layout| match level.texts.first() {
                Some(text) => {
                    // The place takes no line of its own.
                    let taken = SIGN + width(text.cell.part.text.as_str()) + 2;
                    let fits = |place: &str| taken + width(place) <= layout.room();
                    set(layout, text, place(ladder, level).filter(|(place, _)| fits(place)));
                }
                None => layout.wrapped(Run::default(), NOTHING_ON_THIS, Ink::Muted),
            });
        }
    }

    fn level(&mut self, level: &LevelTrace<'_>) {
        if level.spot.is_some() || !self.was_silent {
            self.layout.blank();
        }
        self.was_silent = level.spot.is_none();
        self.entry(level.name, 1, level.spot);
        self.head(level);
        self.counts(&level.counts);
        if let Some(remark) = level.remark().filter(|_| level.spot.is_some()) {
            self.layout.text(&Text::plain(remark), Ink::Muted);
        }
        for text in &level.texts {
            if let Some(title) = text.under {
                self.layout.text(&Text::plain(title), Ink::Subheading);
            }
            self.text(text);
        }
    }

    /// Sets the name of a level, and the place of its text.
    fn head(&mut self, level: &LevelTrace<'_>) {
        let mut text = Text::plain(level.name);
        if level.spot.is_none() {
            let words = format!("  {NOTHING_ON_THIS}");
            text.push(&words, SpanStyle::default(), None);
            self.layout.text(&text, Ink::Muted);
            return;
        }
        if let Some((words, link)) = place(self.ladder, level) {
            text.push("  ", SpanStyle::default(), None);
            text.push(&words, SpanStyle::default(), Some(&link));
        }
        self.layout.anchor = level.spot.map(|spot| Anchor::new(spot.document, spot.line, 0));
        self.layout.text(&text, Ink::Heading);
    }

    /// Says how many items of the level before are the same, changed, new and gone.
    fn counts(&mut self, counts: &[TraceCount]) {
        if counts.is_empty() {
            return;
        }
        let words: Vec<String> = counts.iter().map(|count| count.phrase()).collect();
        let dot = format!(" {} ", self.layout.glyphs.dot());
        self.layout.text(&Text::plain(words.join(&dot)), Ink::Muted);
    }

    fn text(&mut self, text: &TraceText<'_>) {
        set(&mut self.layout, text, None);
    }
}

/// The place of a level's text, in words and as a link.
fn place(ladder: &Ladder, level: &LevelTrace<'_>) -> Option<(String, Link)> {
    let spot = level.spot?;
    let document = ladder.document(spot.document);
    let section = document.section_at_line(spot.line);
    let place = Place { document: spot.document, section };
    let link = Link { target: document.file.clone(), place: Some(place) };
    Some((format!("{}:{}", document.file, spot.line), link))
}

/// Sets a text behind its sign, with its place behind it if given.
fn set(layout: &mut Layout, text: &TraceText<'_>, place: Option<(String, Link)>) {
    let (part, kind) = (&text.cell.part, text.cell.kind);
    let (sign, ink) = match (text.sign, kind) {
        (None, _) => (layout.glyphs.bullet(0), Ink::Marker),
        (Some((sign, _)), Kind::Same) => (sign, Ink::Muted),
        (Some((sign, _)), Kind::Changed) => (sign, Ink::Changed),
        (Some((sign, _)), Kind::Left | Kind::Right) => (sign, Ink::Right),
    };
    let base = if kind == Kind::Same { Ink::Muted } else { Ink::Text };
    let mut words = if text.key_apart { part.text.clone() } else { with_key(part) };
    let end = words.as_str().len();
    if let Some(since) = text.since_words() {
        words.push(&format!("  {since}"), SpanStyle::default(), None);
    }
    let said = words.as_str().len();
    if let Some((place, link)) = place {
        words.push("  ", SpanStyle::default(), None);
        words.push(&place, SpanStyle::default(), Some(&link));
    }
    let mut styled = layout.style_at(anchor(part, 1), &words, base.into());
    styled.remark(&(end..said), |mark| Mark { ink: Ink::Muted, ..mark });
    for range in changed_words(part, text.key_apart) {
        styled.remark(&range, |mark| Mark { ink: Ink::Right, ..mark }.bold());
    }
    let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
    let rest = Run::new(" ".repeat(SIGN), Ink::Text);
    layout.indented(lead, rest, |layout| layout.styled(&styled, usize::MAX));
}
