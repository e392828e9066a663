//! The user's choices about comparisons, kept from one comparison to the next.

use crate::page::{Folds, Headings, Sides};
use crate::tui::target::Filter;

/// The user's choices about a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) filter: Filter,
    pub(crate) folded_alone: Vec<Headings>,
    /// The layout of the two sides.
    pub(crate) layout: Sides,
}

impl Choices {
    /// The folded topics. If the user has not chosen, unchanged topics are folded if `folds_same`.
    pub(crate) fn folds(&self, folds_same: bool) -> Folds<'_> {
        let Filter { opens_rest, fold_same, .. } = self.filter;
        let all = fold_same.unwrap_or(folds_same);
        Folds { opens_rest, all, except: &self.folded_alone }
    }

    /// Folds or unfolds one topic, in either order of its sides.
    pub(crate) fn toggle_alone(&mut self, [left, right]: Headings) {
        let same = |alone: &Headings| [[left, right], [right, left]].contains(alone);
        match self.folded_alone.iter().position(same) {
            Some(at) => drop(self.folded_alone.remove(at)),
            None => self.folded_alone.push([left, right]),
        }
    }
}
