//! A track as a matrix: its levels across, its topics down.

use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Levels, MatrixCell, Thread};
use crate::report::{MATRIX_EMPTY, MATRIX_GAP, MatrixRow};

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
                row(html, &MatrixRow::new(levels, *thread));
            }
        });
    });
    html.end_line();
}

fn row(html: &mut Html, row: &MatrixRow<'_>) {
    let class = match (row.row, row.depth) {
        (Some(_), _) => "in2",
        (None, 0) => "in0 topic",
        (None, _) => "in1 topic",
    };
    html.element("tr", &[], |html| {
        let attributes = [("scope", "row"), ("class", class), FOREIGN[0], FOREIGN[1]];
        // A row without a key is called by its first text, which stands in its cell.
        let keyless = row.row.is_some_and(|row| row.key.is_none());
        let name = if keyless { "" } else { row.name };
        html.element("th", &attributes, |html| text::lines(html, name));
        row.cells.iter().for_each(|it| cell(html, row, it));
    });
    html.end_line();
}

fn cell(html: &mut Html, row: &MatrixRow<'_>, cell: &MatrixCell<'_>) {
    match cell {
        MatrixCell::Nothing => html.words("td", &[], ""),
        MatrixCell::Gap => html.words("td", &[("class", "gap")], MATRIX_GAP),
        MatrixCell::Empty => html.words("td", &[], MATRIX_EMPTY),
        MatrixCell::Count(count, _) => html.words("td", &[], &count.to_string()),
        MatrixCell::Same(part) | MatrixCell::Text(part) => {
            html.element("td", &FOREIGN, |html| match row.has_key_of(part) {
                true => text::write(html, &part.text, &[], "ins"),
                false => text::lines(html, &part.spot.text),
            });
        }
    }
}
