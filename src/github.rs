//! Findings as annotations for GitHub Actions: workflow commands, one line for each finding.

use std::path::Path;

use crate::finding::{Finding, Severity};
use crate::report::{FindingsReport, path_from};

/// The findings of a ladder. `root` leads from the current folder to the root of the ladder.
#[must_use]
pub fn findings(report: &FindingsReport, root: &Path) -> String {
    report.found.iter().map(|found| command(found, root)).collect()
}

fn command(found: &Finding, root: &Path) -> String {
    let Finding { severity, code, file, line, column, length, message, help, .. } = found;
    let word = if *severity == Severity::Note { "notice" } else { severity.word() };
    let file = property(&path_from(root, file));
    let end = column + length;
    let help = help.as_ref().map_or(String::new(), |help| format!("\nhelp: {help}"));
    let message = data(&format!("{message}{help}"));
    format!(
        "::{word} file={file},line={line},col={column},endColumn={end},title={code}::{message}\n"
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
