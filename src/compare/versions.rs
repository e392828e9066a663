//! Two versions of a ladder: which level of the one is which of the other, and what became of each.

pub(crate) mod apart;
pub(crate) mod became;
pub(crate) mod matching;
