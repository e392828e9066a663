//! The document pane: the part of the page that is in view, with the matches of a search marked.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::canvas::{Scrolled, View, draw_lines};
use crate::page::Sides;
use crate::theme::Ink;
use crate::tui::app::Shown;
use crate::tui::message::Pane;
use crate::tui::reader::Reader;

impl View<'_> {
    pub(super) fn document(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let title = self.document_title();
        let inside = self.pane(frame, Pane::Document, &title);
        self.reader(frame, inside, &self.app.reader);
        let scrolled = Scrolled::of(&self.app.reader, self.focused(Pane::Document));
        self.scrollbar(frame, area, scrolled);
    }

    fn document_title(&self) -> String {
        let ladder = &self.app.ladder;
        match self.app.shown {
            Shown::Document(id) => ladder.document(id).label.clone(),
            Shown::Counterpart(id) => ladder.counterpart(id).name.clone(),
            Shown::Comparison(left, right) => {
                let only = if self.app.only_differences { ", only the differences" } else { "" };
                let how = match self.app.layout {
                    Sides::Beside => String::new(),
                    layout => format!(", {}", layout.name()),
                };
                let [left, right] = ladder.labels(left, right);
                format!("{left} | {right}{how}{only}")
            }
            Shown::Trace(track, thread) => {
                let levels = self.app.levels_of(track);
                levels.map_or("", |levels| levels.name(thread)).replace('\n', " ")
            }
            Shown::Overview(track) => ladder.track(track).title.clone(),
        }
    }

    /// Draws what a reader has in view.
    pub(super) fn reader(&self, frame: &mut Frame, inside: Rect, reader: &Reader) {
        let page = reader.page();
        let head = page.head.iter().map(|line| self.line(line));
        draw_lines(frame, inside, head);
        let rows = u16::try_from(page.head.len()).unwrap_or(u16::MAX).min(inside.height);
        let body = Rect { y: inside.y + rows, height: inside.height - rows, ..inside };
        let visible = reader.visible();
        let lines = page.lines.get(visible.clone()).unwrap_or_default();
        draw_lines(frame, body, lines.iter().map(|line| self.line(line)));
        self.matches(frame, body, reader);
        self.current_difference(frame, body, reader);
        self.cell(frame, body, reader);
        let pinned = reader.pinned_header();
        draw_lines(frame, body, page.lines[pinned].iter().map(|line| self.padded(line, body)));
    }

    /// The cell of an overview that the cursor is on.
    fn cell(&self, frame: &mut Frame, body: Rect, reader: &Reader) {
        if !self.app.surveying() || !std::ptr::eq(reader, &self.app.reader) {
            return;
        }
        let matrix = &self.app.matrix;
        let row = matrix.row.checked_sub(reader.top()).and_then(|row| body.rows().nth(row));
        let span = matrix.columns(self.app.overview_width()).span(matrix.level);
        if let Some((row, span)) = row.zip(span) {
            let narrow = |columns: usize| u16::try_from(columns).unwrap_or(u16::MAX);
            let (x, width) = (row.x.saturating_add(narrow(span.start)), narrow(span.len()));
            let cell = Rect { x, width, ..row }.intersection(row);
            frame.buffer_mut().set_style(cell, self.ink(Ink::Cursor));
        }
    }

    /// A line that covers what is under it.
    fn padded(&self, line: &crate::page::Line, area: Rect) -> ratatui::text::Line<'static> {
        let mut styled = self.line(line);
        let fill = usize::from(area.width).saturating_sub(line.width());
        styled.push_span(" ".repeat(fill));
        styled
    }

    /// The sign of the difference that was gone to stands out.
    fn current_difference(&self, frame: &mut Frame, body: Rect, reader: &Reader) {
        let line = reader.current_difference().and_then(|line| line.checked_sub(reader.top()));
        let row = line.and_then(|line| body.rows().nth(line));
        if let Some(row) = row {
            let sign = Rect { width: row.width.min(1), ..row };
            frame.buffer_mut().set_style(sign, self.ink(Ink::CurrentMatch));
        }
    }

    fn matches(&self, frame: &mut Frame, body: Rect, reader: &Reader) {
        let Some(search) = reader.current_search() else { return };
        for (line, row) in reader.visible().zip(body.rows()) {
            for (columns, current) in search.on_line(line) {
                let ink = if current { Ink::CurrentMatch } else { Ink::Match };
                let start = u16::try_from(columns.start).unwrap_or(u16::MAX);
                let wide = u16::try_from(columns.len()).unwrap_or(u16::MAX);
                let area = Rect { x: row.x.saturating_add(start), width: wide, ..row };
                frame.buffer_mut().set_style(area.intersection(row), self.ink(ink));
            }
        }
    }
}
