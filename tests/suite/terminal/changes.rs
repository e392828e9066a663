//! Files that change while the ladder is on the screen.

use tempfile::TempDir;

use super::pty::Run;

#[test]
fn the_check_runs_again_when_a_file_changes() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("baker.md");
    std::fs::write(&file, "# Baker\n\n## Scope\n").unwrap();
    let run = Run { arguments: &["check", "--watch", "."], environment: &[], size: (100, 30) };
    let terminal = run.start_in(folder);
    terminal.shows("section `Scope` is empty");
    terminal.shows("Ctrl-C ends");
    std::fs::write(&file, "# Baker\n\n## Scope\n\n- Bakes bread.\n\n## Craft\n").unwrap();
    terminal.shows("Baker changed");
    terminal.shows("section `Craft` is empty");
    terminal.signal("INT");
}

#[test]
fn a_ladder_is_read_again_when_its_files_change() {
    let folder = TempDir::new().unwrap();
    let ladder = folder.path().join("ladder");
    std::fs::create_dir_all(ladder.join("track")).unwrap();
    let write = |file: &str, text: &str| std::fs::write(ladder.join(file), text).unwrap();
    write("track/baker.md", "# Baker\n\n## Scope\n\n- Bakes bread.\n");
    write("track/head-baker.md", "# Head Baker\n\n## Scope\n\n- Leads the bakery.\n");
    let run = Run { arguments: &["ladder"], environment: &[("NO_COLOR", "1")], size: (100, 30) };
    let mut terminal = run.start_in(folder);
    terminal.is_up();
    terminal.shows("Bakes bread.");
    write("track/baker.md", "# Baker\n\n## Scope\n\n- Bakes bread and cakes.\n");
    terminal.shows("Bakes bread and cakes.");
    terminal.shows("Baker changed");
    write("track/senior-baker.md", "# Senior Baker\n\n## Scope\n\n- Bakes alone.\n");
    terminal.shows("Senior Baker is new");
    std::fs::remove_file(ladder.join("track/head-baker.md")).unwrap();
    terminal.shows("track/head-baker.md is gone");
    // A folder that did not exist before.
    std::fs::create_dir(ladder.join("shop")).unwrap();
    write("shop/seller.md", "# Seller\n\n## Scope\n\n- Sells bread.\n");
    terminal.shows("Seller is new");
    write("shop/seller.md", "# Seller\n\n## Scope\n\n- Sells cakes.\n");
    terminal.shows("Seller changed");
    terminal.types("q");
    terminal.ends_with("0");
}
