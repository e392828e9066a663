//! The other views: comparison, levels, trace, overview.

use std::sync::Arc;

use rungs::model::Ladder;
use rungs::tui::{OlderVersion, Session};

use super::talk::{answer, check, check_three, three};
use crate::support::screen::session;

#[test]
fn a_comparison_is_read_topic_by_topic_in_words() {
    check(
        &["compare"],
        "\
Comparison of Engineer and Senior.
3 changed, 3 only Engineer, 2 only Senior, 1 unchanged.
",
    );
    check(
        &["compare", ""],
        "\
Software Engineer and Senior Software Engineer, topic 1 of 3: 1 only Engineer, 1 only Senior.
Only Engineer: Builds features with the next rung (link) in sight.
Only Senior: Leads projects.
",
    );
    check(
        &["compare", "", ""],
        "\
Scope, topic 2 of 3: 1 changed, 1 only Engineer, 1 only Senior, 1 unchanged.
Changed: Team
Engineer: one team
Senior: one team and all of the neighbors that it depends on
Unchanged: Ships a feature a month
Only Engineer: also behind a flag
Only Senior: Mentors two engineers
",
    );
}

#[test]
fn differences_are_read_one_by_one() {
    check(
        &["compare", ")"],
        "\
Differences 1-2 of 8, in Software Engineer and Senior Software Engineer.
Only Engineer: Builds features with the next rung (link) in sight.
Only Senior: Leads projects.
",
    );
    check(
        &["compare", ")", ")"],
        "\
Difference 3 of 8, in Scope.
Changed: Team
Engineer: one team
Senior: one team and all of the neighbors that it depends on
",
    );
    check(&["compare", ")", "("], "No difference above.\n");
}

#[test]
fn a_filter_and_a_swap_print_what_is_new() {
    check(
        &["compare", "", "", "filter"],
        "\
Only differences.
Scope, topic 2 of 3: 1 changed, 1 only Engineer, 1 only Senior.
Not shown: 1 unchanged.
",
    );
    check(
        &["compare", "", "swap"],
        "\
Comparison of Senior and Engineer.
3 changed, 2 only Senior, 3 only Engineer, 1 unchanged.
Senior Software Engineer and Software Engineer, topic 1 of 3: 1 only Senior, 1 only Engineer.
Only Senior: Leads projects.
Only Engineer: Builds features with the next rung (link) in sight.
",
    );
}

#[test]
fn several_levels_are_read_topic_by_topic() {
    check_three(
        &["compare", "1", "add-level"],
        "\
Add to the comparison: 1 choice. Type a number or words. cancel leaves.
1. Staff Software Engineer, next rung
",
    );
    check_three(
        &["compare", "1", "add-level", "1", ""],
        "\
Introduction, topic 1 of 3: not in Staff.
Only in some:
Engineer: Builds features with the next rung (link) in sight.
Senior: Leads projects.
Staff: nothing
",
    );
}

#[test]
fn a_trace_is_read_level_by_level() {
    check_three(
        &["", "trace team"],
        "\
Trace of Team in Test.
In Scope.
Numbers: Engineer one team; Senior one team; Staff 4 teams.
Largest jump from Senior to Staff: 4x larger.
Engineer, level 1 of 3.
one team
",
    );
    check_three(
        &["trace team", "]"],
        "Senior, level 2 of 3.\nChanged: one team and all of the neighbors that it depends on\n",
    );
}

#[test]
fn an_overview_is_read_row_by_row_and_cell_by_cell() {
    check_three(
        &["overview"],
        "\
Overview of Test.
Levels: Engineer, Senior, Staff.
Introduction, row 1 of 11.
Engineer: 1 item
Senior: 1 changed
Staff: nothing
",
    );
    check_three(
        &["overview", "."],
        "\
Senior in Introduction, compared with Engineer.
Entirely different:
Engineer: Builds features with the next rung (link) in sight.
Senior: Leads projects.
",
    );
    check_three(
        &["overview", ".", "fold", "j"],
        "\
Scope, row 2 of 10.
Engineer: 3 items
Senior: 1 new, 1 changed, 1 unchanged, 1 dropped
Staff: 1 changed, 1 unchanged, 1 dropped
",
    );
}

#[test]
fn inherited_items_and_front_matter_are_read() {
    check(&[".", "inherited"], "Inherited from lower levels: 1 item, section 3 of 5.\n");
    check(
        &["front-matter"],
        "\
Front matter of engineer.md.
Table: 2 rows.
order: 1
label: Engineer
",
    );
    check(
        &["front-matter", ""],
        "\
Scope, section 1 of 2.
Team: one team
Ships a feature a month
Nested: also behind a flag
",
    );
}

#[test]
fn an_older_version_is_read_level_by_level_with_the_topics_of_each() {
    let with_older = || {
        let ladder = three().ladder;
        let mut now = Ladder::clone(&ladder);
        let section = &mut now.roles[2].document.sections[0];
        section.blocks.truncate(0);
        let load = move |name: &str| {
            Ok(OlderVersion {
                ladder: Arc::clone(&ladder),
                name: name.to_owned(),
                is_revision: true,
                remark: None,
            })
        };
        Session { older: Some(Arc::new(load)), ..session(now) }
    };
    let asked = "\
Compare with which revision or folder?
Type a git revision or a folder. An empty line is HEAD, cancel leaves.
";
    assert_eq!(answer(with_older, &["versions"]), asked);
    assert_eq!(answer(with_older, &["versions", "cancel"]), "Closed.\n");
    let summary = "\
Changes of Test since v1.
3 levels: 1 changed, 2 unchanged.
Test:
Engineer: unchanged
Senior: unchanged
Staff: 2 vanished
Shown: only differences.
";
    assert_eq!(answer(with_older, &["versions v1"]), summary);
    let level = "\
Staff, part 1 of 2: 2 vanished.
Scope, part 2 of 2, in Staff: 2 only Staff (v1).
Only Staff (v1): Team: 4 teams
Only Staff (v1): Mentors two engineers
";
    assert_eq!(answer(with_older, &["versions", "v1", ""]), level);
    assert_eq!(answer(with_older, &["versions v1", "all"]), level);
}
