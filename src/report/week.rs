//! The words of a week.

use crate::compare::{Hours, Week};

/// What stands over a week.
pub const WEEK_TITLE: &str = "The week, in hours";

/// The name of the hours of all activities together.
pub const TOGETHER: &str = "Together";

/// What one side says of an activity: its hours in figures, other words, or nothing.
#[must_use]
pub fn hours_words(hours: &Hours) -> String {
    match hours {
        Hours::Stated(quantity) => quantity.figures(),
        Hours::Words(words) => words.clone(),
        Hours::None => String::new(),
    }
}

/// What is said of the hours together: how they change, and what is not counted in them.
#[must_use]
pub fn week_words(week: &Week) -> Vec<String> {
    let change = Some(week.change().words()).filter(|words| !words.is_empty());
    change.into_iter().chain(week.note().map(str::to_owned)).collect()
}
