//! Several roles, traces and overviews as commands, in every format.

use super::{LADDER, check, page};
use rungs::report::Only;

use crate::support::program::{Output, run_among};

fn run(arguments: &[&str]) -> Output {
    run_among(&LADDER, arguments)
}

#[test]
fn several_roles_are_compared_in_every_format() {
    let roles = ["compare", "junior", "middle", "senior"];
    let Output { stdout: text, stderr: errors, status } =
        run(&[&roles[..], &["--width", "62"]].concat());
    assert_eq!((text.as_str(), errors.as_str(), status), (page(62, Only::All).as_str(), "", 0));
    let text = run(&[&roles[..], &["--format", "markdown"]].concat()).stdout;
    assert!(
        text.contains("| **Team size** | 1 engineer | 3-5 engineers | 10+ engineers |"),
        "{text}"
    );
    let text = run(&[&roles[..], &["--format", "json"]].concat()).stdout;
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["roles"][2]["title"], "Senior Engineer");
    let row = &json["topics"][0]["rows"][1];
    assert_eq!(row["key"], "Horizon");
    assert_eq!(row["cells"][1]["kind"], "same");
    assert_eq!(
        row["cells"][2],
        serde_json::json!({
            "file": "c.md", "line": 8, "text": "Horizon: Quarters", "kind": "changed",
        })
    );
    assert_eq!(json["topics"][1]["rows"][0]["cells"][1], serde_json::Value::Null);
    let Output { stderr: errors, status, .. } = run(&["compare", "junior", "middle", "nobody"]);
    assert!(status == 2 && errors.contains("no role `nobody`"), "{errors}");
}

#[test]
fn an_overview_of_too_many_cells_says_what_is_missing() {
    let items: String = (0..2600).map(|at| format!("      - Bakes bread number {at}\n")).collect();
    let level = |at: usize| {
        let items = if at == 0 { &items } else { "      - Plans\n" };
        format!("  - level: L{at}\n    title: Baker {at}\n    scope:\n{items}    craft: Kneads\n")
    };
    let text = format!("levels:\n{}", (0..400).map(level).collect::<String>());
    let overview = |format: &str| {
        let arguments = ["overview", "--width", "200", "--format", format];
        run_among(&[("levels.yaml", &text)], &arguments).stdout
    };
    for (format, last) in [("text", 1), ("markdown", 3), ("html", usize::MAX)] {
        let overview = overview(format);
        let mut lines = overview.trim_end().lines().rev().take(last.saturating_add(4));
        assert!(lines.any(|line| line.contains("Not shown: 104 topics and items.")), "{format}");
    }
    let json: serde_json::Value = serde_json::from_str(&overview("json")).unwrap();
    assert_eq!(json["tracks"][0]["left_out"], 104);
}

#[test]
fn an_overview_is_printed_in_every_format() {
    let Output { stdout: text, status, .. } = run(&["overview", "--width", "40"]);
    assert_eq!(status, 0);
    assert!(text.contains("1 of 3") && text.contains("3 of 3"), "{text}");
    let text = run(&["overview", "--format", "markdown"]).stdout;
    assert!(text.contains("| **Hiring** | 1 item | gap | \\~1 changed |"), "{text}");
    assert!(text.contains("| Team size | 1 engineer | ▲ 3-5 engineers | ▲ 10+"), "{text}");
    let text = run(&["overview", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let hiring = &json["tracks"][0]["topics"][1];
    assert_eq!(
        (&hiring["texts"], &hiring["gaps"]),
        (&serde_json::json!([1, 0, 1]), &serde_json::json!([1]))
    );
    let told = serde_json::json!(["1 item", "gap", "~1 changed"]);
    assert_eq!(hiring["told"], told);
    let Output { stderr: errors, status, .. } = run(&["overview", "--track", "nothing"]);
    assert!(status == 2 && errors.contains("there is no track `nothing`"), "{errors}");
}

#[test]
fn a_topic_is_traced_in_every_format() {
    let Output { stdout: text, stderr: errors, status } =
        run(&["trace", "team size", "--width", "60"]);
    assert_eq!((errors.as_str(), status), ("", 0));
    check(
        &text,
        "
Ladder
Team size
Scope

Junior  ━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  1 engineer
Middle  ┈┈┈┈┈┈┈┈┈┈┈┈┈━━━━━━━┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈  3-5 engineers
Senior  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈━▸┈┈┈┈┈┈┈  10+ engineers
largest jump from Junior to Middle: 4x larger  (chart on a
logarithmic scale)

Junior  • 1 engineer  a.md:7
Middle  ~ 3-5 engineers  b.md:7
Senior  ~ 10+ engineers  c.md:7",
    );
    let text = run(&["trace", "hiring", "--format", "markdown"]).stdout;
    assert!(
        text.contains(
            "## Middle\n\nNothing on this.\n\n## Senior\n\n\\~1 changed\n\n- **~** Leads interviews"
        ),
        "{text}"
    );
    let text = run(&["trace", "Team size", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let quantity = &json["traces"][0]["rows"][0]["quantities"][0];
    let words = "largest jump from Junior to Middle: 4x larger";
    assert_eq!(quantity["jump"], serde_json::json!({ "from": 0, "to": 1, "words": words }));
    let values = &quantity["values"];
    assert_eq!(
        values[2],
        serde_json::json!({ "text": "10+ engineers", "low": 10.0, "high": 10.0, "open": true }),
    );
}

/// Two tracks: bakers whose pages speak of the pager, and a manager with a team size.
const PAGERS: [(&str, &str); 3] = [
    (
        "bakers/a.md",
        "---\norder: 1\nlabel: Junior\n---\n# Junior Baker\n## Craft\n- Bakes\n- Shadows the pager\n## Shop\n- Sells\n",
    ),
    (
        "bakers/b.md",
        "---\norder: 2\nlabel: Senior\n---\n# Senior Baker\n## Craft\n- Bakes\n## Shop\n- Sells\n- Joins the incident rotation\n",
    ),
    (
        "leads/c.md",
        "---\nlabel: Manager\n---\n# Bakery Manager\n## Scope\n- **Headcount**: 9 bakers\n",
    ),
];

#[test]
fn what_has_several_names_is_found_by_each_of_them() {
    let trace = |arguments: &[&str]| run_among(&PAGERS, &[&["trace"], arguments].concat());
    let Output { stdout: text, stderr: errors, status } = trace(&["on-call", "--width", "60"]);
    assert_eq!(
        (errors.as_str(), status),
        ("rungs: no topic is called \"on-call\": these items mention it\n", 0)
    );
    check(
        &text,
        "
Bakers
on-call

Junior  bakers/a.md:8
Craft
• Shadows the pager

Senior  bakers/b.md:10
+1 new
Shop
+ Joins the incident rotation",
    );
    let Output { stderr: errors, stdout: text, .. } = trace(&["team size"]);
    let words = "rungs: no topic is called \"team size\": these topics have other names for it\n";
    assert_eq!(errors, words);
    assert!(text.starts_with("Leads\nHeadcount\nScope"), "{text}");
    let Output { stdout: text, stderr: errors, status } =
        trace(&["team size", "--track", "bakers"]);
    let words = "rungs: no topic here is called \"team size\"; the track Leads has one\n";
    assert_eq!((text.as_str(), errors.as_str(), status), ("", words, 1));
    let text = trace(&["on-call", "--format", "json"]).stdout;
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(json["traces"][0]["rows"].as_array().map(Vec::len), Some(2));
}

#[test]
fn what_is_not_found_is_status_1_and_names_what_there_is() {
    let Output { stdout: text, stderr: errors, status } = run(&["trace", "budget"]);
    assert_eq!((text.as_str(), status), ("", 1));
    assert!(
        errors.contains("no topic is called \"budget\"; these topics exist:\n  Scope"),
        "{errors}"
    );
}

#[test]
fn what_no_topic_is_called_is_looked_for_in_the_texts() {
    let Output { stdout: text, stderr: errors, status } = run(&["trace", "thorough"]);
    assert_eq!(
        (errors.as_str(), status),
        ("rungs: no topic is called \"thorough\": these items mention it\n", 0)
    );
    assert!(text.contains("Writes thorough tests"), "{text}");
}

#[test]
fn two_roles_of_one_label_are_called_by_their_titles() {
    let page =
        |title: &str| format!("---\nlabel: Lead\n---\n# {title}\n## Scope\n- Leads {title}\n");
    let (one, other) = (page("Lead Engineer"), page("Lead Designer"));
    let arguments = ["compare", "Lead Engineer", "Lead Designer", "--width", "60"];
    let text = run_among(&[("a.md", &one), ("b.md", &other)], &arguments).stdout;
    assert!(text.starts_with("< Lead Engineer") && text.contains("> Lead Designer"), "{text}");
}
