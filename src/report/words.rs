//! Words that several views share: what to call a kind, a number of things.

use crate::compare::{Kind, UNCHANGED};

/// What a kind is called in data and in classes of HTML.
#[must_use]
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "same",
        Kind::Changed => "changed",
        Kind::Left => "left",
        Kind::Right => "right",
    }
}

/// A number of things: "1 role", "2 roles".
#[must_use]
pub fn number(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// That some rows are not shown since they are unchanged; `None` if there are none.
#[must_use]
pub fn left_out(count: usize) -> Option<String> {
    (count > 0).then(|| all_same(count))
}

/// That so many rows are unchanged, behind the sign for it.
#[must_use]
pub fn all_same(count: usize) -> String {
    format!("{} {}", Kind::Same.sign(), unchanged(count))
}

/// That so many rows are unchanged.
#[must_use]
pub fn unchanged(count: usize) -> String {
    format!("{count} {UNCHANGED}")
}

/// How many more items there are, and where; `None` if there are none.
#[must_use]
pub(super) fn more_items(count: usize, place: &str) -> Option<String> {
    (count > 0).then(|| format!("{} {place}", number(count, "more item")))
}

/// The heading over the items about promotion and other levels.
#[must_use]
pub(super) fn way_up_title(count: usize) -> Option<String> {
    more_items(count, "about promotion and other levels")
}

/// That the group at the end is not shown.
#[must_use]
pub(super) fn is_left_out(title: &str) -> String {
    format!("Not shown: {title}.")
}
