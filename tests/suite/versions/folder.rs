//! A ladder and an older version of it: from a folder, and from a git repository.

use insta::assert_snapshot;
use rungs::compare::{
    Comparer, Kind, LadderSubject, Level, NamedLadder, RowCells, Spot, Topic, match_levels,
};
use rungs::content;
use rungs::model::{DocumentId, Ladder, RoleId, Subject};
use serde_json::Value;

use crate::support::bakery::{ALL, bakeries, rungs};
use crate::support::beside::ladders;
use crate::support::ladders::parse;
use crate::support::program::write;

// ---- Two versions, level by level ----

/// Both versions of a ladder.
pub(super) fn versions<'a>(then: &'a Ladder, now: &'a Ladder) -> Comparer<'a> {
    let [then, now] =
        [(then, "then"), (now, "now")].map(|(ladder, name)| NamedLadder { ladder, name });
    Comparer::between(then, now, RowCells::All)
}

/// A role of the older version, 0, or of the newer one, 1.
pub(super) fn side(ladder: usize, role: usize) -> LadderSubject {
    LadderSubject { ladder, subject: Subject::Role(RoleId(role)) }
}

/// Asserts that every level of a ladder is the same as itself.
#[track_caller]
fn same_as_itself(ladder: &Ladder, name: &str) {
    let all = match_levels(ladder, ladder);
    let ids = (0..ladder.roles.len()).map(|at| Some(RoleId(at)));
    let want: Vec<Level> = ids.map(|id| Level { then: id, now: id }).collect();
    assert_eq!(all, want, "{name}");
    let comparer = versions(ladder, ladder);
    for at in 0..ladder.roles.len() {
        let comparison = comparer.compare(side(0, at), side(1, at));
        for topic in &comparison.topics {
            assert_eq!(topic.kind, Kind::Same, "{name}: {:?}", topic.title);
        }
        assert_eq!(comparison.counts().differences(), 0, "{name}");
    }
}

#[test]
fn a_ladder_has_not_changed_since_itself() {
    same_as_itself(&content::built_in().ladder, "built-in");
    for path in ladders("corpus") {
        same_as_itself(&content::load(&path).unwrap().ladder, &path.display().to_string());
    }
}

/// Every place that the left side of some topics refers to, 0, or the right side, 1.
fn spots(topics: &[Topic], side: usize) -> Vec<&Spot> {
    let mut found = Vec::new();
    for Topic { left, right, pairs, topics, .. } in topics {
        found.extend([left, right][side]);
        let parts = pairs.iter().filter_map(|pair| [&pair.left, &pair.right][side].as_ref());
        found.extend(parts.map(|part| &part.spot));
        found.extend(spots(topics, side));
    }
    found
}

#[test]
fn each_side_keeps_its_lines_and_files_and_the_names_of_its_version() {
    let then = parse(&[
        (
            "a.md",
            "# Engineer\n\n[next](b.md#scope)\n\n| | Engineer | CTO |\n|-|-|-|\n| a | b | c |\n",
        ),
        ("b.md", "# Senior Engineer\n\n## Scope\n\n- a team\n"),
        ("index.md", "# Ladder\n\nSee [it](a.md).\n"),
    ]);
    let now = content::built_in().ladder;
    let comparer = versions(&then, &now);
    for (left, right) in
        (0..then.roles.len()).flat_map(|i| (0..now.roles.len()).map(move |j| (i, j)))
    {
        let comparison = comparer.compare(side(0, left), side(1, right));
        let sides =
            [(&then, left, &comparison.left, "then"), (&now, right, &comparison.right, "now")];
        for (at, (ladder, role, side, version)) in sides.into_iter().enumerate() {
            let own = &ladder.roles[role];
            let (id, file) = (DocumentId::Role(RoleId(role)), own.document.file.as_str());
            assert_eq!((side.ladder, side.document()), (at, Some(id)));
            assert_eq!(side.place, Some((file.into(), own.document.line)));
            assert_eq!(side.names.id.as_ref(), Some(&own.id));
            assert_eq!(side.names.label(), format!("{} ({version})", own.document.label));
            let spots = spots(&comparison.topics, at);
            assert!(!spots.is_empty());
            for spot in spots {
                assert_eq!((spot.document, &*spot.file), (id, file));
                assert!(spot.line >= own.document.line);
            }
        }
    }
}

/// The levels of two ladders by their titles: "then > now", "-" where there is none.
fn titles(then: &[(&str, &str)], now: &[(&str, &str)]) -> Vec<String> {
    let (then, now) = (parse(then), parse(now));
    let title = |ladder: &Ladder, id: Option<RoleId>| {
        id.map_or("-".to_owned(), |id| ladder.role(id).document.title.clone())
    };
    let levels = match_levels(&then, &now);
    levels.iter().map(|l| format!("{} > {}", title(&then, l.then), title(&now, l.now))).collect()
}

#[test]
fn a_level_is_known_again_by_its_names_else_by_its_words() {
    let text = "\n\n## Scope\n\n- Leads two teams of engineers\n- Plans the work of a quarter\n";
    let engineer = ("1.md", "---\norder: 1\n---\n# Engineer\n\n## Scope\n\n- Own work\n");
    let lead = format!("---\norder: 2\n---\n# Team Lead{text}");
    let manager = format!("---\norder: 2\n---\n# Engineering Manager{text}- Hires\n");
    let vp = ("9.md", "---\norder: 9\n---\n# VP\n\n## Scope\n\n- All of it\n");
    // Another file, the same title.
    let moved = ("engineer.md", engineer.1);
    assert_eq!(titles(&[engineer, vp], &[moved, vp]), ["Engineer > Engineer", "VP > VP"]);
    // The same file, another title.
    assert_eq!(
        titles(&[engineer, ("2.md", &lead)], &[engineer, ("2.md", &manager)]),
        ["Engineer > Engineer", "Team Lead > Engineering Manager"]
    );
    // Another file and another title, nearly the same words.
    assert_eq!(
        titles(&[engineer, ("lead.md", &lead), vp], &[engineer, ("em.md", &manager), vp]),
        ["Engineer > Engineer", "Team Lead > Engineering Manager", "VP > VP"]
    );
    // Gone, and new: a level that is gone stands behind the one it followed.
    assert_eq!(
        titles(&[engineer, ("lead.md", &lead)], &[engineer, vp]),
        ["Engineer > Engineer", "Team Lead > -", "- > VP"]
    );
    assert_eq!(titles(&[engineer], &[]), ["Engineer > -"]);
    assert_eq!(titles(&[], &[engineer]), ["- > Engineer"]);
}

#[test]
fn between_versions_all_cells_of_a_row_count() {
    let page = |vp: &str| {
        format!("# Director\n\n| Dimension | Director | VP |\n|-|-|-|\n| Teams | 5 | {vp} |\n")
    };
    let (then, now) = (parse(&[("d.md", &page("20"))]), parse(&[("d.md", &page("30"))]));
    let comparison = versions(&then, &now).compare(side(0, 0), side(1, 0));
    assert_eq!(comparison.counts().changed, 1);
}

// ---- On the command line ----

#[test]
fn every_level_since_then() {
    let folder = bakeries();
    assert_snapshot!(rungs(folder.path(), ALL).fine(), @r"
    Bakery compared with then

    4 levels: 1 changed, 1 renamed, 1 new, 1 gone.

    Bakery
    ────────────────────────────────────────────────────────────────────────────────
      │ Level        │ What changed
    ──┼──────────────┼───────────────
    < │ Apprentice   │ gone
    ~ │ Baker        │ 2 rose
    ~ │ Master Baker │ was Head Baker
    > │ Owner        │ new

    Apprentice
    gone, with 1 item (then/apprentice.md:4)

    Baker
    • rose: Mixes eight doughs a day (now/baker.md:10)
      was: Mixes six doughs a day
    • rose: Watches two ovens (now/baker.md:15)
      was: Watches one oven

    Owner
    new, with 1 item (now/owner.md:4)


    < Apprentice (then)                      > Apprentice (gone)
    < 1 only Apprentice (then)
    < Dough ────────────────────────────────────────────────────────────────────────
    < Mixes two doughs a day                 │


    < Baker (then)                           > Baker (now)
    ~ 2 changed   = 2 unchanged
    ~ Dough ────────────────────────────────────────────────────────────────────────
    ~ Mixes six doughs a day                 │ Mixes eight doughs a day
    = 1 unchanged

    ~ Ovens ────────────────────────────────────────────────────────────────────────
    ~ Watches one oven                       │ Watches two ovens


    < Owner (not in then)                    > Owner (now)
    > 1 only Owner (now)
    > Money ────────────────────────────────────────────────────────────────────────
                                             > Pays the rent
    ");
    let markdown = [ALL, &["--format", "markdown"]].concat();
    assert_snapshot!(rungs(folder.path(), &markdown).fine(), @r"
    # Bakery compared with then

    4 levels: 1 changed, 1 renamed, 1 new, 1 gone.

    ## Bakery

    |  | Level | What changed |
    | :---: | --- | --- |
    | \< | Apprentice | gone |
    | \~ | Baker | 2 rose |
    | \~ | Master Baker | was Head Baker |
    | \> | Owner | new |

    ### Apprentice

    gone, with 1 item (then/apprentice.md:4)

    ### Baker

    - **rose**: Mixes **eight** doughs a day (`now/baker.md:10`)\
      was: Mixes **six** doughs a day
    - **rose**: Watches **two ovens** (`now/baker.md:15`)\
      was: Watches **one oven**

    ### Owner

    new, with 1 item (now/owner.md:4)

    ## Apprentice (then) | Apprentice (gone)

    1 only Apprentice (then).

    ### Dough (only Apprentice (then))

    | | | Apprentice (then) | Apprentice (gone) |
    | --- | --- | --- | --- |
    | < |  | Mixes two doughs a day |  |

    ## Baker (then) | Baker (now)

    2 changed, 2 unchanged.

    ### Dough

    | | | Baker (then) | Baker (now) |
    | --- | --- | --- | --- |
    | ~ |  | Mixes six doughs a day | Mixes eight doughs a day |

    = 1 unchanged

    ### Ovens

    | | | Baker (then) | Baker (now) |
    | --- | --- | --- | --- |
    | ~ |  | Watches one oven | Watches two ovens |

    ## Owner (not in then) | Owner (now)

    1 only Owner (now).

    ### Money (only Owner (now))

    | | | Owner (not in then) | Owner (now) |
    | --- | --- | --- | --- |
    | > |  |  | Pays the rent |
    ");
}

#[test]
fn one_level_since_then() {
    let folder = bakeries();
    let one = [ALL, &["baker", "--width", "60"]].concat();
    let text = rungs(folder.path(), &one).fine();
    assert_snapshot!(text, @r"
    < Baker (then)                 > Baker (now)
    ~ 2 changed   = 2 unchanged
    = Baker ────────────────────────────────────────────────────
    = Keeps the shop in bread.     │ Keeps the shop in bread.

    ~ Dough ────────────────────────────────────────────────────
    ~ Mixes six doughs a day       │ Mixes eight doughs a day
    = Weighs flour to the gram     │ Weighs flour to the gram

    ~ Ovens ────────────────────────────────────────────────────
    ~ Watches one oven             │ Watches two ovens
    ");
    let twice = [ALL, &["baker", "baker", "--width", "60"]].concat();
    assert_eq!(rungs(folder.path(), &twice).fine(), text);
    // One that was renamed is found by both names.
    let renamed = |name| rungs(folder.path(), &[ALL, &[name]].concat()).fine();
    assert_eq!(renamed("head baker"), renamed("master baker"));
    let why = rungs(folder.path(), &[ALL, &["baker", "--explain"]].concat()).fine();
    assert!(why.contains("why: "), "{why}");
    let all = rungs(folder.path(), &[ALL, &["--explain"]].concat()).fine();
    assert!(all.contains("why: "), "{all}");
    // Two roles: the left one then, the right one now.
    let two =
        [ALL, &["apprentice", "baker", "--format", "markdown", "--only-differences"]].concat();
    assert_snapshot!(rungs(folder.path(), &two).fine(), @r"
    # Apprentice (then) | Baker (now)

    1 changed, 3 only Baker (now).

    ## Apprentice \| Baker

    | | | Apprentice (then) | Baker (now) |
    | --- | --- | --- | --- |
    | > |  |  | Keeps the shop in bread. |

    ## Dough

    | | | Apprentice (then) | Baker (now) |
    | --- | --- | --- | --- |
    | ~ |  | Mixes two doughs a day | Mixes eight doughs a day |
    | > |  |  | Weighs flour to the gram |

    ## Ovens (only Baker (now))

    | | | Apprentice (then) | Baker (now) |
    | --- | --- | --- | --- |
    | > |  |  | Watches two ovens |
    ");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let folder = bakeries();
    let refused = |name| rungs(folder.path(), &[ALL, &[name]].concat()).refused();
    assert_snapshot!(refused("smith"), @r"
    rungs: there is no role `smith`; roles of the ladder are:
      baker  Baker         Bakery  baker.md
      head   Master Baker  Bakery  head.md
      owner  Owner         Bakery  owner.md
    ");
    let two = [ALL, &["owner", "baker"]].concat();
    assert_snapshot!(rungs(folder.path(), &two).refused(), @r"
    rungs: in then, there is no role `owner`; roles of the ladder are:
      apprentice  Apprentice  Bakery  apprentice.md
      baker       Baker       Bakery  baker.md
      head        Head Baker  Bakery  head.md
    ");
    assert_snapshot!(rungs(folder.path(), &["compare", "--against", "nowhere"]).refused(), @"rungs: there is no file or folder `nowhere`; name a Markdown file or a folder of them");
    let sheet = "# Director\n\n| | Director | VP |\n|-|-|-|\n| Teams | 5 | 20 |\n";
    write(folder.path(), &[("a/director.md", sheet), ("b/director.md", sheet)]);
    let vp = ["--ladder", "a", "compare", "vp", "--against", "b"];
    assert_snapshot!(rungs(folder.path(), &vp).refused(), @"rungs: VP has no document of its own: it is only in tables of the document director; compare the versions of that document");
    assert!(rungs(folder.path(), &["compare", "vp"]).refused().contains("(--since, --against)"));
}

#[test]
fn nothing_changed_is_said_too() {
    let folder = bakeries();
    let same = ["--ladder", "now", "compare", "--against", "now"];
    assert!(rungs(folder.path(), &same).fine().contains("\nNothing changed in 3 levels.\n"));
}

#[test]
fn the_json_says_which_side_is_of_which_version() {
    let folder = bakeries();
    let json = |arguments: &[&str]| -> Value {
        let arguments = [ALL, arguments, &["--format", "json"]].concat();
        serde_json::from_str(&rungs(folder.path(), &arguments).fine()).unwrap()
    };
    let one = json(&["baker"]);
    assert_eq!(
        (&one["left"]["version"], &one["right"]["version"]),
        (&"then".into(), &"now".into())
    );
    assert_eq!((&one["left"]["title"], &one["left"]["commit"]), (&"Baker".into(), &Value::Null));
    let all = json(&[]);
    let levels = all["levels"].as_array().unwrap();
    let told: Vec<String> = levels
        .iter()
        .map(|level| {
            let of = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            let ids = [&level["left"]["id"], &level["right"]["id"]].map(of);
            format!("{} {} {} {}", of(&level["kind"]), ids[0], ids[1], of(&level["was"]))
        })
        .collect();
    assert_eq!(
        told,
        [
            "left apprentice - -",
            "changed baker baker -",
            "changed head head Head Baker",
            "right - owner -"
        ]
    );
    assert_eq!(levels[1]["summary"]["changed"], 2);
}
