//! The user's editor in between.

use tempfile::TempDir;

use super::pty::Run;

/// An editor: notes how it was called and what was typed into it, and mends the file.
const EDITOR: &str = "#!/bin/sh
printf 'the editor> '
read typed
printf '%s|%s|%s|' \"$1\" \"$(basename \"$2\")\" \"$typed\" > called
printf '# Engineer\\n\\n## Scope\\n\\nMended by %s.\\n' \"$typed\" > \"$2\"
";

#[cfg(unix)]
#[test]
fn the_editor_has_the_terminal_and_the_ladder_is_read_again_after_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = TempDir::new().unwrap();
    let ladder = folder.path().join("ladder");
    std::fs::create_dir(&ladder).unwrap();
    std::fs::write(ladder.join("engineer.md"), "# Engineer\n\n## Scope\n").unwrap();
    let editor = folder.path().join("vim");
    std::fs::write(&editor, EDITOR).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let called = folder.path().join("called");
    let environment = [("VISUAL", "./vim"), ("NO_COLOR", "1")];
    let run = Run { arguments: &["ladder"], environment: &environment, size: (100, 30) };
    let mut terminal = run.start_in(folder);
    terminal.is_up();
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
