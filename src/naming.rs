//! Names: from what people type to the role, track, page or section that they mean, or to a list of
//! candidates, never silently to something else.
//!
//! 1. An id, then a whole title, label, level or alias, then a path or `FILE:LINE`.
//! 2. Then whole words of such a name, the track among them: "mobile 3" is Level 3 of Mobile.
//! 3. Then beginnings of words.
//!
//! A numeral or code always matches whole: "Engineer I" is not Engineer II, and L1 is not L10. All of
//! it is pure.

mod asked;
mod candidates;
mod error;
mod files;
mod labels;
mod matching;
mod mentions;
pub mod names;
mod pages;
mod paths;
mod roles;
mod sections;
mod spelling;
mod tracks;
mod versions;
mod words;

pub use asked::Asked;
pub use error::{NameCandidate, NameError};
pub use labels::{Labels, SubjectNames};
pub(crate) use mentions::{KnownNames, Mentions, NameTerms, OTHER_NAME, OWN_NAME};
pub use pages::{Showable, document};
pub use paths::{look_up, path_inside};
pub use roles::{Named, find, find_named};
pub use sections::section;
pub(crate) use spelling::{distance, nearest};
pub use tracks::track;
pub use versions::{InVersion, NamedRole, in_either, with_page};
