//! What `compare` prints.

use insta::assert_snapshot;
use serde_json::Value;

use super::bakery::bakery;
use super::values::{list, string};
use crate::support::program::{output, program, run_on};

#[test]
fn compare_as_text() {
    let text = run_on(&bakery(), ["compare", "apprentice", "baker", "--width", "64"]).fine();
    assert_snapshot!(text, @r"
    < Apprentice                     > Baker
    ~ 2 changed   < 7 only Apprentice   > 2 only Baker
    = 1 unchanged

    ~ Apprentice Baker               │ Baker
    < Learns the craft at the side   > Keeps the shop in bread.
      of a Baker.                    │

    ~ Dough ────────────────────────────────────────────────────────
    ~ Mixing: two doughs a day       │ Mixing: six doughs a day
    = Weighs flour to the gram       │ Weighs flour to the gram
    < - rye as well                  > Plans the starter for the
                                     │ week

    ~ Ovens
    ~ Watches one oven               │ Watches three ovens
    < Calls a Baker when a loaf      │
      burns                          │

    < Tools ────────────────────────────────────────────────────────
    < Owns a scraper                 │
    < Knows the mixer                │
    < A quiet hand is a good hand.   │
    < flour, water, salt             │

    ▸ 2 more items about promotion and other levels
      `--unfold` shows them
    ");
}

#[test]
fn compare_only_differences_as_markdown() {
    let arguments =
        ["compare", "baker", "head baker", "--only-differences", "--format", "markdown"];
    assert_snapshot!(run_on(&bakery(), arguments).fine(), @r"
    # Baker | Head Baker

    2 changed.

    Head Baker has no document of its own.

    Not shown: 5 more items in the Baker document.

    ## Baker and Head Baker

    *a table of the Baker document*

    | | | Baker | Head Baker |
    | --- | --- | --- | --- |
    | ~ | **Shifts** | 5 a week | 4 a week |
    | ≠ | **Team** | **none** | **3-6 bakers** |
    ");
}

#[test]
fn compare_as_json() {
    let json = run_on(&bakery(), ["compare", "apprentice", "baker", "--format", "json"]).json();
    assert_snapshot!(outline(&json), @r"
    apprentice:Apprentice Baker:apprentice.md:8 | baker:Baker:baker.md:7
    same 1, changed 2, left 7, right 2, rest 2
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
