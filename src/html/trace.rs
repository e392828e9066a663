//! One topic through the levels: its numbers as a chart, then what each level says.

use super::bars;
use super::comparison::heading;
use super::parts;
use super::shape::Shape;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Kind, LevelCell, LevelRow, Levels, Series, Thread};

/// More charts than this are no help.
const MOST_CHARTS: usize = 8;

/// Writes a topic or row through all levels, under a heading of its own.
pub fn trace(html: &mut Html, levels: &Levels, thread: Thread, shape: Shape) {
    let names = levels.names.iter().map(String::as_str).collect();
    let trace = Trace { levels, thread, names, rows: levels.rows(thread), shape };
    html.element("section", &[("id", shape.prefix)], |html| {
        html.end_line();
        trace.title(html);
        trace.charts(html);
        (0..trace.names.len()).for_each(|column| trace.level(html, column));
    });
    html.end_line();
}

struct Trace<'a> {
    levels: &'a Levels,
    thread: Thread,
    names: Vec<&'a str>,
    rows: Vec<(usize, &'a LevelRow)>,
    shape: Shape<'a>,
}

impl Trace<'_> {
    fn title(&self, html: &mut Html) {
        html.element(heading(self.shape.level), &FOREIGN, |html| {
            text::lines(html, self.levels.name(self.thread));
        });
        html.end_line();
        if let [around @ .., _] = self.levels.path(self.thread).as_slice()
            && !around.is_empty()
        {
            html.element("p", &[("class", "about")], |html| {
                for (at, title) in around.iter().enumerate() {
                    html.text(if at > 0 { " › " } else { "" });
                    text::name(html, title);
                }
            });
            html.end_line();
        }
    }

    /// What the rows state in numbers, a chart for each quantity.
    fn charts(&self, html: &mut Html) {
        let own = self.thread.row.is_some();
        // Among many rows a number without a name says nothing.
        let rows = self.rows.iter().filter(|(_, row)| own || row.key.is_some());
        let charts = rows.flat_map(|(_, row)| {
            let key = row.key.as_deref().filter(|_| !own).unwrap_or_default();
            row.series().into_iter().map(move |series| (key, series))
        });
        for (key, series) in charts.take(MOST_CHARTS) {
            let of = series.of().unwrap_or_default();
            let colon = if key.is_empty() || of.is_empty() { "" } else { ": " };
            self.chart(html, &format!("{key}{colon}{of}"), &series);
        }
    }

    fn chart(&self, html: &mut Html, title: &str, series: &Series) {
        let Some(scale) = series.scale() else { return };
        html.element("table", &[("class", "week")], |html| {
            if !title.is_empty() {
                html.words("caption", &FOREIGN, title);
            }
            html.element("tbody", &[], |html| {
                for (name, value) in self.names.iter().zip(&series.values) {
                    html.element("tr", &[], |html| {
                        html.element("th", &[("scope", "row")], |html| text::name(html, name));
                        html.element("td", &[("class", "drawn")], |html| {
                            if let Some(stated) = value {
                                bars::one(html, scale.bar(&stated.quantity));
                            }
                        });
                        let words = value.as_ref().map_or("", |stated| stated.words.as_str());
                        html.words("td", &FOREIGN, words);
                    });
                    html.end_line();
                }
            });
        });
        html.end_line();
        if scale.logarithmic {
            html.words("p", &[("class", "about")], "on a logarithmic scale");
            html.end_line();
        }
    }

    fn level(&self, html: &mut Html, column: usize) {
        let cells: Vec<(usize, &LevelCell)> = self
            .rows
            .iter()
            .filter_map(|(topic, row)| Some((*topic, row.cells[column].as_deref()?)))
            .collect();
        html.element(heading(self.shape.level + 1), &[], |html| {
            text::name(html, self.names[column]);
        });
        html.end_line();
        let heads = self.levels.topics[self.thread.topic].headings[column].is_some();
        if cells.is_empty() && !(heads && self.thread.row.is_none()) {
            html.words("p", &[("class", "about")], "nothing on this");
            html.end_line();
        }
        let mut around = self.thread.topic;
        for (topic, cell) in cells {
            if topic != around {
                let title = &self.levels.topics[topic].title;
                html.element(heading(self.shape.level + 2), &FOREIGN, |html| {
                    text::lines(html, title);
                });
                around = topic;
            }
            let class = if cell.kind == Kind::Same { "alone again" } else { "alone" };
            html.element("div", &[("class", class)], |html| {
                let key_apart = self.thread.row.is_some() && self.rows[0].1.has_one_key();
                let source = parts::source(None, &cell.part.spot);
                parts::write(html, &cell.part, key_apart, "ins", &source);
            });
            html.end_line();
        }
    }
}
