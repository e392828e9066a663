//! Tables in which each row is one expectation of a level: level, topic, text.

use crate::content::document::Draft;
use crate::content::document::one_line;
use crate::content::levels;
use crate::content::path;
use crate::content::shapes::cells;
use crate::content::shapes::columns::AreKnown;
use crate::content::shapes::found::{Found, Sections, common_title};
use crate::content::shapes::names::is_proficiency_scale;
use crate::content::shapes::seen::{SeenRole, SeenTrack, climb};
use crate::model::{Block, Item, List, Origin, Row, Table, Text};

/// Headers of the column that says the level.
const LEVELS: [&str; 7] = ["level", "role", "grade", "band", "rung", "position", "nível"];

/// Headers of the column that says the track.
const TRACKS: [&str; 4] = ["track", "ladder", "family", "discipline"];

/// Headers of the column that says what a row is about.
const TOPICS: [&str; 10] = [
    "topic",
    "theme",
    "category",
    "area",
    "competency",
    "skill",
    "dimension",
    "group",
    "section",
    "pillar",
];

/// The tracks of tables in long form.
pub(crate) fn tracks(
    draft: &Draft,
    tables: &[Found<'_>],
    are_known: &AreKnown<'_>,
) -> Vec<(usize, Vec<SeenTrack>)> {
    let read = |found: &Found<'_>| {
        let mut tracks = read(found.table, path::is_data(&draft.file), are_known)?;
        for track in &mut tracks {
            let title = track.title.take().or_else(|| common_title(draft, &[found.section]));
            track.title = title;
        }
        Some((found.table.line, tracks))
    };
    tables.iter().filter_map(read).collect()
}

/// A level's name, and its rows.
type NamedRows<'a> = (String, Vec<&'a Row>);

fn read(table: &Table, is_data: bool, are_known: &AreKnown<'_>) -> Option<Vec<SeenTrack>> {
    let headers: Vec<String> =
        table.columns.iter().map(|c| one_line(&c.header.to_plain()).to_lowercase()).collect();
    let find = |names: &[&str]| headers.iter().position(|header| names.contains(&header.as_str()));
    let level = find(&LEVELS)?;
    let (track, topic) = (find(&TRACKS), find(&TOPICS)?);
    let cell = |row: &Row, column: usize| {
        row.cells.get(column).map(|cell| one_line(&cell.to_plain())).unwrap_or_default()
    };
    let mut groups: Vec<(String, Vec<NamedRows<'_>>)> = Vec::new();
    for row in &table.rows {
        let name = cell(row, level);
        if name.is_empty() {
            continue;
        }
        let of = track.map(|track| cell(row, track)).unwrap_or_default();
        let at = groups.iter().position(|(known, _)| *known == of).unwrap_or_else(|| {
            groups.push((of.clone(), Vec::new()));
            groups.len() - 1
        });
        let roles = &mut groups[at].1;
        match roles.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => rows.push(row),
            None => roles.push((name, vec![row])),
        }
    }
    let roles = || groups.iter().flat_map(|(_, roles)| roles);
    let count = roles().count();
    let is_said = |at: &usize| [Some(level), Some(topic), track].contains(&Some(*at));
    let is_worded = |row: &Row| {
        let mut cells = row.cells.iter().enumerate().filter(|(at, _)| !is_said(at));
        cells.any(|(_, cell)| cells::is_worded(&cell.to_plain()))
    };
    // With a row for each level, a page's table lists levels; a file of values says them.
    let is_brief = || is_data && table.rows.iter().all(is_worded);
    let is_long = count >= 2 && (table.rows.len() > count || is_brief());
    let mut names = roles().map(|(name, _)| name.as_str());
    if !is_long || is_proficiency_scale(names.clone()) || are_known(&mut names) {
        return None;
    }
    let several = groups.len() > 1;
    let tracks = groups.iter().map(|(title, roles)| {
        let said = [Some(level), Some(topic), track];
        let mut roles: Vec<SeenRole> =
            roles.iter().map(|(name, rows)| role(table, name, rows, topic, &said)).collect();
        climb(&mut roles);
        SeenTrack { title: Some(title.clone()).filter(|t| several && !t.is_empty()), roles }
    });
    Some(tracks.collect())
}

fn role(
    table: &Table,
    name: &str,
    rows: &[&Row],
    topic: usize,
    said: &[Option<usize>],
) -> SeenRole {
    let mut sections = Sections::default();
    let mut preamble: Vec<Block> = Vec::new();
    // Rows about one topic stand together, in the order in which topics come first.
    let mut topics: Vec<NamedRows<'_>> = Vec::new();
    for row in rows {
        let about = row.cells.get(topic).map(|c| one_line(&c.to_plain())).unwrap_or_default();
        match topics.iter_mut().find(|(known, _)| *known == about) {
            Some((_, rows)) => rows.push(row),
            None => topics.push((about, vec![row])),
        }
    }
    for (about, rows) in topics {
        let line = rows.first().map_or(table.line, |row| row.line);
        if !about.is_empty() {
            sections.open(Text::plain(about), 1, line);
        }
        for row in rows {
            let cells = row.cells.iter().enumerate();
            let others: Vec<(usize, &Text)> =
                cells.filter(|(at, cell)| !said.contains(&Some(*at)) && !cell.is_empty()).collect();
            let alone = others.len() < 2;
            for (at, cell) in others {
                let header = table.columns.get(at).map(|c| one_line(&c.header.to_plain()));
                let key = header.filter(|_| !alone).unwrap_or_default();
                let text = cells::keyed(&key, cell);
                let item = Item { line: row.line, checked: None, text, blocks: Vec::new() };
                let list = List { line: row.line, start: None, items: vec![item] };
                sections.push(vec![Block::List(list)], &mut preamble);
            }
        }
    }
    let is_number = name.chars().all(char::is_numeric);
    let title = if is_number { format!("Level {name}") } else { name.to_owned() };
    SeenRole {
        origin: Origin::Row,
        level: levels::level_code(&title),
        title,
        line: rows.iter().map(|row| row.line).min().unwrap_or(table.line),
        last_line: rows.iter().map(|row| row.line).max().unwrap_or(table.line),
        anchor: None,
        preamble,
        sections: sections.sections,
    }
}
