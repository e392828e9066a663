//! A matrix of scores, and what is decided by it: one assignment with a margin.

use crate::compare::align::assign::{Edge, assign};
use crate::compare::align::matching::Matching;

/// The most candidates of a text or section on the other side: its best ones.
const KEPT: usize = 64;

/// A candidate on the right side, its score, and the evidence for it.
#[derive(Debug, Clone)]
pub(crate) struct ScoredCell<E> {
    pub(crate) right: usize,
    pub(crate) score: f64,
    pub(crate) evidence: E,
}

/// The candidates of each on the left side, by their number on the right.
#[derive(Debug, Clone)]
pub(crate) struct ScoreGrid<E> {
    pub(crate) rows: Vec<Vec<ScoredCell<E>>>,
    pub(crate) rights: usize,
}

/// The two best scores that one of either side has, and with whom it has the best.
#[derive(Debug, Clone, Copy, Default)]
struct Best {
    with: usize,
    score: f64,
    second: f64,
}

impl<E> ScoreGrid<E> {
    pub(crate) fn new(rights: usize) -> Self {
        Self { rows: Vec::new(), rights }
    }

    /// The candidates of the next one on the left, in order; the best of them are kept.
    pub(crate) fn push(&mut self, mut row: Vec<ScoredCell<E>>) {
        if row.len() > KEPT {
            let better = |a: &ScoredCell<E>, b: &ScoredCell<E>| {
                b.score.total_cmp(&a.score).then(a.right.cmp(&b.right))
            };
            row.select_nth_unstable_by(KEPT, better);
            row.truncate(KEPT);
            // A row keeps the memory of the cells that are dropped unless it gives it back.
            row.shrink_to_fit();
            row.sort_unstable_by_key(|cell| cell.right);
        }
        self.rows.push(row);
    }

    /// Every cell with its row.
    pub(crate) fn each(&mut self, mut visit: impl FnMut(usize, &mut ScoredCell<E>)) {
        for (left, row) in self.rows.iter_mut().enumerate() {
            row.iter_mut().for_each(|cell| visit(left, cell));
        }
    }

    /// The candidate of one on the left.
    pub(crate) fn get(&self, left: usize, right: usize) -> Option<&ScoredCell<E>> {
        let row = &self.rows[left];
        row.binary_search_by_key(&right, |cell| cell.right).ok().map(|at| &row[at])
    }

    /// The same from the other side.
    pub(crate) fn swapped(self) -> Self {
        let mut rows: Vec<Vec<ScoredCell<E>>> = (0..self.rights).map(|_| Vec::new()).collect();
        let rights = self.rows.len();
        for (left, row) in self.rows.into_iter().enumerate() {
            for cell in row {
                rows[cell.right].push(ScoredCell { right: left, ..cell });
            }
        }
        Self { rows, rights }
    }

    /// The candidates of one of either side, 0 for the left, for which something speaks by itself:
    /// each with its number on the other side, the best first.
    pub(crate) fn near(
        &self,
        side: usize,
        at: usize,
        speaks: impl Fn(&E) -> bool,
    ) -> Vec<(usize, f64)> {
        let mut near: Vec<(usize, f64)> = match side {
            0 => self.rows[at]
                .iter()
                .filter(|cell| speaks(&cell.evidence))
                .map(|it| (it.right, it.score))
                .collect(),
            _ => {
                let column =
                    (0..self.rows.len()).filter_map(|left| Some((left, self.get(left, at)?)));
                let spoken = column.filter(|(_, cell)| speaks(&cell.evidence));
                spoken.map(|(left, cell)| (left, cell.score)).collect()
            }
        };
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near
    }

    /// The pairs of the greatest total among those that may pair, where each must be worth `least`
    /// after a part of the best score that either side has with another is taken off: what is nearly
    /// as much like something else stays apart, since a wrong pair is worse than none. Something that
    /// is `known` to go with a better one is no rival.
    pub(crate) fn decide(
        &self,
        known: &Matching,
        may_pair: impl Fn(&E) -> bool,
        least: f64,
        margin: f64,
    ) -> Matching {
        let (lefts, rights) = self.bests(known);
        let mut edges = Vec::new();
        for (left, row) in self.rows.iter().enumerate() {
            for cell in row {
                let rival = lefts[left].beside(cell.right).max(rights[cell.right].beside(left));
                let gain = cell.score - margin * rival - least;
                if gain > 0.0 && may_pair(&cell.evidence) {
                    edges.push(Edge { left, right: cell.right, gain });
                }
            }
        }
        let mut matching = Matching::new(self.rows.len(), self.rights);
        for (left, right) in assign(&edges, self.rows.len(), self.rights) {
            matching.pair(left, right);
        }
        matching
    }

    /// The best scores of every one on either side.
    fn bests(&self, known: &Matching) -> (Vec<Best>, Vec<Best>) {
        let mut lefts = vec![Best::default(); self.rows.len()];
        let mut rights = vec![Best::default(); self.rights];
        let better = |pair: Option<(usize, usize)>, score: f64| {
            let cell = pair.and_then(|(left, right)| self.get(left, right));
            cell.is_some_and(|cell| cell.score > score)
        };
        for (left, row) in self.rows.iter().enumerate() {
            for cell in row {
                let of_right = known.of_right[cell.right].filter(|it| *it != left);
                let of_left = known.of_left[left].filter(|it| *it != cell.right);
                if !better(of_right.map(|it| (it, cell.right)), cell.score) {
                    lefts[left].add(cell.right, cell.score);
                }
                if !better(of_left.map(|it| (left, it)), cell.score) {
                    rights[cell.right].add(left, cell.score);
                }
            }
        }
        (lefts, rights)
    }
}

impl Best {
    fn add(&mut self, with: usize, score: f64) {
        if score > self.score {
            *self = Self { with, score, second: self.score };
        } else {
            self.second = self.second.max(score);
        }
    }

    /// The best score with any other than this one; never below 0.
    fn beside(self, with: usize) -> f64 {
        if self.with == with { self.second } else { self.score }
    }
}
