//! Pages that repeat their neighbors: a table with the level before, the own level and the next. The text
//! about another level belongs to the page of that level.

use std::collections::{HashMap, HashSet};

use super::cells;
use crate::content::parse::draft::Draft;
use crate::lexicon::{LevelName, fold_space};
use crate::model::{Block, Table, Text};

/// A cell and its line.
type NeighborCell<'a> = (&'a Text, usize);

/// Keeps only the role's own part of a table that also describes roles with pages of their own, if those
/// pages say the same: no word is lost. `keys` are the names of the roles, by document. Returns the files
/// that changed.
pub(super) fn leave_own(drafts: &mut [Draft], keys: &[Option<String>]) -> Vec<String> {
    let mut changed = Vec::new();
    let pages: HashMap<&str, usize> =
        keys.iter().enumerate().filter_map(|(at, key)| Some((key.as_deref()?, at))).collect();
    if pages.len() < 2 {
        return changed;
    }
    let said: Vec<HashSet<String>> =
        drafts.iter().zip(keys).map(|(draft, key)| said(draft, key.is_some())).collect();
    for (at, draft) in drafts.iter_mut().enumerate().filter(|(at, _)| keys[*at].is_some()) {
        let mut is_changed = false;
        let mut own = |block: Block| {
            let part = match &block {
                Block::Table(table) => own_part(table, at, &pages, &said),
                _ => None,
            };
            is_changed |= part.is_some();
            part.unwrap_or(vec![block])
        };
        let of_sections = draft.sections.iter_mut().map(|section| &mut section.blocks);
        for blocks in std::iter::once(&mut draft.preamble).chain(of_sections) {
            *blocks = std::mem::take(blocks).into_iter().flat_map(&mut own).collect();
        }
        if is_changed {
            changed.push(draft.file.clone());
        }
    }
    changed
}

/// The text of the tables in the page of a role, cell by cell.
fn said(draft: &Draft, is_role: bool) -> HashSet<String> {
    let blocks = draft.sections.iter().flat_map(|section| &section.blocks).chain(&draft.preamble);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) if is_role => Some(table),
        _ => None,
    });
    tables.flat_map(cells_by_row).flatten().map(|(cell, _)| plain(cell)).collect()
}

fn plain(cell: &Text) -> String {
    fold_space(cell.as_str())
}

/// The cells of a table, by row, starting with its header.
fn cells_by_row(table: &Table) -> impl Iterator<Item = Vec<NeighborCell<'_>>> {
    let header = table.columns.iter().map(|column| (&column.header, table.line)).collect();
    let rows = table.rows.iter();
    std::iter::once(header)
        .chain(rows.map(|row| row.cells.iter().map(|cell| (cell, row.line)).collect()))
        .filter(|cells: &Vec<NeighborCell<'_>>| cells.iter().any(|(cell, _)| !cell.is_empty()))
}

/// The text of a table about the role of a page, if it describes several roles: one for each column, or
/// one below the other.
fn own_part(
    table: &Table,
    own: usize,
    pages: &HashMap<&str, usize>,
    said: &[HashSet<String>],
) -> Option<Vec<Block>> {
    let page = |cell: &Text| pages.get(LevelName::read(&plain(cell)).key().as_str()).copied();
    let mut told: Vec<(usize, Vec<NeighborCell<'_>>)> = Vec::new();
    for cells in cells_by_row(table) {
        let pages: Option<Vec<usize>> = cells.iter().map(|(cell, _)| page(cell)).collect();
        let heads = pages.filter(|pages| told.is_empty() || pages.len() == 1);
        match (heads, cells.as_slice()) {
            (Some(pages), _) => told.extend(pages.into_iter().map(|page| (page, Vec::new()))),
            // One below the other: the text after the name of a role is about that role.
            (None, [cell]) => told.last_mut()?.1.push(*cell),
            (None, _) if told.is_empty() => return None,
            (None, cells) => told.iter_mut().zip(cells).for_each(|(of, cell)| of.1.push(*cell)),
        }
    }
    let is_told = |(page, cells): &(usize, Vec<NeighborCell<'_>>)| {
        *page == own || cells.iter().all(|(cell, _)| said[*page].contains(&plain(cell)))
    };
    let owns = told.iter().filter(|(page, _)| *page == own).count();
    let own_cells = told.iter().filter(|(page, _)| *page == own).flat_map(|(_, cells)| cells);
    (owns == 1 && told.len() > 1 && told.iter().all(is_told))
        .then(|| own_cells.flat_map(|(cell, line)| cells::blocks(cell, *line)).collect())
}
