//! Kinds of ladders that strangers write, each invented and small: what is a role, and what is none.

use super::shape::{parse, shape};

const SMALL: &str = "Builds things with care and helps the people around.\n\n\
                     - Owns small parts of the work every day\n- Learns from others and asks\n\n";
const LARGE: &str = "Leads larger pieces of work and speaks for the team outside.\n\n\
                     - Plans a quarter with the peers\n- Mentors two or three people\n\n";

/// Headings of a depth, each with a text.
fn headings(depth: usize, titles: &[&str]) -> String {
    let section = |(at, title): (usize, &&str)| {
        format!("{} {title}\n\n{}", "#".repeat(depth), if at % 2 == 0 { SMALL } else { LARGE })
    };
    titles.iter().enumerate().map(section).collect()
}

/// Tracks with the titles of their roles.
#[track_caller]
fn check(files: &[(&str, &str)], want: &[&str]) {
    let found: Vec<String> =
        shape(&parse(files)).into_iter().filter(|line| !line.starts_with('(')).collect();
    assert_eq!(found, want, "{files:?}");
}

/// The titles of all roles.
#[track_caller]
fn roles(files: &[(&str, &str)], want: &[&str]) {
    let ladder = parse(files);
    let found: Vec<&str> = ladder.roles.iter().map(|role| &*role.document.title).collect();
    assert_eq!(found, want, "{files:?}");
}

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
fn two_tracks_can_stand_in_one_file() {
    let text = format!(
        "# Engineer\n\n## Individual contributors\n\n{}## Managers\n\n{}",
        headings(3, &["Engineer I", "Engineer II", "Staff Engineer"]),
        headings(3, &["Engineering Manager", "Senior Engineering Manager"])
    );
    let want = [
        "Individual contributors: Engineer I, Engineer II, Staff Engineer",
        "Managers: Engineering Manager, Senior Engineering Manager",
    ];
    check(&[("engineer.md", &text)], &want);
}

#[test]
fn headings_of_the_first_level_can_all_be_levels() {
    let levels = ["Support Engineer I", "Support Engineer II", "Senior Support Engineer"];
    roles(&[("README.md", &headings(1, &levels))], &levels);
}

#[test]
fn a_small_comparison_does_not_take_a_page_over() {
    let text = format!(
        "# Individual contributor\n\n{}## Comparison\n\n| Dimension | IC Track | Management Track |\n\
         | - | - | - |\n| Ceiling | Fellow Engineer | CTO |\n| Power | ideas | people |\n",
        SMALL.repeat(6)
    );
    roles(&[("individual-contributor.md", &text)], &["Individual contributor"]);
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
fn a_heading_over_a_table_of_levels_is_none() {
    let text = "# Titles\n\n### Engineer Titles\n\n| Title | Scope |\n| - | - |\n\
                | Intern | learns with a mentor |\n| Engineer | owns tasks of the team |\n\
                | Senior Engineer | owns whole projects |\n\n### Manager Titles\n\n| Title | Scope |\n\
                | - | - |\n| Engineering Manager | leads one team of six |\n| Director | leads several teams |\n";
    let want = [
        "Engineer Titles: Intern, Engineer, Senior Engineer",
        "Manager Titles: Engineering Manager, Director",
    ];
    check(&[("titles.md", text)], &want);
    let table = |rows: &[&str]| {
        let row = |name: &&str| {
            format!("<tr><td>{name}</td><td>does the work of this level well</td></tr>\n")
        };
        format!(
            "<table>\n<tr><th>Level</th><th>Scope</th></tr>\n{}</table>\n\n",
            rows.iter().map(row).collect::<String>()
        )
    };
    let text = format!(
        "# Levels\n\n## Designer\n\n{}## Engineer\n\n{}",
        table(&["Designer I", "Designer II", "Senior Designer"]),
        table(&["Engineer I", "Engineer II", "Senior Engineer"])
    );
    let want = [
        "Designer: Designer I, Designer II, Senior Designer",
        "Engineer: Engineer I, Engineer II, Senior Engineer",
    ];
    check(&[("levels.md", &text)], &want);
}

#[test]
fn header_cells_can_be_written_as_others() {
    let text = "# Engineers\n\n<table>\n<tr><td>Axis</td><td>Engineer 1</td><td>Engineer 2</td></tr>\n\
                <tr><td>Scope</td><td>does a task well</td><td>does a feature well</td></tr>\n\
                <tr><td>People</td><td>asks for help</td><td>gives help freely</td></tr>\n</table>\n";
    let ladder = parse(&[("engineers.md", text)]);
    assert_eq!(shape(&ladder), ["Engineers: Engineer 1, Engineer 2", "(Engineers)"]);
    assert_eq!(ladder.roles[0].document.items().len(), 2);
    assert!(ladder.roles[0].document.items()[0].text.to_plain().ends_with("does a task well"));
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

#[test]
fn prose_dialogue_times_scales_and_staffing_are_no_roles() {
    let talk = "**Manager:**\n\nHow are you today, tell me.\n\n**IC:**\n\nWell enough, thanks.\n\n";
    let talk = format!(
        "# A hard talk\n\n{}**Self rates higher than manager:**\n\nTalk.\n",
        talk.repeat(3)
    );
    let day = format!(
        "# Day in the Life: Product Manager\n\n{}",
        headings(2, &["7:30 AM - Wake up", "8:45 PM - Wash up"])
    );
    let better =
        format!("# Becoming a better engineer\n\n{SMALL}### If Manager Had Not Noticed\n\n{SMALL}");
    let schools = format!(
        "# Salary Analyst Notes\n\n{}",
        headings(2, &["Tier 1 - Well known schools", "Tier 2 - Other schools"])
    );
    let outages =
        format!("# Incidents\n\n{}", headings(2, &["P1 - Outage", "P2 - Degraded", "P3 - Minor"]));
    let skills = ["Beginner", "Intermediate", "Advanced", "Expert"];
    let skills = format!(
        "# Skills\n\n## Sewing\n\n{}## Cutting\n\n{}",
        headings(3, &skills),
        headings(3, &skills)
    );
    let agents = format!("# Agents\n\n{SMALL}## Reviewer\n\n{SMALL}");
    roles(
        &[
            ("AGENTS.md", &agents),
            ("better.md", &better),
            ("day.md", &day),
            ("outages.md", &outages),
            ("schools.md", &schools),
            ("skills.md", &skills),
            ("talk.md", &talk),
        ],
        &[],
    );
}

#[test]
fn examples_and_onboarding_beside_levels_are_no_roles() {
    let levels = ["Junior Engineer", "Engineer", "Senior Engineer"];
    let ladder = format!("# Ladder\n\n{}", headings(2, &levels));
    let examples = format!(
        "# Examples of reviews\n\n{}",
        headings(2, &["Example 1: Junior Engineer", "Example 2: Senior Engineer"])
    );
    let weeks = "# Onboarding\n\n| Week | Junior | Senior |\n| - | - | - |\n| Week 1 | meet all | meet all |\n\
                 | Week 2 | ship one | ship two |\n";
    roles(&[("examples.md", &examples), ("ladder.md", &ladder), ("onboarding.md", weeks)], &levels);
}

#[test]
fn levels_that_come_again_under_every_axis_are_gathered() {
    let levels = ["L1", "L2", "L3"];
    let axes = ["Craft", "Delivery", "Talking"];
    let axis = |axis: &&str| format!("## {axis}\n\n{}", headings(3, &levels));
    let text = format!("# Engineering ladder\n\n{}", axes.iter().map(axis).collect::<String>());
    let ladder = parse(&[("ladder.md", &text)]);
    assert_eq!(shape(&ladder), ["Engineering ladder: L1, L2, L3", "(Engineering ladder)"]);
    let titles: Vec<String> =
        ladder.roles[1].document.sections.iter().map(|section| section.title.to_plain()).collect();
    assert_eq!(titles, axes);

    let file = |axis: &&str| format!("# {axis}\n\n{}", headings(2, &levels));
    let texts: Vec<String> = axes.iter().map(file).collect();
    let ladder =
        parse(&[("craft.md", &texts[0]), ("delivery.md", &texts[1]), ("talking.md", &texts[2])]);
    let titles: Vec<String> =
        ladder.roles[1].document.sections.iter().map(|section| section.title.to_plain()).collect();
    assert_eq!((ladder.roles.len(), titles), (3, axes.map(str::to_owned).to_vec()));

    let json = |axis: &&str| {
        let level = |level: &&str| {
            format!(
                "\"{level}\": {{\"summary\": \"does {axis} at {level}\", \"detail\": \"more\"}}"
            )
        };
        format!(
            "{{\"name\": \"{axis}\", {}}}",
            levels.iter().map(level).collect::<Vec<_>>().join(", ")
        )
    };
    let texts: Vec<String> = axes.iter().map(json).collect();
    roles(
        &[("craft.yml", &texts[0]), ("delivery.yml", &texts[1]), ("talking.yml", &texts[2])],
        &levels,
    );
}

#[test]
fn levels_that_come_again_under_every_role_are_tracks() {
    let levels = ["Level 1", "Level 2", "Level 3"];
    let text = format!(
        "# Ladder\n\n## Backend Engineer\n\n{}## Product Designer\n\n{}",
        headings(3, &levels),
        headings(3, &levels)
    );
    let want = [
        "Backend Engineer: Level 1, Level 2, Level 3",
        "Product Designer: Level 1, Level 2, Level 3",
    ];
    check(&[("ladder.md", &text)], &want);
}

#[test]
fn a_rung_that_is_told_in_several_places_is_one() {
    let page = |title: &str| format!("# {title}\n\n{}", SMALL.repeat(3));
    let overview = "# Careers\n\n| Level | Summary |\n| - | - |\n| Junior Engineer | starts |\n\
                    | Engineer | does |\n| Senior Engineer | leads |\n";
    let questions = format!(
        "# Interview questions\n\n{}",
        headings(2, &["Junior Engineer", "Senior Engineer"])
    );
    roles(
        &[
            ("README.md", overview),
            ("interview.md", &questions),
            ("levels/engineer.md", &page("Engineer")),
            ("levels/junior-engineer.md", &page("Junior Engineer")),
            ("levels/senior-engineer.md", &page("Senior Engineer")),
            (
                "short.csv",
                "Level,Scope\nJunior Engineer,task\nEngineer,feature\nSenior Engineer,product\n",
            ),
        ],
        &["Junior Engineer", "Engineer", "Senior Engineer"],
    );
}

#[test]
fn of_three_columns_the_own_is_the_roles_and_the_others_compare() {
    let page = |title: &str, columns: [&str; 3], cells: [&str; 3]| {
        let bold = |text: &str| {
            if text == title || text == cells[1] { format!("**{text}**") } else { text.to_owned() }
        };
        format!(
            "# {title}\n\n## Scope\n\n| {} | {} | {} |\n| - | - | - |\n| {} | {} | {} |\n",
            columns[0],
            bold(columns[1]),
            columns[2],
            cells[0],
            bold(cells[1]),
            cells[2]
        )
    };
    let two = page(
        "Engineer 2",
        ["Engineer 1", "Engineer 2", "Engineer 3"],
        ["does one task", "does some features", "does whole products"],
    );
    let three = page(
        "Engineer 3",
        ["Engineer 2", "Engineer 3", "Engineer 4"],
        ["does some features", "does whole products", "does several products"],
    );
    let ladder = parse(&[("engineer_2.md", &two), ("engineer_3.md", &three)]);
    assert_eq!(shape(&ladder), ["Our Ladder: Engineer 2, Engineer 3"]);
    assert!(ladder.roles[0].document.tables()[0].is_comparison(), "no page says it of Engineer 1");
    let four = page(
        "Engineer 4",
        ["Engineer 3", "Engineer 4", "Engineer 2"],
        ["does whole products", "does several products", "does some features"],
    );
    let ladder =
        parse(&[("engineer_2.md", &two), ("engineer_3.md", &three), ("engineer_4.md", &four)]);
    let third = crate::shape::role(&ladder, "Engineer 3");
    assert!(third.contains("does whole products") && !third.contains("does some"), "{third}");
}

#[test]
fn levels_inside_topics_gather_what_is_said_of_them() {
    let topic = |topic: &str| {
        let level = |level: &str| {
            format!("A __{level}__ is capable of:\n\n- some {topic} thing\n- another one too\n\n")
        };
        format!("## {topic}\n\n{}{}", level("Junior Developer"), level("Senior Developer"))
    };
    let text = format!("# Levels\n\n{}{}", topic("Analysis"), topic("Design"));
    let ladder = parse(&[("levels.md", &text)]);
    assert_eq!(shape(&ladder)[0], "Developer: Junior Developer, Senior Developer");
    let document = &ladder.roles[0].document;
    let titles: Vec<String> = document.sections.iter().map(|s| s.title.to_plain()).collect();
    assert_eq!((titles.join(", ").as_str(), document.items().len()), ("Analysis, Design", 4));
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
fn managers_among_engineers_are_a_track_of_their_own() {
    let text = format!(
        "# Engineering\n\n{}",
        headings(
            2,
            &["Band 1", "Band 2", "Band 3", "Engineering Manager (Band 3)", "Director (Band 4)"]
        )
    );
    let ladder = parse(&[("bands.md", &text)]);
    let sizes: Vec<usize> = ladder.tracks.iter().map(|track| track.roles.len()).collect();
    assert_eq!(sizes, [3, 2], "{:?}", shape(&ladder));
}

#[test]
fn data_of_levels_is_named_by_its_titles() {
    let list = "- level: L1\n  title: Engineer\n  scope: does the tasks of the team\n\
                - level: L2\n  title: Senior Engineer\n  scope: leads projects of the team\n\
                - level: L3\n  title: Staff Engineer\n  scope: leads several teams in craft\n";
    let named = ["Engineer", "Senior Engineer", "Staff Engineer"];
    roles(&[("levels.yml", list)], &named);
    assert_eq!(parse(&[("levels.yml", list)]).roles[2].level.as_deref(), Some("L3"));
    let values = "Level,Title,Scope\nL1,Engineer,does tasks of the team\nL2,Senior Engineer,leads projects of the team\n\
                  L3,Staff Engineer,leads teams in craft\n";
    roles(&[("levels.csv", values)], &named);
    let merged = "Level,Topic,Text\nL1,Craft,knows a tool\n,People,listens well\nL2,Craft,knows tools\n,People,speaks up\n";
    let ladder = parse(&[("levels.csv", merged)]);
    assert_eq!(shape(&ladder)[0], "Levels: L1, L2");
    assert_eq!(ladder.roles[0].document.items().len(), 2);
    let page = |title: &str| {
        format!(
            "title: {title}\nsummary: does the work of this level with care\nskills:\n  - writes code\n  - reviews code\n"
        )
    };
    let pages = named.map(page);
    roles(&[("a.yml", &pages[0]), ("b.yml", &pages[1]), ("c.yml", &pages[2])], &named);
}

#[test]
fn numbers_under_the_word_level_are_levels() {
    let row = |number: usize| {
        format!(
            "<tr><td>{number}</td><td>does {number} things well</td><td>talks to {number} people</td></tr>\n"
        )
    };
    let text = format!(
        "<table>\n<tr><th>Level/Skill</th><th>Craft</th><th>People</th></tr>\n{}</table>\n",
        (1..=4).map(row).collect::<String>()
    );
    roles(&[("sre.md", &text)], &["Level 1", "Level 2", "Level 3", "Level 4"]);
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

#[test]
fn a_handbook_full_of_job_titles_is_no_ladder() {
    let handbook = format!(
        "# Our handbook\n\n{SMALL}## Who does what\n\n{SMALL}## Contact the Hiring Manager\n\n{SMALL}## Benefits\n\n{SMALL}"
    );
    let personas = |names: &[&str]| format!("# Personas\n\n{}", headings(3, names));
    let personas = personas(&["Paul, Plant Manager", "Ann, Data Engineer", "Sam, Startup CTO"]);
    roles(
        &[
            ("README.md", &handbook),
            ("personas.md", &personas),
            ("hiring.md", &format!("# Hiring Manager guide\n\n{SMALL}")),
        ],
        &[],
    );
}

#[test]
fn codes_under_the_word_level_are_levels_whatever_the_titles_are() {
    let table = "# Support careers\n\n| Level | Title | Scope |\n| - | - | - |\n\
                 | S1 | Support Agent | answers tickets |\n| S2 | Senior Support Agent | keeps the queue |\n\
                 | S3 | Support Specialist | mends what breaks |\n| S4 | Support Manager | leads the team |\n";
    roles(
        &[("support.md", table)],
        &["Support Agent", "Senior Support Agent", "Support Specialist", "Support Manager"],
    );
}

#[test]
fn a_level_in_data_says_each_thing_once_and_has_its_id() {
    let list = "levels:\n  - id: b1\n    title: Engineer\n    skills: [Git, SQL]\n\
                \u{20} - id: b2\n    title: Senior Engineer\n    skills: [Design]\n";
    let with_levels = list.replace("id: b", "level: L");
    for (text, level) in [(list, "b1"), (&with_levels, "L1")] {
        let ladder = parse(&[("levels.yml", text)]);
        let items = ladder.roles[0].document.items();
        let items: Vec<String> = items.iter().map(|item| item.text.to_plain()).collect();
        assert_eq!(
            (items.join(", ").as_str(), ladder.roles[0].level.as_deref()),
            ("Git, SQL", Some(level))
        );
    }
}

#[test]
fn prompts_for_programs_and_one_page_among_many_are_no_roles() {
    let prompt = format!("---\nname: reviewer\ntools: [Read]\n---\n\n# Code Reviewer\n\n{SMALL}");
    let page = |at: usize| (format!("page-{at}.md"), format!("# Notes on things {at}\n\n{LARGE}"));
    let pages: Vec<(String, String)> = (0..9).map(page).collect();
    let lone = format!("# Engineering Lead\n\n{SMALL}");
    let mut files = vec![("agents/reviewer.md", prompt.as_str()), ("lead/README.md", &lone)];
    files.extend(pages.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    roles(&files, &[]);
}

#[test]
fn an_index_that_parts_its_list_parts_the_track() {
    let page = |title: &str| format!("# {title}\n\n{SMALL}");
    let index = "# Roles\n\n## Makers\n\n- [a](engineer.md)\n- [b](senior-engineer.md)\n\n\
                 ## Leaders\n\n- [c](lead.md)\n- [d](director.md)\n";
    let want = ["Makers: Engineer, Senior Engineer", "Leaders: Team Lead, Director"];
    check(
        &[
            ("README.md", index),
            ("director.md", &page("Director")),
            ("engineer.md", &page("Engineer")),
            ("lead.md", &page("Team Lead")),
            ("senior-engineer.md", &page("Senior Engineer")),
        ],
        &want,
    );
}
