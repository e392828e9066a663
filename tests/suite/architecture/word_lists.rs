//! Words that people write are known in one place, `lexicon`: elsewhere no list of them is longer than
//! the few that belong to one rule.

use std::collections::BTreeSet;

use super::sources::sources;

/// A longer list of texts is data.
const MOST: usize = 8;

/// Files that may hold longer lists all the same, and why.
const MAY_LIST: &[(&str, &str)] = &[
    ("content/parse/components/inline", "attributes of HTML"),
    ("content/parse/components/marks", "names that the formats of site generators define"),
    ("content/parse/html/blocks", "elements of HTML"),
    ("content/parse/html/furniture", "elements, roles and classes of HTML"),
    ("content/parse/html/source", "elements of HTML"),
    ("content/source/git", "variables of git"),
    ("content/source/tool_files", "files of tools"),
    ("tui/editor", "names of editors, by how they are told a line"),
];

/// The lengths of the lists of texts in code: `["a", "b"]` and `"a" | "b"`.
fn lists(code: &str) -> Vec<usize> {
    let mut found = Vec::new();
    // A quotation mark that is a character opens no text.
    let code = code.replace("'\"'", "");
    for separator in [',', '|'] {
        let mut count = 0;
        let mut rest = code.as_str();
        while let Some(start) = rest.find('"') {
            let between = rest[..start].trim();
            if between != separator.to_string() {
                found.push(std::mem::take(&mut count));
            }
            count += 1;
            let text = &rest[start + 1..];
            let mut is_escaped = false;
            let end = text.find(|c| {
                let ends = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                ends
            });
            rest = end.map_or("", |end| &text[end + 1..]);
        }
        found.push(count);
    }
    found
}

#[test]
fn lists_are_told_from_other_texts() {
    let longest = |code| lists(code).into_iter().max();
    assert_eq!(longest(r#"f("x"); ["a", "\"", "c"]"#), Some(3));
    assert_eq!(longest(r#""a" | "b" => g("c")"#), Some(2));
}

#[test]
fn words_stand_in_the_lexicon() {
    let mut needed = BTreeSet::new();
    for file in sources() {
        let longest = lists(&file.code).into_iter().max().unwrap_or_default();
        if longest <= MOST || file.module() == "lexicon" {
            continue;
        }
        let may = MAY_LIST.iter().any(|(name, _)| *name == file.name);
        assert!(
            may,
            "src/{}.rs lists {longest} texts: words belong into src/lexicon/data",
            file.name
        );
        needed.insert(file.name);
    }
    for (name, _) in MAY_LIST {
        assert!(needed.contains(*name), "src/{name}.rs lists no more: take it out of MAY_LIST");
    }
}
