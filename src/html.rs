//! A single HTML page to hand to people without a terminal: it prints, needs no network and no
//! script, and no word of it comes from a document unescaped.
//!
//! Pure: a comparison, a trace or an overview goes in, a text comes out. [`Html`] is the only way to write markup: tags and
//! the names of attributes are literals of this program, everything else is escaped.

mod bars;
mod comparison;
mod contents;
mod levels;
mod overview;
mod page;
mod pairs;
mod parts;
mod shape;
mod text;
mod trace;
mod writer;

pub use comparison::{comparison, facts, sides};
pub use contents::{Contents, contents, only_differences};
pub use levels::levels;
pub use overview::overview;
pub use page::page;
pub use shape::Shape;
pub use trace::trace;
pub use writer::{Attributes, Html};
