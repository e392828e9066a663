//! Roles that are rows of a table: its columns say what is expected.

use std::collections::HashSet;

use crate::content::document::{Draft, one_line};
use crate::content::levels;
use crate::content::path;
use crate::content::shapes::cells;
use crate::content::shapes::columns::AreKnown;
use crate::content::shapes::found::{Found, Sections, common_title};
use crate::content::shapes::known::is_bare;
use crate::content::shapes::names::{is_proficiency_scale, level_name, level_names};
use crate::content::shapes::seen::{SeenRole, SeenTrack, climb, upward};
use crate::model::{Block, Item, List, Origin, Row, Table, Text};

/// How many words a row says of its role at least, in the middle: fewer can be a list of names.
const WORDS: usize = 4;

/// The tracks of a document's tables whose rows are levels.
pub(crate) fn tracks(
    draft: &Draft,
    tables: &[Found<'_>],
    are_known: &AreKnown<'_>,
    is_alone: bool,
) -> Vec<SeenTrack> {
    let is_data = path::is_data(&draft.file);
    let mut tracks = Vec::new();
    for found in tables {
        let Some(ladder) = read(found.table) else { continue };
        if are_known(&mut ladder.roles.iter().map(|role| role.name.as_str())) {
            continue;
        }
        let is_new = |role: &RowRole<'_>| {
            (is_alone || !is_bare(&role.name)) && !are_known(&mut std::iter::once(&*role.name))
        };
        let is_all_there_is = || ladder.is_terse() && ladder.roles.iter().all(is_new);
        if !ladder.says_enough(is_data) && !is_all_there_is() {
            continue;
        }
        let is_long = ladder.is_long();
        let mut roles: Vec<SeenRole> =
            ladder.roles.iter().map(|role| ladder.role(role, is_long)).collect();
        if is_data {
            climb(&mut roles);
        } else {
            upward(&mut roles);
        }
        tracks.push(SeenTrack { title: common_title(draft, &[found.section]), roles });
    }
    tracks
}

/// A table whose rows are levels.
struct Ladder<'a> {
    headers: Vec<Text>,
    roles: Vec<RowRole<'a>>,
    /// The columns that name the role.
    names: Vec<usize>,
}

struct RowRole<'a> {
    name: String,
    level: Option<String>,
    rows: Vec<&'a Row>,
}

fn read(table: &Table) -> Option<Ladder<'_>> {
    let mut headers: Vec<Text> = table.columns.iter().map(|column| column.header.clone()).collect();
    let mut rows: &[Row] = &table.rows;
    if headers.iter().all(Text::is_empty) {
        let (first, rest) = rows.split_first()?;
        headers.clone_from(&first.cells);
        rows = rest;
    }
    let key = (0..headers.len().min(2)).find(|column| is_key(rows, *column))?;
    let title = title_column(&headers, rows, key);
    let mut roles: Vec<RowRole<'_>> = Vec::new();
    for row in rows {
        let cell = |column: usize| row.cells.get(column).map(|cell| one_line(&cell.to_plain()));
        let code = cell(key).and_then(|text| level_name(&text));
        let name = title.and_then(cell).filter(|text| !text.is_empty()).or_else(|| code.clone());
        match (name, roles.last_mut()) {
            // A row that goes on with the role before it, as a cell over several rows does.
            (Some(name), Some(last)) if last.name == name => last.rows.push(row),
            (Some(name), _) => {
                let level = code.filter(|_| title.is_some());
                let level = level.or_else(|| levels::level_code(&name));
                roles.push(RowRole { name, level, rows: vec![row] });
            }
            (None, Some(last)) => last.rows.push(row),
            (None, None) => {}
        }
    }
    let names: Vec<usize> = std::iter::once(key).chain(title).collect();
    let ladder = Ladder { headers, roles, names };
    ladder.is_ladder().then_some(ladder)
}

/// Whether a column holds the names of levels.
fn is_key(rows: &[Row], column: usize) -> bool {
    let texts: Vec<String> = rows
        .iter()
        .filter_map(|row| row.cells.get(column))
        .map(|cell| one_line(&cell.to_plain()))
        .filter(|text| !text.is_empty())
        .collect();
    let named = level_names(texts.iter().map(String::as_str)).into_iter().flatten().count();
    named >= 2 && named * 10 >= texts.len() * 7
}

/// The column that says in words which role a code is.
fn title_column(headers: &[Text], rows: &[Row], key: usize) -> Option<usize> {
    let is_code = |row: &Row| {
        let text = row.cells.get(key).map(|cell| one_line(&cell.to_plain())).unwrap_or_default();
        levels::words(&text).len() <= 2 && levels::level_code(&text).is_some()
    };
    let coded = rows.iter().filter(|row| is_code(row)).count();
    let says_title = |column: usize| {
        let header = headers.get(column).map(Text::to_plain).unwrap_or_default();
        levels::words(&header).iter().any(|word| ["title", "role", "position"].contains(&&**word))
    };
    let is_title = |column: &usize| is_key(rows, *column) || says_title(*column);
    let others = (0..headers.len()).filter(|column| *column != key && *column <= key + 2);
    if coded * 2 > rows.len() { others.into_iter().find(is_title) } else { None }
}

impl Ladder<'_> {
    fn is_ladder(&self) -> bool {
        let names = || self.roles.iter().map(|role| role.name.as_str());
        let distinct: HashSet<&str> = names().collect();
        let enough = if self.is_headed() { 2 } else { 3 };
        distinct.len() == self.roles.len()
            && self.roles.len() >= enough
            && !is_proficiency_scale(names())
    }

    /// Whether the header says that the rows are levels.
    fn is_headed(&self) -> bool {
        let label = self.headers.get(*self.names.first().unwrap_or(&0));
        let label = levels::words(&label.map(Text::to_plain).unwrap_or_default());
        let says_so = ["level", "role", "title", "position", "grade", "band", "rung"];
        label.iter().any(|word| says_so.contains(&word.as_str()))
    }

    /// How many words are said of a role, in the middle.
    fn middle(&self) -> usize {
        let mut words: Vec<usize> = self.roles.iter().map(|role| self.words(role)).collect();
        words.sort_unstable();
        words.get(words.len() / 2).copied().unwrap_or_default()
    }

    /// Whether so much is said that the rows are roles wherever the table stands.
    /// A file of values that says that its rows are levels may be brief.
    fn says_enough(&self, is_data: bool) -> bool {
        self.middle() >= WORDS || is_data && self.is_headed() && self.is_worded()
    }

    /// Whether little is said of several roles, which is all there is where they stand nowhere else.
    /// What links to them is an index.
    fn is_terse(&self) -> bool {
        let is_linked = |role: &&RowRole<'_>| {
            let mut spans = role.rows.iter().flat_map(|row| &row.cells).flat_map(|c| &c.spans);
            spans.any(|span| span.link.is_some())
        };
        let linked = self.roles.iter().filter(is_linked).count();
        self.roles.len() >= 3 && self.middle() > 0 && linked * 2 < self.roles.len()
    }

    /// The cells that say something of a role, column by column: column, line and text. What stands
    /// over the whole width comes first and has no column.
    fn said<'b>(&'b self, role: &'b RowRole<'_>) -> Vec<(Option<usize>, usize, &'b Text)> {
        let mut said = Vec::new();
        for row in &role.rows {
            let cells = row.cells.iter().enumerate();
            let others = cells.filter(|(at, _)| !self.names.contains(at));
            let filled: Vec<(usize, &Text)> = others.filter(|(_, cell)| !cell.is_empty()).collect();
            let width = self.headers.len().saturating_sub(self.names.len());
            match filled.as_slice() {
                [(_, only)] if width > 1 && role.rows.len() > 1 => {
                    said.push((None, row.line, *only));
                }
                // One cell over several columns, said in each of them.
                [(_, first), rest @ ..]
                    if width > 1
                        && rest.len() + 1 == width
                        && rest.iter().all(|(_, c)| c == first) =>
                {
                    said.push((None, row.line, *first));
                }
                all => said.extend(all.iter().map(|(at, cell)| (Some(*at), row.line, *cell))),
            }
        }
        said.sort_by_key(|(column, _, _)| *column);
        said
    }

    fn words(&self, role: &RowRole<'_>) -> usize {
        // What a cell calls another level or the same one says nothing of it.
        let said = self.said(role).into_iter();
        let texts = said.map(|(_, _, cell)| one_line(&cell.to_plain()));
        texts.filter(|text| level_name(text).is_none()).map(|text| count_words(&text)).sum()
    }

    /// Whether most roles are told in words: marks, sums and currencies expect nothing of anyone.
    fn is_worded(&self) -> bool {
        let is_word = |cell: &Text| cells::is_worded(&cell.to_plain());
        let worded = |role: &&RowRole<'_>| self.said(role).iter().any(|(_, _, cell)| is_word(cell));
        self.roles.iter().filter(worded).count() * 2 > self.roles.len()
    }

    fn is_long(&self) -> bool {
        let mut cells = self.roles.iter().flat_map(|role| self.said(role));
        cells.any(|(_, _, cell)| cells::lines(cell).len() > 1)
    }

    fn role(&self, role: &RowRole<'_>, is_long: bool) -> SeenRole {
        let mut sections = Sections::default();
        let mut preamble = Vec::new();
        let mut before: Option<usize> = None;
        for (column, line, cell) in self.said(role) {
            let header = column.and_then(|at| self.headers.get(at)).cloned().unwrap_or_default();
            if column.is_none() {
                preamble.extend(cells::blocks(cell, line));
            } else if is_long && !header.is_empty() {
                if before != column {
                    sections.open(header, 1, line);
                }
                sections.push(cells::blocks(cell, line), &mut preamble);
            } else {
                let text = cells::keyed(&one_line(&header.to_plain()), cell);
                let item = Item { line, checked: None, text, blocks: Vec::new() };
                let list = List { line, start: None, items: vec![item] };
                sections.push(vec![Block::List(list)], &mut preamble);
            }
            before = column;
        }
        let lines = || role.rows.iter().map(|row| row.line);
        SeenRole {
            origin: Origin::Row,
            title: role.name.clone(),
            level: role.level.clone(),
            line: lines().min().unwrap_or(1),
            last_line: lines().max().unwrap_or(1),
            anchor: None,
            preamble,
            sections: sections.sections,
        }
    }
}

/// Words; where a script sets none apart, two characters are one.
fn count_words(text: &str) -> usize {
    let dense = text.chars().filter(|c| *c >= '\u{2E80}').count();
    text.split_whitespace().count().max(dense / 2)
}
