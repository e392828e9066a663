//! Which ladder is meant.

use std::fs;
use std::path::Path;

use super::bakery::bakery;
use crate::support::program::{folder, output, program, run, run_in, run_on};

#[test]
fn the_argument_beats_the_flag_and_the_flag_beats_the_variable() {
    let bakery = bakery();
    let alone = |title: &str| folder(&[("a.md", &format!("# {title} Engineer\n\nWords.\n"))]);
    let (by_flag, by_argument) = (alone("Junior"), alone("Senior"));
    let [flag, argument] = [&by_flag, &by_argument].map(|folder| folder.path().to_str().unwrap());
    let lists = |arguments: &[&str], words: &str| {
        let mut command = program(Path::new("data"), arguments);
        command.env("RUNGS_LADDER", bakery.path());
        let stdout = output(command).fine();
        assert!(stdout.contains(words), "{arguments:?}: {stdout}");
    };
    lists(&[], "Apprentice Baker");
    lists(&["list"], "Apprentice Baker");
    lists(&["--ladder", flag], "Junior Engineer");
    lists(&["list", "--ladder", flag], "Junior Engineer");
    lists(&["--ladder", flag, "list"], "Junior Engineer");
    lists(&[argument], "Senior Engineer");
    lists(&[argument, "--ladder", flag], "Senior Engineer");
    // Without any, the built-in one.
    assert!(run([]).fine().contains("Director of Software Engineering"));
    let file = by_flag.path().join("a.md");
    lists(&[file.to_str().unwrap()], "Junior Engineer");
}

#[test]
fn without_a_terminal_it_prints_the_list_in_any_format() {
    let bakery = bakery();
    for format in ["text", "markdown", "json"] {
        let [bare, list] = [
            run_in(&bakery, [".", "--format", format]),
            run_on(&bakery, ["list", "--format", format]),
        ];
        assert_eq!(bare.fine(), list.fine());
    }
}

#[test]
fn a_path_before_a_command_is_refused() {
    let message = run(["data", "list"]).refused();
    assert!(message.contains("--ladder") && message.contains("data"), "{message}");
}

#[test]
fn what_is_no_ladder_says_what_to_try() {
    let folder =
        folder(&[("empty/.keep", ""), ("other/notes.csv", "a,b\n"), ("blank/a.md", " \n")]);
    for (path, message) in [
        (
            "nowhere",
            "there is no file or folder `nowhere`; name a Markdown file or a folder of them",
        ),
        (
            "empty",
            "`empty` has no document: there is no Markdown file (*.md, *.markdown, *.mdx) in it; name another folder, or make a ladder with `rungs init DIR`",
        ),
        (
            "other",
            "`other` has no document: there is no Markdown file in it, and none of its data files (1) has levels in a known form; docs/ladder.md lists the forms",
        ),
        (
            "other/notes.csv",
            "`other/notes.csv` has no document: its data has no levels in a known form; docs/ladder.md lists the forms",
        ),
        ("blank/a.md", "`blank/a.md` has no document: the file is empty"),
        ("blank", "`blank` has no document: its Markdown files (1) are all empty"),
    ] {
        let message = format!("rungs: {message}\n");
        for arguments in [[path, "--width=80"], ["list", &format!("--ladder={path}")]] {
            assert_eq!(run_in(&folder, arguments).refused(), message);
        }
    }
}

/// What `list` says in a folder: the name of the ladder, and the first line on stderr.
fn listed(folder: &Path) -> (String, String) {
    let output = run_in(folder, ["list"]);
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    assert_eq!(output.status, 0, "{}", output.stderr);
    (first(&output.stdout), first(&output.stderr))
}

const BUILT_IN: &str = "rungs: built-in ladder: no ladder found here; name yours with --ladder, \
                        or create one with `rungs init DIR`";

#[test]
fn the_nearest_ladder_yml_goes_before_the_folder_one_stands_in() {
    let cook = "# Junior Cook\n\nWords.\n";
    let folder = folder(&[
        ("repo/ladder.yml", "name: Whole\n"),
        ("repo/a.md", "# Junior Engineer\n\nWords.\n"),
        ("repo/kitchen/deep/b.md", "# Senior Engineer\n\nWords.\n"),
        ("repo/other/ladder.yml", "name: Other\n"),
        ("repo/other/c.md", cook),
        ("loose/d.md", "# Staff Engineer\n\nWords.\n"),
        ("loose/notes/README.md", "# Notes\n\nWhat to buy.\n"),
        ("ladder.yml", "name: Outside\n"),
    ]);
    let at = |path: &str| listed(&folder.path().join(path));
    let whole = || ("Whole".to_owned(), String::new());
    // Outside of a repository only the folder itself is looked at.
    assert_eq!(at("repo/kitchen/deep").0, "Deep");
    fs::create_dir(folder.path().join("repo/.git")).unwrap();
    assert_eq!(at("repo/kitchen/deep"), whole());
    assert_eq!(at("repo"), whole());
    assert_eq!(at("repo/other").0, "Other");
    assert_eq!(at("loose"), ("Loose".to_owned(), String::new()));
    // Roles are what makes a folder a ladder.
    assert_eq!(at("loose/notes"), ("built-in ladder".to_owned(), BUILT_IN.to_owned()));
    let shown = run_in(folder.path().join("repo/kitchen"), ["show", "deep/b.md:1"]).fine();
    assert!(shown.starts_with("Senior Engineer"), "{shown}");
}

#[test]
fn the_built_in_ladder_says_that_it_is_it() {
    let folder = folder(&[]);
    for arguments in [
        &["show", "vp"][..],
        &["compare", "vp", "cto"],
        &["overview"],
        &["trace", "team size"],
        &["search", "budget"],
        &["show", "nobody"],
    ] {
        let said = output(program(folder.path(), arguments)).stderr;
        assert_eq!(said.lines().next(), Some(BUILT_IN), "{arguments:?}");
    }
    let page = run(["overview", "--format", "html"]).fine();
    assert!(page.contains("built-in ladder"));
}

#[test]
fn checks_and_versions_take_no_other_ladder() {
    let nothing = folder(&[]);
    let none = "rungs: `.` has no document: there is no Markdown file (*.md, *.markdown, *.mdx) in it; \
                name another folder, or make a ladder with `rungs init DIR`\n";
    for arguments in [&["check"][..], &["compare", "--since", "v1"], &["compare", "--against", "."]]
    {
        assert_eq!(output(program(nothing.path(), arguments)).refused(), none, "{arguments:?}");
    }
    // Documents without a role are what is meant too.
    let notes = folder(&[("notes.md", "# Notes\n\nSee [that](gone.md).\n")]);
    let checked = run_in(&notes, ["check"]);
    assert!(checked.stdout.contains("gone.md"), "{} {}", checked.stdout, checked.stderr);
}

#[test]
fn a_vast_folder_is_not_looked_through() {
    let vast = folder(&[]);
    for at in 0..2_001 {
        fs::write(vast.path().join(format!("{at}.txt")), "").unwrap();
    }
    fs::write(vast.path().join("zz.md"), "# Senior Engineer\n\nWords.\n").unwrap();
    let looked = "no ladder in the first 2,000 files of this folder";
    let (name, said) = listed(vast.path());
    let want = format!(
        "rungs: built-in ladder: {looked}; name yours with --ladder, or create one with `rungs init DIR`"
    );
    assert_eq!((name.as_str(), said), ("built-in ladder", want));
    // It is said once.
    let shown = run_in(&vast, ["show", "senior"]).stderr;
    assert_eq!(shown.matches("no ladder").count(), 1, "{shown}");
    let refused = run_in(&vast, ["check"]).refused();
    let want = format!("rungs: {looked}: name one with --ladder");
    assert!(refused.starts_with(&want), "{refused}");
    // What is named is read, and a ladder.yml names the folder.
    assert!(run_in(&vast, ["list", "."]).fine().contains("Senior Engineer"));
    fs::write(vast.path().join("ladder.yml"), "name: Vast\n").unwrap();
    assert_eq!(listed(vast.path()).0, "Vast");
}
