//! An open page: its reader, and the outline beside it.

use super::outline::{self, Outline};
use super::panes::Pane;
use super::reader::Reader;
use crate::page::{OutlineEntry, Page};

/// A page with its reader and its outline.
#[derive(Debug, Clone, Default)]
pub(crate) struct OpenPage {
    pub(crate) reader: Reader,
    pub(crate) outline: Outline,
}

impl OpenPage {
    /// No page yet; the reader keeps its screen and its search for the next page.
    pub(crate) fn new(reader: Reader) -> Self {
        Self { reader, outline: Outline::default() }
    }

    /// Opens a page at its top.
    pub(crate) fn show(&mut self, page: Page, expanded: bool) {
        self.outline = Outline::new(&page.outline, expanded);
        self.reader.show(page);
    }

    /// The page.
    pub(crate) fn page(&self) -> &Page {
        self.reader.page()
    }

    /// The headings of the page.
    pub(crate) fn entries(&self) -> &[OutlineEntry] {
        &self.page().outline
    }

    /// The number of the current heading of the pane with the focus.
    pub(crate) fn at(&self, focus: Pane) -> usize {
        match focus {
            Pane::Outline => self.outline.entry(self.entries()),
            Pane::Ladder | Pane::Document => self.reader.entry(),
        }
    }

    /// The current heading of the pane with the focus.
    pub(crate) fn heading(&self, focus: Pane) -> Option<&OutlineEntry> {
        self.entries().get(self.at(focus))
    }

    /// Moves the cursor of the outline to the section that is read.
    pub(crate) fn follow(&mut self) {
        self.outline.follow(&self.reader.page().outline, self.reader.entry());
    }

    /// The number of rows of the outline.
    pub(crate) fn rows(&self) -> usize {
        self.outline.visible(self.entries()).len()
    }

    /// The number of rows of the outline, and of all headings.
    pub(crate) fn counts(&self) -> (usize, usize) {
        (self.rows(), self.entries().len())
    }

    /// Scrolls the outline until its cursor is in view.
    pub(crate) fn reveal_outline(&mut self, height: usize) {
        let rows = self.rows();
        self.outline.list.reveal(rows, height);
    }

    /// Goes to the heading that corresponds to an entry of the outline before, or to the nearest entry above
    /// it that is still there.
    pub(crate) fn stay_at(&mut self, before: &[OutlineEntry], entry: usize) {
        let here = self.entries();
        let same = (0..=entry).rev().find_map(|at| outline::same_entry(before, at, here));
        self.reader.go_to_entry(same.unwrap_or(0));
    }

    /// Folds or unfolds the current heading of the pane with the focus. Returns whether there was one.
    pub(crate) fn fold(&mut self, focus: Pane) -> bool {
        let entry = self.at(focus);
        let entries = &self.reader.page().outline;
        let Some(target) = self.outline.toggle(entries, entry) else { return false };
        let keep = if focus == Pane::Outline { target } else { entry };
        self.outline.follow(entries, keep);
        true
    }

    /// Whether a column of the outline's row at the cursor is its fold sign.
    pub(crate) fn is_on_fold(&self, column: usize) -> bool {
        let entries = self.entries();
        let at = self.outline.entry(entries);
        let Some(entry) = entries.get(at) else { return false };
        let signs = if entry.kind.is_some() { 2 } else { 0 };
        let start = signs + 2 * entry.depth.saturating_sub(1);
        self.outline.open(entries, at).is_some() && (start..start + 2).contains(&column)
    }

    /// The entry of the group at the end of a comparison (about promotion, about other levels): it has no
    /// kind and no place in the ladder.
    pub(crate) fn rest_entry(&self) -> Option<usize> {
        let mut entries = self.entries().iter();
        entries.position(|it| it.depth == 1 && it.kind.is_none() && it.spots == [None, None])
    }

    /// Whether the pane with the focus is at this group: the outline at its heading, the document anywhere
    /// in it.
    pub(crate) fn is_at_rest(&self, focus: Pane) -> bool {
        let at = self.at(focus);
        self.rest_entry().is_some_and(|rest| at == rest || at > rest && focus == Pane::Document)
    }

    /// Whether the heading of this group is on a row of the document pane; on any row if none is given.
    pub(crate) fn shows_rest(&self, row: Option<usize>) -> bool {
        let Some(rest) = self.rest_entry() else { return false };
        let line = self.entries()[rest].line;
        let below = row.map(|row| row.checked_sub(self.page().head.len()));
        match below {
            Some(row) => row.is_some_and(|row| self.reader.top() + row == line),
            None => self.reader.visible().contains(&line),
        }
    }

    /// The link at a row and column of the document pane, which shows the page's head, a pinned header, and
    /// the page below.
    pub(crate) fn link_under(&self, row: usize, column: usize) -> Option<usize> {
        let row = row.checked_sub(self.page().head.len())?;
        let line = self.reader.pinned_header().nth(row).unwrap_or(self.reader.top() + row);
        self.page().link_at(line, column)
    }

    /// The links in view.
    pub(crate) fn links_in_view(&self) -> Vec<usize> {
        let (links, visible) = (&self.page().links, self.reader.visible());
        (0..links.len()).filter(|&link| visible.contains(&links[link].line)).collect()
    }
}
