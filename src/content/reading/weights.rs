//! Evidence for and against a candidate, with its weights: the one table of them.
//!
//! Each feature is a number from 0 to 1 that follows from what a level is. The weights are mild and round.
//! `docs/reading.md` describes how they were set and how little the reading depends on each.

/// A kind of evidence for a candidate or against it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feature {
    /// It is named like a level.
    Likeness,
    /// Its name has a rank.
    Ranked,
    /// How many of its group are named like levels.
    Share,
    /// It differs from others of its group only in rank.
    Run,
    /// The ranks of its group rise or fall.
    Climbs,
    /// It has text.
    Says,
    /// The members of its group have the same headings.
    SameInside,
    /// A heading above it is about levels.
    Context,
    /// It has its own page.
    Page,
    /// It has almost no text.
    Empty,
    /// No member of its group differs only in rank.
    NoRun,
    /// It is a level without a noun, and nothing around it has a noun.
    Unplaced,
    /// It is one page among many others.
    Crowd,
    /// It is named unlike the others of its group.
    Odd,
    /// Its group is a scale of skill.
    Grades,
    /// A heading above it is about something else: interviews, templates.
    Elsewhere,
    /// It is inside a level.
    InsideRun,
    /// The levels of its name are inside it.
    Extended,
    /// It is a small comparison on the page of a role.
    Comparison,
    /// Its cells are names of levels: it maps levels to levels.
    Mapping,
    /// It is described on the page of a member of its group.
    UnderItself,
    /// It links to another document.
    Index,
    /// It is the title above a run.
    Title,
}

use Feature as F;

/// The number of features.
pub(super) const COUNT: usize = WEIGHTS.len();

/// The constant that the evidence must exceed.
pub(super) const BIAS: f64 = -6.0;

/// The features, their weights, and their names in an explanation.
pub(super) const WEIGHTS: [(Feature, f64, &str); 23] = [
    (F::Likeness, 2.5, "named like a level"),
    (F::Ranked, 1.0, "its name has a rank"),
    (F::Share, 2.0, "its siblings are named like levels"),
    (F::Run, 2.0, "its siblings differ in rank only"),
    (F::Climbs, 0.7, "the ranks rise"),
    (F::Says, 1.5, "it has text"),
    (F::SameInside, 1.0, "its siblings have the same headings"),
    (F::Context, 1.2, "a word for levels is above it"),
    (F::Page, 2.0, "it has its own page"),
    (F::Empty, -4.0, "it has no text"),
    (F::NoRun, -1.0, "no sibling differs in rank only"),
    (F::Unplaced, -2.5, "it is a bare level without a noun"),
    (F::Crowd, -2.0, "it is one page among many"),
    (F::Odd, -2.5, "it is named unlike its siblings"),
    (F::Grades, -3.0, "it is a scale of skill"),
    (F::Elsewhere, -2.5, "a word for something else is above it"),
    (F::InsideRun, -4.0, "it is inside a level"),
    (F::Extended, -5.0, "its own levels are in it"),
    (F::Comparison, -3.0, "it is a small comparison on the page of a role"),
    (F::Mapping, -4.0, "its cells say which levels are equal"),
    (F::UnderItself, -4.0, "it is described on the page of a sibling"),
    (F::Index, -4.0, "it links to another page"),
    (F::Title, -5.0, "it is the title above levels"),
];

/// The features of a candidate, in the order of [`WEIGHTS`].
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct CandidateFeatures([f64; COUNT]);

impl CandidateFeatures {
    pub(super) fn set(&mut self, feature: Feature, value: f64) {
        self.0[feature as usize] = value;
    }

    pub(super) fn is(&mut self, feature: Feature, is: bool) {
        self.set(feature, if is { 1.0 } else { 0.0 });
    }

    pub(super) fn get(&self, feature: Feature) -> f64 {
        self.0[feature as usize]
    }

    /// The evidence for it minus the evidence against it.
    pub(super) fn weight(&self) -> f64 {
        let parts = self.0.iter().zip(WEIGHTS).map(|(value, (_, weight, _))| value * weight);
        BIAS + parts.sum::<f64>()
    }

    /// The strongest evidence for it, or against it, in words.
    pub(super) fn reasons(&self, speaks_for: bool) -> Vec<&'static str> {
        let parts =
            self.0.iter().zip(WEIGHTS).map(|(value, (_, weight, words))| (value * weight, words));
        let sign = if speaks_for { 1.0 } else { -1.0 };
        let mut parts: Vec<(f64, &str)> = parts.filter(|(part, _)| part * sign >= 0.5).collect();
        parts.sort_by(|a, b| (b.0 * sign).total_cmp(&(a.0 * sign)));
        parts.into_iter().map(|(_, words)| words).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_features() {
        for (at, (feature, weight, _)) in WEIGHTS.iter().enumerate() {
            assert_eq!(*feature as usize, at);
            assert!(weight.abs() <= 5.0, "mild");
        }
    }
}
