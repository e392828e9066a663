//! The pane below a page: the whole of what the page shows in few words where its cursor is.

use super::reader::Reader;
use crate::page::Page;

/// A screen with fewer rows than this is the page's alone.
const LEAST: usize = 12;

/// The page keeps at least so many rows.
const PAGE: usize = 7;

/// What is shown below a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Detail {
    /// What it is headed with.
    pub(crate) title: String,
    /// What stands behind the title, more quietly.
    pub(crate) remark: String,
    pub(crate) reader: Reader,
    /// How many rows it takes, its title included; none where there is no room.
    pub(crate) rows: usize,
}

impl Detail {
    /// Takes two fifths of some rows, or what a page of fewer lines leaves.
    pub(crate) fn fit(&mut self, rows: usize, lines: usize) {
        let wanted = (rows * 2 / 5).max(rows.saturating_sub(lines));
        self.rows = if rows < LEAST { 0 } else { wanted.min(rows - PAGE) };
        let head = self.reader.page().head.len();
        self.reader.set_height(self.rows.saturating_sub(1 + head));
    }

    /// Shows something else from its top.
    pub(crate) fn show(&mut self, title: String, remark: String, page: Page) {
        (self.title, self.remark) = (title, remark);
        self.reader.show(page);
    }

    /// Which lines are in view, where that is not all of them.
    pub(crate) fn position(&self) -> Option<String> {
        let (visible, total) = (self.reader.visible(), self.reader.page().lines.len());
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
