//! Quantities through the levels: what a row's numbers are, level by level.

use std::cmp::Ordering;

use crate::compare::chain::sparse::Sparse;
use crate::compare::chain::table::LevelRow;
use crate::compare::numbers::change::{Change, Extent};
use crate::compare::numbers::measures::{Measure, Stated, go_together, stated, telling};
use crate::compare::numbers::scale::Scale;

/// One quantity of a row, if most levels state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the levels state that state it.
    pub values: Sparse<Stated>,
    /// What changes from level to level, as it is called.
    pub extent: Extent,
}

/// From one level that states a quantity to the next that does.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelStep {
    /// The column of the lower level.
    pub from: usize,
    /// The column of the higher level.
    pub to: usize,
    /// What both state.
    pub measure: Measure,
}

/// Which way a quantity goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// To more of it.
    Up,
    /// To less of it.
    Down,
}

impl Direction {
    /// The sign of it.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::Up => "▲",
            Self::Down => "▼",
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "more",
            Self::Down => "less",
        }
    }
}

impl LevelRow {
    /// The quantities of the row: what goes together is one series, in the order in which the levels
    /// first state it. A level that states two of a kind takes part with the first. What half of
    /// those that say anything leave out is no property of the row.
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        let keyed = self.has_one_key();
        let mut found: Vec<Vec<(usize, Stated)>> = Vec::new();
        for (at, cell) in self.cells.some() {
            let all = match keyed {
                true => stated(self.key.as_deref(), cell.part.text.as_str()),
                false => stated(None, &cell.part.spot.text),
            };
            for one in all {
                let kin = |known: &&mut Vec<(usize, Stated)>| {
                    known.last().is_some_and(|(_, other)| go_together(other, &one, keyed))
                };
                match found.iter_mut().find(kin) {
                    Some(known) if known.last().is_some_and(|(last, _)| *last < at) => {
                        known.push((at, one));
                    }
                    Some(_) => {}
                    None => found.push(vec![(at, one)]),
                }
            }
        }
        found.retain(|known| known.len() >= 2 && known.len() * 2 > self.cells.count());
        let columns = self.cells.columns();
        let key = self.key.as_deref().filter(|_| keyed);
        let series = |known: Vec<(usize, Stated)>| {
            let unit = known.first().map(|(_, first)| &first.quantity.unit);
            let extent = unit.map_or(Extent::Size, |unit| Extent::of(unit, key));
            Series { values: Sparse::new(columns, known), extent }
        };
        found.into_iter().map(series).collect()
    }
}

impl Series {
    /// The scale that all levels are drawn on.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        Scale::over(self.values.values().map(|stated| &stated.quantity))
    }

    /// From each level that states it to the next that does.
    #[must_use]
    pub fn steps(&self) -> Vec<LevelStep> {
        let stated: Vec<(usize, &Stated)> = self.values.some().collect();
        let step = |pair: &[(usize, &Stated)]| {
            let [(from, left), (to, right)] = pair else { return None };
            let (left, right) = ((*left).clone(), (*right).clone());
            let change = Change::between(&left.quantity, &right.quantity);
            let measure = Measure { left, right, change, extent: self.extent, leads: true };
            Some(LevelStep { from: *from, to: *to, measure })
        };
        stated.windows(2).filter_map(step).collect()
    }

    /// The largest of its steps, the first of several; `None` if none is worth telling.
    #[must_use]
    pub fn jump(&self) -> Option<LevelStep> {
        let steps = self.steps().into_iter().filter(|step| step.direction().is_some());
        steps.reduce(|most, step| if step.size() > most.size() { step } else { most })
    }

    /// Whether it says more about the levels than another: more of them state it, or its largest jump
    /// is larger.
    #[must_use]
    pub fn tells_more(&self, than: &Self) -> bool {
        let jump = |series: &Self| series.jump().map_or(0.0, |jump| jump.size());
        match self.values.count().cmp(&than.values.count()) {
            Ordering::Equal => jump(self) > jump(than),
            order => order.is_gt(),
        }
    }

    /// What a share is a share of: "execution".
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        self.values.values().find_map(|stated| stated.of.as_deref())
    }
}

impl LevelStep {
    /// Which way it goes, if that is worth telling.
    #[must_use]
    pub fn direction(&self) -> Option<Direction> {
        if telling(std::slice::from_ref(&self.measure)).is_empty() {
            return None;
        }
        let is_up = match self.measure.change {
            Change::Times { factor, .. } => factor > 1.0,
            Change::Points { more, .. } => more > 0.0,
            Change::Same | Change::FromNothing => return None,
        };
        Some(if is_up { Direction::Up } else { Direction::Down })
    }

    /// How large the step is, whichever way it goes, for putting steps in order.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.measure.change.size()
    }
}
