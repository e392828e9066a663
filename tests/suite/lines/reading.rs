//! Reading a role, and finding the way.

use super::talk::{check, small, talk};

#[test]
fn it_begins_with_the_ladder_and_the_first_role() {
    let want = "\
Test: 2 roles, 1 track.
An empty line reads on, ? lists the commands, q goes back or quits.
Software Engineer, level 1 of 2 in Test.
Builds features with the next rung (link) in sight.
";
    assert_eq!(talk(small(), &[]), want);
}

#[test]
fn an_empty_line_reads_on_a_section_at_a_time() {
    let scope = "\
Scope, section 1 of 2.
Team: one team
Ships a feature a month
Nested: also behind a flag
";
    let skills = "\
Skills, section 2 of 2.
Table of Skill, Level: 2 rows.
Code, Level: Solid
Design, Level: Some
Quote: Ask early.
";
    check(&[""], scope);
    check(&["", ""], skills);
    check(&["", "", ""], "The last section.\n");
    check(&["all"], &format!("{scope}{skills}"));
    check(&["all", "all"], "The end.\n");
    check(&["all", "["], scope);
    check(&["", "again"], &format!("Software Engineer, level 1 of 2 in Test.\n{scope}"));
}

#[test]
fn numbers_choose_from_the_last_list() {
    check(
        &["roles"],
        "2 roles and pages. A number goes there.\n\
         1. Software Engineer, level 1 of 2 in Test\n\
         2. Senior Software Engineer, level 2 of 2 in Test\n",
    );
    check(&["roles", "2"], "Senior Software Engineer, level 2 of 2 in Test.\nLeads projects.\n");
    check(&["roles", "3"], "Choose a number from 1 to 2.\n");
    check(&["3"], "No list to choose from. ? lists the commands.\n");
    check(&["sections"], "3 sections. A number goes there.\n1. The start\n2. Scope\n3. Skills\n");
    // What was read before is read again where someone asks for it.
    check(
        &["", "sections", "2"],
        "Scope, section 1 of 2.\nTeam: one team\nShips a feature a month\nNested: also behind a flag\n",
    );
}

#[test]
fn a_prompt_takes_words_a_number_or_cancel() {
    check(
        &["jump"],
        "Jump to: 6 choices. Type a number or words. cancel leaves.\n\
         1. Software Engineer\n2. Senior Software Engineer\n3. Engineer, Scope\n\
         4. Engineer, Skills\n5. Senior, Scope\n6. Senior, Skills\n",
    );
    check(&["p", "senior sk"], "1 choice.\n1. Senior, Skills\n");
    check(&["p", "senior sk", "xyzzy"], "No match for xyzzy. cancel leaves.\n");
    check(&["p", "senior sk", "cancel"], "Closed.\n");
    check(&["p", "xyzzy", "q"], "Closed.\n");
    check(
        &["jump senior sk"],
        "Senior Software Engineer, level 2 of 2 in Test.\nSkills, section 2 of 2.\n\
         Table of Skill, Level: 2 rows.\nCode, Level: Deep\nDesign, Level: Solid\n",
    );
}

#[test]
fn links_of_the_section_are_followed() {
    check(&["open"], "Senior Software Engineer, level 2 of 2 in Test.\nLeads projects.\n");
    check(&["", "open"], "No link in view.\n");
    check(&["open senior"], "open follows a link. jump senior goes to a place.\n");
    check(
        &["open", "back"],
        "Software Engineer, level 1 of 2 in Test.\nBuilds features with the next rung (link) in sight.\n",
    );
    check(&["."], "Senior Software Engineer, level 2 of 2 in Test.\nLeads projects.\n");
}

#[test]
fn a_search_reads_the_lines_with_a_match() {
    check(&["/"], "Search in this view. Type words. An empty line leaves.\n");
    check(&["search solid"], "Match 1 of 1 for solid, in Skills.\nCode, Level: Solid\n");
    check(
        &["/", "feature"],
        "Match 1 of 2 for feature.\nBuilds features with the next rung (link) in sight.\n",
    );
    check(
        &["search feature", "n"],
        "Match 2 of 2 for feature, in Scope.\nShips a feature a month\n",
    );
    check(&["search xyzzy"], "No match for xyzzy.\n");
    check(
        &["search-ladder mentors"],
        "Senior Software Engineer, level 2 of 2 in Test.\nMatch 1 of 1 for mentors, in Scope.\nMentors two engineers\n",
    );
}

#[test]
fn a_line_that_means_nothing_is_answered() {
    check(&["comprae"], "No command comprae. Did you mean compare?\n");
    check(&["zoom"], "zoom is for the screen only. ? lists the commands.\n");
    check(&["swap"], "swap does nothing in this view. ? lists the commands.\n");
    check(&["next-section 3"], "next-section takes no words behind it.\n");
    check(&["edit"], "The built-in ladder cannot be edited: `rungs init DIR` writes a copy.\n");
}

#[test]
fn the_help_lists_the_commands_of_the_view_by_number() {
    check(
        &["? pare"],
        "2 commands in this view. Type a name, a key or a number. An empty line reads on.\n\
         1. compare (c): compare the role with another\n\
         2. versions (V): compare the ladder with an older version: a git revision or a folder\n",
    );
    let compared = super::talk::answer(small, &["? pare", "1"]);
    assert!(compared.starts_with("Comparison of Engineer and Senior.\n"), "{compared}");
    check(&["? xyzzy"], "No command fits xyzzy.\n");
}

#[test]
fn q_and_the_end_of_the_input_leave() {
    assert_eq!(talk(small(), &["q", "all"]), talk(small(), &[]));
}
