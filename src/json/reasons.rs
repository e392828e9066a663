//! Why texts correspond or are unmatched.

use serde_json::{Value, json};

use super::spot::spot;
use crate::compare::{LevelWhy, Reason};

/// Adds the reasons, if there are any.
pub(super) fn tell(value: &mut Value, why: &[Reason]) {
    if !why.is_empty() {
        value["why"] = why.iter().map(reason).collect();
    }
}

/// The same for several roles: of each that has a reason, which it is and with which other.
pub(super) fn tell_levels(value: &mut Value, why: &[LevelWhy]) {
    if !why.is_empty() {
        let one = |it: &LevelWhy| {
            let reasons: Value = it.reasons.iter().map(reason).collect();
            json!({ "role": it.column, "with": it.with, "reasons": reasons })
        };
        value["why"] = why.iter().map(one).collect();
    }
}

fn reason(reason: &Reason) -> Value {
    let nearest = match reason {
        Reason::Nearest { spot, .. } | Reason::WayUp(spot) => Some(spot),
        _ => None,
    };
    json!({
        "reason": reason.name(),
        "text": reason.to_string(),
        "alike": reason.alike().map(thousandths),
        "score": reason.score().map(thousandths),
        "words": reason.words(),
        "nearest": spot(nearest),
    })
}

/// Rounded down: a score below the threshold must not look as if it reached the threshold.
fn thousandths(number: f64) -> f64 {
    (number * 1000.0 + 1e-9).floor() / 1000.0
}
