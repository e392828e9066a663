//! The mouse over the panes: clicks and turns of the wheel.

use ratatui::layout::Position;

use super::outcome::{Destination, Outcome};
use super::pane::areas::Areas;
use super::pane::panes::Pane;
use super::show::reading;
use super::stage::Stage;

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
