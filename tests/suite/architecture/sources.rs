//! The sources of the program as a graph of files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

pub(super) struct SourceFile {
    /// Path below `src`, without `.rs`, `/` between parts: `tui/view/ladder`.
    pub(super) name: String,
    /// Its code without comments and without the tests inside it.
    pub(super) code: String,
}

pub(super) fn sources() -> Vec<SourceFile> {
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
    pub(super) fn module(&self) -> &str {
        self.name.split('/').next().unwrap()
    }

    /// The paths that follow a prefix such as `crate::`, groups spelled out one level deep.
    pub(super) fn paths_after(&self, prefix: &str) -> Vec<String> {
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

pub(super) fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let files = sources();
    let names: BTreeSet<String> = files.iter().map(|file| file.name.clone()).collect();
    files.iter().map(|file| (file.name.clone(), imported_files(file, &names))).collect()
}
