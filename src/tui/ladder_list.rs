//! The rows of the ladder pane: tracks with their roles, counterparts, pages. Each of these groups can
//! be folded.

use std::collections::HashSet;

use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId, TrackId};

/// What stands under one heading of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PaneGroup {
    /// The roles of a track.
    Track(TrackId),
    /// The roles that are known from tables only.
    Counterparts,
    /// The pages.
    Pages,
}

/// A row of the ladder pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    /// The heading over a group, and how many rows it hides where it is folded.
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

/// The rows for a ladder, from top to bottom; of folded groups the heading alone.
pub(crate) fn rows(ladder: &Ladder, folded: &HashSet<PaneGroup>) -> Vec<Row> {
    let mut rows = Vec::new();
    for group in groups(ladder) {
        let inside = group.rows(ladder);
        if folded.contains(&group) {
            rows.push(Row::Heading(group, Some(inside.len())));
        } else {
            rows.push(Row::Heading(group, None));
            rows.extend(inside);
        }
    }
    rows
}

impl PaneGroup {
    /// What its heading says.
    pub(crate) fn title(self, ladder: &Ladder) -> &str {
        match self {
            Self::Track(track) => &ladder.track(track).title,
            Self::Counterparts => "Known from tables",
            Self::Pages => "Pages",
        }
    }

    fn rows(self, ladder: &Ladder) -> Vec<Row> {
        match self {
            Self::Track(track) => {
                ladder.track(track).roles.iter().copied().map(Row::Role).collect()
            }
            Self::Counterparts => {
                (0..ladder.counterparts.len()).map(|i| Row::Counterpart(CounterpartId(i))).collect()
            }
            Self::Pages => (0..ladder.pages.len()).map(|i| Row::Page(PageId(i))).collect(),
        }
    }
}

impl Row {
    /// The group that it stands in.
    pub(crate) fn group(self, ladder: &Ladder) -> PaneGroup {
        match self {
            Self::Heading(group, _) => group,
            Self::Role(role) => PaneGroup::Track(ladder.role(role).track),
            Self::Counterpart(_) => PaneGroup::Counterparts,
            Self::Page(_) => PaneGroup::Pages,
        }
    }
}

/// The row of a document.
pub(crate) fn row_of(rows: &[Row], document: DocumentId) -> Option<usize> {
    let wanted = match document {
        DocumentId::Role(role) => Row::Role(role),
        DocumentId::Page(page) => Row::Page(page),
    };
    rows.iter().position(|row| *row == wanted)
}

/// The row that is `steps` rows that can be chosen away from a row. A heading can be chosen where it is
/// all that is left of its group.
pub(crate) fn step(rows: &[Row], from: usize, steps: isize) -> usize {
    let choosable = |row: &usize| !matches!(rows[*row], Row::Heading(_, None));
    let stops: Vec<usize> = (0..rows.len()).filter(choosable).collect();
    let at = stops.partition_point(|row| *row < from);
    // From a heading that was unfolded, the first step down leads to the row below it.
    let is_stop = steps <= 0 || stops.get(at) == Some(&from);
    let steps = if is_stop { steps } else { steps - 1 };
    let target = at.saturating_add_signed(steps).min(stops.len().saturating_sub(1));
    stops.get(target).copied().unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_pass_over_headings_of_what_is_not_folded() {
        let heading = |hidden| Row::Heading(PaneGroup::Pages, hidden);
        let role = |id| Row::Role(RoleId(id));
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
