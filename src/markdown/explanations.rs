//! What each file of a ladder became.

use super::escape::cell;
use crate::content::Explanation;

/// What each file became, and the evidence for it, as a table.
#[must_use]
pub fn explanations(all: &[Explanation]) -> String {
    let mut text =
        "| File | Read as | Evidence | Second reading |\n| --- | --- | --- | --- |\n".to_owned();
    for one in all {
        let second = one.second.as_deref().unwrap_or_default();
        let cells = [&one.file, &one.became, &one.rule, second].map(cell);
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}
