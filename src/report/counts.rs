//! How many items of one level are new, changed, unchanged or dropped at another.

use crate::compare::{Kind, LevelCell, Levels, Thread, UNCHANGED};
use crate::model::Subject;

/// How many items of a level are new, changed and so on since the level before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TraceCount {
    /// The sign of it.
    pub sign: &'static str,
    /// How many.
    pub count: usize,
    /// The words for it.
    pub words: &'static str,
}

impl TraceCount {
    /// "+3 new".
    #[must_use]
    pub fn phrase(self) -> String {
        format!("{}{} {}", self.sign, self.count, self.words)
    }

    /// "+3".
    #[must_use]
    pub fn short(self) -> String {
        format!("{}{}", self.sign, self.count)
    }
}

/// What becomes in a column of a topic or row that an earlier column has too.
pub(super) fn counts(
    levels: &Levels,
    thread: Thread,
    column: usize,
    before: usize,
) -> Vec<TraceCount> {
    let cells: Vec<&LevelCell> = levels.said(thread, column).map(|(_, _, cell)| cell).collect();
    let gone = levels.said(thread, before).filter(|(_, row, _)| !row.cells.has(column)).count();
    // A role without a page cannot drop an item.
    let gone = if matches!(levels.subjects[column], Subject::Role(_)) { gone } else { 0 };
    counts_of(&cells, gone, before)
}

/// The same of texts that an earlier column has or has not, and of how many texts of it are gone.
pub(super) fn counts_of(cells: &[&LevelCell], gone: usize, before: usize) -> Vec<TraceCount> {
    let of = |test: &dyn Fn(&LevelCell) -> bool| cells.iter().filter(|cell| test(cell)).count();
    let since = Some(before);
    let from_it = |kind: Kind| of(&|it| it.kind == kind && it.before == since);
    let counts = [
        ("+", of(&|it| it.before.is_none()), "new"),
        ("+", of(&|it| it.before.is_some() && it.before != since), "returned"),
        ("~", from_it(Kind::Changed), "changed"),
        ("=", from_it(Kind::Same), UNCHANGED),
        ("<", gone, "dropped"),
    ];
    let counts = counts.into_iter().filter(|(_, count, _)| *count > 0);
    counts.map(|(sign, count, words)| TraceCount { sign, count, words }).collect()
}
