//! Levels that are headings, or bold where no heading is one.

use rungs::model::Place;
use rungs::naming;

use super::shape::{LARGE, SMALL, check, headings, parse, role, roles, shape};
use crate::support::outline::outline;

#[test]
fn sibling_headings_that_are_levels_are_roles() {
    let text = "# Makers\n\nAll of us.\n\n## L1 - Maker\n\nLearns.\n\n### Scope\n\n- a task\n\n\
                ## L2 - Maker\n\n### Scope\n\n- a project\n\n## Salary\n\nEnough.\n";
    check(text, &["Makers: L1 - Maker, L2 - Maker", "(Makers)"]);
    let ladder = parse(&[("ladder.md", text)]);
    assert_eq!(
        role(&ladder, "L1 - Maker"),
        "5-12\n7 p Learns.\n9 ### Scope @1 #scope\n11 - a task\n"
    );
    assert_eq!(role(&ladder, "L2 - Maker"), "13-18\n15 ### Scope @1 #scope-1\n17 - a project\n");
    assert_eq!(
        outline(&ladder.pages[0]),
        "3 p All of us.\n19 ## Salary @1 #salary\n21 p Enough.\n"
    );
    let found =
        naming::find(&ladder, "ladder.md:15").map(|subject| ladder.title(subject).to_owned());
    assert_eq!(found.as_deref(), Ok("L2 - Maker"));
}

#[test]
fn the_first_heading_is_no_level_when_others_of_its_kind_follow() {
    check(
        "# Engineer\n\nWho we are.\n\n# L1\n\na\n\n# L2\n\nb\n",
        &["Engineer: L1, L2", "(Engineer)"],
    );
}

#[test]
fn plural_words_are_containers_and_tracks() {
    check(
        "# Careers\n\n## Engineers\n\n### Junior Engineer\n\na\n\n### Senior Engineer\n\nb\n\n\
         ## Managers\n\n### Team Lead\n\nc\n\n### Director\n\nd\n",
        &[
            "Engineers: Junior Engineer, Senior Engineer",
            "Managers: Team Lead, Director",
            "(Careers)",
        ],
    );
}

#[test]
fn what_follows_a_level_can_belong_to_it() {
    let text = "# Makers\n\n## Junior Maker\n\na\n\n## Junior Maker: growth\n\nb\n\n## Scope\n\nc\n\n\
                ## Senior Maker\n\nd\n\n## Scope\n\ne\n\n## Thanks\n\nf\n";
    check(text, &["Makers: Junior Maker, Senior Maker", "(Makers)"]);
    let ladder = parse(&[("ladder.md", text)]);
    assert_eq!(
        role(&ladder, "Junior Maker"),
        "3-14\n5 p a\n7 ## Junior Maker: growth @1 #junior-maker-growth\n9 p b\n\
         11 ## Scope @1 #scope\n13 p c\n"
    );
    assert!(role(&ladder, "Senior Maker").contains("21 p e\n"));
    assert!(!role(&ladder, "Senior Maker").contains("Thanks"));
}

#[test]
fn headings_that_ask_compare_or_end_like_sentences_are_no_levels() {
    for other in ["L1 → L2", "L2 vs L3", "Are you an L3?", "This is L3.", "About L3:"] {
        let text = format!("# Makers\n\n## L1\n\na\n\n## L2\n\nb\n\n## {other}\n\nc\n");
        check(&text, &["Makers: L1, L2", "(Makers)"]);
    }
}

#[test]
fn a_level_that_holds_levels_hands_its_own_sections_down() {
    let text = "# Makers\n\n## Junior Engineer\n\na\n\n## Senior Engineer\n\nSenior.\n\n### Both\n\nb\n\n\
                ### Senior Engineer I\n\nc\n\n### Senior Engineer II\n\nd\n\n## Staff Engineer\n\ne\n";
    let ladder = parse(&[("ladder.md", text)]);
    let want = "Makers: Junior Engineer, Senior Engineer I, Senior Engineer II, Staff Engineer";
    assert_eq!(shape(&ladder), [want, "(Makers)"]);
    assert_eq!(
        role(&ladder, "Senior Engineer I"),
        "15-18\n9 p Senior.\n17 p c\n11 ### Both @1 #both\n13 p b\n"
    );
}

#[test]
fn from_the_top_down_is_turned_round() {
    check(
        "# Makers\n\n## Principal Maker\n\na\n\n## Senior Maker\n\nb\n\n## Junior Maker\n\nc\n",
        &["Makers: Junior Maker, Senior Maker, Principal Maker", "(Makers)"],
    );
}

#[test]
fn bold_lines_are_levels_only_where_no_heading_is() {
    check(
        "# Makers\n\n**Junior Maker**\n\n- a\n\n**Senior Maker**\n\n- b\n",
        &["Makers: Junior Maker, Senior Maker", "(Makers)"],
    );
    check(
        "# Makers\n\n## L1\n\n**Junior Maker**\n\na\n\n**Senior Maker**\n\nb\n\n## L2\n\nc\n",
        &["Makers: L1, L2", "(Makers)"],
    );
}

#[test]
fn makers_and_managers_in_one_file_are_two_tracks() {
    check(
        "# Makers\n\n## L3 IC\n\na\n\n## L4 IC\n\nb\n\n## L4 EM\n\nc\n\n## L5 EM\n\nd\n",
        &["Makers: IC: L3 IC, L4 IC", "Makers: EM: L4 EM, L5 EM", "(Makers)"],
    );
    check(
        "# Makers\n\n## IC1\n\na\n\n## IC2\n\nb\n\n## M1\n\nc\n\n## M2\n\nd\n",
        &["Makers: IC: IC1, IC2", "Makers: M: M1, M2", "(Makers)"],
    );
}

#[test]
fn a_title_that_only_says_levels_gives_way_to_what_all_roles_are() {
    check(
        "# Career Levels\n\n## Junior Designer\n\na\n\n## Senior Designer\n\nb\n",
        &["Designer: Junior Designer, Senior Designer", "(Career Levels)"],
    );
}

#[test]
fn a_page_of_one_role_stays_one_role() {
    let text = "# Director\n\n## Scope\n\na\n\n## Peers\n\n### Product Director\n\nb\n\n\
                ### Design Director\n\nc\n";
    let ladder = parse(&[("director.md", text), ("vp.md", "# VP\n\nd\n")]);
    assert_eq!(shape(&ladder), ["Our Ladder: Director, VP"]);
}

#[test]
fn grades_of_skill_are_no_roles() {
    check(
        "# Skills of an Engineer\n\n## Level 1: Beginner\n\na\n\n## Level 2: Competent\n\nb\n\n\
         ## Level 3: Expert\n\nc\n",
        &["Our Ladder: Skills of an Engineer"],
    );
}

#[test]
fn ladders_in_other_languages_have_levels_too() {
    check(
        "# 개발\n\n## 주니어 엔지니어\n\na\n\n## 시니어 엔지니어\n\nb\n\n## 수석 엔지니어\n\nc\n",
        &["개발: 주니어 엔지니어, 시니어 엔지니어, 수석 엔지니어", "(개발)"],
    );
    check(
        "# المسار\n\n## مهندس مبتدئ\n\na\n\n## مهندس أول\n\nb\n\n## مدير الهندسة\n\nc\n",
        &["المسار: مهندس مبتدئ, مهندس أول, مدير الهندسة", "(المسار)"],
    );
    check(
        "# Trilha\n\n## Sênior\n\na\n\n## Pleno\n\nb\n\n## Júnior\n\nc\n",
        &["Trilha: Júnior, Pleno, Sênior", "(Trilha)"],
    );
}

#[test]
fn links_to_a_heading_lead_to_the_role_it_became() {
    let ladder = parse(&[
        ("README.md", "# Us\n\n[one](ladder.md#l1)\n[two](ladder.md#scope-1)\n[all](ladder.md)\n"),
        ("ladder.md", "# Makers\n\n## L1\n\n### Scope\n\na [up](#l2)\n\n## L2\n\n### Scope\n\nb\n"),
    ]);
    let place = |place: Option<Place>| {
        let place = place.expect("a place");
        let document = ladder.document(place.document);
        let section = place.section.map(|id| document.section(id).title.as_str());
        format!("{} {}", document.title, section.unwrap_or_default())
    };
    let links = |document: &rungs::model::Document| -> Vec<String> {
        let texts = document.blocks().filter_map(|block| match block {
            rungs::model::Block::Paragraph(paragraph) => Some(&paragraph.text),
            _ => None,
        });
        texts.flat_map(rungs::model::Text::links).map(|link| place(link.place)).collect()
    };
    assert_eq!(links(&ladder.pages[0]), ["L1 ", "L2 Scope", "Makers "]);
    assert_eq!(links(&ladder.roles[0].document), ["L2 "]);
}

#[test]
fn fifty_roles_in_five_groups_are_five_tracks() {
    let ranks = ["Intern", "Junior", "Associate", "", "Senior", "Lead", "Staff", "Principal"];
    let mut text = String::new();
    for field in ["Data", "Web", "Mobile", "Quality", "Platform"] {
        text.push_str(&format!("# {field}\n\n"));
        for rank in ranks {
            text.push_str(&format!("## {rank} {field} Engineer\n\n### Scope\n\n- x\n\n"));
        }
        for grade in ["I", "II"] {
            text.push_str(&format!("## {field} Director {grade}\n\n### Scope\n\n- x\n\n"));
        }
    }
    let ladder = parse(&[("ladder.md", &text)]);
    let sizes: Vec<usize> = ladder.tracks.iter().map(|track| track.roles.len()).collect();
    let titles: Vec<&str> = ladder.tracks.iter().map(|track| track.title.as_str()).collect();
    assert_eq!(
        (titles, sizes),
        (vec!["Data", "Web", "Mobile", "Quality", "Platform"], vec![10; 5])
    );
}

#[test]
fn bold_words_that_text_begins_with_are_levels() {
    let text = "# Designers\n\nOurs.\n\n**Junior Designer**: learns.\n\n- a\n\n\
                **Designer**: makes.\n\n**Senior Designer**: leads.\n";
    let want = ["Designers: Junior Designer, Designer, Senior Designer", "(Designers)"];
    check(text, &want);
    let ladder = parse(&[("ladder.md", text)]);
    assert_eq!(role(&ladder, "Junior Designer"), "5-7\n5 p learns.\n7 - a\n");
    let list = "# Designers\n\n- **Senior Designer**\n  - leads\n- **Designer**\n  - makes\n\
                - **Junior Designer**\n  - learns\n";
    check(list, &want);
    let ladder = parse(&[("ladder.md", list)]);
    assert_eq!(role(&ladder, "Designer"), "5-6\n6 - makes\n");
    let mention = "# Who we are\n\n- **Designer**: a\n- **Tools**: b\n- **Director**: c\n";
    assert_eq!(shape(&parse(&[("who.md", mention), ("b.md", "# B\n")])).len(), 2);
}

#[test]
fn headings_of_the_first_level_can_all_be_levels() {
    let levels = ["Support Engineer I", "Support Engineer II", "Senior Support Engineer"];
    roles(&[("README.md", &headings(1, &levels))], &levels);
}

#[test]
fn sections_that_repeat_the_title_of_a_role_are_its_own() {
    let one = |title: &str| {
        format!(
            "### {title}\n\n{SMALL}#### {title} Requirements\n\n{LARGE}#### {title} Nice-to-have Requirements\n\n{SMALL}"
        )
    };
    let text = format!("# Leaders\n\n{}{}", one("Director, Engineering"), one("VP, Engineering"));
    roles(&[("leaders.md", &text)], &["Director, Engineering", "VP, Engineering"]);
    let ladder = parse(&[("leaders.md", &text)]);
    assert_eq!(ladder.roles[0].document.sections.len(), 2);
    let text = format!(
        "# Levels\n\n{}### Senior Engineer Duties\n\n{SMALL}### Staff Engineer\n\n{LARGE}",
        headings(3, &["Engineer", "Senior Engineer"])
    );
    roles(&[("levels.md", &text)], &["Engineer", "Senior Engineer", "Staff Engineer"]);
}
