//! Where some words were found.

use super::escape::escaped;
use crate::report::HitsReport;
use crate::search::Hit;

/// The hits of a search, a line each.
#[must_use]
pub fn hits(report: &HitsReport<'_>) -> String {
    report.hits().iter().map(|it| hit(report, it)).collect()
}

fn hit(report: &HitsReport<'_>, hit: &Hit) -> String {
    format!(
        "- **{}** ({}:{}): {}\n",
        escaped(&report.place(hit, "›")),
        escaped(&report.ladder.document(hit.document).file),
        hit.line,
        escaped(&hit.text).replace('\n', " ")
    )
}
