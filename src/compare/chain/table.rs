//! The table of many roles: a column each, a row for what corresponds.

use std::collections::{BTreeMap, HashSet};
use std::ops::Range;

use crate::compare::chain::sparse::Sparse;
use crate::compare::comparison::{Kind, Part};
use crate::compare::reason::Reason;
use crate::compare::spot::Spot;
use crate::model::{DocumentId, Subject};

/// Roles side by side, aligned topic by topic.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// The roles and counterparts, a column each, from the first to the last.
    pub subjects: Vec<Subject>,
    /// What each column is called: the label, or more where several have one label.
    pub names: Vec<String>,
    /// What they are compared on, in reading order; each follows what it nests in.
    pub topics: Vec<LevelTopic>,
    /// How many topics and rows [`Self::cut`] left out.
    pub left_out: usize,
    /// The words of the names of each column, in small letters.
    pub(crate) name_words: Vec<HashSet<String>>,
}

/// A section, or a table that sets some of the roles side by side, through all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelTopic {
    /// The heading that most of them have.
    pub title: String,
    /// How deep it nests, 1 for the outermost.
    pub depth: usize,
    /// Its heading in the columns that have it.
    pub headings: Sparse<Spot>,
    /// What is in it.
    pub rows: Vec<LevelRow>,
    /// Whether it is about promotion to another level, or about a level that is no column: such topics
    /// are behind all others.
    pub is_way_up: bool,
    /// Why its sections correspond, or why the only one is unmatched; empty unless that was asked.
    pub why: Vec<LevelWhy>,
    /// Which of the rows each column has.
    texts: Sparse<Vec<usize>>,
}

/// One expectation through all columns. At least one of them has it.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelRow {
    /// The key that most of them have.
    pub key: Option<String>,
    /// What the columns say that say anything.
    pub cells: Sparse<LevelCell>,
    /// The bytes of the first text that the one behind it does not have.
    pub(crate) only_first: Vec<Range<usize>>,
    /// Why its texts correspond, or why the only one is unmatched; empty unless that was asked.
    pub why: Vec<LevelWhy>,
}

/// Why what a column says corresponds to what another says, or is unmatched.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelWhy {
    /// The column.
    pub column: usize,
    /// The other one; `None` if the reason is of none.
    pub with: Option<usize>,
    /// The reasons, the strongest first.
    pub reasons: Vec<Reason>,
}

/// What one role says.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelCell {
    /// How it compares with the nearest column before it that says anything: [`Kind::Same`],
    /// [`Kind::Changed`], or [`Kind::Right`] where it is the first.
    pub kind: Kind,
    /// That column before it.
    pub before: Option<usize>,
    /// The text. What is marked as changed in it is what that other column does not have.
    pub part: Part,
}

/// A topic of several roles, or one row of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Thread {
    /// The topic, by its place in [`Levels::topics`].
    pub topic: usize,
    /// The row of it, if only that is meant.
    pub row: Option<usize>,
}

impl Levels {
    /// The first topics and rows, if all of them together have more cells than this.
    #[must_use]
    pub fn cut(&self, cells: usize) -> Option<Self> {
        let most = (cells / self.subjects.len().max(1)).max(1);
        let all: usize = self.topics.iter().map(|topic| 1 + topic.rows.len()).sum();
        if all <= most {
            return None;
        }
        let (mut topics, mut room) = (Vec::new(), most);
        for topic in self.topics.iter().take(most) {
            let Some(rows) = room.checked_sub(1) else { break };
            let rows: Vec<LevelRow> = topic.rows.iter().take(rows).cloned().collect();
            room -= 1 + rows.len();
            topics.push(topic.with_rows(rows));
        }
        let (subjects, names) = (self.subjects.clone(), self.names.clone());
        let name_words = self.name_words.clone();
        Some(Self { subjects, names, topics, left_out: all - most + room, name_words })
    }

    /// The topics that nest in one, at any depth.
    #[must_use]
    pub fn inside(&self, topic: usize) -> std::ops::Range<usize> {
        let depth = self.topics[topic].depth;
        let inner = self.topics[topic + 1..].iter().take_while(|inner| inner.depth > depth).count();
        topic + 1..topic + 1 + inner
    }

    /// Whether a column says anything in a topic or in what nests in it.
    #[must_use]
    pub fn says(&self, topic: usize, column: usize) -> bool {
        self.topics[topic].has(column)
            || self.inside(topic).any(|inner| self.topics[inner].has(column))
    }

    /// The topic whose heading is on a line of a document.
    #[must_use]
    pub fn topic_at(&self, document: DocumentId, line: usize) -> Option<Thread> {
        let here = |spot: &Spot| spot.document == document && spot.line == line;
        let heads = |topic: &LevelTopic| topic.headings.values().any(here);
        let topic = self.topics.iter().position(heads)?;
        Some(Thread { topic, row: None })
    }

    /// Where a column says what a topic or row is about: its heading, else its first text.
    #[must_use]
    pub fn spot(&self, thread: Thread, column: usize) -> Option<&Spot> {
        let topic = &self.topics[thread.topic];
        if let Some(row) = thread.row {
            return topic.rows[row].cells.get(column).map(|cell| &cell.part.spot);
        }
        let first = || self.parts(thread.topic, column).next().map(|part| &part.spot);
        topic.headings.get(column).or_else(first)
    }

    /// Whether the columns differ in a topic or in what nests in it: one lacks a heading, or a text
    /// is not the same in all.
    #[must_use]
    pub fn differs(&self, topic: usize) -> bool {
        let own = |topic: usize| {
            let topic = &self.topics[topic];
            !topic.headings.is_full() || topic.rows.iter().any(|row| !row.is_same())
        };
        own(topic) || self.inside(topic).any(own)
    }

    /// Whether a column says nothing in a topic, though one before it and one behind it do.
    #[must_use]
    pub fn is_gap(&self, topic: usize, column: usize) -> bool {
        let ends = self.with_inside(topic).filter_map(LevelTopic::ends);
        let (mut before, mut behind) = (false, false);
        for (first, last) in ends {
            before |= first < column;
            behind |= last > column;
        }
        before && behind && !self.says(topic, column)
    }

    /// How many columns say anything in a topic or row.
    #[must_use]
    pub fn speakers(&self, thread: Thread) -> usize {
        let topic = &self.topics[thread.topic];
        if let Some(row) = thread.row {
            return topic.rows[row].cells.count();
        }
        let topics = self.with_inside(thread.topic);
        let columns = topics.flat_map(|topic| topic.texts.some().map(|(column, _)| column));
        columns.collect::<HashSet<_>>().len()
    }

    fn with_inside(&self, topic: usize) -> impl Iterator<Item = &LevelTopic> {
        std::iter::once(topic).chain(self.inside(topic)).map(|at| &self.topics[at])
    }

    /// What a column says in a topic and in what nests in it.
    fn parts(&self, topic: usize, column: usize) -> impl Iterator<Item = &Part> {
        self.with_inside(topic).flat_map(move |topic| topic.parts(column))
    }

    /// What a column says in a topic or row, each with its topic and its row, in reading order.
    pub fn said(
        &self,
        thread: Thread,
        column: usize,
    ) -> impl Iterator<Item = (usize, &LevelRow, &LevelCell)> {
        let inside = if thread.row.is_some() { 0..0 } else { self.inside(thread.topic) };
        let topics = std::iter::once(thread.topic).chain(inside);
        topics.flat_map(move |at| {
            let rows = self.topics[at].rows_of(column);
            let rows = rows.filter(move |row| thread.row.is_none_or(|only| only == *row));
            rows.filter_map(move |row| {
                let row = &self.topics[at].rows[row];
                Some((at, row, row.cells.get(column)?))
            })
        })
    }

    /// How many texts a column has in a topic and in what nests in it.
    #[must_use]
    pub fn texts(&self, topic: usize, column: usize) -> usize {
        let own = |topic: &LevelTopic| topic.texts.get(column).map_or(0, Vec::len);
        self.with_inside(topic).map(own).sum()
    }
}

impl LevelRow {
    /// Whether all columns say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.cells.is_full() && self.cells.values().skip(1).all(|cell| cell.kind == Kind::Same)
    }

    /// Its name: its key, or the first text of the first column that has one.
    #[must_use]
    pub fn name(&self) -> &str {
        let first = self.cells.values().next();
        let text = || first.map_or("", |cell| cell.part.spot.text.as_str());
        self.key.as_deref().unwrap_or_else(text)
    }

    /// Whether a column says nothing, though one before it and one behind it do.
    #[must_use]
    pub fn is_gap(&self, column: usize) -> bool {
        let inside = |(first, last)| first < column && column < last;
        self.cells.ends().is_some_and(inside) && !self.cells.has(column)
    }

    /// The only column that says anything, if there is only one.
    #[must_use]
    pub fn lone(&self) -> Option<usize> {
        let (first, last) = self.cells.ends()?;
        (first == last).then_some(first)
    }

    /// Whether all that say something say it under the same key.
    #[must_use]
    pub fn has_one_key(&self) -> bool {
        self.key.is_some() && self.cells.values().all(|cell| cell.part.key == self.key)
    }
}

impl LevelTopic {
    pub(crate) fn new(
        title: String,
        depth: usize,
        headings: Sparse<Spot>,
        rows: Vec<LevelRow>,
    ) -> Self {
        let mut texts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, row) in rows.iter().enumerate() {
            row.cells.some().for_each(|(column, _)| texts.entry(column).or_default().push(at));
        }
        let texts = Sparse::new(headings.columns(), texts.into_iter().collect());
        Self { title, depth, headings, rows, is_way_up: false, why: Vec::new(), texts }
    }

    /// The same with other rows.
    fn with_rows(&self, rows: Vec<LevelRow>) -> Self {
        let topic = Self::new(self.title.clone(), self.depth, self.headings.clone(), rows);
        Self { is_way_up: self.is_way_up, why: self.why.clone(), ..topic }
    }

    /// Whether a column has the heading or any text under it.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.headings.has(column) || self.texts.has(column)
    }

    /// The first and the last column that have anything.
    fn ends(&self) -> Option<(usize, usize)> {
        let ends = self.headings.ends().into_iter().chain(self.texts.ends());
        ends.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))
    }

    fn parts(&self, column: usize) -> impl Iterator<Item = &Part> {
        self.rows_of(column).filter_map(move |row| Some(&self.rows[row].cells.get(column)?.part))
    }

    /// The rows that a column has.
    fn rows_of(&self, column: usize) -> impl Iterator<Item = usize> {
        self.texts.get(column).into_iter().flatten().copied()
    }
}
