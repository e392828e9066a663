//! Three roles or more, topic by topic.

use super::pairs::{left_out, whole};
use super::spoken::{Speech, SpokenItem, SpokenSection, capital, one_line, spoken};
use crate::compare::{Kind, LevelCell, LevelRow, Levels};
use crate::report::{LevelTopicReport, LevelsReport, row_sign, silence};

/// Several roles. The first section is the summary.
#[must_use]
pub fn speak_levels(report: &LevelsReport<'_>, place: String) -> Speech {
    let mut summary = SpokenSection::default();
    summary.say([format!("{}.", report.counts.words().join(", "))]);
    summary.say(report.notes.iter().cloned());
    let mut sections = vec![summary];
    let levels = report.levels;
    sections.extend(report.topics.iter().map(|it| topic(levels, it)));
    if let Some(rest) = &report.rest {
        let mut section = SpokenSection::new(&rest.title, 1);
        if rest.is_folded {
            "folded".clone_into(&mut section.remark);
        }
        sections.push(section);
        let unfolded = rest.topics.iter().filter(|_| !rest.is_folded);
        sections.extend(unfolded.map(|it| topic(levels, it)));
    }
    Speech { place, noun: "topic", sections }
}

fn topic(levels: &Levels, report: &LevelTopicReport<'_>) -> SpokenSection {
    let mut section = SpokenSection::new(&report.topic.title, report.topic.depth);
    section.remark = silence(&report.silent).unwrap_or_default();
    section.say(report.why.iter().chain(&report.unlike).map(|why| format!("Why: {why}.")));
    for it in &report.rows {
        section.items.push(row(levels, it));
        section.say(report.row_why(levels, it).map(|why| format!("Why: {why}.")));
    }
    section.say(left_out(report.same_left_out()));
    section
}

/// What each role says of one thing.
fn row(levels: &Levels, row: &LevelRow) -> SpokenItem {
    let kind = capital(row_sign(row).1);
    let keyed = row.has_one_key();
    let key = row.key.as_deref().filter(|_| keyed).map(one_line);
    let first = row.cells.values().next();
    let lines = match (row.lone(), first) {
        (Some(column), Some(cell)) => {
            vec![format!("Only {}: {}", levels.names[column], whole(&cell.part))]
        }
        (_, Some(cell)) if row.is_same() => vec![format!("{kind}: {}", whole(&cell.part))],
        _ => {
            let head = key.map_or(format!("{kind}:"), |key| format!("{kind}: {key}"));
            std::iter::once(head).chain(cells(levels, row, keyed)).collect()
        }
    };
    let spots = row.cells.values().map(|cell| (cell.part.spot.document, cell.part.spot.line));
    SpokenItem { lines, spots: spots.collect() }
}

/// What each role says; of one that repeats the role before only that.
fn cells<'a>(
    levels: &'a Levels,
    row: &'a LevelRow,
    keyed: bool,
) -> impl Iterator<Item = String> + 'a {
    let words = move |cell: &LevelCell| match keyed {
        true => spoken(&cell.part.text),
        false => whole(&cell.part),
    };
    let said = move |cell: Option<&LevelCell>| match cell {
        None => "nothing".to_owned(),
        Some(LevelCell { kind: Kind::Same, before: Some(before), .. }) => {
            format!("as {}", levels.names[*before])
        }
        Some(cell) => words(cell),
    };
    row.cells.all().zip(&levels.names).map(move |(cell, name)| format!("{name}: {}", said(cell)))
}
