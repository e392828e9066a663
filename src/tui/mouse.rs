//! The mouse: a click chooses what is under it, the wheel scrolls the pane under it.

use ratatui::layout::Position;

use super::app::App;
use super::areas::Areas;
use super::ladder_list::Row;
use super::message::Pane;

impl App {
    pub(crate) fn click(&mut self, column: u16, row: u16) {
        let position = Position::new(column, row);
        let areas = self.areas();
        let Some(pane) = areas.at(position) else { return };
        let inside = Areas::inside(areas.of(pane));
        let hit = inside.contains(position);
        let (row, column) = (
            usize::from(row.saturating_sub(inside.y)),
            usize::from(column.saturating_sub(inside.x)),
        );
        // What is under the click is looked up before the focus may lay the page out anew.
        let link = (hit && pane == Pane::Document).then(|| self.link_under(row, column)).flatten();
        self.set_focus(pane);
        if !hit {
            return;
        }
        match pane {
            Pane::Document if self.surveying() => self.click_cell(row, column),
            Pane::Ladder => self.click_row(self.list.top + row),
            Pane::Outline => {
                let visible = self.outline.visible(&self.page().outline).len();
                let row = self.outline.list.top + row;
                if row < visible {
                    self.outline.list.cursor = row;
                    self.read_outline_entry();
                    if self.on_fold(column) {
                        self.fold();
                    }
                }
            }
            Pane::Document => {
                if let Some(link) = link {
                    self.follow_link(link);
                }
            }
        }
    }

    /// Chooses a row of the ladder pane; a heading is folded or unfolded.
    fn click_row(&mut self, row: usize) {
        match self.rows.get(row) {
            Some(Row::Heading(..)) => {
                self.list.cursor = row;
                self.fold_group();
            }
            _ => self.choose_row(row),
        }
    }

    /// The link at a row and column of the document pane: below the page's head, and of a pinned
    /// header where it covers what it is pinned over.
    fn link_under(&self, row: usize, column: usize) -> Option<usize> {
        let row = row.checked_sub(self.page().head.len())?;
        let line = self.reader.pinned_header().nth(row).unwrap_or(self.reader.top() + row);
        self.page().link_at(line, column)
    }

    /// Whether a column of the outline's row under the cursor is its sign of folding.
    fn on_fold(&self, column: usize) -> bool {
        let entries = &self.page().outline;
        let entry = self.outline.entry(entries);
        let signs = if self.comparing() { 2 } else { 0 };
        let start = signs + 2 * entries.get(entry).map_or(0, |e| e.depth.saturating_sub(1));
        self.outline.open(entries, entry).is_some() && (start..start + 2).contains(&column)
    }

    pub(crate) fn wheel(&mut self, column: u16, row: u16, lines: isize) {
        match self.areas().at(Position::new(column, row)) {
            Some(Pane::Document) => {
                self.reader.scroll(lines);
                self.stay();
                self.follow_reader();
            }
            // A turn of the wheel is one row: each shows another document or section.
            Some(pane) => {
                let focus = std::mem::replace(&mut self.focus, pane);
                self.move_by(lines.signum());
                if self.areas().shows(focus) {
                    self.focus = focus;
                }
            }
            None => {}
        }
    }
}
