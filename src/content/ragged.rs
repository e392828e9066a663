//! Table rows with more or fewer cells than the header.
//!
//! The Markdown parser drops cells beyond the header's without a word, so they are read from the
//! source.

use std::ops::Range;

use crate::content::diagnostic::{Diagnostic, Severity};
use crate::content::inline;
use crate::content::lines;
use crate::content::piece::append;
use crate::model::{SpanStyle, Text};

/// Where a row stands in its source.
pub(crate) struct RowSource<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
    pub(crate) range: Range<usize>,
    pub(crate) line: usize,
    /// Where the last cell that the parser read ends.
    pub(crate) cell_end: usize,
    /// How many cells the header has.
    pub(crate) columns: usize,
}

/// Gives a row exactly as many cells as the header has, and says so where it had others.
pub(crate) fn mend(row: &RowSource<'_>, cells: &mut Vec<Text>) -> Option<Diagnostic> {
    cells.resize_with(row.columns, Text::default);
    let source = row.text.get(row.range.clone()).unwrap_or_default();
    let found = count_cells(source);
    if found == row.columns {
        return None;
    }
    if found > row.columns {
        let rest = row.text.get(row.cell_end..row.range.end).unwrap_or_default();
        if let (Some(last), Some(extra)) = (cells.last_mut(), rest.find('|')) {
            keep(last, &rest[extra + 1..]);
        }
    }
    let start = row.text[..row.range.start].rfind('\n').map_or(0, |at| at + 1);
    let end = row.text[start..].find('\n').map_or(row.text.len(), |at| start + at);
    let column = lines::column(&row.text[start..], row.range.start - start);
    let help = if found > row.columns {
        "remove a cell, or write `\\|` for a bar that belongs to the text; what is too much is shown \
         in the last cell"
    } else {
        "add the cells that are missing, or leave a blank line if this is no row; until then they \
         are empty"
    };
    let cells =
        |count: usize| if count == 1 { "1 cell".to_owned() } else { format!("{count} cells") };
    Some(
        Diagnostic::new(
            Severity::Warning,
            "ragged-row",
            row.file,
            format!("this row has {}, the header has {}", cells(found), row.columns),
        )
        .at(row.line, column, &row.text[start..end])
        .help(help),
    )
}

/// Appends the text of extra cells to the last one.
fn keep(last: &mut Text, extra: &str) {
    for cell in split(extra).into_iter().map(inline::parse).filter(|cell| !cell.is_empty()) {
        if !last.spans.is_empty() {
            last.push(" | ", SpanStyle::default(), None);
        }
        append(last, &cell);
    }
}

fn count_cells(row: &str) -> usize {
    let row = row.trim();
    split(row.strip_prefix('|').unwrap_or(row)).len()
}

/// The cells of a row behind its first bar. A bar behind a backslash belongs to the text.
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
    // What stands behind the last bar is a cell only if there is something.
    if !row[start..].trim().is_empty() || cells.is_empty() {
        cells.push(&row[start..]);
    }
    cells
}
