//! What several commands write as JSON. docs/json.md is the promise.

use serde_json::{Map, Value, json};

use crate::compare::{Side, Spot};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Block, Document, FrontMatter, Item, Ladder, Origin, Subject, Text, Value as FrontValue,
};
use crate::naming::Labels;

/// JSON for people and programs: indented, with a line break at its end.
pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

pub(super) fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::File => "file",
        Origin::Heading => "heading",
        Origin::Column | Origin::Row => "table",
        Origin::Data => "data",
    }
}

pub(super) fn diagnostic(diagnostic: &Diagnostic) -> Value {
    let notes = diagnostic
        .notes
        .iter()
        .map(|note| json!({ "file": note.file, "line": note.line, "message": note.message }));
    json!({
        "severity": diagnostic.severity.word(),
        "code": diagnostic.code,
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "length": diagnostic.length,
        "message": diagnostic.message,
        "notes": notes.collect::<Value>(),
        "help": diagnostic.help,
    })
}

/// A side of a comparison, nothing where it is absent. A counterpart stands where the first table that
/// knows it stands.
pub(super) fn side(side: &Side) -> Value {
    if side.subject.is_none() {
        return Value::Null;
    }
    json!({
        "id": side.names.id,
        "title": side.names.title,
        "file": side.place.as_ref().map(|(file, _)| &**file),
        "line": side.place.as_ref().map(|(_, line)| line),
    })
}

/// The columns of a table of levels.
pub(super) fn sides(ladder: &Ladder, subjects: &[Subject]) -> Value {
    let labels = Labels::new(ladder);
    subjects.iter().map(|subject| side(&Side::of(&labels, *subject))).collect()
}

/// A text and where it stands, or nothing.
pub(super) fn spot(spot: Option<&Spot>) -> Value {
    match spot {
        Some(spot) => json!({ "file": &*spot.file, "line": spot.line, "text": spot.text }),
        None => Value::Null,
    }
}

/// A document with everything in it.
pub(super) fn document(document: &Document) -> Value {
    let sections = document.sections.iter().map(|section| {
        json!({
            "title": section.title.to_plain(),
            "anchor": section.anchor,
            "depth": section.depth,
            "line": section.line,
            "blocks": blocks(&section.blocks),
        })
    });
    json!({
        "title": document.title,
        "label": document.label,
        "file": document.file,
        "line": document.line,
        "front_matter": front_matter(&document.front_matter),
        "blocks": blocks(&document.preamble),
        "sections": sections.collect::<Value>(),
    })
}

fn front_matter(front_matter: &FrontMatter) -> Value {
    let entries = &front_matter.entries;
    Value::Object(entries.iter().map(|e| (e.key.clone(), front_value(&e.value))).collect())
}

fn front_value(value: &FrontValue) -> Value {
    match value {
        FrontValue::Null => Value::Null,
        FrontValue::Bool(value) => json!(value),
        // A whole number is written without a fraction, as its author wrote it.
        FrontValue::Number(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
            json!(*value as i64)
        }
        FrontValue::Number(value) => json!(value),
        FrontValue::Text(value) => json!(value),
        FrontValue::List(values) => values.iter().map(front_value).collect(),
        FrontValue::Map(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.clone(), front_value(value)));
            Value::Object(entries.collect::<Map<_, _>>())
        }
    }
}

fn blocks(blocks: &[Block]) -> Value {
    blocks.iter().map(block).collect()
}

fn block(block: &Block) -> Value {
    let plain = Text::to_plain;
    match block {
        Block::Paragraph(it) => {
            json!({ "kind": "paragraph", "line": it.line, "text": plain(&it.text) })
        }
        Block::List(it) => json!({
            "kind": "list",
            "line": it.line,
            "start": it.start,
            "items": it.items.iter().map(item).collect::<Value>(),
        }),
        Block::Table(it) => json!({
            "kind": "table",
            "line": it.line,
            "header": it.columns.iter().map(|column| plain(&column.header)).collect::<Value>(),
            "rows": it.rows.iter().map(|row| json!({
                "line": row.line,
                "cells": row.cells.iter().map(plain).collect::<Value>(),
            })).collect::<Value>(),
        }),
        Block::Quote(it) => json!({
            "kind": "quote",
            "line": it.line,
            "callout": it.callout.as_ref().map(|callout| &callout.kind),
            "blocks": blocks(&it.blocks),
        }),
        Block::Code(it) => json!({
            "kind": "code",
            "line": it.line,
            "language": it.language,
            "text": it.text,
        }),
        Block::Rule(it) => json!({ "kind": "rule", "line": it.line }),
        Block::Image(it) => json!({
            "kind": "image",
            "line": it.line,
            "alt": it.alt,
            "target": it.target,
        }),
    }
}

fn item(item: &Item) -> Value {
    json!({
        "line": item.line,
        "checked": item.checked,
        "text": item.text.to_plain(),
        "blocks": blocks(&item.blocks),
    })
}
