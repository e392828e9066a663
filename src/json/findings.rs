//! Findings and rules.

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::check::Rule;
use crate::diagnostic::{Diagnostic, Severity};
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
pub(super) fn finding(diagnostic: &Diagnostic) -> Value {
    let notes = diagnostic
        .notes
        .iter()
        .map(|note| json!({ "file": note.file, "line": note.line, "message": note.message }));
    json!({
        "severity": diagnostic.severity.word(),
        "code": diagnostic.code,
        "file": diagnostic.file,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "length": diagnostic.length,
        "message": diagnostic.message,
        "notes": notes.collect::<Value>(),
        "help": diagnostic.help,
    })
}
