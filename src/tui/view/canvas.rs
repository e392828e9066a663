//! Drawing that all panes share: frames, lines of pages, scroll bars.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::symbols::border;
use ratatui::text::{Line as Styled, Span};
use ratatui::widgets::{Block, Borders, Clear, Widget};

use crate::page::{Glyphs, Line};
use crate::theme::{Ink, Theme};
use crate::tui::app::App;
use crate::tui::layer::Layer;
use crate::tui::pane::areas::Areas;
use crate::tui::pane::panes::Pane;
use crate::tui::pane::reader::Reader;

/// What drawing needs everywhere.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) app: &'a App,
    pub(super) theme: Theme,
}

impl View<'_> {
    pub(super) fn ink(&self, ink: Ink) -> Style {
        self.theme.style(ink.into())
    }

    /// Gives an area the colors of the theme.
    pub(super) fn paint(&self, frame: &mut Frame, area: Rect) {
        frame.buffer_mut().set_style(area, self.ink(Ink::Text));
    }

    /// Empties an area, to draw over what is there.
    pub(super) fn clear(&self, frame: &mut Frame, area: Rect) {
        frame.render_widget(Clear, area);
        self.paint(frame, area);
    }

    /// Draws the border and title of a pane; returns the area inside.
    pub(super) fn frame(&self, frame: &mut Frame, area: Rect, title: &str, focused: bool) -> Rect {
        let ink = if focused { Ink::Focus } else { Ink::Border };
        let inside = Areas::inside(area);
        let room = usize::from(area.width).saturating_sub(6);
        let title = format!(" {} ", self.app.stage.shared.glyphs().truncate(title, room));
        let title_style = if focused {
            self.ink(Ink::Focus).add_modifier(Modifier::REVERSED)
        } else {
            // It lies on the border, which may be dim.
            let title = self.ink(Ink::Text).add_modifier(Modifier::BOLD);
            title.remove_modifier(Modifier::DIM)
        };
        let title = Span::styled(title, title_style);
        if Areas::framed(area) {
            let block = Block::new()
                .borders(Borders::ALL)
                .border_set(borders(self.app.stage.shared.glyphs()))
                .border_style(self.ink(ink))
                .title(title);
            frame.render_widget(block, area);
        } else if inside != area {
            let block = Block::new()
                .borders(Borders::TOP)
                .border_set(borders(self.app.stage.shared.glyphs()))
                .border_style(self.ink(ink))
                .title(title);
            frame.render_widget(block, area);
        }
        inside
    }

    pub(super) fn pane(&self, frame: &mut Frame, pane: Pane, title: &str) -> Rect {
        let area = self.app.stage.areas().of(pane);
        self.frame(frame, area, title, self.focused(pane))
    }

    /// Whether keys go to a pane.
    pub(super) fn focused(&self, pane: Pane) -> bool {
        let has_keys = matches!(self.app.layers.as_slice(), [] | [Layer::Filter(_)]);
        self.app.stage.panes.focus == pane && has_keys
    }

    /// A line of a page as the terminal shows it.
    pub(super) fn line(&self, line: &Line) -> Styled<'static> {
        let spans =
            line.runs.iter().map(|run| Span::styled(run.text.clone(), self.theme.style(run.mark)));
        Styled::from(spans.collect::<Vec<_>>())
    }

    /// Draws how far a list or page is scrolled, on the right border of its pane.
    pub(super) fn scrollbar(&self, frame: &mut Frame, area: Rect, scrolled: Scrolled) {
        let Scrolled { first, shown, total, focused } = scrolled;
        if !Areas::framed(area) || total <= shown || shown == 0 {
            return;
        }
        let track = usize::from(area.height.saturating_sub(2));
        let thumb = (track * shown / total).clamp(1, track);
        let last = total - shown;
        let start = (track - thumb) * first.min(last) / last;
        let stroke = if self.app.stage.shared.glyphs() == Glyphs::Ascii { "#" } else { "┃" };
        let style = if focused { self.ink(Ink::Focus) } else { Style::new() };
        for row in start..start + thumb {
            let row = u16::try_from(row).unwrap_or(0);
            put(frame.buffer_mut(), area.right() - 1, area.y + 1 + row, stroke, style);
        }
    }
}

/// A scroll position: the first row in view, how many rows fit, how many there are, and whether the pane
/// has the focus.
#[derive(Clone, Copy)]
pub(super) struct Scrolled {
    pub(super) first: usize,
    pub(super) shown: usize,
    pub(super) total: usize,
    pub(super) focused: bool,
}

impl Scrolled {
    pub(super) fn of(reader: &Reader, focused: bool) -> Self {
        let total = reader.page().height();
        Self { first: reader.top(), shown: reader.height(), total, focused }
    }
}

/// Sets one cell, if it is on the screen.
fn put(buffer: &mut Buffer, x: u16, y: u16, symbol: &str, style: Style) {
    if let Some(cell) = buffer.cell_mut((x, y)) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// Draws styled lines from the top of an area.
pub(super) fn draw_lines(
    frame: &mut Frame,
    area: Rect,
    lines: impl IntoIterator<Item = Styled<'static>>,
) {
    for (line, row) in lines.into_iter().zip(area.rows()) {
        (&line).render(row, frame.buffer_mut());
    }
}

fn borders(glyphs: Glyphs) -> border::Set<'static> {
    match glyphs {
        Glyphs::Unicode => border::ROUNDED,
        Glyphs::Ascii => border::Set {
            top_left: "+",
            top_right: "+",
            bottom_left: "+",
            bottom_right: "+",
            vertical_left: "|",
            vertical_right: "|",
            horizontal_top: "-",
            horizontal_bottom: "-",
        },
    }
}
