//! What changed in the items of a level between two versions, as short as a pull request needs it.

use std::path::Path;

use super::excerpt::excerpt;
use super::findings::path_from;
use super::words::number;
use crate::compare::{LevelChange, Part, Shift, ShiftedText};
use crate::model::Text;

/// The most items of a level that are shown.
const MOST_OF_LEVEL: usize = 8;

/// The most items of all levels together: a comment on a pull request must be short.
const MOST: usize = 60;

/// What became of the texts of a level.
#[derive(Debug, Clone)]
pub struct LevelShifts<'a> {
    /// The level.
    pub change: &'a LevelChange<'a>,
    /// What is shown of it as a whole, if only one version has it.
    pub whole: Option<String>,
    /// The texts that are shown, by kind of change.
    pub told: Vec<ToldShift>,
    /// How many more there are of each kind.
    pub more: Option<String>,
}

/// What became of a text.
#[derive(Debug, Clone, PartialEq)]
pub struct ToldShift {
    /// What became of it.
    pub shift: Shift,
    /// The new text, or the old one if the item is gone. A long text is cut; changed words are bold.
    pub text: Text,
    /// The old text, if it changed.
    pub was: Option<Text>,
    /// The file and line, and the version if it is not the newer one.
    pub place: String,
}

/// Where a version of a ladder is.
#[derive(Debug, Clone, Copy)]
pub(super) struct VersionPlace<'a> {
    /// Its folder, as seen from the current one.
    pub(super) root: &'a Path,
    /// The revision, if it is not the version on disk.
    pub(super) version: Option<&'a str>,
}

/// Reports what changed in the items of some levels. `places` are where the two versions are.
pub(super) fn shifts<'a>(
    changes: impl Iterator<Item = &'a LevelChange<'a>>,
    places: [VersionPlace<'_>; 2],
) -> Vec<LevelShifts<'a>> {
    let mut room = MOST;
    let mut level = |change: &'a LevelChange<'a>| {
        let whole = whole(change, places);
        let all = if whole.is_some() { Vec::new() } else { change.comparison.shifted() };
        let (shown, rest) = all.split_at(all.len().min(MOST_OF_LEVEL).min(room));
        room -= shown.len();
        let told = shown.iter().map(|text| told(text, places)).collect();
        LevelShifts { change, whole, told, more: more(shown.is_empty(), rest) }
    };
    changes.map(&mut level).collect()
}

/// That only one version has a level, how much it says, and where.
fn whole(change: &LevelChange, [then, now]: [VersionPlace<'_>; 2]) -> Option<String> {
    let counts = change.comparison.counts();
    let (role, count, word, place) = match (change.then, change.now) {
        (None, Some(role)) => (role, counts.right, "new", now),
        (Some(role), None) => (role, counts.left, "gone", then),
        _ => return None,
    };
    let place = place.of(&role.document.file, role.document.line);
    Some(format!("{word}, with {} ({place})", number(count, "item")))
}

fn told(text: &ShiftedText, [then, now]: [VersionPlace<'_>; 2]) -> ToldShift {
    let (left, right) = (text.pair.left.as_ref(), text.pair.right.as_ref());
    let of = |part: &Part, place: VersionPlace| {
        (excerpt(part), place.of(&part.spot.file, part.spot.line))
    };
    let was = left.filter(|_| right.is_some()).map(excerpt);
    let now = right.map(|part| of(part, now));
    let (shown, place) = now.or_else(|| left.map(|part| of(part, then))).unwrap_or_default();
    ToldShift { shift: text.shift, text: shown, was, place }
}

impl VersionPlace<'_> {
    /// Where a line of it is: "levels/senior.md:12 in main".
    fn of(self, file: &str, line: usize) -> String {
        let version = self.version.map_or(String::new(), |version| format!(" in {version}"));
        format!("{}:{line}{version}", path_from(self.root, file))
    }
}

/// How many texts there are of each kind: "and 3 more: 1 changed, 2 reworded".
fn more(are_all: bool, rest: &[ShiftedText]) -> Option<String> {
    let kinds = rest.chunk_by(|a, b| a.shift == b.shift);
    let kinds = kinds.map(|kind| format!("{} {}", kind.len(), kind[0].shift.word()));
    let kinds = kinds.collect::<Vec<_>>().join(", ");
    match rest.len() {
        0 => None,
        _ if are_all => Some(kinds),
        count => Some(format!("and {count} more: {kinds}")),
    }
}
