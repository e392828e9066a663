//! What a week adds up, and what is said of the sum: in the summary, as text, Markdown, HTML and JSON.

use rungs::compare::{Comparison, Topic, Week, compare};
use rungs::model::Ladder;
use rungs::page::{ComparisonOptions, Glyphs, lay_out_comparison};

use crate::support::ladders::parse;
use crate::support::program::run_among;

const HEAD: &str = "# Lead

## A week: Lead vs Head

| Activity | Lead | Head |
| --- | --- | --- |
";

const ROWS: &str = "| Talks | 2-4 hrs/week | 6 hrs/week |
| Baking | 10 hrs/week | 30 hrs/week |
| Tasting | 1 hr/week | 4 hrs/week |
";

fn ladder(rows: &[&str]) -> Ladder {
    parse(&[("lead.md", &ladder_text(rows))])
}

fn of(ladder: &Ladder) -> Comparison {
    let [left, right] = ["lead", "head"]
        .map(|name| rungs::naming::find(ladder, name).unwrap_or_else(|_| panic!("{name}")));
    compare(ladder, left, right)
}

fn week(comparison: &Comparison) -> Week {
    comparison.topics.iter().find_map(Topic::week).expect("a week")
}

fn page(ladder: &Ladder) -> String {
    let options = ComparisonOptions::new(90, Glyphs::Ascii);
    lay_out_comparison(&of(ladder), options).to_plain()
}

/// What the summary names of rows behind the first three.
#[track_caller]
fn headline(rows: &[&str], want: &[&str]) {
    let highlights = of(&ladder(rows)).highlights();
    let phrases: Vec<String> = highlights.iter().map(rungs::compare::Highlight::phrase).collect();
    assert_eq!(phrases, want, "{rows:?}");
}

#[test]
fn the_summary_names_hours_only_where_both_sides_count_the_same_activities() {
    headline(&[], &["Week total 13-15 → 40 hours, 3x"]);
    headline(&["| Board | Rare | As needed |\n"], &["Week total 13-15 → 40 hours, 3x"]);
    headline(&["| Board | Rare | 20 hrs/week |\n"], &[]);
    headline(&["| Board | | 20 hrs/week |\n"], &[]);
}

#[test]
fn a_row_that_adds_up_is_no_activity() {
    for name in ["Total", "**All together**", "Sum (hours per week)", "Grand total:", "Gesamt"] {
        let week = week(&of(&ladder(&[&format!("| {name} | 13-15 hrs/week | 40 hrs/week |\n")])));
        let names: Vec<&str> = week.activities.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Talks", "Baking", "Tasting"], "{name}");
        assert_eq!((week.left.figures(), week.right.figures()), ("13-15".into(), "40".into()));
    }
    let week = week(&of(&ladder(&["| All hands | 1 hr/week | 1 hr/week |\n"])));
    assert_eq!((week.activities.len(), week.left.figures()), (4, "14-16".into()));
}

#[test]
fn no_hours_draw_no_bar() {
    let ladder = ladder(&["| Buying | 0 hrs/week | 4 hrs/week |\n"]);
    let page = page(&ladder);
    assert!(
        page.contains(
            "~ Buying   0 hrs/week                             | 4 hrs/week      ==.........."
        ),
        "{page}"
    );
    let html = run(&ladder_text(&["| Buying | 0 hrs/week | 4 hrs/week |\n"]), "html");
    let row = html.lines().find(|line| line.contains("Buying")).expect("a row of the week");
    assert_eq!(
        (row.matches("rect class=\"left").count(), row.matches("rect class=\"right").count()),
        (0, 1),
        "{row}"
    );
}

#[test]
fn every_form_says_that_something_is_not_counted() {
    let rows = ["| Board | Rare | 4+ hrs/week |\n", "| Fires | As needed | As needed |\n"];
    let text = ladder_text(&rows);
    let words =
        "week total: 13-15 → 44+ hours, at least 3x; not counted (no hours): Rare, As needed";
    assert!(page(&ladder(&rows)).contains(&words.replace('→', "->")));
    for format in ["markdown", "html", "json"] {
        assert!(run(&text, format).contains(words), "{format}");
    }
    let json: serde_json::Value = serde_json::from_str(&run(&text, "json")).unwrap();
    let week = &json["topics"][0]["week"];
    assert_eq!(week["uncounted"], serde_json::json!({"left": 2, "right": 1}));
    // Where there is nothing to say of the change, this is said all the same.
    let rows = ["| Board | 30+ hrs/week | 1 hr/week |\n", "| Fires | Rare | Rare |\n"];
    let html = run(&ladder_text(&rows), "html");
    assert!(
        html.contains(">week total: 43-45+ → 41 hours; not counted (no hours): Rare<"),
        "{html}"
    );
}

#[test]
fn where_all_is_counted_nothing_is_noted() {
    for format in ["text", "markdown", "html"] {
        assert!(!run(&ladder_text(&[]), format).contains("not counted"), "{format}");
    }
}

fn ladder_text(rows: &[&str]) -> String {
    format!("{HEAD}{ROWS}{}", rows.concat())
}

/// Runs the program on a lone page and gives what it prints.
#[track_caller]
fn run(text: &str, format: &str) -> String {
    let arguments = ["compare", "lead", "head", "--format", format];
    run_among(&[("lead.md", text)], &arguments).fine()
}
