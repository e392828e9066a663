//! Findings as SARIF 2.1.0 (OASIS), which code scanning services read.

use std::path::Path;

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::check;
use crate::finding::{Finding, Note};
use crate::report::{FindingsReport, path_from};

/// The log of one run. `root` leads from the current folder to the ladder's.
#[must_use]
pub fn sarif(report: &FindingsReport, root: &Path) -> String {
    let rules = check::rules();
    let described = rules.iter().map(|rule| {
        json!({
            "id": rule.name,
            "shortDescription": { "text": rule.about },
            "defaultConfiguration": { "level": rule.severity.word() },
        })
    });
    let results = report.found.iter().map(|finding| {
        let at = rules.iter().position(|rule| rule.name == finding.code);
        result(finding, at, root)
    });
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": env!("CARGO_PKG_NAME"),
                "version": env!("CARGO_PKG_VERSION"),
                "rules": described.collect::<Value>(),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results.collect::<Value>(),
        }],
    }))
}

fn result(finding: &Finding, rule: Option<usize>, root: &Path) -> Value {
    let Finding { file, line, column, length, message, help, .. } = finding;
    let text = match help {
        Some(help) => format!("{message}; {help}"),
        None => message.clone(),
    };
    let region = json!({ "startLine": line, "startColumn": column, "endColumn": column + length });
    let mut result = json!({
        "ruleId": finding.code,
        "level": finding.severity.word(),
        "message": { "text": text },
        "locations": [{ "physicalLocation": place(root, file, region) }],
    });
    if let Some(rule) = rule {
        result["ruleIndex"] = json!(rule);
    }
    if !finding.notes.is_empty() {
        let related = finding.notes.iter().map(|note| related(root, note));
        result["relatedLocations"] = related.collect();
    }
    result
}

fn related(root: &Path, note: &Note) -> Value {
    json!({
        "message": { "text": note.message },
        "physicalLocation": place(root, &note.file, json!({ "startLine": note.line })),
    })
}

fn place(root: &Path, file: &str, region: Value) -> Value {
    json!({
        "artifactLocation": { "uri": uri(&path_from(root, file)), "uriBaseId": "%SRCROOT%" },
        "region": region,
    })
}

/// A path as a relative reference: everything but what is safe everywhere as `%` and two digits.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}
