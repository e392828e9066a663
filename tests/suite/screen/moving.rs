//! Moving about: by keys, by counts, by the mouse, by anything.

use proptest::prelude::*;
use rungs::tui::play;

use super::played::{on, shows, small};
use crate::support::screen::{ladder_of, text};

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
    shows("<Enter>]", &["› In Brief"]);
    shows("<Enter>]]]", &["› Strategy and Technology"]);
    shows("<Enter>]]]}", &["› People and Growth"]);
    shows("<Enter>]]]}{", &["› Strategy and Technology"]);
    shows("<Enter>4]2[", &["› Core Responsibilities"]);
    shows("<Enter>99]]", &["the last section"]);
}

#[test]
fn the_outline_moves_the_document_and_the_document_the_outline() {
    shows("<Tab>jjjj", &["› Key Skill Sets"]);
    shows("<Tab>jj<Space>j", &["› Strategy and Technology"]);
    shows("<Enter>40j", &["lines 41-"]);
}

#[test]
fn the_next_rung_opens_at_the_same_section() {
    shows("<Enter>]]]].", &["› Engineer › People and Growth"]);
    shows(",", &["no rung below Associate in Engineering"]);
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
    shows("<click 40 3>", &["› In Brief"]);
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
    shows("jjc<Enter>5)9(", &["difference 1 of"]);
    shows("99.9.", &["no rung above Distinguished in Engineering"]);
    shows("jjc<Enter>12<Esc>", &["Senior | Staff"]);
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
        1 => (1u16..200, 1u16..60).prop_map(|(columns, rows)| format!("<resize {columns} {rows}>")),
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

/// Every view and layer, at sizes from one cell to far more than any screen has, in one storm.
#[test]
fn a_storm_of_sizes_ends_with_the_frame_of_the_last() {
    let sizes = [(1, 1), (500, 1), (2, 3), (1, 500), (500, 500), (19, 2), (3, 40)];
    let storm: String = sizes.iter().map(|(x, y)| format!("<resize {x} {y}>")).collect();
    for keys in ["", "jc<Enter>", "M", "o", "?", "/feature", "e", ":", "<Enter>t", "jmc<Enter>"] {
        let last = format!("{keys}{storm}<resize 80 24>");
        assert_eq!(text(&play(small(), (80, 24), &last)).lines().count(), 24, "{keys}");
        let played = play(small(), (80, 24), &format!("{keys}{storm}"));
        assert_eq!((played.area.width, played.area.height), (3, 40), "{keys}");
    }
}

#[test]
fn what_stays_expected_from_below_is_shown_and_left_out() {
    let role = |order: usize, label: &str, text: &str| {
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Baker\n\n## Dough\n\n- {text}\n"
        )
    };
    let (low, top) = (role(1, "Junior", "Weighs flour"), role(2, "Senior", "Plans the week"));
    let played = |keys: &str| {
        let session =
            ladder_of(&[("a.md", &low), ("b.md", &top), ("notes.md", "# About\n\nUs.\n")]);
        text(&play(session, (100, 30), keys))
    };
    let shown = played("ji");
    for said in ["Inherited from lower levels: 1 item", "Junior: 1 item", "• Weighs flour"] {
        assert!(shown.contains(said), "no {said:?}:\n{shown}");
    }
    assert!(!played("jii").contains("Weighs flour"));
    // The next role is shown so too, and Enter leads to where it stands.
    assert!(played("i").contains("Junior is the lowest level of"));
    assert!(played("ij").contains("Weighs flour"));
    let followed = played("<Enter>.i<Enter>Dough<Enter>");
    assert!(followed.contains("› Junior Baker › Dough"), "{followed}");
    assert!(played("Gi").contains("only a role inherits items from lower levels"));
}
