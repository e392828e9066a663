//! `check`: rungs that are missing or stand twice.

use crate::support::checked;

/// Compares what is found in a ladder of documents with these titles, each in a file of its number,
/// with what is wanted, a line each. `|` between titles begins another track.
#[track_caller]
fn check(titles: &[&str], want: &str) {
    let (mut folder, mut text) = ('a', String::new());
    for (at, title) in titles.iter().enumerate() {
        match *title {
            "|" => folder = 'b',
            title => text += &format!("<!-- {folder}/{at}.md -->\n# {title}\n"),
        }
    }
    checked::check(&text, want);
}

#[test]
fn a_number_between_two_is_missing() {
    check(
        &["Level 1", "Level 2", "Level 3", "Level 5", "Level 6"],
        "a/3.md:1 missing-rung: `Level 4` is missing between `Level 3` and `Level 5`",
    );
    check(
        &["L1 Engineer", "L2 Engineer", "L5 Engineer"],
        "a/2.md:1 missing-rung: `L3` and `L4` are missing between `L2 Engineer` and `L5 Engineer`",
    );
    check(
        &["DEV-2 Engineer", "DEV-8 Engineer"],
        "a/1.md:1 missing-rung: `DEV-3` to `DEV-7` are missing between `DEV-2 Engineer` and \
         `DEV-8 Engineer`",
    );
}

#[test]
fn a_range_fills_its_numbers() {
    check(&["Engineer L1", "Engineer L2 to L4", "Engineer L5/L6"], "");
    check(
        &["Engineer DEV-2", "Engineer DEV-3 to DEV-5", "Engineer DEV-8"],
        "a/2.md:1 missing-rung: `DEV-6` and `DEV-7` are missing between \
         `Engineer DEV-3 to DEV-5` and `Engineer DEV-8`",
    );
}

#[test]
fn scales_may_begin_and_branch_anywhere() {
    check(&["Manager M3", "Senior Manager M4"], "");
    check(&["Engineer L1", "Engineer L2", "Engineer L5", "|", "Manager L3", "Manager L4"], "");
    check(&["Engineer E1", "Engineer E2", "Engineer E4", "|", "Manager M3", "Manager M4"], "");
    check(&["Junior Engineer", "Engineer", "Senior Engineer", "Staff Engineer"], "");
    check(&["Engineer I", "Engineer II", "Senior Engineer I", "Senior Engineer II"], "");
    check(&["Engineer L2", "Engineer L4", "Engineer L6"], "");
    check(&["Engineer G10", "Engineer G20"], "");
}

#[test]
fn a_number_that_stands_twice_was_not_changed() {
    check(
        &["Level 1", "Level 2", "Level 2: Builder", "Level 4"],
        "a/2.md:1 doubled-rung: `Level 2` exists twice, but `Level 3` is missing",
    );
    check(
        &["Engineer 1", "Engineer 2", "Engineer II"],
        "a/2.md:1 doubled-rung: `Engineer II` exists twice",
    );
}

#[test]
fn one_rung_may_be_of_several_fields() {
    check(&["Principal Engineer (Strategy)", "Principal Engineer (Operations)"], "");
    check(&["Engineer 1", "Engineer 2 (Web)", "Engineer 2 (Data)", "Engineer 3"], "");
    check(&["Engineer L1", "Senior Engineer L2", "Senior Designer L2", "Engineer L3"], "");
}
