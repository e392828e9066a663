//! What documents of every format are made of: styled text, pieces in reading order, sections.

pub(crate) mod anchors;
pub(crate) mod inline;
pub(crate) mod piece;
pub(crate) mod sections;
