//! Tables that are levels by their columns or rows.

use std::collections::HashSet;

use crate::content::document::Draft;
use crate::content::shapes::columns;
use crate::content::shapes::found::Found;
use crate::content::shapes::long;
use crate::content::shapes::rows;
use crate::content::shapes::seen::{Seen, SeenTrack};
use crate::model::Block;

/// The roles that are columns or rows of a document's tables. The tables stay where they are: set
/// side by side is how their author meant them to be read. `taken` are the sections that stand in
/// roles already, and `is_known` says whether there is a role of a name; a table about known roles
/// compares them. `is_alone` says that there are no roles beside those in tables.
pub(crate) fn recognise(
    draft: &Draft,
    taken: &[bool],
    is_known: &dyn Fn(&str) -> bool,
    is_alone: bool,
) -> Option<Seen> {
    let tables = tables(draft, taken);
    let are_known = |names: &mut dyn Iterator<Item = &str>| {
        let (mut all, mut known) = (0, 0);
        for name in names {
            all += 1;
            known += usize::from(is_known(name));
        }
        known * 2 >= all
    };
    let mut used: HashSet<usize> = HashSet::new();
    let long = long::tracks(draft, &tables, &are_known);
    used.extend(long.iter().map(|(line, _)| *line));
    let by_entries: usize = long.iter().map(|(_, tracks)| count(tracks)).sum();
    let tables: Vec<Found<'_>> =
        tables.into_iter().filter(|found| !used.contains(&found.table.line)).collect();
    let mut tracks = columns::tracks(draft, &tables, &are_known, &mut used);
    let by_columns = count(&tracks);
    let rest: Vec<Found<'_>> =
        tables.iter().filter(|found| !used.contains(&found.table.line)).copied().collect();
    // Rows that say which column is which are no roles of their own.
    let in_columns: HashSet<String> =
        tracks.iter().flat_map(|track| &track.roles).map(|role| role.title.clone()).collect();
    let are_said = |names: &mut dyn Iterator<Item = &str>| {
        let names: Vec<&str> = names.collect();
        let said = names.iter().filter(|name| in_columns.contains(**name)).count();
        said * 2 >= names.len() || are_known(&mut names.into_iter())
    };
    tracks.extend(rows::tracks(draft, &rest, &are_said, is_alone && by_columns == 0));
    let by_rows = count(&tracks) - by_columns;
    tracks.extend(long.into_iter().flat_map(|(_, tracks)| tracks));
    let rule = match (by_columns, by_rows) {
        (0, 0) if by_entries == 0 => return None,
        (0, 0) => {
            format!("levels in a column of a table with a row for each expectation: {by_entries}")
        }
        (columns, 0) => format!("columns of tables that are levels: {columns}"),
        (0, rows) => format!("rows of tables that are levels: {rows}"),
        (columns, rows) => {
            format!("columns and rows of tables that are levels: {columns} and {rows}")
        }
    };
    Some(Seen { tracks, taken: taken.to_vec(), rule })
}

fn count(tracks: &[SeenTrack]) -> usize {
    tracks.iter().map(|track| track.roles.len()).sum()
}

fn tables<'a>(draft: &'a Draft, taken: &[bool]) -> Vec<Found<'a>> {
    let preamble = draft.preamble.iter().map(|block| (None, block));
    let free = draft.sections.iter().enumerate().filter(|(at, _)| taken.get(*at) != Some(&true));
    let in_sections =
        free.flat_map(|(at, section)| section.blocks.iter().map(move |block| (Some(at), block)));
    let blocks = preamble.chain(in_sections);
    let tables = blocks.filter_map(|(section, block)| match block {
        Block::Table(table) => Some(Found { table, section }),
        _ => None,
    });
    tables.collect()
}
