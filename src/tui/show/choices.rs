//! What of a comparison is shown and how: kept from one comparison to the next.

use crate::page::{Folds, Headings, Sides};
use crate::tui::target::Filter;

/// All that one can choose about a comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) filter: Filter,
    pub(crate) folded_alone: Vec<Headings>,
    /// How the sides stand to each other.
    pub(crate) layout: Sides,
}

impl Choices {
    /// Which topics are folded; where nobody has chosen, those that are the same are if `folds_same`.
    pub(crate) fn folds(&self, folds_same: bool) -> Folds<'_> {
        let Filter { opens_rest, fold_same, .. } = self.filter;
        let all = fold_same.unwrap_or(folds_same);
        Folds { opens_rest, all, except: &self.folded_alone }
    }

    /// Folds or unfolds one topic, whichever way round its sides are.
    pub(crate) fn toggle_alone(&mut self, [left, right]: Headings) {
        let same = |alone: &Headings| [[left, right], [right, left]].contains(alone);
        match self.folded_alone.iter().position(same) {
            Some(at) => drop(self.folded_alone.remove(at)),
            None => self.folded_alone.push([left, right]),
        }
    }
}
