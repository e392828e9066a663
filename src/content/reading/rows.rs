//! Tables whose rows may be levels: one level or one expectation for each row.

use std::collections::HashMap;
use std::sync::Arc;

use super::cells::{self, item, share_of_names, words_in};
use super::sections::Sections;
use crate::lexicon::list::{LEVEL_HEADERS, TITLE_HEADERS, TOPIC_HEADERS, TRACK_HEADERS};
use crate::lexicon::{LevelName, fold_space, is_level_word, is_number, roman, words};
use crate::model::{Block, Row, Table, Text};

/// Rows of a table that may be one level.
#[derive(Debug)]
pub(super) struct LevelRows<'a> {
    pub(super) title: String,
    /// The code of the level, if another cell has it.
    pub(super) level: Option<String>,
    /// The name of its track in the table.
    pub(super) track: Option<String>,
    pub(super) line: usize,
    rows: Vec<&'a Row>,
    headers: Arc<[&'a Text]>,
    /// The columns that name the level.
    names: Vec<usize>,
    /// The column with the topic of a row, if each row is one expectation.
    topic: Option<usize>,
    /// Whether cells have so much text that each column deserves a heading.
    is_long: bool,
    /// Whether a header says that it is a level.
    pub(super) is_said: bool,
    /// Whether its name links to a document.
    pub(super) is_link: bool,
}

/// The rows of a table that may be levels, by track. `is_data` means that the table is a file of values.
pub(super) fn read<'a>(table: &'a Table, is_data: bool) -> Vec<Vec<LevelRows<'a>>> {
    let mut headers: Vec<&'a Text> = table.columns.iter().map(|column| &column.header).collect();
    let mut rows: &'a [Row] = &table.rows;
    if headers.iter().all(|header| header.is_empty()) {
        let Some((first, rest)) = rows.split_first() else { return Vec::new() };
        headers = first.cells.iter().collect();
        rows = rest;
    }
    let headers: Arc<[&Text]> = headers.into();
    let found = by_expectation(&headers, rows, is_data).or_else(|| by_level(&headers, rows));
    let mut groups = found.unwrap_or_default();
    for lines in &mut groups {
        let is_long =
            |line: &LevelRows<'_>| line.said().iter().any(|(_, _, cell)| cells::is_high(cell));
        let is_long = lines.iter().any(is_long);
        lines.iter_mut().for_each(|line| line.is_long = is_long);
    }
    groups
}

fn plain(row: &Row, column: usize) -> String {
    row.cells.get(column).map(|cell| fold_space(cell.as_str())).unwrap_or_default()
}

/// Tables with a row for each level.
fn by_level<'a>(headers: &Arc<[&'a Text]>, rows: &'a [Row]) -> Option<Vec<Vec<LevelRows<'a>>>> {
    let key = key_column(headers, rows)?;
    let title = title_column(headers, rows, key);
    let counts = says_level(headers, key);
    let mut groups: Vec<Vec<LevelRows<'a>>> = vec![Vec::new()];
    let columns: Vec<usize> = std::iter::once(key).chain(title).collect();
    let mut track = None;
    for (at, row) in rows.iter().enumerate() {
        let code = plain(row, key);
        let name =
            title.map(|title| plain(row, title)).filter(|text| text.contains(char::is_alphabetic));
        let is_alone = row.cells.iter().filter(|cell| !cell.is_empty()).count() == 1;
        let goes_on = || rows.get(at + 1).is_some_and(|next| plain(next, key) == code);
        if is_alone && !code.is_empty() && !goes_on() && !LevelName::read(&code).is_like() {
            // A row with the topic of the rows below it.
            track = Some(code);
            groups.push(Vec::new());
            continue;
        }
        let Some(lines) = groups.last_mut() else { continue };
        let is_bare = counts && level_number(&code);
        let code = if is_bare { format!("Level {code}") } else { code };
        let is_coded = is_bare || LevelName::read(&code).code.is_some();
        let called = name.clone().unwrap_or_else(|| code.clone());
        match lines.last_mut() {
            // A row that continues the row before it, as a cell over several rows does.
            Some(last) if called.is_empty() || last.title == called => last.rows.push(row),
            _ if called.is_empty() => {}
            _ => {
                let cell = row.cells.get(title.unwrap_or(key));
                lines.push(LevelRows {
                    title: called,
                    level: Some(code).filter(|code| name.is_some() && !code.is_empty()),
                    track: track.clone(),
                    line: row.line,
                    rows: vec![row],
                    headers: Arc::clone(headers),
                    names: columns.clone(),
                    topic: None,
                    is_long: false,
                    is_said: counts && is_coded,
                    is_link: cell.is_some_and(|cell| cell.links().next().is_some()),
                });
            }
        }
    }
    groups.retain(|lines| !lines.is_empty());
    Some(groups)
}

fn level_number(text: &str) -> bool {
    is_number(text) || roman(&text.to_lowercase()).is_some()
}

/// Whether the header of a column says that its cells are levels.
fn says_level(headers: &[&Text], column: usize) -> bool {
    let header = headers.get(column).map(|header| header.as_str()).unwrap_or_default();
    words(header).iter().any(|word| is_level_word(word))
}

/// The column with the names of levels.
fn key_column(headers: &[&Text], rows: &[Row]) -> Option<usize> {
    let share = |column: usize| {
        let counts = says_level(headers, column);
        let is_name =
            |text: &String| LevelName::read(text).is_like() || counts && level_number(text);
        let texts: Vec<String> =
            rows.iter().map(|row| plain(row, column)).filter(|text| !text.is_empty()).collect();
        let named = texts.iter().filter(|text| is_name(text)).count();
        (named >= 2).then_some(named as f64 / texts.len() as f64)
    };
    let shares = (0..headers.len().min(2)).map(|column| (column, share(column).unwrap_or(0.0)));
    let best = shares.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    (best.1 >= 0.34).then_some(best.0)
}

/// The column with the title of the role of a code.
fn title_column(headers: &[&Text], rows: &[Row], key: usize) -> Option<usize> {
    let counts = says_level(headers, key);
    let is_code = |row: &&Row| {
        let text = plain(row, key);
        let name = LevelName::read(&text);
        name.code.is_some() && name.words.is_empty() || counts && level_number(&text)
    };
    let coded = rows.iter().filter(is_code).count();
    let says_title = |column: usize| {
        let header = headers.get(column).map(|header| header.as_str()).unwrap_or_default();
        words(header).iter().any(|word| TITLE_HEADERS.contains(&&**word))
    };
    let is_named = |column: usize| {
        let filled = rows.iter().map(|row| plain(row, column)).filter(|text| !text.is_empty());
        let (mut all, mut named) = (0, 0);
        for text in filled {
            all += 1;
            named += usize::from(LevelName::read(&text).is_like());
        }
        named >= 2 && named * 10 >= all * 7
    };
    let others = || (0..headers.len()).filter(|column| *column != key && *column <= key + 2);
    if coded * 2 <= rows.len() {
        return None;
    }
    others()
        .find(|column| says_title(*column))
        .or_else(|| others().find(|column| is_named(*column)))
}

/// Tables with a row for each expectation: level, topic, text.
fn by_expectation<'a>(
    headers: &Arc<[&'a Text]>,
    rows: &'a [Row],
    is_data: bool,
) -> Option<Vec<Vec<LevelRows<'a>>>> {
    let lower: Vec<String> =
        headers.iter().map(|header| fold_space(header.as_str()).to_lowercase()).collect();
    let find = |names: &[&str]| lower.iter().position(|header| names.contains(&header.as_str()));
    let (level, topic, track) =
        (find(&LEVEL_HEADERS)?, find(&TOPIC_HEADERS)?, find(&TRACK_HEADERS));
    let mut groups: Vec<Vec<LevelRows<'a>>> = Vec::new();
    let mut places: HashMap<(String, String), (usize, usize)> = HashMap::new();
    let mut tracks: HashMap<String, usize> = HashMap::new();
    let mut before = (String::new(), String::new());
    for row in rows {
        let mut name = plain(row, level);
        let mut of = track.map(|track| plain(row, track)).unwrap_or_default();
        // An empty cell continues the cell above it.
        if name.is_empty() && !plain(row, topic).is_empty() {
            (of, name) = before.clone();
        }
        if name.is_empty() {
            continue;
        }
        before = (of.clone(), name.clone());
        let group = *tracks.entry(of.clone()).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        let lines = &mut groups[group];
        let place = places.entry((of.clone(), name.clone())).or_insert_with(|| {
            let title = if is_number(&name) { format!("Level {name}") } else { name };
            let names = [Some(level), Some(topic), track].into_iter().flatten().collect();
            lines.push(LevelRows {
                title,
                level: None,
                track: Some(of).filter(|of| !of.is_empty()),
                line: row.line,
                rows: Vec::new(),
                headers: Arc::clone(headers),
                names,
                topic: Some(topic),
                is_long: false,
                is_said: is_data,
                is_link: false,
            });
            (group, lines.len() - 1)
        });
        groups[place.0][place.1].rows.push(row);
    }
    let count: usize = groups.iter().map(Vec::len).sum();
    // With a row for each level, the table of a page lists levels; a file of values describes them.
    (count >= 2 && (rows.len() > count || is_data)).then_some(groups)
}

impl<'a> LevelRows<'a> {
    /// Whether the header above its name says that it is a level.
    pub(super) fn is_headed(&self) -> bool {
        self.names.first().is_some_and(|column| says_level(&self.headers, *column))
    }

    /// The cells with text, column by column: column, line and text. Cells over the whole width come first and
    /// have no column.
    fn said(&self) -> Vec<(Option<usize>, usize, &'a Text)> {
        let mut said = Vec::new();
        let width = self.headers.len().saturating_sub(self.names.len());
        for row in &self.rows {
            let others = row.cells.iter().enumerate().filter(|(at, _)| !self.names.contains(at));
            let filled: Vec<(usize, &Text)> = others.filter(|(_, cell)| !cell.is_empty()).collect();
            match filled.as_slice() {
                [(_, only)] if width > 1 && self.rows.len() > 1 && self.topic.is_none() => {
                    said.push((None, row.line, *only));
                }
                // One cell over several columns is repeated in each of them.
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
        if self.topic.is_none() {
            said.sort_by_key(|(column, _, _)| *column);
        }
        said
    }

    pub(super) fn words(&self) -> usize {
        self.said().iter().map(|(_, _, cell)| words_in(cell)).sum()
    }

    /// How many of its cells are names of levels.
    pub(super) fn names(&self) -> f64 {
        share_of_names(self.said().into_iter().map(|(_, _, cell)| cell))
    }

    /// The levels that its cells name: a table can map levels to levels.
    pub(super) fn mentions(&self) -> Vec<Arc<LevelName>> {
        let cells = self.said().into_iter().map(|(_, _, cell)| fold_space(cell.as_str()));
        let read = |cell: String| -> Vec<Arc<LevelName>> {
            cell.split([',', ';']).map(LevelName::read).collect()
        };
        let parts = cells.flat_map(read);
        parts.filter(|name| name.is_like() && name.words.len() <= 4).collect()
    }

    pub(super) fn last_line(&self) -> usize {
        self.rows.iter().map(|row| row.line).max().unwrap_or(self.line)
    }

    /// Its description, as blocks before sections, and sections.
    pub(super) fn fill(&self, sections: &mut Sections, preamble: &mut Vec<Block>) {
        match self.topic {
            Some(topic) => self.fill_by_topic(topic, sections, preamble),
            None => self.fill_by_column(sections, preamble),
        }
    }

    fn fill_by_column(&self, sections: &mut Sections, preamble: &mut Vec<Block>) {
        let mut before: Option<usize> = None;
        for (column, line, cell) in self.said() {
            let header =
                column.and_then(|at| self.headers.get(at)).copied().cloned().unwrap_or_default();
            if column.is_none() {
                sections.push(cells::blocks(cell, line), preamble);
            } else if self.is_long && !header.is_empty() {
                if before != column {
                    sections.open(header, 1, line);
                }
                sections.push(cells::blocks(cell, line), preamble);
            } else {
                let text = cells::keyed(&fold_space(header.as_str()), cell);
                sections.push(vec![item(text, line)], preamble);
            }
            before = column;
        }
    }

    /// Rows about one topic are together, in the order of the first row of each topic.
    fn fill_by_topic(&self, topic: usize, sections: &mut Sections, preamble: &mut Vec<Block>) {
        let mut topics: Vec<(String, Vec<&Row>)> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for row in &self.rows {
            let about = plain(row, topic);
            let at = *places.entry(about.clone()).or_insert_with(|| {
                topics.push((about, Vec::new()));
                topics.len() - 1
            });
            topics[at].1.push(row);
        }
        for (about, rows) in topics {
            if !about.is_empty() {
                sections.open(
                    Text::plain(about),
                    1,
                    rows.first().map_or(self.line, |row| row.line),
                );
            }
            for row in rows {
                let cells = row.cells.iter().enumerate();
                let others: Vec<(usize, &Text)> = cells
                    .filter(|(at, cell)| !self.names.contains(at) && !cell.is_empty())
                    .collect();
                let alone = others.len() < 2;
                for (at, cell) in others {
                    let header = self.headers.get(at).map(|header| fold_space(header.as_str()));
                    let key = header.filter(|_| !alone).unwrap_or_default();
                    sections.push(vec![item(cells::keyed(&key, cell), row.line)], preamble);
                }
            }
        }
    }
}
