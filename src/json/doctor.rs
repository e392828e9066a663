//! Facts about the terminal and the system.

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::report::{DoctorReport, SystemFact, SystemFacts};

/// Facts about the terminal and the system.
#[must_use]
pub fn doctor(report: &DoctorReport) -> String {
    pretty(&json!({ "groups": report.groups.iter().map(group).collect::<Value>() }))
}

fn group(group: &SystemFacts) -> Value {
    json!({ "title": group.title, "facts": group.facts.iter().map(fact).collect::<Value>() })
}

fn fact(fact: &SystemFact) -> Value {
    json!({ "name": fact.name, "value": fact.value, "hint": fact.hint })
}
