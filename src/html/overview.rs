//! A track as a matrix: its levels across, its topics down.

use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Levels, MatrixCell, Thread};

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
            let row = thread.row.map(|row| &levels.topics[thread.topic].rows[row]);
            match levels.cell(thread, column) {
                MatrixCell::Nothing => html.words("td", &[], ""),
                MatrixCell::Gap => html.words("td", &[("class", "gap")], "gap"),
                MatrixCell::Empty => html.words("td", &[], "empty"),
                MatrixCell::Count(count, _) => html.words("td", &[], &count.to_string()),
                MatrixCell::Same(part) | MatrixCell::Text(part) => {
                    // The key stands in the first column, if it is that of the row.
                    let apart = row.is_some_and(|row| row.key.is_some() && row.key == part.key);
                    html.element("td", &FOREIGN, |html| match apart {
                        true => text::write(html, &part.text, &[], "ins"),
                        false => text::lines(html, &part.spot.text),
                    });
                }
            }
        }
    });
    html.end_line();
}
