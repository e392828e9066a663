//! `rungs --screen-reader`: the option, its other name, its setting.

use std::io::Write;
use std::process::Stdio;

use crate::support::program::{Output, folder, program, run};

const ROLES: [(&str, &str); 2] = [
    ("a.md", "# Junior Florist\n\n## Care\n\n- waters\n"),
    ("b.md", "# Senior Florist\n\n## Care\n\n- plants\n"),
];

/// Types lines to the program in a folder with two roles.
fn typed(arguments: &[&str], lines: &str) -> Output {
    let folder = folder(&ROLES);
    let mut command = program(folder.path(), arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    Output {
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
        status: output.status.code().unwrap(),
    }
}

#[test]
fn lines_from_a_pipe_are_answered_and_the_end_of_the_input_is_success() {
    for option in ["--screen-reader", "--linear"] {
        let told = typed(&[option], "\n!\n").fine();
        assert!(told.contains("\nCare, section 1 of 1.\nwaters\n"), "{told}");
    }
    let told = typed(&["--screen-reader", "--color", "always"], "edit\nread-again").fine();
    assert!(told.contains("The editor needs a terminal"), "{told}");
    assert!(told.contains("no text has changed"), "{told}");
    assert!(!told.contains('\u{1b}'), "{told}");
}

#[test]
fn the_option_opens_the_ladder_and_takes_no_command() {
    let refused = run(["--screen-reader", "-"]).refused();
    assert!(refused.contains("name a folder or file as the ladder"), "{refused}");
    let refused = run(["--screen-reader", "list"]).refused();
    assert!(
        refused.contains("--screen-reader opens the ladder: leave out the command"),
        "{refused}"
    );
}
