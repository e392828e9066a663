//! The outline pane: the headings of the view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{Scrolled, View, draw_lines};
use crate::compare::Kind;
use crate::page::width;
use crate::theme::Ink;
use crate::tui::chrome;
use crate::tui::pane::list::ListCursor;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::Pane;

impl View<'_> {
    pub(super) fn outline(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let view = self.app.stage.view();
        let title = chrome::list_title(self.app, Pane::Outline, view.outline_title());
        let inside = self.pane(frame, Pane::Outline, &title);
        let opened = view.opened();
        let visible = opened.outline.visible(opened.entries());
        let ListCursor { cursor, top } = opened.outline.list;
        let rows = visible.iter().enumerate().skip(top).take(usize::from(inside.height));
        let lines = rows.map(|(row, &entry)| {
            self.outline_row(opened, entry, usize::from(inside.width), row == cursor)
        });
        draw_lines(frame, inside, lines);
        if visible.is_empty() {
            self.no_match(frame, inside);
        }
        let scrolled = Scrolled {
            first: top,
            shown: usize::from(inside.height),
            total: visible.len(),
            focused: self.focused(Pane::Outline),
        };
        self.scrollbar(frame, area, scrolled);
    }

    fn outline_row(
        &self,
        opened: &OpenPage,
        index: usize,
        columns: usize,
        here: bool,
    ) -> Styled<'static> {
        let (entry, glyphs) = (&opened.entries()[index], self.app.stage.shared.glyphs());
        let fold = match opened.outline.open(opened.entries(), index) {
            Some(open) => format!("{} ", glyphs.fold(open)),
            None if entry.depth == 0 => String::new(),
            None => "  ".to_owned(),
        };
        let indent = " ".repeat(2 * entry.depth.saturating_sub(1));
        let (sign, ink, count) = match entry.kind {
            Some((kind, differences)) => (kind.sign(), sign_ink(kind), differences),
            None => ("", Ink::Text, 0),
        };
        let sign = if sign.is_empty() { String::new() } else { format!("{sign} ") };
        let count = if count == 0 { String::new() } else { format!(" {count}") };
        let taken = width(&sign) + width(&indent) + width(&fold) + width(&count);
        let room = columns.saturating_sub(taken);
        let title = glyphs.truncate(&entry.title, room);
        let fill = " ".repeat(room.saturating_sub(width(&title)));
        let base = match (here, self.app.stage.panes.focus == Pane::Outline) {
            (true, true) => self.ink(Ink::Cursor),
            (true, false) => self.ink(Ink::Place),
            _ if entry.depth == 0 => self.ink(Ink::Subheading),
            _ => Style::new(),
        };
        let quiet = |ink| if here { base } else { self.ink(ink) };
        Styled::from(vec![
            Span::styled(sign, quiet(ink)),
            Span::styled(format!("{indent}{fold}"), quiet(Ink::Muted)),
            Span::styled(title + &fill, base),
            Span::styled(count, quiet(Ink::Muted)),
        ])
    }
}

fn sign_ink(kind: Kind) -> Ink {
    match kind {
        Kind::Same => Ink::Muted,
        Kind::Changed => Ink::Changed,
        Kind::Left => Ink::Left,
        Kind::Right => Ink::Right,
    }
}
