//! One topic or row, level by level.

use super::pairs::{marked, whole};
use super::spoken::{Speech, SpokenItem, SpokenSection, capital, one_line, spoken};
use crate::compare::Kind;
use crate::report::{Chart, ChartWords, LevelTrace, NO_NUMBER, TraceReport, TraceText};

/// A trace. The first section has its numbers, the others are the levels, the lowest first.
#[must_use]
pub fn speak_trace(report: &TraceReport<'_>, place: String) -> Speech {
    let mut whole = SpokenSection::default();
    if !report.around.is_empty() {
        let around: Vec<String> = report.around.iter().map(|it| one_line(it)).collect();
        whole.say([format!("In {}.", around.join(", "))]);
    }
    for it in &report.charts {
        whole.say([chart(it, &report.levels)]);
        whole.say(it.jump.as_ref().map(|jump| format!("{}.", capital(&jump.words()))));
    }
    let sections = std::iter::once(whole).chain(report.levels.iter().map(level)).collect();
    Speech { place, noun: "level", sections }
}

/// The numbers of the levels, in one line.
fn chart(chart: &Chart<'_>, levels: &[LevelTrace<'_>]) -> String {
    let said = |(at, level): (usize, &LevelTrace<'_>)| match chart.said(at) {
        ChartWords::Number(words) => Some(format!("{} {}", level.name, one_line(words))),
        ChartWords::NoNumber => Some(format!("{} {NO_NUMBER}", level.name)),
        ChartWords::Nothing => None,
    };
    let numbers: Vec<String> = levels.iter().enumerate().filter_map(said).collect();
    let title = if chart.title.is_empty() { "Numbers" } else { &chart.title };
    format!("{}: {}.", one_line(title), numbers.join("; "))
}

fn level(level: &LevelTrace<'_>) -> SpokenSection {
    let mut section = SpokenSection::new(level.name, 1);
    let counts = level.counts.iter().map(|count| format!("{} {}", count.count, count.words));
    let counts: Vec<String> = counts.collect();
    section.remark = level.remark().map_or(counts.join(", "), str::to_owned);
    for it in &level.texts {
        section.say(it.under.map(|under| format!("In {}:", one_line(under))));
        section.items.push(text(it));
    }
    section
}

fn text(text: &TraceText<'_>) -> SpokenItem {
    let part = &text.cell.part;
    let words = if text.key_apart { spoken(&part.text) } else { whole(part) };
    let sign = text.sign.map_or(String::new(), |(_, word)| format!("{}: ", capital(word)));
    let since = text.since_words().map_or(String::new(), |since| format!(" {since}"));
    let mut lines = vec![format!("{sign}{words}{since}")];
    if text.sign.is_some() && text.cell.kind == Kind::Changed {
        lines.extend(marked(part).map(|words| format!("Added: {words}")));
    }
    SpokenItem { lines, spots: vec![(part.spot.document, part.spot.line)] }
}
