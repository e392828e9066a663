//! `check`: what looks wrong and is meant so, beside what is wrong.

use crate::support::checked::check;

#[test]
fn the_number_before_the_brackets_answers() {
    let page = |scope: &str| {
        format!(
            "# Director\n\n## Scope\n\n- **Org size**: {scope}\n\n## Summary\n\n\
             | What | How much |\n| --- | --- |\n| Team size | 15-50 engineers |\n"
        )
    };
    let want = |scope: &str| {
        format!(
            "engineer.md:11 contradicting-numbers: `Team size` is 15-50 engineers here but \
             `Org size` is {scope}"
        )
    };
    check(&page("40-90 engineers (one team)"), &want("40-90 engineers"));
    check(&page("40-90 engineers (20-30 engineers abroad)"), &want("40-90 engineers"));
    check(&page("40-90 engineers in 3 teams"), &want("40-90 engineers"));
    check(&page("15-50 engineers (one team)"), "");
    // Two numbers of one kind: no one can tell which is the answer.
    check(&page("40-90 engineers, 10-20 engineers abroad"), "");
    // A list that states both means two measures.
    check(&page("40-90 engineers\n- **Team size**: 15-50 engineers"), "");
}

#[test]
fn a_number_may_be_of_the_level_to_come() {
    let page = |heading: &str| {
        format!(
            "# Engineering Manager\n\n## Scope\n\n- **Team size**: 5-10 engineers\n\n## {heading}\n\n\
             ### Size\n\n- **Team size**: 15-50 engineers\n"
        )
    };
    check(&page("Transition to Director"), "");
    let found = "engineer.md:11 contradicting-numbers: `Team size` is 15-50 engineers here but \
                 5-10 engineers elsewhere";
    check(&page("Summary"), found);
}

#[test]
fn an_amount_may_be_a_word() {
    let page = |reviews: &str| {
        format!(
            "# Director\n\n## Week\n\n| What | Amount |\n| --- | --- |\n| Reviews | {reviews} |\n\
             | Incidents | As needed |\n"
        )
    };
    check(&page("2 hrs/week"), "");
    let found = "engineer.md:8 filler: `As needed` leaves open what is expected";
    check(&page("Joins those of the team"), found);
}

#[test]
fn sites_write_the_sign_for_and_in_two_ways() {
    let page = |anchor: &str| {
        format!("# Engineer\n\nSee [below](#{anchor}).\n\n## Craft & Scope\n\nOne team.\n")
    };
    check(&page("craft--scope"), "");
    check(&page("craft-and-scope"), "");
    check(
        &page("craft-or-scope"),
        "engineer.md:3 broken-anchor: the document that this link leads to has no section `#craft-or-scope`",
    );
}

#[test]
fn a_heading_may_say_enough() {
    let page = |heading: &str| format!("# Engineer\n\n{heading}\n\n## Scope\n\nOne team.\n");
    let found = "engineer.md:3 empty-section: section `Reach` is empty";
    check(&page("## Reach"), found);
    check(&page("## [Reach](https://example.com)"), "");
    check(&page("## 3. Close the window"), "");
    check(&page("## Reach (optional)"), "");
    check(&page("## Goals\n\n## Reach\n\n## Results"), "");
    check("# Engineer\n\n## Reach\n\n## 1. Near\n\nHere.\n\n## 2. Far\n\nThere.\n", "");
    check(&page("##"), "engineer.md:3 empty-section: this heading has no text");
}

/// Three levels and their headings, each with a text.
fn levels(titles: [&str; 3], headings: [&[&str]; 3]) -> String {
    let level = |(at, (title, headings)): (usize, (&str, &[&str]))| {
        let sections = headings.iter().map(|heading| format!("\n## {heading}\n\nText.\n"));
        format!("<!-- {at}.md -->\n# {title}\n{}", sections.collect::<String>())
    };
    titles.into_iter().zip(headings).enumerate().map(level).collect()
}

#[test]
fn only_a_level_between_two_lacks_a_section() {
    let engineers = ["Engineer", "Senior Engineer", "Staff Engineer"];
    let (all, few): (&[&str], &[&str]) = (&["Scope", "Craft"], &["Scope"]);
    check(
        &levels(engineers, [all, few, all]),
        "1.md:1 missing-section: `Senior Engineer` has no section `Craft`, which all other \
         roles of its track have",
    );
    check(&levels(engineers, [few, all, all]), "");
    check(&levels(engineers, [all, all, few]), "");
    check(&levels(["Web Engineer", "Data Engineer", "Game Engineer"], [all, few, all]), "");
    // The name of a role may be a word of a section.
    let craft: &[&str] = &["Scope", "Software Engineering"];
    check(
        &levels(["Software Engineer", "Software Engineer 2", "Software Engineer 3"], [craft; 3]),
        "",
    );
}

#[test]
fn a_menu_may_call_a_page_otherwise() {
    let titled = |heading: &str| format!("---\ntitle: Staff Engineer\n---\n# {heading}\n");
    check(
        &titled("Senior Engineer"),
        "engineer.md:4 title-mismatch: the heading is `Senior Engineer`, but the front \
         matter says `Staff Engineer`",
    );
    let page = "<!-- faq.md -->\n---\ntitle: Questions\n---\n# What people ask\n\nText.\n";
    check(&format!("# Engineer\n{page}"), "");
}

#[test]
fn a_bold_cell_alone_heads_the_rows_below_it() {
    let page = |row: &str| format!("# Engineer\n\n| a | b |\n| --- | --- |\n{row}\n| 1 | 2 |\n");
    check(&page("| **Craft** |"), "");
    check(&page("| Craft |"), "engineer.md:5 ragged-row: this row has 1 cell, the header has 2");
}

#[test]
fn versions_side_by_side_have_the_same_titles() {
    let version = |folder: &str| -> String {
        let titles = ["Engineer", "Senior Engineer", "Staff Engineer"].into_iter().enumerate();
        titles.map(|(at, title)| format!("<!-- {at}{folder}.md -->\n# {title}\n")).collect()
    };
    check(&(version("a") + &version("b")), "");
}

#[test]
fn sizes_of_roles_beside_each_other_need_not_grow() {
    let role = |(title, size): (&str, &str)| {
        format!("<!-- {title}.md -->\n# {title}\n\n- **Team size**: {size} engineers\n")
    };
    let ladder = |titles: [&str; 3]| -> String {
        titles.into_iter().zip(["2-4", "20-30", "8-15"]).map(role).collect()
    };
    check(
        &ladder(["Engineer 1", "Engineer 2", "Engineer 3"]),
        "Engineer 3.md:3 shrinking-range: `Team size` is 8-15 engineers here but \
         20-30 engineers a level below; at all other levels it grows",
    );
    check(&ladder(["Data Engineer", "Game Engineer", "Web Engineer"]), "");
}
