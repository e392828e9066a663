//! The layouts of a comparison: side by side, stacked, as one text; and what is folded.

use proptest::prelude::*;
use rungs::compare::compare;
use rungs::content;
use rungs::model::Subject;
use rungs::page::{ComparisonOptions, Folds, Glyphs, Page, Sides, lay_out_comparison};
use rungs::tui::{Session, play};

use crate::support::places::keeps_every_place;
use crate::support::program::{run, run_among};
use crate::support::screen::{built_in, ladder_of, text};

const BAKER: &str = "---
level: 1
---
# Baker

Bakes what the shop sells each morning.

## Dough
- **Mixing**: plans two doughs a day with care
- Weighs flour to the gram
- Cleans up

## Ovens
- Watches one oven
- Keeps a log of [each batch](head-baker.md)

## Shop

### Counter
- Greets each guest
- Keeps the counter clean

### Till
- Counts the till at night
";

const HEAD: &str = "---
level: 2
---
# Head Baker

Bakes and plans what the shop sells each morning.

## Dough
- **Mixing**: plans 4-6 doughs a day with care
- Weighs flour to the gram

## Ovens
- Buys ovens and sells old ones
- Keeps a log of each batch

## Shop

### Counter
- Greets each guest
- Keeps the counter clean

### Till
- Counts the till at night
";

fn bakery() -> Session {
    ladder_of(&[("baker.md", BAKER), ("head-baker.md", HEAD)])
}

fn page(options: ComparisonOptions<'_>) -> Page {
    let ladder = bakery().ladder;
    let [left, right] = ["baker", "head-baker"].map(|name| {
        rungs::naming::find(&ladder, name).unwrap_or_else(|_| panic!("{name} is there"))
    });
    lay_out_comparison(&compare(&ladder, left, right), options)
}

#[track_caller]
fn check(options: ComparisonOptions<'_>, want: &str) {
    let page = page(options).to_plain();
    let got = page.trim_end();
    assert_eq!(got, want.trim_matches('\n'), "\n{got}\n");
}

#[test]
fn as_one_text_it_reads_as_prose() {
    let options = ComparisonOptions::new(60, Glyphs::Unicode);
    check(
        ComparisonOptions { layout: Sides::Unified, ..options },
        "
< Baker  > Head Baker
~ 3 changed   < 1 only Baker   = 5 unchanged

~ < Baker
  > Head Baker
~ Bakes {+and plans+} what the shop sells each morning.

~ Dough ────────────────────────────────────────────────────
~ Mixing: plans [-two-] {+4-6+} doughs a day with care
  doughs 2.5x more
= Weighs flour to the gram
< Cleans up

~ Ovens ────────────────────────────────────────────────────
~ < Watches one oven
  > Buys ovens and sells old ones
= Keeps a log of each batch

= Shop ─────────────────────────────────────────────────────

= Counter
= Greets each guest
= Keeps the counter clean

= Till
= Counts the till at night
",
    );
}

#[test]
fn stacked_one_side_stands_below_the_other() {
    let options = ComparisonOptions::new(60, Glyphs::Ascii);
    let folds = Folds { all: true, ..Folds::default() };
    check(
        ComparisonOptions { layout: Sides::Stacked, folds, ..options },
        "
< Baker  > Head Baker
~ 3 changed   < 1 only Baker   = 5 unchanged

~ < Baker
  > Head Baker
~ < Bakes what the shop sells each morning.
  > Bakes and plans what the shop sells each morning.

~ Dough ----------------------------------------------------
~ < Mixing: plans two doughs a day with care  ..=...........
  > Mixing: plans 4-6 doughs a day with care  .....====.....
    doughs 2.5x more
= Weighs flour to the gram
< Cleans up

~ Ovens ----------------------------------------------------
~ < Watches one oven
  > Buys ovens and sells old ones
= Keeps a log of each batch

= Shop  3 unchanged ----------------------------------------
",
    );
}

#[test]
fn side_by_side_becomes_stacked_where_it_is_narrow() {
    let page =
        |layout| page(ComparisonOptions { layout, ..ComparisonOptions::new(40, Glyphs::Ascii) });
    assert_eq!(page(Sides::Beside), page(Sides::Stacked));
}

#[test]
fn every_layout_has_the_same_texts_and_stops() {
    let ladder = content::built_in().ladder;
    let [left, right] = ["staff", "principal"].map(|name| {
        rungs::naming::find(&ladder, name).unwrap_or_else(|_| panic!("{name} is there"))
    });
    let comparison = compare(&ladder, left, right);
    let page = |layout, width| {
        let options = ComparisonOptions { layout, ..ComparisonOptions::new(width, Glyphs::Ascii) };
        lay_out_comparison(&comparison, options)
    };
    let first = page(Sides::Beside, 120);
    for layout in [Sides::Beside, Sides::Stacked, Sides::Unified] {
        for width in [8, 40, 56, 80, 120, 200] {
            let page = page(layout, width);
            keeps_every_place(&page, &first);
            keeps_every_place(&first, &page);
            let titles = |page: &Page| {
                page.outline.iter().map(|entry| entry.title.clone()).collect::<Vec<_>>()
            };
            assert_eq!(titles(&page), titles(&first));
            assert!(page.lines.iter().all(|line| line.width() <= width), "{layout:?} at {width}");
        }
    }
}

/// Words of a text: letters and digits only, so that signs and line breaks do not matter.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn sentences() -> impl Strategy<Value = String> {
    proptest::collection::vec("(- )?(\\*\\*[a-c]{1,2}\\*\\*: )?[a-e]{1,2}( [a-f]{1,2}| `x`| 職| [0-9]{1,2}-[0-9]{2} hrs/week| \\[l\\]\\(x.md\\)){0,8}\n\n", 1..6)
        .prop_map(|lines| format!("# R\n\n## S\n\n{}", lines.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_one_text_no_word_of_the_right_is_lost(left in sentences(), right in sentences(), width in 8_usize..100) {
        let ladder = ladder_of(&[("engineer.md", &left), ("senior-engineer.md", &right)]).ladder;
        prop_assume!(ladder.roles.len() == 2);
        let [left, right] = [0, 1].map(|at| Subject::Role(rungs::model::RoleId(at)));
        let comparison = compare(&ladder, left, right);
        let options = ComparisonOptions { layout: Sides::Unified, ..ComparisonOptions::new(width, Glyphs::Ascii) };
        let page = lay_out_comparison(&comparison, options);
        for (number, flow) in page.flows.iter().enumerate() {
            let whole = 0..flow.text.len();
            let spots = page.spots(number, std::slice::from_ref(&whole)).concat();
            let shown: usize = spots.iter().map(|spot| spot.end - spot.start).sum();
            prop_assert!(shown >= rungs::page::width(&letters(&flow.text)), "{:?} is not all on\n{}", flow.text, page.to_plain());
        }
        for line in &page.lines {
            prop_assert!(line.width() <= width.max(8), "{:?}", line.to_plain());
        }
        for (number, link) in page.links.iter().enumerate() {
            let shows = |line: &rungs::page::Line| line.runs.iter().any(|run| run.link == Some(number));
            prop_assert_eq!(page.lines.iter().position(shows), Some(link.line));
        }
    }
}

#[track_caller]
fn shows(keys: &str, want: &[&str], not: &[&str]) {
    let frame = text(&play(bakery(), (100, 40), keys));
    for words in want {
        assert!(frame.contains(words), "{words:?} is not on\n{frame}");
    }
    for words in not {
        assert!(!frame.contains(words), "{words:?} is on\n{frame}");
    }
}

#[test]
fn v_goes_through_the_layouts_and_every_view_keeps_them() {
    shows("cv", &["layout: stacked", "Baker | Head Baker, stacked"], &[]);
    shows("cvv", &["Bakes {+and plans+} what", "Head Baker, unified"], &[]);
    shows("cvvx", &["Bakes [-and plans-] what", "Head Baker | Baker, unified"], &[]);
    shows("cvv<Esc>H", &["Bakes {+and plans+} what"], &[]);
    shows("cvvv", &["layout: side by side"], &["unified", "stacked"]);
}

#[test]
fn what_is_the_same_folds_at_once_or_topic_by_topic() {
    let (counter, till) = ("Greets each guest", "Counts the till");
    shows("c", &[counter, till], &["= Shop  3 unchanged"]);
    shows("c=", &["= Shop  3 unchanged", "unchanged topics folded"], &[counter, till]);
    shows("c==", &[counter, till], &["= Shop  3 unchanged"]);
    // The last topic alone.
    shows("c]]]]]]-", &["= Till  1 unchanged"], &[till]);
    shows("c]]]]]]--", &[till], &["= Till  1 unchanged"]);
    shows("c=]]]]-", &[counter, till], &["= Shop  3 unchanged"]);
    // Folded as it was, also with the sides exchanged, and where one comes back.
    shows("c]]]]]]-x", &["= Till  1 unchanged"], &[till]);
    shows("c=<Esc>H", &["= Shop  3 unchanged"], &[counter]);
}

#[test]
fn a_layout_keeps_the_place() {
    let frame = |keys: &str| text(&play(built_in(), (100, 20), keys));
    for keys in ["jjjc<Enter>]]]]]]]", "jjjc<Enter>]]]]]]]v", "jjjc<Enter>]]]]]]]vv"] {
        let frame = frame(keys);
        assert!(frame.contains("~ Strategy and Technology "), "after {keys}:\n{frame}");
    }
}

#[test]
fn another_rung_keeps_the_layout() {
    let frame = text(&play(built_in(), (100, 20), "jjjc<Enter>vv."));
    assert!(frame.contains("Distinguished | Principal, unified"), "{frame}");
}

#[test]
fn several_roles_have_no_such_layouts() {
    let output = run(["compare", "senior", "staff", "principal", "--layout", "unified"]);
    assert_eq!(output.status, 2);
    let message = output.stderr;
    assert!(message.contains("--layout are for two roles"), "{message}");
}

/// Runs the program on the bakery and gives what it prints.
#[track_caller]
fn printed(arguments: &[&str]) -> String {
    let all = [&["compare", "baker", "head-baker"], arguments].concat();
    run_among(&[("baker.md", BAKER), ("head-baker.md", HEAD)], &all).fine()
}

#[test]
fn the_command_line_has_the_layouts_too() {
    let text = printed(&["--layout", "unified"]);
    assert!(text.contains("plans [-two-] {+4-6+} doughs a day"), "{text}");
    let text = printed(&["--layout", "stacked", "--fold", "--width", "120"]);
    assert!(text.contains("> Bakes and plans") && text.contains("= Shop  3 unchanged"), "{text}");
    let markdown = printed(&["--fold", "--format", "markdown"]);
    assert!(markdown.contains("## Shop\n\n= 3 unchanged\n"), "{markdown}");
    assert!(!markdown.contains("Greets each guest"), "{markdown}");
}
