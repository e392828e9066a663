//! `rungs check` as a program: what it writes in each format, and how it exits.

use serde_json::Value;
use tempfile::TempDir;

use crate::support::program::{Output, output, program, write};

const ENGINEER: &str = "---
icon: [wrench
---
# Engineer

- Helps with incidents as needed
";

const SENIOR: &str = "# Senior Engineer

## Scope, 100%: all
";

/// Runs `rungs check ladder …` beside a folder `ladder`.
fn run(files: &[(&str, &str)], arguments: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    write(&folder.path().join("ladder"), files);
    output(program(folder.path(), &[&["check", "ladder"], arguments].concat()))
}

/// Compares what is written about the two documents.
#[track_caller]
fn check(arguments: &[&str], status: i32, want: &str) {
    let Output { stdout: got, status: code, .. } =
        run(&[("engineer.md", ENGINEER), ("senior.md", SENIOR)], arguments);
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}\n");
    assert_eq!(code, status);
}

#[test]
fn text_is_as_rust_programmers_know_it() {
    check(
        &["--allow", "malformed-front-matter"],
        0,
        "
ladder/engineer.md

warning[filler]: `as needed` leaves open what is expected
 --> ladder/engineer.md:6:24
  |
6 | - Helps with incidents as needed
  |                        ^^^^^^^^^
  = help: say when or how often, or remove it

ladder/senior.md

warning[empty-section]: section `Scope, 100%: all` is empty
 --> ladder/senior.md:3:4
  |
3 | ## Scope, 100%: all
  |    ^^^^^^^^^^^^^^^^
  = help: write the section, or remove the heading

0 errors, 2 warnings, 0 notes in 2 roles and 0 pages.",
    );
}

#[test]
fn github_escapes_what_would_end_a_property() {
    check(
        &[
            "--format",
            "github",
            "--allow",
            "malformed-front-matter",
            "--allow",
            "filler",
            "--strict",
        ],
        1,
        "::warning file=ladder/senior.md,line=3,col=4,endColumn=20,title=empty-section::section \
         `Scope, 100%25: all` is empty%0Ahelp: write the section, or remove the heading",
    );
}

#[test]
fn markdown_is_a_list_a_file() {
    check(
        &["--format", "markdown", "--allow", "malformed-front-matter", "--allow", "empty-section"],
        0,
        "
# Ladder

## engineer.md

- **warning** line 6, `filler`: \\`as needed\\` leaves open what is expected; say when or how often, or \
         remove it

0 errors, 1 warning, 0 notes in 2 roles and 0 pages.",
    );
}

#[test]
fn json_holds_everything() {
    let Output { stdout: got, status, .. } =
        run(&[("engineer.md", ENGINEER)], &["--format", "json"]);
    let got: Value = serde_json::from_str(&got).unwrap();
    assert_eq!(status, 1);
    assert_eq!(got["summary"]["errors"], 1);
    let filler = got["findings"].as_array().unwrap().iter().find(|it| it["code"] == "filler");
    let want = serde_json::json!({
        "severity": "warning",
        "code": "filler",
        "file": "engineer.md",
        "line": 6,
        "column": 24,
        "length": 9,
        "message": "`as needed` leaves open what is expected",
        "notes": [],
        "help": "say when or how often, or remove it",
    });
    assert_eq!(filler, Some(&want));
}

#[test]
fn sarif_has_all_that_readers_require() {
    let files = [("a b.md", SENIOR), ("engineer.md", ENGINEER), ("senior.md", SENIOR)];
    let Output { stdout: got, status, .. } = run(&files, &["--format", "sarif"]);
    assert_eq!(status, 1);
    let log: Value = serde_json::from_str(&got).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(log["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
    let run = &log["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "rungs");
    let rules = driver["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    assert!(results.len() >= 4, "{got}");
    for result in results {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[rule]["id"], result["ruleId"]);
        assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()));
        assert!(!result["message"]["text"].as_str().unwrap().is_empty());
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(
            ["ladder/a%20b.md", "ladder/engineer.md", "ladder/senior.md"].contains(&uri),
            "{uri}"
        );
        let number = |name: &str| place["region"][name].as_u64().unwrap();
        assert!(number("startLine") >= 1 && number("startColumn") >= 1);
        assert!(number("endColumn") > number("startColumn"));
    }
}

#[test]
fn a_ladder_switches_rules_off_for_itself() {
    let files = [
        ("engineer.md", "# Engineer\n\n- Helps with incidents as needed\n"),
        ("ladder.yml", "allow: [filler]\n"),
    ];
    let Output { stdout: got, status, .. } = run(&files, &["--strict"]);
    assert_eq!((got.as_str(), status), ("No findings in 1 role and 0 pages.\n", 0));
    let Output { stdout: got, status, .. } =
        run(&[files[0], ("ladder.yml", "allow:\n  - fuller\n")], &["--format", "github"]);
    assert!(
        got.contains("file=ladder/ladder.yml,line=2,col=5") && got.contains("no rule `fuller`"),
        "{got}"
    );
    assert_eq!(status, 1);
}

#[test]
fn unusable_input_is_neither_fine_nor_a_finding() {
    assert_eq!(run(&[], &[]).status, 2);
    assert_eq!(run(&[("engineer.md", ENGINEER)], &["--allow", "no-such-rule"]).status, 2);
    assert_eq!(run(&[("engineer.md", "# Engineer\n")], &["--strict"]).status, 0);
}

#[test]
fn the_list_of_rules_has_no_format_for_findings() {
    for format in ["sarif", "github"] {
        let said = run(&[("l1.md", "# L1\n")], &["--list", "--format", format]).refused();
        assert!(said.contains("this format is for findings"), "{said}");
    }
}
