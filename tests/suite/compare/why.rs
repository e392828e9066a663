//! Why texts were paired: as data, and as `rungs compare --explain` prints it.

use rungs::compare::{Alike, Comparer, Comparison, Kind, Pair, Reason};
use rungs::page::{ComparisonOptions, Glyphs, lay_out_comparison};
use serde_json::{Value, json};

use crate::support::compared::{A, B, flat, ladder};
use crate::support::program::{Output, folder, program, run_among};

const LEFT: &str = "## Scope
- **Budget**: none of its own
- Plans the roadmap of one team together with its product manager
- Reviews code
- Draws portraits of colleagues
## Timeline
Half a year of plans.
## Mentoring
- Coaches two people through their first months in the team
## Gardening
- Waters ficus";

const RIGHT: &str = "## Scope
- **Budget**: a line of the budget
- Plans the roadmap of several teams together with their product managers
- Reviews code
- Plans the roadmap of recruiting
- Coaches two people through their first months in the team
## Timeline
Several years, in outline.
## Coaching and Mentoring
- Listens";

fn explained() -> Comparison {
    let ladder = ladder(&[("One", LEFT), ("Two", RIGHT)], &[]);
    Comparer::new(&ladder).explain(A, B)
}

/// What is said of a text that begins so, on either side.
#[track_caller]
fn check(begins: &str, want: &str) {
    let comparison = explained();
    let pairs: Vec<&Pair> = flat(&comparison.topics).iter().flat_map(|it| &it.pairs).collect();
    let is_it = |pair: &&&Pair| {
        let parts = [&pair.left, &pair.right].into_iter().flatten();
        parts.into_iter().any(|part| part.spot.text.starts_with(begins))
    };
    let pair = pairs.iter().find(is_it).expect("a text that begins so");
    let said: Vec<String> = pair.why.iter().map(ToString::to_string).collect();
    assert_eq!(said.join("; "), want);
}

#[track_caller]
fn check_section(title: &str, want: &str) {
    let comparison = explained();
    let topics = flat(&comparison.topics);
    let topic = topics.iter().find(|topic| topic.title == title).expect("such a section");
    let said: Vec<String> = topic.why.iter().map(ToString::to_string).collect();
    assert_eq!(said.join("; "), want);
}

#[test]
fn pairs_say_what_they_have_in_common() {
    check("Reviews code", "identical text");
    check("Budget", "same key `Budget`");
    check(
        "Plans the roadmap of one",
        "similarity 0.83, words in common: together, product, managers, roadmap",
    );
    check("Half a year", "similarity 0.32, words in common: years");
    check("Coaches two", "identical text; moved from `Mentoring` to `Scope`");
}

#[test]
fn what_stands_alone_says_what_came_nearest() {
    check("Draws portraits", "unmatched: nothing is similar");
    check(
        "Plans the roadmap of recruiting",
        "unmatched: nearest is `Plans the roadmap of one team together with ...`, score 1.51, \
         but it is paired with `Plans the roadmap of several teams together with ...`",
    );
    check("Listens", "unmatched: nothing is similar");
}

#[test]
fn sections_say_what_they_have_in_common() {
    check_section("Scope", "same heading");
    check_section(
        "Coaching and Mentoring",
        "similarity 0.50, words in common: Mentoring; their neighbors correspond",
    );
    check_section("Gardening", "unmatched: nothing is similar");
}

/// What is explained is what is compared, and everything is explained.
#[test]
fn reasons_change_nothing_and_are_given_for_everything() {
    let ladder = rungs::content::built_in().ladder;
    let comparer = Comparer::new(&ladder);
    let find = |name| rungs::naming::find(&ladder, name).expect("a role of ours");
    let sides = (find("director"), find("vp"));
    let mut explained = comparer.explain(sides.0, sides.1);
    for topic in flat(&explained.topics) {
        for pair in &topic.pairs {
            assert!(!pair.why.is_empty(), "{pair:?}");
            let says_alone = pair.why.iter().any(|why| why.to_string().starts_with("unmatched"));
            assert_eq!(says_alone, matches!(pair.kind, Kind::Left | Kind::Right), "{pair:?}");
        }
    }
    fn forget(topics: &mut [rungs::compare::Topic]) {
        for topic in topics {
            topic.why.clear();
            topic.pairs.iter_mut().for_each(|pair| pair.why.clear());
            forget(&mut topic.topics);
        }
    }
    forget(&mut explained.topics);
    assert_eq!(explained, comparer.compare(sides.0, sides.1));
}

/// Runs `rungs compare one two …` on the two documents.
fn run(arguments: &[&str]) -> Output {
    let [one, two] = [("Junior", LEFT), ("Senior", RIGHT)]
        .map(|(rank, text)| format!("# {rank} Engineer\n\n{text}\n"));
    let all = [&["compare", "junior", "senior"], arguments].concat();
    run_among(&[("1-one.md", &one), ("2-two.md", &two)], &all)
}

#[test]
fn text_has_the_reasons_below_each_pair() {
    let text = run(&["--explain", "--width", "72"]).fine();
    let scope: Vec<&str> = text.lines().skip(4).take(21).collect();
    assert_eq!(scope.join("\n"), TEXT.trim_matches('\n'), "\n{text}");
}

const TEXT: &str = "
    why: same heading
≠ Budget: none of its own            │ Budget: a line of the budget
    why: same key `Budget`
~ Plans the roadmap of one team      │ Plans the roadmap of several
  together with its product manager  │ teams together with their product
                                     │ managers
    why: similarity 0.83, words in common: together, product, managers,
    roadmap
= Reviews code                       │ Reviews code
    why: identical text
< Draws portraits of colleagues      │
    why: unmatched: nothing is similar
                                     > Plans the roadmap of recruiting
    why: unmatched: nearest is `Plans the roadmap of one team together
    with ...`, score 1.51, but it is paired with `Plans the roadmap of
    several teams together with ...`
= Coaches two people through their   │ Coaches two people through their
  first months in the team           │ first months in the team
    why: identical text; moved from `Mentoring` to `Scope`

~ Timeline ─────────────────────────────────────────────────────────────
";

#[test]
fn without_explain_no_format_says_why() {
    for format in ["text", "markdown", "json"] {
        let text = run(&["--format", format]).fine();
        assert!(!text.contains("why"), "{text}");
    }
}

#[test]
fn markdown_has_a_column_of_reasons() {
    let text = run(&["--explain", "--format", "markdown"]).fine();
    for line in [
        "*why: same heading*",
        "| | | Junior Engineer | Senior Engineer | why |",
        "| --- | --- | --- | --- | --- |",
        "| = |  | Reviews code | Reviews code | identical text |",
        r"| ≠ | **Budget** | **none of its own** | **a line of the budget** | same key \`Budget\` |",
    ] {
        assert!(text.lines().any(|it| it == line), "{line}\n{text}");
    }
}

#[test]
fn json_has_reasons_with_figures() {
    let text = run(&["--explain", "--format", "json"]).fine();
    let value: Value = serde_json::from_str(&text).unwrap();
    let scope = &value["topics"][0];
    assert_eq!(
        scope["why"],
        json!([{ "reason": "heading", "text": "same heading", "alike": null, "score": null, "words": [], "nearest": null }])
    );
    assert_eq!(
        scope["pairs"][1]["why"],
        json!([{
            "reason": "words",
            "text": "similarity 0.83, words in common: together, product, managers, roadmap",
            "alike": 0.834,
            "score": null,
            "words": ["together", "product", "managers", "roadmap"],
            "nearest": null
        }])
    );
    let nearest = &scope["pairs"][4]["why"][0];
    assert_eq!(nearest["reason"], "nearest");
    assert_eq!(nearest["score"], 1.518);
    assert_eq!(nearest["nearest"]["line"], 5);
}

#[test]
fn roles_of_a_table_are_explained_by_it() {
    let left = "## Sizes\n| Dimension | One | Two |\n| Team | 5 | 50 |";
    let ladder = ladder(&[("One", left), ("Two", "")], &[]);
    let comparison = Comparer::new(&ladder).explain(A, B);
    assert_eq!(comparison.topics[0].pairs[0].why, [Reason::Table]);
}

/// What is not enough must not read as if it were, nor what differs as if it did not.
#[test]
fn figures_are_never_rounded_up() {
    let said = |alike| Alike { alike, words: Vec::new() }.to_string();
    assert_eq!(said(0.2999), "similarity 0.29");
    assert_eq!(said(0.3), "similarity 0.30");
    assert_eq!(said(0.999), "similarity 0.99");
    let texts = ["## Scope\n- Runs 4 teams of painters", "## Scope\n- Runs 7 teams of painters"];
    let ladder = ladder(&[("One", texts[0]), ("Two", texts[1])], &[]);
    let comparison = Comparer::new(&ladder).explain(A, B);
    let why = comparison.topics[0].pairs[0].why[0].to_string();
    assert!(why.starts_with("similarity 0.99, words in common:"), "{why}");
}

#[test]
fn that_nothing_comes_near_is_said_once_for_a_topic() {
    let texts =
        ["## Work\n- Bakes bread\n- Waters ficus", "## Work\n- Counts coins\n- Rides horses"];
    let ladder = ladder(&[("One", texts[0]), ("Two", texts[1])], &[]);
    let comparison = Comparer::new(&ladder).explain(A, B);
    let options = ComparisonOptions::new(72, Glyphs::Ascii);
    let page = lay_out_comparison(&comparison, options);
    let lines: Vec<String> = page.lines.iter().map(rungs::page::Line::to_plain).collect();
    let whys: Vec<&str> =
        lines.iter().map(|line| line.trim()).filter(|line| line.starts_with("why: ")).collect();
    assert_eq!(whys, ["why: same heading", "why: 4 unmatched items: nothing is similar to them"]);
}

const LEVELS: [(&str, &str); 3] = [
    ("1.md", "# Junior Engineer\n\n## Scope\n\n- **Ovens**: 2 ovens\n- Sweeps the floor\n"),
    ("2.md", "# Engineer\n\n## Scope\n\n- **Ovens**: 2 ovens\n- Waters ficus\n"),
    ("3.md", "# Senior Engineer\n\n## Scope\n\n- **Ovens**: 2 ovens\n- **Coins**: counts them\n"),
];

/// Of several roles the reasons are those between a level and the one before it.
#[test]
fn several_roles_are_explained_in_every_format() {
    let roles = ["compare", "junior", "2.md", "senior", "--explain"];
    let said = |format| run_among(&LEVELS, &[&roles[..], &["--format", format]].concat()).fine();
    for format in ["text", "markdown", "html"] {
        let said = said(format);
        for words in [
            "Engineer, Senior Engineer: same heading",
            "3 unmatched items: nothing is similar to them",
        ] {
            assert!(said.contains(words), "{words} in {format}\n{said}");
        }
        assert!(said.contains("Engineer, Senior Engineer: identical text"), "{format}\n{said}");
    }
    let value: Value = serde_json::from_str(&said("json")).unwrap();
    let row = &value["topics"][0]["rows"][0];
    let told = |at: usize| (&row["why"][at]["role"], &row["why"][at]["reasons"][0]["reason"]);
    assert_eq!([told(0), told(1)], [(&json!(1), &json!("text")), (&json!(2), &json!("text"))]);
}

/// Every row of our own ladder has a reason: with a level before, of a table, or alone.
#[test]
fn every_row_of_several_roles_has_its_reasons() {
    let ladder = rungs::content::built_in().ladder;
    let subjects = rungs::compare::track_subjects(&ladder, rungs::model::TrackId(0));
    let levels = rungs::compare::explain_levels(&ladder, &subjects);
    for row in levels.topics.iter().flat_map(|topic| &topic.rows) {
        let explained = row.why.iter().map(|why| why.column).collect::<Vec<_>>();
        for (column, cell) in row.cells.some() {
            let needs = cell.before.is_some() || row.lone().is_some();
            assert!(!needs || explained.contains(&column), "{row:?}");
        }
    }
}

#[test]
fn a_level_that_one_version_lacks_says_which_came_nearest() {
    let text = |label: &str, more: &str| format!("# {label}\n\n## Work\n\n- Bakes bread\n{more}");
    let (old, new) =
        (text("Engineer", "- Waters ficus\n"), text("Senior Engineer", "- Counts coins\n"));
    let folder = folder(&[("then/a.md", &*old), ("now/a.md", &*old), ("now/b.md", &*new)]);
    let why = "why: the other version has no such level: nearest is Engineer, ";
    for roles in [&["senior"][..], &[]] {
        let all =
            [&["--ladder", "now", "compare", "--against", "then", "--explain"], roles].concat();
        let output = crate::support::program::output(program(folder.path(), &all)).fine();
        assert!(squeezed(&output).contains(why), "{output}");
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
