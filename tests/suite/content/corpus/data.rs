//! Ladders of data: every level that people found in them, and no other.

use rungs::content::Loaded;

use crate::support::beside::shared;
use crate::support::ladders::load;

/// A framework that is data, as `expected.json` tells it: its file, what its levels are called or how
/// many sections each has, and how much is expected in all.
struct Framework {
    file: String,
    title: String,
    levels: Vec<String>,
    sections: Option<usize>,
    items: Option<usize>,
    items_by_level: Option<serde_json::Map<String, serde_json::Value>>,
}

fn frameworks(ladder: &serde_json::Value) -> Vec<Framework> {
    let all =
        ladder["frameworks"].as_array().or(ladder["families"].as_array()).expect("frameworks");
    let framework = |told: &serde_json::Value| {
        let words = |key: &str| told[key].as_str().unwrap_or_default().to_owned();
        let level = |level: &serde_json::Value| match level.as_u64() {
            Some(number) => format!("Level {number}"),
            None => level.as_str().unwrap_or_default().to_owned(),
        };
        let levels = told["levels_found"].as_array().or(told["levels"].as_array());
        let number = |key: &str| told[key].as_u64().map(|number| number as usize);
        // What is not valid YAML is told by the number of its levels only: here it is read all the
        // same, as its fault is a tab.
        let declared = (1..=number("levels_declared").unwrap_or(0)).map(|n| format!("Level {n}"));
        let items = number("criteria").map(|n| n + number("example_criteria").unwrap_or(0));
        Framework {
            file: words("file"),
            title: if told["title"].is_string() { words("title") } else { words("name") },
            levels: levels
                .map_or_else(|| declared.collect(), |all| all.iter().map(level).collect()),
            sections: number("sections_per_level"),
            items: items.or(number("competencies")),
            items_by_level: told["competencies_per_level"].as_object().cloned(),
        }
    };
    all.iter().map(framework).collect()
}

/// How many of a framework's levels are right: title, track, place, sections, items.
fn right_levels(loaded: &Loaded, told: &Framework) -> usize {
    let ladder = &loaded.ladder;
    let roles: Vec<_> =
        ladder.roles.iter().filter(|role| role.document.file == told.file).collect();
    let items: usize = roles.iter().map(|role| role.document.items().len()).sum();
    if roles.len() != told.levels.len() || told.items.is_some_and(|told| told != items) {
        return 0;
    }
    let is_right = |(role, level): &(&&rungs::model::Role, &String)| {
        let document = &role.document;
        let by_level = told.items_by_level.as_ref().and_then(|all| all[level.as_str()].as_u64());
        document.title == **level
            && (told.title.is_empty() || ladder.track(role.track).title == told.title)
            && told.sections.is_none_or(|told| document.sections.len() == told)
            && by_level.is_none_or(|told| document.items().len() as u64 == told)
            && document.tables().is_empty()
    };
    roles.iter().zip(&told.levels).filter(is_right).count()
}

#[test]
fn ladders_of_data_load_as_people_read_them() {
    let Some(path) = shared("corpus/expected.json") else { return };
    let text = std::fs::read_to_string(path).expect("expected.json");
    let all: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("JSON");
    let mut wrong = Vec::new();
    for (name, ladder) in all.iter().filter(|(_, ladder)| !ladder["roles"].is_array()) {
        let Some(path) = shared(&format!("corpus/{name}")) else { continue };
        let loaded = load(&path);
        let told = frameworks(ladder);
        let count: usize = told.iter().map(|framework| framework.levels.len()).sum();
        let right: usize = told.iter().map(|framework| right_levels(&loaded, framework)).sum();
        println!("{name}: {right} of {count} roles right");
        if right < count || loaded.ladder.roles.len() > count {
            wrong.push(format!("{name}: {right} of {count}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
