//! The views: one file each, with its own state. A view answers a message with an outcome and changes
//! nothing but itself.

pub(crate) mod choices;
pub(crate) mod common;
pub(crate) mod comparison;
pub(crate) mod copying;
pub(crate) mod document;
pub(crate) mod kept;
pub(crate) mod levels;
pub(crate) mod overview;
pub(crate) mod reading;
pub(crate) mod trace;
pub(crate) mod versions;

use std::rc::Rc;

use common::Show;
use comparison::ComparisonView;
use document::{CounterpartView, DocumentView};
use kept::Kept;
use levels::LevelsView;
use overview::OverviewView;
use trace::TraceView;
use versions::VersionsView;

use super::pane::open_page::OpenPage;
use super::pane::reader::Reader;
use super::shared::SharedState;
use super::target::Target;
use crate::compare::align_levels_by;
use crate::report::MATRIX_CELLS;

/// The view in the document pane, with all its state.
pub(crate) enum Shown {
    /// A role or page.
    Document(DocumentView),
    /// The text about a counterpart.
    Counterpart(CounterpartView),
    /// A comparison of two roles.
    Comparison(Box<ComparisonView>),
    /// Three or more roles in columns.
    Levels(Box<LevelsView>),
    /// One topic through all levels of a track.
    Trace(TraceView),
    /// A track as a matrix.
    Overview(Box<OverviewView>),
    /// The changes since an older version of the ladder.
    Versions(Box<VersionsView>),
}

impl Shown {
    /// Opens the view of a target; its page is laid out once the room is known. The reader keeps its search.
    pub(crate) fn open(
        target: Target,
        shared: &mut SharedState,
        kept: &Kept,
        reader: Reader,
    ) -> Self {
        let opened = OpenPage::new(reader);
        match target {
            Target::Document(id) => {
                Self::Document(DocumentView::new(id, opened, kept.shows_inherited, shared))
            }
            Target::Counterpart(id) => Self::Counterpart(CounterpartView::new(id, opened)),
            Target::Comparison(left, right) => {
                let (sides, choices) = ([left, right], kept.choices.clone());
                let view = ComparisonView::new(&shared.comparer(), sides, choices, opened);
                Self::Comparison(Box::new(view))
            }
            Target::Levels(columns) => {
                let levels = align_levels_by(&shared.comparer(), &columns.subjects());
                let view = LevelsView::new(columns, levels, kept.choices.clone(), opened);
                Self::Levels(Box::new(view))
            }
            Target::Trace { track, traced, entry } => {
                let levels = shared.levels(track);
                Self::Trace(TraceView::new((track, traced), levels, entry, opened))
            }
            Target::Overview { track, cell } => {
                let levels = shared.levels(track);
                let levels = levels.cut(MATRIX_CELLS).map_or(levels, Rc::new);
                let view = OverviewView::new(track, levels, &kept.matrix, cell, opened);
                Self::Overview(Box::new(view))
            }
            Target::Versions => match shared.changes() {
                Some(changes) => Self::Versions(Box::new(VersionsView::new(changes, kept, opened))),
                None => Self::open(Target::first(&shared.ladder), shared, kept, opened.reader),
            },
        }
    }

    /// The view behind the enum.
    pub(crate) fn view(&self) -> &dyn Show {
        match self {
            Self::Document(view) => view,
            Self::Counterpart(view) => view,
            Self::Comparison(view) => view.as_ref(),
            Self::Levels(view) => view.as_ref(),
            Self::Trace(view) => view,
            Self::Overview(view) => view.as_ref(),
            Self::Versions(view) => view.as_ref(),
        }
    }

    /// The view behind the enum, to change it.
    pub(crate) fn view_mut(&mut self) -> &mut dyn Show {
        match self {
            Self::Document(view) => view,
            Self::Counterpart(view) => view,
            Self::Comparison(view) => view.as_mut(),
            Self::Levels(view) => view.as_mut(),
            Self::Trace(view) => view,
            Self::Overview(view) => view.as_mut(),
            Self::Versions(view) => view.as_mut(),
        }
    }
}
