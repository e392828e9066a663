//! A ladder and an older version of it: from a folder, and from a git repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use rungs::compare::{Comparer, Kind, Level, compare, match_levels};
use rungs::content::{self, Options, Source, join, read_rows_whole};
use rungs::model::{Document, Ladder, RoleId, Subject};
use serde_json::Value;
use tempfile::TempDir;

// ---- Two versions as one ladder ----

fn parse(documents: &[(&str, &str)]) -> Ladder {
    let sources: Vec<Source> =
        documents.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    content::parse("Test", &sources, Options::default()).0
}

/// Asserts that every level of a ladder is the same as itself.
#[track_caller]
fn same_as_itself(ladder: &Ladder, name: &str) {
    let all = match_levels(ladder, ladder);
    let ids = (0..ladder.roles.len()).map(|at| Some(RoleId(at)));
    let want: Vec<Level> = ids.map(|id| Level { then: id, now: id }).collect();
    assert_eq!(all, want, "{name}");
    let mut joined = join(ladder, ladder);
    read_rows_whole(&mut joined);
    let comparer = Comparer::new(&joined);
    for at in 0..ladder.roles.len() {
        let sides = [at, at + ladder.roles.len()].map(|at| Subject::Role(RoleId(at)));
        let comparison = comparer.compare(sides[0], sides[1]);
        for topic in &comparison.topics {
            assert_eq!(topic.kind, Kind::Same, "{name}: {:?}", topic.title);
        }
        assert_eq!(comparison.counts().differences(), 0, "{name}");
    }
}

#[test]
fn a_ladder_has_not_changed_since_itself() {
    same_as_itself(&content::built_in().ladder, "built-in");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let Ok(entries) = fs::read_dir(&corpus) else {
        eprintln!("skipped: there is no corpus beside the repository");
        return;
    };
    for entry in entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        same_as_itself(&content::load(&entry).unwrap().ladder, &entry.display().to_string());
    }
}

/// Everything a document holds, without what refers to others by index.
fn texts(document: &Document) -> String {
    let debug = format!("{document:?}");
    let mut rest = debug.as_str();
    let mut kept = String::new();
    // Indexes are what a join may change: "RoleId(3)" and the like.
    while let Some(at) = ["RoleId(", "PageId(", "CounterpartId("]
        .iter()
        .filter_map(|mark| rest.find(mark).map(|at| at + mark.len()))
        .min()
    {
        kept.push_str(&rest[..at]);
        rest = rest[at..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    kept + rest
}

#[test]
fn joining_keeps_every_word_line_and_file_and_every_reference_in_its_version() {
    let then = parse(&[
        (
            "a.md",
            "# Engineer\n\n[next](b.md#scope)\n\n| | Engineer | CTO |\n|-|-|-|\n| a | b | c |\n",
        ),
        ("b.md", "# Senior Engineer\n\n## Scope\n\n- a team\n"),
        ("index.md", "# Ladder\n\nSee [it](a.md).\n"),
    ]);
    let now = content::built_in().ladder;
    let joined = join(&then, &now);
    for (ladder, roles, pages) in [(&then, 0, 0), (&now, then.roles.len(), then.pages.len())] {
        for (at, role) in ladder.roles.iter().enumerate() {
            assert_eq!(texts(&role.document), texts(&joined.roles[at + roles].document));
            let track = joined.track(joined.roles[at + roles].track);
            assert_eq!(track.title, ladder.track(role.track).title);
            assert!(track.roles.contains(&RoleId(at + roles)));
        }
        for (at, page) in ladder.pages.iter().enumerate() {
            assert_eq!(texts(page), texts(&joined.pages[at + pages]));
        }
    }
    // Links and columns of the newer version lead to the newer version.
    let mut places = 0;
    for (at, (_, document)) in joined.documents().enumerate() {
        let newer = |document| match document {
            rungs::model::DocumentId::Role(id) => id.0 >= then.roles.len(),
            rungs::model::DocumentId::Page(id) => id.0 >= then.pages.len(),
        };
        let own = match at.checked_sub(joined.roles.len()) {
            Some(page) => page >= then.pages.len(),
            None => at >= then.roles.len(),
        };
        for item in document.items() {
            let links = item.text.spans.iter().filter_map(|span| span.link.as_ref());
            for place in links.filter_map(|link| link.place) {
                assert_eq!(newer(place.document), own);
                assert!(
                    place
                        .section
                        .is_none_or(|s| s.0 < joined.document(place.document).sections.len())
                );
                places += 1;
            }
        }
        for column in document.tables().iter().flat_map(|table| &table.columns) {
            match column.subject {
                Some(Subject::Role(id)) => assert_eq!(id.0 >= then.roles.len(), own),
                Some(Subject::Counterpart(id)) => {
                    assert_eq!(id.0 >= then.counterparts.len(), own);
                }
                None => {}
            }
        }
    }
    assert!(places > 0);
    for (at, counterpart) in joined.counterparts.iter().enumerate() {
        for known in &counterpart.known_from {
            assert_eq!(known.role.0 >= then.roles.len(), at >= then.counterparts.len());
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
    let mut joined = join(&then, &now);
    read_rows_whole(&mut joined);
    let comparison = compare(&joined, Subject::Role(RoleId(0)), Subject::Role(RoleId(1)));
    assert_eq!(comparison.counts().changed, 1);
}

// ---- On the command line ----

struct Ran {
    stdout: String,
    stderr: String,
    status: i32,
}

fn rungs(folder: &Path, arguments: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rungs"));
    command.args(arguments).current_dir(folder).env_remove("RUNGS_LADDER").env("LC_ALL", "C.UTF-8");
    ran(command)
}

fn ran(mut command: Command) -> Ran {
    let output = command.output().unwrap();
    Ran {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

impl Ran {
    #[track_caller]
    fn fine(self) -> String {
        assert_eq!((self.status, self.stderr.as_str()), (0, ""));
        self.stdout
    }

    /// What it complained about; it must have failed and printed nothing.
    #[track_caller]
    fn refused(self) -> String {
        assert_eq!((self.status, self.stdout.as_str()), (2, ""), "{}", self.stderr);
        self.stderr
    }
}

fn write(folder: &Path, documents: &[(&str, &str)]) {
    for (path, text) in documents {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

const APPRENTICE: &str =
    "---\norder: 1\n---\n# Apprentice\n\n## Dough\n\n- Mixes two doughs a day\n";

const BAKER: &str = "---\norder: 2\n---\n# Baker\n\nKeeps the shop in bread.\n\n## Dough\n\n- Mixes six doughs a day\n- Weighs flour to the gram\n\n## Ovens\n\n- Watches one oven\n";

const HEAD: &str =
    "---\norder: 3\n---\n# Head Baker\n\n## Team\n\n- Leads three bakers\n- Plans the week\n";

/// The bakery as it was.
const THEN: &[(&str, &str)] = &[
    ("index.md", "# Bakery\n"),
    ("apprentice.md", APPRENTICE),
    ("baker.md", BAKER),
    ("head.md", HEAD),
];

/// Puts the bakery of today where the old one was.
fn today(folder: &Path) {
    write(
        folder,
        &[
            (
                "baker.md",
                &BAKER.replace("six doughs", "eight doughs").replace("one oven", "two ovens"),
            ),
            ("owner.md", "---\norder: 4\n---\n# Owner\n\n## Money\n\n- Pays the rent\n"),
            ("head.md", &HEAD.replace("# Head Baker", "# Master Baker")),
        ],
    );
    fs::remove_file(folder.join("apprentice.md")).unwrap();
}

/// The bakery as it was in `then`, and as it is in `now`.
fn bakeries() -> TempDir {
    let folder = TempDir::new().unwrap();
    for version in ["then", "now"] {
        write(&folder.path().join(version), THEN);
    }
    today(&folder.path().join("now"));
    folder
}

const ALL: &[&str] = &["--ladder", "now", "compare", "--against", "then"];

#[test]
fn every_level_since_then() {
    let folder = bakeries();
    assert_snapshot!(rungs(folder.path(), ALL).fine(), @r"
    Bakery since then

    4 levels: 1 changed, 1 renamed, 1 new, 1 gone.

    Bakery
    ────────────────────────────────────────────────────────────────────────────────
      │ Level        │ What changed
    ──┼──────────────┼───────────────
    < │ Apprentice   │ gone
    ~ │ Baker        │ 2 changed
    ~ │ Master Baker │ was Head Baker
    > │ Owner        │ new


    < Baker (then)                           > Baker (now)
    ~ 2 changed   < 0 only Baker (then)   > 0 only Baker (now)   = 2 the same

    ~ Dough
    ────────────────────────────────────────────────────────────────────────────────
    ~ Mixes six doughs a day                 │ Mixes eight doughs a day
    = 1 the same

    ~ Ovens
    ────────────────────────────────────────────────────────────────────────────────
    ~ Watches one oven                       │ Watches two ovens
    ");
    let markdown = [ALL, &["--format", "markdown"]].concat();
    assert_snapshot!(rungs(folder.path(), &markdown).fine(), @r"
    # Bakery since then

    4 levels: 1 changed, 1 renamed, 1 new, 1 gone.

    ## Bakery

    |  | Level | What changed |
    | :---: | --- | --- |
    | \< | Apprentice | gone |
    | \~ | Baker | 2 changed |
    | \~ | Master Baker | was Head Baker |
    | \> | Owner | new |

    ## Baker (then) | Baker (now)

    2 changed, 0 only Baker (then), 0 only Baker (now), 2 the same.

    ### Dough

    | | | Baker (then) | Baker (now) |
    | --- | --- | --- | --- |
    | ~ |  | Mixes six doughs a day | Mixes eight doughs a day |

    ### Ovens

    | | | Baker (then) | Baker (now) |
    | --- | --- | --- | --- |
    | ~ |  | Watches one oven | Watches two ovens |
    ");
}

#[test]
fn one_level_since_then() {
    let folder = bakeries();
    let one = [ALL, &["baker", "--width", "60"]].concat();
    let text = rungs(folder.path(), &one).fine();
    assert_snapshot!(text, @r"
    < Baker (then)                 > Baker (now)
    ~ 2 changed   < 0 only Baker (then)   > 0 only Baker (now)
    = 2 the same

    = Baker
    ────────────────────────────────────────────────────────────
    = Keeps the shop in bread.     │ Keeps the shop in bread.

    ~ Dough
    ────────────────────────────────────────────────────────────
    ~ Mixes six doughs a day       │ Mixes eight doughs a day
    = Weighs flour to the gram     │ Weighs flour to the gram

    ~ Ovens
    ────────────────────────────────────────────────────────────
    ~ Watches one oven             │ Watches two ovens
    ");
    let twice = [ALL, &["baker", "baker", "--width", "60"]].concat();
    assert_eq!(rungs(folder.path(), &twice).fine(), text);
    // One that was renamed is found by both names.
    let renamed = |name| rungs(folder.path(), &[ALL, &[name]].concat()).fine();
    assert_eq!(renamed("head baker"), renamed("master baker"));
    let why = rungs(folder.path(), &[ALL, &["baker", "--explain"]].concat()).fine();
    assert!(why.contains("why: "), "{why}");
    assert!(rungs(folder.path(), &[ALL, &["--explain"]].concat()).refused().contains("name one"));
    // Two roles: the left one then, the right one now.
    let two =
        [ALL, &["apprentice", "baker", "--format", "markdown", "--only-differences"]].concat();
    assert_snapshot!(rungs(folder.path(), &two).fine(), @r"
    # Apprentice (then) | Baker (now)

    1 changed, 0 only Apprentice (then), 3 only Baker (now), 0 the same.

    ## Baker

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
fn what_has_nothing_to_be_compared_with_is_said() {
    let folder = bakeries();
    let refused = |name| rungs(folder.path(), &[ALL, &[name]].concat()).refused();
    assert_snapshot!(refused("owner"), @"rungs: `owner` is new since then: there is nothing to compare it with");
    assert_snapshot!(refused("apprentice"), @"rungs: `apprentice` is gone since then: there is nothing to compare it with");
    assert_snapshot!(refused("smith"), @"rungs: there is no role `smith`; did you mean baker, head (Master Baker), owner");
    let two = [ALL, &["owner", "baker"]].concat();
    assert_snapshot!(rungs(folder.path(), &two).refused(), @"rungs: in then, there is no role `owner`; did you mean apprentice, baker, head (Head Baker)");
    assert_snapshot!(rungs(folder.path(), &["compare", "--against", "nowhere"]).refused(), @"rungs: there is no file or folder `nowhere`; name a Markdown file or a folder of them");
    let sheet = "# Director\n\n| | Director | VP |\n|-|-|-|\n| Teams | 5 | 20 |\n";
    write(folder.path(), &[("a/director.md", sheet), ("b/director.md", sheet)]);
    let vp = ["--ladder", "a", "compare", "vp", "--against", "b"];
    assert_snapshot!(rungs(folder.path(), &vp).refused(), @"rungs: VP has no page of its own, only tables that speak of it; compare the versions of the page that they stand in: director");
    assert!(rungs(folder.path(), &["compare", "vp"]).refused().contains("by --since or --against"));
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

// ---- In git ----

/// A repository, or `None` with a message where there is no git.
fn repository() -> Option<TempDir> {
    let folder = TempDir::new().unwrap();
    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: there is no git");
        return None;
    }
    git(folder.path(), &["init", "-q"]);
    Some(folder)
}

#[track_caller]
fn git(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-C"]).arg(folder);
    command.args(arguments).env("GIT_CONFIG_NOSYSTEM", "1").env("HOME", folder);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        command.env_remove(name);
    }
    let ran = ran(command);
    assert_eq!(ran.status, 0, "{arguments:?}: {}", ran.stderr);
    ran.stdout.trim().to_owned()
}

fn commit(folder: &Path, tag: &str) {
    git(folder, &["add", "-A", "-f"]);
    git(folder, &["commit", "-q", "-m", tag]);
    git(folder, &["tag", tag]);
}

#[test]
fn since_a_revision_is_against_its_files() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("docs/our ladder");
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    today(&ladder);
    commit(folder.path(), "v2");
    let versions = bakeries();
    let wanted = rungs(versions.path(), ALL).fine().replace("(then)", "(v1)");
    let wanted = wanted.replace("since then", "since v1");
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, path) in
        [(folder.path(), "docs/our ladder"), (&ladder, "."), (&*ladder.join(".."), "our ladder")]
    {
        let got = rungs(place, &["--ladder", path, "compare", "--since", "v1"]).fine();
        assert_eq!(squeezed(&got), squeezed(&wanted));
    }
    let commit = git(folder.path(), &["rev-parse", "v1^{commit}"]);
    let since = |revision: &str| {
        let arguments =
            ["compare", "baker", "--since", revision, "--format", "json", "--ladder", "."];
        serde_json::from_str::<Value>(&rungs(&ladder, &arguments).fine()).unwrap()
    };
    for revision in ["v1", "HEAD~1", &commit, &commit[..10]] {
        assert_eq!(since(revision)["left"]["commit"], commit.as_str());
        assert_eq!(since(revision)["left"]["version"], revision);
        assert_eq!(since(revision)["summary"]["changed"], 2);
    }
    // What is not committed counts as now.
    assert_eq!(since("HEAD")["summary"]["changed"], 0);
    write(&ladder, &[("baker.md", BAKER)]);
    assert_eq!(since("HEAD")["summary"]["changed"], 2);
    assert_eq!(since("v1")["summary"]["changed"], 0);
    // One file.
    let lone = rungs(
        &ladder,
        &["--ladder", "baker.md", "compare", "baker", "--since", "v2", "--only-differences"],
    );
    assert!(lone.fine().contains("Mixes eight doughs a day"));
}

#[test]
fn what_git_cannot_give_is_said() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(folder.path(), &[("README.txt", "Bakery")]);
    commit(folder.path(), "v0");
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    let refused = |revision: &str| {
        rungs(folder.path(), &["--ladder", "ladder", "compare", "--since", revision]).refused()
    };
    assert_snapshot!(refused("v9"), @"rungs: there is no revision `v9`; name a tag, a branch or a commit of the repository");
    assert_snapshot!(refused("v0"), @"rungs: there is no document at `ladder` in the revision `v0`");
    assert_snapshot!(refused("v0:README.txt"), @"rungs: there is no revision `v0:README.txt`; name a tag, a branch or a commit of the repository");
    // What looks like an option is a revision that is not there.
    for revision in [
        "",
        "--help",
        "-n1",
        "--output=x",
        "--all",
        "--end-of-options",
        "a\nb",
        "..",
        "^v1",
        "v0 v1",
    ] {
        let refused = refused(revision);
        assert!(refused.contains("there is no revision"), "{revision}: {refused}");
    }
    assert!(!folder.path().join("x").exists());
    let lone = ["--ladder", "ladder/head.md", "compare", "--since", "v0"];
    assert_snapshot!(rungs(folder.path(), &lone).refused(), @"rungs: there is no document at `ladder/head.md` in the revision `v0`");
    let built_in = ["compare", "--since", "v1"];
    assert_snapshot!(rungs(folder.path(), &built_in).refused(), @"rungs: the built-in ladder is in no repository; name yours by --ladder");
    let elsewhere = bakeries();
    let outside = ["--ladder", "now", "compare", "--since", "v1"];
    assert_snapshot!(rungs(elsewhere.path(), &outside).refused(), @"rungs: `now` is not in a git repository; name a folder with the older version by `--against DIR`");
    let mut without = Command::new(env!("CARGO_BIN_EXE_rungs"));
    without.args(["--ladder", "ladder", "compare", "--since", "v1"]).current_dir(folder.path());
    without.env("PATH", elsewhere.path());
    assert!(ran(without).refused().contains("cannot run git"));
}

#[test]
fn the_rules_of_the_disk_hold_in_a_revision() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, THEN);
    write(
        &ladder,
        &[
            ("ladder.yml", "ignore: [notes.md]\n"),
            ("notes.md", "# Senior Baker\n\n## Scope\n\n- A note\n"),
            (".hidden/spy.md", "# Spy\n\n## Scope\n\n- Watches\n"),
            (".gitignore", "drafts/\n"),
            ("drafts/chef.md", "# Chef\n\n## Scope\n\n- A draft\n"),
            ("guide.txt", "no document"),
            ("levels.csv", "Level,Skill,Expectation\nL1,Dough,Mixes\nL2,Dough,Plans\n"),
        ],
    );
    write(
        folder.path(),
        &[("outside.md", "# Outsider\n\n## Scope\n\n- Outside\n"), ("retype.yml", "")],
    );
    #[cfg(unix)]
    for (lead, path) in [
        ("../outside.md", "out.md"),
        ("/etc/hostname", "host.md"),
        ("notes.md", "known.md"),
        (".hidden/spy.md", "agent.md"),
        ("nowhere.md", "lost.md"),
        ("loop.md", "loop.md"),
    ] {
        std::os::unix::fs::symlink(lead, ladder.join(path)).unwrap();
    }
    commit(folder.path(), "v1");
    let then = content::load_revision(&ladder, "v1").unwrap().0;
    let now = content::load(&ladder).unwrap();
    assert_eq!(then.sources, now.sources);
    assert_eq!(then.ladder, now.ladder);
    let files: Vec<&str> = then.sources.iter().map(|source| source.path.as_str()).collect();
    let mut wanted = vec!["apprentice.md", "baker.md", "head.md", "index.md", "ladder.yml"];
    wanted.extend(["levels.csv", "notes.md"]);
    if cfg!(unix) {
        wanted.insert(0, "agent.md");
    }
    assert_eq!(files, wanted);
    // Where everything is ignored, nothing is.
    write(&ladder, &[(".gitignore", "*\n")]);
    commit(folder.path(), "v2");
    let then = content::load_revision(&ladder, "v2").unwrap().0;
    assert_eq!(then.sources, content::load(&ladder).unwrap().sources);
}

#[test]
fn a_repository_runs_nothing_of_its_own() {
    let Some(folder) = repository() else { return };
    let (ladder, trap) = (folder.path().join("ladder"), folder.path().join("trap"));
    write(&ladder, THEN);
    commit(folder.path(), "v1");
    write(folder.path(), &[("evil", &format!("#!/bin/sh\ntouch '{}'\ncat\n", trap.display()))]);
    let evil = folder.path().join("evil");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&evil, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let evil = evil.display().to_string();
    write(&ladder, &[(".gitattributes", "*.md filter=evil diff=evil\n")]);
    commit(folder.path(), "v2");
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.editor",
        "core.sshCommand",
        "core.askPass",
        "filter.evil.smudge",
        "filter.evil.clean",
        "filter.evil.process",
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "alias.ls-tree",
        "pager.cat-file",
        "uploadpack.packObjectsHook",
        "credential.helper",
    ] {
        git(folder.path(), &["config", name, &evil]);
    }
    let hooks = folder.path().join("hooks");
    for hook in
        ["post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"]
    {
        write(&hooks, &[(hook, "")]);
        fs::copy(folder.path().join("evil"), hooks.join(hook)).unwrap();
    }
    git(folder.path(), &["config", "core.hooksPath", &hooks.display().to_string()]);
    let arguments = ["--ladder", "ladder", "compare", "--since", "v1"];
    assert!(rungs(folder.path(), &arguments).fine().contains("Nothing changed"));
    assert!(!trap.exists());
}

#[test]
fn a_blob_that_steers_the_terminal_does_not() {
    let Some(folder) = repository() else { return };
    let ladder = folder.path().join("ladder");
    write(&ladder, THEN);
    write(&ladder, &[("head.md", &HEAD.replace("Plans", "\u{1b}[31mPlans &#27;[0m"))]);
    commit(folder.path(), "v1");
    write(&ladder, &[("head.md", HEAD)]);
    for format in ["text", "markdown", "json"] {
        let arguments = ["--ladder", "ladder", "compare", "--since", "v1", "--format", format];
        let printed = rungs(folder.path(), &arguments).fine();
        assert!(printed.contains("Plans"));
        assert!(!printed.contains(|c: char| c.is_control() && c != '\n'));
    }
}
