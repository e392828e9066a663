//! The detail below a page: the whole text of the cell that the page shows shortened at the cursor.

use super::reader::Reader;
use crate::page::Page;

/// The fewest rows for a detail: a smaller pane shows only the page.
const LEAST: usize = 12;

/// The rows that the page keeps at least.
const PAGE: usize = 7;

/// The detail below a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Detail {
    /// Its title.
    pub(crate) title: String,
    /// The muted text behind the title.
    pub(crate) remark: String,
    pub(crate) reader: Reader,
    /// Its rows, including the title; 0 if there is no room.
    pub(crate) rows: usize,
}

impl Detail {
    /// Takes two fifths of the rows, or all that a shorter page leaves.
    pub(crate) fn fit(&mut self, rows: usize, lines: usize) {
        let wanted = (rows * 2 / 5).max(rows.saturating_sub(lines));
        self.rows = if rows < LEAST { 0 } else { wanted.min(rows - PAGE) };
        let head = self.reader.page().head.len();
        self.reader.set_height(self.rows.saturating_sub(1 + head));
    }

    /// Shows another text from its top.
    pub(crate) fn show(&mut self, title: String, remark: String, page: Page) {
        (self.title, self.remark) = (title, remark);
        self.reader.show(page);
    }

    /// The lines in view; `None` if all are in view.
    pub(crate) fn position(&self) -> Option<String> {
        let (visible, total) = (self.reader.visible(), self.reader.page().height());
        let all = visible.len() >= total;
        (!all).then(|| format!("{}-{} of {total}", visible.start + 1, visible.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_keeps_room_enough() {
        let rows = |rows: usize, lines: usize| {
            let mut detail = Detail::default();
            detail.fit(rows, lines);
            detail.rows
        };
        assert_eq!([rows(7, 3), rows(12, 3), rows(12, 30)], [0, 5, 4]);
        assert_eq!([rows(19, 25), rows(35, 25), rows(45, 5)], [7, 14, 38]);
    }
}
