//! Inside of the modules too: what stands side by side goes in no circle.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::graph;

/// By folder: which of its files and folders import which others of them.
fn imports_between_neighbors() -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut folders: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (file, imports) in graph() {
        let file: Vec<&str> = file.split('/').collect();
        for import in imports {
            let import: Vec<&str> = import.split('/').collect();
            let shared = file.iter().zip(&import).take_while(|(a, b)| a == b).count();
            if let (Some(from), Some(to)) = (file.get(shared), import.get(shared)) {
                let folder = folders.entry(file[..shared].join("/")).or_default();
                folder.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            }
        }
    }
    folders
}

#[test]
fn folders_go_in_no_circle() {
    let folders = imports_between_neighbors();
    assert!(folders["content"]["parse"].contains("source"), "the imports were not read");
    for (folder, imports) in folders {
        for start in imports.keys() {
            let mut stack: Vec<&String> = imports[start].iter().collect();
            let mut seen = BTreeSet::new();
            while let Some(next) = stack.pop() {
                assert!(
                    next != start,
                    "in src/{folder}, {start} imports itself by way of {seen:?}"
                );
                if seen.insert(next) {
                    stack.extend(imports.get(next).into_iter().flatten());
                }
            }
        }
    }
}
