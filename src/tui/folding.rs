//! Folding the tracks of the ladder pane.

use std::collections::HashSet;

use super::app::{App, Shown};
use super::ladder_list::{self, PaneGroup, Row};
use crate::model::{DocumentId, Ladder};

impl App {
    /// Folds or unfolds the group that the cursor of the ladder pane stands in, and goes to its
    /// heading.
    pub(crate) fn fold_group(&mut self) {
        let Some(row) = self.rows.get(self.list.cursor) else { return };
        let group = row.group(&self.ladder);
        if !self.folded_groups.remove(&group) {
            self.folded_groups.insert(group);
        }
        self.rows = ladder_list::rows(&self.ladder, &self.folded_groups);
        let is_it = |row: &Row| matches!(row, Row::Heading(it, _) if *it == group);
        self.list.cursor = self.rows.iter().position(is_it).unwrap_or(0);
        self.reveal_lists();
    }

    /// Unfolds the group of what is shown: it is to be seen where it stands.
    pub(crate) fn unfold_shown(&mut self) {
        let group = match self.shown {
            Shown::Document(DocumentId::Role(role)) => {
                PaneGroup::Track(self.ladder.role(role).track)
            }
            Shown::Document(DocumentId::Page(_)) => PaneGroup::Pages,
            Shown::Counterpart(_) => PaneGroup::Counterparts,
            Shown::Comparison(..) | Shown::Trace(..) | Shown::Overview(_) => return,
        };
        if self.folded_groups.remove(&group) {
            self.rows = ladder_list::rows(&self.ladder, &self.folded_groups);
        }
    }

    /// Whether the cursor of the ladder pane is on a heading.
    pub(crate) fn is_on_heading(&self) -> bool {
        matches!(self.rows.get(self.list.cursor), Some(Row::Heading(..)))
    }

    /// The row of the ladder pane to mark: the heading under the cursor, else what is shown.
    pub(crate) fn marked_row(&self) -> Option<usize> {
        if self.is_on_heading() { Some(self.list.cursor) } else { self.shown_row() }
    }
}

/// The groups of another ladder that are called like folded ones of this.
pub(crate) fn same_groups(
    folded: &HashSet<PaneGroup>,
    here: &Ladder,
    there: &Ladder,
) -> HashSet<PaneGroup> {
    let titles: Vec<&str> = folded.iter().map(|group| group.title(here)).collect();
    let groups = ladder_list::groups(there).into_iter();
    groups.filter(|group| titles.contains(&group.title(there))).collect()
}
