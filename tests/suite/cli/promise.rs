//! The promise of docs/json.md: the fields.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::values::{list, string};
use super::whole::{each_block, hard};
use crate::support::program::{folder, run, run_on};

/// Asserts that a value has the fields of an example, in its order, at every depth.
#[track_caller]
fn same_shape(value: &Value, example: &Value, place: &str) {
    match (value, example) {
        (Value::Object(value), Value::Object(example)) => {
            let [names, wanted] = [value, example].map(|map| map.keys().collect::<Vec<_>>());
            assert_eq!(names, wanted, "{place}");
            for (name, value) in value {
                same_shape(value, &example[name], &format!("{place}.{name}"));
            }
        }
        (Value::Array(values), Value::Array(examples)) => {
            let Some(example) = examples.first() else { return };
            values.iter().for_each(|value| same_shape(value, example, &format!("{place}[]")));
        }
        // What may be missing is null.
        (Value::Null, _) | (_, Value::Null) => {}
        _ => assert_eq!(
            std::mem::discriminant(value),
            std::mem::discriminant(example),
            "{place}: {value} where the promise has {example}"
        ),
    }
}

/// The example that docs/json.md gives for a command.
fn example(command: &str) -> Value {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/json.md");
    let docs = fs::read_to_string(docs).unwrap();
    let (_, rest) = docs.split_once(&format!("## `rungs {command}")).unwrap();
    let (_, rest) = rest.split_once("```json\n").unwrap();
    serde_json::from_str(rest.split_once("```").unwrap().0).unwrap()
}

#[test]
fn the_fields_are_those_of_the_promise() {
    let json = run(["list", "--format", "json"]).json();
    same_shape(&json, &example("list"), "list");
    let faulty = folder(&[("a.md", "# Engineer\n\n| a | b |\n| - | - |\n| c |\n")]);
    let json = run_on(&faulty, ["list", "--format", "json"]).json();
    assert_eq!(list(&json["diagnostics"]).len(), 1);
    same_shape(&json, &example("list"), "list");
    let json = run(["search", "budget", "--format", "json"]).json();
    same_shape(&json, &example("search"), "search");
    assert!(list(&json["hits"]).iter().all(|hit| {
        list(&hit["matches"]).iter().all(|word| string(word).eq_ignore_ascii_case("budget"))
    }));
    let json = run(["compare", "director", "vp", "--format", "json"]).json();
    let mut want = example("compare");
    // What the example leaves empty has the shape of what it shows.
    let mut inner = want["topics"][0].clone();
    for _ in 0..6 {
        let outer = want["topics"][0].clone();
        inner["topics"] = Value::Array(vec![outer]);
        want["topics"][0]["topics"] = Value::Array(vec![inner.clone()]);
    }
    same_shape(&json, &want, "compare");
}

#[test]
fn the_blocks_are_those_of_the_promise() {
    let fields = |kind: &str| match kind {
        "paragraph" => vec!["text"],
        "list" => vec!["start", "items"],
        "table" => vec!["header", "rows"],
        "quote" => vec!["callout", "blocks"],
        "code" => vec!["language", "text"],
        "rule" => vec![],
        "image" => vec!["alt", "target"],
        other => panic!("the promise has no kind {other}"),
    };
    let json = run_on(&hard(), ["show", "keeper", "--format", "json"]).json();
    let mut kinds = BTreeSet::new();
    each_block(&json, &mut |block| {
        let kind = string(&block["kind"]);
        let names: Vec<&String> = block.as_object().unwrap().keys().collect();
        let want: Vec<&str> = ["kind", "line"].into_iter().chain(fields(kind)).collect();
        assert_eq!(names, want);
        kinds.insert(kind.to_owned());
    });
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let document = ["title", "label", "file", "line", "front_matter", "blocks", "sections"];
    assert_eq!(names(&json), document);
    for section in list(&json["sections"]) {
        assert_eq!(names(section), ["title", "anchor", "depth", "line", "blocks"]);
    }
}
