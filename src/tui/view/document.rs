//! The document pane: the part of the page in view, with the matches of a search marked.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{Scrolled, View, draw_lines};
use crate::model::Anchor;
use crate::page::width;
use crate::theme::Ink;
use crate::tui::pane::areas::Areas;
use crate::tui::pane::detail::Detail;
use crate::tui::pane::panes::Pane;
use crate::tui::pane::reader::Reader;

/// Columns of the sign of a row and the space behind it.
const SIGNS: u16 = 2;

/// The area of the lines of a page, below its head.
fn body(inside: Rect, reader: &Reader) -> Rect {
    let head = u16::try_from(reader.page().head.len()).unwrap_or(u16::MAX).min(inside.height);
    Rect { y: inside.y + head, height: inside.height - head, ..inside }
}

impl View<'_> {
    pub(super) fn document(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let view = self.app.stage.view();
        let title = view.title(&self.app.stage.shared.ladder);
        let inside = self.pane(frame, Pane::Document, &title);
        let rows = view.detail().map_or(0, |detail| u16::try_from(detail.rows).unwrap_or(0));
        let above = |area: Rect| Rect { height: area.height.saturating_sub(rows), ..area };
        let (inside, below) = (above(inside), inside);
        let reader = &view.opened().reader;
        let cursor = view.cursor(usize::from(inside.width));
        self.reader(frame, inside, reader, cursor);
        self.fresh_lines(frame, area, body(inside, reader), reader);
        self.current_difference(frame, area, body(inside, reader), reader);
        let scrolled = Scrolled::of(reader, self.focused(Pane::Document));
        self.scrollbar(frame, above(area), scrolled);
        if let Some(detail) = view.detail() {
            let y = below.y + inside.height;
            self.detail(frame, Rect { y, height: below.bottom() - y, ..below }, detail);
        }
    }

    /// Draws the detail below a page: its title on a rule, and its text.
    fn detail(&self, frame: &mut Frame, area: Rect, detail: &Detail) {
        let glyphs = self.app.stage.shared.glyphs();
        let room = usize::from(area.width);
        let position = detail.position().map_or(String::new(), |it| format!(" {it} "));
        let room = room.saturating_sub(width(&position) + 4);
        let title = glyphs.truncate(&detail.title, room);
        let remark = glyphs.truncate(&detail.remark, room.saturating_sub(width(&title) + 2));
        let gap = if remark.is_empty() { "" } else { "  " };
        let rest = room.saturating_sub(width(&title) + width(gap) + width(&remark));
        let rule = |columns: usize| {
            Span::styled(glyphs.horizontal().repeat(columns), self.ink(Ink::Border))
        };
        let line = Styled::from(vec![
            rule(1),
            Span::styled(format!(" {title}"), self.ink(Ink::Subheading)),
            Span::styled(format!("{gap}{remark} "), self.ink(Ink::Muted)),
            rule(rest),
            Span::styled(position, self.ink(Ink::Muted)),
            rule(1),
        ]);
        draw_lines(frame, area, [line]);
        let inside = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        self.reader(frame, inside, &detail.reader, None);
    }

    /// Draws the part of a page that is in view, with a cursor on some columns of a line if given.
    pub(super) fn reader(
        &self,
        frame: &mut Frame,
        inside: Rect,
        reader: &Reader,
        cursor: Option<(usize, Range<usize>)>,
    ) {
        let page = reader.page();
        let head = page.head_at(reader.top()).iter().map(|line| self.line(line));
        draw_lines(frame, inside, head);
        let body = body(inside, reader);
        let lines = page.lines_at(reader.visible());
        draw_lines(frame, body, lines.iter().map(|line| self.line(line)));
        self.matches(frame, body, reader);
        if let Some((line, columns)) = cursor {
            let row = line.checked_sub(reader.top()).and_then(|row| body.rows().nth(row));
            self.ink_columns(frame, row, &columns, Ink::Cursor);
        }
        let pinned = reader.pinned_header();
        let pinned = page.lines_at(pinned);
        draw_lines(frame, body, pinned.iter().map(|line| self.padded(line, body)));
    }

    /// Changes the ink of some columns of a row.
    fn ink_columns(&self, frame: &mut Frame, row: Option<Rect>, columns: &Range<usize>, ink: Ink) {
        let Some(row) = row else { return };
        let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
        let (x, width) = (row.x.saturating_add(narrow(columns.start)), narrow(columns.len()));
        let area = Rect { x, width, ..row }.intersection(row);
        frame.buffer_mut().set_style(area, self.ink(ink));
    }

    /// A line filled with space to the width of its area, so that it covers what is under it.
    fn padded(&self, line: &crate::page::Line, area: Rect) -> ratatui::text::Line<'static> {
        let mut styled = self.line(line);
        let fill = usize::from(area.width).saturating_sub(line.width());
        styled.push_span(" ".repeat(fill));
        styled
    }

    /// Marks, in the margin of the pane, the texts that the files have since the ladder was read again.
    fn fresh_lines(&self, frame: &mut Frame, pane: Rect, body: Rect, reader: &Reader) {
        let changed = &self.app.stage.shared.fresh.changed;
        // Without a border there is no empty column.
        if changed.is_empty() || !Areas::framed(pane) {
            return;
        }
        let visible = reader.visible();
        let is_fresh = |anchor: &Anchor| {
            changed.get(&anchor.document).is_some_and(|lines| lines.contains(&anchor.line))
        };
        let flows =
            reader.page().flows.iter().filter(|flow| flow.anchor.as_ref().is_some_and(is_fresh));
        for line in flows.flat_map(|flow| flow.lines.clone()).filter(|line| visible.contains(line))
        {
            let Some(row) = body.rows().nth(line - visible.start) else { continue };
            let margin = Rect { x: row.x.saturating_sub(1), width: 1, ..row };
            let sign = Span::styled("~", self.ink(Ink::Changed));
            draw_lines(frame, margin, [Styled::from(sign)]);
        }
    }

    /// Marks the current difference: its signs are highlighted on all its lines, from the margin of the pane
    /// on, and an arrow points at it.
    fn current_difference(&self, frame: &mut Frame, pane: Rect, body: Rect, reader: &Reader) {
        let Some(lines) = reader.current_difference() else { return };
        // A border has an empty column inside.
        let margin = u16::from(Areas::framed(pane));
        let rows = reader.visible().zip(body.rows());
        for (line, row) in rows.filter(|(line, _)| lines.contains(line)) {
            let signs = Rect { x: row.x - margin, width: (SIGNS + margin).min(row.width), ..row };
            if margin > 0 && line == lines.start {
                let arrow = self.app.stage.shared.glyphs().current();
                draw_lines(frame, signs, [ratatui::text::Line::raw(arrow)]);
            }
            frame.buffer_mut().set_style(signs, self.ink(Ink::CurrentMatch));
        }
    }

    fn matches(&self, frame: &mut Frame, body: Rect, reader: &Reader) {
        let Some(search) = reader.current_search() else { return };
        let visible = reader.visible();
        for (spot, is_current) in search.on_lines(reader.page(), &visible) {
            let row = body.rows().nth(spot.line - visible.start);
            let ink = if is_current { Ink::CurrentMatch } else { Ink::Match };
            self.ink_columns(frame, row, &(spot.start..spot.end), ink);
        }
    }
}
