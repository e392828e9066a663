//! Tracks in the ladder pane, and roles of one name in several of them.

use rungs::tui::{Session, play};

use crate::support::screen::{ladder_of, text};

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
        ("pweb", &["2 of ", "Staff Engineer"]),
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
