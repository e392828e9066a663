//! Links between the documents of a ladder.

pub(crate) mod lists;
pub(crate) mod places;
pub(crate) mod targets;
