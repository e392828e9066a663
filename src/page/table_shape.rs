//! The shape of a table: how wide its columns are, which depends on all of its cells.

use super::wrap::{longest_word, width};
use crate::model::{Table, Text};

/// Columns between two cells: a space, a rule, a space.
pub(super) const GAP: usize = 3;

/// A column of prose narrower than this is hard to read; the rows are stacked instead.
const READABLE: usize = 12;

/// A word wider than this is broken: one long word must not take the whole table.
const LONGEST: usize = 24;

/// How a table is laid out.
#[derive(Debug, Clone)]
pub(super) struct TableShape {
    /// The widths of the columns, or `None` if the table is too wide to read in columns.
    pub(super) widths: Option<Vec<usize>>,
    /// Whether there is a rule between its rows.
    pub(super) ruled: bool,
}

impl TableShape {
    /// The shape of a table with this room.
    pub(super) fn of(table: &Table, room: usize) -> Self {
        let measures: Vec<ColumnMeasure> =
            (0..table.columns.len()).map(|i| ColumnMeasure::of(table, i)).collect();
        let widths = column_widths(table, &measures, room);
        let ruled = widths.as_ref().is_some_and(|widths| is_ruled(table, &measures, widths));
        Self { widths, ruled }
    }
}

/// A row of several lines ends at the key of the next row. A key that wraps or is missing does not show
/// that, so a rule does.
fn is_ruled(table: &Table, measures: &[ColumnMeasure], widths: &[usize]) -> bool {
    let wraps = |column: usize, row: usize| {
        measures[column].cells.get(row).is_some_and(|cell| *cell > widths[column])
    };
    let rows = 0..table.rows.len();
    let columns = || 0..widths.len();
    let any_wraps = || rows.clone().any(|row| columns().any(|column| wraps(column, row)));
    let is_unclear = |row: usize| wraps(0, row) || measures[0].cells.get(row) == Some(&0);
    rows.clone().any(is_unclear) && any_wraps()
}

/// The widths of the columns, or `None` if the table is too wide to read in columns.
///
/// A column that needs no more than its fair share gets what it needs, so keys stay on one line. Each
/// other column gets the width of its longest word or a readable minimum. The rest is shared among these
/// in proportion to the width that they lack.
fn column_widths(table: &Table, measures: &[ColumnMeasure], room: usize) -> Option<Vec<usize>> {
    let room = room.checked_sub(GAP * (table.columns.len() - 1))?;
    let natural = || measures.iter().map(|m| m.natural);
    if natural().sum::<usize>() <= room {
        return Some(natural().collect());
    }
    let least = |natural: usize| natural.min(READABLE);
    if natural().map(least).sum::<usize>() > room {
        return None;
    }
    let word = |i: usize| longest_word_of(table, i).max(least(measures[i].natural));
    let floors: Vec<usize> = (0..measures.len()).map(word).collect();
    let modest = modest_columns(measures, room);
    let share = |narrow: &dyn Fn(usize) -> bool| {
        let width = |i: usize| if narrow(i) { measures[i].natural } else { floors[i] };
        let widths: Vec<usize> = (0..measures.len()).map(width).collect();
        (widths.iter().sum::<usize>() <= room).then_some(widths)
    };
    let mut widths = share(&|i| modest[i]).or_else(|| share(&|_| false))?;
    let spare = room - widths.iter().sum::<usize>();
    let lack: Vec<usize> = natural().zip(&widths).map(|(natural, width)| natural - width).collect();
    let lacking: usize = lack.iter().sum();
    for (width, lack) in widths.iter_mut().zip(&lack) {
        *width += (spare * lack / lacking.max(1)).min(*lack);
    }
    let mut rest = room - widths.iter().sum::<usize>();
    for (width, natural) in widths.iter_mut().zip(natural()).rev() {
        let more = rest.min(natural - *width).min(1);
        *width += more;
        rest -= more;
    }
    Some(widths)
}

/// The columns that need no more than their fair share of the room, including what other columns leave.
fn modest_columns(measures: &[ColumnMeasure], room: usize) -> Vec<bool> {
    let mut modest = vec![false; measures.len()];
    loop {
        let taken: usize =
            measures.iter().zip(&modest).filter(|(_, m)| **m).map(|(m, _)| m.natural).sum();
        let open = modest.iter().filter(|modest| !**modest).count();
        let fair = room.saturating_sub(taken) / open.max(1);
        // The first column holds the keys, so it may take somewhat more.
        let most = |i: usize| if i == 0 { fair.max(LONGEST) } else { fair };
        let next = (0..measures.len()).find(|&i| !modest[i] && measures[i].natural <= most(i));
        match next {
            Some(i) => modest[i] = true,
            None => return modest,
        }
    }
}

/// How wide the cells of a column are without wrapping.
struct ColumnMeasure {
    /// The width of the longest line.
    natural: usize,
    /// The width of each cell below the header; `usize::MAX` if its author broke it into lines.
    cells: Vec<usize>,
}

impl ColumnMeasure {
    fn of(table: &Table, column: usize) -> Self {
        let mut natural = width_of(&table.columns[column].header).0.max(1);
        let mut cell = |text: &Text| {
            let (widest, is_broken) = width_of(text);
            natural = natural.max(widest);
            if is_broken { usize::MAX } else { widest }
        };
        let cells = table.rows.iter().filter_map(|row| row.cells.get(column)).map(&mut cell);
        let cells = cells.collect();
        Self { natural, cells }
    }
}

/// The width of the longest line of a text, and whether it has several.
fn width_of(text: &Text) -> (usize, bool) {
    let plain = text.as_str();
    match plain.contains('\n') {
        true => (plain.lines().map(width).max().unwrap_or(0), true),
        false => (width(plain), false),
    }
}

/// The width of the longest word of a column, or of the longest that is not broken.
fn longest_word_of(table: &Table, column: usize) -> usize {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let mut longest = 1;
    for text in cells.chain([&table.columns[column].header]) {
        let plain = text.as_str();
        for line in plain.lines() {
            // A short line has no longer word.
            if longest < LONGEST && (line.len() > longest || !line.is_ascii()) {
                longest = longest.max(longest_word(line).min(LONGEST));
            }
        }
    }
    longest
}
