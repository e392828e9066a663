//! What a career ladder is, as data: [`Ladder`], [`Track`], [`Role`], [`Document`], [`Section`],
//! [`Block`], [`Item`], [`Table`], [`Text`], and the [`quantities()`] that a text states.
//!
//! Nothing here reads a file, parses Markdown or knows a terminal. Roles, pages, counterparts and
//! sections are identified by their index, never found again by their text.

mod block;
pub mod clean;
mod digits;
mod document;
mod front_matter;
mod horizon;
mod ids;
mod labels;
mod ladder;
pub mod names;
mod quantities;
mod quantity;
mod text;
mod units;

pub use block::{
    Align, Block, Callout, Code, Column, Image, Item, List, Paragraph, Quote, Row, Rule, Table,
};
pub use document::{Document, Section, SectionKind};
pub use front_matter::{Entry, FrontMatter, Value};
pub use horizon::horizon;
pub use ids::{CounterpartId, DocumentId, PageId, Place, RoleId, SectionId, Subject, TrackId};
pub use labels::Labels;
pub use ladder::{Counterpart, KnownFrom, Ladder, Origin, Role, Track};
pub use quantities::quantities;
pub use quantity::{Quantity, Unit};
pub use text::{Link, Span, SpanStyle, Text};
