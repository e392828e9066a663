//! Topics and rows through the levels.

use super::escape::{cell, escaped};
use crate::report::{
    Chart, DistinctTrace, LevelTrace, TraceCount, TraceReport, TraceText, TracedTrack, TracesReport,
};

/// What was traced.
#[must_use]
pub fn traces(report: &TracesReport<'_>) -> String {
    let traces = report.tracks().flat_map(|track| {
        let traces = report.traces(track);
        let traces = traces.iter().map(|found| trace(track, found)).collect::<Vec<_>>();
        let also = track.also_said().words(" › ");
        traces.into_iter().chain(also.map(|words| format!("{}\n", escaped(&words))))
    });
    traces.collect::<Vec<_>>().join("\n")
}

fn trace(track: &TracedTrack<'_>, found: &DistinctTrace<'_>) -> String {
    let jumps = found.trace.charts.iter().filter_map(Chart::jump_line);
    let jumps: String = jumps.map(|words| format!("\n{}\n", escaped(&words))).collect();
    let path = found.trace.around.iter().chain([&found.trace.title]);
    let path: Vec<String> = path.map(|title| escaped(title)).collect();
    let levels = match found.trace.is_row {
        true => row(&found.trace),
        false => found.trace.levels.iter().map(level).collect(),
    };
    let also = found.same_under(" › ");
    let also = also.map_or(String::new(), |words| format!("\n{}\n", escaped(&words)));
    format!("# {}\n\n{}\n{jumps}{levels}{also}", path.join(" › "), escaped(track.title))
}

/// A line for each level.
fn row(trace: &TraceReport<'_>) -> String {
    let line = |level: &LevelTrace<'_>| {
        let (name, text) = (escaped(level.name), level.texts.first());
        let sign = text.and_then(|text| text.sign).map_or("", |(sign, _)| sign);
        format!("| **{name}** | {sign} | {} |\n", text.map_or(String::new(), words))
    };
    let lines: String = trace.levels.iter().map(line).collect();
    format!("\n| | | |\n| --- | --- | --- |\n{lines}")
}

/// A list for each level.
fn level(level: &LevelTrace<'_>) -> String {
    let mut text = format!("\n## {}\n\n", escaped(level.name));
    if let Some(remark) = level.remark() {
        text.push_str(&sentence(remark));
    }
    if !level.counts.is_empty() {
        let counts: Vec<String> = level.counts.iter().map(|it| TraceCount::phrase(*it)).collect();
        text.push_str(&format!("{}\n\n", escaped(&counts.join(" · "))));
    }
    for it in &level.texts {
        if let Some(title) = it.under {
            text.push_str(&format!("\n### {}\n\n", escaped(title)));
        }
        let sign = it.sign.map_or(String::new(), |(sign, _)| format!("**{sign}** "));
        text.push_str(&format!("- {sign}{}\n", words(it)));
    }
    text
}

/// Words as a line of their own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!("{}{}.\n", first.into_iter().collect::<String>(), letters.as_str())
}

fn words(text: &TraceText<'_>) -> String {
    let part = &text.cell.part;
    let words = if text.key_apart { part.text.as_str() } else { &part.spot.text };
    let since = text.since_words().map_or(String::new(), |since| format!(" *{}*", cell(&since)));
    format!("{}{since}", cell(words))
}
