//! The rooms of the terminal UI: which may import which, and who owns its state.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::sources::{graph, sources};

/// What each room of the terminal UI may import of the others, from the top down. The files that stand
/// between the rooms are named as they are.
const ROOMS: &[(&str, &[&str])] = &[
    ("pane", &[]),
    ("session", &["input"]),
    ("input", &["pane"]),
    ("shared", &["input", "pane", "session"]),
    ("target", &["pane"]),
    ("outcome", &["input", "session", "target"]),
    ("show", &["input", "outcome", "pane", "session", "shared", "target"]),
    ("layer", &["input", "outcome", "pane", "session", "shared", "show", "target"]),
    ("stage", &["input", "outcome", "pane", "session", "shared", "show", "target"]),
    ("going", &["input", "outcome", "pane", "session", "shared", "show", "stage", "target"]),
    (
        "app",
        &[
            "going", "input", "layer", "outcome", "pane", "session", "shared", "show", "stage",
            "target",
        ],
    ),
    ("arrival", &["app", "input", "layer", "outcome", "session", "shared", "stage"]),
    ("chrome", &["app", "input", "pane"]),
    ("view", &["app", "chrome", "input", "layer", "pane"]),
    ("driver", &["app", "arrival", "input", "layer", "outcome", "session", "shared", "view"]),
];

#[test]
fn arrows_inside_the_terminal_ui_point_down_only() {
    let mut seen = BTreeSet::new();
    for (file, imports) in graph() {
        let Some(inside) = file.strip_prefix("tui/") else { continue };
        let room = inside.split('/').next().unwrap();
        let (_, allowed) = ROOMS
            .iter()
            .find(|(name, _)| *name == room)
            .unwrap_or_else(|| panic!("src/{file}.rs belongs to no room of the terminal UI"));
        seen.insert(room.to_owned());
        for import in imports.iter().filter_map(|import| import.strip_prefix("tui/")) {
            let other = import.split('/').next().unwrap();
            assert!(
                other == room || allowed.contains(&other) || allowed.contains(&import),
                "src/{file}.rs imports src/tui/{import}.rs: {room} may import {allowed:?} only"
            );
        }
    }
    assert_eq!(seen.len(), ROOMS.len(), "the picture names what is not there: {seen:?}");
}

/// One owner of each state: its fields are few, and one file has its methods.
#[test]
fn the_app_is_small_and_has_one_owner() {
    let files = sources();
    let fields = |file: &str, state: &str| {
        let file = files.iter().find(|it| it.name == file).unwrap();
        let body = file.code.split(&format!("struct {state} {{")).nth(1).unwrap();
        let body = body.split("\n}").next().unwrap();
        body.lines().filter(|line| line.contains(':')).count()
    };
    let all = fields("tui/app", "App") + fields("tui/stage", "Stage");
    assert!((1..=12).contains(&all), "App and its stage have {all} fields");
    for (code, owner) in [("impl App {", "tui/app"), ("impl Stage {", "tui/stage")] {
        let holders = files.iter().filter(|file| file.code.contains(code));
        let holders: Vec<&str> = holders.map(|file| file.name.as_str()).collect();
        assert_eq!(holders, [owner], "`{code}` stands in one file");
    }
}

#[test]
fn the_terminal_ui_fits_on_one_floor() {
    let inside = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tui");
    let entries = fs::read_dir(inside).unwrap().count();
    assert!(entries <= 22, "src/tui has {entries} entries");
}
