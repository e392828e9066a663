//! Levels in YAML and in comma-separated values.

use rungs::content::{self, Options, Source};

use super::shape::{parse, role, roles, shape};
use crate::support::outline::outline;

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
    let (ladder, findings) = content::parse("our-ladder", &sources, Options::default());
    assert!(shape(&ladder).contains(&"Good: Level 1, Level 2".to_owned()), "{:?}", shape(&ladder));
    let found: Vec<(&str, &str)> = findings.iter().map(|d| (d.code, d.file.as_str())).collect();
    assert_eq!(found, [("malformed-data", "bad.yml")]);
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
fn a_level_in_data_says_each_thing_once_and_has_its_id() {
    let list = "levels:\n  - id: b1\n    title: Engineer\n    skills: [Git, SQL]\n\
                \u{20} - id: b2\n    title: Senior Engineer\n    skills: [Design]\n";
    let with_levels = list.replace("id: b", "level: L");
    for (text, level) in [(list, "b1"), (&with_levels, "L1")] {
        let ladder = parse(&[("levels.yml", text)]);
        let items = ladder.roles[0].document.items();
        let items: Vec<&str> = items.iter().map(|item| item.text.as_str()).collect();
        assert_eq!(
            (items.join(", ").as_str(), ladder.roles[0].level.as_deref()),
            ("Git, SQL", Some(level))
        );
    }
}
