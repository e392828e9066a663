//! Tracks as matrices: their levels across, their topics down.

use crate::compare::{self, Comparer, LevelRow, Levels, MatrixCell, Part, Thread};
use crate::model::{Ladder, TrackId};

/// What there is to say of some tracks at a glance.
#[derive(Debug, Clone)]
pub struct OverviewReport<'a> {
    /// The ladder.
    pub ladder: &'a Ladder,
    /// The tracks, one by one.
    pub tracks: Vec<MatrixReport<'a>>,
}

/// A track as a matrix.
#[derive(Debug, Clone)]
pub struct MatrixReport<'a> {
    /// The title of the track.
    pub title: &'a str,
    /// Its levels, the lowest first.
    pub levels: Levels,
    /// The topics and rows that are shown, from top to bottom.
    pub rows: Vec<Thread>,
}

/// A row of a matrix.
#[derive(Debug, Clone)]
pub struct MatrixRow<'a> {
    /// What to call it.
    pub name: &'a str,
    /// How deep it [nests](nesting).
    pub depth: usize,
    /// What each level says.
    pub cells: Vec<MatrixCell<'a>>,
    /// The row of the topic, where it is not the topic itself.
    pub row: Option<&'a LevelRow>,
}

/// A level that says nothing where one before it and one behind it do.
pub const MATRIX_GAP: &str = "gap";

/// A heading with nothing under it, in the cell of a matrix.
pub const MATRIX_EMPTY: &str = "empty";

impl<'a> OverviewReport<'a> {
    /// Some tracks of a ladder: with the items where they are asked for, or where there is little
    /// else.
    #[must_use]
    pub fn new(ladder: &'a Ladder, tracks: &[TrackId], items: bool) -> Self {
        let comparer = Comparer::new(ladder);
        let matrix = |track: &TrackId| {
            let subjects = compare::track_subjects(ladder, *track);
            let levels = compare::align_levels_by(&comparer, &subjects);
            let rows = levels.matrix(|_| items || levels.is_flat());
            MatrixReport { title: &ladder.track(*track).title, levels, rows }
        };
        Self { ladder, tracks: tracks.iter().map(matrix).collect() }
    }
}

impl<'a> MatrixRow<'a> {
    /// A topic of some levels, or a row of it.
    #[must_use]
    pub fn new(levels: &'a Levels, thread: Thread) -> Self {
        let topic = &levels.topics[thread.topic];
        let columns = 0..levels.subjects.len();
        Self {
            name: levels.name(thread),
            depth: nesting(levels, thread),
            cells: columns.map(|column| levels.cell(thread, column)).collect(),
            row: thread.row.map(|row| &topic.rows[row]),
        }
    }

    /// Whether the name of the row says the key of a text already.
    #[must_use]
    pub fn has_key_of(&self, part: &Part) -> bool {
        self.row.is_some_and(|row| row.key.is_some() && row.key == part.key)
    }

    /// What a level says in words, beside the name of the row.
    #[must_use]
    pub fn words(&self, part: &Part) -> String {
        if self.has_key_of(part) { part.text.to_plain() } else { part.spot.text.clone() }
    }
}

/// How deep a topic nests, 0 for the outermost, or a row, which is one deeper than its topic.
#[must_use]
pub fn nesting(levels: &Levels, thread: Thread) -> usize {
    levels.topics[thread.topic].depth.saturating_sub(1) + usize::from(thread.row.is_some())
}

/// What the signs of a matrix mean, where `nothing` stands for nothing.
#[must_use]
pub fn legend(nothing: &str) -> [String; 5] {
    [
        format!("{nothing} nothing"),
        format!("{MATRIX_GAP}: nothing, though levels below and above have it"),
        "= as the level before".to_owned(),
        "4: so many texts, the first of them".to_owned(),
        format!("{MATRIX_EMPTY}: a heading alone"),
    ]
}
