//! The place in the overview of a track: row, level, unfolded topics. Arithmetic only.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::compare::{Levels, Thread};
use crate::model::TrackId;
use crate::page::{MatrixColumns, MatrixWants, matrix_line};
use crate::report::MatrixRow;
use crate::search;

/// The state of an overview.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matrix {
    /// Its track.
    pub(crate) track: Option<TrackId>,
    /// The rows.
    pub(crate) rows: Rc<[MatrixRow]>,
    /// The widths that the columns want.
    pub(crate) wants: Rc<MatrixWants>,
    /// The unfolded topics.
    open: BTreeSet<usize>,
    /// The text that narrows the rows; empty if nothing does.
    filter: String,
    /// How many rows there are without it.
    total: usize,
    /// The row of the cursor.
    pub(crate) row: usize,
    /// The level of the cursor.
    pub(crate) level: usize,
    /// The first level shown.
    pub(crate) from: usize,
    /// The first level that the page shows.
    pub(crate) laid_out: usize,
    /// The number of levels.
    levels: usize,
}

/// A cell: the topic or item of its row, and its level; what is `None` keeps its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Cell {
    pub(crate) thread: Option<Thread>,
    pub(crate) level: Option<usize>,
}

impl Matrix {
    /// The overview of a track from its start.
    pub(crate) fn new(track: TrackId, levels: &Levels) -> Self {
        let all = 0..if levels.is_flat() { levels.topics.len() } else { 0 };
        let open: BTreeSet<usize> = all.collect();
        let count = levels.subjects.len();
        let mut matrix = Self { track: Some(track), open, levels: count, ..Self::default() };
        matrix.set_rows(levels);
        matrix
    }

    fn set_rows(&mut self, levels: &Levels) {
        let rows = match self.filter.as_str() {
            "" => MatrixRow::all(levels, |topic| self.open.contains(&topic)),
            text => {
                let rows = MatrixRow::all(levels, |_| true);
                self.total = rows.len();
                narrowed(rows, levels, text)
            }
        };
        self.wants = Rc::new(MatrixWants::new(levels, &rows));
        self.rows = rows.into();
    }

    /// Narrows the rows to those that have a text in their name or at a level; an empty text shows all again.
    /// Returns whether the rows changed.
    pub(crate) fn narrow(&mut self, text: &str, levels: &Levels) -> bool {
        let changes = self.filter != text;
        if changes {
            let cell = self.cell();
            text.clone_into(&mut self.filter);
            self.set_rows(levels);
            self.return_to(cell);
        }
        changes
    }

    /// The title of the overview while its rows are narrowed.
    pub(crate) fn filter_title(&self) -> Option<String> {
        let title = || format!("/{}: {} of {}", self.filter, self.rows.len(), self.total);
        (!self.filter.is_empty()).then(title)
    }

    /// The columns at a width.
    pub(crate) fn columns(&self, width: usize) -> MatrixColumns {
        MatrixColumns::new(width, &self.wants, self.from)
    }

    /// The cell at the cursor.
    pub(crate) fn cell(&self) -> Cell {
        Cell { thread: self.thread(), level: Some(self.level) }
    }

    /// Puts the cursor back on a cell.
    pub(crate) fn return_to(&mut self, cell: Cell) {
        if let Some(thread) = cell.thread {
            self.go_to(thread);
        }
        self.level = cell.level.unwrap_or(self.level);
    }

    /// The topic or item of the cursor's row.
    pub(crate) fn thread(&self) -> Option<Thread> {
        self.rows.get(self.row).map(|row| row.thread)
    }

    /// The line of the cursor's row on the page.
    pub(crate) fn line(&self) -> usize {
        matrix_line(&self.rows, self.row)
    }

    /// Puts the cursor on a flow of the page, by its number: the flows of a row are its name and its cells.
    pub(crate) fn go_to_text(&mut self, text: usize) {
        let mut before = 0;
        for (at, row) in self.rows.iter().enumerate() {
            if let Some(inside) = text.checked_sub(before).filter(|it| *it <= row.cells.count()) {
                let cell = inside.checked_sub(1).and_then(|cell| row.cells.some().nth(cell));
                self.row = at;
                self.level = cell.map_or(self.level, |(level, _)| level);
                return;
            }
            before += 1 + row.cells.count();
        }
    }

    pub(crate) fn step_rows(&mut self, steps: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.row = self.row.saturating_add_signed(steps).min(last);
    }

    /// Moves over the levels, and shows as many as fit at a width, with the cursor's level among them.
    pub(crate) fn step_levels(&mut self, steps: isize, width: usize) {
        let count = self.levels;
        self.level = self.level.saturating_add_signed(steps).min(count.saturating_sub(1));
        self.from = self.from.min(self.level);
        let wants = Rc::clone(&self.wants);
        let shown = |from| MatrixColumns::new(width, &wants, from).shown;
        while !shown(self.from).contains(&self.level) && self.from < self.level {
            self.from += 1;
        }
        // No room stays empty behind the last level.
        while self.from > 0 && shown(self.from - 1).end == count {
            self.from -= 1;
        }
    }

    /// Goes outermost topics forward or back. Returns whether there was one.
    pub(crate) fn step_topics(&mut self, levels: &Levels, steps: isize) -> bool {
        let before = self.row;
        for _ in 0..steps.unsigned_abs() {
            let is_head = |row: &usize| {
                let row = &self.rows[*row];
                row.is_topic() && levels.topics[row.thread.topic].depth == 1
            };
            let next = match steps > 0 {
                true => (self.row + 1..self.rows.len()).find(is_head),
                false => (0..self.row.min(self.rows.len())).rev().find(is_head),
            };
            let Some(next) = next else { break };
            self.row = next;
        }
        self.row != before
    }

    /// Folds or unfolds the topic of the cursor.
    pub(crate) fn toggle(&mut self, levels: &Levels) {
        let Some(Thread { topic, .. }) = self.thread() else { return };
        if !self.open.remove(&topic) {
            self.open.insert(topic);
        }
        self.set_rows(levels);
        self.go_to(Thread { topic, row: None });
    }

    /// Puts the cursor on the row of a topic or item, and unfolds its topic if necessary.
    pub(crate) fn go_to(&mut self, thread: Thread) {
        let topic = Thread { row: None, ..thread };
        let at = |thread| self.rows.iter().position(|row| row.thread == thread);
        self.row = at(thread).or_else(|| at(topic)).unwrap_or(0);
    }
}

/// The rows that have a text in their name or at a level, each below its topic.
fn narrowed(mut rows: Vec<MatrixRow>, levels: &Levels, text: &str) -> Vec<MatrixRow> {
    let has = |row: &MatrixRow| {
        let mut said = row.cells.some().filter(|_| !row.is_topic());
        let is_said = |(level, _)| {
            let spot = levels.spot(row.thread, level);
            spot.is_some_and(|spot| !search::matches(&spot.text, text).is_empty())
        };
        !search::matches(&row.name, text).is_empty() || said.any(is_said)
    };
    let fits: Vec<bool> = rows.iter().map(has).collect();
    let kept: BTreeSet<usize> = rows
        .iter()
        .zip(&fits)
        .filter(|(_, fits)| **fits)
        .map(|(row, _)| row.thread.topic)
        .collect();
    let mut fits = fits.into_iter();
    rows.retain(|row| {
        fits.next() == Some(true) || (row.is_topic() && kept.contains(&row.thread.topic))
    });
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Sparse;

    /// A matrix of `rows` rows.
    fn matrix(rows: usize) -> Matrix {
        let row = |topic: usize| MatrixRow {
            thread: Thread { topic, row: None },
            name: String::new(),
            depth: 0,
            is_way_up: false,
            is_keyless: false,
            cells: Sparse::new(0, Vec::new()),
        };
        Matrix { rows: (0..rows).map(row).collect(), ..Matrix::default() }
    }

    #[test]
    fn the_cursor_stays_on_the_rows() {
        let mut it = matrix(3);
        it.step_rows(9);
        assert_eq!(it.row, 2);
        it.step_rows(-9);
        assert_eq!(it.row, 0);
        matrix(0).step_rows(1);
    }

    #[test]
    fn the_levels_move_only_as_far_as_they_must() {
        // At 70 columns three levels fit.
        let wants = Rc::new(MatrixWants::of(11, vec![40; 7]));
        let mut it = Matrix { levels: 7, wants, ..Matrix::default() };
        let mut seen = Vec::new();
        for steps in [1, 1, 1, 3, -1, -3, 0, 1, -9] {
            it.step_levels(steps, 70);
            seen.push((it.level, it.from));
        }
        let want = [(1, 0), (2, 0), (3, 1), (6, 4), (5, 4), (2, 2), (2, 2), (3, 2), (0, 0)];
        assert_eq!(seen, want);
        it.step_levels(6, 70);
        it.step_levels(0, 200);
        assert_eq!((it.level, it.from), (6, 0), "a wide screen shows all");
    }
}
