//! Tracks as matrices.

use super::escape::{cell, escaped};
use crate::report::{
    MATRIX_WAY_UP, MatrixCell, MatrixReport, MatrixRow, OverviewReport, first_way_up, legend_line,
    matrix_rest,
};

/// Tracks as matrices, a table each.
#[must_use]
pub fn overview(report: &OverviewReport<'_>) -> String {
    let tracks: Vec<String> = report.tracks.iter().map(matrix).collect();
    format!("{}\n{}\n", tracks.join("\n"), escaped(&legend_line()))
}

fn matrix(matrix: &MatrixReport<'_>) -> String {
    let names: Vec<String> = matrix.levels.names.iter().map(|name| cell(name)).collect();
    let rule = " --- |".repeat(names.len() + 1);
    let way_up = first_way_up(&matrix.rows);
    let apart = format!("| *{MATRIX_WAY_UP}* |{}\n", " |".repeat(names.len()));
    let rows = matrix.rows.iter().enumerate();
    let rows: String = rows
        .flat_map(|(at, it)| [(way_up == Some(at)).then(|| apart.clone()), Some(row(it))])
        .flatten()
        .collect();
    let rest = matrix_rest(&matrix.levels);
    let rest = rest.map_or(String::new(), |rest| format!("\n{}\n", escaped(&rest)));
    format!("# {}\n\n| | {} |\n|{rule}\n{rows}{rest}", escaped(matrix.title), names.join(" | "))
}

fn row(row: &MatrixRow) -> String {
    let name = cell(&row.name);
    let is_outermost = row.is_topic() && row.depth == 0;
    let name = if is_outermost { format!("**{name}**") } else { name };
    let words = |cell: Option<&MatrixCell>| cell.map_or(String::new(), |it| words(row, it));
    let cells: Vec<String> = row.cells.all().map(words).collect();
    format!("| {name} | {} |\n", cells.join(" | "))
}

/// What a level says; of a topic with several texts, how many they are too.
fn words(row: &MatrixRow, it: &MatrixCell) -> String {
    let words = cell(&it.line(!row.is_topic()));
    if row.counts(it) { format!("{words} ({})", it.texts) } else { words }
}
