//! The settings in force.

use serde_json::{Value, json};

use super::findings::finding;
use super::pretty::pretty;
use crate::report::{ConfigReport, ConfigRow};

/// The settings in force, and where each value comes from.
#[must_use]
pub fn config(report: &ConfigReport) -> String {
    pretty(&json!({
        "settings": rows(&report.settings, "key", "value"),
        "keys": rows(&report.keys, "keys", "command"),
        "themes": rows(&report.themes, "theme", "styles"),
        "files": { "user": report.user, "project": report.project },
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    }))
}

fn rows(rows: &[ConfigRow], name: &str, value: &str) -> Value {
    rows.iter().map(|row| json!({ name: row.name, value: row.value, "from": row.from })).collect()
}
