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
fn stops_are_places_not_the_counted_differences() {
    shows("c<Enter>", &["8 places differ", "~8 changed"]);
    shows("c<Enter>)))", &["place 3 of 8"]);
    shows("c<Enter>((", &["nothing differs above"]);
}

#[test]
fn exchanging_the_sides_keeps_the_place() {
    shows("c<Enter>)))))x", &["place 5 of 8", "Senior and Junior"]);
    shows("c<Enter>)))))xx", &["place 5 of 8", "Junior and Senior"]);
    shows("c<Enter>x", &["8 places differ"]);
}

#[test]
fn folding_where_nothing_is_the_same_says_so() {
    shows("c<Enter>=", &["no topic here is the same on both sides"]);
}
