//! Tracks as matrices: their levels across, their topics down.

use super::matrix::{MATRIX_CELLS, MATRIX_EMPTY, MATRIX_GAP, MatrixRow};
use super::trace::HEADING_ALONE;
use crate::compare::{self, Comparer, Direction, Levels};
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
    pub rows: Vec<MatrixRow>,
}

impl<'a> OverviewReport<'a> {
    /// Some tracks of a ladder: with the items if asked for, or if there is little else.
    #[must_use]
    pub fn new(ladder: &'a Ladder, tracks: &[TrackId], items: bool) -> Self {
        let comparer = Comparer::new(ladder);
        let matrix = |track: &TrackId| {
            let subjects = compare::track_subjects(ladder, *track);
            let levels = compare::align_levels_by(&comparer, &subjects);
            let levels = levels.cut(MATRIX_CELLS).unwrap_or(levels);
            let rows = MatrixRow::all(&levels, |_| items || levels.is_flat());
            MatrixReport { title: &ladder.track(*track).title, levels, rows }
        };
        Self { ladder, tracks: tracks.iter().map(matrix).collect() }
    }
}

/// That a level says what the level before it says.
pub const SAME_AS_BEFORE: &str = "same as the level before";

/// What the signs of a matrix mean: of more, of less, and of nothing.
#[must_use]
pub fn legend(more: &str, less: &str, nothing: &str) -> Vec<String> {
    let mut signs = vec![
        format!("{more} {less} a number rises, falls"),
        format!("= {SAME_AS_BEFORE}"),
        "+4 ~2 =1 <3: items new, changed, unchanged, dropped".to_owned(),
    ];
    if !nothing.is_empty() {
        signs.push(format!("{nothing} nothing"));
    }
    signs.push(format!("{MATRIX_GAP}: no item, but a lower and a higher level have one"));
    signs.push(format!("{MATRIX_EMPTY}: {HEADING_ALONE}"));
    signs
}

/// The same in one line, for formats in which an empty cell is blank.
#[must_use]
pub fn legend_line() -> String {
    let [more, less] = [Direction::Up, Direction::Down].map(Direction::sign);
    legend(more, less, "").join(" · ")
}
