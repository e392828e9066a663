//! The shape of the program, read from its imports: arrows point down, nothing goes in a circle, and
//! one place each touches the disk, the terminal, keys and colours.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each module may import. `lib.rs` tells why.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("theme", &[]),
    ("lexicon", &["model"]),
    ("naming", &["model", "lexicon"]),
    ("diagnostic", &["model"]),
    ("content", &["model", "lexicon", "naming", "diagnostic"]),
    ("compare", &["model", "lexicon", "naming"]),
    ("search", &["model", "naming"]),
    ("check", &["model", "lexicon", "naming", "diagnostic", "compare"]),
    ("page", &["model", "compare", "theme"]),
    ("html", &["model", "compare"]),
    ("tui", &["model", "naming", "diagnostic", "compare", "search", "page", "theme"]),
    (
        "cli",
        &[
            "model",
            "naming",
            "diagnostic",
            "content",
            "compare",
            "search",
            "check",
            "page",
            "html",
            "theme",
            "tui",
        ],
    ),
];

struct SourceFile {
    /// Path below `src`, without `.rs`, `/` between parts: `tui/view/ladder`.
    name: String,
    /// Its code without comments and without the tests inside it.
    code: String,
}

fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(source(&root, path));
            }
        }
    }
    assert!(files.len() > 30, "the sources were not found");
    files
}

fn source(root: &Path, path: PathBuf) -> SourceFile {
    let text = fs::read_to_string(&path).unwrap();
    let text = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let name = path.with_extension("").strip_prefix(root).unwrap().to_owned();
    SourceFile {
        name: name.to_str().unwrap().replace('\\', "/"),
        code: code.collect::<Vec<_>>().join("\n"),
    }
}

impl SourceFile {
    fn module(&self) -> &str {
        self.name.split('/').next().unwrap()
    }

    /// The paths that follow a prefix such as `crate::`, groups spelled out one level deep.
    fn paths_after(&self, prefix: &str) -> Vec<String> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices(prefix) {
            let before = self.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let rest = &self.code[at + prefix.len()..];
            if let Some(group) = rest.strip_prefix('{') {
                let mut depth = 0;
                let end = group.find(|c| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    depth < 0
                });
                let mut level = 0;
                let parts = group[..end.unwrap()].split(|c| {
                    level += i32::from(c == '{') - i32::from(c == '}');
                    c == ',' && level == 0
                });
                found.extend(parts.map(|part| head(part.trim())).filter(|part| !part.is_empty()));
            } else {
                found.push(head(rest));
            }
        }
        found
    }
}

/// `compare::{Kind}` gives `compare`, `names::find(` gives `names::find`.
fn head(path: &str) -> String {
    let end = path.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    path[..end.unwrap_or(path.len())].trim_end_matches(':').to_owned()
}

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

/// The files that a file imports, by their names, its own module's facade among them.
fn imported_files(file: &SourceFile, names: &BTreeSet<String>) -> BTreeSet<String> {
    let here: Vec<&str> = file.name.split('/').collect();
    let mut paths: Vec<Vec<String>> = Vec::new();
    let split = |path: &str| path.split("::").map(str::to_owned).collect::<Vec<_>>();
    paths.extend(file.paths_after("crate::").iter().map(|path| split(path)));
    for path in file.paths_after("super::") {
        let mut full: Vec<String> = here[..here.len() - 1].iter().map(|&s| s.to_owned()).collect();
        let mut rest = split(&path);
        while rest.first().is_some_and(|part| part == "super") {
            full.pop();
            rest.remove(0);
        }
        full.extend(rest);
        paths.push(full);
    }
    let longest = |path: &Vec<String>| {
        (1..=path.len()).rev().map(|n| path[..n].join("/")).find(|name| names.contains(name))
    };
    paths.iter().filter_map(longest).filter(|name| *name != file.name).collect()
}

fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let files = sources();
    let names: BTreeSet<String> = files.iter().map(|file| file.name.clone()).collect();
    files.iter().map(|file| (file.name.clone(), imported_files(file, &names))).collect()
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
    assert!(graph["tui/update"].contains("tui/message"), "the imports were not read");
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
fn one_place_each_touches_disk_terminal_keys_and_colours() {
    only_in("std::fs", &["content/source/disk"]);
    only_in("crossterm::terminal::", &["tui/terminal", "cli/output"]);
    only_in("crossterm::execute", &["tui/terminal"]);
    only_in("event::read", &["tui/events"]);
    only_in("KeyCode", &["tui/key", "tui/keymap", "tui/bindings"]);
    only_in("Color::", &["theme"]);
    only_in("Command::new", &["tui/editor", "content/source/git"]);
}

#[test]
fn no_file_grows_beyond_one_idea() {
    for file in sources() {
        let lines = file.code.lines().count();
        assert!(lines <= 400, "src/{}.rs has {lines} lines of code", file.name);
    }
}
