//! The words of a week.

use crate::compare::Week;

/// At most so many of the words are named that stand in place of hours.
const NAMED: usize = 4;

/// What is said of the hours together: how they change, and what is not counted in them.
#[must_use]
pub fn week_words(week: &Week) -> String {
    let uncounted = week.uncounted_words();
    let mut words = format!("week total: {}", week.hours());
    if !uncounted.is_empty() {
        let more = uncounted.len().saturating_sub(NAMED);
        let named = uncounted.iter().take(NAMED).copied().map(str::to_owned);
        let all = named.chain((more > 0).then(|| format!("{more} more")));
        words
            .push_str(&format!("; not counted (no hours): {}", all.collect::<Vec<_>>().join(", ")));
    }
    words
}
