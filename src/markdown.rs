//! Reports as Markdown, in one plain style.
//!
//! Pure, and without decisions about content: what there is to say, and in which order, the report
//! says.

mod comparison;
mod document;
mod escape;
mod explanations;
mod findings;
mod hits;
mod levels;
mod list;
mod overview;
mod trace;
mod versions;

pub use comparison::comparison;
pub use document::{document, section};
pub use explanations::explanations;
pub use findings::{findings, rules};
pub use hits::hits;
pub use levels::levels;
pub use list::list;
pub use overview::overview;
pub use trace::traces;
pub use versions::{brief_versions, versions};
