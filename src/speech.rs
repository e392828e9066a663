//! What a view says as plain lines, one thing a line in reading order: for screen readers and braille.
//!
//! Every sign is a word, and nothing is decoration. A view is read section by section: the first section is what
//! is said of the whole, the others are the entries of the outline.

mod comparison;
mod document;
mod levels;
mod overview;
mod pairs;
mod roles;
mod spoken;
mod trace;
mod versions;

pub use comparison::speak_comparison;
pub use document::speak_document;
pub use levels::speak_levels;
pub use overview::{speak_cell, speak_overview};
pub use roles::speak_role;
pub use spoken::{LINK, Speech, SpokenItem, SpokenSection};
pub use trace::speak_trace;
pub use versions::speak_versions;
