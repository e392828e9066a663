//! A track, topic by topic: what each level says of it in a few words. A cell in full.

use super::pairs::pair;
use super::spoken::{Speech, SpokenItem, SpokenSection, capital, one_line};
use crate::compare::{Direction, Levels};
use crate::report::{
    CellReport, GAP_IN_FULL, HEADING_ALONE, MATRIX_WAY_UP, MatrixCell, MatrixRow, SAME_AS_BEFORE,
    ToldCell,
};

/// Rows of a matrix. The first section names the levels, the others are the rows.
#[must_use]
pub fn speak_overview(levels: &Levels, rows: &[MatrixRow], place: String) -> Speech {
    let mut whole = SpokenSection::default();
    whole.say([format!("Levels: {}.", levels.names.join(", "))]);
    let sections = std::iter::once(whole).chain(rows.iter().map(|it| row(levels, it))).collect();
    Speech { place, noun: "row", sections }
}

fn row(levels: &Levels, row: &MatrixRow) -> SpokenSection {
    let mut section = SpokenSection::new(&row.name, row.depth + 1);
    if row.is_way_up {
        section.remark = MATRIX_WAY_UP.to_lowercase();
    }
    let lines = levels.names.iter().enumerate().map(|(column, name)| {
        let words = row.cells.get(column).map_or("nothing".to_owned(), |cell| said(row, cell));
        let spot = levels.spot(row.thread, column).map(|spot| (spot.document, spot.line));
        SpokenItem { lines: vec![format!("{name}: {words}")], spots: spot.into_iter().collect() }
    });
    section.items = lines.collect();
    section
}

/// What a level says, in a few words.
fn said(row: &MatrixRow, cell: &MatrixCell) -> String {
    match &cell.told {
        ToldCell::Gap => GAP_IN_FULL.to_owned(),
        ToldCell::Empty => HEADING_ALONE.to_owned(),
        ToldCell::Same => SAME_AS_BEFORE.to_owned(),
        ToldCell::Counts(counts) if counts.is_empty() => cell.count(),
        ToldCell::Counts(counts) => {
            let counts = counts.iter().map(|count| format!("{} {}", count.count, count.words));
            counts.collect::<Vec<_>>().join(", ")
        }
        ToldCell::Text { direction, words, .. } => {
            let way = match direction {
                Some(Direction::Up) => ", a number rises",
                Some(Direction::Down) => ", a number falls",
                None => "",
            };
            let of =
                if row.counts(cell) { format!(", of {}", cell.count()) } else { String::new() };
            format!("{}{way}{of}", one_line(words))
        }
    }
}

/// A cell in full, beside what the nearest level before it says.
#[must_use]
pub fn speak_cell(report: &CellReport<'_>) -> Vec<String> {
    let path: Vec<String> = report.path.iter().map(|it| one_line(it)).collect();
    let since = report.before.map_or(String::new(), |before| format!(", compared with {before}"));
    let mut lines = vec![format!("{} in {}{since}.", report.level, path.join(", "))];
    if !report.has_own() {
        // Its remark is words and no counts then.
        lines.push(format!("{}.", capital(&report.remark)));
    }
    let names = [report.before.unwrap_or_default(), report.level];
    for group in &report.groups {
        lines.extend(group.title.map(|title| format!("In {}:", one_line(title))));
        lines.extend(group.reports().into_iter().flat_map(|it| pair(it, names).lines));
    }
    lines
}
