//! The names of the two sides of a comparison.

use std::borrow::Cow;

use crate::compare::comparison::Comparison;
use crate::naming::SubjectNames;

impl Comparison {
    /// The names of the two sides: their labels; if these are equal, their titles; if these are equal
    /// too, the titles with the tracks, or with the levels in one track.
    #[must_use]
    pub fn labels(&self) -> [String; 2] {
        self.names(|both| SubjectNames::labels(both, self.left == self.right).map(Cow::into_owned))
    }

    /// The full names of the two sides, with the tracks if they are alike.
    #[must_use]
    pub fn titles(&self) -> [String; 2] {
        self.names(|both| SubjectNames::titles(both, self.left == self.right).map(Cow::into_owned))
    }

    fn names<T>(&self, beside: impl FnOnce([SubjectNames<'_>; 2]) -> T) -> T {
        let sides = [&self.left.names, &self.right.names];
        let shown = sides.map(|names| [names.label(), names.title()]);
        beside([0, 1].map(|at| SubjectNames {
            label: &shown[at][0],
            title: &shown[at][1],
            track: sides[at].track.as_deref(),
            level: sides[at].level.as_deref(),
        }))
    }
}
