//! Three roles or more side by side, in every format.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::args::Format;
use super::output::Output;
use super::{compare as two, html, json, markdown, named};
use crate::compare::{self, Kind, LevelCell, LevelRow, LevelTopic, Levels};
use crate::content::Loaded;
use crate::model::Ladder;
use crate::page::{ComparisonOptions, lay_out_levels};

pub(super) fn run(
    loaded: &Loaded,
    roles: &[&str],
    only_differences: bool,
    out: &Output,
) -> Result<u8> {
    let ladder = &loaded.ladder;
    let subjects: Vec<_> =
        roles.iter().map(|name| named::subject(loaded, name)).collect::<Result<_>>()?;
    for (at, subject) in subjects.iter().enumerate() {
        if let Some(before) = subjects[..at].iter().position(|other| other == subject) {
            bail!("{}", two::same(ladder, *subject, [roles[before], roles[at]]));
        }
    }
    let levels = compare::align_levels(ladder, &subjects);
    match out.format {
        Format::Json => out.write(&json::pretty(&as_json(ladder, &levels, only_differences)))?,
        Format::Markdown => out.write(&as_markdown(&levels, only_differences))?,
        Format::Html => out.write(&html::several(ladder, &levels, only_differences))?,
        Format::Text => {
            let options = ComparisonOptions {
                only_differences,
                ..ComparisonOptions::new(out.width, out.glyphs)
            };
            out.page(&lay_out_levels(&levels, options))?;
        }
    }
    Ok(0)
}

/// Several roles as JSON.
pub(super) fn as_json(ladder: &Ladder, levels: &Levels, only_differences: bool) -> Value {
    let topics = topics(levels, only_differences).map(|topic| {
        let rows = shown(topic, only_differences).map(row_json);
        json!({
            "title": topic.title,
            "depth": topic.depth,
            "headings": topic.headings.iter().map(|it| json::spot(it.as_ref())).collect::<Value>(),
            "rows": rows.collect::<Value>(),
        })
    });
    json!({ "roles": json::sides(ladder, &levels.subjects), "topics": topics.collect::<Value>() })
}

/// A row as JSON.
pub(super) fn row_json(row: &LevelRow) -> Value {
    let cell = |cell: &Option<Box<LevelCell>>| {
        let Some(cell) = cell else { return Value::Null };
        let mut value = json::spot(Some(&cell.part.spot));
        value["kind"] = json!(kind(cell.kind));
        value
    };
    json!({ "key": row.key, "cells": row.cells.iter().map(cell).collect::<Value>() })
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "same",
        Kind::Changed => "changed",
        Kind::Left | Kind::Right => "new",
    }
}

/// The topics to write: all, or those in which the roles differ.
fn topics(levels: &Levels, only_differences: bool) -> impl Iterator<Item = &LevelTopic> {
    let topics = levels.topics.iter().enumerate();
    let shown = topics.filter(move |(at, _)| !only_differences || levels.differs(*at));
    shown.map(|(_, topic)| topic)
}

fn shown(topic: &LevelTopic, only_differences: bool) -> impl Iterator<Item = &LevelRow> {
    topic.rows.iter().filter(move |row| !(only_differences && row.is_same()))
}

fn as_markdown(levels: &Levels, only_differences: bool) -> String {
    let labels: Vec<String> = levels.names.iter().map(|name| markdown::cell(name)).collect();
    let mut text = format!("# {}\n", labels.join(" \\| "));
    for topic in topics(levels, only_differences) {
        let hashes = "#".repeat((topic.depth + 1).min(6));
        text.push_str(&format!("\n{hashes} {}\n", markdown::escaped(&topic.title)));
        let mut rows = shown(topic, only_differences).peekable();
        if rows.peek().is_some() {
            let rule = " --- |".repeat(labels.len() + 1);
            text.push_str(&format!("\n| | {} |\n|{rule}\n", labels.join(" | ")));
        }
        for row in rows {
            text.push_str(&markdown_row(row));
        }
    }
    text
}

fn markdown_row(row: &LevelRow) -> String {
    let keyed = row.has_one_key();
    let cell = |cell: &Option<Box<LevelCell>>| match cell {
        Some(cell) if keyed => markdown::cell(&cell.part.text.to_plain()),
        Some(cell) => markdown::cell(&cell.part.spot.text),
        None => String::new(),
    };
    let cells: Vec<String> = row.cells.iter().map(cell).collect();
    let key = row.key.as_ref().filter(|_| keyed);
    let key = key.map_or(String::new(), |key| format!("**{}**", markdown::cell(key)));
    format!("| {key} | {} |\n", cells.join(" | "))
}
