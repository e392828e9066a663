//! Several roles side by side, and tracks as matrices.

use serde_json::{Value, json};

use super::pretty::pretty;
use super::reasons;
use super::spot::{sides, spot};
use crate::compare::{Kind, LevelCell, LevelRow, LevelTopic};
use crate::model::Ladder;
use crate::report::{
    LevelTopicReport, LevelsReport, MatrixCell, MatrixReport, OverviewReport, RowCounts,
};

/// Several roles side by side.
#[must_use]
pub fn levels(ladder: &Ladder, report: &LevelsReport<'_>) -> String {
    let RowCounts { differently, some, same } = report.counts;
    let topic = |it: &LevelTopicReport<'_>| {
        let mut value = topic(it.topic, &it.rows);
        value["left_out"] = json!(it.left_out);
        value
    };
    let rest = report.rest.iter().flat_map(|rest| &rest.topics);
    let topics = report.topics.iter().chain(rest);
    pretty(&json!({
        "roles": sides(ladder, &report.levels.subjects),
        "summary": { "differently": differently, "some": some, "same": same },
        "notes": report.notes,
        "rest": report.rest.as_ref().map(|rest| &rest.title),
        "topics": topics.map(topic).collect::<Value>(),
    }))
}

/// Tracks as matrices, every row included that a matrix may have.
#[must_use]
pub fn overview(report: &OverviewReport<'_>) -> String {
    let tracks = report.tracks.iter().map(|it| matrix(report.ladder, it));
    pretty(&json!({ "tracks": tracks.collect::<Value>() }))
}

fn matrix(ladder: &Ladder, matrix: &MatrixReport<'_>) -> Value {
    let levels = &matrix.levels;
    let columns = || 0..levels.subjects.len();
    let topics = levels.topics.iter().enumerate().map(|(at, it)| {
        let mut value = topic(it, &it.rows.iter().collect::<Vec<_>>());
        value["texts"] = columns().map(|column| levels.texts(at, column)).collect();
        let row = matrix.rows.iter().find(|row| row.is_topic() && row.thread.topic == at);
        value["told"] = row.map_or(Value::Null, |row| row.cells.all().map(told).collect());
        value["gaps"] = columns().filter(|column| levels.is_gap(at, *column)).collect();
        value
    });
    let topics = topics.collect::<Value>();
    json!({
        "roles": sides(ladder, &levels.subjects),
        "topics": topics,
        "left_out": levels.left_out,
        "track": matrix.title,
    })
}

/// What the cell of a topic says.
fn told(cell: Option<&MatrixCell>) -> Value {
    cell.map_or(Value::Null, |cell| json!(cell.line(false)))
}

fn topic(topic: &LevelTopic, rows: &[&LevelRow]) -> Value {
    let mut value = json!({
        "title": topic.title,
        "depth": topic.depth,
        "compares": !topic.is_way_up,
        "headings": headings(topic),
        "rows": rows.iter().map(|it| row(it)).collect::<Value>(),
    });
    reasons::tell_levels(&mut value, &topic.why);
    value
}

/// For each role the heading of a topic.
pub(super) fn headings(topic: &LevelTopic) -> Value {
    topic.headings.all().map(spot).collect()
}

/// A row of several roles.
pub(super) fn row(row: &LevelRow) -> Value {
    let cells = row.cells.all().map(cell);
    let mut value = json!({ "key": row.key, "cells": cells.collect::<Value>() });
    reasons::tell_levels(&mut value, &row.why);
    value
}

fn cell(cell: Option<&LevelCell>) -> Value {
    let Some(cell) = cell else { return Value::Null };
    let kind = match cell.kind {
        Kind::Same => "same",
        Kind::Changed => "changed",
        Kind::Left | Kind::Right => "new",
    };
    let mut value = spot(Some(&cell.part.spot));
    value["kind"] = json!(kind);
    value
}
