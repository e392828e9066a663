//! One topic through the levels as a page: its numbers as a chart, then what each level says.

use super::bars::bar;
use super::document::DocumentOptions;
use super::glyphs::Glyphs;
use super::layout::Layout;
use super::parts::{changed_words, with_key};
use super::rows::anchor;
use super::sheet::{Line, MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::wrap::{width, wrap};
use crate::compare::{Kind, Levels, Spot, Thread};
use crate::model::{Anchor, Ladder, Link, Place, SpanStyle, Text};
use crate::report::{
    Chart, ChartWords, LOGARITHMIC, LevelTrace, NO_NUMBER, NOTHING_ON_THIS, SAME_UNDER, TraceCount,
    TraceReport, TraceText,
};
use crate::theme::{Ink, Mark};

/// A bar shorter than this says nothing; one longer than this says no more.
const BAR: std::ops::RangeInclusive<usize> = 8..=48;

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
    let report = TraceReport::new(levels, thread);
    let labels = levels.names.iter().map(String::as_str).collect();
    let mut sheet = TraceSheet { layout, ladder, labels, was_silent: false };
    sheet.title(&report);
    report.charts.iter().for_each(|chart| sheet.titled_chart(chart));
    report.levels.iter().for_each(|level| sheet.level(level));
    sheet.layout.page
}

/// That another says the same, which stands under these headings.
#[must_use]
pub fn lay_out_also(around: &[&str], glyphs: Glyphs) -> Line {
    let words = format!("{SAME_UNDER}{}", path(around, glyphs));
    Line::new(vec![Run::new(words, Ink::Muted)])
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
        // What has no name of its own goes by its text, which stands below in full.
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
        if !chart.title.is_empty() {
            self.layout.text(&Text::plain(chart.title.as_str()), Ink::Subheading);
        }
        self.chart(chart);
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
        if scale.is_some_and(|scale| scale.logarithmic) {
            let words = glyphs.truncate(LOGARITHMIC, page);
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

    /// The name of a level, and where it says this.
    fn head(&mut self, level: &LevelTrace<'_>) {
        let mut text = Text::plain(level.name);
        if level.spot.is_none() {
            let words = format!("  {NOTHING_ON_THIS}");
            text.push(&words, SpanStyle::default(), None);
            self.layout.text(&text, Ink::Muted);
            return;
        }
        if let Some(spot) = level.spot {
            let document = self.ladder.document(spot.document);
            let section = document.section_at_line(spot.line);
            let place = Place { document: spot.document, section };
            let link = Link { target: document.file.clone(), place: Some(place) };
            text.push("  ", SpanStyle::default(), None);
            let words = format!("{}:{}", document.file, spot.line);
            text.push(&words, SpanStyle::default(), Some(&link));
        }
        self.layout.anchor = level.spot.map(|spot| Anchor::new(spot.document, spot.line, 0));
        self.layout.text(&text, Ink::Heading);
    }

    /// How much of the level before stays, changes, comes and goes.
    fn counts(&mut self, counts: &[TraceCount]) {
        if counts.is_empty() {
            return;
        }
        let words: Vec<String> = counts.iter().map(|count| count.phrase()).collect();
        let dot = format!(" {} ", self.layout.glyphs.dot());
        self.layout.text(&Text::plain(words.join(&dot)), Ink::Muted);
    }

    fn text(&mut self, text: &TraceText<'_>) {
        let (part, kind) = (&text.cell.part, text.cell.kind);
        let (sign, ink) = match (text.sign, kind) {
            (None, _) => (self.layout.glyphs.bullet(0), Ink::Marker),
            (Some((sign, _)), Kind::Same) => (sign, Ink::Muted),
            (Some((sign, _)), Kind::Changed) => (sign, Ink::Changed),
            (Some((sign, _)), Kind::Left | Kind::Right) => (sign, Ink::Right),
        };
        let base = if kind == Kind::Same { Ink::Muted } else { Ink::Text };
        let mut words = if text.key_apart { part.text.clone() } else { with_key(part) };
        let end = words.to_plain().len();
        if let Some(since) = text.since_words() {
            words.push(&format!("  {since}"), SpanStyle::default(), None);
        }
        let mut styled = self.layout.style_at(anchor(part, 1), &words, base.into());
        styled.remark(&(end..usize::MAX), |mark| Mark { ink: Ink::Muted, ..mark });
        for range in changed_words(part, text.key_apart) {
            styled.remark(&range, |mark| Mark { ink: Ink::Right, ..mark }.bold());
        }
        let lead = Run::new(format!("{sign} "), Mark::from(ink).bold());
        let rest = Run::new(" ".repeat(SIGN), Ink::Text);
        self.layout.indented(lead, rest, |layout| layout.styled(&styled, usize::MAX));
    }
}
