//! The place of a text, and the side of a comparison.

use serde_json::{Value, json};

use crate::compare::{Side, Spot};
use crate::model::{Ladder, Subject};
use crate::naming::Labels;

/// A side of a comparison; `null` if it is absent. The place of a counterpart is the first table that
/// describes it.
pub(super) fn side(side: &Side) -> Value {
    if side.subject.is_none() {
        return Value::Null;
    }
    json!({
        "id": side.names.id,
        "title": side.names.title,
        "file": side.place.as_ref().map(|(file, _)| &**file),
        "line": side.place.as_ref().map(|(_, line)| line),
    })
}

/// The columns of a table of levels.
pub(super) fn sides(ladder: &Ladder, subjects: &[Subject]) -> Value {
    let labels = Labels::new(ladder);
    subjects.iter().map(|subject| side(&Side::of(&labels, *subject))).collect()
}

/// A text and its place, or `null`.
pub(super) fn spot(spot: Option<&Spot>) -> Value {
    match spot {
        Some(spot) => json!({ "file": &*spot.file, "line": spot.line, "text": spot.text }),
        None => Value::Null,
    }
}
