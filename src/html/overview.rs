//! A track as a matrix: its levels across, its topics down.

use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Levels, Thread};

/// Writes the rows of a matrix: of a topic how many texts each level has, of a row what it says.
pub fn overview(html: &mut Html, levels: &Levels, rows: &[Thread]) {
    html.element("table", &[("class", "matrix")], |html| {
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[], "");
                for name in &levels.names {
                    html.element("th", &[("scope", "col")], |html| {
                        text::name(html, name);
                    });
                }
            });
        });
        html.end_line();
        html.element("tbody", &[], |html| {
            html.end_line();
            for thread in rows {
                row(html, levels, *thread);
            }
        });
    });
    html.end_line();
}

fn row(html: &mut Html, levels: &Levels, thread: Thread) {
    let depth = levels.topics[thread.topic].depth;
    let class = match (thread.row, depth) {
        (Some(_), _) => "in2",
        (None, 0 | 1) => "in0 topic",
        (None, _) => "in1 topic",
    };
    html.element("tr", &[], |html| {
        let attributes = [("scope", "row"), ("class", class), FOREIGN[0], FOREIGN[1]];
        // A row without a key is called by its first text, which stands in its cell.
        let keyless = |row: usize| levels.topics[thread.topic].rows[row].key.is_none();
        let name = if thread.row.is_some_and(keyless) { "" } else { levels.name(thread) };
        html.element("th", &attributes, |html| text::lines(html, name));
        for column in 0..levels.subjects.len() {
            match thread.row {
                Some(row) if levels.topics[thread.topic].rows[row].is_gap(column) => {
                    html.words("td", &[("class", "gap")], "gap");
                }
                Some(row) => {
                    let row = &levels.topics[thread.topic].rows[row];
                    html.element("td", &FOREIGN, |html| {
                        if let Some(cell) = &row.cells[column] {
                            let part = &cell.part;
                            // The key stands in the first column, if it is one.
                            if row.has_one_key() {
                                text::write(html, &part.text, &[], "ins");
                            } else {
                                text::lines(html, &part.spot.text);
                            }
                        }
                    });
                }
                None if levels.is_gap(thread.topic, column) => {
                    html.words("td", &[("class", "gap")], "gap");
                }
                None => match levels.texts(thread.topic, column) {
                    0 => html.words("td", &[], ""),
                    count => html.words("td", &[], &count.to_string()),
                },
            }
        }
    });
    html.end_line();
}
