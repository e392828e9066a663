//! One topic or row through the levels: its numbers, then what each level says, compared with the
//! levels before it.

use super::counts::{TraceCount, counts, counts_of};
use super::jump::Jump;
use crate::compare::{Kind, LevelCell, LevelRow, Levels, Series, Spot, Thread, TopicAlias, Wanted};

/// More charts than this are no help.
const MOST_CHARTS: usize = 8;

/// What can be traced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Traceable {
    /// A topic, or a row of one.
    Thread(Thread),
    /// Whatever says something that goes by several names.
    Alias(TopicAlias),
}

/// What there is to say of a topic or row through the levels.
#[derive(Debug, Clone)]
pub struct TraceReport<'a> {
    /// Its heading, key, or text.
    pub title: &'a str,
    /// The headings around it, the outermost first.
    pub around: Vec<&'a str>,
    /// What its rows state in numbers.
    pub charts: Vec<Chart<'a>>,
    /// What the levels say, the lowest first.
    pub levels: Vec<LevelTrace<'a>>,
    /// Whether it is one row, and no topic.
    pub is_row: bool,
}

/// A quantity through the levels.
#[derive(Debug, Clone)]
pub struct Chart<'a> {
    /// What it is a quantity of; empty where the trace is of nothing else.
    pub title: String,
    /// What the levels state.
    pub series: Series,
    /// Between which neighbors it differs most.
    pub jump: Option<Jump<'a>>,
    row: &'a LevelRow,
}

/// What a level states of a quantity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartWords<'a> {
    /// A number, as it is written.
    Number(&'a str),
    /// A text without the number.
    NoNumber,
    /// Nothing at all.
    Nothing,
}

/// What a level says.
#[derive(Debug, Clone)]
pub struct LevelTrace<'a> {
    /// What it is called.
    pub name: &'a str,
    /// Where it says this; `None` if it says nothing.
    pub spot: Option<&'a Spot>,
    /// How many items are unchanged, changed, new or dropped since the level before; empty if there is
    /// none before, or no text here.
    pub counts: Vec<TraceCount>,
    /// Its texts, in reading order.
    pub texts: Vec<TraceText<'a>>,
}

/// A text of a level.
#[derive(Debug, Clone)]
pub struct TraceText<'a> {
    /// The heading of the inner topic that begins with this text.
    pub under: Option<&'a str>,
    /// The text.
    pub cell: &'a LevelCell,
    /// Whether the title says its key already.
    pub key_apart: bool,
    /// How it compares with the levels before: a sign and the word for it; `None` at the first level.
    pub sign: Option<(&'static str, &'static str)>,
    /// The level it is compared with, if that is not the one before.
    pub since: Option<&'a str>,
}

/// That a level says nothing.
pub const NOTHING_ON_THIS: &str = "nothing on this";

/// That a level has the heading alone.
pub const HEADING_ALONE: &str = "a heading with nothing under it";

/// That a level which says something states no number.
pub const NO_NUMBER: &str = "no number";

/// What kind of scale a chart has, if it is not the usual one.
pub const LOGARITHMIC: &str = "on a logarithmic scale";

impl<'a> TraceReport<'a> {
    /// A topic or row of some levels.
    #[must_use]
    pub fn new(levels: &'a Levels, thread: Thread) -> Self {
        let rows = levels.rows(thread);
        let mut around = levels.path(thread);
        around.pop();
        let traced = Traced { levels, thread: Some(thread), wanted: None, rows: &rows };
        traced.report(levels.name(thread), around)
    }

    /// What the levels say of something in rows of any topics, under a title.
    #[must_use]
    pub fn gathered(levels: &'a Levels, title: &'a str, rows: &[Thread], wanted: &Wanted) -> Self {
        let rows: Vec<_> = rows.iter().flat_map(|row| levels.rows(*row)).collect();
        Traced { levels, thread: None, wanted: Some(wanted), rows: &rows }.report(title, Vec::new())
    }

    /// Whatever can be traced.
    #[must_use]
    pub fn of(levels: &'a Levels, traced: Traceable) -> Self {
        match traced {
            Traceable::Thread(thread) => Self::new(levels, thread),
            Traceable::Alias(alias) => {
                let wanted = Wanted::Alias(alias);
                let all = levels.distinct(&levels.saying(&wanted));
                let rows: Vec<Thread> = all.into_iter().map(|(row, _)| row).collect();
                Self::gathered(levels, alias.title(), &rows, &wanted)
            }
        }
    }
}

impl<'a> Chart<'a> {
    /// Between which levels it differs most, with its title.
    #[must_use]
    pub fn jump_line(&self) -> Option<String> {
        let jump = self.jump.as_ref()?.words();
        Some(if self.title.is_empty() { jump } else { format!("{}: {jump}", self.title) })
    }

    /// Of several, the one that most levels state and that has the largest jump.
    #[must_use]
    pub fn most_telling(charts: &[Self]) -> Option<usize> {
        let all = charts.iter().enumerate();
        let more = |one: &Self, than: &Self| one.series.tells_more(&than.series);
        all.reduce(|most, it| if more(it.1, most.1) { it } else { most }).map(|(at, _)| at)
    }

    /// Whether it is drawn on a logarithmic scale.
    #[must_use]
    pub fn is_logarithmic(&self) -> bool {
        self.series.scale().is_some_and(|scale| scale.logarithmic)
    }

    /// What a level states.
    #[must_use]
    pub fn said(&self, column: usize) -> ChartWords<'_> {
        match (self.series.values.get(column), self.row.cells.get(column)) {
            (Some(stated), _) => ChartWords::Number(&stated.words),
            (None, Some(_)) => ChartWords::NoNumber,
            (None, None) => ChartWords::Nothing,
        }
    }
}

impl LevelTrace<'_> {
    /// What there is to say in place of texts: that there is nothing, or a heading alone.
    #[must_use]
    pub fn remark(&self) -> Option<&'static str> {
        match (self.spot, self.texts.is_empty()) {
            (None, _) => Some(NOTHING_ON_THIS),
            (Some(_), true) => Some(HEADING_ALONE),
            (Some(_), false) => None,
        }
    }
}

impl TraceText<'_> {
    /// Which level it is compared with, if that is not the one before.
    #[must_use]
    pub fn since_words(&self) -> Option<String> {
        self.since.map(|since| format!("(since {since})"))
    }
}

struct Traced<'a, 'r> {
    levels: &'a Levels,
    /// What the rows are of, if it is one topic or row.
    thread: Option<Thread>,
    /// What the items must mention, if the rows are from several topics.
    wanted: Option<&'r Wanted>,
    rows: &'r [(usize, &'a LevelRow)],
}

impl<'a> Traced<'a, '_> {
    fn report(&self, title: &'a str, around: Vec<&'a str>) -> TraceReport<'a> {
        let columns = 0..self.levels.subjects.len();
        TraceReport {
            title,
            around,
            charts: self.charts(),
            levels: columns.map(|column| self.level(column)).collect(),
            is_row: self.is_row(),
        }
    }

    fn is_row(&self) -> bool {
        self.thread.is_some_and(|thread| thread.row.is_some())
    }

    fn charts(&self) -> Vec<Chart<'a>> {
        let own = self.is_row();
        // Among many rows a number without a name says nothing.
        let rows = self.rows.iter().filter(|(_, row)| own || row.key.is_some());
        let series = rows
            .flat_map(|(_, row)| row.series().into_iter().map(move |series| (*row, series)))
            .take(MOST_CHARTS);
        let chart = |(row, series): (&'a LevelRow, Series)| {
            let name = row.key.as_deref().filter(|_| !own);
            let title: Vec<&str> = name.into_iter().chain(series.of()).collect();
            let jump = Jump::new(self.levels, &series);
            Chart { title: title.join(": "), series, jump, row }
        };
        series.map(chart).collect()
    }

    fn level(&self, column: usize) -> LevelTrace<'a> {
        let before = (0..column).rev().find(|at| self.cells(*at).next().is_some());
        let mut around = self.thread.map(|thread| thread.topic);
        let texts = self.cells(column).map(|(topic, cell)| {
            let is_new = around.replace(topic) != Some(topic);
            let under = is_new.then(|| self.levels.topics[topic].title.as_str());
            TraceText { under, ..self.text(cell, before) }
        });
        let texts: Vec<TraceText<'a>> = texts.collect();
        let counts = match before {
            Some(before) if !texts.is_empty() && !self.is_row() => self.counts(column, before),
            _ => Vec::new(),
        };
        let first = || self.cells(column).next().map(|(_, cell)| &cell.part.spot);
        let spot = match self.thread {
            Some(thread) => self.levels.spot(thread, column),
            None => first(),
        };
        LevelTrace { name: &self.levels.names[column], spot, counts, texts }
    }

    /// What a level says, each text with its topic.
    fn cells(&self, column: usize) -> impl Iterator<Item = (usize, &'a LevelCell)> {
        let speaks = |cell: &LevelCell| self.wanted.is_none_or(|it| it.is_in(&cell.part.spot.text));
        let cells = self.rows.iter();
        let cells = cells.filter_map(move |(topic, row)| Some((*topic, row.cells.get(column)?)));
        cells.filter(move |(_, cell)| speaks(cell))
    }

    fn text(&self, cell: &'a LevelCell, before: Option<usize>) -> TraceText<'a> {
        let sign = match cell.kind {
            Kind::Same => ("=", "same"),
            Kind::Changed => ("~", "changed"),
            Kind::Left | Kind::Right => ("+", "new"),
        };
        let since = cell.before.filter(|than| Some(*than) != before);
        let name = self.thread.map(|thread| self.levels.name(thread));
        let is_title = name.is_some() && cell.part.key.as_deref() == name;
        TraceText {
            under: None,
            cell,
            key_apart: self.is_row() && is_title,
            sign: before.map(|_| sign),
            since: since.map(|than| self.levels.names[than].as_str()),
        }
    }

    /// `before` is the level before that says anything here.
    fn counts(&self, column: usize, before: usize) -> Vec<TraceCount> {
        if let Some(thread) = self.thread {
            return counts(self.levels, thread, column, before);
        }
        // Other rows may have the missing items, so none counts as dropped.
        let cells: Vec<&LevelCell> = self.cells(column).map(|(_, cell)| cell).collect();
        counts_of(&cells, 0, before)
    }
}
