//! What files become that are no Markdown.

use rungs::content::{self, Options, Source};
use rungs::model::Ladder;

fn ladder(file: &str, text: &str) -> Ladder {
    content::parse("any", &[Source::new(file, text)], Options::default()).0
}

/// The roles in a file: the title and the line of each.
#[track_caller]
fn check_roles(file: &str, text: &str, want: &[(&str, usize)]) {
    let ladder = ladder(file, text);
    let roles = ladder.roles.iter().map(|role| (role.document.title.as_str(), role.document.line));
    assert_eq!(roles.collect::<Vec<_>>(), want);
}

#[test]
fn json_and_toml_are_read_as_yaml_is() {
    let want = [("L1", 3), ("L2", 5)];
    let json = "{\"topics\": [{\"name\": \"Dough\", \"content\": [\n\n\t{\"level\": \"L1\", \"criteria\": [\"Bakes \\u00e9clairs\"]},\n\n\t{\"level\": \"L2\", \"criteria\": [\"Leads\"]}\n]}]}\n";
    check_roles("levels.json", json, &want);
    let yaml = "topics:\n- content:\n  - level: L1\n    criteria: [Bakes]\n  - level: L2\n    criteria: [Leads]\n";
    check_roles("levels.yml", yaml, &want);
    let toml = "[[topics]]\nname = \"Dough\"\n[[topics.content]]\nlevel = \"L1\"\n[[topics.content]]\nlevel = \"L2\"\ncriteria = [\"a\"]\n";
    check_roles("levels.toml", toml, &want);
    // What is a tool's is none of ours, whatever it holds.
    check_roles("package.json", json, &[]);
}

#[test]
fn tables_of_tabs_are_read_as_those_of_commas_are() {
    let text = "Level\tScope\tPeople\nL1\tWrites small things with help\tAsks\nL2\t\"Writes larger\nthings\"\tHelps others to grow\nL3\tWrites the largest\tLeads\n";
    check_roles("levels.tsv", text, &[("L1", 2), ("L2", 3), ("L3", 5)]);
    check_roles("levels.csv", &text.replace('\t', ","), &[("L1", 2), ("L2", 3), ("L3", 5)]);
}

#[test]
fn malformed_data_that_holds_levels_is_reported_where_it_goes_wrong() {
    for (file, text, line) in [
        ("a.json", "{\"levels\": [\n  {\"title\": \"A\"\n", 0),
        ("a.toml", "levels = [\n  \"a\"\nb = 1\n", 3),
        ("a.yml", "levels:\n- a: [\n", 0),
    ] {
        let options = Options::default();
        let (_, found) = content::parse("any", &[Source::new(file, text)], options);
        assert_eq!(
            found.iter().map(|it| it.code).collect::<Vec<_>>(),
            ["malformed-data"],
            "{file}"
        );
        assert!(line == 0 || found[0].line == line, "{found:?}");
        assert!(found[0].message.contains(&file[2..].to_uppercase().replace("YML", "YAML")));
    }
}
