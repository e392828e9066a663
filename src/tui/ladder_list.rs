//! The rows of the ladder pane: tracks with their roles, counterparts, pages.

use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId};

/// A row of the ladder pane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Row {
    /// A heading over the rows below it.
    Heading(String),
    /// A role.
    Role(RoleId),
    /// A counterpart.
    Counterpart(CounterpartId),
    /// A page.
    Page(PageId),
}

/// The rows for a ladder, from top to bottom.
pub(crate) fn rows(ladder: &Ladder) -> Vec<Row> {
    let mut rows = Vec::new();
    for track in &ladder.tracks {
        rows.push(Row::Heading(track.title.clone()));
        rows.extend(track.roles.iter().map(|role| Row::Role(*role)));
    }
    if !ladder.counterparts.is_empty() {
        rows.push(Row::Heading("Known from tables".to_owned()));
        rows.extend((0..ladder.counterparts.len()).map(|i| Row::Counterpart(CounterpartId(i))));
    }
    if !ladder.pages.is_empty() {
        rows.push(Row::Heading("Pages".to_owned()));
        rows.extend((0..ladder.pages.len()).map(|i| Row::Page(PageId(i))));
    }
    rows
}

/// The row of a document.
pub(crate) fn row_of(rows: &[Row], document: DocumentId) -> Option<usize> {
    let wanted = match document {
        DocumentId::Role(role) => Row::Role(role),
        DocumentId::Page(page) => Row::Page(page),
    };
    rows.iter().position(|row| *row == wanted)
}

/// The row that is `steps` rows that can be chosen away from a row.
pub(crate) fn step(rows: &[Row], from: usize, steps: isize) -> usize {
    let choosable = |row: &usize| !matches!(rows[*row], Row::Heading(_));
    let stops: Vec<usize> = (0..rows.len()).filter(choosable).collect();
    let at = stops.partition_point(|row| *row < from);
    let target = at.saturating_add_signed(steps).min(stops.len().saturating_sub(1));
    stops.get(target).copied().unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_pass_over_headings() {
        let heading = || Row::Heading(String::new());
        let role = |id| Row::Role(RoleId(id));
        let rows = [heading(), role(0), role(1), heading(), role(2)];
        assert_eq!(step(&rows, 1, 1), 2);
        assert_eq!(step(&rows, 2, 1), 4);
        assert_eq!(step(&rows, 4, -1), 2);
        assert_eq!(step(&rows, 1, -1), 1);
        assert_eq!(step(&rows, 1, 99), 4);
    }
}
