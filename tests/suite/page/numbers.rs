//! Numbers and weeks as they are shown: as text at several widths, as Markdown and as JSON.

use rungs::compare::compare;
use rungs::model::{Ladder, Subject};
use rungs::page::{ComparisonOptions, Glyphs, lay_out_comparison};
use rungs::report::Only;

use crate::support::ladders::parse;
use crate::support::places::keeps_every_place;
use crate::support::program::run_among;

const LEAD: &str = "# Lead

## Lead vs Head

| Dimension | Lead | Head |
| --- | --- | --- |
| Team size | 12-40+ testers | 90-400+ testers |
| Ovens | one oven | two ovens |
| Focus | 80% baking, 20% planning | 35% baking, 65% planning |
| Planning | Monthly to quarterly | Annual to multi-year |
| Reports | 4-6 people | 5-6 people |

### A week

| Activity | Lead | Head |
| --- | --- | --- |
| Talks with bakers | 4-6 hrs/week | 1 hour per day |
| Buying | 2-4 hrs/week | 6+ hrs/week |
| Board | Seldom | 3 hrs/week |
";

fn page(width: usize, glyphs: Glyphs) -> String {
    let ladder = parse(&[("lead.md", LEAD)]);
    let options =
        ComparisonOptions { only: Only::Differences, ..ComparisonOptions::new(width, glyphs) };
    let [left, right] = ["lead", "head"].map(|name| find(&ladder, name));
    lay_out_comparison(&compare(&ladder, left, right), options).to_plain()
}

fn find(ladder: &Ladder, name: &str) -> Subject {
    rungs::naming::find(ladder, name).unwrap_or_else(|_| panic!("{name} is there"))
}

/// What stands on a page from a line on.
#[track_caller]
fn check(page: &str, from: &str, want: &str) {
    let at = page.find(from).unwrap_or_else(|| panic!("{from} is not on\n{page}"));
    let got = page[at..].trim_end();
    assert_eq!(got, want.trim_matches('\n'), "\n{got}\n");
}

#[test]
fn numbers_stand_below_their_texts_on_one_scale() {
    check(
        &page(84, Glyphs::Unicode),
        "~ Lead vs",
        "
~ Lead vs Head  a table of the Lead document ───────────────────────────────────────
~ Team size          12-40+ testers                 │ 90-400+ testers  9x larger
~ Ovens              one oven                       │ two ovens
~ Focus              80% baking, 20% planning       │ 35% baking, 65% planning
                                                    │ baking 45 points down
~ Planning           Monthly to quarterly           │ Annual to multi-year
                                     log ┈━━━┈┈┈┈┈┈ │ 9x longer or more   ┈┈┈┈┈┈┈━━▸
~ Reports            4-6 people                     │ 5-6 people

~ A week  a table of the Lead document ─────────────────────────────────────────────
~ Talks with bakers  4-6 hrs/week    ━━━━━━────     │ 1 hour per day  ━━━━━━━━┈┈
~ Buying             2-4 hrs/week    ━━━────┈┈┈     │ 6+ hrs/week     ━━━━━━━━━▸
≠ Board              Seldom                         │ 3 hrs/week      ━━━━━┈┈┈┈┈
  week total: 6-10 → 14+ hours, at least 1.8x; not counted (no hours): Seldom
",
    );
}

#[test]
fn without_a_column_of_keys_the_words_stand_behind() {
    check(
        &page(70, Glyphs::Ascii),
        "~ Lead vs",
        "
~ Lead vs Head  a table of the Lead document -------------------------
~ Team size  9x larger
  12-40+ testers    log ====+.....  | 90-400+ testers       .....====+
~ Ovens
  one oven                          | two ovens
~ Focus  baking 45 points down
  80% baking, 20% planning          | 35% baking, 65% planning
~ Planning  9x longer or more
  Monthly to quarterly              | Annual to multi-year
~ Reports
  4-6 people                        | 5-6 people

~ A week  a table of the Lead document -------------------------------
~ Talks with bakers
  4-6 hrs/week    ======----        | 1 hour per day  ========..
~ Buying
  2-4 hrs/week    ===----...        | 6+ hrs/week     =========+
! Board
  Seldom                            | 3 hrs/week      =====.....
  week total: 6-10 -> 14+ hours, at least 1.8x; not counted (no
  hours): Seldom
",
    );
}

#[test]
fn where_it_is_narrow_the_bars_stand_one_below_the_other() {
    check(
        &page(40, Glyphs::Unicode),
        "~ Lead vs",
        "
~ Lead vs Head  a table of the Lead
  document ─────────────────────────────
~ Team size  9x larger
  < 12-40+ testers   log ━━━━━▸┈┈┈┈┈┈
  > 90-400+ testers      ┈┈┈┈┈┈━━━━━▸
~ Ovens
  < one oven
  > two ovens
~ Focus  baking 45 points down
  < 80% baking, 20% planning  ━━━━━━━━┈┈
  > 35% baking, 65% planning  ━━━━┈┈┈┈┈┈
~ Planning  9x longer or more
  < Monthly to quarterly  log ┈━━━┈┈┈┈┈┈
  > Annual to multi-year      ┈┈┈┈┈┈┈━━▸
~ Reports
  < 4-6 people
  > 5-6 people

~ A week  a table of the Lead document ─
~ Talks with bakers
  < 4-6 hrs/week    ━━━━━━━────┈
  > 1 hour per day  ━━━━━━━━━━┈┈
~ Buying
  < 2-4 hrs/week  ━━━─────┈┈┈┈
  > 6+ hrs/week   ━━━━━━━━━━━▸
≠ Board
  < Seldom
  > 3 hrs/week  ━━━━━━┈┈┈┈┈┈
  week total: 6-10 → 14+ hours, at least
  1.8x; not counted (no hours): Seldom
",
    );
}

#[test]
fn each_of_two_numbers_has_its_bars_beside_its_words() {
    let lead = "# Lead\n\n## Lead vs Head\n\n| Dimension | Lead | Head |\n| - | - | - |\n| Cooks reached | 4-10 cooks (one kitchen) | 10-30 cooks (2-4 kitchens) |\n";
    let ladder = parse(&[("lead.md", lead)]);
    let [left, right] = ["lead", "head"].map(|name| find(&ladder, name));
    let options = ComparisonOptions::new(80, Glyphs::Unicode);
    check(
        &lay_out_comparison(&compare(&ladder, left, right), options).to_plain(),
        "~ Cooks",
        "
~ Cooks reached  4-10 cooks (one kitchen)       │ 10-30 cooks (2-4 kitchens)
                                     ━━┈┈┈┈┈┈┈┈ │ cooks 2.5x more     ┈┈━━━━┈┈┈┈
                                     ┈┈━┈┈┈┈┈┈┈ │ kitchens 3x more    ┈┈┈┈━━━━┈┈
",
    );
}

#[test]
fn at_any_width_the_same_texts_stand_on_the_page() {
    let ladder = parse(&[("lead.md", LEAD)]);
    let [left, right] = ["lead", "head"].map(|name| find(&ladder, name));
    let comparison = compare(&ladder, left, right);
    let page =
        |width| lay_out_comparison(&comparison, ComparisonOptions::new(width, Glyphs::Ascii));
    let wide = page(200);
    for width in 8..200 {
        let page = page(width);
        keeps_every_place(&page, &wide);
        keeps_every_place(&wide, &page);
        for line in page.lines.iter().chain(&page.head) {
            assert!(line.width() <= width, "at {width}: {:?}", line.to_plain());
        }
    }
}

/// Runs the program on a lone page and gives what it prints.
#[track_caller]
fn run(arguments: &[&str]) -> String {
    let all = [&["compare", "lead", "head"], arguments].concat();
    run_among(&[("lead.md", LEAD)], &all).fine()
}

#[test]
fn markdown_says_the_change_and_adds_the_week_up() {
    let text = run(&["--format", "markdown"]);
    for line in [
        "| ~ | **Team size** | 12-40+ testers | 90-400+ testers<br>*9x larger* |",
        "| ~ | **Ovens** | one oven | two ovens |",
        "| ~ | **Buying** | 2-4 hrs/week | 6+ hrs/week |",
        "| ≠ | **Board** | **Seldom** | **3 hrs/week** |",
        "*week total: 6-10 → 14+ hours, at least 1.8x; not counted (no hours): Seldom*",
    ] {
        assert!(text.lines().any(|it| it == line), "{line} is not in\n{text}");
    }
}

#[test]
fn json_has_the_numbers_and_the_week() {
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    let topic = &json["topics"][0];
    let size = &topic["pairs"][0]["quantities"][0];
    assert_eq!((&size["unit"], &size["words"]), (&"tester".into(), &"9x larger".into()));
    assert_eq!(size["left"]["high"], 40);
    assert_eq!((&size["left"]["open"], &size["factor"]), (&true.into(), &8.66.into()));
    let ovens = &topic["pairs"][1]["quantities"][0];
    assert_eq!(
        (&ovens["words"], &ovens["right"]["text"]),
        (&"2x more".into(), &"two ovens".into())
    );
    let share = &topic["pairs"][2]["quantities"][1];
    assert_eq!((&share["of"], &share["points"]), (&"planning".into(), &45.0.into()));
    assert!(topic["week"].is_null());
    let week = &json["topics"][1]["week"];
    assert_eq!((&week["left"]["low"], &week["right"]["high"]), (&6.into(), &14.into()));
    assert!(week["activities"][2]["left"].is_null());
}

#[test]
fn the_summary_names_what_differs_most() {
    let summary = "~ 8 changed   Planning 9x longer or more   Team size 9x larger\nFocus 80% → 35% baking (45 points down)\nHead has no document of its own.\n";
    let page = page(70, Glyphs::Unicode);
    assert!(page.contains(summary), "{page}");
    let text = run(&["--format", "markdown"]);
    let summary = "\nPlanning 9x longer or more; Team size 9x larger; Focus 80% → 35% baking (45 points down).\n";
    assert!(text.contains(summary), "{text}");
    let json: serde_json::Value = serde_json::from_str(&run(&["--format", "json"])).unwrap();
    let biggest = json["biggest"].as_array().unwrap();
    assert_eq!(biggest.len(), 3);
    assert_eq!(biggest[1]["name"], "Team size");
    assert_eq!(biggest[1]["words"], "9x larger");
}
