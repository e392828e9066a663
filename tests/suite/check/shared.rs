//! `check`: what roles share by right, and what they should not.

use crate::support::checked;

const TEXT: &str = "Keeps the build of every own service green";

/// Compares what is found where roles, each a file of its own, all expect the same, with what is
/// wanted, a line each. A path may stand before a title.
#[track_caller]
fn check(roles: &[&str], text: &str, want: &str) {
    let role = |(at, role): (usize, &&str)| {
        let (folder, title) = role.split_once('/').unwrap_or((".", role));
        format!("<!-- {folder}/{at}.md -->\n# {title}\n\n- {text}\n")
    };
    let ladder = roles.iter().enumerate().map(role).collect::<String>().replace("<!-- ./", "<!-- ");
    checked::check(&ladder, want);
}

#[test]
fn levels_that_say_the_same_are_found() {
    check(
        &["Web Engineer", "Senior Web Engineer"],
        TEXT,
        "1.md:3 repeated-expectation: `Web Engineer` expects the same, word for word",
    );
    check(
        &["Engineer L1", "Engineer L2"],
        TEXT,
        "1.md:3 repeated-expectation: `Engineer L1` expects the same, word for word",
    );
    check(
        &["Product Manager", "Senior Product Manager"],
        TEXT,
        "1.md:3 repeated-expectation: `Product Manager` expects the same, word for word",
    );
    check(
        &["Engineering Manager", "Director of Engineering"],
        TEXT,
        "1.md:3 repeated-expectation: `Engineering Manager` expects the same, word for word",
    );
}

#[test]
fn levels_are_known_in_other_languages() {
    let want = |title: &str| {
        format!("1.md:3 repeated-expectation: `{title}` expects the same, word for word")
    };
    for titles in [
        ["Engenheiro Júnior", "Engenheiro Sênior"],
        ["주니어 엔지니어", "시니어 엔지니어"],
        ["初级工程师", "高级工程师"],
    ] {
        check(&titles, TEXT, &want(titles[0]));
    }
}

#[test]
fn roles_beside_each_other_may_share() {
    check(&["Product Designer", "Product Manager"], TEXT, "");
    check(&["Staff Engineer", "Engineering Manager"], TEXT, "");
    check(&["Senior Web Engineer", "Senior Data Engineer"], TEXT, "");
    check(&["Principal Engineer (Strategy)", "Principal Engineer (Operations)"], TEXT, "");
    check(&["new/Senior Engineer", "old/Senior Engineer"], TEXT, "");
}

#[test]
fn what_most_roles_say_is_the_frame_of_the_house() {
    check(&["Junior Engineer", "Engineer", "Senior Engineer"], TEXT, "");
}

#[test]
fn a_form_says_the_same_again_and_again() {
    let line = "- Write down here what you did and what came of it\n";
    let role = |times: usize| format!("# Engineer\n\n{}", line.repeat(times));
    let want = "engineer.md:4 repeated-expectation: this role states the same expectation twice";
    checked::check(&role(2), want);
    checked::check(&role(3), "");
}

#[test]
fn names_of_things_may_be_shared() {
    check(&["Engineer", "Senior Engineer"], "Tools: compiler, debugger and profiler", "");
}

#[test]
fn one_and_many_are_two_levels() {
    let ladder = |one: &str, other: &str| {
        format!("# Engineer\n\n- {one}\n<!-- senior.md -->\n# Senior Engineer\n\n- {other}\n")
    };
    let long = "Explains the design of each new service to";
    checked::check(&ladder(&format!("{long} the team"), &format!("{long} the teams")), "");
    checked::check(
        &ladder(&format!("{long} the team"), &format!("{long} a team")),
        "senior.md:3 near-duplicate: `Engineer` expects the same in slightly different words",
    );
}
