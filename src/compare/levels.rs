//! Many roles at once: what each says of the same topic, level by level.

pub(crate) mod chain;
pub(crate) mod columns;
pub(crate) mod series;
pub(crate) mod table;
mod trace;
