//! Laid-out lines at a width: what the terminal UI and the command line both print.
//!
//! Pure: a report and a width go in, a [`Page`] comes out. Every word of the source is on the page at
//! every width.

mod bars;
mod begin;
mod cell;
mod comparison;
mod document;
mod explanations;
mod findings;
mod glyphs;
mod hits;
mod later;
mod layout;
mod levels;
mod list;
mod matrix_columns;
mod overview;
mod parts;
mod position;
mod row_cells;
mod rows;
mod running;
mod sheet;
mod sides;
mod slices;
mod styled;
mod sure;
mod table;
mod table_shape;
mod trace;
mod unified;
mod versions;
mod way;
mod words;
mod wrap;

pub use cell::lay_out_cell;
pub use comparison::{ComparisonOptions, lay_out_comparison};
pub use document::{DocumentOptions, lay_out_anchored, lay_out_document, section_entry};
pub use explanations::lay_out_explanations;
pub use findings::{lay_out_findings, lay_out_rules};
pub use glyphs::{Glyphs, icon_glyph};
pub use hits::{lay_out_hit_groups, lay_out_hits};
pub use later::{ShownDocument, hand_over_document, lay_out_later};
pub use layout::MEASURE;
pub use levels::lay_out_levels;
pub use list::lay_out_list;
pub use matrix_columns::{MatrixColumns, MatrixWants};
pub use overview::{
    OverviewOptions, hand_over_overview, lay_out_legend, lay_out_overview, matrix_line, matrix_row,
};
pub use position::{Position, TextSpot};
pub use sheet::{
    DifferenceSpot, Flow, LaterLines, Line, MIN_WIDTH, OutlineEntry, Page, PageLink, Run, SetLines,
    Stretch, TableSpot,
};
pub use sides::Sides;
pub(crate) use sure::{sure_grapheme, sure_text};
pub use trace::{TraceOptions, lay_out_note, lay_out_trace};
pub use versions::lay_out_versions;
pub use way::LineWay;
pub use wrap::width;

pub use crate::report::{Folds, Headings, counterpart_document, counterpart_sources};
