//! Findings and rules.

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::check::Rule;
use crate::finding::{Finding, Severity};
use crate::report::FindingsReport;

/// What is wrong with a ladder.
#[must_use]
pub fn findings(report: &FindingsReport) -> String {
    pretty(&json!({
        "summary": {
            "errors": report.count(Severity::Error),
            "warnings": report.count(Severity::Warning),
            "notes": report.count(Severity::Note),
        },
        "findings": report.found.iter().map(finding).collect::<Value>(),
    }))
}

/// The rules.
#[must_use]
pub fn rules(rules: &[Rule]) -> String {
    pretty(&json!({ "rules": rules.iter().map(rule).collect::<Value>() }))
}

fn rule(rule: &Rule) -> Value {
    json!({
        "code": rule.name,
        "kind": rule.kind.title().to_lowercase(),
        "severity": rule.severity.word(),
        "about": rule.about,
    })
}

/// A finding, also as one of those that loading gives.
pub(super) fn finding(finding: &Finding) -> Value {
    let notes = finding
        .notes
        .iter()
        .map(|note| json!({ "file": note.file, "line": note.line, "message": note.message }));
    json!({
        "severity": finding.severity.word(),
        "code": finding.code,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "length": finding.length,
        "message": finding.message,
        "notes": notes.collect::<Value>(),
        "help": finding.help,
    })
}
