//! A document on stdin, and all of a file.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use super::bakery::bakery;
use crate::support::program::{Output, folder, output, program, run_in};

/// Runs with a text on stdin.
fn piped(place: &Path, text: &[u8], arguments: &[&str]) -> Output {
    let mut command = program(place, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The program may refuse to read all of it.
    let _ = child.stdin.take().unwrap().write_all(text);
    let output = child.wait_with_output().unwrap();
    Output {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

const TWO: &str = "# Levels\n\n## Sailor\n\n- Ties knots\n\n## Senior Sailor\n\n- Reads winds\n";

#[test]
fn a_dash_is_the_document_on_stdin() {
    let bakery = bakery();
    let piped = |arguments: &[&str]| piped(bakery.path(), TWO.as_bytes(), arguments);
    let shown = piped(&["show", "-", "--format", "markdown"]).fine();
    assert!(shown.contains("# Levels") && shown.contains("Reads winds"), "{shown}");
    let section = piped(&["show", "-", "senior"]).fine();
    assert!(section.contains("Reads winds") && !section.contains("Ties knots"), "{section}");
    let list = piped(&["list", "-", "--format", "json"]).json();
    assert_eq!(list["tracks"][0]["roles"][1]["title"], "Senior Sailor");
    assert_eq!(list["tracks"][0]["roles"][1]["file"], "stdin");
    assert_eq!(piped(&["-", "--format", "json"]).json(), list);
    let level = piped(&["show", "senior sailor", "--ladder", "-"]).fine();
    assert!(level.starts_with("Senior Sailor\n"), "{level}");
    let compared = piped(&["compare", "baker", "sailor", "--with", "-", "--format", "json"]).json();
    assert_eq!(compared["right"]["title"], "Sailor");
}

#[test]
fn stdin_is_checked_as_a_file_is() {
    let place = bakery();
    let found = piped(place.path(), b"# Sailor\n\n| a | b |\n| - | - |\n| c |\n", &["check", "-"]);
    assert!(found.stdout.contains("--> stdin:5:"), "{}", found.stdout);
    let bytes = piped(place.path(), b"# Sailor\n\nKn\xFFots.\n", &["show", "-"]);
    assert_eq!(bytes.status, 0);
    assert!(bytes.stderr.contains("stdin:3:3"), "{}", bytes.stderr);
    let empty = piped(place.path(), b" \n", &["show", "-"]).refused();
    assert_eq!(empty, "rungs: cannot read stdin: it is empty\n");
    let large = vec![b'a'; 32 * 1024 * 1024 + 1];
    let large = piped(place.path(), &large, &["list", "-"]).refused();
    assert_eq!(large, "rungs: cannot read stdin: it is larger than 32 MiB\n");
    let escape = piped(place.path(), b"# A\x1b[31mB\n\nText.\n", &["show", "-"]).fine();
    assert!(!escape.contains('\x1b'), "{escape}");
}

#[test]
fn a_dash_after_a_file_is_all_of_it() {
    let folder = folder(&[
        ("crew/levels.md", TWO),
        ("crew/notes.md", "# Notes\n\nOf the crew.\n"),
        ("crew/data.yml", "levels:\n  - name: Cook\n    tasks: [Cooks]\n"),
    ]);
    let crew = folder.path().join("crew");
    for (place, arguments) in [
        (folder.path(), &["show", "crew/levels.md", "-"][..]),
        (&crew, &["show", "levels.md", "-"]),
        (folder.path(), &["show", "levels.md", "-", "--ladder", "crew"]),
    ] {
        let all = output(program(place, arguments)).fine();
        assert!(all.contains("Ties knots") && all.contains("Reads winds"), "{arguments:?}: {all}");
    }
    let several = run_in(&crew, ["show", "levels.md"]).refused();
    assert!(several.ends_with("\n`rungs show levels.md -` prints all of the file\n"), "{several}");
    let nobody = run_in(&crew, ["show", "sailor", "-"]).refused();
    assert_eq!(
        nobody,
        "rungs: there is no file `sailor`: `-` after a file prints all of it, and no role needs it\n"
    );
    let data = run_in(&crew, ["show", "data.yml", "-"]).fine();
    assert!(data.contains("Tasks: Cooks"), "{data}");
    let site = run_in(&crew, ["show", "../crew", "-"]).refused();
    assert_eq!(site, "rungs: `../crew` has no document: it is a folder; name a file\n");
}
