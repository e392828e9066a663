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
use ratatui::buffer::Buffer;
use unicode_segmentation::UnicodeSegmentation;

use super::app::App;
use crate::page::sure_grapheme;
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
    settle(frame.buffer_mut());
}

/// Replaces what terminals count differently: it would move what is behind it, and the borders with it.
fn settle(buffer: &mut Buffer) {
    let (width, cells) = (usize::from(buffer.area.width), &mut buffer.content);
    for at in 0..cells.len() {
        let Some(sure) = sure_grapheme(cells[at].symbol()) else { continue };
        let end = (at / width + 1) * width;
        for (cell, sign) in cells[at..end].iter_mut().zip(sure.graphemes(true)) {
            cell.set_symbol(sign);
        }
    }
}
