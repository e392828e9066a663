//! One type, one name: who reads a name need not ask which of several types it is.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::sources;

/// Names that several types still have. This list only gets shorter.
const SHARED: &[&str] = &[
    "Candidate",
    "Group",
    "Key",
    "Kind",
    "Layout",
    "List",
    "Mark",
    "Piece",
    "Place",
    "Rule",
    "Run",
    "Side",
    "Spot",
    "Table",
    "Target",
    "Unit",
    "When",
    "Word",
];

/// The name of the type that a line declares.
fn declared(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(' ')?.1,
        Some(rest) => rest.trim_start(),
        None => line,
    };
    let kinds = ["struct ", "enum ", "trait ", "type "];
    let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
    let end = rest.find(|c: char| !c.is_alphanumeric());
    Some(&rest[..end.unwrap_or(rest.len())])
}

#[test]
fn a_type_name_stands_once_in_the_crate() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in sources() {
        for name in file.code.lines().filter_map(declared) {
            places.entry(name.to_owned()).or_default().push(file.name.clone());
        }
    }
    assert!(places.contains_key("Ladder"), "the sources were not read");
    let shared: BTreeSet<&str> =
        places.iter().filter(|(_, files)| files.len() > 1).map(|(name, _)| name.as_str()).collect();
    for name in &shared {
        assert!(SHARED.contains(name), "{name} is several types: {:?}", places[*name]);
    }
    for name in SHARED {
        assert!(shared.contains(name), "{name} is one type now: take it out of the list");
    }
}
