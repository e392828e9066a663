//! Many roles at once, aligned one after the other: what each says of the same topic, level by level.

pub(crate) mod aligning;
pub(crate) mod columns;
pub(crate) mod explaining;
mod groups;
mod pairs;
pub(crate) mod row;
pub(crate) mod series;
pub(crate) mod sparse;
pub(crate) mod table;
mod telling;
mod threads;
pub(crate) mod wanted;
