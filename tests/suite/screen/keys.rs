//! Keys that are bound again: sequences, the pop-up that lists what may follow, keys that do nothing.

use rungs::tui::{Keymap, Preferences, Session, play};

use super::played::small;
use crate::support::screen::text;

/// The screen after keys on the small ladder, with some keys bound again: place, keys and command.
fn bound(bindings: &[(&str, &str, &str)], size: (u16, u16), keys: &str) -> String {
    let mut keymap = Keymap::default();
    for (place, keys, command) in bindings {
        keymap.bind(place, keys, command).unwrap();
    }
    let preferences = Preferences { keymap, ..Preferences::default() };
    text(&play(Session { preferences, ..small() }, size, keys))
}

/// Keys that are bound again lead to the same screen as the default keys; the hint line apart.
#[track_caller]
fn same(bindings: &[(&str, &str, &str)], keys: &str, default: &str) {
    let above = |screen: String| screen.lines().take(22).collect::<Vec<_>>().join("\n");
    let (got, want) = (bound(bindings, (80, 24), keys), bound(&[], (80, 24), default));
    assert_eq!(above(got), above(want), "{keys} is not {default}");
}

/// The screen after keys that are bound again has texts.
#[track_caller]
fn shows(bindings: &[(&str, &str, &str)], keys: &str, wanted: &[&str]) {
    let got = bound(bindings, (180, 24), keys);
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

const ALL: &str = "all-views";

#[test]
fn a_key_and_a_sequence_send_their_command() {
    let bindings = [(ALL, "w", "next-level"), (ALL, "g g", "bottom"), (ALL, "Space c", "compare")];
    same(&bindings, "w", ".");
    same(&bindings, "<Tab><Tab>gg", "<Tab><Tab>G");
    same(&bindings, "<Space>c", "c");
    same(&bindings, ".", ".");
    same(&[(ALL, ".", "none")], ".", "");
    // Layers have keys of their own.
    same(&[("list-prompt", "Ctrl-d", "next-entry")], "p<Ctrl-d>", "p<Down>");
}

#[test]
fn a_count_comes_before_a_sequence() {
    same(&[(ALL, "g j", "down")], "<Tab><Tab>3gj", "<Tab><Tab>3j");
}

#[test]
fn what_may_follow_is_listed_and_escape_leaves_it() {
    let bindings = [(ALL, "g g", "top"), (ALL, "g e", "bottom"), (ALL, "g s l", "search-ladder")];
    shows(
        &bindings,
        "g",
        &["╭ g ─", " g  go to the top", " e  go to the end", " s  l: search in the"],
    );
    same(&bindings, "g<Esc>", "");
    shows(&bindings, "gs", &["╭ g s ─", " l  search in the whole ladder"]);
    shows(&bindings, "gx", &["g x does nothing here; ? lists the keys"]);
    // It is a key of its own again after that.
    same(&bindings, "gx.", ".");
}

#[test]
fn the_pop_up_fits_any_screen() {
    for size in (1..20).flat_map(|width| (1..10).map(move |height| (width * 4, height))) {
        let _ = bound(&[(ALL, "g g", "top"), (ALL, "g e", "bottom")], size, "g");
    }
}

#[test]
fn an_unbound_key_says_so_and_names_the_key_of_the_help() {
    shows(&[], "W", &["W does nothing here; ? lists the keys"]);
    shows(&[(ALL, "?", "none")], "W", &["W does nothing here; F1 lists the keys"]);
    shows(&[(ALL, "?", "none"), (ALL, "F1", "none")], "W", &["W does nothing here"]);
}

#[test]
fn hints_help_and_notices_have_the_keys_in_force() {
    let bindings =
        [(ALL, "w", "next-level"), (ALL, "Ctrl-g", "help"), ("document", ")", "compare")];
    shows(&bindings, "", &["w , rung up/down", "Ctrl-g help", ") compare"]);
    shows(&bindings, "W", &["Ctrl-g lists the keys"]);
    shows(&bindings, "<Ctrl-g>list the keys", &["Ctrl-g  ?  F1"]);
}

#[test]
fn ctrl_c_always_leaves() {
    let bindings = [(ALL, "q", "none"), ("pop-up", "Esc", "none"), (ALL, "g g", "top")];
    // Keys after the end are ignored.
    same(&bindings, "<Ctrl-c>.", "");
    same(&bindings, "g<Ctrl-c>.", "g");
    same(&bindings, "?<Ctrl-c>", "");
}

#[test]
fn q_leaves_the_innermost_first_and_the_hints_say_so() {
    // The key after it works only if the program goes on.
    for inside in ["m", "c", "t", "M", "cm"] {
        same(&[], &format!("<Enter>]{inside}qj"), &format!("<Enter>]{inside}<Esc>j"));
    }
    same(&[], "qj", "");
    shows(&[], "", &["q quit"]);
    shows(&[], "c", &["Esc q back"]);
    assert!(!bound(&[], (180, 24), "c").contains("quit"));
    same(&[], "c<Ctrl-c>j", "c");
}
