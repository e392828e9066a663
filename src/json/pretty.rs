//! JSON as text.

use serde_json::Value;

use crate::model::clean::is_shown;

/// JSON for people and programs: indented, with a line break at its end. A character that steers a terminal
/// or reorders text is escaped, as in words that the user asked for.
pub(super) fn pretty(value: &Value) -> String {
    let text = format!("{value:#}\n");
    if text.chars().all(|c| c == '\n' || is_shown(c)) {
        return text;
    }
    let mut units = [0; 2];
    let escaped = text.chars().map(|c| match c {
        '\n' => c.to_string(),
        c if is_shown(c) => c.to_string(),
        c => c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    });
    escaped.collect()
}
