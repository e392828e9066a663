//! The table of many roles: a column each, a row for what corresponds.

use crate::compare::comparison::{Kind, Part};
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
}

/// A section, or a table that sets some of the roles side by side, through all of them.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelTopic {
    /// The heading that most of them have.
    pub title: String,
    /// How deep it nests, 1 for the outermost.
    pub depth: usize,
    /// Its heading in each column.
    pub headings: Vec<Option<Spot>>,
    /// What stands in it.
    pub rows: Vec<LevelRow>,
}

/// One expectation through all columns. At least one of them has it.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelRow {
    /// The key that most of them have.
    pub key: Option<String>,
    /// What each column says. Boxed, since a row of many levels is mostly empty.
    pub cells: Vec<Option<Box<LevelCell>>>,
}

/// What one role says.
#[derive(Debug, Clone, PartialEq)]
pub struct LevelCell {
    /// How it stands to the nearest column before it that says anything: [`Kind::Same`],
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
    /// The row of it, where only that is meant.
    pub row: Option<usize>,
}

/// What a matrix shows of a topic or row in a column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum MatrixCell<'a> {
    /// Nothing.
    Nothing,
    /// Nothing, though a column before and one behind say something.
    Gap,
    /// A heading with nothing under it.
    Empty,
    /// Of a topic: how many texts it has, and the first of them.
    Count(usize, &'a Part),
    /// Of a row: what the column before says too.
    Same(&'a Part),
    /// Of a row: the text.
    Text(&'a Part),
}

impl Levels {
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

    /// The topic whose heading stands on a line of a document.
    #[must_use]
    pub fn topic_at(&self, document: DocumentId, line: usize) -> Option<Thread> {
        let here = |spot: &Spot| spot.document == document && spot.line == line;
        let heads = |topic: &LevelTopic| topic.headings.iter().flatten().any(here);
        let topic = self.topics.iter().position(heads)?;
        Some(Thread { topic, row: None })
    }

    /// Where a column says what a topic or row is about: its heading, else its first text.
    #[must_use]
    pub fn spot(&self, thread: Thread, column: usize) -> Option<&Spot> {
        let heading = self.topics[thread.topic].headings[column].as_ref();
        let heading = heading.filter(|_| thread.row.is_none());
        heading.or_else(|| {
            let rows = self.rows(thread);
            rows.iter().find_map(|(_, row)| row.cells[column].as_ref()).map(|cell| &cell.part.spot)
        })
    }

    /// Whether the columns differ in a topic or in what nests in it: one lacks a heading, or a text
    /// is not the same in all.
    #[must_use]
    pub fn differs(&self, topic: usize) -> bool {
        let own = |topic: usize| {
            let topic = &self.topics[topic];
            topic.headings.iter().any(Option::is_none)
                || topic.rows.iter().any(|row| !row.is_same())
        };
        own(topic) || self.inside(topic).any(own)
    }

    /// What a column says of a topic or row, as a matrix shows it.
    #[must_use]
    pub fn cell(&self, thread: Thread, column: usize) -> MatrixCell<'_> {
        let Some(row) = thread.row else { return self.topic_cell(thread.topic, column) };
        let row = &self.topics[thread.topic].rows[row];
        match &row.cells[column] {
            Some(cell) if cell.kind == Kind::Same => MatrixCell::Same(&cell.part),
            Some(cell) => MatrixCell::Text(&cell.part),
            None if row.is_gap(column) => MatrixCell::Gap,
            None => MatrixCell::Nothing,
        }
    }

    fn topic_cell(&self, topic: usize, column: usize) -> MatrixCell<'_> {
        let topics = || std::iter::once(topic).chain(self.inside(topic));
        let parts = topics().flat_map(|at| &self.topics[at].rows);
        let mut parts = parts.filter_map(|row| row.cells[column].as_ref()).map(|cell| &cell.part);
        match parts.next() {
            Some(first) => MatrixCell::Count(1 + parts.count(), first),
            None if self.says(topic, column) => MatrixCell::Empty,
            None if self.is_gap(topic, column) => MatrixCell::Gap,
            None => MatrixCell::Nothing,
        }
    }

    /// Whether a column says nothing in a topic, though one before it and one behind it do.
    #[must_use]
    pub fn is_gap(&self, topic: usize, column: usize) -> bool {
        let any = |mut columns: std::ops::Range<usize>| columns.any(|at| self.says(topic, at));
        !self.says(topic, column) && any(0..column) && any(column + 1..self.subjects.len())
    }

    /// How many texts a column has in a topic and in what nests in it.
    #[must_use]
    pub fn texts(&self, topic: usize, column: usize) -> usize {
        let own = |topic: usize| {
            self.topics[topic].rows.iter().filter(|row| row.cells[column].is_some()).count()
        };
        own(topic) + self.inside(topic).map(own).sum::<usize>()
    }
}

impl LevelRow {
    /// Whether all columns say the same.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let mut cells = self.cells.iter();
        cells.next().is_some_and(Option::is_some)
            && cells.all(|cell| cell.as_ref().is_some_and(|cell| cell.kind == Kind::Same))
    }

    /// What to call it: its key, or what the first column says that says anything.
    #[must_use]
    pub fn name(&self) -> &str {
        let first = self.cells.iter().flatten().next();
        let text = || first.map_or("", |cell| cell.part.spot.text.as_str());
        self.key.as_deref().unwrap_or_else(text)
    }

    /// Whether a column says nothing, though one before it and one behind it do.
    #[must_use]
    pub fn is_gap(&self, column: usize) -> bool {
        let any = |cells: &[Option<Box<LevelCell>>]| cells.iter().any(Option::is_some);
        self.cells[column].is_none() && any(&self.cells[..column]) && any(&self.cells[column + 1..])
    }

    /// The only column that says anything, if there is only one.
    #[must_use]
    pub fn lone(&self) -> Option<usize> {
        let mut said = (0..self.cells.len()).filter(|at| self.cells[*at].is_some());
        said.next().filter(|_| said.next().is_none())
    }

    /// Whether all that say something say it under the same key.
    #[must_use]
    pub fn has_one_key(&self) -> bool {
        self.key.is_some() && self.cells.iter().flatten().all(|cell| cell.part.key == self.key)
    }
}

impl LevelTopic {
    /// Whether a column has the heading or any text under it.
    #[must_use]
    pub fn has(&self, column: usize) -> bool {
        self.headings[column].is_some() || self.rows.iter().any(|row| row.cells[column].is_some())
    }
}
