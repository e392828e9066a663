//! The reasons of an explained comparison, as data and as Markdown.

use serde_json::Value;

use super::{json, markdown};
use crate::compare::{Reason, Topic};

/// Adds the reasons to what they are reasons for, if there are any.
pub(super) fn tell(value: &mut Value, why: &[Reason]) {
    if !why.is_empty()
        && let Some(fields) = value.as_object_mut()
    {
        fields.insert("why".to_owned(), why.iter().map(as_json).collect());
    }
}

fn as_json(reason: &Reason) -> Value {
    let nearest = match reason {
        Reason::Nearest { spot, .. } => Some(spot),
        _ => None,
    };
    serde_json::json!({
        "reason": reason.name(),
        "text": reason.to_string(),
        "alike": reason.alike().map(|alike| (alike * 1000.0 + 1e-9).floor() / 1000.0),
        "words": reason.words(),
        "nearest": json::spot(nearest),
    })
}

/// The reasons for a topic as a paragraph.
pub(super) fn paragraph(why: &[Reason]) -> String {
    if why.is_empty() {
        String::new()
    } else {
        format!("\n*why: {}*\n", markdown::escaped(&words(why)))
    }
}

/// The reasons for a pair as one more cell of its row.
pub(super) fn cell(why: &[Reason]) -> String {
    if why.is_empty() { String::new() } else { format!(" {} |", markdown::cell(&words(why))) }
}

/// What the row of headings and the one below it have more where there are reasons.
pub(super) fn column(topic: &Topic) -> [&'static str; 2] {
    match topic.pairs.iter().any(|pair| !pair.why.is_empty()) {
        true => [" why |", " --- |"],
        false => ["", ""],
    }
}

fn words(why: &[Reason]) -> String {
    why.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}
