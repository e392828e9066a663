//! Going: to a destination, to what is under the mouse, through a list that is narrowed, or out of a view.

use ratatui::layout::Position;

use super::input::message::{Effect, Message};
use super::outcome::{Destination, Filtering, Outcome};
use super::pane::areas::Areas;
use super::pane::ladder_pane::PaneRow;
use super::pane::panes::Pane;
use super::session::{SavedPlace, SavedView};
use super::shared::Waiting;
use super::show::{Shown, reading};
use super::stage::{Stage, places};
use super::target::{Columns, Target};
use crate::model::{Place, TrackId, web_link};
use crate::report::{Traceable, traceable};

/// Goes to a destination; returns what is still to do, or a line for the user.
pub(crate) fn go(stage: &mut Stage, destination: Destination) -> Outcome {
    match destination {
        Destination::Place(place) => stage.go_to(place),
        Destination::Line(document, line) => {
            stage.go_to_line(document, line);
            stage.set_focus(Pane::Document);
        }
        Destination::Finding(document, line, words) => {
            stage.go_to_line(document, line);
            return Outcome::Say(words);
        }
        Destination::File(document, line) => {
            let file = stage.shared.ladder.document(document).file.clone();
            return Outcome::of(stage.shared.edit(file, line));
        }
        Destination::Clipboard(text) => return Outcome::Do(Effect::Copy(text)),
        Destination::Counterpart(id) => {
            stage.visit(Target::Counterpart(id), false);
            stage.set_focus(Pane::Document);
        }
        Destination::Against(right) => {
            if let Some(left) = stage.subject() {
                stage.set_focus(Pane::Document);
                stage.visit(Target::Comparison(left, right), false);
            }
        }
        Destination::Beside(subject) => {
            let mut subjects = stage.subjects();
            subjects.push(subject);
            if let Some(columns) = Columns::of(&subjects) {
                stage.set_focus(Pane::Document);
                exchange(stage, Target::Levels(columns));
            }
        }
        Destination::Trace(track, traced) => stage.go_to_trace(track, traced),
        Destination::Topic(track, alias) => {
            let waiting = Waiting::Topic(track, alias);
            let Some(levels) = stage.shared.levels_for(track, waiting) else {
                return Outcome::Do(Effect::Align(track));
            };
            stage.go_to_trace(track, traceable(&levels, alias));
        }
        Destination::Saved(saved) => return go_to_saved(stage, &saved),
        Destination::TopicAt(track, document, line) => {
            let waiting = Waiting::TopicAt(track, document, line);
            let Some(levels) = stage.shared.levels_for(track, waiting) else {
                return Outcome::Do(Effect::Align(track));
            };
            match levels.topic_at(document, line) {
                Some(thread) => stage.go_to_trace(track, Traceable::Thread(thread)),
                None => stage.go_to_line(document, line),
            }
        }
        Destination::Command(message) => return Outcome::Run(message),
        Destination::Link(link) => return follow_link(stage, link),
        Destination::Hit { place, text, word } => go_to_hit(stage, place, &text, &word),
        Destination::Exchange(target) => exchange(stage, target),
        Destination::Swapped(target) => swap(stage, target),
        Destination::Back => {
            if !stage.step_history(-1) {
                stage.load(Target::first(&stage.shared.ladder));
            }
        }
        Destination::Out(left) => stage.leave_comparison(left),
    }
    Outcome::Stay
}

/// Goes to a hit of a search through the ladder, and starts the same search on the page.
fn go_to_hit(stage: &mut Stage, place: Place, text: &str, word: &str) {
    stage.go_to(place);
    let view = stage.shown.view_mut();
    view.opened_mut().reader.search_text(text, word);
    view.follow();
}

/// Shows another target and keeps the heading, if the target has it.
fn exchange(stage: &mut Stage, target: Target) {
    let opened = stage.view().opened();
    let (outline, entry) = (opened.page().outline.clone(), opened.reader.entry());
    stage.visit(target, false);
    let view = stage.shown.view_mut();
    view.opened_mut().stay_at(&outline, entry);
    view.follow();
}

/// Swaps the sides of a comparison. The items may have another order then, so the stage goes to the
/// difference nearest to the place before.
fn swap(stage: &mut Stage, target: Target) {
    let opened = stage.view().opened();
    let (outline, place) = (opened.page().outline.clone(), opened.reader.difference_place());
    exchange(stage, target);
    if let Some((entry, below)) = place {
        let view = stage.shown.view_mut();
        view.opened_mut().stay_at(&outline, entry);
        let reader = &mut view.opened_mut().reader;
        reader.nearest_difference(reader.top() + below);
        view.follow();
    }
}

/// Goes to a saved place.
fn go_to_saved(stage: &mut Stage, saved: &SavedPlace) -> Outcome {
    let Some(found) = places::find(&stage.shared.ladder, saved) else {
        let separator = format!(" {} ", stage.shared.glyphs().separator());
        return Outcome::Say(format!("{} is gone", saved.path.join(&separator)));
    };
    stage.visit(found.target, false);
    stage.set_focus(Pane::Document);
    let (view, around) = stage.beneath(None);
    view.return_to(found.target, found.position, &around);
    let waiting = match saved.view {
        SavedView::Document | SavedView::Comparison => return Outcome::Stay,
        SavedView::Trace => Waiting::Trace,
        SavedView::Overview => Waiting::Overview,
    };
    if let Some(section) = found.section {
        stage.go_to(section);
    }
    let Some(track) = stage.view().track(&stage.shared.ladder) else { return Outcome::Stay };
    let Some(levels) = stage.shared.levels_for(track, waiting) else {
        return Outcome::Do(Effect::Align(track));
    };
    let view = stage.view();
    let thread = view.thread(&stage.shared.ladder, &levels, view.opened().at(Pane::Document));
    match (saved.view, thread) {
        (SavedView::Overview, _) => stage.go_to_overview(track),
        (_, Some(thread)) => stage.go_to_trace(track, Traceable::Thread(thread)),
        _ => {}
    }
    Outcome::Stay
}

/// Follows a link; of an external link it only shows the target.
fn follow_link(stage: &mut Stage, link: usize) -> Outcome {
    let Some(link) = stage.view().opened().page().links.get(link) else { return Outcome::Stay };
    let target = link.link.target.clone();
    if let Some(place) = link.link.place {
        stage.go_to(place);
        return Outcome::Stay;
    }
    if !web_link::may_open(&target) {
        return Outcome::Say(format!("no place in this ladder for the link {target}"));
    }
    stage.shared.outside = Some(target.clone());
    let key = stage.shared.preferences.keymap.key_of("browse", stage.view().when());
    Outcome::Say(match key {
        Some(key) => format!("{key} opens in the browser: {target}"),
        None => format!("external link: {target}"),
    })
}

/// A click gives a pane the focus and chooses the row, section or link under it.
pub(crate) fn click(stage: &mut Stage, position: Position) -> Outcome {
    let areas = stage.areas();
    let Some(pane) = areas.at(position) else { return Outcome::Stay };
    let inside = Areas::inside(areas.of(pane));
    let hit = inside.contains(position);
    let row = usize::from(position.y.saturating_sub(inside.y));
    let column = usize::from(position.x.saturating_sub(inside.x));
    // The link is looked up first: the change of focus may lay out the page again.
    let link = stage.view().opened().link_under(row, column);
    stage.set_focus(pane);
    match pane {
        _ if !hit => Outcome::Stay,
        Pane::Ladder => click_row(stage, row),
        Pane::Outline => click_outline(stage, row, column),
        Pane::Document => {
            let (view, around) = stage.beneath(None);
            match (view.click(row, column, &around), link) {
                (Outcome::Pass, Some(link)) => Outcome::Go(Destination::Link(link)),
                (outcome, _) => outcome,
            }
        }
    }
}

/// Chooses a row of the ladder pane; folds or unfolds a heading.
fn click_row(stage: &mut Stage, row: usize) -> Outcome {
    let row = stage.ladder_pane.top() + row;
    match stage.ladder_pane.rows().get(row) {
        Some(PaneRow::Heading(..)) => stage.ladder_pane.fold_at(row, &stage.shared.ladder),
        _ => stage.choose_row(row),
    }
    Outcome::Stay
}

/// Chooses a row of the outline; a click on its fold sign folds or unfolds it.
fn click_outline(stage: &mut Stage, row: usize, column: usize) -> Outcome {
    let view = stage.shown.view_mut();
    let row = view.opened().outline.list.top + row;
    if row >= view.opened().rows() {
        return Outcome::Stay;
    }
    let outcome = reading::choose_row(view, row);
    if view.opened().is_on_fold(column) {
        view.opened_mut().fold(Pane::Outline);
    }
    outcome
}

/// The wheel scrolls the page or the detail below it, or moves by one row in the list under it, since each row shows another
/// document or section.
pub(crate) fn wheel(stage: &mut Stage, position: Position, lines: isize) -> Outcome {
    match stage.areas().at(position) {
        None => Outcome::Stay,
        Some(Pane::Document) => {
            let above_bottom = stage.room().bottom().saturating_sub(position.y);
            reading::wheel(stage.shown.view_mut(), usize::from(above_bottom), lines)
        }
        Some(pane) => {
            let focus = std::mem::replace(&mut stage.panes.focus, pane);
            let outcome = move_in(stage, pane, lines.signum());
            if stage.areas().shows(focus) {
                stage.panes.focus = focus;
            }
            outcome
        }
    }
}

/// Narrows the list with the focus, or moves in it.
pub(crate) fn narrow(stage: &mut Stage, step: Filtering) -> Outcome {
    let list = stage.panes.focus;
    match step {
        Filtering::Words(words) => {
            set_filter(stage, list, &words);
            go_to_first(stage, list)
        }
        Filtering::Move(rows) => move_in(stage, list, rows),
        Filtering::Keep if stage.filter_counts(list).0 == 0 => {
            let words = format!("no match for {}", stage.filter(list).words());
            narrow(stage, Filtering::End);
            Outcome::Say(words)
        }
        Filtering::Keep => Outcome::Stay,
        Filtering::End => {
            set_filter(stage, list, "");
            stage.undo_filter();
            stage.panes.focus = list;
            Outcome::Stay
        }
    }
}

/// Ends the filter of a list, and keeps the place. Returns whether there was one.
fn end_filter(stage: &mut Stage, list: Pane) -> bool {
    let is_on = stage.filter(list).is_on();
    if is_on {
        set_filter(stage, list, "");
        if let (Pane::Ladder, Some(row)) = (list, stage.view().row()) {
            stage.ladder_pane.follow(row);
        }
        stage.fit();
    }
    is_on
}

fn set_filter(stage: &mut Stage, list: Pane, words: &str) {
    match list {
        Pane::Ladder => stage.ladder_pane.narrow(words, &stage.shared.ladder),
        Pane::Outline | Pane::Document => {
            stage.shown.view_mut().opened_mut().outline.narrow(words);
        }
    }
}

/// Shows the first row of a narrowed list, unless what is shown is in the list.
fn go_to_first(stage: &mut Stage, list: Pane) -> Outcome {
    if list == Pane::Ladder {
        let shown = stage.view().row();
        match shown.filter(|shown| stage.ladder_pane.rows().contains(shown)) {
            Some(row) => stage.ladder_pane.follow(row),
            None => stage.choose_row(stage.ladder_pane.nearest(0)),
        }
        return Outcome::Stay;
    }
    let view = stage.shown.view_mut();
    let opened = view.opened_mut();
    let visible = opened.outline.visible(opened.entries());
    if visible.contains(&opened.reader.entry()) {
        view.follow();
        return Outcome::Stay;
    }
    if visible.is_empty() { Outcome::Stay } else { reading::choose_row(view, 0) }
}

/// Opens the overview of the track, with the cursor on the current role and section.
pub(crate) fn open_overview(stage: &mut Stage) -> Outcome {
    if matches!(stage.shown, Shown::Overview(_)) {
        return stage.view().leave();
    }
    let ladder = &stage.shared.ladder;
    let track = stage.view().track(ladder);
    let track = track.or((!ladder.tracks.is_empty()).then_some(TrackId(0)));
    let Some(track) = track else {
        return Outcome::Say("no track in this ladder, so no overview".to_owned());
    };
    if stage.shared.levels_for(track, Waiting::Overview).is_none() {
        return Outcome::Do(Effect::Align(track));
    }
    stage.go_to_overview(track);
    Outcome::Stay
}

/// Esc: ends the filter of the list with the focus, or else the search, or else another filter, or else the
/// zoom, or else leaves the view unless it is a document.
pub(crate) fn cancel(stage: &mut Stage) -> Outcome {
    let focus = stage.panes.focus;
    if focus != Pane::Document && end_filter(stage, focus) {
        return Outcome::Stay;
    }
    let reader = &mut stage.shown.view_mut().opened_mut().reader;
    if reader.current_search().is_some() {
        reader.end_search();
        let (view, around) = stage.beneath(None);
        view.narrow("", &around);
        return Outcome::Stay;
    }
    if end_filter(stage, Pane::Outline) || end_filter(stage, Pane::Ladder) {
        return Outcome::Stay;
    }
    if stage.panes.zoomed {
        stage.zoom(false);
        return Outcome::Stay;
    }
    stage.view().leave()
}

/// Moves by rows in a list.
fn move_in(stage: &mut Stage, list: Pane, steps: isize) -> Outcome {
    match list {
        Pane::Ladder => stage.update_ladder(&Message::Move(steps), None),
        Pane::Outline | Pane::Document => {
            let (view, around) = stage.beneath(None);
            reading::read(view, &Message::Move(steps), &around)
        }
    }
}
