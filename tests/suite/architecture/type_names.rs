//! One type, one name: who reads a name need not ask which of several types it is.

use std::collections::BTreeMap;

use super::sources::sources;

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
    places.retain(|_, files| files.len() > 1);
    assert!(places.is_empty(), "one name for several types: {places:#?}");
}
