//! Three roles or more side by side: what is counted, left out and said of whom.

use crate::compare::{Kind, LevelRow, LevelTopic, Levels};

/// What there is to say of several roles side by side.
#[derive(Debug, Clone)]
pub struct LevelsReport<'a> {
    /// The roles, and all that they say.
    pub levels: &'a Levels,
    /// How many rows stand how to each other.
    pub counts: RowCounts,
    /// The topics that are shown, in reading order.
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
    /// What the roles are called that say nothing here, where others do.
    pub silent: Vec<&'a str>,
    /// The rows that are shown.
    pub rows: Vec<&'a LevelRow>,
    /// How many rows are left out, since all roles have them alike.
    pub left_out: usize,
}

impl<'a> LevelsReport<'a> {
    /// All of it, or only what differs.
    #[must_use]
    pub fn new(levels: &'a Levels, only_differences: bool) -> Self {
        let shown = |at: &usize| !only_differences || levels.differs(*at);
        let topics = (0..levels.topics.len()).filter(shown);
        let topics = topics.map(|at| topic(levels, at, only_differences)).collect();
        Self { levels, counts: counts(levels), topics }
    }
}

impl RowCounts {
    /// Each in words, in the order in which they are told.
    #[must_use]
    pub fn words(self) -> [String; 3] {
        let Self { differently, some, same } = self;
        [
            format!("{differently} in all, differently"),
            format!("{some} only in some"),
            format!("{same} the same in all"),
        ]
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

/// How a row stands: its sign, and the word for it.
#[must_use]
pub fn row_sign(row: &LevelRow) -> (&'static str, &'static str) {
    if row.is_same() {
        (Kind::Same.sign(), "same")
    } else if row.cells.is_full() {
        (Kind::Changed.sign(), "changed")
    } else {
        (SOME, "only in some")
    }
}

/// That some roles say nothing; nothing where all of them speak.
#[must_use]
pub fn silence(silent: &[&str]) -> Option<String> {
    (!silent.is_empty()).then(|| format!("{NOTHING_HERE}{}", silent.join(", ")))
}

/// What stands before the names of those that say nothing.
pub const NOTHING_HERE: &str = "nothing here for ";

fn counts(levels: &Levels) -> RowCounts {
    let rows = || levels.topics.iter().flat_map(|topic| &topic.rows);
    let same = rows().filter(|row| row.is_same()).count();
    let all = rows().filter(|row| row.cells.is_full()).count();
    RowCounts { differently: all - same, some: rows().count() - all, same }
}

fn topic(levels: &Levels, at: usize, only_differences: bool) -> LevelTopicReport<'_> {
    let topic = &levels.topics[at];
    let shown = |row: &&LevelRow| !(only_differences && row.is_same());
    let rows: Vec<&LevelRow> = topic.rows.iter().filter(shown).collect();
    let with_inner = std::iter::once(at).chain(levels.inside(at));
    let all = with_inner.flat_map(|at| &levels.topics[at].rows);
    LevelTopicReport {
        at,
        topic,
        kind: if levels.differs(at) { Kind::Changed } else { Kind::Same },
        differences: all.filter(|row| !row.is_same()).count(),
        silent: silent(levels, topic),
        left_out: topic.rows.len() - rows.len(),
        rows,
    }
}

fn silent<'a>(levels: &'a Levels, topic: &LevelTopic) -> Vec<&'a str> {
    let count = levels.names.len();
    let silent = (0..count).filter(|column| !topic.has(*column));
    let names: Vec<&str> = silent.map(|column| levels.names[column].as_str()).collect();
    if names.len() < count { names } else { Vec::new() }
}
