//! What texts state in numbers, and in words for periods.

mod digits;
mod horizon;
mod quantities;
mod units;

pub(crate) use horizon::horizon;
pub(crate) use quantities::quantities;
pub(crate) use units::singular;
