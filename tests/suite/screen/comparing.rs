//! Comparing on the screen: going from place to place, exchanging the sides, folding.

use rungs::tui::{Session, play};

use crate::support::screen::{ladder_of, text};

fn session() -> Session {
    let role = |label: &str, order: usize, verb: &str| {
        let section =
            |it: usize| format!("## Part {it}\n- {verb} widget number{it} daily\n- Keeps notes\n");
        let parts: String = (1..9).map(section).collect();
        format!("---\norder: {order}\nlabel: {label}\n---\n# {label} Engineer\n{parts}")
    };
    ladder_of(&[("a.md", &role("Junior", 1, "Builds")), ("b.md", &role("Senior", 2, "Reviews"))])
}

/// Plays keys on the two roles and looks for texts on the screen.
#[track_caller]
fn shows(keys: &str, wanted: &[&str]) {
    let got = text(&play(session(), (120, 20), keys));
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

#[test]
fn places_are_counted_as_the_differences_are() {
    shows("c", &["8 differences", "~8 changed"]);
    shows("c)))", &["difference 3 of 8"]);
    shows("c((", &["no difference above"]);
}

#[test]
fn texts_that_stand_beside_each_other_are_counted_one_by_one() {
    let role = |label: &str, items: &str| format!("# {label} Engineer\n## Work\n{items}");
    let [a, b] = [role("Junior", "- Sweeps\n- Waters ficus\n"), role("Senior", "- Counts coins\n")];
    let frame = play(ladder_of(&[("1.md", &a), ("2.md", &b)]), (120, 20), "c<Enter>)");
    let got = text(&frame);
    assert!(got.contains("differences 1-3 of 3"), "{got}");
}

/// Of two that are nearly equal, what is the same is folded, and one is at the first difference.
#[test]
fn nearly_equal_levels_open_at_what_differs() {
    let role = |label: &str, more: &str| {
        let same: String = (1..9).map(|it| format!("## Part {it}\n- Keeps notes {it}\n")).collect();
        format!("# {label} Engineer\n{same}## Last\n- Bakes {more}\n")
    };
    let [a, b] = [role("Junior", "bread"), role("Senior", "cakes")];
    let show = |keys| text(&play(ladder_of(&[("1.md", &a), ("2.md", &b)]), (120, 20), keys));
    let opened = show("c");
    assert!(opened.contains("difference 1 of 1") && opened.contains("Bakes bread"), "{opened}");
    assert!(
        opened.contains("= Part 8  1 unchanged") && !opened.contains("Keeps notes"),
        "{opened}"
    );
    let unfolded = show("c=");
    assert!(unfolded.contains("unchanged topics unfolded"), "{unfolded}");
}

#[test]
fn exchanging_the_sides_keeps_the_place() {
    shows("c<Enter>)))))x", &["difference 5 of 8", "Senior and Junior"]);
    shows("c<Enter>)))))xx", &["difference 5 of 8", "Junior and Senior"]);
    shows("c<Enter>x", &["8 differences"]);
}

#[test]
fn folding_where_nothing_is_the_same_says_so() {
    shows("c<Enter>=", &["no unchanged topic to fold"]);
}

/// What is folded at the end opens from the text, from the topics, and under the mouse.
#[test]
fn what_is_folded_at_the_end_can_be_opened() {
    let role = |order: usize, label: &str, next: &str| {
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Engineer\n## Work\n- Bakes {label} bread\n\
             ## Transition to {next}\n- Sells {next} cakes\n"
        )
    };
    let levels =
        [role(1, "Junior", "Middle"), role(2, "Middle", "Senior"), role(3, "Senior", "Staff")];
    let files = [("1.md", &*levels[0]), ("2.md", &*levels[1]), ("3.md", &*levels[2])];
    let show = |keys: &str| text(&play(ladder_of(&files), (120, 24), keys));
    let folded = show("c<Enter>");
    let row = folded.lines().position(|line| line.contains("▸ ")).unwrap();
    for (keys, open) in [
        ("c<Enter>", false),
        ("c<Enter>-", true),
        ("c<Enter>--", false),
        ("c<Enter><click 60 ROW>", true),
        ("c<Enter><Tab>G-", true),
        ("c<Enter>+<Enter>", false),
        ("c<Enter>+<Enter>-", true),
        ("c<Enter>o", false),
    ] {
        let got = show(&keys.replace("ROW", &row.to_string()));
        assert_eq!(got.contains("Sells Middle cakes"), open, "{keys}\n{got}");
        assert_eq!(got.contains("▸ "), !open && !keys.ends_with('o'), "{keys}\n{got}");
    }
}
