//! JSON as text.

use serde_json::Value;

/// JSON for people and programs: indented, with a line break at its end.
pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
