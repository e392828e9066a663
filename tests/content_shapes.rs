//! The shapes in which ladders keep several roles in one file, each by a small example.

mod content_outline;

use content_outline::outline;
use rungs::content::{self, Options, Source};
use rungs::model::{Ladder, Place, names};

fn parse(files: &[(&str, &str)]) -> Ladder {
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    content::parse("our-ladder", &sources, Options::default()).0
}

/// Tracks with the titles of their roles, lowest first, then the titles of the pages in brackets.
fn shape(ladder: &Ladder) -> Vec<String> {
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    let pages = ladder.pages.iter().map(|page| format!("({})", page.title));
    tracks.chain(pages).collect()
}

#[track_caller]
fn check(text: &str, want: &[&str]) {
    assert_eq!(shape(&parse(&[("ladder.md", text)])), want);
}

/// The outline of a role.
#[track_caller]
fn role(ladder: &Ladder, name: &str) -> String {
    let found = ladder.roles.iter().find(|role| role.document.title == name);
    let found = found.unwrap_or_else(|| panic!("no {name} in {:?}", shape(ladder)));
    let document = &found.document;
    format!("{}-{}\n{}", document.line, document.last_line, outline(document))
}

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
        names::find(&ladder, "ladder.md:15").map(|subject| ladder.title(subject).to_owned());
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
        let section = place.section.map(|id| document.section(id).title.to_plain());
        format!("{} {}", document.title, section.unwrap_or_default())
    };
    let links = |document: &rungs::model::Document| -> Vec<String> {
        let texts = document.blocks().filter_map(|block| match block {
            rungs::model::Block::Paragraph(paragraph) => Some(paragraph.text.spans.clone()),
            _ => None,
        });
        texts.flatten().filter_map(|span| span.link).map(|link| place(link.place)).collect()
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

/// A table of Markdown about makers, under a title.
fn makers(table: &str) -> String {
    format!("# Makers\n\n{table}\n")
}

#[test]
fn columns_that_are_levels_are_roles() {
    let table = "| Topic | Junior Maker | Senior Maker |\n| --- | --- | --- |\n\
                 | Craft | knows a tool | knows all tools |\n| People | | helps others |\n";
    check(&makers(table), &["Makers: Junior Maker, Senior Maker", "(Makers)"]);
    let ladder = parse(&[("ladder.md", &makers(table))]);
    assert_eq!(role(&ladder, "Junior Maker"), "3-6\n5 - *Craft*: knows a tool\n");
    let senior = "3-6\n5 - *Craft*: knows all tools\n6 - *People*: helps others\n";
    assert_eq!(role(&ladder, "Senior Maker"), senior);
    assert_eq!(ladder.pages[0].tables().len(), 1, "the page keeps its table");
    assert!(ladder.pages[0].tables()[0].is_comparison());
}

#[test]
fn cells_with_lists_are_sections_of_items() {
    let table = "<table><tr><td>Craft</td><td>L1</td><td>L2</td></tr>\n\
                 <tr><td>Tools</td><td><ul><li>one</li><li>two</li></ul></td><td>Three.<br/>Four.</td></tr>\n\
                 <tr><td colspan=\"3\"><b>With others</b></td></tr>\n\
                 <tr><td>Team</td><td>listens</td><td>speaks</td></tr></table>";
    let ladder = parse(&[("ladder.md", &makers(table))]);
    assert_eq!(
        role(&ladder, "L1"),
        "3-6\n4 ## Tools @1 #tools\n4 - one\n4 - two\n\
         5 ## *With others* @1 #with-others\n6 ### Team @2 #team\n6 p listens\n"
    );
    assert!(role(&ladder, "L2").contains("4 p Three.\n4 p Four.\n"));
}

#[test]
fn headers_stand_in_the_first_rows_or_in_two() {
    let empty = "| | | |\n| --- | --- | --- |\n| | **L1** | **L2** |\n| Craft | some skill | more skill |\n";
    check(&makers(empty), &["Makers: L1, L2", "(Makers)"]);
    let two = "<table><thead><tr><th rowspan=2>Topic</th><th colspan=2>Makers</th><th colspan=2>Leads</th></tr>\n\
               <tr><th>L1</th><th>L2</th><th>L3</th><th>L4</th></tr></thead>\n\
               <tr><td>Craft</td><td>a skill</td><td>skills</td><td>teams</td><td>groups</td></tr></table>";
    check(&makers(two), &["Makers: L1, L2", "Leads: L3, L4", "(Makers)"]);
    let title = "<table><tr><td colspan=3>Levels of makers</td></tr>\n\
                 <tr><td></td><td>L1</td><td>L2</td></tr>\n\
                 <tr><td>Craft</td><td>a skill</td><td>skills</td></tr></table>";
    check(&makers(title), &["Makers: L1, L2", "(Makers)"]);
}

#[test]
fn rows_with_one_label_are_one_section_and_spans_are_filled() {
    let table = "<table><tr><th>Topic</th><th>L1</th><th>L2</th></tr>\n\
                 <tr><td rowspan=2>Craft</td><td>a skill<br>a tool</td><td>skills</td></tr>\n\
                 <tr><td>asks</td><td>answers</td></tr>\n\
                 <tr><td>People</td><td colspan=2>helps others</td></tr></table>";
    let ladder = parse(&[("ladder.md", &makers(table))]);
    let want = "3-6\n4 ## Craft @1 #craft\n4 p a skill\n4 p a tool\n5 p asks\n\
                6 ## People @1 #people\n6 p helps others\n";
    assert_eq!(role(&ladder, "L1"), want);
    assert!(role(&ladder, "L2").contains("6 p helps others"));
}

#[test]
fn tables_about_the_same_levels_are_one_track() {
    let table = |topic: &str| {
        format!(
            "## {topic}\n\n| | L2 | L1 |\n| - | - | - |\n| {topic} of work | more things | few things |\n\n"
        )
    };
    let text = format!("# Makers\n\n{}{}", table("Scope"), table("Pace"));
    check(&text, &["Makers: L1, L2", "(Makers)"]);
    let ladder = parse(&[("ladder.md", &text)]);
    let got = role(&ladder, "L1");
    assert!(got.contains("## Scope @1 #scope") && got.contains("## Pace @1 #pace"), "{got}");
}

#[test]
fn a_table_about_roles_that_are_there_compares_them() {
    let table = "# Which\n\n| | Junior | Senior |\n| - | - | - |\n| Scope | a task | a project |\n";
    let ladder = parse(&[
        ("junior.md", "# Junior\n\na\n"),
        ("senior.md", "# Senior\n\nb\n"),
        ("overview.md", table),
    ]);
    assert_eq!(shape(&ladder), ["Our Ladder: Junior, Senior", "(Which)"]);
    assert!(ladder.pages[0].tables()[0].is_comparison());
}

#[test]
fn marks_grades_and_mentions_are_no_roles() {
    for table in [
        "| Task | Director | Engineer |\n| - | - | - |\n| Plan | A | R |\n| Ship | C | R |\n",
        "| Skill | Beginner | Intermediate | Expert |\n| - | - | - | - |\n| Rust | some words | more words | all words |\n",
        "| Skill | 1 | 2 | 3 |\n| - | - | - | - |\n| Rust | some words | more words | all words |\n",
        "| Level | Pay |\n| - | - |\n| L1 | 10 |\n| L2 | 20 |\n",
        "| Makers | Level | Managers |\n| - | - | - |\n| Senior Engineer | L4 | Manager |\n| Staff Engineer | L5 | Director |\n",
    ] {
        let ladder = parse(&[("ladder.md", &makers(table)), ("b.md", "# B\n")]);
        assert_eq!(ladder.roles.len(), 0, "{table}{:?}", shape(&ladder));
    }
}

#[test]
fn rows_that_are_levels_are_roles() {
    let table = "| Level | Title | Scope | Craft |\n| - | - | - | - |\n\
                 | M2 | Lead of Makers | leads a whole team | knows the tools well |\n\
                 | M1 | Head Maker | leads a few people | knows some of the tools |\n";
    check(&makers(table), &["Makers: Head Maker, Lead of Makers", "(Makers)"]);
    let ladder = parse(&[("ladder.md", &makers(table))]);
    assert_eq!(ladder.roles[0].level.as_deref(), Some("M1"));
    let want = "6-6\n6 - *Scope*: leads a few people\n6 - *Craft*: knows some of the tools\n";
    assert_eq!(role(&ladder, "Head Maker"), want);
    let spans = "<table><tr><th>Level</th><th>Scope</th><th>Craft</th></tr>\n\
                 <tr><th rowspan=3>L1</th></tr>\n<tr><td colspan=2>Where everyone of us begins.</td></tr>\n\
                 <tr><td><ul><li>a task</li></ul></td><td>a tool<br>or two</td></tr>\n\
                 <tr><th rowspan=3>L2</th></tr>\n<tr><td colspan=2>Where many of us stay.</td></tr>\n\
                 <tr><td><ul><li>a project</li></ul></td><td>tools</td></tr></table>";
    let ladder = parse(&[("ladder.md", &makers(spans))]);
    assert_eq!(
        role(&ladder, "L1"),
        "4-6\n5 p Where everyone of us begins.\n6 ## Scope @1 #scope\n6 - a task\n\
         6 ## Craft @1 #craft\n6 p a tool\n6 p or two\n"
    );
}

#[test]
fn rows_that_say_little_are_roles_where_there_are_no_others() {
    let text = "# Levels\n\n| Level | Title | Scope | Experience |\n| - | - | - | - |\n\
                | L1 | Junior Engineer | Task | 0-2 years |\n| L2 | Engineer | Feature | 2 years |\n\
                | L3 | Senior Engineer | Team | 5 years |\n";
    let bare = "# Levels\n\n| Level | Scope |\n| - | - |\n| L1 | Task |\n| L2 | Feature |\n| L3 | Team |\n";
    let readme = ("README.md", "# Us\n\nHello.\n");
    let titles = |files: &[(&str, &str)]| -> Vec<String> {
        parse(files).roles.iter().map(|role| role.document.title.clone()).collect()
    };
    let named = ["Junior Engineer", "Engineer", "Senior Engineer"];
    assert_eq!(titles(&[("levels.md", text)]), named);
    assert_eq!(titles(&[readme, ("levels.md", text)]), named);
    assert_eq!(titles(&[readme, ("levels.md", bare)]), ["L1", "L2", "L3"]);
    let senior = ("senior-engineer.md", "# Senior Engineer\n\nMakes.\n");
    assert_eq!(
        titles(&[("pay.md", bare), senior]),
        ["Senior Engineer"],
        "codes are of known roles"
    );
    let index = "# Levels\n\n| Level | Title | Team |\n| - | - | - |\n| L1 | [Junior Maker](a.md) | All |\n\
                 | L2 | [Maker](b.md) | All |\n| L3 | [Senior Maker](c.md) | All |\n";
    assert_eq!(titles(&[readme, ("levels.md", index)]), [""; 0]);
    let scale = "# Skills\n\n| Level | Title | Says |\n| - | - | - |\n| L1 | Beginner | little |\n\
                 | L2 | Proficient | more |\n| L3 | Expert | all |\n";
    assert_eq!(titles(&[readme, ("skills.md", scale)]), [""; 0]);
}

#[test]
fn headings_and_tables_of_one_file_are_tracks_of_their_own() {
    let text = "# Us\n\n## L1\n\na\n\n## L2\n\nb\n\n## Managers\n\n\
                | | M1 | M2 |\n| - | - | - |\n| Scope | one team | two teams |\n";
    check(text, &["Us: L1, L2", "Managers: M1, M2", "(Us)"]);
}

#[test]
fn topics_with_levels_in_them_are_data() {
    let yaml = "topics:\n  - name: Craft\n    content:\n      - level: 1\n        criteria:\n\
                \u{20}         - knows a tool\n      - level: 2\n        criteria:\n          - knows tools\n\
                \u{20}       exampleCriteria:\n          - criteria: chooses tools\n            examples: [wood]\n\
                \u{20} - name: People\n    content:\n      - level: 2\n        criteria: [helps]\n";
    let text = format!("---\ntitle: Makers\n{yaml}---\n");
    let ladder = parse(&[("makers.md", &text), ("other.yml", yaml), ("config.yml", "level: 3\n")]);
    assert_eq!(
        shape(&ladder),
        ["Makers: Level 1, Level 2", "Other: Level 1, Level 2", "(Makers)", "(Other)"]
    );
    assert_eq!(role(&ladder, "Level 1"), "6-8\n6 ## Craft @1 #craft\n8 - knows a tool\n");
    let second = &ladder.roles[1].document;
    assert_eq!(
        outline(second),
        "9 ## Craft @1 #craft\n11 - knows tools\n13 - chooses tools\n14 .p wood\n\
         17 ## People @1 #people\n18 - helps\n"
    );
    assert_eq!(second.items().len(), 3, "an example is no expectation");
}

#[test]
fn levels_with_what_is_expected_are_data() {
    let yaml = "name: Makers\nlevels:\n  - id: junior\n    name: Junior Maker\n  - id: senior\n    name: Senior Maker\n\
                themes:\n  - id: craft\n    name: Craft\n  - id: people\n    name: People\n\
                competencies:\n  - summary: helps\n    level: senior\n    theme: people\n\
                \u{20} - summary: knows a tool\n    level: junior\n    theme: craft\n    examples: [a saw]\n\
                \u{20} - summary: knows tools\n    level: senior\n    theme: craft\n";
    let ladder = parse(&[("m.yml", yaml)]);
    assert_eq!(shape(&ladder), ["Makers: Junior Maker, Senior Maker", "(Makers)"]);
    assert_eq!(
        role(&ladder, "Junior Maker"),
        "3-19\n16 ## Craft @1 #craft\n16 - knows a tool\n19 .p a saw\n"
    );
    assert_eq!(
        role(&ladder, "Senior Maker"),
        "5-22\n20 ## Craft @1 #craft\n20 - knows tools\n13 ## People @1 #people\n13 - helps\n"
    );
    let keyed = "L1:\n  scope: [a task]\nL2:\n  scope: [a project]\n  people: {team: leads it}\n";
    let ladder = parse(&[("m.yml", keyed)]);
    assert_eq!(shape(&ladder), ["M: L1, L2", "(M)"]);
    let second = "4 ## Scope @1 #scope\n4 - a project\n5 ## People @1 #people\n\
                  5 ### Team @2 #team\n5 p leads it\n";
    assert!(role(&ladder, "L2").ends_with(second), "{}", role(&ladder, "L2"));
}

#[test]
fn no_key_of_data_is_lost() {
    let yaml = "levels:\n  - name: Junior\n    competencies: {polish: [Oven on time, Crumb], shape: Folds well}\n\
                \u{20} - name: Senior\n    competencies:\n      - name: Proof\n        description: Waits\n      - heat: Sets it\n";
    let ladder = parse(&[("bakers.yml", yaml)]);
    assert_eq!(
        role(&ladder, "Junior"),
        "2-3\n3 ## Competencies @1 #competencies\n3 ### Polish @2 #polish\n3 - Oven on time\n3 - Crumb\n\
         3 ### Shape @2 #shape\n3 p Folds well\n"
    );
    assert_eq!(
        role(&ladder, "Senior"),
        "4-8\n5 ## Competencies @1 #competencies\n6 - *Proof*: Waits\n8 - *Heat*: Sets it\n"
    );
    let keyed =
        "Senior: {dough: [a]}\nStaff: {dough: Picks flour, craft: [b, c], description: Leads}\n";
    let ladder = parse(&[("bakers.yml", keyed)]);
    assert_eq!(
        role(&ladder, "Staff"),
        "2-2\n2 p Leads\n2 ## Dough @1 #dough\n2 p Picks flour\n2 ## Craft @1 #craft\n2 - b\n2 - c\n"
    );
    let lists = "Junior: [kneads]\nSenior: [id: bakes]\n";
    assert!(role(&parse(&[("bakers.yml", lists)]), "Senior").ends_with("2 - bakes\n"));
}

#[track_caller]
fn check_data(file: &str, text: &str, want: &str) {
    assert_eq!(shape(&parse(&[(file, text)])), [&format!("Bakers: {want}"), "(Bakers)"], "{text}");
}

#[test]
fn levels_of_data_stand_in_their_order() {
    let long = |names: [&str; 5]| {
        let row = |name: &str| format!("{name},Dough,kneads it well\n");
        format!("level,area,text\n{}", names.map(row).concat())
    };
    let mixed = long(["Junior", "Senior", "Junior", "Mid", "Senior"]);
    check_data("bakers.csv", &mixed, "Junior, Mid, Senior");
    check_data("bakers.csv", &long(["L3", "L1", "L2", "L1", "L3"]), "L1, L2, L3");
    let unknown = long(["Crumb", "Apex", "Blend", "Apex", "Blend"]);
    check_data("bakers.csv", &unknown, "Crumb, Apex, Blend");
    let wide = "Skill,Senior,Junior,Mid\nDough,picks the flour,weighs it,kneads it\n";
    check_data("bakers.csv", wide, "Junior, Mid, Senior");
    let keyed = "Senior: {dough: [a]}\nJunior: {dough: [b]}\nMid: {dough: [c]}\n";
    check_data("bakers.yml", keyed, "Junior, Mid, Senior");
    let topics = "topics:\n - name: Dough\n   c:\n    - {level: Blend, x: [a]}\n    - {level: Apex, x: [b]}\n    - {level: Crumb, x: [c]}\n";
    check_data("bakers.yml", topics, "Blend, Apex, Crumb");
    let listed = format!("levels: [Crumb, Blend, Apex]\n{topics}");
    check_data("bakers.yml", &listed, "Crumb, Blend, Apex");
}

#[test]
fn a_row_for_each_level_is_enough_in_a_file_of_values() {
    let long = "level,area,expectation\nJunior,Dough,Weighs\nSenior,Ovens,Sets the heat\n";
    check_data("bakers.csv", long, "Junior, Senior");
    let rows = "Level,Dough,Ovens\nL2,Kneads,Heats\nL1,Weighs,Cleans\n";
    check_data("bakers.csv", rows, "L1, L2");
    let ladder = parse(&[("bakers.csv", rows)]);
    assert_eq!(role(&ladder, "L2"), "2-2\n2 - *Dough*: Kneads\n2 - *Ovens*: Heats\n");
    let pay = "level,group,pay\nL1,A,100\nL2,B,200\n";
    assert_eq!(shape(&parse(&[("pay.csv", pay)])).iter().filter(|s| s.contains("L1")).count(), 0);
}

#[test]
fn tables_of_comma_separated_values_are_read_by_row_and_by_column() {
    let long = "Track,Level,Topic,Text\nMakers,L1,Craft,knows a tool\nMakers,L1,People,\"listens,\nasks\"\n\
                Makers,L2,Craft,knows tools\nLeads,L3,Craft,knows all tools\nLeads,L3,People,speaks\n";
    let ladder = parse(&[("ladder.csv", long), ("pay.csv", "a,b\n1,2\n")]);
    assert_eq!(shape(&ladder), ["Makers: L1, L2", "Leads: L3", "(Ladder)"]);
    assert_eq!(
        role(&ladder, "L1"),
        "2-3\n2 ## Craft @1 #craft\n2 - knows a tool\n3 ## People @1 #people\n3 - listens,\\nasks\n"
    );
    let wide = "Topic;Junior Maker;Senior Maker\nCraft;knows a tool;knows tools\n";
    let ladder = parse(&[("ladder.csv", wide)]);
    assert_eq!(shape(&ladder), ["Ladder: Junior Maker, Senior Maker", "(Ladder)"]);
}

#[test]
fn data_that_is_no_yaml_is_said_and_hides_nothing() {
    let good = "topics:\n - name: A\n   c:\n    - {level: 1, x: [a]}\n    - {level: 2, x: [b]}\n";
    let bad = "levels:\n  - name: [\n";
    let tab = format!("---\ntitle: Tabbed\n{}\t\n---\n", good.replace("   c:", "   c:\t"));
    let sources = [("bad.yml", bad), ("good.yml", good), ("tab.md", &tab), ("x.yml", "{{ x }}: [")];
    let sources = sources.map(|(path, text)| Source::new(path, text));
    let (ladder, diagnostics) = content::parse("our-ladder", &sources, Options::default());
    assert!(shape(&ladder).contains(&"Good: Level 1, Level 2".to_owned()), "{:?}", shape(&ladder));
    let found: Vec<(&str, &str)> = diagnostics.iter().map(|d| (d.code, d.file.as_str())).collect();
    assert_eq!(found, [("malformed-data", "bad.yml")]);
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
