//! The parts of documents of every format: styled text, pieces in reading order, sections.

pub(crate) mod anchors;
pub(crate) mod inline;
pub(crate) mod piece;
pub(crate) mod sections;
