//! The ladder pane: tracks and their roles, counterparts, pages.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{Scrolled, View, draw_lines};
use crate::model::DocumentId;
use crate::page::{icon_glyph, width};
use crate::theme::Ink;
use crate::tui::chrome;
use crate::tui::pane::ladder_pane::{self, PaneGroup, PaneRow};
use crate::tui::pane::panes::Pane;

impl View<'_> {
    pub(super) fn ladder(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let app = self.app;
        let title = chrome::list_title(app, Pane::Ladder, &app.stage.shared.ladder.name);
        let inside = self.pane(frame, Pane::Ladder, &title);
        if app.stage.ladder_pane.rows().is_empty() {
            self.no_match(frame, inside);
        }
        let shown = app.stage.ladder_pane.marked(app.stage.view().row());
        let rows =
            app.stage.ladder_pane.rows().iter().enumerate().skip(app.stage.ladder_pane.top());
        let rows = rows.take(usize::from(inside.height));
        let lines =
            rows.map(|(i, row)| self.ladder_row(row, usize::from(inside.width), Some(i) == shown));
        draw_lines(frame, inside, lines);
        let scrolled = Scrolled {
            first: app.stage.ladder_pane.top(),
            shown: usize::from(inside.height),
            total: app.stage.ladder_pane.rows().len(),
            focused: self.focused(Pane::Ladder),
        };
        self.scrollbar(frame, area, scrolled);
    }

    /// The heading of a group, with a fold sign if there are several groups, and the count of hidden rows.
    fn heading_row(
        &self,
        group: PaneGroup,
        hidden: Option<usize>,
        columns: usize,
        shown: bool,
    ) -> Styled<'static> {
        let app = self.app;
        let is_alone = ladder_pane::groups(&app.stage.shared.ladder).len() == 1;
        let sign = match hidden {
            None if is_alone => String::new(),
            hidden => format!("{} ", app.stage.shared.glyphs().fold(hidden.is_none())),
        };
        let count = hidden.map_or(String::new(), |count| format!(" {count}"));
        let room = columns.saturating_sub(width(&sign) + width(&count));
        let title = app.stage.shared.glyphs().truncate(group.title(&app.stage.shared.ladder), room);
        let fill = " ".repeat(room.saturating_sub(width(&title)));
        let here = |ink| match (shown, app.stage.panes.focus == Pane::Ladder) {
            (true, true) => self.ink(Ink::Cursor),
            (true, false) => self.ink(Ink::Place),
            _ => self.ink(ink),
        };
        Styled::from(vec![
            Span::styled(sign, here(Ink::Muted)),
            Span::styled(title + &fill, here(Ink::Heading)),
            Span::styled(count, here(Ink::Muted)),
        ])
    }

    fn ladder_row(&self, row: &PaneRow, columns: usize, shown: bool) -> Styled<'static> {
        let ladder = &self.app.stage.shared.ladder;
        let id = match row {
            PaneRow::Role(id) => Some(DocumentId::Role(*id)),
            PaneRow::Page(id) => Some(DocumentId::Page(*id)),
            PaneRow::Heading(..) | PaneRow::Counterpart(_) => None,
        };
        let fresh = id.and_then(|id| self.app.stage.shared.fresh.sign(id));
        let (icon, label, level) = match row {
            PaneRow::Heading(group, hidden) => {
                return self.heading_row(*group, *hidden, columns, shown);
            }
            PaneRow::Role(id) => {
                let role = ladder.role(*id);
                let icon = role.document.icon.as_deref();
                (icon, &role.document.label, role.level.as_deref())
            }
            PaneRow::Page(id) => {
                let page = ladder.document(DocumentId::Page(*id));
                (page.icon.as_deref(), &page.label, None)
            }
            PaneRow::Counterpart(id) => (None, &ladder.counterpart(*id).name, None),
        };
        let icon =
            icon.map_or(String::new(), |icon| icon_glyph(icon, self.app.stage.shared.glyphs()));
        let icon = if icon.is_empty() { " ".to_owned() } else { icon };
        // A level that is in the label already is not repeated.
        let level = level.filter(|level| !label.contains(level)).unwrap_or_default();
        let level_room = if level.is_empty() { 0 } else { width(level) + 1 };
        let marker = format!("{}{icon} ", fresh.unwrap_or(" "));
        let room = columns.saturating_sub(width(&marker) + level_room);
        let label = self.app.stage.shared.glyphs().truncate(label, room);
        let fill = " ".repeat(room.saturating_sub(width(&label)));
        let level = if level.is_empty() { String::new() } else { format!(" {level}") };
        let (base, quiet) = match (shown, self.app.stage.panes.focus == Pane::Ladder) {
            (true, true) => (self.ink(Ink::Cursor), self.ink(Ink::Cursor)),
            (true, false) => (self.ink(Ink::Place), self.ink(Ink::Place)),
            _ => (Style::new(), self.ink(Ink::Muted)),
        };
        let marker_style = match fresh {
            _ if shown => base,
            Some(_) => self.ink(Ink::Changed),
            None => self.ink(Ink::Marker),
        };
        let marker = if shown && fresh.is_none() && self.app.stage.panes.focus != Pane::Ladder {
            format!("{}{icon} ", self.app.stage.shared.glyphs().separator())
        } else {
            marker
        };
        Styled::from(vec![
            Span::styled(marker, marker_style),
            Span::styled(label + &fill, base),
            Span::styled(level, quiet),
        ])
    }
}
