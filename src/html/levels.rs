//! Several roles, a column each.

use super::comparison::heading;
use super::contents::Contents;
use super::parts::{self, key_cell, told_sign};
use super::shape::Shape;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Kind, LevelCell, LevelRow, LevelTopic, Levels};
use crate::model::{DocumentId, Subject};

/// Writes the topics of several roles side by side, and returns the entries that lead to them.
pub fn levels(html: &mut Html, levels: &Levels, shape: Shape) -> Vec<Contents> {
    let names = levels.names.iter().map(String::as_str).collect();
    let sheet = Sheet { levels, names, shape };
    let mut entries = Vec::new();
    for at in 0..levels.topics.len() {
        if levels.differs(at) || !shape.only_differences {
            entries.push(sheet.topic(html, at));
        }
    }
    entries
}

struct Sheet<'a> {
    levels: &'a Levels,
    names: Vec<&'a str>,
    shape: Shape<'a>,
}

impl Sheet<'_> {
    /// A topic and those that nest in it.
    fn all(&self, at: usize) -> impl Iterator<Item = &LevelTopic> {
        std::iter::once(at).chain(self.levels.inside(at)).map(|at| &self.levels.topics[at])
    }

    fn topic(&self, html: &mut Html, at: usize) -> Contents {
        let topic = &self.levels.topics[at];
        let differs = self.levels.differs(at);
        let kind = if differs { Kind::Changed } else { Kind::Same };
        let id = format!("{}{}", self.shape.prefix, at + 1);
        let class = if differs { "changed" } else { "same" };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.end_line();
            html.element(heading(self.shape.level + topic.depth.saturating_sub(1)), &[], |html| {
                told_sign(html, kind, class);
                html.text(" ");
                html.element("span", &FOREIGN, |html| text::lines(html, &topic.title));
            });
            html.end_line();
            self.silent(html, topic);
            self.table(html, topic);
        });
        html.end_line();
        Contents {
            id,
            depth: topic.depth.saturating_sub(1),
            sign: kind.sign(),
            title: topic.title.replace('\n', " "),
            differences: self.all(at).flat_map(|it| &it.rows).filter(|row| !row.is_same()).count(),
            is_same: !differs,
        }
    }

    /// Names the roles that say nothing here.
    fn silent(&self, html: &mut Html, topic: &LevelTopic) {
        let silent = (0..self.names.len()).filter(|column| !topic.has(*column));
        let silent: Vec<&str> = silent.map(|column| self.names[column]).collect();
        if !silent.is_empty() && silent.len() < self.names.len() {
            html.element("p", &[("class", "about")], |html| {
                html.text("nothing here for ");
                text::name(html, &silent.join(", "));
            });
            html.end_line();
        }
    }

    fn table(&self, html: &mut Html, topic: &LevelTopic) {
        let shown = |row: &&LevelRow| !(self.shape.only_differences && row.is_same());
        let rows: Vec<&LevelRow> = topic.rows.iter().filter(shown).collect();
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
            for run in rows.chunk_by(|a, b| a.lone().is_some() && b.lone().is_some()) {
                match run {
                    [row] if row.lone().is_none() => self.row(html, row, keyed),
                    run => self.apart(html, run, keyed),
                }
            }
        });
        html.end_line();
    }

    fn row(&self, html: &mut Html, row: &LevelRow, keyed: bool) {
        let same = row.is_same();
        let class = if same { "same" } else { "changed" };
        html.element("tbody", &[("class", class)], |html| {
            html.element("tr", &[], |html| {
                let kind = if same { Kind::Same } else { Kind::Changed };
                html.element("td", &[("class", "sign")], |html| told_sign(html, kind, class));
                let key = row.key.as_deref().filter(|_| row.has_one_key());
                key_cell(html, keyed, key);
                for (column, cell) in row.cells.iter().enumerate() {
                    self.cell(html, column, cell.as_deref(), key.is_some());
                }
            });
        });
        html.end_line();
    }

    /// What one role has alone: in parallel columns, since it does not correspond.
    fn apart(&self, html: &mut Html, run: &[&LevelRow], keyed: bool) {
        html.element("tbody", &[("class", "apart changed")], |html| {
            html.element("tr", &[], |html| {
                html.element("td", &[("class", "sign")], |html| {
                    html.words("span", &[("class", "sign"), ("aria-hidden", "true")], "+");
                });
                key_cell(html, keyed, None);
                for (column, name) in self.names.iter().enumerate() {
                    html.element("td", &[("class", "level"), ("data-side", name)], |html| {
                        let own = run.iter().filter(|row| row.lone() == Some(column));
                        for cell in own.filter_map(|row| row.cells[column].as_ref()) {
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
        // What is as it was in the column before stands back.
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
