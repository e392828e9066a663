//! Front matter: split off by hand, then read key by key; YAML between dashes, TOML between pluses.

use std::collections::HashMap;

use crate::content::parse::data::tree::DataNode;
use crate::content::parse::data::yaml::YamlError;
use crate::content::source::lines::line_of;
use crate::finding::{Finding, Severity};
use crate::model::clean;
use crate::model::{Entry, FrontMatter, Value};

pub(crate) mod keys;
pub(crate) mod language;
pub(crate) mod salvage;

use keys::Keys;
use language::Language;

/// The front matter of a document, and the place where its text begins.
#[derive(Debug, Default)]
pub(crate) struct Matter {
    /// Every key.
    pub(crate) all: FrontMatter,
    /// The keys that have an effect.
    pub(crate) keys: Keys,
    /// All of it as a tree, if it has lists or maps with more than words.
    pub(crate) tree: Option<DataNode>,
    /// The byte of the file where the text after the front matter begins.
    pub(crate) body: usize,
    /// The number of the line where it begins.
    pub(crate) body_line: usize,
}

/// Reads the front matter of a file's text.
pub(crate) fn read(file: &str, text: &str, findings: &mut Vec<Finding>) -> Matter {
    let without = Matter { body_line: 1, ..Matter::default() };
    let Some(language) = opens(text) else {
        return without;
    };
    let Some(block) = split(text, language) else {
        if text.lines().nth(1).is_some_and(|line| language.looks_like_key(line)) {
            let mark = if language == Language::Yaml { "dashes" } else { "pluses" };
            findings.push(
                Finding::new(
                    Severity::Warning,
                    "unclosed-front-matter",
                    file,
                    "the front matter that begins here is never closed",
                )
                .at(1, 1, line_of(text, 1))
                .help(format!(
                    "close it with a line of three {mark}; until then it is read as text"
                )),
            );
        }
        return without;
    };
    let mut mended = String::new();
    let entries = match language.mapping(block.source) {
        Ok(entries) => entries,
        Err(YamlError::NotAMapping) => return without,
        Err(YamlError::Malformed { message, place }) => {
            // There can also be prose between two rules.
            if !block.source.lines().any(|line| language.looks_like_key(line)) {
                return without;
            }
            findings.push(malformed(file, text, language, &message, place, block.before));
            // Tabs are the most common fault, and their meaning is clear.
            mended = block.source.replace('\t', "  ");
            let salvaged = |_| salvage::entries(block.source, language);
            language.mapping(&mended).unwrap_or_else(salvaged)
        }
    };
    let holds_more = |value: &Value| match value {
        Value::List(values) => values.iter().any(|value| matches!(value, Value::Map(_))),
        Value::Map(_) => true,
        _ => false,
    };
    let source = if mended.is_empty() { block.source } else { &mended };
    let holds_tree = entries.iter().any(|entry| holds_more(&entry.value));
    let tree = if holds_tree { language.tree(source) } else { None };
    let tree = tree.map(|tree| tree.moved(block.before));
    let mut all = FrontMatter { entries };
    // Looked for one by one, the lines of many keys would take quadratic time.
    let lines: Vec<&str> = text[..block.body].split('\n').collect();
    let line_at = |line: usize| lines.get(line.saturating_sub(1)).copied().unwrap_or("");
    for entry in &mut all.entries {
        entry.line += block.before;
        if language == Language::Yaml {
            as_written(entry, line_at(entry.line));
        }
    }
    report_duplicates(file, line_at, &all, findings);
    let keys = keys::read(file, text, &all, language.sign(), findings);
    Matter { all, keys, tree, body: block.body, body_line: block.body_line }
}

/// The text between the marks, and the place where the text after them begins.
struct MatterBlock<'a> {
    source: &'a str,
    /// The number of lines before it.
    before: usize,
    body: usize,
    body_line: usize,
}

/// The language of the front matter that a text begins with.
fn opens(text: &str) -> Option<Language> {
    let mut lines = text.lines().map(str::trim_end);
    match lines.next()? {
        "---" => Some(Language::Yaml),
        "+++" => Some(Language::Toml),
        // Some authors hide it from renderers that would show it.
        "<!--" if lines.next() == Some("---") => Some(Language::Yaml),
        _ => None,
    }
}

fn split(text: &str, language: Language) -> Option<MatterBlock<'_>> {
    let is_hidden = text.starts_with("<!--");
    let before = 1 + usize::from(is_hidden);
    let start = text.match_indices('\n').nth(before - 1)?.0 + 1;
    let mut at = start;
    let ends = |line: &str| match language {
        Language::Yaml => matches!(line, "---" | "..."),
        Language::Toml => line == "+++",
    };
    for (i, line) in text[start..].split_inclusive('\n').enumerate() {
        if ends(line.trim_end()) {
            let block = MatterBlock {
                source: &text[start..at],
                before,
                body: at + line.len(),
                body_line: i + before + 2,
            };
            return if is_hidden { shown(text, block) } else { Some(block) };
        }
        at += line.len();
    }
    None
}

/// The block including the end of the comment around it; `None` if the comment goes on.
fn shown<'a>(text: &str, mut block: MatterBlock<'a>) -> Option<MatterBlock<'a>> {
    for line in text.get(block.body..)?.split_inclusive('\n') {
        block.body += line.len();
        block.body_line += 1;
        match line.trim() {
            "" => {}
            "-->" => return Some(block),
            _ => return None,
        }
    }
    None
}

fn malformed(
    file: &str,
    text: &str,
    language: Language,
    message: &str,
    place: Option<(usize, usize)>,
    before: usize,
) -> Finding {
    let (line, column) = place.map_or((1, 1), |(line, column)| (line + before, column));
    Finding::new(
        Severity::Error,
        "malformed-front-matter",
        file,
        format!("the front matter is not valid {}: {message}", language.name()),
    )
    .at(line, column, line_of(text, line))
    .help(match language {
        Language::Yaml => {
            "close each bracket, or put the value in quotes if it contains a colon or a bracket; keys \
             that can be read are used"
        }
        Language::Toml => "put text in quotes; keys that can be read are used",
    })
}

/// Keeps the spelling of a number that would print differently: "1.10" is not 1.1.
fn as_written(entry: &mut Entry, line: &str) {
    if let Value::Number(number) = entry.value
        && let Some((_, written)) = line.split_once(':')
    {
        let written = written.split(" #").next().unwrap_or(written).trim();
        if written.parse::<f64>().is_ok() && written != number.to_string() {
            entry.value = Value::Text(clean::line(written).into_owned());
        }
    }
}

fn report_duplicates<'a>(
    file: &str,
    line_at: impl Fn(usize) -> &'a str,
    all: &FrontMatter,
    findings: &mut Vec<Finding>,
) {
    let mut firsts: HashMap<String, usize> = HashMap::new();
    for entry in &all.entries {
        let first = *firsts.entry(entry.key.to_ascii_lowercase()).or_insert(entry.line);
        if first != entry.line {
            findings.push(
                Finding::new(
                    Severity::Warning,
                    "duplicate-key",
                    file,
                    format!("`{}` is given twice; the first value counts", entry.key),
                )
                .at(entry.line, 1, line_at(entry.line))
                .help(format!("remove this one or the one in line {first}")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::parse::front_matter::keys::OrderKey;

    #[track_caller]
    fn check(text: &str, want: &[(&str, &str, usize)], codes: &[&str]) -> Matter {
        let mut findings = Vec::new();
        let matter = read("f.md", text, &mut findings);
        let got: Vec<(String, String, usize)> = matter
            .all
            .entries
            .iter()
            .map(|entry| (entry.key.clone(), entry.value.to_string(), entry.line))
            .collect();
        let got: Vec<(&str, &str, usize)> =
            got.iter().map(|(key, value, line)| (key.as_str(), value.as_str(), *line)).collect();
        assert_eq!(got, want);
        let got: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
        assert_eq!(got, codes, "{findings:?}");
        matter
    }

    #[test]
    fn keys_have_their_effect_and_unknown_ones_are_kept() {
        let text = "---\norder: 2002\nlabel: Lead\nowner: [a, b]\nexpanded: false\n---\n# T\n";
        let entries = [
            ("order", "2002", 2),
            ("label", "Lead", 3),
            ("owner", "a, b", 4),
            ("expanded", "false", 5),
        ];
        let matter = check(text, &entries, &[]);
        assert_eq!(matter.keys.order, Some(OrderKey::Order(2002.0)));
        assert_eq!(matter.keys.label.as_deref(), Some("Lead"));
        assert!(!matter.keys.expanded && matter.keys.breadcrumb);
        assert_eq!((&text[matter.body..], matter.body_line), ("# T\n", 7));
    }

    #[track_caller]
    fn check_names(text: &str, label: Option<&str>, sidebar: Option<&str>) {
        let keys = read("f.md", &format!("---\n{text}\n---\n"), &mut Vec::new()).keys;
        assert_eq!((keys.label.as_deref(), keys.sidebar.as_deref()), (label, sidebar));
    }

    #[test]
    fn second_names_stand_beside_the_label() {
        check_names("sidebar_label: A", Some("A"), None);
        check_names("label: A\nlinkTitle: B", Some("A"), Some("B"));
        check_names("sidebarTitle: \"*A* <b>b</b> c_d\"", None, Some("A b c_d"));
        check_names("nav_title: 1. A\nlabel: B", Some("B"), Some("1. A"));
    }

    #[test]
    fn toml_stands_between_pluses() {
        let text = "+++\ntitle = \"Lead\"\nweight = 20\ndraft = false\n[params]\nlevel = \"L4\"\n+++\n# T\n";
        let entries = [
            ("title", "Lead", 2),
            ("weight", "20", 3),
            ("draft", "false", 4),
            ("params", "level: L4", 5),
        ];
        let matter = check(text, &entries, &[]);
        assert_eq!(matter.keys.order, Some(OrderKey::Weight(20.0)));
        assert_eq!(matter.keys.title.as_deref(), Some("Lead"));
        assert_eq!((&text[matter.body..], matter.body_line), ("# T\n", 8));
        let tree = matter.tree.unwrap();
        assert_eq!(tree.get("params").and_then(|params| params.get("level")).unwrap().line, 6);
        check("+++\nJust a line.\n+++\n", &[], &[]);
        check("+++ Tab\na = 1\n+++\n", &[], &[]);
        check("+++\ntitle = \"a\"\n\n# T\n", &[], &["unclosed-front-matter"]);
        check(
            "+++\ntitle = Team Lead\nweight = 3\n+++\n",
            &[("title", "Team Lead", 2), ("weight", "3", 3)],
            &["malformed-front-matter"],
        );
    }

    #[test]
    fn a_comment_can_hide_it() {
        let matter = check("<!--\n---\nlabel: Lead\n---\n-->\n# T\n", &[("label", "Lead", 3)], &[]);
        assert_eq!(matter.body_line, 6);
        check("<!--\n---\nlabel: Lead\n---\nmore\n-->\n# T\n", &[], &[]);
    }

    #[test]
    fn a_rule_or_prose_is_no_front_matter() {
        check("---\nJust a line.\n\n# T\n", &[], &[]);
        check("---\nJust a line.\n---\n", &[], &[]);
        check("---\n- a\n- b\n---\n", &[], &[]);
        check("text\n---\na: b\n---\n", &[], &[]);
        check("---\ntitle: a\n\n# T\n", &[], &["unclosed-front-matter"]);
    }

    #[test]
    fn malformed_yaml_costs_only_what_is_malformed() {
        let text = "---\ntitle: A: B\norder: 3\nlist: [1\nlabel: L\n---\n";
        let entries =
            [("title", "A: B", 2), ("order", "3", 3), ("list", "[1", 4), ("label", "L", 5)];
        let matter = check(text, &entries, &["malformed-front-matter"]);
        assert_eq!(matter.keys.order, Some(OrderKey::Order(3.0)));
    }

    #[test]
    fn an_unexpected_type_costs_only_its_key() {
        let text = "---\norder: maybe\nexpanded: 3\nlabel: [x]\nicon: star\n---\n";
        let entries =
            [("order", "maybe", 2), ("expanded", "3", 3), ("label", "x", 4), ("icon", "star", 5)];
        let wrong = ["unexpected-value"; 3];
        let matter = check(text, &entries, &wrong);
        assert_eq!(matter.keys, Keys { icon: Some("star".into()), ..Keys::default() });
    }

    #[test]
    fn generators_spellings_are_accepted() {
        let text = "---\nweight: \"012\"\nlabel:\n~: x\nv: 1.10\nd: 2024-01-02\ntitle: y\n---\n";
        let entries = [
            ("weight", "012", 2),
            ("label", "", 3),
            ("~", "x", 4),
            ("v", "1.10", 5),
            ("d", "2024-01-02", 6),
            ("title", "y", 7),
        ];
        let matter = check(text, &entries, &[]);
        assert_eq!(matter.keys.order, Some(OrderKey::Weight(12.0)));
        assert_eq!(matter.keys.title.as_deref(), Some("y"));
    }

    #[test]
    fn the_first_of_two_equal_keys_counts() {
        let text = "---\norder: 1\norder: 2\n...\n";
        let matter = check(text, &[("order", "1", 2), ("order", "2", 3)], &["duplicate-key"]);
        assert_eq!(matter.keys.order, Some(OrderKey::Order(1.0)));
    }

    #[test]
    fn nesting_without_end_is_an_error_and_no_overflow() {
        let text = format!("---\na: {}\n---\n", "[".repeat(100_000));
        let mut findings = Vec::new();
        read("f.md", &text, &mut findings);
        assert_eq!(findings.len(), 1);
    }
}
