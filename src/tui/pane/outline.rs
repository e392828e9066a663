//! The outline pane: its folded headings and its cursor.

use std::collections::HashSet;

use super::filter::ListFilter;
use super::list::ListCursor;
use crate::page::OutlineEntry;

/// The state of the outline pane for one page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// The cursor counts visible rows.
    pub(crate) list: ListCursor,
    folded: HashSet<usize>,
    filter: ListFilter,
}

impl Outline {
    /// The outline of a page, with every heading folded or none.
    pub(crate) fn new(entries: &[OutlineEntry], expanded: bool) -> Self {
        let foldable = (0..entries.len()).filter(|&entry| has_children(entries, entry));
        let folded = if expanded { HashSet::new() } else { foldable.collect() };
        Self { folded, ..Self::default() }
    }

    /// Narrows the list to the entries with some words; no words show all again.
    pub(crate) fn narrow(&mut self, words: &str) {
        self.filter = ListFilter::new(words);
        self.list = ListCursor::default();
    }

    pub(crate) fn filter(&self) -> &ListFilter {
        &self.filter
    }

    /// The entries that the filter fits, or else those that are not inside a folded entry.
    pub(crate) fn visible(&self, entries: &[OutlineEntry]) -> Vec<usize> {
        if self.filter.is_on() {
            let fits = |entry: &usize| self.filter.fits(&entries[*entry].title, "");
            return (0..entries.len()).filter(fits).collect();
        }
        let mut visible = Vec::new();
        let mut hidden_below = None;
        for (i, entry) in entries.iter().enumerate() {
            if hidden_below.is_some_and(|depth| entry.depth > depth) {
                continue;
            }
            hidden_below = self.folded.contains(&i).then_some(entry.depth);
            visible.push(i);
        }
        visible
    }

    /// Puts the cursor on an entry, or on the folded entry around it.
    pub(crate) fn follow(&mut self, entries: &[OutlineEntry], entry: usize) {
        let visible = self.visible(entries);
        self.list.cursor = visible.partition_point(|&i| i <= entry).saturating_sub(1);
    }

    /// The entry at the cursor.
    pub(crate) fn entry(&self, entries: &[OutlineEntry]) -> usize {
        self.visible(entries).get(self.list.cursor).copied().unwrap_or(0)
    }

    /// Folds or unfolds an entry; an entry without children folds the entry around it.
    pub(crate) fn toggle(&mut self, entries: &[OutlineEntry], entry: usize) -> Option<usize> {
        if self.filter.is_on() {
            return None;
        }
        let target = if has_children(entries, entry) {
            entry
        } else {
            let depth = entries.get(entry)?.depth;
            entries[..entry].iter().rposition(|e| e.depth < depth && e.depth > 0)?
        };
        if !self.folded.remove(&target) {
            self.folded.insert(target);
        }
        Some(target)
    }

    /// Whether an entry is unfolded; `None` if it cannot be folded.
    pub(crate) fn open(&self, entries: &[OutlineEntry], entry: usize) -> Option<bool> {
        if self.filter.is_on() {
            return None;
        }
        has_children(entries, entry).then(|| !self.folded.contains(&entry))
    }
}

/// The entry of another outline that corresponds to an entry of this outline. In comparisons: the entry
/// with the same headings, or with one of them if the other side changed. Otherwise: the entry of the
/// same name, and among several the entry at the same position.
pub(crate) fn same_entry(from: &[OutlineEntry], at: usize, to: &[OutlineEntry]) -> Option<usize> {
    let entry = from.get(at).filter(|entry| entry.depth > 0)?;
    let spots = |entry: &OutlineEntry| entry.spots.into_iter().flatten().collect::<HashSet<_>>();
    let (own, table) = (spots(entry), is_table(entry));
    let shared = |other: &OutlineEntry| match is_table(other) == table {
        true => spots(other).intersection(&own).count(),
        false => 0,
    };
    let most = to.iter().map(shared).max().filter(|most| *most > 0);
    if let Some(most) = most {
        return to.iter().position(|other| shared(other) == most);
    }
    let nth = from[..at].iter().filter(|other| other.title == entry.title).count();
    let mut same = (0..to.len()).filter(|i| to[*i].depth > 0 && to[*i].title == entry.title);
    let first = same.clone().next();
    same.nth(nth).or(first)
}

/// Whether both sides of a topic are the same heading, as in a table that compares the two roles.
fn is_table(entry: &OutlineEntry) -> bool {
    entry.spots[0].is_some() && entry.spots[0] == entry.spots[1]
}

/// Whether an entry has children. The entry at the top is the whole document and has none.
fn has_children(entries: &[OutlineEntry], entry: usize) -> bool {
    let depth = entries.get(entry).map_or(0, |e| e.depth);
    depth > 0 && entries.get(entry + 1).is_some_and(|next| next.depth > depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(depths: &[usize]) -> Vec<OutlineEntry> {
        let entry = |&depth| OutlineEntry {
            title: String::new(),
            depth,
            line: 0,
            source: 1,
            spots: [None, None],
            kind: None,
        };
        depths.iter().map(entry).collect()
    }

    #[test]
    fn folding_hides_what_is_inside() {
        let entries = entries(&[0, 1, 2, 3, 2, 1]);
        let mut outline = Outline::new(&entries, true);
        assert_eq!(outline.visible(&entries), [0, 1, 2, 3, 4, 5]);
        outline.toggle(&entries, 2);
        assert_eq!(outline.visible(&entries), [0, 1, 2, 4, 5]);
        outline.toggle(&entries, 4); // no children: the entry around it
        assert_eq!(outline.visible(&entries), [0, 1, 5]);
        outline.follow(&entries, 3);
        assert_eq!(outline.entry(&entries), 1);
    }

    #[test]
    fn a_document_that_is_not_expanded_starts_folded() {
        let entries = entries(&[0, 1, 2, 3, 1]);
        let outline = Outline::new(&entries, false);
        assert_eq!(outline.visible(&entries), [0, 1, 4]);
    }
}
