//! The last place and the bookmarks, from one start of the program to the next.

use tempfile::TempDir;

use super::pty::{Run, Terminal};
use crate::support::program::write;

const LADDER: &[(&str, &str)] = &[
    (
        "junior-baker.md",
        "# Junior Baker\n\n## Dough\n\n- Mixes a dough.\n\n## Shop\n\n- Greets each guest.\n",
    ),
    ("baker.md", "# Baker\n\n## Dough\n\n- Plans doughs.\n\n## Shop\n\n- Runs a shop.\n"),
    ("senior-baker.md", "# Senior Baker\n\n## Dough\n\n- Teaches.\n\n## Shop\n\n- Runs shops.\n"),
];

/// Starts the program on a ladder, with the folder for what programs remember.
fn start(home: &TempDir, options: &[&str]) -> Terminal {
    let (ladder, state) = (home.path().join("ladder"), home.path().join("state"));
    let arguments = [&[ladder.to_str().unwrap()], options].concat();
    let environment = [("XDG_STATE_HOME", state.to_str().unwrap()), ("NO_COLOR", "1")];
    let run = Run { arguments: &arguments, environment: &environment, size: (100, 30) };
    run.start_in(TempDir::new().unwrap())
}

fn home() -> TempDir {
    let home = TempDir::new().unwrap();
    let ladder = home.path().join("ladder");
    std::fs::create_dir(&ladder).unwrap();
    write(&ladder, LADDER);
    home
}

/// Types keys until a text is shown, and leaves.
#[track_caller]
fn visit(home: &TempDir, options: &[&str], keys: &str, text: &str) {
    let mut terminal = start(home, options);
    terminal.is_up();
    terminal.types(keys);
    terminal.shows(text);
    terminal.types("\u{3}");
    terminal.ends_with("0");
}

#[test]
fn one_starts_where_one_was() {
    for (keys, text) in [
        ("jj\r]]", "Ladder › Senior Baker › Shop"),
        ("csenior\r]]", "Ladder › Junior Baker and Senior Baker › Shop"),
        ("\r]t", "Ladder › Dough › Junior Baker"),
        ("jM", "Ladder › Overview"),
    ] {
        let home = home();
        visit(&home, &[], keys, text);
        visit(&home, &[], "", text);
        visit(&home, &["--no-restore"], "", "Ladder › Junior Baker");
        // What was not restored is not forgotten.
        visit(&home, &[], "", text);
        visit(&home, &[], "HHH", "Ladder › Junior Baker");
    }
}

#[test]
fn the_way_back_is_the_start() {
    let home = home();
    visit(&home, &[], "jj\r]]", "Ladder › Senior Baker › Shop");
    visit(&home, &[], "", "your last place; H goes to the start");
    visit(&home, &[], "H", "Ladder › Junior Baker");
}

#[test]
fn a_place_survives_an_edit_and_the_end_of_its_role() {
    let home = home();
    visit(&home, &[], "jj\r]]", "Ladder › Senior Baker › Shop");
    let file = home.path().join("ladder/senior-baker.md");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("## Shop", "## Guests\n\n- Knows them.\n\n## Shop"))
        .unwrap();
    visit(&home, &[], "", "Ladder › Senior Baker › Shop");
    std::fs::remove_file(&file).unwrap();
    visit(&home, &[], "", "Senior Baker › Shop is gone");
}

#[test]
fn bookmarks_stay() {
    let home = home();
    visit(&home, &[], "'", "no bookmarks: B sets one");
    visit(&home, &[], "jj\r]]B", "bookmark set: Ladder › Senior Baker › Shop");
    visit(&home, &["--no-restore"], "'\r", "Ladder › Senior Baker › Shop");
    visit(&home, &[], "B", "bookmark removed: Ladder › Senior Baker › Shop");
    visit(&home, &[], "'", "no bookmarks: B sets one");
}

#[test]
fn what_is_remembered_can_be_broken_or_missing() {
    let home = home();
    let file = home.path().join("state/rungs/places.json");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    for text in ["", "{", "[{\"ladder\": 1}]"] {
        std::fs::write(&file, text).unwrap();
        visit(&home, &[], "jj\r", "Ladder › Senior Baker");
        visit(&home, &[], "", "your last place");
    }
}
