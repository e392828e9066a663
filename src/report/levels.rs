//! Three or more roles in columns: what is counted, what is not shown, and what each role says.

use super::folds::Folds;
use super::only::Only;
use super::reasons::{is_unlike, level_reasons, unlike};
use super::words::{is_left_out, unchanged, way_up_title};
use crate::compare::{Kind, LevelRow, LevelTopic, Levels, Reason, UNCHANGED};

/// What there is to say of several roles side by side.
#[derive(Debug, Clone)]
pub struct LevelsReport<'a> {
    /// The roles, and all that they say.
    pub levels: &'a Levels,
    /// How many rows are changed, in some roles only, or unchanged.
    pub counts: RowCounts,
    /// What of it is left out at the end.
    pub notes: Vec<String>,
    /// The topics that are shown, in reading order.
    pub topics: Vec<LevelTopicReport<'a>>,
    /// What is behind them.
    pub rest: Option<LevelsRest<'a>>,
}

/// What pages say of promotion to other levels.
#[derive(Debug, Clone)]
pub struct LevelsRest<'a> {
    /// The heading over it, which says how much it is.
    pub title: String,
    /// Whether it is folded to that heading.
    pub is_folded: bool,
    /// The topics, in reading order.
    pub topics: Vec<LevelTopicReport<'a>>,
}

/// How many rows all roles have alike, all have differently, or only some have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowCounts {
    /// All roles have them, not all alike.
    pub differently: usize,
    /// Not all roles have them.
    pub some: usize,
    /// All roles have them alike.
    pub same: usize,
}

/// A topic of several roles.
#[derive(Debug, Clone)]
pub struct LevelTopicReport<'a> {
    /// Its number among all topics.
    pub at: usize,
    /// Its heading, how deep it nests, and all of its rows.
    pub topic: &'a LevelTopic,
    /// [`Kind::Changed`] where the roles differ in it or in what nests in it, else [`Kind::Same`].
    pub kind: Kind,
    /// How many rows differ in it and in what nests in it.
    pub differences: usize,
    /// The names of the roles that say nothing here although others do.
    pub silent: Vec<&'a str>,
    /// The rows that are shown.
    pub rows: Vec<&'a LevelRow>,
    /// Why its sections correspond, or the only one is unmatched, if that was asked.
    pub why: Option<String>,
    /// That nothing comes near several of its texts, which have no reason of their own then.
    pub unlike: Option<String>,
    /// How many rows are left out.
    pub left_out: usize,
}

impl<'a> LevelsReport<'a> {
    /// All of it or some: of several roles the first is the left one, and the last the right one.
    #[must_use]
    pub fn new(levels: &'a Levels, only: Only, folds: Folds<'_>) -> Self {
        let (ways_up, own): (Vec<usize>, Vec<usize>) =
            (0..levels.topics.len()).partition(|at| levels.topics[*at].is_way_up);
        let topics = |topics: &[usize]| {
            let shown = topics.iter().filter(|at| shows_topic(levels, **at, only));
            shown.map(|at| topic(levels, *at, only)).collect()
        };
        let rows = ways_up.iter().map(|at| levels.topics[*at].rows.len()).sum();
        let title = way_up_title(rows);
        let (mut notes, mut rest) = (Vec::new(), None);
        match only {
            Only::All => {
                rest = title.map(|title| LevelsRest {
                    title,
                    is_folded: !folds.opens_rest,
                    topics: topics(&ways_up),
                });
            }
            _ => {
                let compared = own.iter().flat_map(|at| &levels.topics[*at].rows);
                let differ = compared.filter(|row| !row.is_same());
                let shown = differ.clone().filter(|row| shows(row, only)).count();
                if let (Some(first), Some(last)) = (levels.names.first(), levels.names.last()) {
                    notes.extend(only.share([first, last], shown, differ.count()));
                }
                notes.extend(title.as_deref().map(is_left_out));
            }
        }
        Self { levels, counts: counts(levels), notes, topics: topics(&own), rest }
    }
}

impl LevelTopicReport<'_> {
    /// Why the texts of a row correspond, or the only one is unmatched.
    #[must_use]
    pub fn row_why(&self, levels: &Levels, row: &LevelRow) -> Option<String> {
        let told_once = self.unlike.is_some() && is_unlike(lone_reasons(row));
        if told_once { None } else { level_reasons(levels, &row.why) }
    }

    /// How many rows are left out that all roles have alike; none if others are left out too.
    #[must_use]
    pub fn same_left_out(&self) -> usize {
        let same = self.topic.rows.iter().filter(|row| row.is_same()).count();
        if self.left_out == same { same } else { 0 }
    }
}

impl RowCounts {
    /// Each in words, in the order in which they are shown.
    #[must_use]
    pub fn words(self) -> [String; 3] {
        let Self { differently, some, same } = self;
        [format!("{differently} changed"), format!("{some} only in some"), unchanged(same)]
    }

    /// The same in one line, each behind its sign.
    #[must_use]
    pub fn line(self) -> String {
        let signs = [Kind::Changed.sign(), SOME, Kind::Same.sign()];
        let signed = signs.iter().zip(self.words()).map(|(sign, words)| format!("{sign} {words}"));
        signed.collect::<Vec<_>>().join("   ")
    }
}

/// The sign of what only some of the roles have.
pub const SOME: &str = "+";

/// The kind of a row: its sign and the word for it.
#[must_use]
pub fn row_sign(row: &LevelRow) -> (&'static str, &'static str) {
    if row.is_same() {
        (Kind::Same.sign(), UNCHANGED)
    } else if row.cells.is_full() {
        (Kind::Changed.sign(), "changed")
    } else {
        (SOME, "only in some")
    }
}

/// Which roles say nothing; `None` if all of them say something.
#[must_use]
pub fn silence(silent: &[&str]) -> Option<String> {
    (!silent.is_empty()).then(|| format!("{NOTHING_HERE}{}", silent.join(", ")))
}

/// The words before the names of the roles that say nothing.
pub const NOTHING_HERE: &str = "not in ";

fn counts(levels: &Levels) -> RowCounts {
    let topics = || levels.topics.iter().filter(|topic| !topic.is_way_up);
    let rows = || topics().flat_map(|topic| &topic.rows);
    let same = rows().filter(|row| row.is_same()).count();
    let all = rows().filter(|row| row.cells.is_full()).count();
    RowCounts { differently: all - same, some: rows().count() - all, same }
}

/// Whether a row is shown.
fn shows(row: &LevelRow, only: Only) -> bool {
    match only {
        Only::All => true,
        Only::Differences => !row.is_same(),
        Only::Right => {
            let last = row.cells.columns().saturating_sub(1);
            row.cells.get(last).is_some_and(|cell| cell.kind != Kind::Same)
        }
        Only::Left => row.lone() == Some(0),
    }
}

/// Whether a topic is shown, or one that nests in it.
fn shows_topic(levels: &Levels, at: usize, only: Only) -> bool {
    let mut all = std::iter::once(at).chain(levels.inside(at)).map(|at| &levels.topics[at]);
    match only {
        Only::All => true,
        Only::Differences => levels.differs(at),
        Only::Right | Only::Left => all.any(|topic| topic.rows.iter().any(|row| shows(row, only))),
    }
}

fn topic(levels: &Levels, at: usize, only: Only) -> LevelTopicReport<'_> {
    let topic = &levels.topics[at];
    let rows: Vec<&LevelRow> = topic.rows.iter().filter(|row| shows(row, only)).collect();
    let with_inner = std::iter::once(at).chain(levels.inside(at));
    let all = with_inner.flat_map(|at| &levels.topics[at].rows);
    LevelTopicReport {
        at,
        topic,
        why: level_reasons(levels, &topic.why),
        unlike: unlike(topic.rows.iter().map(lone_reasons)),
        kind: if levels.differs(at) { Kind::Changed } else { Kind::Same },
        differences: all.filter(|row| !row.is_same()).count(),
        silent: silent(levels, topic),
        left_out: topic.rows.len() - rows.len(),
        rows,
    }
}

/// Why the only text of a row is unmatched.
fn lone_reasons(row: &LevelRow) -> &[Reason] {
    match row.why.as_slice() {
        [only] => &only.reasons,
        _ => &[],
    }
}

fn silent<'a>(levels: &'a Levels, topic: &LevelTopic) -> Vec<&'a str> {
    let count = levels.names.len();
    let silent = (0..count).filter(|column| !topic.has(*column));
    let names: Vec<&str> = silent.map(|column| levels.names[column].as_str()).collect();
    if names.len() < count { names } else { Vec::new() }
}
