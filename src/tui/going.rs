//! Going: to a destination, or to what is under the mouse.

use ratatui::layout::Position;

use super::input::message::Effect;
use super::outcome::{Destination, Outcome};
use super::pane::areas::Areas;
use super::pane::panes::Pane;
use super::session::{SavedPlace, SavedView};
use super::shared::Waiting;
use super::show::reading;
use super::stage::{Stage, places};
use super::target::{Columns, Target};
use crate::model::{Place, web_link};
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
        Pane::Ladder => stage.click_row(row),
        Pane::Outline => stage.click_outline(row, column),
        Pane::Document => {
            let (view, around) = stage.beneath(None);
            match (view.click(row, column, &around), link) {
                (Outcome::Pass, Some(link)) => Outcome::Go(Destination::Link(link)),
                (outcome, _) => outcome,
            }
        }
    }
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
            let outcome = stage.move_in(pane, lines.signum());
            if stage.areas().shows(focus) {
                stage.panes.focus = focus;
            }
            outcome
        }
    }
}
