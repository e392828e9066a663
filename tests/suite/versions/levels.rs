//! Levels that one version has alone, levels that did not change, and what a name means in two versions.

use std::fmt::Write;

use insta::assert_snapshot;
use rungs::compare::{Level, match_levels};
use rungs::content::{self, Options, Source};
use rungs::model::RoleId;
use serde_json::Value;
use tempfile::TempDir;

use super::folder::{side, versions};
use crate::support::bakery::{ALL, bakeries, rungs};
use crate::support::program::{Output, write};

#[test]
fn what_is_new_or_gone_is_printed_whole() {
    let folder = bakeries();
    let run = |more: &[&str]| rungs(folder.path(), &[ALL, more].concat()).fine();
    assert_snapshot!(run(&["owner", "--width", "60"]), @r"
    < Owner (not in then)          > Owner (now)
    > 1 only Owner (now)
    > Money ────────────────────────────────────────────────────
                                   > Pays the rent
    ");
    assert_snapshot!(run(&["apprentice", "--format", "markdown"]), @r"
    # Apprentice (then) | Apprentice (gone)

    1 only Apprentice (then).

    ## Dough (only Apprentice (then))

    | | | Apprentice (then) | Apprentice (gone) |
    | --- | --- | --- | --- |
    | < |  | Mixes two doughs a day |  |
    ");
    for format in ["text", "markdown", "html", "json"] {
        let all = run(&["--format", format]);
        for text in ["Mixes two doughs a day", "Pays the rent"] {
            assert!(all.contains(text), "{format}: {text}");
        }
    }
    // What is not there comes from no file.
    let page = run(&["owner", "--format", "html"]);
    assert_eq!(page.matches("owner.md").count(), 1);
}

#[test]
fn the_json_of_what_is_new_or_gone_has_one_side() {
    let folder = bakeries();
    let json = |more: &[&str]| -> Value {
        let arguments = [ALL, more, &["--format", "json"]].concat();
        serde_json::from_str(&rungs(folder.path(), &arguments).fine()).unwrap()
    };
    let all = json(&[]);
    let gone = &all["levels"][0];
    assert_eq!((&gone["kind"], &gone["left"]["version"]), (&"left".into(), &"then".into()));
    let (new, lone) = (&all["levels"][3], json(&["owner"]));
    assert_eq!((&new["kind"], &new["right"]["version"]), (&"right".into(), &"now".into()));
    for (level, absent, other) in
        [(gone, "right", "left"), (new, "left", "right"), (&lone, "left", "right")]
    {
        assert_eq!(level[absent], Value::Null);
        assert_eq!((&level["summary"][other], &level["summary"][absent]), (&1.into(), &0.into()));
        let topic = &level["topics"][0];
        assert_eq!((&topic["kind"], &topic[absent]), (&other.into(), &Value::Null));
        assert_eq!(topic["pairs"][0]["kind"], other);
        assert_eq!(topic["pairs"][0][absent], Value::Null);
    }
    assert_eq!(new["topics"], lone["topics"]);
}

#[test]
fn a_role_that_is_called_just_so_is_meant_in_either_version() {
    let folder = TempDir::new().unwrap();
    let role = |order: usize, title: &str| {
        format!("---\norder: {order}\n---\n# {title}\n\n## Scope\n\n- The work of a {title}\n")
    };
    let [lead, senior, engineer] = [role(3, "Lead"), role(2, "Lead Engineer"), role(1, "Engineer")];
    let both = [("senior.md", senior.as_str()), ("engineer.md", &engineer)];
    write(&folder.path().join("more"), &[&both[..], &[("lead.md", lead.as_str())]].concat());
    write(&folder.path().join("less"), &both);
    let run = |now: &str, then: &str, names: &[&str]| {
        let arguments = ["--ladder", now, "compare", "--against", then, "--format", "markdown"];
        rungs(folder.path(), &[&arguments, names].concat())
    };
    let title = |ran: Output| ran.fine().lines().next().unwrap_or_default().to_owned();
    let one = |now, then| title(run(now, then, &["lead"]));
    assert_eq!(one("less", "more"), "# Lead (more) | Lead (gone)");
    assert_eq!(one("more", "less"), "# Lead (not in less) | Lead (now)");
    assert_eq!(one("less", "less"), "# Lead Engineer (less) | Lead Engineer (now)");
    // Of two, each is looked for in its own version first.
    let two = title(run("less", "more", &["lead", "engineer"]));
    assert_eq!(two, "# Lead (more) | Engineer (now)");
    let refused = run("less", "more", &["engineer", "lead"]).refused();
    assert_eq!(refused, "rungs: there is no role `lead` anymore: only more has it\n");
    let refused = run("more", "less", &["lead", "engineer"]).refused();
    assert_eq!(refused, "rungs: in less, there is no role `lead`: the role is new\n");
}

#[test]
fn two_ladders_that_have_nothing_in_common_are_doubted() {
    let folder = bakeries();
    write(&folder.path().join("other"), &[("cto.md", "# CTO\n\n## Scope\n\n- All of it\n")]);
    let ran = rungs(folder.path(), &["--ladder", "now", "compare", "--against", "other"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!(ran.stderr, @"rungs: no level here matches a level of other: are these two versions of one ladder? `rungs compare --with` compares two different ladders");
}

#[test]
fn what_a_message_repeats_cannot_reorder_it() {
    let folder = bakeries();
    let asked = ["--ladder", "now", "show", "a\u{202e}b\u{200b}"];
    let refused = rungs(folder.path(), &asked).refused();
    assert!(refused.starts_with("rungs: there is no role `ab`"), "{refused}");
}

#[test]
fn a_level_that_did_not_change_is_compared_as_any_other() {
    let ladder = content::built_in().ladder;
    let comparer = versions(&ladder, &ladder);
    for at in 0..ladder.roles.len() {
        let (then, now) = (side(0, at), side(1, at));
        let slow = comparer.compare(then, now);
        assert_eq!(comparer.unchanged(then, now), Some(slow));
    }
    assert_eq!(comparer.unchanged(side(0, 0), side(1, 1)), None);
}

#[test]
fn many_levels_that_were_renamed_are_found_by_their_words() {
    const LEVELS: usize = 60;
    let ladder = |name: &str| {
        let role = |at: usize| {
            let mut text = format!("---\norder: {at}\n---\n# {name} {at} Engineer\n\n## Scope\n\n");
            (0..40).for_each(|word| {
                let _ = writeln!(text, "- w{at}x{word} of all");
            });
            Source::new(format!("{name}{at}.md"), text)
        };
        let sources: Vec<Source> = (0..LEVELS).map(role).collect();
        content::parse("Test", &sources, Options::default()).0
    };
    let (then, now) = (ladder("Then"), ladder("Now"));
    assert_eq!(then.roles.len(), LEVELS);
    let levels = match_levels(&then, &now);
    let same: Vec<Level> =
        (0..LEVELS).map(|at| Level { then: Some(RoleId(at)), now: Some(RoleId(at)) }).collect();
    assert_eq!(levels, same);
}
