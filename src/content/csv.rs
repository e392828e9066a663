//! Tables of comma-separated values.

use crate::content::inline;
use crate::model::{Column, Row, SpanStyle, Table, Text};

/// More columns than this are no table of people's work.
const MAX_COLUMNS: usize = 200;

/// Reads a table whose first row is its header; `None` where there are no rows or columns. Commas,
/// semicolons and tabs set cells apart; quotes hold cells with line breaks.
pub(crate) fn table(text: &str) -> Option<Table> {
    let first = text.lines().next()?;
    let count = |sign: char| first.chars().filter(|c| *c == sign).count();
    let separator = [',', ';', '\t'].into_iter().max_by_key(|sign| (count(*sign), *sign == ','))?;
    let mut rows = records(text, separator).into_iter();
    let (line, header) = rows.next()?;
    let width = header.len();
    if !(2..=MAX_COLUMNS).contains(&width) {
        return None;
    }
    let columns: Vec<Column> = header
        .iter()
        .map(|cell| Column { header: inline::parse(cell.trim()), ..Column::default() })
        .collect();
    let rows: Vec<Row> = rows
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(line, mut cells)| {
            // What is too much stands in the last cell, so that it is not lost.
            let extra = cells.split_off(width.min(cells.len())).join(" | ");
            cells.resize(width, String::new());
            if let Some(last) = cells.last_mut().filter(|_| !extra.is_empty()) {
                *last = format!("{last} | {extra}");
            }
            Row { line, cells: cells.iter().map(|cell| text_of(cell)).collect() }
        })
        .collect();
    (!rows.is_empty()).then_some(Table { line, columns, rows })
}

/// A cell's text; its line breaks are meant.
fn text_of(cell: &str) -> Text {
    let mut text = Text::default();
    for line in cell.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !text.is_empty() {
            text.push("\n", SpanStyle::default(), None);
        }
        // A list's sign would be read as a list.
        let (bullet, words) = match line.strip_prefix(['-', '*', '•']) {
            Some(words) if words.starts_with(' ') => ("• ", words.trim()),
            _ => ("", line),
        };
        text.push(bullet, SpanStyle::default(), None);
        for span in inline::parse(words).spans {
            text.push(&span.text, span.style, span.link.as_ref());
        }
    }
    text
}

/// The records of a text, each with the line it begins in.
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

    #[test]
    fn quotes_hold_separators_and_line_breaks() {
        let table = table("a;b\n\"x;\n\"\"y\"\"\";2\n3;4;5\n").unwrap();
        let cells: Vec<Vec<String>> =
            table.rows.iter().map(|row| row.cells.iter().map(Text::to_plain).collect()).collect();
        assert_eq!(cells, [["x;\n\"y\"", "2"], ["3", "4 | 5"]]);
        assert_eq!(table.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 4]);
    }
}
