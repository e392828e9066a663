//! What of one role corresponds to what of another: sections first, then the texts in them.

mod assign;
pub(crate) mod axes;
pub(crate) mod family;
pub(crate) mod features;
pub(crate) mod items;
pub(crate) mod likeness;
mod lists;
pub(crate) mod matching;
pub(crate) mod reading;
pub(crate) mod sections;
pub(crate) mod shared;
pub(crate) mod similarity;
