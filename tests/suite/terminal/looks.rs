//! Colors, signs and widths.

use tempfile::TempDir;

use super::pty::{Run, State, Terminal, copy};
use super::sequences::{escapes, is_color, styles};

#[test]
fn without_colors_bold_and_reverse_remain() {
    let environment = [("NO_COLOR", "1")];
    let mut terminal = Run { environment: &environment, size: (120, 40), ..Run::default() }.start();
    terminal.is_up();
    terminal.types("jjjc\r");
    terminal.shows("filter");
    terminal.types("/e");
    terminal.shows("/e");
    terminal.types("\r?");
    terminal.shows("Moving");
    terminal.types("?\x03");
    terminal.ends_with("0");
    let styles = styles(&terminal.bytes());
    assert!(!styles.iter().any(|style| is_color(*style)), "{styles:?}");
    assert!(styles.contains(&1) && styles.contains(&7), "{styles:?}");
}

#[test]
fn without_no_color_there_are_colors_and_the_cursor_stands_out_in_any_case() {
    for (environment, colored) in [(&[][..], true), (&[("NO_COLOR", "1")], false)] {
        let mut terminal = Run { environment, ..Run::default() }.start();
        terminal.is_up();
        assert_eq!(styles(&terminal.bytes()).into_iter().any(is_color), colored);
        let reversed = |state: &State| {
            let screen = state.parser.screen();
            (0..24).any(|row| screen.cell(row, 4).is_some_and(vt100::Cell::inverse))
        };
        terminal.until("the cursor", reversed);
        terminal.types("q");
        terminal.ends_with("0");
    }
}

#[test]
fn a_locale_without_utf_8_gives_ascii() {
    let folder = TempDir::new().unwrap();
    let page = "# Plain Engineer\n\nWords.\n\n## Skills\n\n- one\n  - two\n\n| a | b |\n| --- | --- |\n| c | d |\n";
    std::fs::write(folder.path().join("plain.md"), page).unwrap();
    std::fs::write(folder.path().join("second.md"), "# Senior Engineer\n\n- [ ] a task\n").unwrap();
    for environment in [&[("LC_ALL", "C")][..], &[("LC_ALL", ""), ("LANG", "")]] {
        let run = Run { arguments: &["."], environment, size: (120, 40) };
        let mut terminal = run.start_in(copy(folder.path()));
        terminal.is_up();
        terminal.types("c\r");
        terminal.shows("filter");
        terminal.types("?");
        terminal.shows("Moving");
        terminal.types("?\x03");
        terminal.ends_with("0");
        let bytes = terminal.bytes();
        assert!(bytes.is_ascii(), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn commands_in_a_terminal_are_as_wide_as_it_and_colored() {
    let run = Run { arguments: &["show", "director", "core"], size: (40, 24), ..Run::default() };
    let terminal = run.start();
    terminal.ends_with("0");
    assert!(styles(&terminal.bytes()).into_iter().any(is_color));
    let written = String::from_utf8(terminal.bytes()).unwrap();
    let rule = written.lines().find(|line| line.contains('─')).unwrap();
    assert_eq!(rule.chars().filter(|c| *c == '─').count(), 40);
    let plain = [("NO_COLOR", "1")];
    let terminal = Run { environment: &plain, ..run }.start();
    terminal.ends_with("0");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

#[test]
fn a_terminal_that_only_prints_gets_the_list() {
    let environment = [("TERM", "dumb")];
    let terminal = Run { environment: &environment, ..Run::default() }.start();
    terminal.shows("guide/questions.md");
    terminal.ends_with("0");
    assert_eq!(escapes(&terminal.bytes()), [""; 0]);
}

#[test]
fn the_background_is_asked_after_the_first_frame_and_the_answer_is_no_keys() {
    let mut terminal = Run { size: (100, 30), ..Run::default() }.start();
    terminal.is_up();
    let question = "\x1b]11;?\x1b\\";
    let bytes = |terminal: &Terminal| String::from_utf8_lossy(&terminal.bytes()).into_owned();
    terminal
        .until("the question", |state| String::from_utf8_lossy(&state.bytes).contains(question));
    let before = bytes(&terminal);
    assert!(before.find(question) > before.find("quit"), "{before:?}");
    assert!(!before.contains("38;5;24;"), "{before:?}");
    terminal.types("\x1b]11;rgb:ffff/ffff/ffff\x1b\\");
    // The accent of a light background, of 256 colors.
    terminal.until("the colors of a light background", |state| {
        String::from_utf8_lossy(&state.bytes).contains("38;5;24;")
    });
    terminal.shows_frame((100, 30), "");
    terminal.types("q");
    terminal.ends_with("0");
    for (name, value) in [("COLORFGBG", "15;0"), ("NO_COLOR", "1"), ("TERM", "linux")] {
        let mut terminal = Run { environment: &[(name, value)], ..Run::default() }.start();
        terminal.is_up();
        terminal.types("q");
        terminal.ends_with("0");
        assert!(!bytes(&terminal).contains(question), "{name}");
    }
}

#[test]
fn every_frame_is_shown_at_once() {
    let mut terminal = Run::default().start();
    terminal.is_up();
    terminal.types("jq");
    terminal.ends_with("0");
    let bytes = terminal.bytes();
    let sent = String::from_utf8_lossy(&bytes);
    let modes: Vec<&str> = sent.split("\x1b[?2026").skip(1).map(|rest| &rest[..1]).collect();
    assert!(
        modes.len() >= 3 && modes.chunks(2).all(|it| it == ["h", "l"] || it == ["l"]),
        "{modes:?}"
    );
}

/// A document with a table whose cells have signs that terminals count differently.
const EMOJI: &str = "# Engineer

| Key | Value | Last |
| --- | --- | --- |
| family 👨\u{200D}👩\u{200D}👧 x | flag 🇩🇪 x | end |
| keycap 1\u{FE0F}\u{20E3} x | heart ❤\u{FE0F} x | end |
| skin 👍🏽 x | combining e\u{301} x | end |
| rainbow 🏳\u{FE0F}\u{200D}🌈 x | wide 漢字 x | end |
";

/// The columns of the rules in the rows of the table.
fn rules(state: &State) -> Vec<Vec<u16>> {
    let screen = state.parser.screen();
    let rows: Vec<String> = screen.rows(0, 80).collect();
    let is_row = |at: &usize| rows[*at].contains("end");
    let is_rule = |row, column: &u16| screen.cell(row, *column).unwrap().contents() == "│";
    let columns = |row| (0..80).filter(|column| is_rule(row, column)).collect();
    (0..rows.len()).filter(is_row).map(|at| columns(u16::try_from(at).unwrap())).collect()
}

#[test]
fn emoji_of_several_characters_move_no_column() {
    // In the screen without the lists, whose frames end beside these rows.
    for (arguments, keys) in [(&["show", "engineer"][..], ""), (&["."], "\\")] {
        let folder = TempDir::new().unwrap();
        std::fs::write(folder.path().join("engineer.md"), EMOJI).unwrap();
        let mut terminal = Run { arguments, ..Run::default() }.start_in(folder);
        terminal.until("four rows", |state| rules(state).len() == 4);
        terminal.types(keys);
        // A frame can arrive in parts.
        terminal.until("rows with the same columns", |state| {
            let rules = rules(state);
            let is_even = rules.iter().all(|row| *row == rules[0] && row.len() > 1);
            is_even && rules.len() == 4 && !state.text().contains("Outline")
        });
        assert!(terminal.seen.state().text().contains("flag DE x"));
        terminal.types("\u{3}");
    }
}
