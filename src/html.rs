//! A single HTML page to hand to people without a terminal: it prints, needs no network and no
//! script, and no word of it comes from a document unescaped.
//!
//! Pure: a report goes in, a text comes out. [`Html`] is the only way to write markup: tags and the names
//! of attributes are literals of this program, everything else is escaped.

mod bars;
mod comparison;
mod contents;
mod document;
mod levels;
mod overview;
mod page;
mod pairs;
mod parts;
mod shape;
mod sides;
mod text;
mod trace;
mod versions;
mod whole;
mod writer;

pub use comparison::{comparison, facts};
pub use contents::{Contents, contents, only_differences};
pub use document::document_page;
pub use levels::levels;
pub use overview::overview;
pub use page::page;
pub use shape::Shape;
pub use trace::trace;
pub use versions::{comparison_page, versions_page};
pub use whole::{levels_page, overview_page, traces_page};
pub use writer::{Attributes, Html};
