//! Numbers that texts state, and periods that they state in words.

mod digits;
mod horizon;
mod quantities;
mod units;

pub(crate) use horizon::horizon;
pub(crate) use quantities::quantities;
pub(crate) use units::singular;
