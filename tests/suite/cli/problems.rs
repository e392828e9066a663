//! What is wrong with a ladder.

use std::fs;

use serde_json::Value;
use tempfile::TempDir;

use super::bakery::bakery;
use super::values::{list, string};
use crate::support::program::{folder, run_in, run_on};

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
    let findings = list(&json["diagnostics"]);
    let place = |d: &Value| format!("{}:{}:{}", string(&d["file"]), d["line"], d["column"]);
    assert_eq!(findings.iter().map(place).collect::<Vec<_>>(), places);
    assert!(findings.iter().all(|d| !string(&d["help"]).is_empty()));
    let shown = run_on(&folder, ["show", "senior"]);
    assert!(shown.stdout.contains("A \u{fffd} byte."), "{}", shown.stdout);
    assert!(shown.stderr.contains("`rungs check` lists them"), "{}", shown.stderr);
}

#[test]
fn a_message_does_not_repeat_a_long_argument() {
    let folder = faulty();
    for long in ["x".repeat(100_000), format!("--{}", "é".repeat(50_000)), "a b ".repeat(25_000)] {
        for [first, second] in [
            ["show", "senior"],
            ["compare", "--with"],
            ["compare", "senior"],
            ["compare", "--since"],
            ["check", "--strict"],
            ["trace", "--track"],
            ["--ladder", "."],
        ] {
            let said = run_on(&folder, [first, second, &long]).stderr;
            let is_short = said.lines().all(|line| line.chars().count() <= 1001);
            assert!(is_short && !said.is_empty(), "{first} {second}: {} bytes", said.len());
        }
    }
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
