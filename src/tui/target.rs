//! Targets that can be shown, and stops of the history.

use super::pane::matrix::Cell;
use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId, Subject, TrackId};
use crate::page::Position;
use crate::report::{Only, Traceable};

/// A target that can be shown, with the place of its cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// A role or page.
    Document(DocumentId),
    /// The text about a counterpart.
    Counterpart(CounterpartId),
    /// A comparison of two roles.
    Comparison(Subject, Subject),
    /// Three or more roles in columns.
    Levels(Columns),
    /// A trace of a topic through a track; the cursor is on an entry of its outline.
    Trace { track: TrackId, traced: Traceable, entry: usize },
    /// The overview of a track; without a cell, at its last place.
    Overview { track: TrackId, cell: Option<Cell> },
    /// The changes since the older version of the ladder that was requested last.
    Versions,
}

/// Three or more roles in columns, in this order: as many as a wide screen has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns([Option<Subject>; Columns::MOST]);

impl Columns {
    /// The most columns that are readable on a screen; the overview shows all levels of a track.
    pub(crate) const MOST: usize = 6;

    /// Columns for some roles; `None` if there are too many.
    pub(crate) fn of(subjects: &[Subject]) -> Option<Self> {
        let mut columns = [None; Self::MOST];
        columns.get_mut(..subjects.len())?.iter_mut().zip(subjects).for_each(
            |(column, subject)| {
                *column = Some(*subject);
            },
        );
        Some(Self(columns))
    }

    /// The roles, from left to right.
    pub(crate) fn subjects(self) -> Vec<Subject> {
        self.0.into_iter().flatten().collect()
    }

    /// The target without the last role: two roles are a comparison.
    pub(crate) fn without_last(self) -> Target {
        let mut subjects = self.subjects();
        subjects.pop();
        match subjects[..] {
            [left, right] => Target::Comparison(left, right),
            _ => Self::of(&subjects).map_or(Target::Levels(self), Target::Levels),
        }
    }
}

impl Target {
    /// The first target of a ladder.
    pub(crate) fn first(ladder: &Ladder) -> Self {
        Self::Document(if ladder.roles.is_empty() {
            DocumentId::Page(PageId(0))
        } else {
            DocumentId::Role(RoleId(0))
        })
    }

    /// The document of a role, or the text about a counterpart.
    pub(crate) fn of(subject: Subject) -> Self {
        match subject {
            Subject::Role(role) => Self::Document(DocumentId::Role(role)),
            Subject::Counterpart(id) => Self::Counterpart(id),
        }
    }
}

/// The filter and the folds of comparisons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) only: Only,
    /// Whether the group at the end (about promotion, about other levels) is unfolded.
    pub(crate) opens_rest: bool,
    /// Whether unchanged topics are folded, except those that the user folded or unfolded one by one. `None`
    /// if the user has not chosen: then they are folded if most topics are unchanged.
    pub(crate) fold_same: Option<bool>,
}

/// A stop of the history.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop {
    pub(crate) target: Target,
    /// The position on top; `None` for the start.
    pub(crate) position: Option<Position>,
    /// The filter of comparisons: it determines which items a page has.
    pub(crate) filter: Filter,
    /// Whether it was only seen in passing, on the way through a list: the history skips it.
    pub(crate) passing: bool,
}
