//! Two of many columns against each other.

use crate::compare::chain::table::{Levels, Thread};
use crate::compare::comparison::{Pair, Part};
use crate::compare::pairs::pair;

impl Levels {
    /// What two columns say in a topic or row, pair by pair, each with the topic it is in. Without a
    /// left column, what the right one says alone.
    #[must_use]
    pub fn pairs(&self, thread: Thread, left: Option<usize>, right: usize) -> Vec<(usize, Pair)> {
        let rows = self.rows(thread).into_iter();
        let pairs = rows.filter_map(|(topic, row)| {
            // What is marked in a cell is what another column does not have.
            let part = |column: usize| {
                let cell = row.cells.get(column)?;
                Some(Part { changed: Vec::new(), ..cell.part.clone() })
            };
            let sides = (left.and_then(part), part(right));
            (sides.0.is_some() || sides.1.is_some()).then(|| (topic, pair(sides.0, sides.1)))
        });
        pairs.collect()
    }
}
