//! Copying by way of the terminal.

use rungs::finding::{Finding, Severity};
use rungs::tui::{Findings, Session, play};

use super::played::small;
use crate::support::screen::{ladder_of, text};

/// Plays keys on a session, and looks for what was sent to the clipboard.
#[track_caller]
fn sent(session: Session, keys: &str, want: &str) {
    let got = text(&play(session, (140, 40), keys));
    let want = format!("sent to the terminal's clipboard: {want}");
    assert!(got.contains(&want), "no {want:?} after {keys:?}:\n{got}");
}

#[test]
fn the_item_in_view_is_copied() {
    sent(small(), "<Enter>y", "44 characters: Builds features with the next rung in sight.");
    sent(small(), "<Enter>]y", "14 characters: Team: one team");
    sent(small(), "<Enter>/month<Enter>y", "23 characters: Ships a feature a month");
    sent(small(), "<Enter>/Solid<Enter>y", "10 characters: Code Solid");
    sent(small(), "<Enter>/Growing<Enter>y", "7 characters: Growing");
}

#[test]
fn the_section_is_copied_as_markdown_and_as_a_link() {
    let section = "## Scope  - **Team**: one team - Ships a feature a month";
    sent(small(), "<Enter>]Y", &format!("{} characters: {section}", section.len()));
    sent(small(), "<Enter>]L", "17 characters: engineer.md#scope");
    sent(small(), "<Enter>L", "11 characters: engineer.md");
    let spaced = || ladder_of(&[("a b/engineer.md", "# Engineer\n\n## Scope\n\n- Builds\n")]);
    sent(spaced(), "<Enter>]L", "23 characters: a%20b/engineer.md#scope");
}

#[test]
fn of_a_comparison_a_side_is_chosen_if_the_two_differ() {
    let got = text(&play(small(), (140, 40), "c)y"));
    assert!(got.contains("Copy from"), "{got}");
    sent(small(), "c)y<Enter>", "44 characters: Builds features with the next rung in sight.");
    sent(small(), "c)y<Down><Enter>", "15 characters: Leads projects.");
    sent(small(), "c)))y", "21 characters: Mentors two engineers");
    sent(small(), "c))L<Down><Enter>", "15 characters: senior.md#scope");
}

#[test]
fn a_cell_and_a_finding_are_copied() {
    sent(small(), "Ml<Space>jy", "15 characters: Leads projects.");
    let section = "## Scope  - **Team**: one team and its neighbors - Ships a feature a month";
    sent(small(), "Mljy", &format!("98 characters: {section}"));
    let finding = Finding::new(Severity::Warning, "filler", "engineer.md", "a word too many");
    let findings = Findings::Known(vec![finding]);
    let words = "engineer.md:1:1: warning[filler]: a word too many";
    sent(Session { findings, ..small() }, "!y", &format!("{} characters: {words}", words.len()));
}

#[test]
fn what_is_too_long_for_a_terminal_is_not_sent() {
    let long = format!("# Engineer\n\n{}\n", "many words ".repeat(6000));
    let got = text(&play(ladder_of(&[("engineer.md", &long)]), (140, 40), "<Enter>y"));
    assert!(got.contains("not copied: 65999 bytes, and terminals take at most 56244"), "{got}");
}
