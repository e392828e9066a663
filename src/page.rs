//! Laid-out lines at a width: what the terminal UI and the command line both print.
//!
//! Pure: a document or a comparison and a width go in, a [`Page`] comes out. Every word of the
//! source stands on the page at every width.

mod bars;
mod comparison;
mod counterpart;
mod document;
mod glyphs;
mod layout;
mod levels;
mod overview;
mod parts;
mod reasons;
mod rows;
mod sheet;
mod sides;
mod table;
mod trace;
mod unified;
mod week;
mod wrap;

pub use comparison::{ComparisonOptions, lay_out_comparison};
pub use counterpart::counterpart_document;
pub use document::{DocumentOptions, lay_out_document, section_entry};
pub use glyphs::{Glyphs, icon_glyph};
pub use levels::lay_out_levels;
pub use overview::{OverviewColumns, OverviewOptions, lay_out_overview, overview_names};
pub use sheet::{Flow, Line, MIN_WIDTH, OutlineEntry, Page, PageLink, Run, Spot, TableSpot};
pub use sides::{Folds, Headings, Sides};
pub use trace::lay_out_trace;
pub use wrap::width;
