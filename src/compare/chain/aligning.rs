//! Many roles aligned: each is compared with those before it, the nearest first, and joins the rows
//! that it corresponds to. Its unmatched items come after their predecessor in its own document.
//!
//! Aligning one after the other is the progressive method of Feng and Doolittle (1987), with the
//! order of the levels as the guide: neighbors on a ladder are most alike.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use crate::compare::align::matching::Matching;
use crate::compare::chain::columns::{name_words, names};
use crate::compare::chain::groups::{Behind, Groups};
use crate::compare::chain::row::{row, row_part, shared_title};
use crate::compare::chain::sparse::Sparse;
use crate::compare::chain::table::{LevelRow, LevelTopic, Levels};
use crate::compare::comparer::Comparer;
use crate::compare::comparison::{PairBody, Part};
use crate::compare::spot::{DocumentFile, Spot};
use crate::compare::tables::each_table;
use crate::compare::units::{Flat, TextUnit, row_key};
use crate::model::{DocumentId, Ladder, Origin, RoleId, Subject, Table, Text};

/// How many roles back a role is compared with, so that a topic that a level or two leave out is
/// still the same topic above them.
pub(crate) const REACH: usize = 3;

/// All sections are in one list.
const SECTIONS: usize = 0;

/// Aligns several roles, in this order. A counterpart says what the tables of others say of it; so does
/// a role if its own page is silent.
///
/// Tables of pages, and of roles that are not among these, come first if they have a column for two of
/// them or more.
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn align_levels(ladder: &Ladder, subjects: &[Subject]) -> Levels {
    align_levels_by(&Comparer::new(ladder), subjects)
}

/// The same by one who has compared roles of this ladder before.
///
/// # Panics
/// If a subject is of another ladder.
#[must_use]
pub fn align_levels_by(comparer: &Comparer, subjects: &[Subject]) -> Levels {
    let ladder = comparer.ladder();
    let mut chain = Chain::new(comparer, subjects);
    // What takes long is the same in whatever order it is done, so that all cores can do it.
    let columns = (0..subjects.len()).into_par_iter();
    let matched: Vec<Vec<Matched>> = columns.map(|column| chain.matched(column)).collect();
    for (column, matched) in matched.iter().enumerate() {
        chain.place(column, matched);
    }
    let mut topics = told_by_others(comparer, subjects);
    let ways_up = chain.ways_up();
    topics.extend(chain.sections.list(SECTIONS).map(|group| chain.topic(group, &ways_up)));
    topics.retain(|topic| !(topic.rows.is_empty() && topic.headings.count() == 0));
    let topics = ways_up_last(topics);
    let (names, name_words) = (names(ladder, subjects), name_words(ladder, subjects));
    Levels { subjects: subjects.to_vec(), names, topics, left_out: 0, name_words }
}

/// Which items of a column correspond to which of an earlier one.
struct Matched {
    earlier: usize,
    sections: Matching,
    texts: Matching,
}

struct Chain<'a, 'l> {
    comparer: &'a Comparer<'l>,
    subjects: &'a [Subject],
    /// The columns of each subject.
    columns: HashMap<Subject, Vec<usize>>,
    /// The groups of sections, each with how deep it nests.
    sections: Groups,
    /// The groups of texts, each with its group of sections; a list for each of these.
    texts: Groups,
}

impl<'a, 'l> Chain<'a, 'l> {
    fn new(comparer: &'a Comparer<'l>, subjects: &'a [Subject]) -> Self {
        let mut columns: HashMap<Subject, Vec<usize>> = HashMap::new();
        for (at, subject) in subjects.iter().enumerate() {
            columns.entry(*subject).or_default().push(at);
        }
        let (mut sections, texts) = (Groups::default(), Groups::default());
        sections.add_list();
        Self { comparer, subjects, columns, sections, texts }
    }

    fn role(&self, column: usize) -> Option<RoleId> {
        match self.subjects[column] {
            Subject::Role(role) => Some(role),
            Subject::Counterpart(_) => None,
        }
    }

    fn side(&self, column: usize) -> Option<&'a Flat> {
        self.role(column).map(|role| self.comparer.flat(role.into()))
    }

    /// Which items of a column correspond to which of those before it, the nearest first.
    fn matched(&self, column: usize) -> Vec<Matched> {
        let Some(right) = self.role(column) else { return Vec::new() };
        let before = (0..column).rev().filter_map(|at| Some((at, self.role(at)?)));
        let matched = |(earlier, left): (usize, RoleId)| {
            let (sections, texts) = self.comparer.matchings(left.into(), right.into());
            Matched { earlier, sections, texts }
        };
        before.take(REACH).map(matched).collect()
    }

    fn place(&mut self, column: usize, matched: &[Matched]) {
        let (sections, texts) = match self.side(column) {
            Some(side) => (side.slots.len(), side.units.len()),
            None => (0, 0),
        };
        self.sections.add_column(sections);
        self.texts.add_column(texts);
        matched.iter().for_each(|matched| self.join(matched, column));
        self.start_sections(column);
        self.start_texts(column);
    }

    /// Puts what corresponds to something of an earlier column into its group.
    fn join(&mut self, matched: &Matched, column: usize) {
        let Matched { earlier, sections, texts } = matched;
        let earlier = *earlier;
        let (Some(left), Some(right)) = (self.side(earlier), self.side(column)) else { return };
        for (i, j) in sections.pairs() {
            if let Some(group) = self.sections.of[earlier][i] {
                self.sections.join(group, column, j);
            }
        }
        for (i, j) in texts.pairs() {
            let (left, right) = (&left.units[i], &right.units[j]);
            let groups = (self.texts.of[earlier][i], self.sections.of[column][right.slot]);
            let (Some(group), Some(home)) = groups else { continue };
            // A text stays in its section: elsewhere the same words are another expectation. Past a
            // role that has the section but not the text, only what is plainly the same goes on.
            let passed = |between: usize| self.sections.has(home, between);
            let near = !(earlier + 1..column).any(passed);
            let plain = left.whole == right.whole || left.key.is_some() && left.key == right.key;
            if self.texts.place(group) == home && (near || plain) {
                self.texts.join(group, column, j);
            }
        }
        self.join_lone((earlier, column), sections);
    }

    /// Puts the only text of a section into the row of the only text that an earlier one has there: a
    /// paragraph that every level words differently.
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
                && Some(self.texts.place(group)) == self.sections.of[column][j]
            {
                self.texts.join(group, column, other.start);
            }
        }
    }

    /// Groups for the sections that nothing before has, each behind the one it follows.
    fn start_sections(&mut self, column: usize) {
        let Some(side) = self.side(column) else { return };
        let mut depths: Vec<usize> = Vec::with_capacity(side.slots.len());
        let mut here = Behind { list: SECTIONS, group: None };
        for (slot, it) in side.slots.iter().enumerate() {
            let depth = it.parent.map_or(1, |parent| depths[parent] + 1);
            if let Some(group) = self.sections.of[column][slot] {
                // What nests in it nests where the others have it.
                depths.push(self.sections.place(group));
                here.group = Some(group);
                continue;
            }
            depths.push(depth);
            // Behind what only others have there, before what follows in its own document.
            let passes =
                |group| self.sections.place(group) >= depth && !self.sections.has_last(group);
            here = self.sections.pass(here, passes);
            let group = self.sections.start(column, slot, depth);
            self.sections.insert(here, group);
            self.texts.add_list();
            here.group = Some(group);
        }
    }

    /// Groups for the texts that nothing before has.
    fn start_texts(&mut self, column: usize) {
        let Some(side) = self.side(column) else { return };
        for (slot, it) in side.slots.iter().enumerate() {
            let Some(home) = self.sections.of[column][slot] else { continue };
            let mut here = Behind { list: home, group: None };
            for unit in it.units.clone() {
                if let Some(group) = self.texts.of[column][unit] {
                    here.group = Some(group);
                    continue;
                }
                here = self.texts.pass(here, |group| !self.texts.has_last(group));
                let group = self.texts.start(column, unit, home);
                self.texts.insert(here, group);
                here.group = Some(group);
            }
        }
    }

    /// For each section of each column whether it is about promotion.
    fn ways_up(&self) -> Vec<Vec<bool>> {
        let subjects = self.subjects.iter().map(|subject| (*subject).into());
        let compared = self.comparer.compared_levels(subjects);
        let column = |at| self.role(at).map(|role| self.comparer.way_up(role.into(), &compared));
        (0..self.subjects.len()).map(|at| column(at).unwrap_or_default()).collect()
    }

    fn topic(&self, group: usize, ways_up: &[Vec<bool>]) -> LevelTopic {
        let members = self.sections.members(group);
        let heading = |(column, slot): &(usize, usize)| {
            let side = self.side(*column)?;
            let it = &side.slots[*slot];
            // Without a text before the first section the title heads nothing.
            let heads = *slot > 0 || !it.units.is_empty();
            heads.then(|| (*column, side.document.spot(it.line, &it.heading)))
        };
        let headings: Vec<(usize, Spot)> = members.iter().filter_map(heading).collect();
        let title = match members.iter().any(|(_, slot)| *slot == 0) {
            true => "Introduction".to_owned(),
            false => shared_title(headings.iter().map(|(_, spot)| spot.text.as_str()).collect()),
        };
        let rows = self.texts.list(group).map(|text| self.row(text)).collect();
        let headings = Sparse::new(self.subjects.len(), headings);
        let going_up = members.iter().filter(|(column, slot)| ways_up[*column][*slot]).count();
        let mut topic = LevelTopic::new(title, self.sections.place(group), headings, rows);
        topic.is_way_up = going_up * 2 >= members.len();
        topic
    }

    fn row(&self, group: usize) -> LevelRow {
        let members = self.texts.members(group).iter();
        let units = members.filter_map(|(column, unit)| {
            let side = self.side(*column)?;
            Some((*column, side, &side.units[*unit]))
        });
        let units: Vec<(usize, &'a Flat, &'a TextUnit)> = units.collect();
        let own = units.iter().map(|(column, side, unit)| (*column, side.part(unit)));
        if units.iter().all(|(_, _, unit)| unit.others.is_empty()) {
            return row(self.subjects.len(), own);
        }
        row(self.subjects.len(), self.with_told(own.collect(), &units))
    }

    /// What columns say themselves, and what the nearest text says of one that does not.
    fn with_told(
        &self,
        own: Vec<(usize, Part)>,
        tellers: &[(usize, &'a Flat, &'a TextUnit)],
    ) -> Vec<(usize, Part)> {
        let own = own.into_iter().map(|(column, part)| (column, (0, part)));
        let mut parts: BTreeMap<usize, (usize, Part)> = own.collect();
        for (teller, side, unit) in tellers {
            for (column, text) in self.told(unit) {
                let far = teller.abs_diff(column);
                if parts.get(&column).is_none_or(|(nearest, _)| far < *nearest) {
                    let part = row_part(&side.document, unit.line, unit.key.clone(), text);
                    parts.insert(column, (far, part));
                }
            }
        }
        parts.into_iter().map(|(column, (_, part))| (column, part)).collect()
    }

    /// What a text says of other columns, each with its column.
    fn told(&self, unit: &'a TextUnit) -> impl Iterator<Item = (usize, &'a Text)> {
        unit.others.iter().flat_map(|(about, text)| {
            let columns = self.columns.get(about).into_iter().flatten();
            columns.map(move |column| (*column, text))
        })
    }
}

/// The topics with those about promotion, and all that nests in them, behind the others.
fn ways_up_last(topics: Vec<LevelTopic>) -> Vec<LevelTopic> {
    let (mut own, mut ways_up) = (Vec::with_capacity(topics.len()), Vec::new());
    // The depth of the outermost topic about promotion that is around.
    let mut around: Option<usize> = None;
    for mut topic in topics {
        around = around.filter(|outermost| topic.depth > *outermost);
        if topic.is_way_up {
            around = around.or(Some(topic.depth));
        }
        topic.is_way_up = around.is_some();
        match around {
            Some(outermost) => {
                topic.depth -= outermost - 1;
                ways_up.push(topic);
            }
            None => own.push(topic),
        }
    }
    own.extend(ways_up);
    own
}

/// The tables of documents that are no columns themselves and speak of two of them or more.
fn told_by_others(comparer: &Comparer, subjects: &[Subject]) -> Vec<LevelTopic> {
    let (ladder, mut topics) = (comparer.ladder(), Vec::new());
    for id in comparer.documents_that_compare(subjects) {
        if matches!(id, DocumentId::Role(role) if subjects.contains(&Subject::Role(role))) {
            continue;
        }
        let document = ladder.document(id);
        let file = DocumentFile::new(id, document);
        each_table(document, &mut |heading, line, table| {
            // Roles that are columns of this very table say it themselves.
            if subjects.iter().any(|subject| comes_from(ladder, *subject, &document.file, table)) {
                return;
            }
            let column = |(at, subject): (usize, &Subject)| Some((at, table.column_of(*subject)?));
            let columns: Vec<(usize, usize)> =
                subjects.iter().enumerate().filter_map(column).collect();
            if columns.len() >= 2 {
                topics.push(table_topic(
                    &file.spot(line, heading),
                    table,
                    subjects.len(),
                    &columns,
                ));
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
    heading: &Spot,
    table: &Table,
    count: usize,
    columns: &[(usize, usize)],
) -> LevelTopic {
    let document = DocumentFile { id: heading.document, file: Arc::clone(&heading.file) };
    let rows = table.rows.iter().map(|it| {
        let key = row_key(table, &it.cells);
        let cell = |(at, column): &(usize, usize)| {
            let text = it.cells.get(*column).filter(|text| !text.is_empty())?;
            Some((*at, row_part(&document, it.line, key.clone(), text)))
        };
        row(count, columns.iter().filter_map(cell))
    });
    let headings = columns.iter().map(|(at, _)| (*at, heading.clone())).collect();
    LevelTopic::new(heading.text.clone(), 1, Sparse::new(count, headings), rows.collect())
}
