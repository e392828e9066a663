//! What speaks for a pair and what does not: kinds of headings and texts that careful readers set side
//! by side, and kinds that they keep apart.

use rungs::compare::compare;

use crate::support::compared::{A, B, check, ladder};

/// Other levels of the ladder, so that common words are common and rare ones rare.
const OTHERS: [&str; 2] = [
    "## Craft\n- Writes tests for the team\n- Reviews the code of the team\n- Plans the work of a week",
    "## Delivery\n- Ships the work of the team\n- Asks the team for help\n- Names the risks of a plan",
];

/// How many pairs of items and of headings two pages make.
#[track_caller]
fn check_pairs(left: &str, right: &str, want: usize) {
    let others = [("Three", OTHERS[0]), ("Four", OTHERS[1])];
    let ladder = ladder(&[&[("One", left), ("Two", right)], &others[..]].concat(), &[]);
    let comparison = compare(&ladder, A, B);
    let counts = comparison.counts();
    assert_eq!(counts.same + counts.changed, want);
}

/// Whether the two headings correspond.
#[track_caller]
fn check_headings(left: &str, right: &str, title: &str, want: bool) {
    let others = [("Three", OTHERS[0]), ("Four", OTHERS[1])];
    let ladder = ladder(&[&[("One", left), ("Two", right)], &others[..]].concat(), &[]);
    let comparison = compare(&ladder, A, B);
    let topics = crate::support::compared::flat(&comparison.topics);
    let topic = topics.iter().find(|topic| topic.title == title).unwrap();
    assert_eq!(topic.left.is_some() && topic.right.is_some(), want);
}

#[test]
fn the_same_heading_pairs_at_another_depth() {
    check_headings(
        "## Work\n### Mentoring\n- Helps a newcomer",
        "## Mentoring\n- Raises two seniors\n## Work\n- Ships",
        "Mentoring",
        true,
    );
}

#[test]
fn headings_with_one_first_word_pair_and_only_children_do() {
    check_headings(
        "## Roadmap & Delivery\n- Ships on the day\n## Money\n- None",
        "## Roadmap Oversight\n- Watches ten launches\n## Money\n- A budget",
        "Roadmap Oversight",
        true,
    );
}

#[test]
fn headings_in_one_frame_pair_by_the_rest_of_their_words() {
    let left = "## You can lead confidently in planning\n- Splits work
## You can lead confidently in hiring\n- Meets candidates
## You can lead confidently in support\n- Answers calls";
    let right = "## I am trusted to lead in planning for others\n- Draws maps
## I am trusted to lead in money matters\n- Keeps a budget
## I am trusted to lead in hiring for others\n- Sets the bar
## I am trusted to lead in support of others\n- Writes runbooks";
    for (title, want) in [
        ("I am trusted to lead in hiring for others", true),
        ("I am trusted to lead in planning for others", true),
        ("I am trusted to lead in money matters", false),
    ] {
        check_headings(left, right, title, want);
    }
}

#[test]
fn items_pair_across_sections_that_do_not_correspond() {
    check_pairs(
        "## Craft\n- Writes design documents for every service they own\n- Bakes bread",
        "## Influence\n- Writes design documents for several services they own\n- Sings loudly",
        1,
    );
}

#[test]
fn keys_that_share_a_word_pair() {
    check_pairs(
        "## Scope\n- **Planning horizon**: three months\n- **Budget**: none",
        "## Scope\n- **Time horizon**: a year\n- **Reports**: five people",
        1,
    );
}

#[test]
fn one_verb_and_its_object_pair() {
    check_pairs(
        "## Work\n- Runs the weekly planning with one product manager\n- Bakes bread",
        "## Work\n- Runs the weekly planning of three groups\n- Sings loudly",
        1,
    );
}

#[test]
fn a_place_in_a_list_of_three_without_a_shared_word_is_no_evidence() {
    check_pairs(
        "## Craft\n- Follows old conventions\n- Fixes small defects\n- Reaches one desk",
        "## Craft\n- Questions each habit\n- Takes products live\n- Reaches one desk",
        1,
    );
    check_pairs(
        "## Work\n- Kneads dough\n- Weighs flour\n- Sweeps the floor",
        "## Work\n- Kneads dough\n- Weighs flour\n- Plans the week",
        2,
    );
}

#[test]
fn what_is_as_much_like_two_texts_goes_with_neither() {
    check_pairs(
        "## Work\n- Calms an angry customer after a missed promise\n- Bakes bread",
        "## Work\n- Sings loudly\n- Visits a strategic customer in person\n- Sends every new customer a letter",
        0,
    );
}

#[test]
fn a_text_pairs_in_its_own_section_before_a_moved_one_takes_its_partner() {
    check(
        &[
            ("One", "## Hiring\n- Interviews candidates for the team each week\n## Culture\n- Interviews candidates for other teams"),
            ("Two", "## Hiring\n- Interviews candidates for the team each month\n## Culture\n- Writes"),
        ],
        &[],
        (A, B),
        "
        ~ # Hiring 2:2
          ~ Interviews candidates for the team each [week] -> Interviews candidates for the team each [month]
        ~ # Culture 4:4
          < Interviews candidates for other teams
          > Writes
        ",
    );
}
