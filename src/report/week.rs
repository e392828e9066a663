//! The words of a week.

use crate::compare::Week;

/// The most values without hours that are listed.
const NAMED: usize = 4;

/// The sum of the hours: how it changes, and which values are not counted.
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
