//! Quantities through the levels: what a row's numbers are, level by level.

use crate::compare::levels::table::LevelRow;
use crate::compare::numbers::measures::{Stated, go_together, stated};
use crate::compare::numbers::scale::Scale;

/// One quantity of a row, where most levels state it.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// What each level states.
    pub values: Vec<Option<Stated>>,
}

impl LevelRow {
    /// The quantities of the row: what goes together is one series, in the order in which the levels
    /// first state it. A level that states two of a kind takes part with the first. What half of
    /// those that say anything leave out is no property of the row.
    #[must_use]
    pub fn series(&self) -> Vec<Series> {
        let keyed = self.has_one_key();
        let mut found: Vec<Series> = Vec::new();
        for (at, cell) in self.cells.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let all = match keyed {
                true => stated(self.key.as_deref(), &cell.part.text.to_plain()),
                false => stated(None, &cell.part.spot.text),
            };
            for one in all {
                let kin = |series: &&mut Series| {
                    let known = series.values.iter().flatten();
                    known.last().is_some_and(|other| go_together(other, &one, keyed))
                };
                match found.iter_mut().find(kin) {
                    Some(series) if series.values[at].is_none() => series.values[at] = Some(one),
                    Some(_) => {}
                    None => {
                        let mut values = vec![None; self.cells.len()];
                        values[at] = Some(one);
                        found.push(Series { values });
                    }
                }
            }
        }
        let said = self.cells.iter().flatten().count();
        found.retain(|series| {
            let stated = series.values.iter().flatten().count();
            stated >= 2 && stated * 2 > said
        });
        found
    }
}

impl Series {
    /// The scale that all levels are drawn on.
    #[must_use]
    pub fn scale(&self) -> Option<Scale> {
        Scale::over(self.values.iter().flatten().map(|stated| &stated.quantity))
    }

    /// What a share is a share of: "execution".
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        self.values.iter().flatten().find_map(|stated| stated.of.as_deref())
    }
}
