//! What levels are called by strangers, and what they are called here.

use super::shape::{LARGE, SMALL, headings, parse, roles};

#[test]
fn a_file_that_is_named_like_a_role_can_hold_its_levels() {
    let levels = ["Associate data engineer", "Data engineer I", "Senior data engineer"];
    let text =
        format!("# Data engineer\n\nAbout the craft.\n\n## Levels\n\n{}", headings(3, &levels));
    roles(&[("data_engineer.md", &text)], &levels);
    let levels = ["Apprentice (IC 1)", "Engineer I (IC 2)", "Engineer II (IC 3)"];
    let text = format!("# Data Engineer Path\n\n{}", headings(2, &levels));
    roles(&[("path.md", &text)], &levels);
}

#[test]
fn a_noun_that_no_list_knows_drops_no_level() {
    for levels in [
        &["Junior Florist", "Florist", "Senior Florist"][..],
        &["Associate brewer", "Brewer I", "Brewer II", "Senior brewer"],
        &["Junior Entwickler", "Entwickler", "Senior Entwickler", "Teamleitung"],
        &["Technicien junior", "Technicien", "Technicien expert"],
    ] {
        roles(&[("ladder.md", &format!("# Our craft\n\n{}", headings(2, levels)))], levels);
    }
    let table = "# Matrix\n\n| Skill | Junior | Semi-senior | Senior |\n| - | - | - | - |\n\
                 | Code | writes small changes | writes features alone | designs systems for others |\n\
                 | People | asks for help early | helps peers daily | mentors the whole team |\n";
    roles(&[("matrix.md", table)], &["Junior", "Semi-senior", "Senior"]);
}

#[test]
fn long_and_commented_names_are_levels() {
    for levels in [
        &[
            "DEV-2: Software Engineer Junior",
            "DEV-3 to DEV-5: Software Engineer Mid I, II & III",
            "DEV-8: Staff Engineer",
        ][..],
        &[
            "L2 – Engineer",
            "L3 – Engineer (mid-level)",
            "L4 – Senior Engineer (not hiring)",
            "L5 – Staff Engineer (at team level)",
        ],
    ] {
        roles(&[("ladder.md", &format!("# Ladder\n\n{}", headings(2, levels)))], levels);
    }
}

#[test]
fn equal_titles_in_a_folder_give_way_to_what_differs() {
    let page = |label: &str, order: usize| {
        format!(
            "---\ntitle: Design Framework\nlabel: {label}\norder: {order}\n---\n\n{}",
            SMALL.repeat(3)
        )
    };
    roles(
        &[
            ("design/a.md", &page("Trainee Designer", 1)),
            ("design/b.md", &page("Senior Designer", 3)),
            ("design/c.md", &page("Designer", 2)),
        ],
        &["Trainee Designer", "Designer", "Senior Designer"],
    );
}

#[test]
fn pages_in_other_languages_are_roles_as_their_siblings_say() {
    let page = |title: &str| format!("# {title}\n\n{}", SMALL.repeat(4));
    roles(
        &[
            ("engenheiro-senior.md", &page("Engenheiro Sênior")),
            ("gerente-de-tecnologia.md", &page("Gerente de Tecnologia")),
            ("head-de-engenharia.md", &page("Head de Engenharia")),
        ],
        &["Engenheiro Sênior", "Gerente de Tecnologia", "Head de Engenharia"],
    );
}

#[test]
fn labels_are_short_and_distinct_in_their_track() {
    let text = format!(
        "# Data\n\n{}",
        headings(
            2,
            &[
                "Level 1: Analyst of Data (L1)",
                "Level 2: Head of Data (L2)",
                "Senior Software Engineer (SSE)",
                "Senior Software Engineer (SSE) with Tech Lead Role"
            ]
        )
    );
    let ladder = parse(&[("data.md", &text)]);
    let labels: Vec<&str> = ladder.roles.iter().map(|role| &*role.document.label).collect();
    let distinct: std::collections::HashSet<&&str> = labels.iter().collect();
    assert_eq!(distinct.len(), labels.len(), "{labels:?}");
}

#[test]
fn a_community_ladder_has_rungs_without_ranks() {
    let rung = |title: &str| {
        format!("## {title}\n\n{SMALL}### Requirements\n\n{SMALL}### Privileges\n\n{LARGE}")
    };
    let names =
        ["Community Participant", "Contributor", "Organization Member", "Reviewer", "Maintainer"];
    let text = format!("# Contributor Ladder\n\n{SMALL}{}", names.map(rung).concat());
    roles(
        &[("contributor-ladder.md", &text), ("README.md", "# Community\n\nHello all.\n")],
        &names,
    );
}
