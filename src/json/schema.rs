//! The JSON Schema (2020-12) of what commands print, made from the shapes in `schema/`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::pretty::pretty;

const SHAPES: [&str; 2] = [include_str!("schema/shapes.txt"), include_str!("schema/comparing.txt")];

/// The dialect of the schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A shape: its fields, and the command that prints it, if one does.
struct JsonShape<'a> {
    command: Option<&'a str>,
    schema: Value,
}

/// The commands that print JSON.
#[must_use]
pub fn schema_commands() -> Vec<&'static str> {
    let mut commands: Vec<&str> = shapes().into_values().filter_map(|it| it.command).collect();
    commands.sort_unstable();
    commands.dedup();
    commands
}

/// The schema of what a command prints, or of all commands; `None` if there is no such command.
#[must_use]
pub fn schema(command: Option<&str>) -> Option<String> {
    let shapes = shapes();
    let is_asked = |shape: &JsonShape<'_>| match command {
        Some(command) => shape.command == Some(command),
        None => shape.command.is_some(),
    };
    let printed: Vec<&str> =
        shapes.iter().filter(|(_, it)| is_asked(it)).map(|(name, _)| *name).collect();
    if printed.is_empty() {
        return None;
    }
    let mut used = BTreeSet::new();
    printed.iter().for_each(|name| reach(name, &shapes, &mut used));
    let references: Vec<Value> = printed.iter().map(|name| reference(name)).collect();
    let defined = used.iter().filter_map(|name| Some((*name, &shapes.get(name)?.schema)));
    let title = command.map_or("rungs".to_owned(), |command| format!("rungs {command}"));
    Some(pretty(&json!({
        "$schema": DIALECT,
        "title": format!("{title} --format json"),
        "anyOf": references,
        "$defs": defined.map(|(name, it)| (name.to_owned(), it.clone())).collect::<Map<_, _>>(),
    })))
}

/// Adds a shape and all that it names.
fn reach<'a>(
    name: &'a str,
    shapes: &BTreeMap<&'a str, JsonShape<'a>>,
    used: &mut BTreeSet<&'a str>,
) {
    let Some((name, shape)) = shapes.get_key_value(name) else { return };
    if used.insert(name) {
        let names = shapes.keys().filter(|other| names(&shape.schema, &reference(other)));
        names.for_each(|other| reach(other, shapes, used));
    }
}

/// Whether a schema has this reference in it.
fn names(schema: &Value, reference: &Value) -> bool {
    schema.get("$ref") == reference.get("$ref")
        || match schema {
            Value::Object(fields) => fields.values().any(|it| names(it, reference)),
            Value::Array(all) => all.iter().any(|it| names(it, reference)),
            _ => false,
        }
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// Every shape by its name. A shape that a command prints is called as it, or as the word behind it.
fn shapes() -> BTreeMap<&'static str, JsonShape<'static>> {
    let mut shapes: BTreeMap<&str, JsonShape<'_>> = BTreeMap::new();
    let mut current = "";
    for line in SHAPES
        .iter()
        .flat_map(|it| it.lines())
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.strip_prefix("  ") {
            Some(line) => {
                if let (Some(shape), Some(field)) = (shapes.get_mut(current), field(line)) {
                    add(&mut shape.schema, field);
                }
            }
            None => {
                let command = line.strip_prefix('>');
                let command = command.map(|it| it.split_once(' ').unwrap_or((it, it)));
                current = command.map_or(line, |(_, name)| name);
                let schema = json!({ "type": "object", "properties": {}, "required": [] });
                shapes.insert(current, JsonShape { command: command.map(|it| it.0), schema });
            }
        }
    }
    shapes
}

/// A field: its name, whether it is always there, and its schema.
fn field(line: &'static str) -> Option<(&'static str, bool, Value)> {
    let (name, rest) = line.split_once(' ')?;
    let (kind, about) = rest.trim_start().split_once("  ")?;
    let mut schema = kind_schema(kind);
    schema["description"] = json!(about.trim());
    Some(match name.strip_suffix('?') {
        Some(name) => (name, false, schema),
        None => (name, true, schema),
    })
}

fn add(shape: &mut Value, (name, is_required, schema): (&str, bool, Value)) {
    shape["properties"][name] = schema;
    if let (true, Some(required)) = (is_required, shape["required"].as_array_mut()) {
        required.push(json!(name));
    }
}

/// The schema of a type.
fn kind_schema(kind: &str) -> Value {
    if let Some(kind) = kind.strip_suffix('?') {
        return json!({ "anyOf": [kind_schema(kind), { "type": "null" }] });
    }
    if let Some(inner) = kind.strip_prefix('[').and_then(|kind| kind.strip_suffix(']')) {
        return json!({ "type": "array", "items": kind_schema(inner) });
    }
    match kind {
        "any" => json!({ "type": "object" }),
        "text" => json!({ "type": "string" }),
        "yes" => json!({ "type": "boolean" }),
        "number" => json!({ "type": "number" }),
        "count" => json!({ "type": "integer", "minimum": 0 }),
        "line" => json!({ "type": "integer", "minimum": 1 }),
        words if words.starts_with('=') => {
            json!({ "enum": words.split('|').map(|it| it.trim_start_matches('=')).collect::<Value>() })
        }
        name => reference(name),
    }
}
