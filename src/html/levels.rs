//! Several roles, a column each.

use super::comparison::heading;
use super::contents::Contents;
use super::parts::{self, about, key_cell, told_sign};
use super::shape::Shape;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Kind, LevelCell, LevelRow, Levels};
use crate::model::{DocumentId, Subject};
use crate::report::{
    Folds, LevelTopicReport, LevelsReport, LevelsRest, NOTHING_HERE, RowCounts, SOME, kind_name,
    left_out, row_sign,
};

/// Writes how many rows are changed, in some roles only, or unchanged.
pub(super) fn counts(html: &mut Html, counts: RowCounts) {
    html.words("p", &[("class", "summary")], &counts.line());
    html.end_line();
}

/// Writes the topics of several roles side by side, and returns the entries that lead to them.
pub fn levels(html: &mut Html, levels: &Levels, shape: Shape) -> Vec<Contents> {
    let report = LevelsReport::new(levels, shape.only, Folds::default());
    topics(html, &report, shape)
}

/// The same of a report.
pub(super) fn topics(html: &mut Html, report: &LevelsReport, shape: Shape) -> Vec<Contents> {
    let names = report.levels.names.iter().map(String::as_str).collect();
    let sheet = LevelColumns { levels: report.levels, names, shape };
    let mut entries: Vec<Contents> =
        report.topics.iter().map(|topic| sheet.topic(html, topic)).collect();
    if let Some(rest) = &report.rest {
        entries.push(sheet.rest(html, rest));
    }
    entries
}

struct LevelColumns<'a> {
    levels: &'a Levels,
    names: Vec<&'a str>,
    shape: Shape<'a>,
}

impl LevelColumns<'_> {
    fn topic(&self, html: &mut Html, report: &LevelTopicReport) -> Contents {
        let LevelTopicReport { topic, kind, .. } = *report;
        let depth = topic.depth.saturating_sub(1);
        let id = format!("{}{}", self.shape.prefix, report.at + 1);
        let class = kind_name(kind);
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.end_line();
            html.element(heading(self.shape.level + depth), &[], |html| {
                told_sign(html, kind.sign(), class);
                html.text(" ");
                html.element("span", &FOREIGN, |html| text::lines(html, &topic.title));
            });
            html.end_line();
            silence(html, &report.silent);
            parts::why(html, report.why.clone());
            parts::why(html, report.unlike.clone());
            self.table(html, report);
            if let Some(words) = left_out(report.same_left_out()) {
                about(html, &words);
            }
        });
        html.end_line();
        Contents {
            id,
            depth,
            sign: kind.sign(),
            title: topic.title.replace('\n', " "),
            differences: report.differences,
            is_same: kind == Kind::Same,
        }
    }

    /// What is no comparison of the roles, folded for its reader.
    fn rest(&self, html: &mut Html, rest: &LevelsRest) -> Contents {
        let id = format!("{}rest", self.shape.prefix);
        html.element("section", &[("class", "rest"), ("id", &id)], |html| {
            html.element("details", &[], |html| {
                html.element("summary", &[], |html| text::name(html, &rest.title));
                html.end_line();
                rest.topics.iter().for_each(|topic| drop(self.topic(html, topic)));
            });
        });
        html.end_line();
        let title = rest.title.clone();
        Contents { id, depth: 0, sign: "", title, differences: 0, is_same: true }
    }

    fn table(&self, html: &mut Html, report: &LevelTopicReport) {
        let rows = &report.rows;
        if rows.is_empty() {
            return;
        }
        let keyed = rows.iter().any(|row| row.has_one_key());
        let class = if keyed { "pairs keyed" } else { "pairs" };
        html.element("table", &[("class", class)], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    html.words("td", &[("class", "sign")], "");
                    if keyed {
                        html.words("td", &[("class", "key")], "");
                    }
                    for name in &self.names {
                        html.element("th", &[("scope", "col")], |html| text::name(html, name));
                    }
                });
            });
            html.end_line();
            // Where reasons are given, each text has its own below it.
            let apart = |row: &LevelRow| row.lone().is_some() && row.why.is_empty();
            for run in rows.chunk_by(|a, b| apart(a) && apart(b)) {
                match run {
                    [row] if row.lone().is_none() => self.row(html, row, keyed),
                    run => self.apart(html, run, keyed),
                }
                self.why(html, report.row_why(self.levels, run[0]), keyed);
            }
        });
        html.end_line();
    }

    /// Why the texts of the row above correspond, or the only one is unmatched.
    fn why(&self, html: &mut Html, why: Option<String>, keyed: bool) {
        if why.is_none() {
            return;
        }
        let columns = self.names.len().to_string();
        html.element("tbody", &[], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[], "");
                if keyed {
                    html.words("td", &[], "");
                }
                html.element("td", &[("colspan", &columns)], |html| parts::why(html, why));
            });
        });
        html.end_line();
    }

    fn row(&self, html: &mut Html, row: &LevelRow, keyed: bool) {
        let class = if row.is_same() { "same" } else { "changed" };
        html.element("tbody", &[("class", class)], |html| {
            html.element("tr", &[], |html| {
                let (sign, words) = row_sign(row);
                html.element("td", &[("class", "sign")], |html| told_sign(html, sign, words));
                let key = row.key.as_deref().filter(|_| row.has_one_key());
                key_cell(html, keyed, key);
                for (column, cell) in row.cells.all().enumerate() {
                    self.cell(html, column, cell, key.is_some());
                }
            });
        });
        html.end_line();
    }

    /// Items that only one role has, in parallel columns because they do not correspond.
    fn apart(&self, html: &mut Html, run: &[&LevelRow], keyed: bool) {
        html.element("tbody", &[("class", "apart changed")], |html| {
            html.element("tr", &[], |html| {
                html.element("td", &[("class", "sign")], |html| {
                    html.words("span", &[("class", "sign"), ("aria-hidden", "true")], SOME);
                });
                key_cell(html, keyed, None);
                for (column, name) in self.names.iter().enumerate() {
                    html.element("td", &[("class", "level"), ("data-side", name)], |html| {
                        let own = run.iter().filter(|row| row.lone() == Some(column));
                        for cell in own.filter_map(|row| row.cells.get(column)) {
                            html.element("div", &[("class", "alone")], |html| {
                                self.part(html, column, cell, false);
                            });
                        }
                    });
                }
            });
        });
        html.end_line();
    }

    fn cell(&self, html: &mut Html, column: usize, cell: Option<&LevelCell>, key_apart: bool) {
        // An unchanged cell is dimmed.
        let class = match cell.map(|cell| cell.kind) {
            Some(Kind::Same) => "level again",
            _ => "level",
        };
        let name = self.names[column];
        html.element("td", &[("class", class), ("data-side", name)], |html| {
            if let Some(cell) = cell {
                self.part(html, column, cell, key_apart);
            }
        });
    }

    fn part(&self, html: &mut Html, column: usize, cell: &LevelCell, key_apart: bool) {
        let own = match self.levels.subjects[column] {
            Subject::Role(id) => Some(DocumentId::Role(id)),
            Subject::Counterpart(_) => None,
        };
        let source = parts::source(own, &cell.part.spot);
        parts::write(html, &cell.part, key_apart, "ins", &source);
    }
}

/// Names the roles that say nothing here.
fn silence(html: &mut Html, silent: &[&str]) {
    if silent.is_empty() {
        return;
    }
    html.element("p", &[("class", "about")], |html| {
        html.text(NOTHING_HERE);
        text::name(html, &silent.join(", "));
    });
    html.end_line();
}
