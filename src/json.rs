//! Reports as JSON. docs/json.md is the promise.
//!
//! Pure, and without decisions about content: what there is to say, and in which order, the report
//! says.

mod comparison;
mod config;
mod doctor;
mod document;
mod equivalents;
mod explanations;
mod findings;
mod hits;
mod levels;
mod list;
mod numbers;
mod pretty;
mod reasons;
mod sarif;
mod schema;
mod spot;
mod trace;

pub use comparison::{between_ladders, comparison, version, versions};
pub use config::config;
pub use doctor::doctor;
pub use document::{document, inherited};
pub use equivalents::equivalents;
pub use explanations::explanations;
pub use findings::{findings, rules};
pub use hits::hits;
pub use levels::{levels, overview};
pub use list::list;
pub use sarif::sarif;
pub use schema::{schema, schema_commands};
pub use trace::traces;
