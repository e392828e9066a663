//! What texts state in numbers, compared: by how much it differs, on which scale it is drawn, and how
//! hours add up to a week.

pub(crate) mod change;
pub(crate) mod elsewhere;
pub(crate) mod highlights;
pub(crate) mod measures;
pub(crate) mod rate;
pub(crate) mod scale;
pub(crate) mod week;
