//! What a career ladder is, as data: [`Ladder`], [`Track`], [`Role`], [`Document`], [`Section`],
//! [`Block`], [`Item`], [`Table`], [`Text`], and the [`Quantity`] that a text states.
//!
//! Nothing here reads a file, parses Markdown or knows a terminal. Roles, pages, counterparts and
//! sections are identified by their index, never found again by their text.

mod anchor;
mod block;
pub mod clean;
mod document;
mod front_matter;
mod ids;
mod ladder;
mod quantity;
mod text;
mod walk;
pub mod web_link;

pub use anchor::Anchor;
pub use block::{
    Align, Block, Callout, Code, Column, Image, Item, List, Paragraph, Quote, Row, Table,
    ThematicBreak,
};
pub use document::{Document, Section, SectionKind};
pub use front_matter::{Entry, FrontMatter, Value};
pub use ids::{CounterpartId, DocumentId, PageId, Place, RoleId, SectionId, Subject, TrackId};
pub use ladder::{Counterpart, KnownFrom, Ladder, Origin, Role, Track};
pub use quantity::{Quantity, Unit};
pub use text::{Link, Span, SpanStyle, Text};
pub use walk::{Step, StepMut, walk, walk_mut};
