//! Three roles and more on the screen: adding a level, stepping, taking it out again.

use rungs::tui::{Session, play};

use crate::support::screen::{ladder_of, text};

fn session() -> Session {
    let role = |label: &str, order: usize, size: &str| {
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Engineer\n## Scope\n- **Team size**: {size}\n- Reviews code\n## Notes\n- Reads {label} papers\n"
        )
    };
    ladder_of(&[
        ("a.md", &role("Junior", 1, "1")),
        ("b.md", &role("Senior", 2, "4")),
        ("c.md", &role("Staff", 3, "12")),
    ])
}

/// Plays keys on three roles, beginning with two of them compared, and looks for texts on the screen.
#[track_caller]
fn shows(keys: &str, wanted: &[&str]) {
    let got = text(&play(session(), (120, 24), &format!("c<Enter>{keys}")));
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

#[test]
fn a_level_is_added_beside_two() {
    shows("+", &["Add to the comparison", "Staff"]);
    shows("+<Enter>", &["Junior | Senior | Staff", "Team size", "12"]);
    shows("+<Enter>+", &["all levels are shown already"]);
}

#[test]
fn the_last_level_is_taken_out_again() {
    shows("+<Enter>_", &["Junior | Senior", "~", "2 differences"]);
    shows("+<Enter>H", &["Junior | Senior"]);
    shows("+<Enter>HF", &["Junior | Senior | Staff"]);
}

#[test]
fn places_are_stepped_through_and_filtered() {
    shows("+<Enter>)", &["difference 1 of 2"]);
    shows("+<Enter>))))", &["no difference below"]);
    shows("+<Enter>o", &["only differences"]);
    shows("+<Enter>oo", &["what Staff adds"]);
}

#[test]
fn escape_leads_to_the_first_role() {
    shows("+<Enter><Esc>", &["Junior Engineer"]);
}
