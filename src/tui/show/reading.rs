//! Reading: moving in the outline and the document, in every view.

use std::collections::HashSet;

use super::common::{FileLine, Show, Surroundings};
use crate::model::{DocumentId, Subject};
use crate::tui::input::message::Message;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::outline::Outline;
use crate::tui::pane::panes::Pane;

/// Moves on the page as a message says.
pub(crate) fn read(view: &mut dyn Show, message: &Message, around: &Surroundings<'_>) -> Outcome {
    let times = around.times();
    match *message {
        Message::Move(steps) => move_by(view, steps.saturating_mul(times), around.focus),
        Message::HalfPages(steps) => move_screens(view, (steps * times, 2), around),
        Message::Pages(steps) => move_screens(view, (steps * times, 1), around),
        Message::Top => move_to(view, Some(around.typed.unwrap_or(1)), around.focus),
        Message::Bottom => move_to(view, around.typed, around.focus),
        Message::Sections(steps) => {
            let moved = view.opened_mut().reader.sections(steps * times);
            let end = if steps > 0 { "the last section" } else { "the top" };
            followed(view, (!moved).then(|| end.to_owned()))
        }
        Message::Siblings(steps) => {
            let moved = view.opened_mut().reader.siblings(steps * times);
            followed(view, (!moved).then(|| "no other section of this depth".to_owned()))
        }
        Message::Matches(steps) => {
            let words = matches(view, steps * times);
            let outcome = followed(view, words);
            view.follow_match(around);
            outcome
        }
        Message::Fold => match view.opened_mut().fold(around.focus) {
            true => Outcome::Stay,
            false => Outcome::Say("nothing to fold here".to_owned()),
        },
        _ => Outcome::Pass,
    }
}

/// Scrolls the page by lines, wherever the focus is.
pub(crate) fn scroll(view: &mut dyn Show, lines: isize) -> Outcome {
    view.opened_mut().reader.scroll(lines);
    followed(view, None)
}

/// Scrolls what is at some rows above the bottom of the pane: the page, or the detail below it.
pub(crate) fn wheel(view: &mut dyn Show, above_bottom: usize, lines: isize) -> Outcome {
    match view.detail_mut().filter(|detail| above_bottom <= detail.rows) {
        Some(detail) => {
            detail.reader.scroll(lines);
            Outcome::Stay
        }
        None => scroll(view, lines),
    }
}

/// Goes to a row of the outline, and reads its section.
pub(crate) fn choose_row(view: &mut dyn Show, row: usize) -> Outcome {
    view.opened_mut().outline.list.cursor = row;
    view.read_entry();
    Outcome::Read(None)
}

/// Goes differences forward or back.
pub(crate) fn differences(view: &mut dyn Show, steps: isize) -> Outcome {
    let moved = view.opened_mut().reader.differences(steps);
    view.opened_mut().follow();
    match (moved, steps > 0) {
        (true, _) => Outcome::Stay,
        (false, true) => Outcome::Say("no difference below".to_owned()),
        (false, false) => Outcome::Say("no difference above".to_owned()),
    }
}

/// Goes to the text of what is at the cursor.
pub(crate) fn open_source(view: &dyn Show, around: &Surroundings<'_>) -> Outcome {
    match view.sources(around).map(|sources| sources.first().copied()) {
        Ok(Some((document, line))) => Outcome::Go(Destination::Line(document, line)),
        Ok(None) => Outcome::Stay,
        Err(words) => Outcome::Say(words),
    }
}

/// The sources of the roles that a comparison shows at the cursor: of the current difference, or else of the
/// section, or else of the whole documents.
pub(crate) fn compared_sources(view: &dyn Show, around: &Surroundings<'_>) -> Vec<FileLine> {
    let opened = view.opened();
    let is_reading = around.focus == Pane::Document;
    let difference = opened.reader.current_difference().filter(|_| is_reading);
    let is_current = |line| difference.as_ref().is_some_and(|lines| lines.contains(&line));
    let flows = opened.page().flows.iter().filter(|flow| is_current(flow.lines.start));
    let items = flows.filter_map(|flow| flow.anchor.map(|it| (it.document, it.line)));
    let entry = opened.entries().get(opened.at(around.focus));
    let headings = entry.into_iter().flat_map(|entry| entry.spots).flatten();
    let documents = view.subjects(around.focus).into_iter().filter_map(|subject| match subject {
        Subject::Role(role) => Some(DocumentId::Role(role)),
        Subject::Counterpart(_) => None,
    });
    let ladder = &around.shared.ladder;
    let documents = documents.map(|id| (id, ladder.document(id).line));
    let mut seen = HashSet::new();
    let each: [Vec<FileLine>; 3] = [items.collect(), headings.collect(), documents.collect()];
    let nearest = each.into_iter().find(|sources| !sources.is_empty());
    nearest.into_iter().flatten().filter(|(document, _)| seen.insert(*document)).collect()
}

/// Whether a search is active and has a match.
pub(crate) fn is_searched(view: &dyn Show) -> bool {
    view.opened().reader.current_search().is_some_and(|search| search.count().1 > 0)
}

/// Lays out the page again after lines came or went, and keeps the topic.
pub(crate) fn lay_out_at_topic(view: &mut dyn Show, entry: usize, around: &Surroundings<'_>) {
    let before = view.opened().page().outline.clone();
    view.lay_out_again(around);
    let opened = view.opened_mut();
    opened.outline = Outline::new(opened.entries(), true);
    opened.stay_at(&before, entry);
    opened.follow();
}

/// Lays out the page again after its group at the end was folded or unfolded, and goes there.
pub(crate) fn lay_out_at_rest(view: &mut dyn Show, around: &Surroundings<'_>) -> Outcome {
    view.lay_out_again(around);
    let opened = view.opened_mut();
    opened.outline = Outline::new(opened.entries(), true);
    if let Some(rest) = opened.rest_entry() {
        opened.reader.go_to_entry(rest);
    }
    opened.follow();
    Outcome::Stay
}

fn followed(view: &mut dyn Show, words: Option<String>) -> Outcome {
    view.follow();
    Outcome::Read(words)
}

fn move_by(view: &mut dyn Show, steps: isize, focus: Pane) -> Outcome {
    if focus == Pane::Document {
        return scroll(view, steps);
    }
    let opened = view.opened_mut();
    let rows = opened.rows();
    if rows == 0 {
        return Outcome::Stay;
    }
    opened.outline.list.step(steps, rows);
    view.read_entry();
    Outcome::Read(None)
}

/// Moves by screens, or by parts of one.
fn move_screens(
    view: &mut dyn Show,
    (screens, parts): (isize, isize),
    around: &Surroundings<'_>,
) -> Outcome {
    let height = match around.focus {
        Pane::Document => view.opened().reader.screen(screens > 0),
        Pane::Ladder | Pane::Outline => around.rows,
    };
    move_by(view, screens_in_lines(screens, parts, height), around.focus)
}

/// The number of lines of some screens, or of parts of a screen.
pub(crate) fn screens_in_lines(screens: isize, parts: isize, height: usize) -> isize {
    let screen = isize::try_from(height).unwrap_or(1);
    screens.saturating_mul((screen / parts).max(1))
}

/// Goes to a line or row, counted from 1; `None` for the last.
fn move_to(view: &mut dyn Show, number: Option<usize>, focus: Pane) -> Outcome {
    let index = number.map_or(usize::MAX, |number| number.saturating_sub(1));
    let opened = view.opened_mut();
    if focus == Pane::Outline {
        if opened.rows() == 0 {
            return Outcome::Stay;
        }
        let last = opened.rows().saturating_sub(1);
        return choose_row(view, index.min(last));
    }
    match number {
        Some(_) => opened.reader.go_to(index),
        None => opened.reader.bottom(),
    }
    followed(view, None)
}

/// Goes matches forward or back; returns the notice.
fn matches(view: &mut dyn Show, steps: isize) -> Option<String> {
    let reader = &mut view.opened_mut().reader;
    match (reader.matches(steps), reader.current_search()) {
        (Some(false), _) => None,
        (Some(true), _) if steps > 0 => Some("search continued from the top".to_owned()),
        (Some(true), _) => Some("search continued from the end".to_owned()),
        (None, Some(search)) => Some(format!("no match for {}", search.query())),
        (None, None) => Some("no search is active: / starts one".to_owned()),
    }
}
