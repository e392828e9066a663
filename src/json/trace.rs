//! Topics and rows through the levels.

use serde_json::{Value, json};

use super::levels::{headings, row};
use super::pretty::pretty;
use super::spot::sides;
use crate::compare::{LevelRow, Levels, Series, Stated, Thread};
use crate::model::Ladder;
use crate::report::{TracedTrack, TracesReport};

/// What was traced: everything that was found, what only says the same again included.
#[must_use]
pub fn traces(report: &TracesReport<'_>) -> String {
    let in_track = |track| move |thread: &Thread| trace(report.ladder, track, *thread);
    let traces = report.tracks().flat_map(|track| track.found.iter().map(in_track(track)));
    pretty(&json!({ "query": report.asked, "traces": traces.collect::<Value>() }))
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
    value["quantities"] = it.series().iter().map(series).collect();
    value
}

fn series(series: &Series) -> Value {
    let values = series.values.all().map(|it| it.map_or(Value::Null, stated));
    json!({ "of": series.of(), "values": values.collect::<Value>() })
}

fn stated(stated: &Stated) -> Value {
    json!({
        "text": stated.words,
        "low": stated.quantity.low,
        "high": stated.quantity.high,
        "open": stated.quantity.open,
    })
}
