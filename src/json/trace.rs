//! Topics and rows through the levels.

use serde_json::{Value, json};

use super::levels::{headings, row};
use super::pretty::pretty;
use super::spot::sides;
use crate::compare::{LevelRow, Levels, Series, Stated, Thread};
use crate::model::Ladder;
use crate::report::{Jump, TracedTrack, TracesReport};

/// The traces: everything that was found, duplicates included.
#[must_use]
pub fn traces(report: &TracesReport<'_>) -> String {
    let traces: Vec<Value> = report.tracks().flat_map(|track| in_track(report, track)).collect();
    let also = report.tracks().flat_map(|track| {
        let places = track.also_said().places.into_iter();
        places.map(|path| json!({ "track": track.title, "path": path }))
    });
    pretty(&json!({
        "query": report.asked,
        "traces": traces,
        "also_said": also.collect::<Value>(),
        "elsewhere": report.elsewhere,
    }))
}

/// The topics that were found in a track, and the rows that mention the name as one topic.
fn in_track(report: &TracesReport<'_>, track: &TracedTrack<'_>) -> Vec<Value> {
    let found = track.found.iter().map(|thread| trace(report.ladder, track, *thread));
    let gathered = match track.gathered() {
        [] => None,
        rows => Some(gathered(report, track, rows)),
    };
    found.chain(gathered).collect()
}

/// Rows of any topics that mention the name.
fn gathered(report: &TracesReport<'_>, track: &TracedTrack<'_>, rows: &[Thread]) -> Value {
    let levels = &track.levels;
    let rows = rows.iter().flat_map(|row| levels.rows(*row));
    let rows = rows.map(|(at, row)| traced(levels, at, row));
    json!({
        "track": track.title,
        "title": report.asked,
        "path": [report.asked],
        "roles": sides(report.ladder, &levels.subjects),
        "headings": levels.subjects.iter().map(|_| Value::Null).collect::<Value>(),
        "rows": rows.collect::<Value>(),
    })
}

fn trace(ladder: &Ladder, track: &TracedTrack<'_>, thread: Thread) -> Value {
    let levels = &track.levels;
    let rows = levels.rows(thread).into_iter().map(|(at, row)| traced(levels, at, row));
    json!({
        "track": track.title,
        "title": levels.name(thread),
        "path": levels.path(thread),
        "roles": sides(ladder, &levels.subjects),
        "headings": headings(&levels.topics[thread.topic]),
        "rows": rows.collect::<Value>(),
    })
}

fn traced(levels: &Levels, topic: usize, it: &LevelRow) -> Value {
    let mut value = row(it);
    value["topic"] = json!(levels.topics[topic].title);
    value["quantities"] = it.series().iter().map(|it| series(levels, it)).collect();
    value
}

fn series(levels: &Levels, series: &Series) -> Value {
    let values = series.values.all().map(|it| it.map_or(Value::Null, stated));
    let jump = Jump::new(levels, series).map_or(
        Value::Null,
        |jump| json!({ "from": jump.step.from, "to": jump.step.to, "words": jump.words() }),
    );
    json!({ "of": series.of(), "values": values.collect::<Value>(), "jump": jump })
}

fn stated(stated: &Stated) -> Value {
    json!({
        "text": stated.words,
        "low": stated.quantity.low,
        "high": stated.quantity.high,
        "open": stated.quantity.open,
    })
}
