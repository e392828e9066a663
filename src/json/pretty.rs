//! JSON as text.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::clean::{self, is_shown};

/// JSON for people and programs: indented, with a line break at its end. A character that steers a terminal
/// or reorders text is escaped, as in words that the user asked for.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Writing to memory cannot fail, and the keys of all objects are texts.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    let is_clean = |line: &str| matches!(clean::line(line), Cow::Borrowed(_));
    if text.split('\n').all(is_clean) {
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
