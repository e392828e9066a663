//! The roles in tracks, and their order there.

pub(crate) mod diagrams;
pub(crate) mod fields;
pub(crate) mod near;
pub(crate) mod tracks;
