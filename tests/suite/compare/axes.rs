//! Where every level has one item on each axis, in a fixed order, place pairs what words do not.

use rungs::compare::compare;
use rungs::model::{RoleId, Subject};

use crate::support::compared::{A, B, check, ladder};

const FIRST: &str = "## Craft
- Follows the conventions of the codebase
- Fixes small defects with help from others
- Reaches the people at the next desk";
const SECOND: &str = "## Craft
- Questions old habits
- Builds features from a clear brief
- Reaches the people at the next desk";
const THIRD: &str = "## Craft
- Questions old habits
- Takes a product from sketch to launch
- Is heard in every department";
const FOURTH: &str = "## Craft
- Writes what everyone else adopts
- Takes a product from sketch to launch
- Is heard in every department";

#[test]
fn place_pairs_what_words_do_not_where_the_levels_show_that_it_means_something() {
    check(
        &[("One", FIRST), ("Two", SECOND), ("Three", THIRD), ("Four", FOURTH)],
        &[],
        (A, B),
        "
        ~ # Craft 2:2
          ~ [Follows the conventions of the codebase] -> [Questions old habits]
          ~ [Fixes small defects with help from others] -> [Builds features from a clear brief]
          = Reaches the people at the next desk
        ",
    );
}

#[test]
fn levels_far_apart_share_no_word_and_still_their_axes() {
    check(
        &[("One", FIRST), ("Two", SECOND), ("Three", THIRD), ("Four", FOURTH)],
        &[],
        (A, Subject::Role(RoleId(3))),
        "
        ~ # Craft 2:2
          ~ [Follows the conventions of the codebase] -> [Writes what everyone else adopts]
          ~ [Fixes small defects with help from others] -> [Takes a product from sketch to launch]
          ~ [Reaches the people at the next desk] -> [Is heard in every department]
        ",
    );
}

#[track_caller]
fn check_only_same(roles: &[(&str, &str)]) {
    let counts = compare(&ladder(roles, &[]), A, B).counts();
    assert_eq!((counts.same, counts.changed, counts.left, counts.right), (1, 0, 2, 2));
}

#[test]
fn two_levels_show_no_axes() {
    check_only_same(&[("One", FIRST), ("Two", SECOND)]);
}

#[test]
fn lists_of_different_lengths_have_no_axes() {
    let more = |text: &str| format!("{text}\n- Answers for a budget of its own");
    check_only_same(&[("One", FIRST), ("Two", SECOND), ("Three", &more(THIRD)), ("Four", FOURTH)]);
}

#[test]
fn lists_in_changing_order_have_no_axes() {
    let turned = |text: &str| {
        let lines: Vec<&str> = text.lines().collect();
        [lines[0], lines[3], lines[1], lines[2]].join("\n")
    };
    check_only_same(&[
        ("One", FIRST),
        ("Two", SECOND),
        ("Three", &turned(THIRD)),
        ("Four", FOURTH),
    ]);
}

#[test]
fn lists_without_a_word_in_common_have_no_axes() {
    let third = "## Craft\n- Runs marathons\n- Paints walls\n- Sings loudly";
    let fourth = "## Craft\n- Bakes bread\n- Mends shoes\n- Reads maps";
    check_only_same(&[("One", FIRST), ("Two", SECOND), ("Three", third), ("Four", fourth)]);
}

#[test]
fn plain_words_outweigh_the_place() {
    let second = "## Craft
- Fixes larger defects with help from others
- Builds features from a clear brief
- Reaches the people at the next desk";
    check(
        &[("One", FIRST), ("Two", second), ("Three", THIRD), ("Four", FOURTH), ("Five", FOURTH)],
        &[],
        (A, B),
        "
        ~ # Craft 2:2
          < Follows the conventions of the codebase
          ~ Fixes [small] defects with help from others -> Fixes [larger] defects with help from others
          > Builds features from a clear brief
          = Reaches the people at the next desk
        ",
    );
}

#[test]
fn sections_whose_names_change_pair_by_place_under_the_same_heading() {
    let level = |name: &str, text: &str| {
        format!("## Scope\n- One team\n## {name}\n- {text}\n## People\n- Kind\n## Growth\n- Reads")
    };
    let texts = [
        level("Learning the ropes", "Asks early and often"),
        level("Owning features", "Delivers what was promised"),
        level("Setting direction", "Convinces by argument"),
    ];
    check(
        &[("One", &texts[0]), ("Two", &texts[1]), ("Three", &texts[2])],
        &[],
        (A, B),
        "
        = # Scope 2:2
          = One team
        ~ # Owning features 4:4
          < Asks early and often
          > Delivers what was promised
        = # People 6:6
          = Kind
        = # Growth 8:8
          = Reads
        ",
    );
}
