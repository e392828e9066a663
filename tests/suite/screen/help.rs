//! The help: the keys of the view first, narrowed by typing, in two columns where there is room.

use rungs::tui::play;

use super::played::{shows, small};
use crate::support::screen::text;

/// The screen after keys on the small ladder.
fn screen(size: (u16, u16), keys: &str) -> String {
    text(&play(small(), size, keys))
}

/// Whether texts are on a screen, one below the other.
#[track_caller]
fn in_order(screen: &str, wanted: &[&str]) {
    let mut rest = screen;
    for want in wanted {
        let Some(at) = rest.find(want) else {
            panic!("no {want:?} below the one before:\n{screen}")
        };
        rest = &rest[at + want.len()..];
    }
}

#[test]
fn it_opens_at_the_keys_of_the_view() {
    for (keys, view, first) in [
        ("", "document", "read the role or section"),
        ("c", "comparison", "go from the list of topics"),
        ("M", "overview", "go to the text of the cell"),
    ] {
        let got = screen((80, 40), &format!("{keys}?"));
        in_order(
            &got,
            &["Keys", "type to filter", &format!("In this view: {view}"), first, "Moving"],
        );
    }
}

#[test]
fn typing_narrows_it_and_escape_clears_the_words_and_then_closes_it() {
    let got = screen((80, 40), "?rung UP");
    in_order(&got, &["rung UP", "In this view: document", ".", "the role one rung up"]);
    assert!(!got.contains("Moving") && !got.contains("one rung down"), "{got}");
    in_order(&screen((80, 40), "?next-diff"), &["In other views", ")", "next difference"]);
    in_order(&screen((80, 40), "?nothing at all"), &["0 of ", "no match"]);
    assert!(screen((80, 40), "?rung<Esc>").contains("Moving"));
    for closed in
        ["?rung<Esc><Esc>", "?<Esc>", "??", "?<F1>", "?<Enter>", "?<Ctrl-c>", "?<click 0 0>"]
    {
        assert_eq!(screen((80, 40), closed), screen((80, 40), ""), "{closed}");
    }
}

#[test]
fn two_columns_stand_side_by_side_where_there_is_room() {
    let beside = |size: (u16, u16)| {
        let got = screen(size, "?");
        let first = got.lines().find(|line| line.contains("In this view")).unwrap();
        first.chars().skip(78).any(char::is_alphabetic)
    };
    assert!(beside((160, 50)) && !beside((80, 50)));
    shows("?list prompt", &["In other views: list prompt"]);
}

#[test]
fn it_fits_any_screen() {
    for size in (1..12).flat_map(|width| (1..7).map(move |height| (width * 15, height * 3))) {
        let _ = screen(size, "?e<Down><PageDown><wheel 4 4 3>");
    }
}

#[test]
fn the_help_scrolls() {
    let top = |keys: &str| screen((80, 24), keys).contains("In this view");
    assert!(top("?") && top("?<Down><Up>"));
    assert!(!top("?<Down>") && !top("?<PageDown>") && !top("?<wheel 40 12 3>"));
}
