//! Which levels belong together: tracks, and levels that are told in several places.

use super::shape::{SMALL, headings, parse, roles, shape, tracks};

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
    tracks(&[("engineer.md", &text)], &want);
}

#[test]
fn levels_that_come_again_under_every_axis_are_gathered() {
    let levels = ["L1", "L2", "L3"];
    let axes = ["Craft", "Delivery", "Talking"];
    let axis = |axis: &&str| format!("## {axis}\n\n{}", headings(3, &levels));
    let text = format!("# Engineering ladder\n\n{}", axes.iter().map(axis).collect::<String>());
    let ladder = parse(&[("ladder.md", &text)]);
    assert_eq!(shape(&ladder), ["Engineering ladder: L1, L2, L3", "(Engineering ladder)"]);
    let titles: Vec<&str> =
        ladder.roles[1].document.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!(titles, axes);

    let file = |axis: &&str| format!("# {axis}\n\n{}", headings(2, &levels));
    let texts: Vec<String> = axes.iter().map(file).collect();
    let ladder =
        parse(&[("craft.md", &texts[0]), ("delivery.md", &texts[1]), ("talking.md", &texts[2])]);
    let titles: Vec<&str> =
        ladder.roles[1].document.sections.iter().map(|section| section.title.as_str()).collect();
    assert_eq!((ladder.roles.len(), titles), (3, axes.to_vec()));

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
    tracks(&[("ladder.md", &text)], &want);
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
    let titles: Vec<&str> = document.sections.iter().map(|s| s.title.as_str()).collect();
    assert_eq!((titles.join(", ").as_str(), document.items().len()), ("Analysis, Design", 4));
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
fn an_index_that_parts_its_list_parts_the_track() {
    let page = |title: &str| format!("# {title}\n\n{SMALL}");
    let index = "# Roles\n\n## Makers\n\n- [a](engineer.md)\n- [b](senior-engineer.md)\n\n\
                 ## Leaders\n\n- [c](lead.md)\n- [d](director.md)\n";
    let want = ["Makers: Engineer, Senior Engineer", "Leaders: Team Lead, Director"];
    tracks(
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

#[test]
fn a_flowchart_says_tracks_and_order() {
    let chart = "# Paths\n\n```mermaid\nflowchart LR\n  subgraph Growing\n    s[Junior Gardener] --> p[Gardener] --> h[Head Gardener]\n  end\n  \
                 subgraph Selling\n    j[Junior Seller] --> k[Shop Manager]\n  end\n```\n";
    let page = |title: &str| format!("# {title}\n\n{SMALL}");
    let titles = ["Gardener", "Head Gardener", "Junior Gardener", "Junior Seller", "Shop Manager"];
    let pages: Vec<(String, String)> = titles
        .iter()
        .map(|title| (format!("jobs/{}.md", title.replace(' ', "-")), page(title)))
        .collect();
    let mut files: Vec<(&str, &str)> =
        pages.iter().map(|(p, t)| (p.as_str(), t.as_str())).collect();
    files.push(("paths.md", chart));
    tracks(
        &files,
        &[
            "Growing: Junior Gardener, Gardener, Head Gardener",
            "Selling: Junior Seller, Shop Manager",
        ],
    );
}
