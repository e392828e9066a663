//! A track as a matrix: its levels across, its topics down.

use super::parts::{changed, told_sign};
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Levels, Part, Thread};
use crate::report::{MATRIX_GAP, MATRIX_WAY_UP, MatrixCell, MatrixRow, ToldCell, first_way_up};

/// Writes the rows of a matrix: of a topic what tells each level from the one before, of a row all it
/// says.
pub fn overview(html: &mut Html, levels: &Levels, rows: &[MatrixRow]) {
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
            let way_up = first_way_up(rows);
            for (at, it) in rows.iter().enumerate() {
                if way_up == Some(at) {
                    apart(html, levels.names.len());
                }
                row(html, levels, it);
            }
        });
    });
    html.end_line();
}

/// The heading above the rows about promotion and other levels.
fn apart(html: &mut Html, columns: usize) {
    let columns = (columns + 1).to_string();
    html.element("tr", &[("class", "apart")], |html| {
        html.words("th", &[("scope", "rowgroup"), ("colspan", &columns)], MATRIX_WAY_UP);
    });
    html.end_line();
}

fn row(html: &mut Html, levels: &Levels, row: &MatrixRow) {
    let class = match (row.is_topic(), row.depth) {
        (false, _) => "in2",
        (true, 0) => "in0 topic",
        (true, _) => "in1 topic",
    };
    html.element("tr", &[], |html| {
        let attributes = [("scope", "row"), ("class", class), FOREIGN[0], FOREIGN[1]];
        // A row without a key is called by its first text, which is in its cell.
        let name = if row.is_keyless { "" } else { &row.name };
        html.element("th", &attributes, |html| text::lines(html, name));
        for (column, it) in row.cells.all().enumerate() {
            match it {
                Some(it) => cell(html, row, it, part(levels, row.thread, column)),
                None => html.words("td", &[], ""),
            }
        }
    });
    html.end_line();
}

/// What a level says in a row.
fn part(levels: &Levels, thread: Thread, column: usize) -> Option<&Part> {
    let row = &levels.topics[thread.topic].rows[thread.row?];
    row.cells.get(column).map(|cell| &cell.part)
}

fn cell(html: &mut Html, row: &MatrixRow, it: &MatrixCell, part: Option<&Part>) {
    match (&it.told, part) {
        (ToldCell::Gap, _) => html.words("td", &[("class", "gap")], MATRIX_GAP),
        (ToldCell::Text { direction, from, .. }, part) => {
            html.element("td", &FOREIGN, |html| {
                if let Some(direction) = direction {
                    told_sign(html, direction.sign(), direction.word());
                }
                match part {
                    Some(part) => whole(html, row, part),
                    None => {
                        html.text(if *from > 0 { "…" } else { "" });
                        text::lines(html, &it.words());
                    }
                }
                if row.counts(it) {
                    html.words("small", &[("class", "source")], &format!(" ({})", it.texts));
                }
            });
        }
        _ => html.words("td", &[("class", "again")], &it.words()),
    }
}

/// A text from its start, its changed words marked.
fn whole(html: &mut Html, row: &MatrixRow, part: &Part) {
    if let Some(key) = part.key.as_ref().filter(|key| row.is_keyless || row.name != **key) {
        html.element("b", &[], |html| text::lines(html, key));
        html.text(": ");
    }
    text::write(html, &part.text, changed(part), "ins");
}
