//! The terminal UI, driven by keys: what the screen shows.

use proptest::prelude::*;
use rungs::page::Glyphs;
use rungs::theme::{Palette, Theme};
use rungs::tui::{Session, play};

use crate::support::screen::{built_in, ladder_of, text};

const ENGINEER: &str = "---
order: 1
label: Engineer
expanded: true
breadcrumb: true
---
# Software Engineer

Builds features with [the next rung](senior.md) in sight.

## Scope
- **Team**: one team
- Ships a feature a month

## Skills

| Skill | Level |
| --- | --- |
| Code | Solid |
| Design | Some |

**Growing**
- Asks for reviews
";

const SENIOR: &str = "---
order: 2
label: Senior
---
# Senior Software Engineer

Leads projects.

## Scope
- **Team**: one team and its neighbors
- Ships a feature a month
- Mentors two engineers

## Skills

| Skill | Level |
| --- | --- |
| Code | Deep |
| Design | Solid |
";

fn small() -> Session {
    ladder_of(&[("engineer.md", ENGINEER), ("senior.md", SENIOR)])
}

/// Plays keys on the small ladder and compares the whole screen.
#[track_caller]
fn check(size: (u16, u16), keys: &str, want: &str) {
    let got = text(&play(small(), size, keys));
    assert_eq!(got.trim_end(), want.trim_matches('\n'), "\n{got}\n");
}

/// Plays keys on the built-in ladder at 120x40 and looks for texts on the screen.
#[track_caller]
fn shows(keys: &str, wanted: &[&str]) {
    let got = text(&play(built_in(), (120, 40), keys));
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

#[test]
fn three_panes() {
    check((112, 16), "<Home>", "
 Test › Software Engineer
╭ Test ────────────────╮╭ Outline ─────────────────╮╭ Engineer ────────────────────────────────────────────────╮
│ Test                 ││ Software Engineer        ││ Software Engineer                                        ┃
│    Engineer          ││   Scope                  ││                                                          ┃
│    Senior            ││ ▾ Skills                 ││ Builds features with the next rung in sight.             ┃
│                      ││     Growing              ││                                                          ┃
│                      ││                          ││ Scope                                                    ┃
│                      ││                          ││ ──────────────────────────────────────────────────────── ┃
│                      ││                          ││ • Team: one team                                         │
│                      ││                          ││ • Ships a feature a month                                │
│                      ││                          ││                                                          │
│                      ││                          ││ Skills                                                   │
│                      ││                          ││ ──────────────────────────────────────────────────────── │
╰──────────────────────╯╰──────────────────────────╯╰──────────────────────────────────────────────────────────╯
 lines 1-11 of 19, 57%                                                                        2 roles · 1 track
 Enter open  c compare  / search  p jump  Tab pane  t trace  M overview  ] [ sections  z zoom  ? help  q quit
");
}

/// Two tracks with a role each of the same label and title, and one with two.
fn tracks() -> Session {
    let role = |track: &str, title: &str| {
        format!("---\ntrack: {track}\n---\n# {title}\n\nWords of {track}.\n")
    };
    let documents = [
        ("a/junior.md", role("Mobile", "Junior Engineer")),
        ("a/senior.md", role("Mobile", "Senior Engineer")),
        ("b/senior.md", role("Web", "Senior Engineer")),
        ("b/staff.md", role("Web", "Staff Engineer")),
    ];
    let documents: Vec<(&str, &str)> =
        documents.iter().map(|(path, text)| (*path, text.as_str())).collect();
    ladder_of(&documents)
}

/// The rows of the ladder pane after some keys.
fn rows(keys: &str) -> String {
    let screen = text(&play(tracks(), (120, 12), keys));
    let rows = screen.lines().skip(2).filter_map(|row| row.split('│').nth(1));
    let words = |row: &str| row.replace('›', " ").split_whitespace().collect::<Vec<_>>().join(" ");
    rows.map(words).filter(|row| !row.is_empty()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn tracks_fold_in_the_ladder_pane() {
    let all =
        "▾ Mobile | Junior Engineer | Senior Engineer | ▾ Web | Senior Engineer | Staff Engineer";
    let first = "▸ Mobile 2 | ▾ Web | Senior Engineer | Staff Engineer";
    let last = "▾ Mobile | Junior Engineer | Senior Engineer | ▸ Web 2";
    for (keys, want) in [
        ("", all),
        ("-", first),
        ("j<Space>", first),
        ("-<Space>", all),
        ("-<Enter>", all),
        ("G-", last),
        // A folded track is passed over as one row, and its heading can be chosen.
        ("-j", first),
        ("-jk-", all),
        ("-Gkk<Enter>", all),
        ("G-kk", last),
        ("<click 3 2>", first),
        ("<click 3 2><click 3 2>", all),
        ("<click 3 5>", last),
        // Whatever leads to a role inside shows it where it stands.
        ("G-gpstaff<Enter>", all),
        ("-j.p<Esc>pjunior<Enter>", all),
        ("-jH", all),
    ] {
        assert_eq!(rows(keys), want, "{keys}");
    }
    // What is shown stays while its track is folded.
    let screen = text(&play(tracks(), (120, 12), "j-"));
    assert!(screen.contains("Words of Mobile."), "{screen}");
    let screen = text(&play(tracks(), (120, 12), "-j"));
    assert!(screen.contains("Words of Web."), "{screen}");
}

#[test]
fn roles_of_one_name_are_told_apart_by_their_tracks() {
    for (keys, wanted) in [
        ("p", &["Mobile · Senior Engineer", "Web · Senior Engineer", "  Staff Engineer"][..]),
        ("pweb sen", &["│  Web · Senior Engineer"]),
        ("pweb", &["2 of 4", "Staff Engineer"]),
        ("cweb sen", &["│  Web · Senior Engineer"]),
        ("swords of", &["Mobile · Senior Engineer", "Web · Senior Engineer"]),
        ("jcweb sen<Enter>", &["Mobile · Senior Engineer | Web · Senior Engineer"]),
    ] {
        let screen = text(&play(tracks(), (120, 24), keys));
        for want in wanted {
            assert!(screen.contains(want), "no {want:?} after {keys}:\n{screen}");
        }
    }
}

#[test]
fn two_panes_with_ladder_and_outline_in_one_column() {
    check(
        (72, 20),
        "j",
        "
 Test › Senior Software Engineer
╭ Test ──────────────╮╭ Senior ────────────────────────────────────────╮
│ Test               ││ Senior Software Engineer                       ┃
│    Engineer        ││                                                ┃
│    Senior          ││ Leads projects.                                ┃
│                    ││                                                ┃
│                    ││ Scope                                          ┃
│                    ││ ────────────────────────────────────────────── ┃
│                    ││ • Team: one team and its neighbors             ┃
╰────────────────────╯│ • Ships a feature a month                      ┃
╭ Outline ───────────╮│ • Mentors two engineers                        ┃
│ Senior Software E… ││                                                ┃
│   Scope            ││ Skills                                         ┃
│   Skills           ││ ────────────────────────────────────────────── ┃
│                    ││ Skill  │ Level                                 ┃
│                    ││ ───────┼──────                                 │
│                    ││ Code   │ Deep                                  │
╰────────────────────╯╰────────────────────────────────────────────────╯
 lines 1-15 of 17, 88%                                2 roles · 1 track
 Enter open  c compare  / search  p jump  Tab pane  ? help  q quit
",
    );
}

#[test]
fn one_pane_on_a_small_screen() {
    check(
        (36, 10),
        "<Enter>]",
        "
 Test › Software Engineer › Scope
╭ Engineer ────────────────────────╮
│ Scope                            │
│ ──────────────────────────────── ┃
│ • Team: one team                 │
│ • Ships a feature a month        │
│                                  │
╰──────────────────────────────────╯
 lines 6-10 of 20, 50%
 c compare  p jump  ? help  q quit
",
    );
}

#[test]
fn two_roles_side_by_side() {
    check(
        (80, 24),
        "c<Enter>",
        "
 Test › Engineer and Senior
╭ Engineer | Senior ───────────────────────────────────────────────────────────╮
│ < Engineer                             > Senior                              ┃
│ ~ 3 changed   < 2 only Engineer   > 2 only Senior   = 1 the same             ┃
│                                                                              ┃
│ ~ Software Engineer                    │ Senior Software Engineer            ┃
│ ──────────────────────────────────────────────────────────────────────────── ┃
│ < Builds features with the next rung   > Leads projects.                     ┃
│   in sight.                            │                                     ┃
│                                                                              ┃
│ ~ Scope                                                                      ┃
│ ──────────────────────────────────────────────────────────────────────────── ┃
│ ~ Team: one team                       │ Team: one team and its neighbors    ┃
│ = Ships a feature a month              │ Ships a feature a month             ┃
│                                        > Mentors two engineers               ┃
│                                                                              ┃
│ ~ Skills                                                                     ┃
│ ──────────────────────────────────────────────────────────────────────────── ┃
│           < Engineer                       │ > Senior                        │
│ ~ Code    Solid                            │ Deep                            │
│ ~ Design  Some                             │ Solid                           │
╰──────────────────────────────────────────────────────────────────────────────╯
 6 places differ · lines 1-18 of 21, 85%
 c compare  o differences  ) ( next  x swap  v layout  p jump  ? help  q quit
",
    );
}

#[test]
fn two_roles_below_each_other_where_it_is_narrow() {
    check(
        (44, 20),
        "c<Enter>]",
        "
 Senior Software Engineer
╭ Engineer | Senior ───────────────────────╮
│ < Engineer  > Senior                     │
│ ~ < Software Engineer                    ┃
│   > Senior Software Engineer             ┃
│ ──────────────────────────────────────── ┃
│ < Builds features with the next rung in  ┃
│   sight.                                 ┃
│ > Leads projects.                        ┃
│                                          ┃
│ ~ Scope                                  │
│ ──────────────────────────────────────── │
│ ~ < Team: one team                       │
│   > Team: one team and its neighbors     │
│ = Ships a feature a month                │
│ > Mentors two engineers                  │
│                                          │
╰──────────────────────────────────────────╯
 6 places differ · lines 4-17 of 28, 60%
 c compare  o differences  ? help  q quit
",
    );
}

#[test]
fn only_the_differences() {
    check(
        (80, 20),
        "c<Enter>o",
        "
 Test › Engineer and Senior
╭ Engineer | Senior, only the differences ─────────────────────────────────────╮
│ < Engineer                             > Senior                              ┃
│ ~ 3 changed   < 2 only Engineer   > 2 only Senior   = 1 the same             ┃
│                                                                              ┃
│ ~ Software Engineer                    │ Senior Software Engineer            ┃
│ ──────────────────────────────────────────────────────────────────────────── ┃
│ < Builds features with the next rung   > Leads projects.                     ┃
│   in sight.                            │                                     ┃
│                                                                              ┃
│ ~ Scope                                                                      ┃
│ ──────────────────────────────────────────────────────────────────────────── ┃
│ ~ Team: one team                       │ Team: one team and its neighbors    │
│                                        > Mentors two engineers               │
│ = 1 the same                                                                 │
│                                                                              │
│ ~ Skills                                                                     │
╰──────────────────────────────────────────────────────────────────────────────╯
 showing only the differences
 c compare  o differences  ) ( next  x swap  v layout  p jump  ? help  q quit
",
    );
}

#[test]
fn moving_in_the_ladder_shows_the_role_at_once() {
    shows("", &["› Associate Engineer"]);
    shows("jj", &["› Senior Engineer", "lines 1-"]);
    shows("G", &["Management Track"]);
    shows("3j", &["› Staff Engineer"]);
    shows("jjk", &["Engineering › Engineer"]);
}

#[test]
fn sections_and_siblings() {
    shows("<Enter>]", &["› Core Responsibilities"]);
    shows("<Enter>]]", &["› Design and Code"]);
    shows("<Enter>]]}", &["› Delivery and Ownership"]);
    shows("<Enter>]]}{", &["› Design and Code"]);
    shows("<Enter>3]2[", &["› Core Responsibilities"]);
    shows("<Enter>99]]", &["the last section"]);
}

#[test]
fn the_outline_moves_the_document_and_the_document_the_outline() {
    shows("<Tab>jj", &["› Key Skill Sets"]);
    shows("<Tab>j<Space>j", &["› Design and Code"]);
    shows("<Enter>40j", &["lines 41-"]);
}

#[test]
fn the_next_rung_opens_at_the_same_section() {
    shows("<Enter>]]].", &["› Engineer › Delivery and Ownership"]);
    shows(",", &["no rung below Associate in Engineering"]);
}

#[test]
fn searching_in_the_page() {
    shows("/mentor<Enter>", &["match 1 of"]);
    shows("/mentor<Enter>nn", &["match 3 of"]);
    shows("/mentor<Enter>N", &["searched on from the end"]);
    shows("/mentor<Enter>Nn", &["searched on from the top"]);
    shows("/xyzzy<Enter>", &["not found: xyzzy"]);
    shows("n", &["nothing is searched for"]);
}

#[test]
fn searching_through_the_ladder() {
    shows("sboard presentation", &["Search the ladder"]);
    shows("sscope of work<Enter>", &["› Staff Engineer › Typical Scope", "match 2 of"]);
    shows("smentor<Down><Down><Enter>", &["for mentor"]);
}

#[test]
fn jumping_anywhere() {
    shows("pdirector scope<Enter>", &["› Director of Software Engineering › Typical Scope"]);
    shows("pceo<Enter>", &["CEO has no document of its own"]);
}

#[test]
fn links_and_the_way_back() {
    shows("G<Enter>", &["Chief Technology Officer"]);
    shows("pOverview<Enter><Enter>", &["Follow a link"]);
    shows("pOverview<Enter><Enter>Staff Engineer<Enter>", &["Engineering › Staff Engineer"]);
    shows("pOverview<Enter><Enter>Staff Engineer<Enter>H", &["1. Associate Engineer learns"]);
    shows("jjpvp<Enter>HL", &["Vice President of Engineering"]);
    shows("jjpvp<Enter><Backspace>", &["› Senior Engineer"]);
    shows("H", &["nothing to go back to"]);
}

#[test]
fn comparing_and_stepping_in_place() {
    shows("jjc<Enter>", &["Senior | Staff"]);
    shows("jjc<Enter>x", &["Staff | Senior"]);
    shows("jjc<Enter>>", &["Senior | Principal"]);
    shows("jjc<Enter>>.", &["Staff | Principal"]);
    shows("jjc<Enter>.", &["Principal | Staff"]);
    shows("jjc<Enter>>>><lt>", &["Senior | Principal"]);
    shows("jjc<Enter>", &["places differ ·"]);
    shows("jjc<Enter>))", &["place 2 of"]);
    shows("jjc<Enter>)))(", &["place 2 of"]);
    shows("jjc<Enter>nN", &["nothing differs above"]);
    shows("jjc<Enter>o", &["Staff, only the differences"]);
    shows("jjc<Enter><Esc>", &["› Senior Engineer", "Outline"]);
    shows("jjc<Enter>H", &["› Senior Engineer"]);
    shows("jjcceo<Enter>", &["Senior | CEO", "CEO has no page of its own"]);
    shows("jjcm5<Enter>", &["Senior | VP"]);
    shows("Gc", &["a page cannot be compared"]);
}

#[test]
fn front_matter_help_and_zoom() {
    shows("m", &["label      │ Associate", "order      │ 1001", "level      │ E1"]);
    shows("?", &["Keys", "next section"]);
    assert!(!text(&play(built_in(), (120, 40), "<Enter>z")).contains("Outline"));
    shows("<Enter>z<Esc>", &["Outline"]);
    shows("!", &["nothing is wrong with this ladder"]);
}

#[test]
fn the_header_of_a_long_table_stays_on_screen() {
    shows("pdirector comparison<Enter>10j", &["Dimension"]);
    let rows: String = (0..60).map(|i| format!("| row {i} | value {i} |\n")).collect();
    let session =
        ladder_of(&[("engineer.md", &format!("# Engineer\n\n| Key | Value |\n|-|-|\n{rows}"))]);
    let got = text(&play(session, (80, 20), "<Enter>30j"));
    assert!(got.contains("Key    │ Value") && got.contains("row 35"), "{got}");
}

#[test]
fn the_mouse() {
    shows("<click 8 5>", &["› Senior Engineer"]);
    shows("<wheel 80 20 3>", &["lines 4-"]);
    shows("<click 40 3>", &["› Core Responsibilities"]);
}

#[test]
fn without_utf8_the_borders_are_plain() {
    let session = Session { glyphs: Glyphs::Ascii, ..small() };
    for keys in ["c<Enter>", "p", "sfeature", "?", "m", "/e<Enter>"] {
        let got = text(&play(session.clone(), (100, 20), keys));
        assert!(got.is_ascii(), "{keys}:\n{got}");
    }
}

#[test]
fn without_colour_nothing_is_coloured_and_the_cursor_is_still_seen() {
    use ratatui::style::{Color, Modifier};
    let session = Session { theme: Theme { palette: Palette::Plain }, ..small() };
    let frame = play(session, (100, 20), "");
    assert!(frame.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    assert!(frame.content.iter().any(|cell| cell.modifier.contains(Modifier::REVERSED)));
}

#[test]
fn every_screen_size_can_be_drawn() {
    let widths = [1, 2, 3, 4, 7, 8, 9, 15, 16, 17, 30, 44, 64, 112];
    for (width, height) in widths.into_iter().flat_map(|w| (1..=12).map(move |h| (w, h))) {
        for keys in
            ["", "<Enter>]]", "c", "c<Enter>))o", "?", "/e<Enter>n", "pse", "sfeature", "<Tab>j"]
        {
            let _ = play(small(), (width, height), keys);
        }
    }
}

/// Plays keys on a ladder of one document at 80x20 and gives the screen.
fn on(markdown: &str, keys: &str) -> String {
    text(&play(ladder_of(&[("engineer.md", markdown)]), (80, 20), keys))
}

#[test]
fn leaving_a_prompt_or_pop_up_shows_what_was_there() {
    let before = text(&play(built_in(), (120, 40), ""));
    for keys in
        ["?q", "?<Esc>", "mm", "!<Esc>", "p<Esc>", "pdir<Esc>", "s<Esc>", "c<Ctrl-g>", "/x<Esc>"]
    {
        assert_eq!(text(&play(built_in(), (120, 40), keys)), before, "{keys}");
    }
}

#[test]
fn no_row_of_a_long_table_is_passed_over_under_its_header() {
    let rows: String = (0..90).map(|i| format!("| row {i} | value {i} |\n")).collect();
    let table = format!("# Engineer\n\n| Key | Value |\n|-|-|\n{rows}");
    for (keys, back) in [
        ("<Enter>", ""),
        ("<Enter>", "G<PageUp><PageUp><PageUp><PageUp><PageUp><PageUp><PageUp><PageUp>"),
    ] {
        let pages = (0..8).map(|n| match back {
            "" => on(&table, &format!("{keys}{}", "<Space>".repeat(n))),
            back => on(&table, &format!("{keys}{}", &back[..1 + n * 8])),
        });
        let all: String = pages.collect();
        for i in 0..90 {
            assert!(all.contains(&format!("value {i} ")), "row {i} is never shown");
        }
    }
}

#[test]
fn keys_onward_never_go_back() {
    let items: String = (0..60).map(|i| format!("- item {i}\n")).collect();
    let page = format!("# Engineer\n\n## One\n\ntext\n\n## Two\n\n{items}");
    let down = on(&page, "<Enter>99]20j");
    for key in ["]", "}", "<PageDown><PageUp>"] {
        let after = on(&page, &format!("<Enter>99]20j{key}"));
        assert!(after.contains("item 21"), "{key}:\n{after}");
    }
    assert!(down.contains("item 21"));
    // The last screen is full.
    assert!(on(&page, "<Enter>G").contains("item 48"));
}

#[test]
fn counts_stop_at_the_ends() {
    shows("99.", &["Engineering › Distinguished Engineer"]);
    shows("jjc<Enter>9>", &["Senior | Distinguished"]);
    shows("jjc<Enter>5)9(", &["place 1 of"]);
    shows("99.9.", &["no rung above Distinguished in Engineering"]);
    shows("jjc<Enter>12<Esc>", &["Senior | Staff"]);
}

#[test]
fn other_layouts_keep_the_topic() {
    // The fourth topic of this name, not the first; also while only the differences are shown.
    let morning = "jjc<Enter>pJ<Esc>/Typical Scope<Enter><Esc>";
    for keys in ["o", "oo", "x", ">", "<resize 70 30>", "<resize 50 30>", "z"] {
        let keys = format!("{morning}{keys}");
        let got = text(&play(built_in(), (120, 40), &keys));
        assert!(got.contains("Typical Scope"), "{keys}:\n{got}");
    }
    shows("jjc<Enter>]]]]joHL", &["Senior | Staff, only"]);
}

#[test]
fn prompts_keep_to_one_line_and_letters_whole() {
    shows("pvp<Ctrl-m>", &["Vice President of Engineering"]);
    let accents = ladder_of(&[("engineer.md", "# Inge\u{301}nieur Engineer\n\nText.\n")]);
    let got = text(&play(accents, (80, 20), "p"));
    assert!(got.contains("Inge\u{301}nieur"), "{got}");
}

#[test]
fn links_that_lead_out_show_where_and_wait_to_be_asked() {
    let out = |target: &str, keys: &str| on(&format!("# Engineer\n\n[there]({target})\n"), keys);
    assert!(
        out("https://example.org/a", "<Enter><Enter>").contains("O opens https://example.org/a")
    );
    assert!(out("file:///etc/passwd", "<Enter><Enter>").contains("leads to nothing"));
    assert!(out("https://example.org/a", "O").contains("no link that leads out"));
}

#[test]
fn a_link_is_in_view_where_it_is_set() {
    let page = "# Engineer\n\n| a | b |\n|-|-|\n| [alpha](b.md) | [beta](b.md) |\n";
    let got = on(page, "<Enter><Enter>");
    assert!(got.contains(" alpha ") && got.contains(" beta "), "{got}");
}

/// A script of keys that people could press, wise or not.
fn script() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        8 => "[a-zA-Z0-9,.<>/?!()\\[\\]{}-]".prop_map(|c: String| if c == "<" { "<lt>".to_owned() } else { c }),
        4 => prop::sample::select(vec![
            "<Enter>", "<Esc>", "<Tab>", "<Shift-Tab>", "<Up>", "<Down>", "<PageDown>", "<Home>",
            "<End>", "<Backspace>", "<Ctrl-d>", "<Ctrl-u>", "<Ctrl-p>", "<Space>", "<Alt-Left>",
            "<resize 1 1>", "<resize 30 8>", "<resize 80 24>", "<resize 160 50>", "<click 3 3>",
            "<click 40 10>", "<wheel 40 10 3>", "<wheel 3 3 -3>", "<paste two words>",
        ]).prop_map(str::to_owned),
    ];
    // `q` and Ctrl-C would end the script early.
    proptest::collection::vec(key, 0..60).prop_map(|keys| keys.concat().replace('q', "j"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_keys_breaks_it(script in script()) {
        let _ = play(small(), (90, 25), &script);
    }
}

#[test]
fn a_role_that_is_named_comes_before_sections_that_name_it() {
    shows("pSenior Eng<Enter>", &["Engineering › Senior Engineer"]);
    shows("pdirector<Enter>", &["Management › Director of Software Engineering"]);
    shows("ptypical scope<Enter>", &["Typical Scope"]);
}
