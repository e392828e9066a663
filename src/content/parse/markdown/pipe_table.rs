//! Tables of Markdown, including those whose rows have more or fewer cells than the header.
//!
//! The Markdown parser silently drops cells beyond those of the header, so cells are read from the
//! source.

use std::ops::Range;

use pulldown_cmark::Alignment;

use crate::content::parse::text::inline;
use crate::content::source::lines;
use crate::finding::{Finding, Severity};
use crate::model::{Align, Column, Row, SpanStyle, Table, Text};

/// The position of a row in its source.
pub(crate) struct RowSource<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    pub(crate) range: Range<usize>,
    pub(crate) line: usize,
}

/// A table while its rows are read.
#[derive(Debug)]
pub(crate) struct OpenTable {
    table: Table,
    cells: Vec<Text>,
    /// The end of the last cell that the parser read.
    cell_end: usize,
}

impl OpenTable {
    /// A table that begins on a line, with a column for each alignment.
    pub(crate) fn new(line: usize, aligns: &[Alignment]) -> Self {
        let column = |align: &Alignment| Column {
            align: match align {
                Alignment::None | Alignment::Left => Align::Left,
                Alignment::Center => Align::Center,
                Alignment::Right => Align::Right,
            },
            ..Column::default()
        };
        let columns = aligns.iter().map(column).collect();
        Self { table: Table { line, columns, rows: Vec::new() }, cells: Vec::new(), cell_end: 0 }
    }

    /// Adds a cell that ends at a byte of the source.
    pub(crate) fn close_cell(&mut self, text: Text, end: usize) {
        self.cells.push(text);
        self.cell_end = end;
    }

    /// Ends the header at a byte of the source.
    pub(crate) fn close_header(&mut self, end: usize) {
        self.cell_end = end;
        let cells = std::mem::take(&mut self.cells);
        for (column, header) in self.table.columns.iter_mut().zip(cells) {
            column.header = header;
        }
    }

    /// Ends a row.
    pub(crate) fn close_row(&mut self, source: &RowSource<'_>) -> Option<Finding> {
        let mut cells = std::mem::take(&mut self.cells);
        cells.shrink_to_fit();
        let columns = self.table.columns.len();
        let finding = mend(source, &mut cells, columns, self.cell_end);
        self.table.rows.push(Row { line: source.line, cells });
        finding
    }

    /// The whole table.
    pub(crate) fn finish(mut self) -> Table {
        self.table.rows.shrink_to_fit();
        self.table
    }
}

/// Whether the only cell of a row is a heading for the rows below it: all of it is bold.
fn is_caption(cell: &Text) -> bool {
    !cell.is_empty() && cell.is_bold()
}

/// Gives a row exactly as many cells as there are columns, and reports a row that had others.
fn mend(
    row: &RowSource<'_>,
    cells: &mut Vec<Text>,
    columns: usize,
    cell_end: usize,
) -> Option<Finding> {
    cells.resize_with(columns, Text::default);
    let source = row.text.get(row.range.clone()).unwrap_or_default();
    let found = count_cells(source);
    if found == columns || (found == 1 && cells.first().is_some_and(is_caption)) {
        return None;
    }
    if found > columns {
        let rest = row.text.get(cell_end..row.range.end).unwrap_or_default();
        if let (Some(last), Some(extra)) = (cells.last_mut(), rest.find('|')) {
            keep(last, &rest[extra + 1..]);
        }
    }
    let start = row.text[..row.range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = row.text[start..].find('\n').map_or(row.text.len(), |at| start + at);
    let column = lines::column(&row.text[start..], row.range.start - start);
    let help = if found > columns {
        "remove a cell, or write `\\|` for a bar that belongs to the text; what is too much is shown \
         in the last cell"
    } else {
        "add the cells that are missing, or leave a blank line if this is no row; until then they \
         are empty"
    };
    let cells =
        |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    Some(
        Finding::new(
            Severity::Warning,
            "ragged-row",
            row.file,
            format!("this row has {}, the header has {}", cells(found), columns),
        )
        .at(row.line, column, &row.text[start..end])
        .help(help),
    )
}

/// Reports a paragraph that would be a table if its header had as many cells as the line of dashes below
/// it: in Markdown it is plain text.
pub(crate) fn uneven_header(paragraph: &RowSource<'_>) -> Option<Finding> {
    let text = paragraph.text.get(paragraph.range.clone())?;
    let pairs = text.lines().zip(text.lines().skip(1)).enumerate();
    let (at, (header, _), cells) = pairs
        .filter(|(_, (header, dashes))| header.contains('|') && is_delimiter(dashes))
        .map(|(at, pair)| (at, pair, (count_cells(pair.0), count_cells(pair.1))))
        .find(|(_, _, (header, dashes))| header != dashes)?;
    Some(
        Finding::new(
            Severity::Warning,
            "uneven-header",
            paragraph.file,
            format!(
                "this is not a table: its header has {} cells, the line below it {}",
                cells.0, cells.1
            ),
        )
        .at(paragraph.line + at, 1, header)
        .help("give the line of dashes as many cells as the header"),
    )
}

/// Whether a line can be the one between the header and the rows of a table.
fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    line.contains('|')
        && line.contains("--")
        && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Appends the text of extra cells to the last one.
fn keep(last: &mut Text, extra: &str) {
    for cell in split(extra).into_iter().map(inline::parse).filter(|cell| !cell.is_empty()) {
        if !last.as_str().is_empty() {
            last.push(" | ", SpanStyle::default(), None);
        }
        last.push_text(&cell);
    }
}

fn count_cells(row: &str) -> usize {
    let row = row.trim();
    split(row.strip_prefix('|').unwrap_or(row)).len()
}

/// The cells of a row after its first bar. A bar after a backslash belongs to the text.
fn split(row: &str) -> Vec<&str> {
    let mut cells = Vec::new();
    let (mut start, mut is_escaped) = (0, false);
    for (at, byte) in row.bytes().enumerate() {
        match byte {
            b'|' if !is_escaped => {
                cells.push(&row[start..at]);
                start = at + 1;
                is_escaped = false;
            }
            byte => is_escaped = byte == b'\\' && !is_escaped,
        }
    }
    // The text after the last bar is a cell only if it is not empty.
    if !row[start..].trim().is_empty() || cells.is_empty() {
        cells.push(&row[start..]);
    }
    cells
}
