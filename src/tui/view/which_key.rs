//! The keys that may follow the first keys of a sequence.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{View, draw_lines};
use crate::page::width;
use crate::theme::Ink;
use crate::tui::chrome;
use crate::tui::input::key;

impl View<'_> {
    /// Draws the pop-up in the lower right corner, above the status line.
    pub(super) fn which_key(&self, frame: &mut Frame, status: Rect) {
        let following = chrome::following(self.app);
        if following.is_empty() {
            return;
        }
        let keys = following.iter().map(|(key, _)| width(key)).max().unwrap_or(0);
        let words = following.iter().map(|(_, words)| width(words)).max().unwrap_or(0);
        let lines = following.iter().map(|(key, words)| {
            let fill = " ".repeat(keys - width(key) + 2);
            let key = Span::styled(format!(" {key}"), self.ink(Ink::Key));
            Styled::from(vec![key, Span::raw(format!("{fill}{words}"))])
        });
        let bottom = if status.is_empty() { frame.area().bottom() } else { status.y };
        let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        // Smaller areas have no border on all sides.
        let size = (narrow(keys + words + 7).max(16), narrow(following.len() + 2).max(5));
        let (width, height) = (size.0.min(frame.area().width), size.1.min(bottom));
        let area = Rect { x: frame.area().right() - width, y: bottom - height, width, height };
        self.clear(frame, area);
        let title = key::names(&self.app.typed.keys);
        let inside = self.frame(frame, area, &title, true);
        draw_lines(frame, inside, lines);
    }
}
