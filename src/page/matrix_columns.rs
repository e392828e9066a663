//! The columns of a matrix: as wide as their content, as far as there is room.

use std::ops::Range;

use super::sheet::MIN_WIDTH;
use super::wrap::width;
use crate::compare::Levels;
use crate::report::{MatrixRow, ToldCell};

/// The fewest columns for a level: as many levels are shown as get this width.
const LEAST: usize = 15;

/// A line longer than this is hard to read.
const MOST: usize = 72;

/// The greatest width of the column of names.
const NAMES: usize = 36;

/// The width of "10-12 of 12".
const COUNTS: usize = 11;

/// The greatest width for the name of a level: a longer name takes several lines.
const LABEL: usize = 32;

/// Columns of the rule between two columns.
pub(super) const GAP: usize = 3;

/// The widths that the columns of a matrix want.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixWants {
    names: usize,
    levels: Vec<usize>,
}

impl MatrixWants {
    /// The widths of the names of the rows, the names of the levels, and the cells.
    #[must_use]
    pub fn new(levels: &Levels, rows: &[MatrixRow]) -> Self {
        let longest = rows.iter().map(|row| indent(row.depth) + width(&row.name)).max();
        let mut wants: Vec<usize> =
            levels.names.iter().map(|name| width(name).min(LABEL)).collect();
        for (at, cell) in rows.iter().flat_map(|row| row.cells.some()) {
            let sign = match &cell.told {
                ToldCell::Text { direction: Some(_), .. } => 2,
                ToldCell::Text { from: 1.., .. } => 1,
                _ => 0,
            };
            wants[at] = wants[at].max(sign + width(&cell.words()));
        }
        wants.iter_mut().for_each(|want| *want = (*want).clamp(1, MOST));
        Self::of(longest.unwrap_or(0).max(COUNTS), wants)
    }

    /// The given widths, for the names of the rows and for each level.
    pub(crate) fn of(names: usize, levels: Vec<usize>) -> Self {
        Self { names, levels }
    }
}

/// The places of the columns of a matrix at a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixColumns {
    /// The width of the names.
    pub(super) names: usize,
    /// The width of each level shown.
    pub(super) widths: Vec<usize>,
    /// The levels shown.
    pub shown: Range<usize>,
}

impl MatrixColumns {
    /// As many levels as fit beside the names, from the given level on; at least one.
    #[must_use]
    pub fn new(page_width: usize, wants: &MatrixWants, from: usize) -> Self {
        let page_width = page_width.max(MIN_WIDTH);
        let names = wants.names.min((page_width * 2 / 7).clamp(MIN_WIDTH / 2, NAMES));
        let free = page_width - names;
        let from = from.min(wants.levels.len().saturating_sub(1));
        let wants = &wants.levels[from..];
        let mut widths = Vec::new();
        let mut taken = 0;
        for want in wants {
            let least = GAP + (*want).min(LEAST);
            if taken + least > free && !widths.is_empty() {
                break;
            }
            taken += least;
            widths.push(least - GAP);
        }
        match widths.as_mut_slice() {
            [only] if taken > free => *only = free.saturating_sub(GAP).max(1),
            _ => widen(&mut widths, wants, free - taken.min(free)),
        }
        let shown = from..from + widths.len();
        Self { names, widths, shown }
    }

    /// The columns of a level on the page.
    #[must_use]
    pub fn span(&self, level: usize) -> Option<Range<usize>> {
        let at = level.checked_sub(self.shown.start).filter(|_| self.shown.contains(&level))?;
        let before: usize = self.widths[..at].iter().map(|column| column + GAP).sum();
        let start = self.names + GAP + before;
        Some(start..start + self.widths[at])
    }

    /// Whether a column of the page belongs to the names of the rows.
    #[must_use]
    pub fn is_name(&self, column: usize) -> bool {
        column < self.names
    }

    /// The level at a column of the page.
    #[must_use]
    pub fn level_at(&self, column: usize) -> Option<usize> {
        let is_here = |level: &usize| {
            // The rule before a column belongs to it.
            self.span(*level)
                .is_some_and(|it| (it.start.saturating_sub(GAP)..it.end).contains(&column))
        };
        self.shown.clone().find(is_here)
    }
}

/// Shares the free width evenly, up to the width that each column wants.
fn widen(widths: &mut [usize], wants: &[usize], mut free: usize) {
    loop {
        let growing = widths.iter().zip(wants).filter(|(column, want)| column < want).count();
        if growing == 0 || free == 0 {
            return;
        }
        let share = (free / growing).max(1);
        for (column, want) in widths.iter_mut().zip(wants) {
            let more = share.min(want.saturating_sub(*column)).min(free);
            *column += more;
            free -= more;
        }
    }
}

/// The indent of the name of a row, in columns.
pub(super) fn indent(depth: usize) -> usize {
    2 * depth
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page_width: usize, levels: &[usize], from: usize, want: (&[usize], Range<usize>)) {
        let wants = MatrixWants::of(11, levels.to_vec());
        let columns = MatrixColumns::new(page_width, &wants, from);
        assert_eq!((columns.widths.as_slice(), columns.shown.clone()), want);
        for level in columns.shown.clone() {
            let span = columns.span(level).unwrap_or_default();
            assert!(span.end <= page_width.max(MIN_WIDTH) && !span.is_empty());
            assert_eq!(columns.level_at(span.start), Some(level));
        }
    }

    #[test]
    fn columns_are_as_wide_as_they_need_to_be_and_as_there_is_room() {
        check(80, &[4, 40, 40], 0, (&[4, 28, 28], 0..3));
        check(200, &[4, 40, 60], 0, (&[4, 40, 60], 0..3));
        check(64, &[40; 7], 2, (&[24, 23], 2..4));
        check(20, &[40; 7], 6, (&[12], 6..7));
        check(1, &[40; 7], 0, (&[1], 0..1));
    }
}
