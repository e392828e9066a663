//! `init`, `completions` and the help.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::support::program::{output, program, run, run_in};

#[test]
fn init_writes_what_is_built_in_and_overwrites_nothing() {
    let folder = TempDir::new().unwrap();
    let files = run_in(&folder, ["init", "mine"]).fine();
    assert_eq!(files, "Wrote 28 documents to mine. Read them with `rungs mine`, then edit them.\n");
    for format in ["text", "markdown", "json"] {
        let mine = run_in(&folder, ["mine", "--format", format]).fine();
        // The same ladder by another name: in place of one's own it says that it is built in.
        let built_in = run(["list", "--format", format]).fine();
        let named = built_in.replacen("built-in ladder", "Engineering Career Ladder", 1);
        assert!(mine == named && named != built_in, "{mine}{named}");
    }
    let director = folder.path().join("mine/management/director.md");
    fs::write(&director, "# Mine\n").unwrap();
    assert_eq!(
        run_in(&folder, ["init", "mine"]).refused(),
        "rungs: `mine` is not empty; name a folder that is empty or does not exist yet\n"
    );
    assert_eq!(fs::read_to_string(&director).unwrap(), "# Mine\n");
    let file = run_in(&folder, ["init", "mine/index.md"]).refused();
    assert!(file.contains("`mine/index.md` is a file"), "{file}");
    assert_eq!(
        run_in(&folder, ["init", "--from", "mine/index.md"]).refused(),
        "rungs: `mine/index.md` is a file: name the folder of the ladder\n"
    );
    assert!(!folder.path().join("mine/ladder.yml").exists());
    fs::create_dir(folder.path().join("empty")).unwrap();
    run_in(&folder, ["init", "empty"]).fine();
    run_in(&folder, ["init", "new/and/deep"]).fine();
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        assert!(run(["completions", shell]).fine().contains("__complete"), "{shell}");
    }
    run(["completions", "csh"]).refused();
    let offered = run(["__complete", "fish", "rungs", ""]).fine();
    let offered: BTreeSet<&str> =
        offered.lines().map(|line| line.split('\t').next().unwrap()).collect();
    for command in commands_of_help() {
        assert!(offered.contains(command.as_str()), "{command}");
    }
}

/// The commands that `--help` names.
fn commands_of_help() -> BTreeSet<String> {
    let help = run(["-h"]).fine();
    let (_, rest) = help.split_once("Commands:\n").unwrap();
    let lines = rest.lines().take_while(|line| !line.is_empty());
    let names = lines.filter_map(|line| line.split_whitespace().next()).filter(|n| *n != "help");
    names.map(str::to_owned).collect()
}

/// The words of a text that begin with a mark.
fn words_with<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let found = text.match_indices(mark).map(|(at, _)| {
        let rest = &text[at + mark.len()..];
        &rest[..rest.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(rest.len())]
    });
    found.filter(|word| !word.is_empty()).collect()
}

#[test]
fn the_readme_names_every_command_and_option_and_no_other() {
    let readme = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    let commands = commands_of_help();
    let named: BTreeSet<String> =
        words_with(&readme, "`rungs ").into_iter().map(str::to_owned).collect();
    assert_eq!(named, commands);
    let mut helps = run(["--help"]).fine();
    for command in &commands {
        helps.push_str(&run([command, "--help"]).fine());
    }
    let of_cargo = ["release", "locked", "path", "test"];
    let of_every_program = ["help", "version"];
    let options = words_with(&helps, "--");
    let options: Vec<_> = options.iter().filter(|o| !of_every_program.contains(o)).collect();
    let named = words_with(&readme, "--");
    let named: Vec<_> =
        named.iter().filter(|o| !of_cargo.contains(o) && !o.starts_with('-')).collect();
    assert_eq!(named, options);
    for value in ["text", "markdown", "json", "auto", "always", "never"] {
        assert!(readme.contains(value) && helps.contains(&format!("- {value}:")), "{value}");
    }
    for words in ["RUNGS_LADDER", "NO_COLOR"] {
        assert!(readme.contains(words) && helps.contains(words), "{words}");
    }
}

#[test]
fn wrong_usage_is_status_2_and_says_what_is_right() {
    for (arguments, words) in [
        (&["compare", "vp"][..], "name a second role to compare vp with"),
        (&["show"], "<ROLE>"),
        (&["search"], "<WORDS>"),
        (&["list", "--format", "xml"], "text, markdown, json"),
        (&["--colour", "never"], "--color"),
        (&["list", "somewhere"], "somewhere"),
    ] {
        let message = output(program(Path::new("."), arguments)).refused();
        assert!(message.contains(words), "{arguments:?}: {message}");
    }
    assert!(run(["--version"]).fine().starts_with("rungs "));
}

#[test]
fn a_command_that_is_nearly_right_is_named() {
    let chek = "rungs: there is no command, file or folder `chek`; did you mean `rungs check`?\n";
    assert_eq!(run(["chek"]).refused(), chek);
    let search = run(["serach", "team size"]).refused();
    assert!(search.contains("did you mean `rungs search \"team size\"`?"), "{search}");
    let diff = run(["diff", "senior", "staff"]).refused();
    assert!(diff.contains("did you mean `rungs compare senior staff`?"), "{diff}");
    let path = run(["nowhere"]).refused();
    assert!(path.contains("there is no file or folder `nowhere`"), "{path}");
}
