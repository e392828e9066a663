//! Tracks as matrices.

use super::escape::{cell, escaped};
use crate::compare::MatrixCell;
use crate::report::{MATRIX_EMPTY, MATRIX_GAP, MatrixReport, MatrixRow, OverviewReport};

/// Tracks as matrices, a table each.
#[must_use]
pub fn overview(report: &OverviewReport<'_>) -> String {
    report.tracks.iter().map(matrix).collect::<Vec<_>>().join("\n")
}

fn matrix(matrix: &MatrixReport<'_>) -> String {
    let names: Vec<String> = matrix.levels.names.iter().map(|name| cell(name)).collect();
    let rule = " --- |".repeat(names.len() + 1);
    let rows = matrix.rows.iter().map(|it| row(&MatrixRow::new(&matrix.levels, *it)));
    let rows: String = rows.collect();
    format!("# {}\n\n| | {} |\n|{rule}\n{rows}", escaped(matrix.title), names.join(" | "))
}

fn row(row: &MatrixRow<'_>) -> String {
    let name = cell(row.name);
    let is_outermost = row.row.is_none() && row.depth == 0;
    let name = if is_outermost { format!("**{name}**") } else { name };
    let cells: Vec<String> = row.cells.iter().map(|it| cell(&words(row, it))).collect();
    format!("| {name} | {} |\n", cells.join(" | "))
}

/// A topic's number of texts, a row's text, or that there is a gap.
fn words(row: &MatrixRow<'_>, cell: &MatrixCell<'_>) -> String {
    match cell {
        MatrixCell::Nothing => String::new(),
        MatrixCell::Gap => MATRIX_GAP.to_owned(),
        MatrixCell::Empty => MATRIX_EMPTY.to_owned(),
        MatrixCell::Count(count, _) => count.to_string(),
        MatrixCell::Same(part) | MatrixCell::Text(part) => row.words(part),
    }
}
