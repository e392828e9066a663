//! A document with everything in it.

use serde_json::{Map, Value, json};

use super::pretty::pretty;
use super::spot::{side, spot};
use crate::compare::Side;
use crate::model::{
    Block, Document, FrontMatter, Item, Ladder, Subject, Text, Value as FrontValue,
};
use crate::naming::Labels;
use crate::report::{InheritedLevel, InheritedReport, InheritedSection};

/// A document with everything in it.
#[must_use]
pub fn document(document: &Document) -> String {
    pretty(&value(document))
}

/// The document of a role, and the items that it inherits from lower levels.
#[must_use]
pub fn inherited(ladder: &Ladder, report: &InheritedReport) -> String {
    let labels = Labels::new(ladder);
    let level = |it: &InheritedLevel| {
        let mut level = side(&Side::of(&labels, Subject::Role(it.role)));
        level["sections"] = it.sections.iter().map(inherited_section).collect();
        level
    };
    let mut whole = value(&ladder.role(report.role).document);
    whole["inherited"] = report.levels.iter().map(level).collect();
    pretty(&whole)
}

fn inherited_section(section: &InheritedSection) -> Value {
    let heading = section.texts.first().filter(|_| section.section.is_some());
    json!({
        "heading": spot(heading.map(|text| &text.heading)),
        "items": section.texts.iter().map(|text| spot(Some(&text.part.spot))).collect::<Value>(),
    })
}

fn value(document: &Document) -> Value {
    let sections = document.sections.iter().map(|section| {
        json!({
            "title": section.title.as_str(),
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
    let plain = Text::as_str;
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
        "text": item.text.as_str(),
        "blocks": blocks(&item.blocks),
    })
}
