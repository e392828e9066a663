//! The lines at the top and bottom: the path, position and counts, the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{View, draw_lines};
use crate::page::width;
use crate::theme::Ink;
use crate::tui::chrome::{self, Status};

impl View<'_> {
    /// Draws the path to the view, if its document asks for it.
    pub(super) fn breadcrumb(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let mut parts = chrome::path(self.app);
        let arrow = format!(" {} ", self.app.stage.shared.glyphs().separator());
        let room = usize::from(area.width).saturating_sub(1);
        // The end of a path matters most, so the front of a long path is cut.
        while parts.len() > 1 && width(&parts.join(&arrow)) > room {
            parts.remove(0);
        }
        let last = parts.pop().unwrap_or_default();
        let front: String = parts.iter().map(|part| format!("{part}{arrow}")).collect();
        let line = Styled::from(vec![
            Span::raw(" "),
            Span::styled(front, self.ink(Ink::Muted)),
            Span::styled(
                self.app.stage.shared.glyphs().truncate(&last, room),
                self.ink(Ink::Subheading),
            ),
        ]);
        draw_lines(frame, area, [line]);
    }

    /// Draws a notice, or position and counts.
    pub(super) fn status(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let Status { left, mut right, is_notice } = chrome::status(self.app);
        let ink = if is_notice { Ink::Key } else { Ink::Text };
        let room = usize::from(area.width).saturating_sub(2);
        let left = self.app.stage.shared.glyphs().truncate(&left, room);
        if width(&left) + width(&right) + 2 > room {
            right.clear();
        }
        let fill = room.saturating_sub(width(&left) + width(&right));
        let line = Styled::from(vec![
            Span::raw(" "),
            Span::styled(left, self.ink(ink)),
            Span::raw(" ".repeat(fill)),
            Span::styled(right, self.ink(Ink::Muted)),
        ]);
        draw_lines(frame, area, [line]);
    }

    /// Draws the hints, as many as there is room for.
    pub(super) fn hints(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let mut spans = vec![Span::raw(" ")];
        let mut room = usize::from(area.width).saturating_sub(1);
        let mut hints = chrome::hints(self.app);
        // The keys that lead out are always visible: room is kept for them.
        let always =
            |hint: &(String, &str)| matches!(hint.1, "help" | "quit" | "back" | "cancel" | "close");
        let kept_hints: Vec<_> = hints.iter().filter(|hint| always(hint)).cloned().collect();
        hints.retain(|hint| !always(hint));
        let size = |hint: &(String, &str)| width(&hint.0) + width(hint.1) + 3;
        let kept: usize = kept_hints.iter().map(size).sum();
        let mut shown = Vec::new();
        for hint in hints {
            if size(&hint) + kept <= room {
                room -= size(&hint);
                shown.push(hint);
            }
        }
        for (key, word) in shown.into_iter().chain(kept_hints) {
            spans.push(Span::styled(key, self.ink(Ink::Key)));
            spans.push(Span::styled(format!(" {word}  "), self.ink(Ink::Muted)));
        }
        draw_lines(frame, area, [Styled::from(spans)]);
    }
}
