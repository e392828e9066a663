//! `check`: what every rule finds and what it leaves alone. The examples are those of docs/check.md.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rungs::check::{self, RuleKind, Switches};
use rungs::content;

use crate::support::checked::{check, found};

/// The rules of docs/check.md: name, the kind it stands under, and its examples.
fn documented() -> Vec<(String, String, Vec<String>)> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/check.md");
    let page = fs::read_to_string(page).unwrap();
    let mut rules: Vec<(String, String, Vec<String>)> = Vec::new();
    let (mut kind, mut example) = (String::new(), None::<String>);
    for line in page.lines() {
        match (&mut example, line) {
            (Some(_), "```") => rules.last_mut().unwrap().2.extend(example.take()),
            (Some(text), line) => text.push_str(&format!("{line}\n")),
            (None, "```markdown") => example = Some(String::new()),
            (None, line) => {
                if let Some(name) = line.strip_prefix("### `").and_then(|s| s.strip_suffix('`')) {
                    rules.push((name.to_owned(), kind.clone(), Vec::new()));
                } else if let Some(title) = line.strip_prefix("## ") {
                    kind = title.to_owned();
                }
            }
        }
    }
    rules
}

#[test]
fn the_page_describes_every_rule_and_no_other() {
    let described: Vec<(String, String)> =
        documented().into_iter().map(|(name, kind, _)| (name, kind)).collect();
    let mut rules = check::rules();
    rules.sort_by_key(|rule| (RuleKind::ALL.iter().position(|kind| *kind == rule.kind), rule.name));
    let names = rules.iter().map(|rule| (rule.name.to_owned(), rule.kind.title().to_owned()));
    assert_eq!(described, names.collect::<Vec<_>>());
}

#[test]
fn whatever_the_loader_reports_is_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content");
    let mut reported = Vec::new();
    for entry in ignore::Walk::new(folder) {
        let Ok(code) = fs::read_to_string(entry.unwrap().path()) else { continue };
        for severity in ["Severity::Error,", "Severity::Warning,", "Severity::Note,"] {
            let named =
                code.split(severity).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
            reported.extend(named.filter_map(|rest| rest.split('"').next()).map(str::to_owned));
        }
    }
    reported.retain(|name| !name.contains(' '));
    assert!(reported.len() >= 10, "the sources were not read: {reported:?}");
    for name in reported {
        let known = check::rule(&name);
        assert!(
            known.is_ok(),
            "`{name}` wants a line in src/check/loader.rs and a paragraph in docs/check.md"
        );
    }
}

#[test]
fn every_rule_finds_its_bad_example_and_leaves_the_good_one_alone() {
    for (name, kind, examples) in documented() {
        // What depends on the disk has no example; tests of the loader are elsewhere.
        let [bad, good] = examples.as_slice() else {
            assert!(examples.is_empty() && kind == "Files", "{name} wants two examples");
            continue;
        };
        let here = |line: &String| line.contains(&format!(" {name}: "));
        let (bad, good) = (found(bad, &Switches::default()), found(good, &Switches::default()));
        assert!(bad.iter().any(here), "{name} does not find its example, but {bad:#?}");
        assert!(good.is_empty(), "the good example of {name} is not: {good:#?}");
        let others: Vec<&String> = bad.iter().filter(|line| !here(line)).collect();
        assert!(others.is_empty(), "the bad example of {name} shows more: {others:#?}");
    }
}

#[test]
fn every_rule_can_be_switched_off() {
    for rule in check::rules().iter().filter(|rule| rule.kind != RuleKind::Files) {
        let all = documented();
        let (_, _, examples) = all.iter().find(|(name, ..)| name == rule.name).unwrap();
        let switches = Switches::default().without(rule.name);
        assert_eq!(found(&examples[0], &switches), [""; 0], "{} is still on", rule.name);
    }
}

#[test]
fn nothing_is_wrong_with_the_built_in_ladder() {
    let loaded = content::built_in();
    let found = check::check(&loaded.ladder, &Switches::default());
    assert_eq!(found, [], "{found:#?}");
    assert_eq!(loaded.findings, []);
}

#[test]
fn numbers_are_compared_by_what_they_mean() {
    check(
        "<!-- senior.md -->
# Senior Engineer

## Scope
- **Experience**: 5+ years
- Notice: one month

## Summary
| What | How much |
| --- | --- |
| Experience | 48 months |
| Notice | 1 month |
",
        "senior.md:10 contradicting-numbers: `Experience` is 48 months here but 5+ years elsewhere",
    );
}

#[test]
fn what_levels_share_is_said_once_where_it_is_much() {
    let shared = "- Writes tests for each new service
- Reviews code of others within one day
- Explains each design before building it
- Watches the load of every own service
";
    check(
        &format!(
            "<!-- engineer.md -->\n# Engineer\n\n{shared}<!-- senior.md -->\n# Senior Engineer\n\n{shared}"
        ),
        "senior.md:3 repeated-expectation: 4 expectations are also at lower levels, word for word",
    );
}

#[test]
fn a_section_whose_roles_were_taken_out_is_not_empty() {
    check(
        "<!-- ladder.md -->
# Makers

## Individual contributors

### Junior Engineer

Learns how we work.

### Senior Engineer

Teaches how we work.

## Salaries

## Managers

### Engineering Manager

Leads one team.

### Engineering Director

Leads some teams.
",
        "ladder.md:13 empty-section: section `Salaries` is empty",
    );
}

#[test]
fn levels_share_the_steps_of_a_scale_by_design() {
    let steps = ["Joins", "Owns", "Shapes", "Spreads", "Extends"];
    let step = |step: &&str| format!("- **{step}**: {step} the work of a whole group of people\n");
    let role = |steps: &[&str]| steps.iter().map(step).collect::<String>();
    let (low, high) = (role(&steps), role(&steps));
    check(
        &format!(
            "<!-- engineer.md -->\n# Engineer\n\n{low}<!-- senior.md -->\n# Senior Engineer\n\n{high}"
        ),
        "",
    );
}

#[test]
fn a_name_that_is_a_slip_of_the_pen_away_is_found_at_the_ends_too() {
    check(
        "<!-- engineer.md -->
# Engineer
<!-- senior.md -->
# Senior Engineer

| What | Engineer | Senoir Engineer |
| --- | --- | --- |
| Reach | a task | a team |
",
        "senior.md:3 unknown-role: `Senoir Engineer` has a column here but is not a role of this ladder",
    );
}

/// A ladder of random sections, lists and tables, with words that rules look for.
fn documents() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# Senior Engineer".to_owned()),
        Just("## Scope".to_owned()),
        Just("#### Scope".to_owned()),
        Just("- **Team size**: 5-8 engineers".to_owned()),
        Just("- Writes tests for each change and mentors people of the team as needed".to_owned()),
        Just("| What | Engineer | VP |\n| --- | --- | --- |\n| Team size | 3+ | 9 % |".to_owned()),
        Just("[Staff](senior.md#nowhere)".to_owned()),
        Just("<!-- senior.md -->".to_owned()),
        Just("<!-- staff.md -->".to_owned()),
        Just("---\norder: 1\nlabel: X\n---".to_owned()),
        "\\PC{0,40}",
        "[0-9$%+. hrs/week-]{0,20}".prop_map(|words| format!("- Size: {words}")),
    ];
    proptest::collection::vec(line, 0..30).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_ladder_is_checked_and_always_alike(text in documents()) {
        let once = found(&text, &Switches::default());
        prop_assert_eq!(once, found(&text, &Switches::default()));
    }
}
