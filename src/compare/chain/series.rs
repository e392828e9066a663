//! Quantities through the levels: what a row's numbers are, level by level.

use crate::compare::chain::sparse::Sparse;
use crate::compare::chain::table::LevelRow;
use crate::compare::numbers::measures::{Stated, go_together, stated};
use crate::compare::numbers::scale::Scale;

/// One quantity of a row, where most levels state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What the levels state that state it.
    pub values: Sparse<Stated>,
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
                true => stated(self.key.as_deref(), &cell.part.text.to_plain()),
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
        found.into_iter().map(|known| Series { values: Sparse::new(columns, known) }).collect()
    }
}

impl Series {
    /// The scale that all levels are drawn on.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        Scale::over(self.values.values().map(|stated| &stated.quantity))
    }

    /// What a share is a share of: "execution".
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        self.values.values().find_map(|stated| stated.of.as_deref())
    }
}
