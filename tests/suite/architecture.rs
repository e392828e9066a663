//! The shape of the program, read from its imports: arrows point down, nothing goes in a circle, and
//! one place each touches the disk, the terminal, keys and colors.

use std::collections::BTreeSet;

use sources::{graph, sources};

mod folders;
mod rooms;
mod sources;
mod type_names;
mod word_lists;

/// What each module may import. `lib.rs` tells why.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("theme", &["naming"]),
    ("lexicon", &["model"]),
    ("naming", &["model", "lexicon"]),
    ("finding", &["model"]),
    ("content", &["model", "lexicon", "naming", "finding"]),
    ("compare", &["model", "lexicon", "naming"]),
    ("search", &["model", "naming"]),
    ("check", &["model", "lexicon", "naming", "finding", "compare"]),
    ("report", &["model", "naming", "finding", "content", "compare", "search", "check"]),
    ("page", &["model", "finding", "content", "compare", "search", "check", "report", "theme"]),
    ("html", &["model", "naming", "compare", "report"]),
    ("markdown", &["model", "finding", "content", "compare", "search", "check", "report"]),
    ("speech", &["model", "compare", "report"]),
    ("json", &["model", "naming", "finding", "content", "compare", "search", "check", "report"]),
    ("github", &["finding", "report"]),
    ("config", &["model", "naming", "finding", "content", "report", "theme", "tui"]),
    (
        "tui",
        &[
            "model", "naming", "finding", "compare", "search", "report", "page", "speech",
            "markdown", "theme",
        ],
    ),
    (
        "cli",
        &[
            "model", "naming", "finding", "content", "compare", "search", "check", "report",
            "page", "html", "markdown", "json", "github", "theme", "tui", "config",
        ],
    ),
];

#[test]
fn arrows_point_down_only() {
    for file in sources() {
        let module = file.module();
        if ["lib", "main"].contains(&module) {
            continue;
        }
        let allowed = MAY_IMPORT
            .iter()
            .find(|(name, _)| *name == module)
            .unwrap_or_else(|| {
                panic!("src/{}.rs belongs to no module of the architecture", file.name)
            })
            .1;
        for path in file.paths_after("crate::") {
            let target = path.split("::").next().unwrap();
            assert!(
                target == module || allowed.contains(&target),
                "src/{}.rs imports crate::{path}: {module} may import {allowed:?} only",
                file.name
            );
        }
    }
}

#[test]
fn children_never_import_their_facade() {
    for (file, imports) in graph() {
        for import in imports {
            assert!(
                !file.starts_with(&format!("{import}/")),
                "src/{file}.rs imports its parent src/{import}.rs: import the sibling instead"
            );
        }
    }
}

#[test]
fn no_imports_go_in_a_circle() {
    let graph = graph();
    assert!(graph["tui/app"].contains("tui/input/message"), "the imports were not read");
    for start in graph.keys() {
        let mut stack: Vec<&String> = graph[start].iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(file) = stack.pop() {
            assert!(file != start, "src/{start}.rs imports itself by way of {seen:?}");
            if seen.insert(file) {
                stack.extend(&graph[file]);
            }
        }
    }
}

/// Only these files may hold a piece of code.
#[track_caller]
fn only_in(pattern: &str, allowed: &[&str]) {
    let mut found = false;
    for file in sources() {
        if file.code.contains(pattern) {
            found = true;
            let here = allowed.iter().any(|name| file.name == *name);
            assert!(here, "src/{}.rs holds `{pattern}`, which only {allowed:?} may", file.name);
        }
    }
    assert!(found, "nothing holds `{pattern}` any more: mend this test");
}

#[test]
fn one_place_each_touches_disk_terminal_keys_and_colors() {
    only_in("std::fs", &["content/source/disk"]);
    only_in("crossterm::terminal::", &["tui/driver/terminal", "cli/output"]);
    only_in("crossterm::execute", &["tui/driver/terminal"]);
    only_in("event::read", &["tui/driver/events"]);
    only_in("KeyCode", &["tui/input/key", "tui/input/events", "tui/input/commands"]);
    only_in("Color::", &["theme/color", "theme/shipped"]);
    only_in("Command::new", &["tui/driver/editor", "content/source/git"]);
}

/// What a view says is decided once, so that no format can say another thing.
#[test]
fn one_place_each_has_the_words_of_a_view() {
    only_in("more item", &["report/words"]);
    only_in("nothing is similar to them", &["report/reasons"]);
    only_in("\"unchanged\"", &["compare/comparison"]);
    only_in("week total: ", &["report/week"]);
    only_in("≠", &["report/pair"]);
    only_in("\"not in \"", &["report/levels"]);
    only_in("} only in some\"", &["report/levels"]);
    only_in("\"nothing on this\"", &["report/trace"]);
    only_in("a heading with nothing under it", &["report/trace"]);
    only_in("The same under", &["report/traces"]);
    only_in("same as the level before", &["report/overview"]);
    only_in("No findings in", &["report/findings"]);
    only_in(
        ".compares(",
        &["report/comparison", "compare/comparison", "compare/notes", "compare/numbers/highlights"],
    );
    only_in(".folds(topic)", &["report/topic"]);
    only_in("named_words(", &["report/pair", "compare/numbers/measures"]);
}

#[test]
fn no_file_grows_beyond_one_idea() {
    for file in sources() {
        let lines = file.code.lines().count();
        assert!(lines <= 400, "src/{}.rs has {lines} lines of code", file.name);
    }
}
