//! The promise of docs/json.md: nothing is lost, and everything is where it says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::values::{line, list, string};
use crate::support::program::{folder, output, program, run_in};

/// Visits every block of a document, inner ones included.
pub(crate) fn each_block(document: &Value, visit: &mut dyn FnMut(&Value)) {
    fn inside(blocks: &Value, visit: &mut dyn FnMut(&Value)) {
        for block in blocks.as_array().into_iter().flatten() {
            visit(block);
            inside(&block["blocks"], visit);
            for item in block["items"].as_array().into_iter().flatten() {
                inside(&item["blocks"], visit);
            }
        }
    }
    inside(&document["blocks"], visit);
    list(&document["sections"]).iter().for_each(|section| inside(&section["blocks"], visit));
}

/// The headings, list items, table rows and paragraphs of a document: line and text of each. A
/// row's text is its first cell.
fn parts(document: &Value) -> Vec<(usize, String)> {
    let of = |value: &Value, text: &Value| (line(value), string(text).to_owned());
    let sections = list(&document["sections"]).iter();
    let mut parts: Vec<_> = sections.map(|section| of(section, &section["title"])).collect();
    each_block(document, &mut |block| match string(&block["kind"]) {
        "paragraph" => parts.push(of(block, &block["text"])),
        "list" => parts.extend(list(&block["items"]).iter().map(|item| of(item, &item["text"]))),
        "table" => parts.extend(list(&block["rows"]).iter().map(|row| of(row, &row["cells"][0]))),
        _ => {}
    });
    parts
}

/// Every place of one side of a comparison: file, line and text.
fn spots(comparison: &Value, side: &str) -> Vec<(String, usize, String)> {
    let mut spots = Vec::new();
    let mut topics: Vec<&Value> = list(&comparison["topics"]).iter().collect();
    while let Some(topic) = topics.pop() {
        let places = list(&topic["pairs"]).iter().map(|pair| &pair[side]).chain([&topic[side]]);
        spots.extend(places.filter(|place| !place.is_null()).map(|place| {
            (string(&place["file"]).to_owned(), line(place), string(&place["text"]).to_owned())
        }));
        topics.extend(list(&topic["topics"]));
    }
    spots
}

/// The JSON that a command gives on a ladder.
#[track_caller]
fn json_of(ladder: &Path, arguments: &[&str]) -> Value {
    let arguments = [arguments, &["--ladder", ".", "--format", "json"]].concat();
    output(program(ladder, &arguments)).json()
}

/// Asserts what docs/json.md promises of a comparison. The documents are those of its two sides;
/// what a counterpart has is no document.
#[track_caller]
pub(crate) fn keeps_its_promise(ladder: &Path, comparison: &Value, documents: [Option<&Value>; 2]) {
    for (side, document) in ["left", "right"].into_iter().zip(documents) {
        let spots = spots(comparison, side);
        for (file, line, text) in &spots {
            holds(ladder, file, *line, text);
        }
        let Some(document) = document else { continue };
        assert_eq!(comparison[side]["title"], document["title"]);
        assert_eq!(comparison[side]["line"], document["line"]);
        let lines: BTreeSet<usize> =
            spots.iter().filter(|spot| document["file"] == spot.0).map(|spot| spot.1).collect();
        for (line, text) in parts(document) {
            let title = &comparison["left"]["title"];
            assert!(lines.contains(&line), "{title}: the {side} side lacks {line}: {text}");
        }
    }
    let is_lone = documents.contains(&None);
    let mut rest = 0;
    for kind in ["same", "changed", "left", "right"] {
        let [compared, other] = [true, false].map(|compares| count(comparison, kind, compares));
        assert_eq!(comparison["summary"][kind].as_u64(), Some(compared as u64), "{kind}");
        // What only one page says has nothing on the other side.
        assert!(!is_lone || other == 0 || kind == "left" || kind == "right", "{kind}");
        rest += other;
    }
    assert_eq!(comparison["summary"]["rest"].as_u64(), Some(rest as u64));
}

/// How many pairs of a kind there are.
fn count_of_kind(comparison: &Value, kind: &str) -> usize {
    [true, false].map(|compares| count(comparison, kind, compares)).iter().sum()
}

/// How many pairs of a kind there are in the topics that compare or do not; each must have the sides of
/// its kind.
fn count(comparison: &Value, kind: &str, compares: bool) -> usize {
    let mut count = 0;
    let outer = list(&comparison["topics"]).iter();
    let mut topics: Vec<&Value> = outer.filter(|topic| topic["compares"] == compares).collect();
    while let Some(topic) = topics.pop() {
        assert_eq!(topic["compares"], compares);
        for one in list(&topic["pairs"]).iter().filter(|pair| pair["kind"] == kind) {
            count += 1;
            let sides = ["left", "right"].map(|side| !one[side].is_null());
            let want = [kind != "right", kind != "left"];
            assert_eq!(sides, want, "{one}");
            assert!(kind != "same" || one["left"]["text"] == one["right"]["text"], "{one}");
        }
        if topic["kind"] == "same" {
            let inner = list(&topic["pairs"]).iter().chain(list(&topic["topics"]));
            assert!(inner.clone().all(|inner| inner["kind"] == "same"), "{topic}");
        }
        topics.extend(list(&topic["topics"]));
    }
    count
}

/// Asserts that a line of a file holds the beginning of a text.
#[track_caller]
fn holds(ladder: &Path, file: &str, line: usize, text: &str) {
    assert!(!Path::new(file).is_absolute() && !file.contains('\\'), "{file}");
    let source = String::from_utf8_lossy(&fs::read(ladder.join(file)).unwrap()).into_owned();
    // Of code, the line is that of its fence.
    let lines = source.lines().skip(line.checked_sub(1).unwrap()).take(2);
    let lines: Vec<&str> = lines.collect();
    let shown = if lines[0].contains("```") { lines[1] } else { lines[0] };
    let word = text.split(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty());
    assert!(word.is_none_or(|word| shown.contains(word)), "{file}:{line} is {shown}, not {text}");
}

/// The ids that `list` gives, and their files.
fn ids(ladder: &Path) -> Vec<(String, String)> {
    let json = run_in(ladder, ["list", "--ladder", ".", "--format", "json"]).json();
    let roles = list(&json["tracks"]).iter().flat_map(|track| list(&track["roles"]));
    let pair = |role: &Value| (string(&role["id"]).to_owned(), string(&role["file"]).to_owned());
    roles.map(pair).collect()
}

#[test]
fn everything_of_either_side_stands_in_a_comparison() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let ids = ids(&data);
    assert_eq!(ids.len(), 12);
    let documents: Vec<Value> = ids.iter().map(|(id, _)| json_of(&data, &["show", id])).collect();
    // Every id names its role.
    for ((_, file), document) in ids.iter().zip(&documents) {
        assert_eq!(document["file"], file.as_str());
    }
    for at in (1..ids.len()).step_by(2) {
        let comparison = json_of(&data, &["compare", &ids[at - 1].0, &ids[at].0]);
        keeps_its_promise(&data, &comparison, [Some(&documents[at - 1]), Some(&documents[at])]);
    }
    let comparison = json_of(&data, &["compare", "cto", "ceo"]);
    keeps_its_promise(&data, &comparison, [documents.last(), None]);
}

#[test]
fn everything_of_hard_documents_stands_in_a_comparison() {
    let hard = hard();
    let hard = hard.path();
    let document = |name| json_of(hard, &["show", name]);
    for (left, right) in [("keeper", "warden"), ("warden", "keeper"), ("keeper", "keeper")] {
        let documents = [document(left), document(right)];
        // A role is set against itself only as two versions of it.
        let version: &[&str] = if left == right { &["--against", "."] } else { &[] };
        let comparison = json_of(hard, &[&["compare", left, right], version].concat());
        keeps_its_promise(hard, &comparison, [Some(&documents[0]), Some(&documents[1])]);
        // Leaving out what is the same leaves out nothing else.
        let shorter =
            json_of(hard, &[&["compare", left, right, "--only-differences"], version].concat());
        assert_eq!(shorter["summary"], comparison["summary"]);
        for kind in ["changed", "left", "right"] {
            assert_eq!(count_of_kind(&shorter, kind), count_of_kind(&comparison, kind));
        }
        assert_eq!(count_of_kind(&shorter, "same"), 0);
    }
}

/// Documents with everything that Markdown can nest, written in the manners people have.
pub(crate) fn hard() -> TempDir {
    let keeper = "\u{feff}---\r\nlevel: 1\r\n---\r\nKeeper\r\n======\r\n\r\nFirst words over\r\ntwo lines.\r\n\r\n\
        Second\r\n------\r\n\r\n* outer\r\n\r\n  its paragraph\r\n\r\n  * inner\r\n    1. innermost\r\n\r\n  ```sh\r\n  code inside\r\n  ```\r\n\r\n\
        > [!TIP]\r\n> quoted words\r\n>\r\n> - quoted item\r\n>\r\n> | quoted | table |\r\n> | --- | --- |\r\n> | cell | other |\r\n\r\n\
        ***\r\n\r\n![a lantern](lantern.png)\r\n\r\n## Second\r\n\r\n## \r\n\r\n| head | only |\r\n| --- | --- |\r\n\r\n\
        <table><tr><th>Tag</th><th>Cell</th></tr>\r\n<tr><td>row one</td><td>alpha</td></tr>\r\n<tr><td>row two</td><td>beta</td></tr></table>\r\n\r\n\
        <ul>\r\n<li>first of html</li>\r\n<li>second of html\r\n<ul><li>nested of html</li></ul></li>\r\n</ul>\r\n\r\n\
        **Bold heading**\r\n\r\n- [ ] an open task\r\n- [x] a done task\r\n\r\n**Another:**\r\nwith words behind\r\n\r\n    indented code\r\n\r\nLast words.";
    let warden = "---\nlevel: 2\n---\n# Warden\n\nFirst words of another.\n\n## Second\n\n1. outer\n2. inner\n\n\
        | Dimension | Keeper | Warden |\n| --- | --- | --- |\n| Nights | 3 | 5 |\n| Lamps | one<br>or two | many |\n| | blank | key |\n\n\
        ### Deeper\n\n#### Deepest\n\n- a\n- a\n- a\n\n## Third\n";
    folder(&[("keeper.md", keeper), ("warden.md", warden)])
}

#[test]
fn every_hit_of_a_search_is_where_it_says() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let json = run_in(&data, ["search", "the", "--ladder", ".", "--format", "json"]).json();
    let hits = list(&json["hits"]);
    assert!(hits.len() > 100);
    for hit in hits {
        holds(&data, string(&hit["file"]), line(hit), string(&hit["text"]));
    }
}
