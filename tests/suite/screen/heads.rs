//! Comparisons as tables: names over their columns, the row that one is at, and how much of a table the
//! first screen shows.

use ratatui::style::Modifier;
use rungs::content;
use rungs::tui::{Session, play};

use super::played::small;
use crate::support::beside::shared;
use crate::support::screen::{ladder_of, session, text};

/// A table with keys, and below it texts without.
fn tall() -> Session {
    let role = |label: &str, order: usize, verb: &str| {
        let rows: String = (1..9).map(|it| format!("| Skill {it} | {verb} {it} |\n")).collect();
        let items: String = (1..9).map(|it| format!("- {verb} thing {it}\n")).collect();
        format!(
            "---\norder: {order}\nlabel: {label}\n---\n# {label} Engineer\n\n## Skills\n\n| Skill | Level |\n| - | - |\n{rows}\n## Work\n\n{items}"
        )
    };
    ladder_of(&[("a.md", &role("Junior", 1, "Learns")), ("b.md", &role("Senior", 2, "Teaches"))])
}

/// Where a sign stands in a line, in characters.
fn column(line: &str, sign: &str) -> Option<usize> {
    line.find(sign).map(|at| line[..at].chars().count())
}

#[test]
fn the_names_stand_over_their_columns_wherever_one_is() {
    for down in 0..30 {
        let frame = text(&play(tall(), (80, 14), &format!("c<Enter>{}", "j".repeat(down))));
        let lines: Vec<&str> = frame.lines().collect();
        let name = column(lines[2], "> Senior").unwrap_or_else(|| panic!("no name:\n{frame}"));
        // Up to where the names are said again, since the columns change.
        let rows = lines[3..].iter().take_while(|line| !line.contains("> Senior"));
        for line in rows {
            let inside: String = line.chars().skip(2).take(74).collect();
            let Some(rule) = column(&inside, " │ ").map(|at| at + 3) else { continue };
            assert_eq!(rule, name, "after {down} down: {line}\n{frame}");
        }
        assert!(lines[3..].iter().filter(|line| line.contains("> Senior")).count() <= 1, "{frame}");
    }
}

#[test]
fn the_difference_that_one_went_to_stands_out() {
    let buffer = play(small(), (80, 20), "cnn");
    let frame = text(&buffer);
    let row = frame.lines().position(|line| line.starts_with("│▶~ Team: one team")).unwrap();
    let row = u16::try_from(row).unwrap();
    assert_eq!(frame.matches('▶').count(), 1, "{frame}");
    let reversed = |x: u16, y: u16| buffer[(x, y)].modifier.contains(Modifier::REVERSED);
    assert!(
        (1..4).all(|x| reversed(x, row)) && !reversed(4, row) && !reversed(2, row + 1),
        "{frame}"
    );
}

#[test]
fn the_first_screen_shows_seven_rows_of_the_samples_first_table() {
    let Some(path) = shared("seeds/director.md") else { return };
    let ladder = content::load(&path).unwrap().ladder;
    let frame = text(&play(session(ladder), (80, 24), "c<Enter>"));
    let is_row = |line: &&str| {
        let mut signs = line.chars().skip(2);
        matches!(signs.next(), Some('~' | '≠' | '=')) && line.chars().any(|it| it == '│')
    };
    let rows: Vec<&str> =
        frame.lines().filter(|line| line.contains(" │ ")).filter(is_row).collect();
    // The eighth has begun: the seventh is whole.
    assert_eq!(rows.len(), 8, "{frame}");
}
