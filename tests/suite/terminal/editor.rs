//! The user's editor in between.

use std::path::PathBuf;

use tempfile::TempDir;

use super::pty::{Run, Terminal};

/// An editor: notes how it was called and what was typed into it, and mends the file.
const EDITOR: &str = "#!/bin/sh
printf 'the editor> '
title=$(sed -n 1p \"$2\")
read typed
printf '%s|%s|%s|' \"$1\" \"$(basename \"$2\")\" \"$typed\" > called
printf '%s\\n\\n## Scope\\n\\nMended by %s.\\n' \"$title\" \"$typed\" > \"$2\"
";

/// Starts the program on a ladder, with a script as the editor `vim`.
#[cfg(unix)]
fn start(files: &[(&str, &str)], editor: &str) -> (Terminal, PathBuf) {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let ladder = folder.path().join("ladder");
    std::fs::create_dir(&ladder).unwrap();
    for (name, text) in files {
        std::fs::write(ladder.join(name), text).unwrap();
    }
    let vim = folder.path().join("vim");
    std::fs::write(&vim, editor).unwrap();
    std::fs::set_permissions(&vim, std::fs::Permissions::from_mode(0o755)).unwrap();
    let called = folder.path().join("called");
    let environment = [("VISUAL", "./vim"), ("NO_COLOR", "1")];
    let run = Run { arguments: &["ladder"], environment: &environment, size: (100, 30) };
    let terminal = run.start_in(folder);
    terminal.is_up();
    (terminal, called)
}

#[cfg(unix)]
#[test]
fn the_editor_has_the_terminal_and_the_ladder_is_read_again_after_it() {
    let (mut terminal, called) = start(&[("engineer.md", "# Engineer\n\n## Scope\n")], EDITOR);
    terminal.types("!");
    terminal.shows("section `Scope` is empty");
    terminal.types("e");
    terminal.shows("the editor>");
    // What is typed now is the editor's, keys of the program included.
    terminal.types("q hand\r");
    terminal.shows("Mended by q hand.");
    // The rules run beside the screen, and the list closes when they find nothing.
    terminal.shows("no findings left in this ladder");
    assert_eq!(std::fs::read_to_string(called).unwrap(), "+3|engineer.md|q hand|");
    terminal.types("q");
    terminal.ends_with("0");
}

#[cfg(unix)]
#[test]
fn of_two_compared_roles_one_is_chosen() {
    let roles = [
        ("engineer.md", "# Engineer\n\n## Scope\n\n- Owns a task.\n"),
        ("senior-engineer.md", "# Senior Engineer\n\n## Scope\n\n- Owns a project.\n"),
    ];
    let (mut terminal, called) = start(&roles, EDITOR);
    terminal.types("c");
    terminal.shows("Owns a project.");
    terminal.types("]e");
    terminal.shows("Edit the file of");
    terminal.types("senior\r");
    terminal.shows("the editor>");
    // Keys of the picker and the program are the editor's.
    terminal.types("q hand\r");
    terminal.shows("Mended by q hand.");
    assert_eq!(std::fs::read_to_string(called).unwrap(), "+3|senior-engineer.md|q hand|");
    terminal.types("\x03");
    terminal.ends_with("0");
}

#[cfg(unix)]
#[test]
fn an_editor_that_fails_is_reported() {
    let (mut terminal, _) =
        start(&[("engineer.md", "# Engineer\n\n## Scope\n")], "#!/bin/sh\nexit 3\n");
    terminal.types("e");
    terminal.shows("the editor failed: exit status: 3");
    terminal.types("q");
    terminal.ends_with("0");
}
