//! JSON, read.

use serde_json::Value;

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

pub(crate) fn string(value: &Value) -> &str {
    value.as_str().unwrap()
}

pub(crate) fn line(value: &Value) -> usize {
    usize::try_from(value["line"].as_u64().unwrap()).unwrap()
}
