//! Tables whose columns may be levels.

use super::cells::{self, item, share_of_names, words_in};
use super::sections::Sections;
use crate::lexicon::{LevelName, fold_space};
use crate::model::{Block, Row, SpanStyle, Table, Text};

/// Rows further down than this do not name levels, unless a title row is above them.
const HEADER_ROWS: usize = 3;

/// A part of a table that has a row with the names of levels.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    /// The text of a row over the whole width above it.
    pub(super) title: Option<String>,
    /// The columns before the names of the levels.
    pub(super) corner: String,
    /// The columns of the names.
    pub(super) line: usize,
    pub(super) levels: Vec<GridColumn>,
    /// Whether the first column has the topic of each row.
    has_labels: bool,
    rows: Vec<GridRow<'a>>,
    /// Whether cells have so much text that each row deserves a heading.
    is_long: bool,
}

/// A column that may be a level.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct GridColumn {
    at: usize,
    pub(super) name: String,
    /// The text of a header above the name, over several columns.
    pub(super) group: Option<String>,
}

/// A row below the names of levels.
#[derive(Debug)]
enum GridRow<'a> {
    /// A row with the topic of the rows after it.
    Title(&'a Text, usize),
    Row(&'a Row),
}

/// The parts of a table whose columns may be levels.
pub(super) fn read<'a>(table: &'a Table) -> Vec<Grid<'a>> {
    let mut found: Vec<Grid<'a>> = Vec::new();
    let headers: Vec<&Text> = table.columns.iter().map(|column| &column.header).collect();
    let mut title: Option<String> = sole(&headers).map(|text| fold_space(text.as_str()));
    if let Some(header) = header(&headers) {
        found.push(header.grid(title.take(), &headers, table.line));
    }
    for (at, row) in table.rows.iter().enumerate() {
        let cells: Vec<&Text> = row.cells.iter().collect();
        let is_near = found.is_empty() && at < HEADER_ROWS || title.is_some();
        if let Some(header) = is_near.then(|| header(&cells)).flatten() {
            found.push(header.grid(title.take(), &cells, row.line));
            continue;
        }
        let only = sole(&cells);
        title = only.map(|text| fold_space(text.as_str()));
        if let Some(grid) = found.last_mut() {
            grid.rows.push(match only {
                Some(text) => GridRow::Title(text, row.line),
                None => GridRow::Row(row),
            });
        }
    }
    for grid in &mut found {
        grid.is_long =
            (0..grid.levels.len()).any(|at| grid.cells(at).any(|(_, cell)| cells::is_high(cell)));
    }
    found
}

/// The only cell of a row with text, if it is the first: the title of the row.
fn sole<'a>(cells: &[&'a Text]) -> Option<&'a Text> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
    let (at, only) = filled.next()?;
    (at == 0 && cells.len() > 1 && filled.next().is_none()).then_some(*only)
}

struct Header {
    levels: Vec<GridColumn>,
    has_labels: bool,
}

impl Header {
    fn grid<'a>(self, title: Option<String>, cells: &[&Text], line: usize) -> Grid<'a> {
        let corner = cells.first().filter(|_| self.has_labels);
        let corner = corner.map_or_else(String::new, |cell| fold_space(cell.as_str()));
        let Self { levels, has_labels } = self;
        Grid { title, corner, line, levels, has_labels, rows: Vec::new(), is_long: false }
    }
}

/// The columns that a row of cells names, if some of the cells are named like levels.
fn header(cells: &[&Text]) -> Option<Header> {
    let mut columns: Vec<(GridColumn, bool)> = Vec::new();
    for (at, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let lines = if cells::is_high(cell) { cells::lines(cell) } else { Vec::new() };
        let plain = |line: &Text| fold_space(line.as_str());
        let last = lines.last().map(plain).filter(|line| LevelName::read(line).is_like());
        let group = lines.first().filter(|_| last.is_some()).map(plain);
        let name = last.unwrap_or_else(|| plain(cell));
        let is_like = LevelName::read(&name).is_like();
        columns.push((GridColumn { at, name, group }, is_like));
    }
    let inner = || columns.iter().filter(|(column, _)| column.at > 0);
    let (filled, named) = (inner().count(), inner().filter(|(_, is_like)| *is_like).count());
    let first_is_one = columns.first().is_some_and(|(column, is_like)| column.at == 0 && *is_like);
    let has_labels = !first_is_one || named < filled;
    let first =
        columns.iter().position(|(column, is_like)| *is_like && !(has_labels && column.at == 0))?;
    let levels: Vec<GridColumn> =
        columns.into_iter().skip(first).map(|(column, _)| column).collect();
    (named >= 2 && named * 3 >= filled).then_some(Header { levels, has_labels })
}

impl<'a> Grid<'a> {
    /// The cells of a level, with their rows.
    fn cells(&self, level: usize) -> impl Iterator<Item = (&'a Row, &'a Text)> {
        let column = self.levels.get(level).map_or(usize::MAX, |level| level.at);
        self.rows.iter().filter_map(move |entry| match entry {
            GridRow::Row(row) => {
                Some((*row, row.cells.get(column).filter(|cell| !cell.is_empty())?))
            }
            GridRow::Title(..) => None,
        })
    }

    /// How many rows have text about the levels.
    pub(super) fn count(&self) -> usize {
        self.rows.iter().filter(|entry| matches!(entry, GridRow::Row(_))).count()
    }

    pub(super) fn words(&self, level: usize) -> usize {
        self.cells(level).map(|(_, cell)| words_in(cell)).sum()
    }

    /// How many cells of a level are names of levels.
    pub(super) fn names(&self, level: usize) -> f64 {
        share_of_names(self.cells(level).map(|(_, cell)| cell))
    }

    pub(super) fn last_line(&self) -> usize {
        let line = |entry: &GridRow<'_>| match entry {
            GridRow::Title(_, line) => *line,
            GridRow::Row(row) => row.line,
        };
        self.rows.iter().map(line).max().unwrap_or(self.line)
    }

    /// Adds the text of a level.
    pub(super) fn fill(&self, level: usize, sections: &mut Sections, preamble: &mut Vec<Block>) {
        let column = self.levels.get(level).map_or(usize::MAX, |level| level.at);
        let mut depth = 1;
        let mut before: Option<String> = None;
        for entry in &self.rows {
            let row = match entry {
                GridRow::Title(title, line) => {
                    sections.open((*title).clone(), 1, *line);
                    depth = 2;
                    before = None;
                    continue;
                }
                GridRow::Row(row) => row,
            };
            let Some(cell) = row.cells.get(column).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            let (key, label) = self.label(row);
            let is_same = before.as_ref() == Some(&key);
            if self.is_long && !key.is_empty() {
                if !is_same {
                    sections.open(label, depth, row.line);
                }
                sections.push(cells::blocks(cell, row.line), preamble);
            } else {
                let text = cells::keyed(if is_same { "" } else { &key }, cell);
                sections.push(vec![item(text, row.line)], preamble);
            }
            before = Some(key);
        }
    }

    /// The topic of a row: the cells before the levels.
    fn label(&self, row: &Row) -> (String, Text) {
        let mut label = Text::default();
        let first = self.levels.iter().map(|level| level.at).min().unwrap_or(1);
        let cells = row.cells.iter().take(if self.has_labels { first } else { 0 });
        for cell in cells.filter(|cell| !cell.is_empty()) {
            if !label.is_empty() {
                label.push(" / ", SpanStyle::default(), None);
            }
            label.push_text(cell);
        }
        (fold_space(label.as_str()), label)
    }
}
