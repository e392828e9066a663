//! The changes between two versions of a ladder, level by level.

use super::comparison::speak_comparison;
use super::spoken::{Speech, SpokenSection, spoken};
use crate::model::{Block, Section};
use crate::report::{ComparisonReport, Folds, LadderChanges, Only};

/// The changes. The first section says what became of each level; each level that changed is a section, with its
/// topics behind it.
#[must_use]
pub fn speak_versions(changes: &LadderChanges, only: Only, place: String) -> Speech {
    let mut summary = SpokenSection::default();
    summary.say([changes.totals.clone()]);
    summary.say(changes.doubt.clone());
    for track in &changes.tally.sections {
        summary.say([format!("{}:", spoken(&track.title))]);
        summary.say(became(track));
    }
    let mut sections = vec![summary];
    for level in changes.shown(only) {
        let mut section = SpokenSection::new(&level.label, 1);
        section.remark.clone_from(&level.became);
        sections.push(section);
        let report = ComparisonReport::new(&level.comparison, only, Folds::default());
        let topics = speak_comparison(&report, String::new()).sections.into_iter().skip(1);
        sections.extend(topics.map(|topic| SpokenSection { depth: topic.depth + 1, ..topic }));
    }
    Speech { place, noun: "part", sections }
}

/// What became of the levels of a track: the cells behind the sign.
fn became(track: &Section) -> impl Iterator<Item = String> {
    let tables = track.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let rows = tables.flat_map(|table| &table.rows);
    rows.map(|row| row.cells.iter().skip(1).map(spoken).collect::<Vec<_>>().join(": "))
}
