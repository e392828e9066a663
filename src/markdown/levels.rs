//! Several roles side by side: a table for each topic, a column for each role.

use super::escape::{cell, escaped};
use crate::compare::{LevelCell, LevelRow, Levels};
use crate::report::{LevelTopicReport, LevelsReport, left_out, row_sign, silence};

/// Several roles side by side.
#[must_use]
pub fn levels(report: &LevelsReport<'_>) -> String {
    let names: Vec<String> = report.levels.names.iter().map(|name| cell(name)).collect();
    let counts = report.counts.words().join("; ");
    let mut text = format!("# {}\n\n{counts}.\n", names.join(" \\| "));
    for note in &report.notes {
        text.push_str(&format!("\n{}\n", escaped(note)));
    }
    report.topics.iter().for_each(|it| text.push_str(&topic(report.levels, it, &names)));
    if let Some(rest) = &report.rest {
        text.push_str(&format!("\n## {}\n", escaped(&rest.title)));
        let open = rest.topics.iter().filter(|_| !rest.is_folded);
        open.for_each(|it| text.push_str(&topic(report.levels, it, &names)));
    }
    text
}

fn topic(levels: &Levels, report: &LevelTopicReport<'_>, names: &[String]) -> String {
    let hashes = "#".repeat((report.topic.depth + 1).min(6));
    let mut text = format!("\n{hashes} {}\n", escaped(&report.topic.title));
    if let Some(words) = silence(&report.silent) {
        text.push_str(&format!("\n*{}*\n", escaped(&words)));
    }
    for why in report.why.iter().chain(&report.unlike) {
        text.push_str(&format!("\n*why: {}*\n", escaped(why)));
    }
    let why = |row| report.row_why(levels, row);
    let has_why = report.rows.iter().any(|row| why(row).is_some());
    if !report.rows.is_empty() {
        let (head, columns) = if has_why { (" why |", 3) } else { ("", 2) };
        let rule = " --- |".repeat(names.len() + columns);
        text.push_str(&format!("\n| | | {} |{head}\n|{rule}\n", names.join(" | ")));
    }
    for it in &report.rows {
        let why = has_why.then(|| format!(" {} |", cell(&why(it).unwrap_or_default())));
        text.push_str(&format!("{}{}\n", row(it), why.unwrap_or_default()));
    }
    if let Some(words) = left_out(report.same_left_out()) {
        text.push_str(&format!("\n{words}\n"));
    }
    text
}

fn row(row: &LevelRow) -> String {
    let keyed = row.has_one_key();
    let words = |it: Option<&LevelCell>| match it {
        Some(it) if keyed => cell(it.part.text.as_str()),
        Some(it) => cell(&it.part.spot.text),
        None => String::new(),
    };
    let cells: Vec<String> = row.cells.all().map(words).collect();
    let key = row.key.as_ref().filter(|_| keyed);
    let key = key.map_or(String::new(), |key| format!("**{}**", cell(key)));
    format!("| {} | {key} | {} |", row_sign(row).0, cells.join(" | "))
}
