//! `rungs schema` is true in both directions: whatever commands print fits it, and names every field that it
//! requires.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::whole::hard;
use crate::support::program::{folder, output, program, run};

/// Asserts that a value fits a schema, and has no field that the schema does not name.
fn fits(value: &Value, schema: &Value, root: &Value) -> Result<(), String> {
    if let Some(name) = schema["$ref"].as_str() {
        return fits(value, root.pointer(name.trim_start_matches('#')).unwrap(), root);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let results: Vec<_> = any.iter().map(|it| fits(value, it, root)).collect();
        let failed = || results.iter().filter_map(|it| it.clone().err()).collect::<Vec<_>>();
        return if results.iter().any(Result::is_ok) { Ok(()) } else { Err(failed().join(" | ")) };
    }
    if let Some(words) = schema["enum"].as_array() {
        return if words.contains(value) {
            Ok(())
        } else {
            Err(format!("{value} not in {words:?}"))
        };
    }
    let kind = schema["type"].as_str().unwrap();
    let is = match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        "integer" => value.as_u64() >= schema["minimum"].as_u64() && value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the schema has the type {other}"),
    };
    if !is {
        return Err(format!("{value} is no {kind}"));
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        fits(item, &schema["items"], root).map_err(|it| format!("[{at}]: {it}"))?;
    }
    let (Some(fields), Some(known)) = (value.as_object(), schema["properties"].as_object()) else {
        return Ok(());
    };
    for name in schema["required"].as_array().unwrap() {
        if !fields.contains_key(name.as_str().unwrap()) {
            return Err(format!("no field {name}"));
        }
    }
    for (name, value) in fields {
        let schema = known.get(name).ok_or_else(|| format!("the schema has no field {name}"))?;
        fits(value, schema, root).map_err(|it| format!(".{name}{it}"))?;
    }
    Ok(())
}

#[track_caller]
fn check(place: &Path, arguments: &[&str]) {
    let json = output(program(place, &[arguments, &["--format", "json"]].concat()));
    let value: Value = serde_json::from_str(&json.stdout)
        .unwrap_or_else(|_| panic!("{arguments:?}: {}", json.stderr));
    let schema = run(["schema", arguments[0]]).json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    if let Err(why) = fits(&value, &schema, &schema) {
        panic!("{arguments:?}: {why}");
    }
}

#[test]
fn what_commands_print_fits_their_schema() {
    let built_in = folder(&[]);
    let place = built_in.path();
    check(place, &["list"]);
    check(place, &["list", "--explain"]);
    check(place, &["show", "director"]);
    check(place, &["show", "director", "in brief"]);
    check(place, &["show", "staff", "--inherited"]);
    check(place, &["compare", "director", "vp"]);
    check(place, &["compare", "senior", "staff", "--explain"]);
    check(place, &["compare", "cto", "ceo"]);
    check(place, &["compare", "senior", "staff", "principal", "--explain"]);
    check(place, &["compare", "--tracks", "engineering", "management"]);
    check(place, &["trace", "team size"]);
    check(place, &["trace", "engineers"]);
    check(place, &["trace", "no such topic"]);
    check(place, &["overview", "--items"]);
    check(place, &["search", "budget"]);
    check(place, &["check", "--list"]);
    check(place, &["doctor"]);
    check(place, &["config"]);
    check(hard().path(), &["show", "keeper", "--ladder", "."]);
    check(hard().path(), &["check"]);
    check(hard().path(), &["list"]);
}

#[test]
fn versions_and_other_ladders_fit_too() {
    let both = folder(&[
        (
            "now/sailor.md",
            "# Sailor\n\n## Ropes\n\n- **Knots**: ties 6 knots a day\n- Mends sails\n",
        ),
        ("now/senior-sailor.md", "# Senior Sailor\n\n## Winds\n\n- Reads winds\n"),
        ("then/sailor.md", "# Sailor\n\n## Ropes\n\n- **Knots**: ties 4 knots a day\n- Cooks\n"),
    ]);
    let now = both.path().join("now");
    check(&now, &["compare", "--against", "../then"]);
    check(&now, &["compare", "sailor", "--against", "../then", "--explain"]);
    check(&now, &["compare", "sailor", "sailor", "--with", "../then"]);
    check(&now, &["compare", "--with", "../then"]);
    check(&now, &["check"]);
    check(&now, &["overview"]);
    check(&now, &["trace", "knots"]);
}

/// The fields of all values are the fields of the promise in docs/json.md: what a schema names is told there.
#[test]
fn every_command_with_json_has_a_schema() {
    let whole = run(["schema"]).json();
    let named: BTreeSet<&str> =
        whole["$defs"].as_object().unwrap().keys().map(String::as_str).collect();
    for name in ["list", "show", "comparison", "trace", "overview", "search", "check", "doctor"] {
        assert!(named.contains(name), "{name}");
    }
    // What one command does not print is not in its schema.
    assert!(run(["schema", "search"]).json()["$defs"].get("comparison").is_none());
    let wrong = run(["schema", "init"]).refused();
    assert!(wrong.contains("check, compare, config, doctor, list"), "{wrong}");
}
