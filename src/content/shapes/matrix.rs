//! Tables whose columns are levels: a row that names them, and rows of what is expected.

use std::collections::HashSet;

use crate::content::document::one_line;
use crate::content::shapes::cells;
use crate::content::shapes::names::{is_proficiency_scale, level_name, level_names};
use crate::model::{Row, Table, Text};

/// Rows further down than this name no levels, unless a title row stands above them.
const HEADER_ROWS: usize = 3;

/// A part of a table that has a row with the names of levels.
#[derive(Debug)]
pub(crate) struct Matrix<'a> {
    /// What a row over the whole width above it says.
    pub(crate) title: Option<String>,
    /// What stands before the names of the levels.
    pub(crate) corner: String,
    /// Where the names stand.
    pub(crate) line: usize,
    pub(crate) levels: Vec<Column>,
    /// Whether the first column says what each row is about.
    pub(crate) has_labels: bool,
    pub(crate) rows: Vec<Line<'a>>,
}

/// A column that is a level.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Column {
    pub(crate) at: usize,
    pub(crate) name: String,
    /// What a header above the name says of several columns.
    pub(crate) group: Option<String>,
}

/// A row below the names of levels.
#[derive(Debug)]
pub(crate) enum Line<'a> {
    /// One that says what the rows after it are about.
    Group(&'a Text, usize),
    Row(&'a Row),
}

/// The parts of a table whose columns are levels.
pub(crate) fn read(table: &Table) -> Vec<Matrix<'_>> {
    let mut found: Vec<Matrix<'_>> = Vec::new();
    let headers: Vec<&Text> = table.columns.iter().map(|column| &column.header).collect();
    let header = levels_of(&headers);
    let mut title: Option<String> = sole(&headers).map(|text| one_line(&text.to_plain()));
    if let Some(header) = header {
        found.push(header.matrix(title.take(), &headers, table.line));
    }
    let mut header_like = 0;
    for (at, row) in table.rows.iter().enumerate() {
        let cells: Vec<&Text> = row.cells.iter().collect();
        let is_near = found.is_empty() && at < HEADER_ROWS || title.is_some();
        let header = levels_of(&cells);
        header_like += usize::from(header.is_some());
        if let Some(header) = header.filter(|_| is_near) {
            found.push(header.matrix(title.take(), &cells, row.line));
            continue;
        }
        let only = sole(&cells);
        title = only.map(|text| one_line(&text.to_plain()));
        if let Some(matrix) = found.last_mut() {
            matrix.rows.push(match only {
                Some(text) => Line::Group(text, row.line),
                None => Line::Row(row),
            });
        }
    }
    // Where most rows name levels, the table says which are equal.
    if header_like * 2 > table.rows.len() && header_like > 1 {
        return Vec::new();
    }
    found.retain(Matrix::says_something);
    found
}

/// The only cell of a row that says something, where it is the first: the row's title.
fn sole<'a>(cells: &[&'a Text]) -> Option<&'a Text> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (at, only) = filled.next()?;
    (at == 0 && cells.len() > 1 && filled.next().is_none()).then_some(*only)
}

struct Header {
    levels: Vec<Column>,
    has_labels: bool,
}

impl Header {
    fn matrix<'a>(self, title: Option<String>, cells: &[&Text], line: usize) -> Matrix<'a> {
        let corner = cells.first().filter(|_| self.has_labels);
        let corner = corner.map_or_else(String::new, |cell| one_line(&cell.to_plain()));
        let Self { levels, has_labels } = self;
        Matrix { title, corner, line, levels, has_labels, rows: Vec::new() }
    }
}

/// The levels that the cells of a row name, if most of them do.
fn levels_of(cells: &[&Text]) -> Option<Header> {
    let plain: Vec<String> = cells.iter().map(|cell| one_line(&cell.to_plain())).collect();
    let whole = level_names(plain.iter().map(String::as_str));
    let mut levels: Vec<Column> = Vec::new();
    for (at, (cell, whole)) in cells.iter().zip(whole).enumerate() {
        let lines: Vec<String> =
            cells::lines(cell).iter().map(|line| one_line(&line.to_plain())).collect();
        let last = lines.last().filter(|_| lines.len() > 1).and_then(|line| level_name(line));
        let group = lines.first().filter(|_| last.is_some()).cloned();
        if let Some(name) = last.or(whole) {
            levels.push(Column { at, name, group });
        }
    }
    let filled = plain.iter().skip(1).filter(|text| !text.is_empty()).count();
    let named = levels.iter().filter(|level| level.at > 0).count();
    let has_labels = levels.first().is_none_or(|level| level.at > 0) || named < filled;
    if has_labels {
        levels.retain(|level| level.at > 0);
    }
    let distinct: HashSet<(&Option<String>, &str)> =
        levels.iter().map(|level| (&level.group, level.name.as_str())).collect();
    let is_header = named >= 2
        && named * 10 >= filled * 6
        && distinct.len() == levels.len()
        && !is_proficiency_scale(levels.iter().map(|level| level.name.as_str()));
    is_header.then_some(Header { levels, has_labels })
}

impl Matrix<'_> {
    /// Whether its cells are words: marks and numbers alone expect nothing of anyone.
    fn says_something(&self) -> bool {
        let cells = self.rows.iter().filter_map(|line| match line {
            Line::Row(row) => Some(&row.cells),
            Line::Group(..) => None,
        });
        let texts = cells.flat_map(|cells| {
            let of_levels = self.levels.iter().filter_map(|level| cells.get(level.at));
            of_levels.map(Text::to_plain).filter(|text| !text.trim().is_empty())
        });
        let (mut all, mut worded) = (0, 0);
        for text in texts {
            all += 1;
            let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() > 2;
            let is_dense = text.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
            worded += usize::from(text.split_whitespace().any(is_word) || is_dense);
        }
        worded > 0 && worded * 2 >= all
    }
}
