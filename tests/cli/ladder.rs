//! Which ladder is meant.

use std::path::Path;

use crate::bakery::bakery;
use crate::program::{folder, output, program, run, run_in, run_on};

#[test]
fn the_argument_beats_the_flag_and_the_flag_beats_the_variable() {
    let bakery = bakery();
    let alone = |title: &str| folder(&[("a.md", &format!("# {title} Engineer\n\nWords.\n"))]);
    let (by_flag, by_argument) = (alone("Junior"), alone("Senior"));
    let [flag, argument] = [&by_flag, &by_argument].map(|folder| folder.path().to_str().unwrap());
    let lists = |arguments: &[&str], words: &str| {
        let mut command = program(Path::new("."), arguments);
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
            "`empty` holds no document: there is no Markdown file (*.md, *.markdown, *.mdx) in it; name another folder, or make a ladder with `rungs init DIR`",
        ),
        (
            "other",
            "`other` holds no document: there is no Markdown file in it, and of its data files (1) none has levels in a form that is known; the README says which are, under \"A ladder\"",
        ),
        (
            "other/notes.csv",
            "`other/notes.csv` holds no document: it has levels in no form that is known; the README says which are, under \"A ladder\"",
        ),
        ("blank/a.md", "`blank/a.md` holds no document: the file is empty"),
        ("blank", "`blank` holds no document: its Markdown files (1) are all empty"),
    ] {
        let message = format!("rungs: {message}\n");
        for arguments in [[path, "--width=80"], ["list", &format!("--ladder={path}")]] {
            assert_eq!(run_in(&folder, arguments).refused(), message);
        }
    }
}
