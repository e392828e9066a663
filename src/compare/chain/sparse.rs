//! The cells of the few columns that have any. Most rows of a long track are of one level or two: what
//! the others do not say takes neither room nor time.

use std::ops::Range;

/// What some of many columns have, in the order of the columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Sparse<T> {
    columns: usize,
    cells: Vec<(usize, T)>,
}

impl<T> Sparse<T> {
    /// What these columns have, each of them once and in order.
    pub(crate) fn new(columns: usize, cells: Vec<(usize, T)>) -> Self {
        debug_assert!(cells.is_sorted_by(|(a, _), (b, _)| a < b));
        debug_assert!(cells.last().is_none_or(|(last, _)| *last < columns));
        Self { columns, cells }
    }

    /// What a column has.
    #[must_use]
    pub fn get(&self, column: usize) -> Option<&T> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[at].1)
    }

    /// Whether a column has anything.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.get(column).is_some()
    }

    /// Every column that has anything, with what it has.
    pub fn some(&self) -> impl DoubleEndedIterator<Item = (usize, &T)> {
        self.cells.iter().map(|(column, cell)| (*column, cell))
    }

    /// Every one of some columns that has anything, with what it has.
    pub fn within(&self, columns: Range<usize>) -> impl Iterator<Item = (usize, &T)> {
        let from = self.cells.partition_point(|(column, _)| *column < columns.start);
        let cells = self.cells[from..].iter().take_while(move |(column, _)| *column < columns.end);
        cells.map(|(column, cell)| (*column, cell))
    }

    /// All that there is, without its columns.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.cells.iter().map(|(_, cell)| cell)
    }

    /// Every column, with what it has or has not.
    pub fn all(&self) -> impl Iterator<Item = Option<&T>> {
        let mut cells = self.cells.iter().peekable();
        (0..self.columns).map(move |at| cells.next_if(|(column, _)| *column == at).map(|it| &it.1))
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// How many columns have anything.
    #[must_use]
    pub fn count(&self) -> usize {
        self.cells.len()
    }

    /// Whether all columns have something.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.cells.len() == self.columns
    }

    /// The first and the last column that have anything.
    #[must_use]
    pub fn ends(&self) -> Option<(usize, usize)> {
        Some((self.cells.first()?.0, self.cells.last()?.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_what_it_was_given() {
        let sparse = Sparse::new(4, vec![(0, 'a'), (2, 'c')]);
        let all: Vec<Option<char>> = sparse.all().map(Option::<&char>::copied).collect();
        assert_eq!(all, [Some('a'), None, Some('c'), None]);
        for (at, one) in all.iter().enumerate() {
            assert_eq!(sparse.get(at), one.as_ref());
        }
        assert_eq!((sparse.get(9), sparse.count(), sparse.is_full()), (None, 2, false));
        assert_eq!(sparse.ends(), Some((0, 2)));
        assert_eq!(sparse.within(1..3).collect::<Vec<_>>(), [(2, &'c')]);
        assert_eq!(sparse.within(1..2).count(), 0);
    }
}
