//! Facts about a whole ladder that no document states.

use crate::model::{Counterpart, Ladder};

/// The labels of the roles whose tables know a counterpart.
#[must_use]
pub fn knowing(ladder: &Ladder, counterpart: &Counterpart) -> String {
    let known = counterpart.known_from.iter();
    let mut labels: Vec<&str> =
        known.map(|known| ladder.role(known.role).document.label.as_str()).collect();
    labels.dedup();
    labels.join(", ")
}
