//! Findings and rules.

use serde::Serialize;
use serde_json::{Value, json};

use super::pretty::pretty;
use crate::check::Rule;
use crate::finding::{Finding, Note, Severity};
use crate::report::FindingsReport;

/// What is wrong with a ladder.
#[must_use]
pub fn findings(report: &FindingsReport) -> String {
    pretty(&JsonFindings {
        summary: json!({
            "errors": report.count(Severity::Error),
            "warnings": report.count(Severity::Warning),
            "notes": report.count(Severity::Note),
        }),
        findings: report.found.iter().map(finding).collect(),
    })
}

/// A large ladder has many findings, so they are written without a copy of their texts.
#[derive(Serialize)]
struct JsonFindings<'a> {
    summary: Value,
    findings: Vec<JsonFinding<'a>>,
}

/// A finding.
#[derive(Serialize)]
pub(super) struct JsonFinding<'a> {
    severity: &'static str,
    code: &'static str,
    file: &'a str,
    line: usize,
    column: usize,
    length: usize,
    message: &'a str,
    notes: Vec<JsonNote<'a>>,
    help: Option<&'a str>,
}

/// Another place that a finding is about.
#[derive(Serialize)]
struct JsonNote<'a> {
    file: &'a str,
    line: usize,
    message: &'a str,
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
pub(super) fn finding(finding: &Finding) -> JsonFinding<'_> {
    JsonFinding {
        severity: finding.severity.word(),
        code: finding.code,
        file: &finding.file,
        line: finding.line,
        column: finding.column,
        length: finding.length,
        message: &finding.message,
        notes: finding.notes.iter().map(note).collect(),
        help: finding.help.as_deref(),
    }
}

fn note(note: &Note) -> JsonNote<'_> {
    JsonNote { file: &note.file, line: note.line, message: &note.message }
}
