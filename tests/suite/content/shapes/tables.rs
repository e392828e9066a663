//! Levels that are columns or rows of tables.

use super::shape::{check, parse, role, roles, shape, tracks};

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
fn a_heading_over_a_table_of_levels_is_none() {
    let text = "# Titles\n\n### Engineer Titles\n\n| Title | Scope |\n| - | - |\n\
                | Intern | learns with a mentor |\n| Engineer | owns tasks of the team |\n\
                | Senior Engineer | owns whole projects |\n\n### Manager Titles\n\n| Title | Scope |\n\
                | - | - |\n| Engineering Manager | leads one team of six |\n| Director | leads several teams |\n";
    let want = [
        "Engineer Titles: Intern, Engineer, Senior Engineer",
        "Manager Titles: Engineering Manager, Director",
    ];
    tracks(&[("titles.md", text)], &want);
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
    tracks(&[("levels.md", &text)], &want);
}

#[test]
fn header_cells_can_be_written_as_others() {
    let text = "# Engineers\n\n<table>\n<tr><td>Axis</td><td>Engineer 1</td><td>Engineer 2</td></tr>\n\
                <tr><td>Scope</td><td>does a task well</td><td>does a feature well</td></tr>\n\
                <tr><td>People</td><td>asks for help</td><td>gives help freely</td></tr>\n</table>\n";
    let ladder = parse(&[("engineers.md", text)]);
    assert_eq!(shape(&ladder), ["Engineers: Engineer 1, Engineer 2", "(Engineers)"]);
    assert_eq!(ladder.roles[0].document.items().len(), 2);
    assert!(ladder.roles[0].document.items()[0].text.as_str().ends_with("does a task well"));
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
    let third = role(&ladder, "Engineer 3");
    assert!(third.contains("does whole products") && !third.contains("does some"), "{third}");
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
fn codes_under_the_word_level_are_levels_whatever_the_titles_are() {
    let table = "# Support careers\n\n| Level | Title | Scope |\n| - | - | - |\n\
                 | S1 | Support Agent | answers tickets |\n| S2 | Senior Support Agent | keeps the queue |\n\
                 | S3 | Support Specialist | mends what breaks |\n| S4 | Support Manager | leads the team |\n";
    roles(
        &[("support.md", table)],
        &["Support Agent", "Senior Support Agent", "Support Specialist", "Support Manager"],
    );
}
