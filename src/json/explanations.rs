//! What each file of a ladder became.

use serde_json::{Value, json};

use super::pretty::pretty;
use crate::content::Explanation;

/// What each file became, and the evidence for it.
#[must_use]
pub fn explanations(all: &[Explanation]) -> String {
    let file = |one: &Explanation| {
        json!({
            "file": one.file,
            "became": one.became,
            "rule": one.rule,
            "second": one.second,
        })
    };
    pretty(&json!({ "files": all.iter().map(file).collect::<Value>() }))
}
