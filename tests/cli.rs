//! The command line as people and programs meet it: arguments in, stdout, stderr and status out.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use serde_json::Value;
use tempfile::TempDir;

/// What a run of the program gave.
struct Output {
    stdout: String,
    stderr: String,
    status: i32,
}

impl Output {
    /// What it printed; it must have succeeded and said nothing.
    #[track_caller]
    fn fine(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// What it printed as JSON; it must have succeeded.
    #[track_caller]
    fn json(self) -> Value {
        assert_eq!(self.status, 0, "{}", self.stderr);
        serde_json::from_str(&self.stdout).unwrap()
    }

    /// What it complained about; it must have failed and printed nothing.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.status, self.stdout.as_str()), (2, ""));
        self.stderr
    }
}

/// The program with arguments, in a folder, without anything from the environment that it heeds.
fn program(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(arguments).current_dir(folder);
    for name in ["RUNGS_LADDER", "NO_COLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_CTYPE", "LANG", "TERM"]
    {
        command.env_remove(name);
    }
    command.env("LC_ALL", "C.UTF-8");
    command
}

fn output(mut command: Command) -> Output {
    let output = command.output().unwrap();
    Output {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

/// Runs on the built-in ladder, from the project's folder.
fn run<const N: usize>(arguments: [&str; N]) -> Output {
    output(program(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments))
}

/// Runs in a folder.
fn run_in<const N: usize>(folder: impl AsRef<Path>, arguments: [&str; N]) -> Output {
    output(program(folder.as_ref(), &arguments))
}

/// Runs on the ladder that a folder holds.
fn run_on<const N: usize>(ladder: &TempDir, arguments: [&str; N]) -> Output {
    let mut command = program(ladder.path(), &arguments);
    command.env("RUNGS_LADDER", ".");
    output(command)
}

/// A folder with these documents.
fn folder(documents: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in documents {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn bakery() -> TempDir {
    folder(&[("index.md", INDEX), ("apprentice.md", APPRENTICE), ("baker.md", BAKER)])
}

const INDEX: &str = "\
# Bakery Ladder

From the first loaf to the whole shop.

- [Apprentice](apprentice.md)
- [Baker](baker.md)
";

const APPRENTICE: &str = "\
---
order: 1
label: Apprentice
level: B1
shift: [early, late]
---

# Apprentice Baker

Learns the craft at the side of a Baker.

## Dough

- **Mixing**: two doughs a day
- Weighs flour to the gram
  - rye as well

**Ovens**

1. Watches one oven
2. Calls a Baker when a loaf burns

## Tools

- [ ] Owns a *scraper*
- [x] Knows the `mixer`

> A quiet hand is a good hand.

```text
flour, water, salt
```
";

const BAKER: &str = "\
---
order: 2
label: Baker
level: B2
---

# Baker

Keeps the shop in bread.

## Dough

- **Mixing**: six doughs a day
- Weighs flour to the gram
- Plans the starter for the week

**Ovens**

1. Watches three ovens

## Baker and Head Baker

| Topic | Baker | Head Baker |
| --- | --- | --- |
| Shifts | 5 a week | 4 a week |
| Team | none | 3-6 bakers |
";

// ---- What the commands print ----

#[test]
fn list_as_text() {
    assert_snapshot!(run_on(&bakery(), ["list"]).fine(), @r"
    Bakery Ladder

    Bakery Ladder
      B1  Apprentice  Apprentice Baker  apprentice.md
      B2  Baker                         baker.md

    Known from tables
      Head Baker  in Baker

    Pages
      Bakery Ladder  index.md
    ");
}

#[test]
fn list_as_markdown() {
    assert_snapshot!(run_on(&bakery(), ["list", "--format", "markdown"]).fine(), @r"
    # Bakery Ladder

    ## Bakery Ladder

    | Level | Label | Title | File |
    | --- | --- | --- | --- |
    | B1 | Apprentice | Apprentice Baker | apprentice.md |
    | B2 | Baker | Baker | baker.md |

    ## Known from tables

    - Head Baker (in Baker)

    ## Pages

    - Bakery Ladder (index.md)
    ");
}

#[test]
fn list_as_json() {
    assert_snapshot!(run_on(&bakery(), ["list", "--format", "json"]).fine(), @r#"
    {
      "ladder": "Bakery Ladder",
      "tracks": [
        {
          "title": "Bakery Ladder",
          "roles": [
            {
              "id": "apprentice",
              "title": "Apprentice Baker",
              "label": "Apprentice",
              "level": "B1",
              "origin": "file",
              "file": "apprentice.md",
              "line": 8,
              "sections": 3,
              "tables": 0,
              "items": 7
            },
            {
              "id": "baker",
              "title": "Baker",
              "label": "Baker",
              "level": "B2",
              "origin": "file",
              "file": "baker.md",
              "line": 7,
              "sections": 3,
              "tables": 1,
              "items": 4
            }
          ]
        }
      ],
      "counterparts": [
        {
          "name": "Head Baker",
          "known_from": [
            {
              "role": "baker",
              "file": "baker.md",
              "line": 23,
              "section": "Baker and Head Baker"
            }
          ]
        }
      ],
      "pages": [
        {
          "title": "Bakery Ladder",
          "file": "index.md"
        }
      ],
      "diagnostics": []
    }
    "#);
}

#[test]
fn show_as_text() {
    assert_snapshot!(run_on(&bakery(), ["show", "apprentice", "--width", "40"]).fine(), @r"
    Apprentice Baker

    Learns the craft at the side of a Baker.

    Dough
    ────────────────────────────────────────
    • Mixing: two doughs a day
    • Weighs flour to the gram
      ◦ rye as well

    Ovens
    1. Watches one oven
    2. Calls a Baker when a loaf burns

    Tools
    ────────────────────────────────────────
    ☐ Owns a scraper
    ☑ Knows the mixer

    ▌ A quiet hand is a good hand.

      flour, water, salt
    ");
}

#[test]
fn show_as_markdown() {
    assert_snapshot!(run_on(&bakery(), ["show", "baker", "--format", "markdown"]).fine(), @r"
    # Baker

    Keeps the shop in bread.

    ## Dough

    - **Mixing**: six doughs a day
    - Weighs flour to the gram
    - Plans the starter for the week

    ### **Ovens**

    1. Watches three ovens

    ## Baker and Head Baker

    | Topic | Baker | Head Baker |
    | --- | --- | --- |
    | Shifts | 5 a week | 4 a week |
    | Team | none | 3-6 bakers |
    ");
}

#[test]
fn show_one_section_as_json() {
    let json = run_on(&bakery(), ["show", "apprentice", "oven", "--format", "json"]).fine();
    assert_snapshot!(json, @r#"
    {
      "title": "Apprentice Baker",
      "label": "Apprentice",
      "file": "apprentice.md",
      "line": 8,
      "front_matter": {
        "order": 1,
        "label": "Apprentice",
        "level": "B1",
        "shift": [
          "early",
          "late"
        ]
      },
      "blocks": [],
      "sections": [
        {
          "title": "Ovens",
          "anchor": "ovens",
          "depth": 2,
          "line": 18,
          "blocks": [
            {
              "kind": "list",
              "line": 20,
              "start": 1,
              "items": [
                {
                  "line": 20,
                  "checked": null,
                  "text": "Watches one oven",
                  "blocks": []
                },
                {
                  "line": 21,
                  "checked": null,
                  "text": "Calls a Baker when a loaf burns",
                  "blocks": []
                }
              ]
            }
          ]
        }
      ]
    }
    "#);
}

#[test]
fn a_counterpart_and_a_page_can_be_shown() {
    assert_snapshot!(run_on(&bakery(), ["show", "head baker"]).fine(), @r"
    Head Baker

    Head Baker has no document of its own. This is what the tables of others say of
    it: Baker.

    Baker and Head Baker
    ────────────────────────────────────────────────────────────────────────────────
    • Shifts: 4 a week
    • Team: 3-6 bakers
    ");
    assert_snapshot!(run_on(&bakery(), ["show", "bakery"]).fine(), @r"
    Bakery Ladder

    From the first loaf to the whole shop.

    • Apprentice
    • Baker
    ");
}

#[test]
fn compare_as_text() {
    let text = run_on(&bakery(), ["compare", "apprentice", "baker", "--width", "64"]).fine();
    assert_snapshot!(text, @r"
    < Apprentice                     > Baker
    ~ 2 changed   < 7 only Apprentice   > 4 only Baker
    = 1 the same

    ~ Apprentice Baker               │ Baker
    ────────────────────────────────────────────────────────────────
    < Learns the craft at the side   > Keeps the shop in bread.
      of a Baker.                    │

    ~ Dough
    ────────────────────────────────────────────────────────────────
    ~ Mixing: two doughs a day       │ Mixing: six doughs a day
    = Weighs flour to the gram       │ Weighs flour to the gram
    < - rye as well                  > Plans the starter for the
                                     │ week

    ~ Ovens
    ~ Watches one oven               │ Watches three ovens
    < Calls a Baker when a loaf      │
      burns                          │

    < Tools
    ────────────────────────────────────────────────────────────────
    < Owns a scraper                 │
    < Knows the mixer                │
    < A quiet hand is a good hand.   │
    < flour, water, salt             │

    > Baker and Head Baker
    ────────────────────────────────────────────────────────────────
                                     > Shifts: 5 a week
                                     > Team: none
    ");
}

#[test]
fn compare_only_differences_as_markdown() {
    let arguments =
        ["compare", "baker", "head baker", "--only-differences", "--format", "markdown"];
    assert_snapshot!(run_on(&bakery(), arguments).fine(), @r"
    # Baker | Head Baker

    2 changed, 5 only Baker, 0 only Head Baker, 0 the same.

    ## Baker and Head Baker

    | | | Baker | Head Baker |
    | --- | --- | --- | --- |
    | ~ | **Shifts** | 5 a week | 4 a week |
    | ~ | **Team** | none | 3-6 bakers |
    ");
}

#[test]
fn compare_as_json() {
    let json = run_on(&bakery(), ["compare", "apprentice", "baker", "--format", "json"]).json();
    assert_snapshot!(outline(&json), @r"
    apprentice:Apprentice Baker:apprentice.md:8 | baker:Baker:baker.md:7
    same 1, changed 2, left 7, right 4
    changed Baker: apprentice.md:8 | baker.md:7
      left apprentice.md:10 Learns the craft at the side of a Baker. | -
      right - | baker.md:9 Keeps the shop in bread.
    changed Dough: apprentice.md:12 | baker.md:11
      changed apprentice.md:14 Mixing: two doughs a day | baker.md:13 Mixing: six doughs a day
      same apprentice.md:15 Weighs flour to the gram | baker.md:14 Weighs flour to the gram
      left apprentice.md:16 rye as well | -
      right - | baker.md:15 Plans the starter for the week
      changed Ovens: apprentice.md:18 | baker.md:17
        changed apprentice.md:20 Watches one oven | baker.md:19 Watches three ovens
        left apprentice.md:21 Calls a Baker when a loaf burns | -
    left Tools: apprentice.md:23 | -
      left apprentice.md:25 Owns a scraper | -
      left apprentice.md:26 Knows the mixer | -
      left apprentice.md:28 A quiet hand is a good hand. | -
      left apprentice.md:30 flour, water, salt | -
    right Baker and Head Baker: - | baker.md:21
      right - | baker.md:25 Shifts: 5 a week
      right - | baker.md:26 Team: none
    ");
}

/// A comparison's JSON, a line for each topic and pair.
fn outline(comparison: &Value) -> String {
    fn spot(spot: &Value, with_text: bool) -> String {
        if spot.is_null() {
            return "-".to_owned();
        }
        let text = if with_text { format!(" {}", string(&spot["text"])) } else { String::new() };
        format!("{}:{}{text}", string(&spot["file"]), spot["line"])
    }
    fn topics(out: &mut String, of: &Value, indent: &str) {
        for topic in list(&of["topics"]) {
            let [left, right] = ["left", "right"].map(|side| spot(&topic[side], false));
            let (kind, title) = (string(&topic["kind"]), string(&topic["title"]));
            out.push_str(&format!("{indent}{kind} {title}: {left} | {right}\n"));
            for pair in list(&topic["pairs"]) {
                let [left, right] = ["left", "right"].map(|side| spot(&pair[side], true));
                out.push_str(&format!("{indent}  {} {left} | {right}\n", string(&pair["kind"])));
            }
            topics(out, topic, &format!("{indent}  "));
        }
    }
    let side = |side: &str| {
        let side = &comparison[side];
        let words = ["id", "title", "file"].map(|key| side[key].as_str().unwrap_or("null"));
        format!("{}:{}", words.join(":"), side["line"])
    };
    let summary = comparison["summary"].as_object().unwrap();
    let counts: Vec<String> =
        summary.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
    let mut out = format!("{} | {}\n{}\n", side("left"), side("right"), counts.join(", "));
    topics(&mut out, comparison, "");
    out
}

#[test]
fn search_in_every_format() {
    let bakery = bakery();
    assert_snapshot!(run_on(&bakery, ["search", "flour"]).fine(), @r"
    apprentice.md:30: Apprentice › Tools: flour, water, salt
    apprentice.md:15: Apprentice › Dough: Weighs flour to the gram
    baker.md:14: Baker › Dough: Weighs flour to the gram
    ");
    assert_snapshot!(run_on(&bakery, ["search", "starter", "--format", "markdown"]).fine(), @"- **Baker › Dough** (baker.md:15): Plans the starter for the week");
    assert_snapshot!(run_on(&bakery, ["search", "three ovens", "--format", "json"]).fine(), @r#"
    {
      "query": "three ovens",
      "hits": [
        {
          "title": "Baker",
          "section": "Ovens",
          "file": "baker.md",
          "line": 19,
          "text": "Watches three ovens",
          "matches": [
            "three",
            "ovens"
          ]
        }
      ]
    }
    "#);
}

#[test]
fn without_utf8_rules_and_bullets_are_plain() {
    for locale in ["C", "", "POSIX"] {
        let mut command = program(bakery().path(), &["compare", "apprentice", "baker"]);
        command.env("LC_ALL", locale).env_remove("RUNGS_LADDER");
        let bakery = bakery();
        command.current_dir(bakery.path()).args(["--ladder", "."]);
        let text = output(command).fine();
        assert!(text.is_ascii() && text.contains("----"), "{locale}: {text}");
    }
}

#[test]
fn a_search_without_a_hit_is_status_1() {
    for words in ["zyzzyva", "", "  ", "\"flour gram\""] {
        let bakery = bakery();
        let text = run_on(&bakery, ["search", words]);
        assert_eq!(
            (text.status, text.stdout.as_str(), text.stderr.as_str()),
            (1, "", ""),
            "{words}"
        );
        let json = run_on(&bakery, ["search", words, "--format", "json"]);
        let found: Value = serde_json::from_str(&json.stdout).unwrap();
        assert_eq!((json.status, &found["hits"]), (1, &Value::Array(Vec::new())));
    }
    // Small letters find capitals too, a capital only itself.
    assert_eq!(run_on(&bakery(), ["search", "weighs"]).fine().lines().count(), 2);
    assert_eq!(run_on(&bakery(), ["search", "Flour"]).status, 1);
    // The words may stand anywhere in a place; a quoted phrase stands together.
    assert_eq!(run_on(&bakery(), ["search", "gram", "flour"]).fine().lines().count(), 2);
    assert_eq!(run_on(&bakery(), ["search", "weighs flour", "gram"]).fine().lines().count(), 2);
}

// ---- The promise of docs/json.md ----

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn line(value: &Value) -> usize {
    usize::try_from(value["line"].as_u64().unwrap()).unwrap()
}

/// Asserts that a value has the fields of an example, in its order, at every depth.
#[track_caller]
fn same_shape(value: &Value, example: &Value, place: &str) {
    match (value, example) {
        (Value::Object(value), Value::Object(example)) => {
            let [names, wanted] = [value, example].map(|map| map.keys().collect::<Vec<_>>());
            assert_eq!(names, wanted, "{place}");
            for (name, value) in value {
                same_shape(value, &example[name], &format!("{place}.{name}"));
            }
        }
        (Value::Array(values), Value::Array(examples)) => {
            let Some(example) = examples.first() else { return };
            values.iter().for_each(|value| same_shape(value, example, &format!("{place}[]")));
        }
        // What may be missing is null.
        (Value::Null, _) | (_, Value::Null) => {}
        _ => assert_eq!(
            std::mem::discriminant(value),
            std::mem::discriminant(example),
            "{place}: {value} where the promise has {example}"
        ),
    }
}

/// The example that docs/json.md gives for a command.
fn example(command: &str) -> Value {
    let docs = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/json.md");
    let docs = fs::read_to_string(docs).unwrap();
    let (_, rest) = docs.split_once(&format!("## `rungs {command}")).unwrap();
    let (_, rest) = rest.split_once("```json\n").unwrap();
    serde_json::from_str(rest.split_once("```").unwrap().0).unwrap()
}

#[test]
fn the_fields_are_those_of_the_promise() {
    let json = run(["list", "--format", "json"]).json();
    same_shape(&json, &example("list"), "list");
    let faulty = folder(&[("a.md", "# Engineer\n\n| a | b |\n| - | - |\n| c |\n")]);
    let json = run_on(&faulty, ["list", "--format", "json"]).json();
    assert_eq!(list(&json["diagnostics"]).len(), 1);
    same_shape(&json, &example("list"), "list");
    let json = run(["search", "budget", "--format", "json"]).json();
    same_shape(&json, &example("search"), "search");
    assert!(list(&json["hits"]).iter().all(|hit| {
        list(&hit["matches"]).iter().all(|word| string(word).eq_ignore_ascii_case("budget"))
    }));
    let json = run(["compare", "director", "vp", "--format", "json"]).json();
    let mut want = example("compare");
    // What the example leaves empty has the shape of what it shows.
    let mut inner = want["topics"][0].clone();
    for _ in 0..6 {
        let outer = want["topics"][0].clone();
        inner["topics"] = Value::Array(vec![outer]);
        want["topics"][0]["topics"] = Value::Array(vec![inner.clone()]);
    }
    same_shape(&json, &want, "compare");
}

#[test]
fn the_blocks_are_those_of_the_promise() {
    let fields = |kind: &str| match kind {
        "paragraph" => vec!["text"],
        "list" => vec!["start", "items"],
        "table" => vec!["header", "rows"],
        "quote" => vec!["callout", "blocks"],
        "code" => vec!["language", "text"],
        "rule" => vec![],
        "image" => vec!["alt", "target"],
        other => panic!("the promise has no kind {other}"),
    };
    let json = run_on(&hard(), ["show", "keeper", "--format", "json"]).json();
    let mut kinds = BTreeSet::new();
    each_block(&json, &mut |block| {
        let kind = string(&block["kind"]);
        let names: Vec<&String> = block.as_object().unwrap().keys().collect();
        let want: Vec<&str> = ["kind", "line"].into_iter().chain(fields(kind)).collect();
        assert_eq!(names, want);
        kinds.insert(kind.to_owned());
    });
    assert_eq!(kinds.len(), 7, "{kinds:?}");
    let names = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let document = ["title", "label", "file", "line", "front_matter", "blocks", "sections"];
    assert_eq!(names(&json), document);
    for section in list(&json["sections"]) {
        assert_eq!(names(section), ["title", "anchor", "depth", "line", "blocks"]);
    }
}

/// Visits every block of a document, inner ones included.
fn each_block(document: &Value, visit: &mut dyn FnMut(&Value)) {
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
fn keeps_its_promise(ladder: &Path, comparison: &Value, documents: [Option<&Value>; 2]) {
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
    for kind in ["same", "changed", "left", "right"] {
        let count = count_of_kind(comparison, kind);
        assert_eq!(comparison["summary"][kind].as_u64(), Some(count as u64), "{kind}");
    }
}

/// How many pairs of a kind there are; each must have the sides of its kind.
fn count_of_kind(comparison: &Value, kind: &str) -> usize {
    let mut count = 0;
    let mut topics: Vec<&Value> = list(&comparison["topics"]).iter().collect();
    while let Some(topic) = topics.pop() {
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
        let comparison = json_of(hard, &["compare", left, right]);
        keeps_its_promise(hard, &comparison, [Some(&documents[0]), Some(&documents[1])]);
        // Leaving out what is the same leaves out nothing else.
        let shorter = json_of(hard, &["compare", left, right, "--only-differences"]);
        assert_eq!(shorter["summary"], comparison["summary"]);
        for kind in ["changed", "left", "right"] {
            assert_eq!(count_of_kind(&shorter, kind), count_of_kind(&comparison, kind));
        }
        assert_eq!(count_of_kind(&shorter, "same"), 0);
    }
}

/// Documents with everything that Markdown can nest, written in the manners people have.
fn hard() -> TempDir {
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

// ---- Naming a role ----

#[test]
fn a_role_is_named_the_way_people_say_it() {
    for name in [
        "director",
        "DIRECTOR",
        "Director of Software Engineering",
        "M4",
        "management/director.md",
        "director.md",
        "director.md:1",
        "management/director.md:42",
        "data/management/director.md:42",
        "./management/director.md",
        "dir",
        "director of software",
    ] {
        let shown = run(["show", name, "--format", "json"]).json();
        assert_eq!(shown["file"], "management/director.md", "{name}");
    }
    for (name, label) in
        [("em", "EM"), ("sem", "Senior EM"), ("vp of engineering", "VP"), ("E4", "Staff")]
    {
        assert_eq!(run(["show", name, "--format", "json"]).json()["label"], label, "{name}");
    }
}

#[test]
fn a_page_is_named_by_its_title_and_never_guessed_for_a_role() {
    let file = |name| run(["show", name, "--format", "json"]).json()["file"].clone();
    assert_eq!(file("Engineering Career Ladder"), "index.md");
    assert_eq!(file("engineering career"), "index.md");
    assert_eq!(file("Management"), "management/index.md");
    // The page is called just so; the Engineering Manager only begins so.
    assert_eq!(file("engineering"), "engineering/index.md");
    assert_eq!(file("engineer"), "engineering/engineer.md");
    let several = run(["show", "m"]).refused();
    assert!(several.starts_with("rungs: `m` can be several roles: "), "{several}");
    run(["compare", "index.md", "vp"]).refused();
}

#[test]
fn an_ambiguous_name_lists_who_is_meant() {
    let message = "rungs: `s` can be several roles: senior-engineer (Senior Engineer), \
                   staff-engineer (Staff Engineer), senior-engineering-manager (Senior Engineering \
                   Manager)\n";
    assert_eq!(run(["show", "s"]).refused(), message);
    assert_eq!(run(["compare", "s", "vp"]).refused(), message);
    assert_eq!(run(["compare", "vp", "s", "--format", "json"]).refused(), message);
}

#[test]
fn an_unknown_name_lists_who_there_is() {
    let near = run(["show", "directr"]).refused();
    assert!(near.contains("did you mean director (Director of Software Engineering)"), "{near}");
    let bakery = bakery();
    let far = run_on(&bakery, ["compare", "baker", "welder"]).refused();
    assert!(far.starts_with("rungs: there is no role `welder`; "), "{far}");
    assert!(far.contains("apprentice (Apprentice Baker), baker, Head Baker"), "{far}");
    assert_eq!(
        run_on(&bakery, ["show", "baker", "cake"]).refused(),
        "rungs: Baker has no section \"cake\"; it has:\n  Dough\n  Ovens\n  Baker and Head Baker\n"
    );
}

// ---- Which ladder ----

#[test]
fn the_argument_beats_the_flag_and_the_flag_beats_the_variable() {
    let bakery = bakery();
    let alone = |title: &str| folder(&[("a.md", &format!("# {title} Engineer\n\nWords.\n"))]);
    let (by_flag, by_argument) = (alone("Junior"), alone("Senior"));
    let [flag, argument] = [&by_flag, &by_argument].map(|folder| folder.path().to_str().unwrap());
    let lists = |arguments: &[&str], words: &str| {
        let mut command = program(Path::new("."), arguments);
        command.env("RUNGS_LADDER", bakery.path());
        let stdout = output(command).fine();
        assert!(stdout.contains(words), "{arguments:?}: {stdout}");
    };
    lists(&[], "Apprentice Baker");
    lists(&["list"], "Apprentice Baker");
    lists(&["--ladder", flag], "Junior Engineer");
    lists(&["list", "--ladder", flag], "Junior Engineer");
    lists(&["--ladder", flag, "list"], "Junior Engineer");
    lists(&[argument], "Senior Engineer");
    lists(&[argument, "--ladder", flag], "Senior Engineer");
    // Without any, the built-in one.
    assert!(run([]).fine().contains("Director of Software Engineering"));
    let file = by_flag.path().join("a.md");
    lists(&[file.to_str().unwrap()], "Junior Engineer");
}

#[test]
fn without_a_terminal_it_prints_the_list_in_any_format() {
    let bakery = bakery();
    for format in ["text", "markdown", "json"] {
        let [bare, list] = [
            run_in(&bakery, [".", "--format", format]),
            run_on(&bakery, ["list", "--format", format]),
        ];
        assert_eq!(bare.fine(), list.fine());
    }
}

#[test]
fn a_path_before_a_command_is_refused() {
    let message = run(["data", "list"]).refused();
    assert!(message.contains("--ladder") && message.contains("data"), "{message}");
}

#[test]
fn what_is_no_ladder_says_what_to_try() {
    let folder =
        folder(&[("empty/.keep", ""), ("other/notes.csv", "a,b\n"), ("blank/a.md", " \n")]);
    for (path, message) in [
        (
            "nowhere",
            "there is no file or folder `nowhere`; name a Markdown file or a folder of them",
        ),
        (
            "empty",
            "`empty` holds no document: there is no Markdown file (*.md, *.markdown, *.mdx) in it; name another folder, or make a ladder with `rungs init DIR`",
        ),
        (
            "other",
            "`other` holds no document: there is no Markdown file in it, and of its data files (1) none has levels in a form that is known; the README says which are, under \"A ladder\"",
        ),
        (
            "other/notes.csv",
            "`other/notes.csv` holds no document: it has levels in no form that is known; the README says which are, under \"A ladder\"",
        ),
        ("blank/a.md", "`blank/a.md` holds no document: the file is empty"),
        ("blank", "`blank` holds no document: its Markdown files (1) are all empty"),
    ] {
        let message = format!("rungs: {message}\n");
        for arguments in [[path, "--width=80"], ["list", &format!("--ladder={path}")]] {
            assert_eq!(run_in(&folder, arguments).refused(), message);
        }
    }
}

// ---- How it is written ----

#[test]
fn no_escape_sequence_reaches_a_pipe_unless_asked_for() {
    let bakery = bakery();
    let commands: [&[&str]; 6] = [
        &["."],
        &["list", "--ladder=."],
        &["show", "baker", "--ladder=."],
        &["compare", "baker", "apprentice", "--ladder=."],
        &["search", "flour", "--ladder=."],
        &["--help"],
    ];
    for command in commands {
        for format in ["text", "markdown", "json"] {
            let print = |color| {
                let arguments = [command, &["--format", format, "--color", color]].concat();
                output(program(bakery.path(), &arguments)).fine()
            };
            let plain = print("auto");
            assert!(!plain.contains('\x1b'), "{command:?} {format}");
            assert_eq!(print("never"), plain);
            let painted = print("always");
            assert_eq!(painted.contains('\x1b'), format == "text" && command[0] != "--help");
            // Painting may reach to the end of a line.
            let lines = |text: &str| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
            assert_eq!(lines(&without_styles(&painted)), lines(&plain), "{command:?} {format}");
        }
    }
}

fn without_styles(text: &str) -> String {
    let mut parts = text.split("\x1b[");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |text, part| text + part.split_once('m').unwrap().1)
}

#[test]
fn no_line_is_wider_than_asked_for() {
    for width in [8_usize, 20, 40, 80, 200] {
        for command in
            [&["show", "director"][..], &["compare", "director", "vp"], &["show", "index.md"]]
        {
            let wish = width.to_string();
            let arguments = [command, &["--width", &wish]].concat();
            let text = output(program(Path::new("."), &arguments)).fine();
            let widest = text.lines().map(rungs::page::width).max().unwrap();
            assert!(widest <= width, "{command:?} at {width}: {widest}");
            assert!(widest * 10 >= width * 8, "{command:?} at {width} uses {widest}");
        }
    }
    let message = run(["show", "vp", "--width", "0"]).refused();
    assert!(message.contains("--width"), "{message}");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    for arguments in [&["list"][..], &["show", "vp"], &["search", "a"], &["completions", "zsh"]] {
        let mut command = program(Path::new("."), arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &[][..]));
    }
}

#[test]
fn text_of_a_document_steers_nothing() {
    let evil = "\x1b]0;pwned\x07\x1b[31m\u{9b}32m\r&#27;[2J&#x9b;33m\x08\x7f\u{202e}";
    let page = |title: &str| {
        format!(
            "---\nlabel: \"{title} \\e[31m\\u009b31m\"\nother: \"\\e]0;pwned\\a\"\n---\n# {title}{evil}\n\n\
             {evil} words [link{evil}](a&#27;.md)\n\n## Section{evil}\n\n- item{evil}\n\n```{evil}\ncode{evil}\n```\n\n\
             | a{evil} | {title} | Third |\n| - | - | - |\n| b | c{evil} |\n"
        )
    };
    let folder = folder(&[("one.md", &page("Keeper")), ("two.md", &page("Warden"))]);
    if cfg!(unix) {
        fs::write(folder.path().join("th\x1b[31mree\r.md"), page("Third\x1b Keeper")).unwrap();
    }
    for command in [
        &["list"][..],
        &["show", "one"],
        &["show", "nobody\x1b[31m"],
        &["show", "one", "nothing\x1b[31m\u{9b}m"],
        &["compare", "one", "two"],
        &["search", "words"],
        &["list", "--wi\x1b]0;pwned\x07dth"],
        &["list", "--ladder", "no\x1b[31mwhere"],
        &["init", "\x1b[31m/one.md/x"],
    ] {
        for format in ["text", "markdown", "json"] {
            let arguments = [command, &["--format", format]].concat();
            let mut command = program(folder.path(), &arguments);
            command.env("RUNGS_LADDER", ".");
            let output = output(command);
            let bad = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
            for written in [&output.stdout, &output.stderr] {
                assert!(!written.contains(bad), "{arguments:?}: {written:?}");
            }
            // Nor is any escaped in JSON.
            if let Ok(json) = serde_json::from_str::<Value>(&output.stdout) {
                each_text(&json, &mut |text| {
                    assert!(!text.contains(bad), "{arguments:?}: {text:?}");
                });
            }
        }
    }
}

/// Visits every text in a value, names of fields included.
fn each_text(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(values) => values.iter().for_each(|value| each_text(value, visit)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| {
            visit(name);
            each_text(value, visit);
        }),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

// ---- What is wrong with a ladder ----

#[test]
fn what_is_wrong_is_said_and_the_rest_is_listed() {
    let folder = faulty();
    let listed = run_on(&folder, ["list"]);
    assert_eq!(listed.status, 0);
    for title in ["Junior", "Plain", "Senior", "Staff", "Principal", "Lead", "Chief"] {
        let title = format!("{title} Engineer");
        assert!(listed.stdout.contains(&title), "{title}: {}", listed.stdout);
    }
    let places: Vec<&str> =
        listed.stderr.lines().filter_map(|line| line.trim().strip_prefix("--> ")).collect();
    for place in [
        "a-front.md:3:8",
        "b-ragged.md:5:1",
        "b-ragged.md:6:1",
        "c-bytes.md:3:3",
        "d-empty.md:1:1",
        "m-keys.md:2:8",
        "m-keys.md:3:11",
        "m-keys.md:5:1",
        "n-open.md:1:1",
    ] {
        assert!(places.contains(&place), "{place}: {}", listed.stderr);
    }
    // The same as JSON, each with advice; and other commands say how to see it.
    let json = run_on(&folder, ["list", "--format", "json"]).json();
    let diagnostics = list(&json["diagnostics"]);
    let place = |d: &Value| format!("{}:{}:{}", string(&d["file"]), d["line"], d["column"]);
    assert_eq!(diagnostics.iter().map(place).collect::<Vec<_>>(), places);
    assert!(diagnostics.iter().all(|d| !string(&d["help"]).is_empty()));
    let shown = run_on(&folder, ["show", "senior"]);
    assert!(shown.stdout.contains("A \u{fffd} byte."), "{}", shown.stdout);
    assert!(shown.stderr.contains("`rungs check` shows them"), "{}", shown.stderr);
}

/// A ladder with a fault in nearly every document.
fn faulty() -> TempDir {
    let huge = format!("# Principal Engineer\n\n{}\n", "word ".repeat(200_000));
    let folder = folder(&[
        ("a-front.md", "---\norder: 1\nlabel: [oops\n---\n\n# Junior Engineer\n\nFirst.\n"),
        (
            "b-ragged.md",
            "# Plain Engineer\n\n| a | b |\n| - | - |\n| one | two | three |\n| four |\n",
        ),
        ("d-empty.md", ""),
        ("e-staff.md", "# Staff Engineer\n\nWords.\n"),
        ("l-huge.md", &huge),
        (
            "m-keys.md",
            "---\norder: soon\nexpanded: maybe\nlabel: X\nlabel: Y\n---\n\n# Lead Engineer\n",
        ),
        ("n-open.md", "---\nlabel: never closed\n\n# Chief Engineer\n"),
    ]);
    fs::write(folder.path().join("c-bytes.md"), b"# Senior Engineer\n\nA \xff byte.\n").unwrap();
    folder
}

#[test]
fn a_huge_line_is_shown_whole() {
    let text = run_on(&faulty(), ["show", "principal", "--width", "200"]).stdout;
    assert_eq!(text.split_whitespace().filter(|word| *word == "word").count(), 200_000);
}

#[test]
#[cfg(unix)]
fn links_in_a_circle_cost_nothing_else() {
    use std::os::unix::fs::symlink;
    let bakery = bakery();
    for (target, link) in [("a.md", "b.md"), ("b.md", "a.md"), ("../..", "up"), (".", "again")] {
        fs::create_dir_all(bakery.path().join("in")).unwrap();
        symlink(target, bakery.path().join("in").join(link)).unwrap();
    }
    let outside = folder(&[("secret.md", "# Secret Engineer\n")]);
    symlink(outside.path().join("secret.md"), bakery.path().join("out.md")).unwrap();
    let listed = run_on(&bakery, ["list"]);
    assert_eq!(listed.stdout, run_on(&self::bakery(), ["list"]).fine());
    for file in ["in/a.md:1:1", "in/b.md:1:1", "out.md:1:1"] {
        assert!(listed.stderr.contains(file), "{file}: {}", listed.stderr);
    }
    let nothing = run_on(&bakery, ["search", "secret"]);
    assert_eq!((nothing.status, nothing.stdout.as_str()), (1, ""));
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_costs_only_itself() {
    use std::os::unix::fs::PermissionsExt;
    let bakery = bakery();
    let path = bakery.path().join("locked.md");
    fs::write(&path, "# Locked Baker\n").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        println!("skipped: this user may read everything");
        return;
    }
    let listed = run_on(&bakery, ["list"]);
    assert!(listed.stderr.contains("locked.md:1:1"), "{}", listed.stderr);
    assert!(listed.stdout.contains("Apprentice Baker"));
    let refused = run_in(&bakery, ["locked.md"]).refused();
    assert!(refused.contains("cannot read `locked.md`"), "{refused}");
}

// ---- init, completions, help ----

#[test]
fn init_writes_what_is_built_in_and_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    let files = run_in(&folder, ["init", "mine"]).fine();
    assert_eq!(
        files,
        "Wrote 15 documents to mine. Read them with `rungs mine`, then make them yours.\n"
    );
    for format in ["text", "markdown", "json"] {
        let mine = run_in(&folder, ["mine", "--format", format]).fine();
        assert_eq!(mine, run(["list", "--format", format]).fine());
    }
    let director = folder.path().join("mine/management/director.md");
    fs::write(&director, "# Mine\n").unwrap();
    assert_eq!(
        run_in(&folder, ["init", "mine"]).refused(),
        "rungs: `mine` is not empty; name a folder that is empty or does not exist yet\n"
    );
    assert_eq!(fs::read_to_string(&director).unwrap(), "# Mine\n");
    let file = run_in(&folder, ["init", "mine/index.md"]).refused();
    assert!(file.contains("`mine/index.md` is a file"), "{file}");
    assert_eq!(
        run_in(&folder, ["init", "--from", "mine/index.md"]).refused(),
        "rungs: `mine/index.md` is a file; name the folder that holds the ladder\n"
    );
    assert!(!folder.path().join("mine/ladder.yml").exists());
    fs::create_dir(folder.path().join("empty")).unwrap();
    run_in(&folder, ["init", "empty"]).fine();
    run_in(&folder, ["init", "new/and/deep"]).fine();
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(["completions", shell]).fine();
        for command in commands_of_help() {
            assert!(script.contains(&command), "{shell}: {command}");
        }
        assert!(script.contains("only-differences"), "{shell}");
    }
    run(["completions", "csh"]).refused();
}

/// The commands that `--help` names.
fn commands_of_help() -> BTreeSet<String> {
    let help = run(["-h"]).fine();
    let (_, rest) = help.split_once("Commands:\n").unwrap();
    let lines = rest.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next()).filter(|n| *n != "help");
    names.map(str::to_owned).collect()
}

/// The words of a text that begin with a mark.
fn words_with<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let found = text.match_indices(mark).map(|(at, _)| {
        let rest = &text[at + mark.len()..];
        &rest[..rest.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(rest.len())]
    });
    found.filter(|word| !word.is_empty()).collect()
}

#[test]
fn the_readme_names_every_command_and_option_and_no_other() {
    let readme = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let commands = commands_of_help();
    let named: BTreeSet<String> =
        words_with(&readme, "`rungs ").into_iter().map(str::to_owned).collect();
    assert_eq!(named, commands);
    let mut helps = run(["--help"]).fine();
    for command in &commands {
        helps.push_str(&run([command, "--help"]).fine());
    }
    let of_cargo = ["release", "locked", "path", "test"];
    let of_every_program = ["help", "version"];
    let options = words_with(&helps, "--");
    let options: Vec<_> = options.iter().filter(|o| !of_every_program.contains(o)).collect();
    let named = words_with(&readme, "--");
    let named: Vec<_> =
        named.iter().filter(|o| !of_cargo.contains(o) && !o.starts_with('-')).collect();
    assert_eq!(named, options);
    for value in ["text", "markdown", "json", "auto", "always", "never"] {
        assert!(readme.contains(value) && helps.contains(&format!("- {value}:")), "{value}");
    }
    for words in ["RUNGS_LADDER", "NO_COLOR"] {
        assert!(readme.contains(words) && helps.contains(words), "{words}");
    }
}

#[test]
fn wrong_usage_is_status_2_and_says_what_is_right() {
    for (arguments, words) in [
        (&["compare", "vp"][..], "name a second role to compare vp with"),
        (&["show"], "<ROLE>"),
        (&["search"], "<WORDS>"),
        (&["list", "--format", "xml"], "text, markdown, json"),
        (&["--colour", "never"], "--color"),
        (&["list", "somewhere"], "somewhere"),
    ] {
        let message = output(program(Path::new("."), arguments)).refused();
        assert!(message.contains(words), "{arguments:?}: {message}");
    }
    assert!(run(["--version"]).fine().starts_with("rungs "));
}

// ---- The sample page beside the repository ----

#[test]
fn the_sample_page_has_what_it_holds() {
    let sample = "../shared/seeds/director.md";
    if !Path::new(env!("CARGO_MANIFEST_DIR")).join(sample).exists() {
        println!("skipped: {sample} is not there");
        return;
    }
    let json = run(["list", "--format", "json", "--ladder", sample]).json();
    let roles = list(&json["tracks"][0]["roles"]);
    let [role] = roles else { panic!("{} roles", roles.len()) };
    let counts = ["sections", "tables", "items"].map(|key| role[key].as_u64().unwrap());
    assert_eq!((string(&role["label"]), counts), ("Director", [28, 5, 69]));
    let [vp] = list(&json["counterparts"]) else { panic!("{}", json["counterparts"]) };
    assert_eq!((string(&vp["name"]), list(&vp["known_from"]).len()), ("VP", 4));
    let shown = run(["show", "director", "--format", "json", "--ladder", sample]).json();
    assert_eq!(shown["front_matter"]["order"], 2002);
    let compared =
        run(["compare", "director", "vp", "--format", "json", "--ladder", sample]).json();
    let mut pairs = Vec::new();
    for topic in list(&compared["topics"]) {
        let both = |pair: &&Value| !pair["left"].is_null() && !pair["right"].is_null();
        pairs.extend(list(&topic["pairs"]).iter().filter(both));
    }
    assert_eq!(pairs.len(), 27);
    assert!(pairs.iter().all(|pair| pair["left"]["line"] == pair["right"]["line"]));
    let text = run(["compare", "director", "vp", "--width", "100", "--ladder", sample]).fine();
    assert!(text.starts_with("< Director"), "{text}");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    keeps_its_promise(&seeds, &compared, [Some(&shown), None]);
}
