//! Completion in real shells: keys are typed, the shell completes, and what it then runs is seen. A shell
//! that is not installed is skipped, and the test says so.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::pty::{Run, Terminal};
use crate::support::program::folder;

/// A heading that every shell would execute a part of, if it were not quoted.
const TRAP: &str =
    "Risk $(touch pwned) \\`touch pwned\\` (touch pwned) ${x} 'a' \"b\" !! ; touch pwned";

fn ladder() -> TempDir {
    let mate = format!("# Sailor\n\n## Care of Ropes\n\nTies knots.\n\n## {TRAP}\n\nIs quoted.\n");
    folder(&[
        ("crew/sailor.md", &mate),
        ("crew/senior.md", "# Senior Sailor\n\n## Winds\n\nKnows them.\n"),
    ])
}

/// A shell that has read its script of rungs; `None` if there is no such shell.
fn shell(command: &[&str], start: &str, folder: TempDir) -> Option<Terminal> {
    let name = command[0];
    if Command::new(name).arg("--version").output().is_err()
        && Command::new(name).arg("-version").output().is_err()
    {
        eprintln!("skipped: {name} is not installed");
        return None;
    }
    let home = folder.path().display().to_string();
    let bin = Path::new(env!("CARGO_BIN_EXE_rungs")).parent().unwrap().display().to_string();
    let path = format!("{bin}:{}", std::env::var("PATH").unwrap());
    let environment = [("HOME", home.as_str()), ("PATH", &path), ("RUNGS_LADDER", "crew")];
    let run = Run { environment: &environment, size: (120, 40), ..Run::default() };
    let mut terminal = run.spawn(command, folder);
    terminal.types(&format!("{start}\recho read''y\r"));
    terminal.shows("ready");
    Some(terminal)
}

/// Completes names of the ladder, and runs what was completed.
fn completes(command: &[&str], start: &str) {
    let folder = ladder();
    let pwned = folder.path().join("pwned");
    let Some(mut terminal) = shell(command, start, folder) else { return };
    terminal.types("rungs sho\tsailor car\t\r");
    terminal.shows("Ties knots.");
    terminal.types("clear; rungs trace Ris\t\r");
    terminal.shows("Is quoted.");
    terminal.types("clear; rungs --format mark\tshow \"senio\t\r");
    terminal.shows("## Winds");
    assert!(!pwned.exists(), "a name of a document was executed");
}

#[test]
fn bash_completes() {
    let start = "source <(rungs completions bash)";
    completes(&["bash", "--norc", "--noprofile", "-i"], start);
}

#[test]
fn zsh_completes() {
    let start = "autoload -U compinit; compinit -u -D; source <(rungs completions zsh)";
    completes(&["zsh", "-f", "-i"], start);
}

#[test]
fn fish_completes() {
    completes(&["fish", "--no-config", "-i"], "rungs completions fish | source");
}

#[test]
fn elvish_completes() {
    completes(&["elvish", "-norc"], "eval (rungs completions elvish | slurp)");
}
