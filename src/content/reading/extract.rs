//! What one document offers to the first step of reading. Each document is read on its own, so that all cores
//! can share the work.

use super::count::WordCounts;
use super::forms::{self, Form};
use super::grid::{self, Grid};
use super::leads::{self, Leads};
use super::rows::{self, LevelRows};
use crate::content::parse::draft::Draft;
use crate::content::source::path;
use crate::lexicon::{LevelName, fold_space};
use crate::model::{Block, Table};

/// The titles, beginnings of texts, tables and data of a document that may be names of levels.
pub(super) struct Extract<'a> {
    pub(super) words: WordCounts,
    /// The title of each section.
    pub(super) titles: Vec<String>,
    /// The text before the first section.
    pub(super) preamble: BlocksExtract<'a>,
    /// The text of each section.
    pub(super) sections: Vec<BlocksExtract<'a>>,
    pub(super) forms: Vec<Form<'a>>,
}

/// The same of the blocks of a section.
pub(super) struct BlocksExtract<'a> {
    pub(super) leads: Vec<Leads<'a>>,
    pub(super) tables: Vec<TableExtract<'a>>,
}

/// The columns and rows of a table that may be levels. Never both empty.
pub(super) struct TableExtract<'a> {
    pub(super) line: usize,
    pub(super) grids: Vec<Grid<'a>>,
    pub(super) rows: Vec<Vec<LevelRows<'a>>>,
}

impl<'a> Extract<'a> {
    pub(super) fn of(draft: &'a Draft) -> Self {
        let is_data = path::is_csv(&draft.file);
        let read = |blocks: &'a [Block]| BlocksExtract::of(blocks, is_data);
        let sections = draft.sections.iter();
        let title = |text: String| {
            // Read here, it is known when the candidates are added one after the other.
            LevelName::read(&text);
            text
        };
        Self {
            words: WordCounts::of(draft),
            titles: sections.clone().map(|it| title(fold_space(it.title.as_str()))).collect(),
            preamble: read(&draft.preamble),
            sections: sections.map(|section| read(&section.blocks)).collect(),
            forms: draft.data.iter().flat_map(forms::levels).collect(),
        }
    }
}

impl<'a> BlocksExtract<'a> {
    fn of(blocks: &'a [Block], is_data: bool) -> Self {
        let tables = blocks.iter().filter_map(|block| match block {
            Block::Table(table) => TableExtract::of(table, is_data),
            _ => None,
        });
        Self { leads: leads::read(blocks), tables: tables.collect() }
    }
}

impl<'a> TableExtract<'a> {
    fn of(table: &'a Table, is_data: bool) -> Option<Self> {
        let grids = grid::read(table);
        let rows = rows::read(table, is_data);
        let is_empty = grids.is_empty() && rows.is_empty();
        (!is_empty).then_some(Self { line: table.line, grids, rows })
    }
}
