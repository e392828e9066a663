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
    ("tui/driver/editor", "names of editors, by how they are told a line"),
];

/// Each text in code, behind the code before it.
fn texts(code: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = code;
    while let Some((before, text)) = rest.split_once('"') {
        let mut is_escaped = false;
        let end = text.find(|c| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        let (text, behind) = text.split_at(end.unwrap_or(text.len()));
        found.push((before.trim(), text));
        rest = behind.strip_prefix('"').unwrap_or_default();
    }
    found
}

/// How many words the longest list has: `["a", "b"]`, `"a" | "b"` or `" a b "`.
fn longest_list(code: &str) -> usize {
    // A quotation mark that is a character opens no text.
    let code = code.replace("'\"'", "");
    let texts = texts(&code);
    let is_list = |text: &str| text.starts_with(' ') && text.ends_with(' ');
    let inside = texts.iter().filter(|(_, text)| is_list(text));
    let inside = inside.map(|(_, text)| text.split_whitespace().count());
    let one_by_one = [",", "|"].into_iter().flat_map(|separator| {
        texts.chunk_by(move |_, (between, _)| *between == separator).map(<[_]>::len)
    });
    inside.chain(one_by_one).max().unwrap_or_default()
}

#[test]
fn lists_are_told_from_other_texts() {
    assert_eq!(longest_list(r#"f("x"); ["a", "\"", "c"]"#), 3);
    assert_eq!(longest_list(r#""a" | "b" => g("c")"#), 2);
    assert_eq!(longest_list(r#"x == '"' && " of the in ".contains("c")"#), 3);
}

#[test]
fn words_stand_in_the_lexicon() {
    let mut needed = BTreeSet::new();
    for file in sources() {
        let longest = longest_list(&file.code);
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
