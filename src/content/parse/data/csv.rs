//! Tables of comma-separated values.

use crate::content::parse::text::inline;
use crate::model::{Column, Row, SpanStyle, Table, Text};

/// A table with more columns than this is not about roles.
const MAX_COLUMNS: usize = 200;

/// Reads a table whose first row is its header; `None` if there are no rows or columns. Commas,
/// semicolons and tabs separate cells; quotes allow cells with line breaks.
pub(crate) fn table(text: &str) -> Option<Table> {
    let mut rows = records(text, separator(text)?).into_iter();
    let (line, header) = rows.next()?;
    let width = header.len();
    if !(2..=MAX_COLUMNS).contains(&width) {
        return None;
    }
    let columns: Vec<Column> = header
        .iter()
        .map(|cell| Column { header: inline::parse(cell.trim()), ..Column::default() })
        .collect();
    let mut rows: Vec<Row> = rows
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(line, mut cells)| {
            // Excess cells are joined into the last one, so that they are not lost.
            let extra = cells.split_off(width.min(cells.len())).join(" | ");
            cells.resize(width, String::new());
            if let Some(last) = cells.last_mut().filter(|_| !extra.is_empty()) {
                *last = format!("{last} | {extra}");
            }
            Row { line, cells: cells.iter().map(|cell| text_of(cell)).collect() }
        })
        .collect();
    repeat_merged(&mut rows);
    (!rows.is_empty()).then_some(Table { line, columns, rows })
}

/// The separator of cells: the one that occurs most in the header, apart from quoted cells.
fn separator(text: &str) -> Option<char> {
    let first = text.lines().next()?;
    let bare: String = first.split('"').step_by(2).collect();
    let count = |sign: char| bare.chars().filter(|c| *c == sign).count();
    [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ','))
}

/// Repeats a first cell that was merged with the one above: spreadsheets write it once, for the first of
/// its rows. A row that fills other columns than the one above is something else.
fn repeat_merged(rows: &mut [Row]) {
    let filled = |row: &Row| -> Vec<usize> {
        let cells = row.cells.iter().enumerate().skip(1);
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(at, _)| at).collect()
    };
    for at in 1..rows.len() {
        let (above, below) = rows.split_at_mut(at);
        let (Some(above), Some(row)) = (above.last(), below.first_mut()) else { continue };
        let Some(merged) = above.cells.first().filter(|cell| !cell.is_empty()) else { continue };
        let around = filled(above);
        let own = filled(row);
        let goes_on = own.len() > 1 && own.iter().all(|column| around.contains(column));
        if let Some(first) = row.cells.first_mut().filter(|cell| cell.is_empty() && goes_on) {
            *first = merged.clone();
        }
    }
}

/// The text of a cell; its line breaks are kept.
fn text_of(cell: &str) -> Text {
    let mut text = Text::default();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push("\n", SpanStyle::default(), None);
        }
        // The sign of a list would be read as a list.
        let (bullet, words) = match line.strip_prefix(['-', '*', '•']) {
            Some(words) if words.starts_with(' ') => ("• ", words.trim()),
            _ => ("", line),
        };
        text.push(bullet, SpanStyle::default(), None);
        text.push_text(&inline::parse(words));
    }
    text
}

/// The records of a text, each with its first line.
fn records(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    let mut records = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut line, mut start) = (1, 1);
    let mut is_quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if is_quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                is_quoted = true;
            }
            '\n' if !is_quoted => {
                cells.push(std::mem::take(&mut cell));
                records.push((start, std::mem::take(&mut cells)));
                line += 1;
                start = line;
            }
            '\n' => {
                line += 1;
                cell.push(c);
            }
            c if c == separator && !is_quoted => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !cells.is_empty() {
        cells.push(cell);
        records.push((start, cells));
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a table, each with its line.
    #[track_caller]
    fn check(text: &str, want: &[(usize, &[&str])]) {
        let table = table(text).unwrap();
        let rows = table.rows.iter();
        let got: Vec<(usize, Vec<&str>)> =
            rows.map(|row| (row.line, row.cells.iter().map(Text::as_str).collect())).collect();
        let want: Vec<_> = want.iter().map(|(line, cells)| (*line, cells.to_vec())).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn quotes_hold_separators_and_line_breaks() {
        check(
            "a;b\n\"x;\n\"\"y\"\"\";2\n3;4;5\n",
            &[(2, &["x;\n\"y\"", "2"]), (4, &["3", "4 | 5"])],
        );
        check("\"a, b, c\"\td\n1. x\t2, 3\n", &[(2, &["1. x", "2, 3"])]);
    }

    #[test]
    fn a_merged_first_cell_stands_beside_each_of_its_rows() {
        check(
            "a,b,c\nx,L1,p\n,L2,q\n,,r\n",
            &[(2, &["x", "L1", "p"]), (3, &["x", "L2", "q"]), (4, &["", "", "r"])],
        );
    }
}
