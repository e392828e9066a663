//! The rows of the ladder pane: tracks with their roles, counterparts, pages. Each group can be folded.

use std::collections::HashSet;

use super::filter::ListFilter;
use super::list::ListCursor;
use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId, TrackId};

/// The rows under one heading of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PaneGroup {
    /// The roles of a track.
    Track(TrackId),
    /// The roles known only from tables.
    Counterparts,
    /// The pages.
    Pages,
}

/// A row of the ladder pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PaneRow {
    /// The heading of a group, and how many rows it hides if it is folded.
    Heading(PaneGroup, Option<usize>),
    /// A role.
    Role(RoleId),
    /// A counterpart.
    Counterpart(CounterpartId),
    /// A page.
    Page(PageId),
}

/// The groups of a ladder, from top to bottom.
pub(crate) fn groups(ladder: &Ladder) -> Vec<PaneGroup> {
    let mut groups: Vec<PaneGroup> =
        (0..ladder.tracks.len()).map(|at| PaneGroup::Track(TrackId(at))).collect();
    groups.extend((!ladder.counterparts.is_empty()).then_some(PaneGroup::Counterparts));
    groups.extend((!ladder.pages.is_empty()).then_some(PaneGroup::Pages));
    groups
}

/// The rows of a ladder, from top to bottom; of a folded group only the heading. A filter leaves the rows that it
/// fits, with the headings of their groups, and all rows of a group if it fits the heading.
fn rows(ladder: &Ladder, folded: &HashSet<PaneGroup>, filter: &ListFilter) -> Vec<PaneRow> {
    let mut rows = Vec::new();
    if filter.is_on() {
        for group in groups(ladder) {
            let title = group.title(ladder);
            let mut inside = group.rows(ladder);
            if !filter.fits(title, "") {
                inside.retain(|row| filter.fits(&row.words(ladder), title));
            }
            if !inside.is_empty() {
                rows.push(PaneRow::Heading(group, None));
                rows.extend(inside);
            }
        }
        return rows;
    }
    for group in groups(ladder) {
        let inside = group.rows(ladder);
        if folded.contains(&group) {
            rows.push(PaneRow::Heading(group, Some(inside.len())));
        } else {
            rows.push(PaneRow::Heading(group, None));
            rows.extend(inside);
        }
    }
    rows
}

impl PaneGroup {
    /// The text of its heading.
    pub(crate) fn title(self, ladder: &Ladder) -> &str {
        match self {
            Self::Track(track) => &ladder.track(track).title,
            Self::Counterparts => "Known from tables",
            Self::Pages => "Pages",
        }
    }

    fn rows(self, ladder: &Ladder) -> Vec<PaneRow> {
        match self {
            Self::Track(track) => {
                ladder.track(track).roles.iter().copied().map(PaneRow::Role).collect()
            }
            Self::Counterparts => (0..ladder.counterparts.len())
                .map(|i| PaneRow::Counterpart(CounterpartId(i)))
                .collect(),
            Self::Pages => (0..ladder.pages.len()).map(|i| PaneRow::Page(PageId(i))).collect(),
        }
    }
}

impl PaneRow {
    /// Its names, for a filter.
    fn words(self, ladder: &Ladder) -> String {
        let document = match self {
            Self::Heading(group, _) => return group.title(ladder).to_owned(),
            Self::Counterpart(id) => return ladder.counterpart(id).name.clone(),
            Self::Role(role) => DocumentId::Role(role),
            Self::Page(page) => DocumentId::Page(page),
        };
        let level = match self {
            Self::Role(role) => ladder.role(role).level.as_deref().unwrap_or_default(),
            _ => "",
        };
        let document = ladder.document(document);
        format!("{} {} {level}", document.label, document.title)
    }

    /// Its group.
    fn group(self, ladder: &Ladder) -> PaneGroup {
        match self {
            Self::Heading(group, _) => group,
            Self::Role(role) => PaneGroup::Track(ladder.role(role).track),
            Self::Counterpart(_) => PaneGroup::Counterparts,
            Self::Page(_) => PaneGroup::Pages,
        }
    }
}

/// The row that is `steps` selectable rows away from a row. A heading is selectable only if its group is
/// folded.
fn step(rows: &[PaneRow], from: usize, steps: isize) -> usize {
    let choosable = |row: &usize| !matches!(rows[*row], PaneRow::Heading(_, None));
    let stops: Vec<usize> = (0..rows.len()).filter(choosable).collect();
    let at = stops.partition_point(|row| *row < from);
    // From the heading of an unfolded group, the first step down goes to the row below it.
    let is_stop = steps <= 0 || stops.get(at) == Some(&from);
    let steps = if is_stop { steps } else { steps - 1 };
    let target = at.saturating_add_signed(steps).min(stops.len().saturating_sub(1));
    stops.get(target).copied().unwrap_or(from)
}

/// The list with its cursor.
#[derive(Debug, Clone, Default)]
pub(crate) struct LadderPane {
    rows: Vec<PaneRow>,
    folded: HashSet<PaneGroup>,
    filter: ListFilter,
    list: ListCursor,
}

impl LadderPane {
    /// The list of a ladder, with no group folded.
    pub(crate) fn new(ladder: &Ladder) -> Self {
        let filter = ListFilter::default();
        Self { rows: rows(ladder, &HashSet::new(), &filter), ..Self::default() }
    }

    /// Makes the rows again, after a change of what determines them.
    fn refresh(&mut self, ladder: &Ladder) {
        self.rows = rows(ladder, &self.folded, &self.filter);
    }

    /// Narrows the list to the rows with some words; no words show all again.
    pub(crate) fn narrow(&mut self, words: &str, ladder: &Ladder) {
        self.filter = ListFilter::new(words);
        self.refresh(ladder);
        self.list = ListCursor::default();
    }

    pub(crate) fn filter(&self) -> &ListFilter {
        &self.filter
    }

    /// How many roles, counterparts and pages are listed, and how many there are.
    pub(crate) fn counts(&self, ladder: &Ladder) -> (usize, usize) {
        let listed = self.rows.iter().filter(|row| !matches!(row, PaneRow::Heading(..))).count();
        let total = ladder.roles.len() + ladder.counterparts.len() + ladder.pages.len();
        (listed, total)
    }

    pub(crate) fn rows(&self) -> &[PaneRow] {
        &self.rows
    }

    /// The first row on screen.
    pub(crate) fn top(&self) -> usize {
        self.list.top
    }

    /// The row that is `steps` selectable rows away from the cursor.
    pub(crate) fn step(&self, steps: isize) -> usize {
        step(&self.rows, self.list.cursor, steps)
    }

    /// The selectable row nearest to a row.
    pub(crate) fn nearest(&self, row: usize) -> usize {
        step(&self.rows, row.min(self.rows.len()), 0)
    }

    /// Puts the cursor on a row, unless it is the heading of an unfolded group. Returns the row if it is a
    /// document or a counterpart.
    pub(crate) fn choose(&mut self, row: usize) -> Option<PaneRow> {
        let chosen = *self.rows.get(row)?;
        match chosen {
            PaneRow::Heading(_, None) => return None,
            PaneRow::Heading(_, Some(_)) => self.list.cursor = row,
            PaneRow::Role(_) | PaneRow::Counterpart(_) | PaneRow::Page(_) => {
                self.list.cursor = row;
                return Some(chosen);
            }
        }
        None
    }

    /// Whether the cursor is on a heading.
    pub(crate) fn is_on_heading(&self) -> bool {
        matches!(self.rows.get(self.list.cursor), Some(PaneRow::Heading(..)))
    }

    /// The row to mark: the heading at the cursor, or else the row of the view.
    pub(crate) fn marked(&self, shown: Option<PaneRow>) -> Option<usize> {
        if self.is_on_heading() {
            return Some(self.list.cursor);
        }
        self.rows.iter().position(|row| Some(*row) == shown)
    }

    /// Puts the cursor on the row of the view, if the row is not folded away.
    pub(crate) fn follow(&mut self, shown: PaneRow) {
        if let Some(row) = self.rows.iter().position(|row| *row == shown) {
            self.list.cursor = row;
        }
    }

    /// Folds or unfolds the group of a row, and goes to its heading.
    pub(crate) fn fold_at(&mut self, row: usize, ladder: &Ladder) {
        let Some(row) = self.rows.get(row) else { return };
        let group = row.group(ladder);
        if !self.folded.remove(&group) {
            self.folded.insert(group);
        }
        self.refresh(ladder);
        let is_it = |row: &PaneRow| matches!(row, PaneRow::Heading(it, _) if *it == group);
        self.list.cursor = self.rows.iter().position(is_it).unwrap_or(0);
    }

    /// Folds or unfolds the group of the cursor, and goes to its heading.
    pub(crate) fn fold(&mut self, ladder: &Ladder) {
        self.fold_at(self.list.cursor, ladder);
    }

    /// Unfolds the group of a row, so that the row of the view is visible. A filter that does not fit it ends.
    pub(crate) fn unfold(&mut self, shown: PaneRow, ladder: &Ladder) {
        if self.filter.is_on() && !self.rows.contains(&shown) {
            self.narrow("", ladder);
        }
        if self.folded.remove(&shown.group(ladder)) {
            self.refresh(ladder);
        }
    }

    /// Scrolls until the cursor is in view.
    pub(crate) fn reveal(&mut self, height: usize) {
        self.list.reveal(self.rows.len(), height);
    }

    /// Takes the ladder that was read again; groups with the same name stay folded.
    pub(crate) fn reload(&mut self, old: &Ladder, new: &Ladder) {
        let titles: Vec<&str> = self.folded.iter().map(|group| group.title(old)).collect();
        let same = |group: &PaneGroup| titles.contains(&group.title(new));
        self.folded = groups(new).into_iter().filter(same).collect();
        self.refresh(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_pass_over_headings_of_what_is_not_folded() {
        let heading = |hidden| PaneRow::Heading(PaneGroup::Pages, hidden);
        let role = |id| PaneRow::Role(RoleId(id));
        let rows = [heading(None), role(0), role(1), heading(None), role(2), heading(Some(3))];
        assert_eq!(step(&rows, 1, 1), 2);
        assert_eq!(step(&rows, 2, 1), 4);
        assert_eq!(step(&rows, 4, -1), 2);
        assert_eq!(step(&rows, 1, -1), 1);
        assert_eq!(step(&rows, 4, 1), 5);
        assert_eq!(step(&rows, 1, 99), 5);
        assert_eq!(step(&rows, 3, 1), 4);
        assert_eq!(step(&rows, 3, -1), 2);
    }
}
