//! Drawing: from the state to a frame. Nothing here changes the state.

mod canvas;
mod document;
mod findings;
mod ladder;
mod layer;
mod lines;
mod outline;
mod which_key;

use ratatui::Frame;

use super::app::App;
use crate::theme::Theme;
use canvas::View;

/// Draws the whole screen.
pub(crate) fn draw(frame: &mut Frame, app: &App, theme: Theme) {
    let areas = app.stage.areas();
    if frame.area().is_empty() {
        return;
    }
    let view = View { app, theme };
    view.paint(frame, frame.area());
    view.breadcrumb(frame, areas.breadcrumb);
    view.ladder(frame, areas.ladder);
    view.outline(frame, areas.outline);
    view.document(frame, areas.document);
    view.status(frame, areas.status);
    view.hints(frame, areas.hints);
    view.layers(frame, areas.status);
    view.which_key(frame, areas.status);
}
