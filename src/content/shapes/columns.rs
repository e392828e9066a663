//! Roles that are columns of tables: each row says something of all of them.

use std::collections::HashSet;

use crate::content::document::{Draft, one_line};
use crate::content::levels;
use crate::content::path;
use crate::content::shapes::cells;
use crate::content::shapes::found::{Found, Sections, common_title};
use crate::content::shapes::matrix::{self, Line, Matrix};
use crate::content::shapes::seen::{SeenRole, SeenTrack, climb, upward};
use crate::model::{Block, Item, List, Origin, Row, Text};

/// Whether most of some names are those of roles that are known already.
pub(crate) type AreKnown<'a> = dyn Fn(&mut dyn Iterator<Item = &str>) -> bool + 'a;

/// The tracks of a document's tables whose columns are levels; the lines of the tables used are
/// noted, also those that compare roles that are known.
pub(crate) fn tracks(
    draft: &Draft,
    tables: &[Found<'_>],
    are_known: &AreKnown<'_>,
    used: &mut HashSet<usize>,
) -> Vec<SeenTrack> {
    let mut families: Vec<Family<'_>> = Vec::new();
    for found in tables {
        for matrix in matrix::read(found.table) {
            used.insert(found.table.line);
            if !are_known(&mut matrix.levels.iter().map(|level| level.name.as_str())) {
                add(&mut families, *found, matrix);
            }
        }
    }
    families.iter().flat_map(|family| family.tracks(draft)).collect()
}

/// Matrices about the same levels.
struct Family<'a> {
    /// The levels, each with what stands over several of them.
    names: Vec<(Option<String>, String)>,
    matrices: Vec<(Found<'a>, Matrix<'a>)>,
}

fn add<'a>(families: &mut Vec<Family<'a>>, found: Found<'a>, matrix: Matrix<'a>) {
    let names = |matrix: &Matrix<'_>| -> Vec<(Option<String>, String)> {
        matrix.levels.iter().map(|level| (level.group.clone(), level.name.clone())).collect()
    };
    let new = names(&matrix);
    let is_akin = |family: &&mut Family<'_>| {
        let shared = new.iter().filter(|name| family.names.contains(name)).count();
        shared * 2 >= new.len().min(family.names.len())
    };
    // Parts of one table with titles of their own are apart, whatever their levels are called.
    let is_part = matrix.title.is_some();
    match families.iter_mut().find(is_akin).filter(|family| {
        !is_part || !family.matrices.iter().any(|(known, _)| known.table.line == found.table.line)
    }) {
        Some(family) => {
            let known: HashSet<(Option<String>, String)> = family.names.iter().cloned().collect();
            family.names.extend(new.into_iter().filter(|name| !known.contains(name)));
            family.matrices.push((found, matrix));
        }
        None => families.push(Family { names: new, matrices: vec![(found, matrix)] }),
    }
}

impl Family<'_> {
    fn tracks(&self, draft: &Draft) -> Vec<SeenTrack> {
        let sections: Vec<Option<usize>> =
            self.matrices.iter().map(|(found, _)| found.section).collect();
        let own = self.matrices.iter().find_map(|(_, matrix)| matrix.title.clone());
        let title = own.or_else(|| common_title(draft, &sections));
        let mut groups: Vec<Option<String>> = Vec::new();
        for (group, _) in &self.names {
            if !groups.contains(group) {
                groups.push(group.clone());
            }
        }
        let several = groups.len() > 1;
        let is_long = self.matrices.iter().any(|(_, matrix)| is_long(matrix));
        let tracks = groups.into_iter().map(|group| {
            let names = self.names.iter().filter(|(of, _)| *of == group);
            let mut roles: Vec<SeenRole> =
                names.map(|(_, name)| self.role(draft, &group, name, is_long)).collect();
            if path::is_data(&draft.file) {
                climb(&mut roles);
            } else {
                upward(&mut roles);
            }
            let title = if several { group.or_else(|| title.clone()) } else { title.clone() };
            SeenTrack { title, roles }
        });
        tracks.collect()
    }

    fn role(&self, draft: &Draft, group: &Option<String>, name: &str, is_long: bool) -> SeenRole {
        let mut sections = Sections::default();
        let mut preamble = Vec::new();
        let mut lines: Vec<usize> = Vec::new();
        for (found, matrix) in &self.matrices {
            let is_it = |level: &&matrix::Column| level.group == *group && level.name == name;
            let Some(level) = matrix.levels.iter().find(is_it) else { continue };
            lines.push(matrix.line);
            lines.extend(matrix.rows.iter().map(|line| match line {
                Line::Group(_, line) => *line,
                Line::Row(row) => row.line,
            }));
            let mut depth = 0;
            if self.matrices.len() > 1 {
                let heading = found.section.and_then(|at| draft.sections.get(at));
                let title = heading.map_or_else(
                    || Text::plain(matrix.corner.as_str()),
                    |section| section.title.clone(),
                );
                if !title.is_empty() {
                    sections.open(title, 1, matrix.line);
                    depth = 1;
                }
            }
            fill(matrix, level.at, depth, is_long, &mut sections, &mut preamble);
        }
        SeenRole {
            origin: Origin::Column,
            title: name.to_owned(),
            level: levels::level_code(name),
            line: lines.iter().copied().min().unwrap_or(1),
            last_line: lines.iter().copied().max().unwrap_or(1),
            anchor: None,
            preamble,
            sections: sections.sections,
        }
    }
}

/// Whether cells say so much that each row deserves a heading.
fn is_long(matrix: &Matrix<'_>) -> bool {
    matrix.rows.iter().any(|line| match line {
        Line::Row(row) => {
            let of_levels = matrix.levels.iter().filter_map(|level| row.cells.get(level.at));
            of_levels.into_iter().any(|cell| cells::lines(cell).len() > 1)
        }
        Line::Group(..) => false,
    })
}

/// Adds what a column of a matrix says.
fn fill(
    matrix: &Matrix<'_>,
    column: usize,
    around: usize,
    is_long: bool,
    sections: &mut Sections,
    preamble: &mut Vec<Block>,
) {
    let mut depth = around + 1;
    let mut before: Option<String> = None;
    for line in &matrix.rows {
        let row = match line {
            Line::Group(title, line) => {
                sections.open((*title).clone(), around + 1, *line);
                depth = around + 2;
                before = None;
                continue;
            }
            Line::Row(row) => row,
        };
        let Some(cell) = row.cells.get(column).filter(|cell| !cell.is_empty()) else { continue };
        let (key, label) = label(matrix, row);
        let is_same = before.as_ref() == Some(&key);
        if is_long && !key.is_empty() {
            if !is_same {
                sections.open(label, depth, row.line);
            }
            sections.push(cells::blocks(cell, row.line), preamble);
        } else {
            let text = cells::keyed(if is_same { "" } else { &key }, cell);
            let item = Item { line: row.line, checked: None, text, blocks: Vec::new() };
            let list = List { line: row.line, start: None, items: vec![item] };
            sections.push(vec![Block::List(list)], preamble);
        }
        before = Some(key);
    }
}

/// What a row is about: its first cell, and other cells that are no levels.
fn label(matrix: &Matrix<'_>, row: &Row) -> (String, Text) {
    if !matrix.has_labels {
        return (String::new(), Text::default());
    }
    let is_level = |at: &usize| matrix.levels.iter().any(|level| level.at == *at);
    let first = matrix.levels.iter().map(|level| level.at).min().unwrap_or(1);
    let cells = row.cells.iter().enumerate().take(first).filter(|(at, _)| !is_level(at));
    let mut label = Text::default();
    for (_, cell) in cells.filter(|(_, cell)| !cell.is_empty()) {
        if !label.is_empty() {
            label.push(" / ", crate::model::SpanStyle::default(), None);
        }
        cell.spans.iter().for_each(|span| label.push(&span.text, span.style, span.link.as_ref()));
    }
    (one_line(&label.to_plain()), label)
}
