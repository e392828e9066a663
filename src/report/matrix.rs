//! The rows of a matrix: what each level says of a topic or of a row of it, in a few words.

use std::borrow::Cow;
use std::collections::HashMap;

use super::counts::{TraceCount, counts};
use super::words::number;
use crate::compare::{
    Direction, Kind, LevelCell, LevelRow, LevelStep, Levels, Series, Sparse, Thread,
};

/// A row of a matrix.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixRow {
    /// What it stands for.
    pub thread: Thread,
    /// What to call it.
    pub name: String,
    /// How deep it nests, 0 for the outermost topics; a row is one deeper than its topic.
    pub depth: usize,
    /// Whether its name is what the first level says, for want of a key.
    pub is_keyless: bool,
    /// Whether it is about promotion or another level. These rows come after all others.
    pub is_way_up: bool,
    /// What the levels say, but for those that say nothing and leave no gap.
    pub cells: Sparse<MatrixCell>,
}

/// What a level says.
#[derive(Debug, Clone, PartialEq)]
pub struct MatrixCell {
    /// How many texts it has there; of a topic, those of inner topics too.
    pub texts: usize,
    /// What is said of them.
    pub told: ToldCell,
}

/// What a cell of a matrix says of what a level says.
#[derive(Debug, Clone, PartialEq)]
pub enum ToldCell {
    /// That there is nothing, though a level before and one behind say something.
    Gap,
    /// That there is a heading with nothing under it.
    Empty,
    /// That there is the same as at the level before.
    Same,
    /// How the items compare with those of the level before; empty for the first level. They have rows
    /// of their own, or are gone.
    Counts(Vec<TraceCount>),
    /// A text.
    Text {
        /// Which way the number in it goes since the level before.
        direction: Option<Direction>,
        /// The text.
        words: String,
        /// The byte at which it begins to tell this level from the one before.
        from: usize,
    },
}

/// The most cells of a matrix, one for each level and each topic or item. Each of thousands of levels can
/// have topics of its own, and nobody reads a table of all levels by all topics.
pub const MATRIX_CELLS: usize = 1_000_000;

/// A sentence is longer than this: what ends before it may be an abbreviation.
const SENTENCE: usize = 40;

/// A level that says nothing where one before it and one behind it do.
pub const MATRIX_GAP: &str = "gap";

/// The heading above the rows about promotion and other levels.
pub const MATRIX_WAY_UP: &str = "About promotion and other levels";

/// A heading with nothing under it, in the cell of a matrix.
pub const MATRIX_EMPTY: &str = "empty";

impl MatrixRow {
    /// The rows of a matrix, in which some topics are open.
    #[must_use]
    pub fn all(levels: &Levels, is_open: impl Fn(usize) -> bool) -> Vec<Self> {
        let threads = levels.matrix(&is_open);
        threads.iter().map(|thread| Self::new(levels, *thread, is_open(thread.topic))).collect()
    }

    fn new(levels: &Levels, thread: Thread, is_open: bool) -> Self {
        let topic = &levels.topics[thread.topic];
        let cells = match thread.row {
            Some(row) => row_cells(levels, &topic.rows[row]),
            None => TopicCells::new(levels, thread.topic, is_open).all(),
        };
        Self {
            thread,
            name: levels.name(thread).to_owned(),
            depth: topic.depth.saturating_sub(1) + usize::from(thread.row.is_some()),
            is_way_up: topic.is_way_up,
            is_keyless: thread.row.is_some_and(|row| topic.rows[row].key.is_none()),
            cells: Sparse::new(levels.subjects.len(), cells),
        }
    }
}

/// What is missing in the matrix of a track with too many levels and topics, in a sentence.
#[must_use]
pub fn matrix_rest(levels: &Levels) -> Option<String> {
    let rest = Some(levels.left_out).filter(|rest| *rest > 0)?;
    let count = levels.subjects.len();
    let rows = (MATRIX_CELLS / count.max(1)).max(1);
    Some(format!(
        "Not shown: {rest} topics and items. An overview has at most {MATRIX_CELLS} cells: with {count} \
         levels, {rows} topics and items. `rungs trace TOPIC` shows any topic."
    ))
}

/// The first row about promotion to another level.
#[must_use]
pub fn first_way_up(rows: &[MatrixRow]) -> Option<usize> {
    rows.iter().position(|row| row.is_way_up)
}

impl MatrixRow {
    /// Whether it stands for a topic, and not for a row of one.
    #[must_use]
    pub fn is_topic(&self) -> bool {
        self.thread.row.is_none()
    }

    /// Whether a cell says one of several texts, so that it is worth saying how many there are.
    #[must_use]
    pub fn counts(&self, cell: &MatrixCell) -> bool {
        cell.texts > 1 && matches!(cell.told, ToldCell::Text { .. })
    }
}

impl MatrixCell {
    fn of(texts: usize, told: ToldCell) -> Self {
        Self { texts, told }
    }

    /// What it says in words, from where they tell anything.
    #[must_use]
    pub fn words(&self) -> Cow<'_, str> {
        match &self.told {
            ToldCell::Gap => MATRIX_GAP.into(),
            ToldCell::Empty => MATRIX_EMPTY.into(),
            ToldCell::Same => Kind::Same.sign().into(),
            ToldCell::Counts(counts) if counts.is_empty() => self.count().into(),
            ToldCell::Counts(counts) => joined(counts, TraceCount::phrase).into(),
            ToldCell::Text { words, from, .. } => words.get(*from..).unwrap_or(words).into(),
        }
    }

    /// A short form for narrow columns: counts with signs only. `None` if it would say nothing else.
    #[must_use]
    pub fn short(&self) -> Option<String> {
        match &self.told {
            ToldCell::Counts(counts) if !counts.is_empty() => {
                Some(joined(counts, TraceCount::short))
            }
            _ => None,
        }
    }

    /// What it says if there is room for all of it: with its sign, and a row's text from its start.
    #[must_use]
    pub fn line(&self, is_row: bool) -> String {
        match &self.told {
            ToldCell::Text { direction, words, from } => {
                let sign = direction.map_or(String::new(), |it| format!("{} ", it.sign()));
                match *from {
                    1.. if !is_row => format!("{sign}…{}", self.words()),
                    _ => format!("{sign}{words}"),
                }
            }
            _ => self.words().into_owned(),
        }
    }

    /// How many texts there are, in words.
    #[must_use]
    pub fn count(&self) -> String {
        number(self.texts, "item")
    }
}

fn joined(counts: &[TraceCount], words: fn(TraceCount) -> String) -> String {
    counts.iter().map(|count| words(*count)).collect::<Vec<_>>().join(" ")
}

/// What the levels say in a row.
fn row_cells(levels: &Levels, row: &LevelRow) -> Vec<(usize, MatrixCell)> {
    let Some((first, last)) = row.cells.ends() else { return Vec::new() };
    let mut directions: HashMap<usize, Direction> = HashMap::new();
    for step in row.series().iter().flat_map(Series::steps) {
        let direction = step.direction();
        direction.into_iter().for_each(|it| _ = directions.entry(step.to).or_insert(it));
    }
    let text = |column: usize, cell: &LevelCell| {
        let has_key = row.key.is_some() && row.key == cell.part.key;
        let plain = cell.part.text.as_str();
        let words = if has_key { plain } else { cell.part.spot.text.as_str() }.to_owned();
        let lead = words.len().saturating_sub(plain.len());
        let from = levels.telling(row, column).map_or(0, |from| lead + from);
        // A cell whose key is another one begins with that.
        let from = if has_key || cell.part.key.is_none() { from } else { 0 };
        ToldCell::Text { direction: directions.get(&column).copied(), words, from }
    };
    let told = |column: usize| match row.cells.get(column) {
        None => MatrixCell::of(0, ToldCell::Gap),
        Some(cell) if cell.kind == Kind::Same => MatrixCell::of(1, ToldCell::Same),
        Some(cell) => MatrixCell::of(1, text(column, cell)),
    };
    (first..=last).map(|column| (column, told(column))).collect()
}

/// What the levels say on a topic.
struct TopicCells<'a> {
    levels: &'a Levels,
    topic: usize,
    /// How many texts each level has.
    texts: Vec<usize>,
    /// The topics whose rows are not listed below this one: this one, or all that nests in it.
    told: std::ops::Range<usize>,
    /// The number that is shown, if one of the rows is about one.
    headline: Option<Headline<'a>>,
}

/// A number that tells the levels of a topic apart.
struct Headline<'a> {
    /// What it is a number of.
    key: &'a str,
    series: Series,
    steps: Vec<LevelStep>,
}

impl<'a> TopicCells<'a> {
    fn new(levels: &'a Levels, topic: usize, is_open: bool) -> Self {
        let columns = 0..levels.subjects.len();
        let told = match is_open {
            true => topic..topic,
            false if levels.shows_inside(topic) => topic..topic + 1,
            false => topic..levels.inside(topic).end,
        };
        let texts = columns.map(|column| levels.texts(topic, column)).collect();
        let headline = headline(levels.topics[told.clone()].iter().flat_map(|it| &it.rows));
        Self { levels, topic, texts, told, headline }
    }

    fn all(&self) -> Vec<(usize, MatrixCell)> {
        let columns = 0..self.texts.len();
        columns.filter_map(|column| Some((column, self.cell(column)?))).collect()
    }

    fn cell(&self, column: usize) -> Option<MatrixCell> {
        let told = match self.texts[column] {
            0 if self.levels.says(self.topic, column) => ToldCell::Empty,
            0 if self.levels.is_gap(self.topic, column) => ToldCell::Gap,
            0 => return None,
            _ => self
                .number(column)
                .or_else(|| self.text(column))
                .unwrap_or_else(|| self.counts(column)),
        };
        Some(MatrixCell::of(self.texts[column], told))
    }

    /// The number of the headline, and what it is a number of.
    fn number(&self, column: usize) -> Option<ToldCell> {
        let Headline { key, series, steps } = self.headline.as_ref()?;
        let stated = series.values.get(column)?;
        let step = steps.binary_search_by_key(&column, |step| step.to).ok().map(|at| &steps[at]);
        let change = step.map(|step| step.measure.words()).filter(|words| !words.is_empty());
        let about = change.map_or((*key).to_owned(), |change| format!("{key}, {change}"));
        let words = format!("{} ({about})", stated.words);
        Some(ToldCell::Text { direction: step.and_then(LevelStep::direction), words, from: 0 })
    }

    /// The first text that tells the level from the one before.
    fn text(&self, column: usize) -> Option<ToldCell> {
        let thread = Thread { topic: self.topic, row: None };
        let mut said =
            self.levels.said(thread, column).filter(|(topic, ..)| self.told.contains(topic));
        said.find_map(|(_, row, cell)| {
            let from = self.levels.telling(row, column)?;
            let words = cell.part.text.as_str();
            let words = words[..sentence_end(words, from)].to_owned();
            Some(ToldCell::Text { direction: None, words, from })
        })
    }

    fn counts(&self, column: usize) -> ToldCell {
        let thread = Thread { topic: self.topic, row: None };
        let before = (0..column).rev().find(|before| self.texts[*before] > 0);
        let counts = before.map(|before| counts(self.levels, thread, column, before));
        match counts {
            Some(counts) if counts.iter().all(|count| count.sign == "=") => ToldCell::Same,
            counts => ToldCell::Counts(counts.unwrap_or_default()),
        }
    }
}

/// The end of the sentence around a byte of a text; a few words more if that is near.
fn sentence_end(text: &str, from: usize) -> usize {
    let ends = [". ", "? ", "! ", "\n"];
    let far = |at: usize| at >= from + SENTENCE;
    let found = ends.iter().filter_map(|end| {
        let mut all = text.match_indices(end).map(|(at, _)| at + end.trim_end().len());
        all.find(|at| far(*at))
    });
    found.min().unwrap_or(text.len())
}

/// The quantity that most levels begin a keyed row with; of several, the one that jumps the most.
fn headline<'a>(rows: impl Iterator<Item = &'a LevelRow>) -> Option<Headline<'a>> {
    let keyed = rows.filter(|row| row.cells.count() > 1 && row.has_one_key());
    let begins = |series: &Series| series.values.values().all(|it| it.quantity.range.start == 0);
    let all = keyed.flat_map(|row| {
        let series = row.series().into_iter().filter(begins);
        series.filter(|it| it.jump().is_some()).map(move |it| (row, it))
    });
    let most = all.reduce(|most, it| if it.1.tells_more(&most.1) { it } else { most });
    let (row, series) = most?;
    Some(Headline { key: row.key.as_deref()?, steps: series.steps(), series })
}
