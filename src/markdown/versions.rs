//! What became of every level between two versions of a ladder.

use super::comparison::comparison;
use super::document::document;
use crate::report::{ComparisonReport, Folds, Only, VersionsReport};

/// The levels that changed, and what rose, fell, appeared and so on in each: a comment for a pull request.
#[must_use]
pub fn brief_versions(report: &VersionsReport<'_>) -> String {
    // Nobody is to be called by a comment that quotes the name of a team.
    document(&report.brief()).replace('@', "@<!-- -->")
}

/// All levels in a table, and below the differences of those whose text changed.
#[must_use]
pub fn versions(report: &VersionsReport<'_>, folds: Folds<'_>) -> String {
    let told = report.told().map(|change| {
        let report = ComparisonReport::new(&change.comparison, Only::Differences, folds);
        format!("\n{}", comparison(&report, 2))
    });
    document(&report.summary()) + &told.collect::<String>()
}
