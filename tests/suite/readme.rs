//! The README and `docs/keys.md` are true: their keys are the keys of the program, the excerpts are what
//! commands print, and the picture is a frame of the program.
//!
//! `RUNGS_UPDATE=1 cargo test --test suite readme::` writes keys, excerpts and picture again.

mod dependencies;
mod excerpts;
mod picture;
mod transcript;

use std::fs;
use std::path::Path;

use rungs::{config, tui};

use crate::support::screen::built_in;
use excerpts::refreshed;
use picture::svg;
use transcript::held;

/// Compares a file with what it should hold, or writes it when `RUNGS_UPDATE` is set.
#[track_caller]
fn up_to_date(file: &str, want: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("RUNGS_UPDATE").is_some() {
        fs::write(&path, want).unwrap();
    }
    let got = fs::read_to_string(&path).unwrap_or_default();
    assert!(got == want, "{file} is out of date: RUNGS_UPDATE=1 cargo test --test suite readme::");
}

#[test]
fn all_keys_are_the_programs() {
    up_to_date("docs/keys.md", &tui::keys_markdown());
}

#[test]
fn the_settings_are_the_programs() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/config.md");
    let text = fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once("<!-- settings:").unwrap();
    let (marker, rest) = rest.split_once('\n').unwrap();
    let (_, after) = rest.split_once("<!-- end of settings -->").unwrap();
    let table = config::settings_markdown();
    let want =
        format!("{before}<!-- settings:{marker}\n\n{table}\n<!-- end of settings -->{after}");
    up_to_date("docs/config.md", &want);
    up_to_date("docs/config.schema.json", &config::schema());
}

/// One test, since both parts are written into one file.
#[test]
fn the_main_keys_are_the_programs_and_the_excerpts_what_commands_print() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).unwrap();
    up_to_date("README.md", &refreshed(&with_main_keys(&readme)));
}

#[test]
fn the_examples_of_the_skill_are_what_commands_print() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/skill.md");
    up_to_date("docs/skill.md", &refreshed(&fs::read_to_string(path).unwrap()));
}

/// The README with the table of main keys as the program has it.
fn with_main_keys(readme: &str) -> String {
    let (before, rest) = readme.split_once("<!-- keys:").unwrap();
    let (marker, rest) = rest.split_once('\n').unwrap();
    let (_, after) = rest.split_once("<!-- end of keys -->").unwrap();
    let keys = tui::main_keys_markdown();
    assert_eq!(keys.lines().count(), 2 + 12, "a key that matters most has no binding: {keys}");
    format!("{before}<!-- keys:{marker}\n\n{}\n\n<!-- end of keys -->{after}", keys.trim())
}

#[test]
fn the_conversation_is_what_the_program_answers() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/line-mode.md");
    up_to_date("docs/line-mode.md", &held(&fs::read_to_string(path).unwrap()));
}

#[test]
fn the_picture_is_the_programs_frame() {
    let compare = tui::play(built_in(), (120, 36), "jjjjjjjjjc<Enter>");
    up_to_date("docs/compare.svg", &svg(&compare));
}
