//! One cell of a matrix in full: what a level says there, next to what the nearest level before says.

use super::counts::{TraceCount, counts};
use super::pair::PairReport;
use super::trace::{HEADING_ALONE, NOTHING_ON_THIS};
use super::words::number;
use crate::compare::{Levels, Pair, Thread};

/// What there is to say of a cell.
#[derive(Debug, Clone)]
pub struct CellReport<'a> {
    /// The headings around the topic or row, its own name last.
    pub path: Vec<&'a str>,
    /// The nearest level before that says anything there.
    pub before: Option<&'a str>,
    /// The level of the cell.
    pub level: &'a str,
    /// How the items of the two compare, or a remark if there are none.
    pub remark: String,
    /// What both say, topic by topic: first those in which the level of the cell says anything.
    pub groups: Vec<CellGroup<'a>>,
}

/// What two levels say under one heading.
#[derive(Debug, Clone)]
pub struct CellGroup<'a> {
    /// The heading, if it is not the one of the cell.
    pub title: Option<&'a str>,
    /// The texts, pair by pair.
    pub pairs: Vec<Pair>,
}

/// That a level says nothing, though one before it and one behind it do.
pub const GAP_IN_FULL: &str = "gap between levels that have it";

impl<'a> CellReport<'a> {
    /// The cell of a topic or row in a column.
    #[must_use]
    pub fn new(levels: &'a Levels, thread: Thread, column: usize) -> Self {
        let says = |column: &usize| levels.said(thread, *column).next().is_some();
        let before = (0..column).rev().find(says);
        let name = |column: usize| levels.names[column].as_str();
        let mut groups: Vec<(usize, CellGroup<'_>)> = Vec::new();
        for (topic, pair) in levels.pairs(thread, before, column) {
            if groups.last().is_none_or(|(last, _)| *last != topic) {
                let title = (topic != thread.topic).then(|| levels.topics[topic].title.as_str());
                groups.push((topic, CellGroup { title, pairs: Vec::new() }));
            }
            if let Some((_, group)) = groups.last_mut() {
                group.pairs.push(pair);
            }
        }
        // What the level itself has comes first.
        groups.sort_by_key(|(_, group)| !group.has_own());
        Self {
            path: levels.path(thread),
            before: before.map(name),
            level: name(column),
            remark: remark(levels, thread, before, column),
            groups: groups.into_iter().map(|(_, group)| group).collect(),
        }
    }
}

impl CellReport<'_> {
    /// Whether the level of the cell says anything.
    #[must_use]
    pub fn has_own(&self) -> bool {
        self.groups.iter().any(CellGroup::has_own)
    }
}

impl CellGroup<'_> {
    fn has_own(&self) -> bool {
        self.pairs.iter().any(|pair| pair.right.is_some())
    }

    /// The pairs, as a comparison tells them.
    #[must_use]
    pub fn reports(&self) -> Vec<PairReport<'_>> {
        self.pairs.iter().map(PairReport::new).collect()
    }
}

/// How many items there are and how they compare with those before, or a remark if there are none.
fn remark(levels: &Levels, thread: Thread, before: Option<usize>, column: usize) -> String {
    let texts = levels.said(thread, column).count();
    let is_gap = || match thread.row {
        Some(row) => levels.topics[thread.topic].rows[row].is_gap(column),
        None => levels.is_gap(thread.topic, column),
    };
    let says = thread.row.is_none() && levels.says(thread.topic, column);
    match texts {
        0 if says => HEADING_ALONE.to_owned(),
        0 if is_gap() => GAP_IN_FULL.to_owned(),
        0 => NOTHING_ON_THIS.to_owned(),
        _ => {
            let counts = before.map(|before| counts(levels, thread, column, before));
            let counts = counts.unwrap_or_default().into_iter().map(TraceCount::phrase);
            std::iter::once(number(texts, "item")).chain(counts).collect::<Vec<_>>().join("  ")
        }
    }
}
