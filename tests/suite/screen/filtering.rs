//! Lists narrowed by words: the ladder, the outline, the overview.

use rungs::tui::play;

use super::played::{same, shows, small};
use crate::support::screen::{ladder_of, text};

#[test]
fn the_list_with_the_focus_is_filtered_as_one_types() {
    shows("/staff", &["/staff: 1 of", "› Staff Engineer", "/staff", "1 of"]);
    shows("/staff<Enter>", &["/staff: 1 of", "› Staff Engineer"]);
    shows("/vice pres<Enter>", &["› Vice President of Engineering"]);
    shows("/e7<Enter>", &["› Distinguished Engineer"]);
    // A track keeps its roles, and its name counts for them.
    shows("/management director<Enter>", &["Director of Software Engineering"]);
    shows("/senior<Enter>j", &["Senior Engineering Manager"]);
    shows("/senior<Down><Enter>", &["Senior Engineering Manager"]);
    shows("<Tab>/shifts", &["/shifts: 1 of", "› Key Shifts Required"]);
    // Where the text has the focus, it is searched.
    shows("<Enter>/mentor<Enter>", &["match 1 of"]);
}

#[test]
fn escape_ends_a_filter_and_the_place_before_is_shown_again() {
    for keys in ["/staff<Esc>", "/xyzzy<Esc>", "jj<Tab>jj/shifts<Esc>", "/staff<Down><Ctrl-g>"] {
        let (before, _) = keys.split_once('/').unwrap();
        same(keys, before);
        same(&format!("{keys}H"), &format!("{before}H"));
    }
    // A filter that was kept ends where one is.
    same("/staff<Enter><Esc>", "jjj");
    same("<Tab>/shifts<Enter><Esc>/shifts<Esc>", "<Tab>/shifts<Enter><Esc>");
    shows("/staff<Enter>/<Ctrl-w>", &["Engineering", "Management"]);
    // Whoever goes elsewhere sees where.
    shows("/staff<Enter>pcto<Enter>", &["› Chief Technology Officer", "Distinguished"]);
}

#[test]
fn an_empty_list_says_so() {
    shows("/xyzzy", &["/xyzzy: 0 of", "no match"]);
    shows("/xyzzy<Enter>", &["no match for xyzzy", "Associate"]);
    shows("<Tab>/xyzzy", &["/xyzzy: 0 of", "no match"]);
    for keys in ["/xyzzy<Down><Up>", "<Tab>/xyzzy<Down><Up>", "<Tab>/xyzzy<Enter>jG"] {
        let _ = play(small(), (90, 25), keys);
    }
    shows("/staff<Enter>-", &["a filtered list cannot be folded"]);
}

#[test]
fn a_filter_of_an_overview_leaves_the_rows_with_the_words() {
    let rows =
        "# Engineer\n\n## Scope\n\n- **Team**: one team\n\n## Craft\n\n- **Code**: solid code\n";
    let session =
        || ladder_of(&[("a.md", rows), ("b.md", &rows.replace("Engineer", "Senior Engineer"))]);
    let screen = |keys: &str| text(&play(session(), (100, 24), keys));
    let got = screen("M/solid");
    assert!(got.contains("Craft") && got.contains("Code") && !got.contains("Scope"), "{got}");
    let got = screen("M/solid<Enter>");
    assert!(got.contains("/solid: 2 of 4") && got.contains("match 1 of 1"), "{got}");
    assert_eq!(screen("M/solid<Esc>"), screen("M"));
    assert_eq!(screen("M/solid<Enter><Esc>"), screen("Mjjj"));
    let none = screen("M/xyzzy");
    assert!(none.contains("no match"), "{none}");
    let _ = screen("M/xyzzyj<Enter>kGtcM");
}
