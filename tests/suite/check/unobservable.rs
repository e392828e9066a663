//! `check`: items that name a trait, a feeling or an idiom, and those that give something to observe too.

use crate::support::checked;

/// Compares what is found in a role of these lines with what is wanted.
#[track_caller]
fn check(lines: &str, want: &str) {
    checked::check(&format!("# Engineer\n\n{lines}\n"), want);
}

#[test]
fn a_trait_and_an_idiom_are_found_where_they_stand() {
    check(
        "- **Craft**: takes pride in clean designs\n- Raises the bar",
        "engineer.md:3 unobservable: `takes pride` names a trait or a feeling, which nobody can \
         observe\n\
         engineer.md:4 unobservable: `Raises the bar` is an idiom that sets no threshold",
    );
}

#[test]
fn a_key_is_a_name_and_no_expectation() {
    check("- **Passionate about quality**: removes flaky checks", "");
    check("- **Team player**: pairs with new colleagues", "");
}

#[test]
fn items_below_say_how_a_trait_shows() {
    check("- Is humble\n  - Names the colleagues who did the work", "");
}

#[test]
fn a_row_is_found_unless_one_of_its_cells_can_be_observed() {
    let table = |row: &str| format!("| What | How |\n| --- | --- |\n{row}");
    check(
        &table("| Manner | Is humble |"),
        "engineer.md:5 unobservable: `Is humble` names a trait or a feeling, which nobody can observe",
    );
    check(&table("| Is humble | Names the colleagues who did the work |"), "");
    check("| What | How | Sign |\n| --- | --- | --- |\n| Manner | Is humble | Weekly notes |", "");
}

#[test]
fn filler_is_not_found_twice() {
    check(
        "- Helps colleagues as needed",
        "engineer.md:3 filler: `as needed` leaves open what is expected",
    );
}
