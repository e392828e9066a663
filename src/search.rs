//! Searching: words in the whole ladder, a text in another text, a place by a few letters. Pure
//! functions, used alike by the terminal UI and the command line.

mod find;
mod fold;
mod fuzzy;
mod places;
mod query;
#[cfg(test)]
mod sample;
mod text;

pub use find::matches;
pub use fuzzy::{Ranked, rank};
pub use places::{FoundTarget, PlaceEntry, full_name, places};
pub(crate) use query::Pattern;
pub use query::{Query, QueryError};
pub use text::{FoundHits, Hit, best, search};
