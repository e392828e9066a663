//! What can be shown, and where one has been.

use super::pane::matrix::Cell;
use crate::model::{CounterpartId, DocumentId, Ladder, PageId, RoleId, Subject, TrackId};
use crate::page::Position;
use crate::report::{Only, Traceable};

/// What can be shown, and where the cursor is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    /// A role or page.
    Document(DocumentId),
    /// What is known of a counterpart.
    Counterpart(CounterpartId),
    /// Two roles against each other.
    Comparison(Subject, Subject),
    /// Three roles or more, a column each.
    Levels(Columns),
    /// One topic through all levels of a track; the cursor is on an entry of its outline.
    Trace { track: TrackId, traced: Traceable, entry: usize },
    /// A track as a matrix; without a cell, where one was in it last.
    Overview { track: TrackId, cell: Option<Cell> },
    /// What changed since an older version of the ladder, the one that was asked for last.
    Versions,
}

/// Three roles or more that stand side by side, in this order: as many as a wide screen has room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Columns([Option<Subject>; Columns::MOST]);

impl Columns {
    /// More are not told apart on any screen; the overview shows all levels of a track.
    pub(crate) const MOST: usize = 6;

    /// Those of some roles; `None` where there are too many.
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

    /// What is shown without the last of them: the first two are a comparison.
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
    /// What is first to be shown of a ladder.
    pub(crate) fn first(ladder: &Ladder) -> Self {
        Self::Document(if ladder.roles.is_empty() {
            DocumentId::Page(PageId(0))
        } else {
            DocumentId::Role(RoleId(0))
        })
    }

    /// The document of a role, or what is known of a counterpart.
    pub(crate) fn of(subject: Subject) -> Self {
        match subject {
            Subject::Role(role) => Self::Document(DocumentId::Role(role)),
            Subject::Counterpart(id) => Self::Counterpart(id),
        }
    }
}

/// Which parts of comparisons are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) only: Only,
    /// Whether what stands at the end, since it is no comparison, is open.
    pub(crate) opens_rest: bool,
    /// Whether topics that are the same are folded, but for those that were folded or unfolded alone;
    /// where nobody has chosen, they are where most is the same.
    pub(crate) fold_same: Option<bool>,
}

/// A place one has been at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stop {
    pub(crate) target: Target,
    /// What stood on top; `None` for the top.
    pub(crate) position: Option<Position>,
    /// What of comparisons was shown: it decides which texts a page has.
    pub(crate) filter: Filter,
    /// Only seen in passing, on the way through the list: not worth coming back to.
    pub(crate) passing: bool,
}
