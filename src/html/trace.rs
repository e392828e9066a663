//! One topic through the levels: its numbers as a chart, then what each level says.

use super::bars;
use super::comparison::heading;
use super::parts::{self, about, told_sign};
use super::shape::Shape;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Kind, Levels, Thread};
use crate::report::{
    Chart, ChartWords, LOGARITHMIC, LevelTrace, NO_NUMBER, TraceCount, TraceReport, TraceText,
};

/// Writes a topic or row through all levels, under a heading of its own.
pub fn trace(html: &mut Html, levels: &Levels, thread: Thread, shape: Shape) {
    report(html, &TraceReport::new(levels, thread), shape);
}

/// The same of a report.
pub(super) fn report(html: &mut Html, report: &TraceReport, shape: Shape) {
    let names = report.levels.iter().map(|level| level.name).collect();
    let trace = Trace { names, shape };
    html.element("section", &[("id", shape.prefix)], |html| {
        html.end_line();
        trace.title(html, report);
        report.charts.iter().for_each(|chart| trace.chart(html, chart));
        report.levels.iter().for_each(|level| trace.level(html, level));
    });
    html.end_line();
}

struct Trace<'a> {
    names: Vec<&'a str>,
    shape: Shape<'a>,
}

impl Trace<'_> {
    fn title(&self, html: &mut Html, report: &TraceReport) {
        html.element(heading(self.shape.level), &FOREIGN, |html| text::lines(html, report.title));
        html.end_line();
        if report.around.is_empty() {
            return;
        }
        html.element("p", &[("class", "about")], |html| {
            for (at, title) in report.around.iter().enumerate() {
                html.text(if at > 0 { " › " } else { "" });
                text::name(html, title);
            }
        });
        html.end_line();
    }

    fn chart(&self, html: &mut Html, chart: &Chart) {
        let Some(scale) = chart.series.scale() else { return };
        html.element("table", &[("class", "week")], |html| {
            if !chart.title.is_empty() {
                html.words("caption", &FOREIGN, &chart.title);
            }
            html.element("tbody", &[], |html| {
                for (at, name) in self.names.iter().enumerate() {
                    html.element("tr", &[], |html| {
                        html.element("th", &[("scope", "row")], |html| text::name(html, name));
                        html.element("td", &[("class", "drawn")], |html| {
                            if let Some(stated) = chart.series.values.get(at) {
                                bars::bar(html, "right", scale.bar(&stated.quantity));
                            }
                        });
                        said(html, chart.said(at));
                    });
                    html.end_line();
                }
            });
        });
        html.end_line();
        if let Some(jump) = &chart.jump {
            html.element("p", &[("class", "jump")], |html| text::name(html, &jump.words()));
            html.end_line();
        }
        if scale.logarithmic {
            about(html, LOGARITHMIC);
        }
    }

    fn level(&self, html: &mut Html, level: &LevelTrace) {
        html.element(heading(self.shape.level + 1), &[], |html| text::name(html, level.name));
        html.end_line();
        if !level.counts.is_empty() {
            let words: Vec<String> =
                level.counts.iter().map(|it| TraceCount::phrase(*it)).collect();
            about(html, &words.join(" · "));
        }
        if let Some(remark) = level.remark() {
            about(html, remark);
        }
        for it in &level.texts {
            if let Some(title) = it.under {
                html.element(heading(self.shape.level + 2), &FOREIGN, |html| {
                    text::lines(html, title);
                });
            }
            self.text(html, it);
        }
    }

    fn text(&self, html: &mut Html, text: &TraceText) {
        let class = if text.cell.kind == Kind::Same { "alone again" } else { "alone" };
        html.element("div", &[("class", class)], |html| {
            if let Some((sign, words)) = text.sign {
                told_sign(html, sign, words);
            }
            let source = parts::source(None, &text.cell.part.spot);
            parts::write(html, &text.cell.part, text.key_apart, "ins", &source);
            if let Some(since) = text.since_words() {
                html.words("small", &[("class", "source")], &since);
            }
        });
        html.end_line();
    }
}

fn said(html: &mut Html, said: ChartWords<'_>) {
    match said {
        ChartWords::Number(words) => html.words("td", &FOREIGN, words),
        ChartWords::NoNumber => html.words("td", &[], NO_NUMBER),
        ChartWords::Nothing => html.words("td", &FOREIGN, ""),
    }
}
