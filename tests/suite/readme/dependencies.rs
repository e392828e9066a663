//! `docs/dependencies.md` and `Cargo.toml` name the same crates.

use std::collections::BTreeSet;

const CARGO: &str = include_str!("../../../Cargo.toml");
const SAID: &str = include_str!("../../../docs/dependencies.md");

/// The crates of a table of `Cargo.toml`, by the names that sources use.
fn of_cargo(table: &str) -> BTreeSet<&'static str> {
    let lines = CARGO.lines().skip_while(|line| *line != table).skip(1);
    let lines = lines.take_while(|line| !line.starts_with('['));
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" ="))
        .map(|it| it.0)
        .collect()
}

#[test]
fn each_dependency_has_its_reason() {
    let used = SAID.split("## ").find_map(|part| part.strip_prefix("Used")).unwrap();
    let rows = used.lines().filter_map(|line| line.strip_prefix("| ")?.split_once(" | "));
    let rows = rows.filter(|(_, why)| !why.starts_with("why") && !why.starts_with("---"));
    let said: BTreeSet<&str> = rows
        .inspect(|(name, why)| assert!(why.len() > 10, "{name}: {why}"))
        .flat_map(|(names, _)| names.split(", "))
        // "serde-saphyr, as serde_yaml" is one crate.
        .map(|name| name.trim_start_matches("as "))
        .filter(|name| *name != "serde-saphyr")
        .collect();
    assert_eq!(said, of_cargo("[dependencies]"));
    for name in of_cargo("[dev-dependencies]") {
        assert!(used.contains(name), "{name}");
    }
}
