//! What stands where on screens of every size.

use rungs::page::Glyphs;
use rungs::theme::BaseTheme;
use rungs::tui::{Preferences, Session, play};

use super::played::{check, shows, small};
use crate::support::screen::{built_in, text};

#[test]
fn three_panes() {
    check((112, 16), "<Home>", "
 Test › Software Engineer
╭ Test ────────╮╭ Outline ─────────────────╮╭ Engineer ────────────────────────────────────────────────────────╮
│ Test         ││ Software Engineer        ││ Software Engineer                                                ┃
│    Engineer  ││   Scope                  ││                                                                  ┃
│    Senior    ││ ▾ Skills                 ││ Builds features with the next rung in sight.                     ┃
│              ││     Growing              ││                                                                  ┃
│              ││                          ││ Scope                                                            ┃
│              ││                          ││ ──────────────────────────────────────────────────────────────── ┃
│              ││                          ││ • Team: one team                                                 │
│              ││                          ││ • Ships a feature a month                                        │
│              ││                          ││                                                                  │
│              ││                          ││ Skills                                                           │
│              ││                          ││ ──────────────────────────────────────────────────────────────── │
╰──────────────╯╰──────────────────────────╯╰──────────────────────────────────────────────────────────────────╯
 lines 1-11 of 19, 57%                                                                        2 roles · 1 track
 Enter open  c compare  / filter  p jump  Tab pane  t trace  M overview  ] [ sections  z zoom  ? help  q quit
");
}

#[test]
fn two_panes_with_ladder_and_outline_in_one_column() {
    check(
        (72, 20),
        "j",
        "
 Test › Senior Software Engineer
╭ Test ─────────────────╮╭ Senior ─────────────────────────────────────╮
│ Test                  ││ Senior Software Engineer                    ┃
│    Engineer           ││                                             ┃
│    Senior             ││ Leads projects.                             ┃
╰───────────────────────╯│                                             ┃
╭ Outline ──────────────╮│ Scope                                       ┃
│ Senior Software Engi… ││ ─────────────────────────────────────────── ┃
│   Scope               ││ • Team: one team and its neighbors          ┃
│   Skills              ││ • Ships a feature a month                   ┃
│                       ││ • Mentors two engineers                     ┃
│                       ││                                             ┃
│                       ││ Skills                                      ┃
│                       ││ ─────────────────────────────────────────── ┃
│                       ││ Skill  │ Level                              ┃
│                       ││ ───────┼──────                              │
│                       ││ Code   │ Deep                               │
╰───────────────────────╯╰─────────────────────────────────────────────╯
 lines 1-15 of 17, 88%                                2 roles · 1 track
 Enter open  c compare  / filter  p jump  Tab pane  ? help  q quit
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

/// The widths of the panes, from left to right, after some keys.
fn widths(columns: u16, keys: &str) -> Vec<usize> {
    let frame = text(&play(small(), (columns, 30), keys));
    let top = frame.lines().nth(1).unwrap();
    top.split_inclusive('╮').map(|pane| pane.chars().count()).collect()
}

#[test]
fn lists_are_hidden_and_shown() {
    assert_eq!(widths(120, ""), [16, 28, 76]);
    assert_eq!(widths(120, "\\"), [120]);
    assert_eq!(widths(120, "\\\\"), [16, 28, 76]);
    // A list that gets the focus is shown.
    assert_eq!(widths(120, "\\<Tab>"), [16, 28, 76]);
    assert_eq!(widths(80, "\\"), [80]);
    shows("M\\", &["no lists are beside this view"]);
}

#[test]
fn lists_are_made_wider_and_narrower() {
    assert_eq!(widths(120, "<Ctrl-Right>"), [18, 28, 74]);
    assert_eq!(widths(120, "4<Ctrl-Right>"), [24, 28, 68]);
    assert_eq!(widths(120, "<Tab><Ctrl-Left>"), [16, 26, 78]);
    assert_eq!(widths(120, "<Enter><Ctrl-Left>"), [16, 26, 78]);
    assert_eq!(widths(80, "<Tab>3<Ctrl-Left>"), [22, 58]);
    assert_eq!(widths(120, "999<Ctrl-Left>"), [16, 28, 76]);
    shows("\\<Ctrl-Left>", &["no list is beside the text"]);
    shows("M<Ctrl-Left>", &["no list is beside the text"]);
}

#[test]
fn front_matter_help_and_zoom() {
    shows("m", &["label      │ Associate", "order      │ 1001", "level      │ E1"]);
    shows("?", &["Keys", "compare the role with another"]);
    assert!(!text(&play(built_in(), (120, 40), "<Enter>z")).contains("Outline"));
    shows("<Enter>z<Esc>", &["Outline"]);
    shows("!", &["no findings in this ladder"]);
}

#[test]
fn without_utf8_the_borders_are_plain() {
    let session = Session {
        preferences: Preferences { glyphs: Glyphs::Ascii, ..Preferences::default() },
        ..small()
    };
    for keys in ["c<Enter>", "p", "sfeature", "sneighbors", "?", "m", "/e<Enter>"] {
        let got = text(&play(session.clone(), (100, 20), keys));
        assert!(got.is_ascii(), "{keys}:\n{got}");
    }
}

#[test]
fn without_color_nothing_is_colored_and_the_cursor_is_still_seen() {
    use ratatui::style::{Color, Modifier};
    let theme = BaseTheme::Monochrome.theme(None);
    let preferences = Preferences { theme, ..Preferences::default() };
    let session = Session { preferences, ..small() };
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

/// Lines without a text of their own (bars of a week, rules, blanks) are places too.
#[test]
fn another_height_and_back_keeps_the_first_line() {
    for start in ["<Enter>", "<Enter>c<Enter>ddd"] {
        for lines in 1..9 {
            let keys = format!("{start}{}", "j".repeat(lines));
            let at = |keys: &str| text(&play(built_in(), (120, 40), keys));
            let (before, there) = (at(&keys), format!("{keys}<resize 120 39><resize 120 40>"));
            assert_eq!(at(&there), before, "{lines} lines down after {start}");
        }
    }
}
