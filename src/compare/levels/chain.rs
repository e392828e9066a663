//! Many roles aligned: each is set against those before it, the nearest first, and joins what it
//! corresponds to there. What it has alone stands behind what it follows in its own document.
//!
//! Aligning one after the other is the progressive method of Feng and Doolittle (1987), with the
//! order of the levels as the guide: neighbours on a ladder are most alike.

use crate::compare::align::matching::Matching;
use crate::compare::comparer::Comparer;
use crate::compare::comparison::{Kind, PairBody, Part};
use crate::compare::levels::columns::names;
use crate::compare::levels::table::{LevelCell, LevelRow, LevelTopic, Levels};
use crate::compare::spot::{DocumentFile, Spot};
use crate::compare::tables::each_table;
use crate::compare::units::{Flat, Unit, row_key, whole_row};
use crate::compare::words::changed_words;
use crate::lexicon::fold_space;
use crate::model::{DocumentId, Ladder, Origin, RoleId, Subject, Table, Text};

/// How many roles back a role is compared with, so that a topic that a level or two leave out is
/// still the same topic above them.
const REACH: usize = 3;

/// Aligns several roles, in this order. A counterpart says what the tables of others say of it; so
/// does a role where its own page is silent.
///
/// Tables of pages, and of roles that are not among these, come first where they have a column for
/// two of them or more.
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn align_levels(ladder: &Ladder, subjects: &[Subject]) -> Levels {
    let comparer = Comparer::new(ladder);
    let mut chain = Chain {
        comparer: &comparer,
        subjects,
        sections: Groups::default(),
        section_order: Vec::new(),
        texts: Groups::default(),
        text_order: Vec::new(),
    };
    for column in 0..subjects.len() {
        chain.place(column);
    }
    let mut topics = told_by_others(ladder, subjects);
    topics.extend(chain.section_order.iter().map(|group| chain.topic(*group)));
    topics.retain(|topic| !(topic.rows.is_empty() && topic.headings.iter().all(Option::is_none)));
    Levels { subjects: subjects.to_vec(), names: names(ladder, subjects), topics }
}

struct Chain<'a> {
    comparer: &'a Comparer<'a>,
    subjects: &'a [Subject],
    sections: Groups,
    /// The groups of sections in reading order, each with how deep it nests.
    section_order: Vec<usize>,
    texts: Groups,
    /// The groups of texts of each group of sections, in reading order.
    text_order: Vec<Vec<usize>>,
}

/// What goes together through the columns.
#[derive(Default)]
struct Groups {
    /// The group of each thing of each column.
    of: Vec<Vec<Option<usize>>>,
    groups: Vec<Group>,
}

struct Group {
    /// The thing of each column; columns behind the last are missing.
    members: Vec<Option<usize>>,
    /// Of sections: how deep it nests. Of texts: the group of sections it stands in.
    place: usize,
}

impl Groups {
    fn member(&self, group: usize, column: usize) -> Option<usize> {
        self.groups[group].members.get(column).copied().flatten()
    }

    /// Puts a thing of a column into a group that has none of that column yet.
    fn join(&mut self, group: usize, column: usize, thing: usize) {
        if self.of[column][thing].is_none() && self.member(group, column).is_none() {
            self.groups[group].members.resize(column, None);
            self.groups[group].members.push(Some(thing));
            self.of[column][thing] = Some(group);
        }
    }

    fn start(&mut self, column: usize, thing: usize, place: usize) -> usize {
        self.groups.push(Group { members: Vec::new(), place });
        let group = self.groups.len() - 1;
        self.join(group, column, thing);
        group
    }
}

impl<'a> Chain<'a> {
    fn role(&self, column: usize) -> Option<RoleId> {
        match self.subjects[column] {
            Subject::Role(role) => Some(role),
            Subject::Counterpart(_) => None,
        }
    }

    fn side(&self, column: usize) -> Option<&'a Flat> {
        self.role(column).map(|role| self.comparer.flat(role.into()))
    }

    fn place(&mut self, column: usize) {
        let (sections, texts) = match self.side(column) {
            Some(side) => (side.slots.len(), side.units.len()),
            None => (0, 0),
        };
        self.sections.of.push(vec![None; sections]);
        self.texts.of.push(vec![None; texts]);
        let before = (0..column).rev().filter(|at| self.role(*at).is_some());
        for earlier in before.take(REACH).collect::<Vec<_>>() {
            self.join(earlier, column);
        }
        self.start_sections(column);
        self.start_texts(column);
    }

    /// Puts what corresponds to something of an earlier column into its group.
    fn join(&mut self, earlier: usize, column: usize) {
        let (Some(left), Some(right)) = (self.role(earlier), self.role(column)) else { return };
        let (slots, units) = self.comparer.matchings(left.into(), right.into());
        let (left, right) = (self.comparer.flat(left.into()), self.comparer.flat(right.into()));
        for (i, j) in slots.pairs() {
            if let Some(group) = self.sections.of[earlier][i] {
                self.sections.join(group, column, j);
            }
        }
        for (i, j) in units.pairs() {
            let (left, right) = (&left.units[i], &right.units[j]);
            let groups = (self.texts.of[earlier][i], self.sections.of[column][right.slot]);
            let (Some(group), Some(home)) = groups else { continue };
            // A text stays in its section: what it may say elsewhere is another expectation there.
            // Past a role that has the section but not the text, only what is plainly the same goes on.
            let passed = |between: usize| self.sections.member(home, between).is_some();
            let near = !(earlier + 1..column).any(passed);
            let plain = left.whole == right.whole || left.key.is_some() && left.key == right.key;
            if self.texts.groups[group].place == home && (near || plain) {
                self.texts.join(group, column, j);
            }
        }
        self.join_lone((earlier, column), &slots);
    }

    /// Puts the only text of a section into the row of the only text that an earlier one has there:
    /// a paragraph that every level words anew.
    fn join_lone(&mut self, (earlier, column): (usize, usize), slots: &Matching) {
        let (Some(left), Some(right)) = (self.side(earlier), self.side(column)) else { return };
        for (i, j) in slots.pairs() {
            let (one, other) = (&left.slots[i].units, &right.slots[j].units);
            let kinds = [left.units.get(one.start), right.units.get(other.start)];
            let prose = kinds.iter().all(|it| it.is_some_and(|it| it.body == PairBody::Prose));
            if one.len() == 1
                && other.len() == 1
                && prose
                && let Some(group) = self.texts.of[earlier][one.start]
                && Some(self.texts.groups[group].place) == self.sections.of[column][j]
            {
                self.texts.join(group, column, other.start);
            }
        }
    }

    /// Groups for the sections that nothing before has, each behind the one it follows.
    fn start_sections(&mut self, column: usize) {
        let Some(side) = self.side(column) else { return };
        let mut depths: Vec<usize> = Vec::with_capacity(side.slots.len());
        let mut next = 0;
        for (slot, it) in side.slots.iter().enumerate() {
            let depth = it.parent.map_or(1, |parent| depths[parent] + 1);
            if let Some(group) = self.sections.of[column][slot] {
                // What nests in it nests where the others have it.
                depths.push(self.sections.groups[group].place);
                let at = self.section_order.iter().position(|other| *other == group);
                next = at.map_or(next, |at| at + 1);
                continue;
            }
            depths.push(depth);
            // Behind what only others have there, before what follows in its own document.
            let passed = |group: &&usize| {
                self.sections.groups[**group].place >= depth
                    && self.sections.member(**group, column).is_none()
            };
            next += self.section_order[next..].iter().take_while(passed).count();
            let group = self.sections.start(column, slot, depth);
            self.section_order.insert(next, group);
            self.text_order.push(Vec::new());
            next += 1;
        }
    }

    /// Groups for the texts that nothing before has.
    fn start_texts(&mut self, column: usize) {
        let Some(side) = self.side(column) else { return };
        for (slot, it) in side.slots.iter().enumerate() {
            let Some(home) = self.sections.of[column][slot] else { continue };
            let mut next = 0;
            for unit in it.units.clone() {
                match self.texts.of[column][unit] {
                    Some(group) => {
                        let at = self.text_order[home].iter().position(|other| *other == group);
                        next = at.map_or(next, |at| at + 1);
                    }
                    None => {
                        let passed = |group: &&usize| self.texts.member(**group, column).is_none();
                        next += self.text_order[home][next..].iter().take_while(passed).count();
                        let group = self.texts.start(column, unit, home);
                        self.text_order[home].insert(next, group);
                        next += 1;
                    }
                }
            }
        }
    }

    fn topic(&self, group: usize) -> LevelTopic {
        let heading = |column: usize| {
            let side = self.side(column)?;
            let slot = &side.slots[self.sections.member(group, column)?];
            // Without a text before the first section the title heads nothing.
            let is_title = self.sections.member(group, column) == Some(0);
            if is_title && slot.units.is_empty() {
                return None;
            }
            Some(side.document.spot(slot.line, &slot.heading))
        };
        let headings: Vec<Option<Spot>> = (0..self.subjects.len()).map(heading).collect();
        let is_title = self.sections.groups[group].members.contains(&Some(0));
        let title = match is_title {
            true => "Introduction".to_owned(),
            false => {
                shared_title(headings.iter().flatten().map(|spot| spot.text.as_str()).collect())
            }
        };
        let rows = self.text_order[group].iter().map(|text| self.row(*text)).collect();
        LevelTopic { title, depth: self.sections.groups[group].place, headings, rows }
    }

    /// The texts of a group that say something of other roles, each with its column.
    fn tellers(&self, group: usize) -> Vec<(usize, &'a Flat, &'a Unit)> {
        let members = self.texts.groups[group].members.iter().enumerate();
        let told = members.filter_map(|(at, unit)| {
            let side = self.side(at)?;
            Some((at, side, &side.units[(*unit)?]))
        });
        told.filter(|(_, _, unit)| !unit.others.is_empty()).collect()
    }

    fn row(&self, group: usize) -> LevelRow {
        let own = |column: usize| {
            let side = self.side(column)?;
            let unit = &side.units[self.texts.member(group, column)?];
            Some(side.part(unit))
        };
        let tellers = self.tellers(group);
        let said = |column: usize| {
            let about = |(at, side, unit): &(usize, &Flat, &'a Unit)| {
                let told = unit.others.iter().find(|(about, _)| *about == self.subjects[column]);
                told.map(|(_, text)| {
                    let part = row_part(&side.document, unit.line, unit.key.clone(), text);
                    (at.abs_diff(column), part)
                })
            };
            tellers.iter().filter_map(about).min_by_key(|(far, _)| *far).map(|(_, part)| part)
        };
        row((0..self.subjects.len()).map(|column| own(column).or_else(|| said(column))).collect())
    }
}

/// The tables of documents that are no columns themselves and speak of two of them or more.
fn told_by_others(ladder: &Ladder, subjects: &[Subject]) -> Vec<LevelTopic> {
    let mut topics = Vec::new();
    for (id, document) in ladder.documents() {
        if matches!(id, DocumentId::Role(role) if subjects.contains(&Subject::Role(role))) {
            continue;
        }
        let file = DocumentFile::new(id, document);
        each_table(document, &mut |heading, line, table| {
            // Roles that are columns of this very table say it themselves.
            if subjects.iter().any(|subject| comes_from(ladder, *subject, &document.file, table)) {
                return;
            }
            let columns: Vec<Option<usize>> =
                subjects.iter().map(|subject| table.column_of(*subject)).collect();
            if columns.iter().flatten().count() >= 2 {
                topics.push(table_topic((&file, line, heading), table, &columns));
            }
        });
    }
    topics
}

/// Whether a role is made of a table.
fn comes_from(ladder: &Ladder, subject: Subject, file: &str, table: &Table) -> bool {
    let Subject::Role(role) = subject else { return false };
    let role = ladder.role(role);
    let made = matches!(role.origin, Origin::Column | Origin::Row);
    let first = table.rows.first().map_or(table.line, |row| row.line);
    let last = table.rows.last().map_or(table.line, |row| row.line);
    let inside = |line: usize| (first..=last).contains(&line) || line == table.line;
    let items = || role.document.items().into_iter().map(|item| item.line);
    let sections = || role.document.sections.iter().map(|section| section.line);
    made && role.document.file == file && items().chain(sections()).any(inside)
}

fn table_topic(
    (document, line, heading): (&DocumentFile, usize, &str),
    table: &Table,
    columns: &[Option<usize>],
) -> LevelTopic {
    let spot = document.spot(line, heading);
    let rows = table.rows.iter().map(|it| {
        let key = row_key(table, &it.cells);
        let cell = |column: &Option<usize>| {
            let text = it.cells.get((*column)?).filter(|text| !text.is_empty())?;
            Some(row_part(document, it.line, key.clone(), text))
        };
        row(columns.iter().map(cell).collect())
    });
    LevelTopic {
        title: heading.to_owned(),
        depth: 1,
        headings: columns.iter().map(|column| column.map(|_| spot.clone())).collect(),
        rows: rows.collect(),
    }
}

fn row_part(document: &DocumentFile, line: usize, key: Option<String>, text: &Text) -> Part {
    let spot = document.spot(line, &whole_row(key.as_deref(), text));
    Part { spot, body: PairBody::Row, key, text: text.clone(), changed: Vec::new() }
}

/// A row of parts, each set against the one before it.
fn row(parts: Vec<Option<Part>>) -> LevelRow {
    let keys = parts.iter().flatten().filter_map(|part| part.key.as_deref());
    let key = Some(most_common(keys)).filter(|key| !key.is_empty());
    let mut before: Option<(usize, String, Option<String>)> = None;
    let said =
        |text: &str, key: &Option<String>| (fold_space(text), key.as_deref().map(fold_space));
    let mut cells = Vec::with_capacity(parts.len());
    for (at, part) in parts.into_iter().enumerate() {
        cells.push(part.map(|mut part| {
            let text = part.text.to_plain();
            let kind = match &before {
                None => Kind::Right,
                Some((_, before, key)) if said(before, key) == said(&text, &part.key) => Kind::Same,
                Some((_, before, _)) => {
                    part.changed = changed_words(before, &text).1;
                    Kind::Changed
                }
            };
            let than = before.replace((at, text, part.key.clone())).map(|(at, ..)| at);
            Box::new(LevelCell { kind, before: than, part })
        }));
    }
    LevelRow { key, cells }
}

/// What to call sections by: the heading that most of them have, else what their headings begin
/// with: "Transition to ...".
fn shared_title(headings: Vec<&str>) -> String {
    let common = most_common(headings.iter().copied());
    let [first, rest @ ..] = headings.as_slice() else { return common };
    let count = headings.iter().filter(|heading| fold_space(heading) == common).count();
    if rest.is_empty() || count * 2 > headings.len() {
        return common;
    }
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let first = words(first);
    let shared = rest.iter().map(|other| {
        let other = words(other);
        first.iter().zip(&other).take_while(|(a, b)| a == b).count()
    });
    match shared.min().unwrap_or(0) {
        // Where nothing is shared, several that agree are better than none.
        0 => common,
        count => format!("{} ...", first[..count].join(" ")),
    }
}

/// The text that occurs most often, white space folded; the first of those that do.
fn most_common<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for text in texts {
        let text = fold_space(text);
        match counts.iter_mut().find(|(other, _)| *other == text) {
            Some((_, count)) => *count += 1,
            None => counts.push((text, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
    counts.into_iter().find(|(_, count)| *count == most).map(|(text, _)| text).unwrap_or_default()
}
