//! Candidates for shells: what rungs answers when a script of a shell asks. `terminal/shells.rs` tries
//! the scripts in the shells.

use std::path::Path;
use std::process::Command;

use crate::support::program::{folder, output, program, write};

/// What is offered in place of the last word.
fn offered(place: &Path, words: &[&str]) -> Vec<String> {
    let arguments = [&["__complete", "fish"], words].concat();
    let lines = output(program(place, &arguments)).fine();
    lines.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[track_caller]
fn check(place: &Path, line: &str, want: &[&str]) {
    let words: Vec<&str> = line.split(' ').collect();
    assert_eq!(offered(place, &words), want, "{line}");
}

#[test]
fn each_argument_is_completed_from_the_ladder_that_would_be_opened() {
    let folder = folder(&[
        (
            "crew/sailor.md",
            "---\nlevel: C1\norder: 1\n---\n# Sailor\n\n## Care of Ropes\n\n- **Knots**: 3\n",
        ),
        (
            "crew/senior-sailor.md",
            "---\norder: 2\n---\n# Senior Sailor\n\n## Care of Ropes\n\n## Winds\n",
        ),
        ("port/clerk.md", "---\nlevel: P1\n---\n# Clerk\n\n## Ledgers\n"),
        ("notes.md", "# Notes\n\nOf the port.\n"),
        ("sketch.png", ""),
    ]);
    let check = |line: &str, want: &[&str]| check(folder.path(), line, want);
    check("rungs show ", &["sailor", "senior-sailor", "clerk", "Notes"]);
    check("rungs show s", &["sailor", "senior-sailor"]);
    check("rungs show S", &["Sailor", "Senior Sailor"]);
    check("rungs show C1", &["C1"]);
    check("rungs show sailor ", &["care-of-ropes"]);
    check("rungs show sailor \"Care", &["Care of Ropes"]);
    check(
        "rungs show nobody ",
        &["--inherited", "--ladder", "--format", "--width", "--color", "--background", "--help"],
    );
    check("rungs compare sailor se", &["senior-sailor"]);
    check("rungs trace k", &["Knots"]);
    check("rungs trace Care", &["Care of Ropes"]);
    check("rungs trace x --track ", &["Crew", "Port"]);
    check("rungs trace x --track=P", &["--track=Port"]);
    check("rungs compare --tracks Crew P", &["Port"]);
    check("rungs check --allow contradicting", &["contradicting-numbers"]);
    check(
        "rungs check --allow contradicting-numbers,contradicting",
        &["contradicting-numbers,contradicting-numbers"],
    );
    check("rungs check ", &["crew/", "notes.md", "port/"]);
    check("rungs check crew/s", &["crew/sailor.md", "crew/senior-sailor.md"]);
    check("rungs ch", &["check"]);
    check("rungs no", &["notes.md"]);
    check("rungs --format j", &["json"]);
    check("rungs list --ex", &["--explain"]);
    check("rungs completions z", &["zsh"]);
    check("rungs --ladder crew show ", &["sailor", "senior-sailor"]);
    check("rungs search wor", &[]);
    check("rungs show --ladder nowhere s", &[]);
    check("rungs -- show s", &[]);
}

#[test]
fn revisions_are_those_of_the_repository() {
    let folder = folder(&[("mate.md", "# Mate\n\nSails.\n")]);
    check(folder.path(), "rungs compare --since ", &[]);
    for arguments in [
        &["init", "-q", "-b", "ropes"][..],
        &["add", "."],
        &["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
        &["tag", "v1.2"],
    ] {
        let git = Command::new("git").args(arguments).current_dir(folder.path()).status();
        assert!(git.unwrap().success());
    }
    check(folder.path(), "rungs compare --since v", &["v1.2"]);
    check(folder.path(), "rungs compare --since r", &["ropes"]);
}

#[test]
fn nothing_but_candidates_is_printed() {
    let folder = folder(&[("a.md", "# A\n")]);
    write(folder.path(), &[("b\u{1b}[31m.md", "# B\n"), ("c\nd.md", "# C\n")]);
    check(folder.path(), "rungs list ", &["a.md"]);
    for arguments in [
        &["__complete", "fish"][..],
        &["__complete", "bash"],
        &["__complete", "bash", "rungs show \"\\"],
        &["__complete", "zsh", "rungs", "show", "a", "b", "c", ""],
        &["__complete", "elvish", "rungs", "--nonsense", "--track=", "-"],
        &["__complete", "powershell", ":rungs", ":--ladder", ":nowhere", ":show", ":"],
    ] {
        let lines = output(program(folder.path(), arguments)).fine();
        assert!(!lines.contains('\u{1b}') && !lines.contains("rungs:"), "{arguments:?}: {lines}");
    }
}

#[test]
fn a_name_is_quoted_for_the_shell() {
    let folder = folder(&[("sailor.md", "# Sailor\n\n## It's $(touch x) \\`y\\` \"z\"\n")]);
    let line = |shell: &str, words: &[&str]| {
        let arguments = [&["__complete", shell], words].concat();
        let lines = output(program(folder.path(), &arguments)).fine();
        lines.lines().next().unwrap().to_owned()
    };
    assert_eq!(line("bash", &["rungs trace It"]), r#"It\'s\ \$\(touch\ x\)\ \`y\`\ \"z\""#);
    assert_eq!(line("bash", &["rungs trace \"It"]), r#"It's \$(touch x) \`y\` \"z\""#);
    assert_eq!(line("bash", &["rungs trace 'It"]), r#"It'\''s $(touch x) `y` "z""#);
    let power_shell = line("powershell", &[":rungs", ":trace", ":It"]);
    assert!(power_shell.starts_with("'It''s $(touch x) `y` \"z\"'\t"), "{power_shell}");
}
