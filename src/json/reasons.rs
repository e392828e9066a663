//! Why texts correspond or stand alone.

use serde_json::{Value, json};

use super::spot::spot;
use crate::compare::Reason;

/// Adds the reasons to what they are reasons for, if there are any.
pub(super) fn tell(value: &mut Value, why: &[Reason]) {
    if !why.is_empty() {
        value["why"] = why.iter().map(reason).collect();
    }
}

fn reason(reason: &Reason) -> Value {
    let nearest = match reason {
        Reason::Nearest { spot, .. } => Some(spot),
        _ => None,
    };
    json!({
        "reason": reason.name(),
        "text": reason.to_string(),
        "alike": reason.alike().map(|alike| (alike * 1000.0 + 1e-9).floor() / 1000.0),
        "words": reason.words(),
        "nearest": spot(nearest),
    })
}
