//! What is set apart since it is no expectation, and what a filter shows of the rest.

use crate::support::program::{folder, run_among, run_on};

const MIDDLE: &str = "---
order: 1
label: Middle
---
# Middle Baker

## Work

- Bakes bread
- **Ovens**: 2 ovens
- **Coding**: 8-12 hrs/week
- Mixes the dough with some help
- Sweeps the floor

## Transition to Senior

- Bakes cakes

### Timeline

- Two years of bread
";

const SENIOR: &str = "---
order: 2
label: Senior
---
# Senior Baker

## Work

- Bakes bread
- **Ovens**: 4 ovens
- **Coding**: 2-4 hrs/week
- Mixes the dough
- Teaches apprentices

## Becoming a Director

- Runs the shop
";

fn compare(arguments: &[&str]) -> String {
    let files = [("middle.md", MIDDLE), ("senior.md", SENIOR)];
    run_among(&files, &[&["compare", "middle", "senior"], arguments].concat()).fine()
}

/// The texts that are shown of those that tell the filters apart.
#[track_caller]
fn check(arguments: &[&str], want: &[&str]) {
    let told = ["Bakes bread", "4 ovens", "2-4 hrs", "Sweeps", "Teaches", "Runs the shop"];
    for format in ["text", "markdown", "json"] {
        let said = compare(&[arguments, &["--format", format]].concat());
        let found: Vec<&str> = told.into_iter().filter(|text| said.contains(text)).collect();
        let apart = format == "json" && arguments.is_empty();
        let want: Vec<&str> =
            want.iter().copied().chain(apart.then_some("Runs the shop")).collect();
        assert_eq!(found, want, "{arguments:?} in {format}:\n{said}");
    }
}

#[test]
fn a_filter_shows_what_one_asks_for() {
    check(&[], &["Bakes bread", "4 ovens", "2-4 hrs", "Sweeps", "Teaches"]);
    let differences = ["4 ovens", "2-4 hrs", "Sweeps", "Teaches"];
    check(&["--only", "differences"], &differences);
    check(&["--only-differences"], &differences);
    // What only fell or lost words is not asked more.
    check(&["--only", "right"], &["4 ovens", "Teaches"]);
    check(&["--only", "left"], &["Sweeps"]);
}

#[test]
fn the_way_up_stands_apart_and_does_not_count() {
    let text = compare(&[]);
    assert!(
        text.contains("~ 3 changed   < 1 only Middle   > 1 only Senior   = 1 unchanged"),
        "{text}"
    );
    assert!(
        text.contains(
            "\n▸ 3 more items about promotion and other levels\n  `--unfold` shows them\n"
        ),
        "{text}"
    );
    let open = compare(&["--unfold"]);
    let (_, behind) = open.split_once("▾ 3 more items about promotion").unwrap();
    for said in ["Bakes cakes", "Runs the shop", "Two years of bread"] {
        assert!(behind.contains(said), "{open}");
    }
    let right = compare(&["--only", "right"]);
    assert!(right.contains("Shown: 2 of 5 differences (what Senior adds)."), "{right}");
    assert!(right.contains("Not shown: 3 more items"), "{right}");
}

/// A change of the way up is a change of the page.
#[test]
fn between_versions_the_way_up_counts() {
    let files = [("then/a.md", MIDDLE), ("now/a.md", &*MIDDLE.replace("cakes", "pies"))];
    let arguments = ["--ladder", "now", "compare", "--against", "then", "middle"];
    let text = run_on(&folder(&files), arguments);
    assert!(text.fine().contains("~ 1 changed"));
}

/// A number that stands in several places is compared where it stands first; the others are named there.
#[test]
fn a_number_is_compared_once() {
    let level = |order: usize, label: &str, ovens: usize| {
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Baker\n\n## Scope\n\n- **Ovens**: {ovens} ovens\n\n\
             ## Work\n\n- **Ovens (own)**: {ovens} ovens\n- **Shops**: {ovens} shops\n"
        )
    };
    let files = [("a.md", &*level(1, "Middle", 2)), ("b.md", &*level(2, "Senior", 4))];
    let run = |arguments: &[&str]| {
        run_among(&files, &[&["compare", "middle", "senior"], arguments].concat()).fine()
    };
    for format in ["text", "markdown", "html"] {
        let said = run(&["--format", format]);
        assert!(said.contains("Ovens is also under Work"), "{format}\n{said}");
        // Once for the ovens and once for the shops, and both again in the summary.
        assert_eq!(said.matches("2x more").count(), 4, "{format}\n{said}");
    }
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    let elsewhere = |topic: usize| &json["topics"][topic]["pairs"][0]["elsewhere"];
    assert_eq!(elsewhere(0), &serde_json::json!(["Work"]));
    assert_eq!(elsewhere(1), &serde_json::Value::Null);
}

/// Red reads as deleted: only what a version took out is red.
#[test]
fn only_what_was_taken_out_is_red() {
    const RED: [&str; 2] = ["\u{1b}[31m", ";31m"];
    let is_red = |text: &str| RED.iter().any(|code| text.contains(code));
    assert!(!is_red(&compare(&["--color", "always", "--unfold"])));
    let files = [("then/a.md", MIDDLE), ("now/a.md", &*MIDDLE.replace("- Sweeps the floor\n", ""))];
    let arguments =
        ["--ladder", "now", "compare", "--against", "then", "middle", "--color", "always"];
    assert!(is_red(&run_on(&folder(&files), arguments).fine()));
    let page = |arguments: &[&str]| compare(&[arguments, &["--format", "html"]].concat());
    assert!(!page(&[]).contains("<body class=\"history\">"));
}

/// What leads to a level is not yet expected: the level that expects it asks more, in whatever words.
#[test]
fn a_step_on_the_way_up_is_no_expectation_below() {
    let step = "- Plans the bread of the whole shop a week ahead\n";
    let middle = format!("{MIDDLE}{step}");
    let senior = SENIOR.replace("- Teaches", &format!("{step}- Teaches"));
    let files = [("middle.md", &*middle), ("senior.md", &*senior)];
    let run = |arguments: &[&str]| {
        run_among(&files, &[&["compare", "middle", "senior"], arguments].concat()).fine()
    };
    let right = run(&["--only", "right"]);
    assert!(right.contains("> Plans the bread"), "{right}");
    let why = run(&["--explain", "--width", "200"]);
    assert!(why.contains("but one of the two is about promotion"), "{why}");
}
