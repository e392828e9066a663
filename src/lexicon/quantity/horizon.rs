//! How far ahead a role plans, or how often something is done, in words: "Quarterly to annual".

use super::quantities::quantities;
use crate::lexicon::list::{BEHIND_PERIODS, PERIODS};
use crate::model::{Quantity, Unit};

/// A period: its least and largest number of days, and whether it has no upper limit.
type Period = (f64, f64, bool);

const WEEK: f64 = 7.0;
const YEAR: f64 = 365.25;
const MONTH: f64 = YEAR / 12.0;
const QUARTER: f64 = YEAR / 4.0;

/// The most bytes of a word for a period: "semi-annually" and a few more.
const LONGEST: usize = 16;

/// The period of a text that states nothing else: "Quarterly to annual", "Annual to multi-year",
/// "Multi-year vision", "1-2 years ahead". It is in days; "multi-year" is two years or more.
///
/// In running text such words say when something is done, not how far ahead it reaches. So a text with
/// more words has no horizon.
pub(crate) fn horizon(text: &str) -> Option<Quantity> {
    let start = text.len() - text.trim_start().len();
    let (first, end) = period(text, start)?;
    let mut all = (first, end);
    if let Some(at) = joined(text, end)
        && let Some((last, end)) = period(text, at)
    {
        let ((low, high, open), (last_low, last_high, last_open)) = (first, last);
        all = ((low.min(last_low), high.max(last_high), open || last_open), end);
    }
    let ((low, high, open), end) = all;
    let rest = text[end..].trim().trim_end_matches('.').to_lowercase();
    let alone = rest.is_empty() || BEHIND_PERIODS.contains(rest.as_str());
    alone.then_some(Quantity { low, high, open, unit: Unit::Time, range: start..end })
}

/// The period that begins at a position, and where it ends.
fn period(text: &str, at: usize) -> Option<(Period, usize)> {
    let rest = &text[at..];
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let first = quantities(rest).into_iter().next()?;
        let stated = first.unit == Unit::Time && first.range.start == 0;
        return stated.then(|| ((first.low, first.high, first.open), at + first.range.end));
    }
    let end = rest.find(|c: char| !(c.is_alphabetic() || c == '-')).unwrap_or(rest.len());
    // "quarterly-annual": the dash joins unless it is inside a word such as "multi-year".
    let ends = rest[..end].match_indices('-').map(|(dash, _)| dash).chain([end]);
    let ends = ends.filter(|end| *end <= LONGEST);
    ends.rev().find_map(|end| Some((of_word(&rest[..end])?, at + end)))
}

fn of_word(word: &str) -> Option<Period> {
    let exactly = |days: f64| Some((days, days, false));
    let several = |days: f64| Some((2.0 * days, 2.0 * days, true));
    match *PERIODS.get(word.to_lowercase().as_str())? {
        "day" => exactly(1.0),
        "week" => exactly(WEEK),
        "fortnight" => exactly(2.0 * WEEK),
        "month" => exactly(MONTH),
        "quarter" => exactly(QUARTER),
        "half-year" => exactly(YEAR / 2.0),
        "year" => exactly(YEAR),
        "weeks" => several(WEEK),
        "months" => several(MONTH),
        "quarters" => several(QUARTER),
        "years" => several(YEAR),
        _ => None,
    }
}

/// Where the other end of a range begins.
fn joined(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].trim_start();
    let behind = ["to ", "or ", "and ", "bis ", "-", "–", "—", "/", "→"]
        .iter()
        .find_map(|joint| rest.strip_prefix(joint))?;
    Some(text.len() - behind.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Days as text: "91..365+".
    #[track_caller]
    fn check(text: &str, want: &str) {
        let shown = |q: Quantity| {
            let open = if q.open { "+" } else { "" };
            format!("{:.0}..{:.0}{open} <{}>", q.low, q.high, &text[q.range])
        };
        assert_eq!(horizon(text).map_or("none".to_owned(), shown), want, "in {text:?}");
    }

    #[test]
    fn words_for_periods_are_read_as_days() {
        check("Quarterly to annual", "91..365 <Quarterly to annual>");
        check("Annual to multi-year", "365..730+ <Annual to multi-year>");
        check("Multi-year vision", "730..730+ <Multi-year>");
        check("Quarterly planning", "91..91 <Quarterly>");
        check("weekly/monthly", "7..30 <weekly/monthly>");
        check("quarterly-annual", "91..365 <quarterly-annual>");
        check("1-2 years ahead", "365..730 <1-2 years>");
        check("Quarter to 2 years", "91..730 <Quarter to 2 years>");
        check("half-yearly", "183..183 <half-yearly>");
    }

    #[test]
    fn texts_that_say_more_have_no_horizon() {
        for text in [
            "Runs the quarterly review",
            "Quarterly business reviews with the board",
            "Annual budget",
            "day-to-day",
            "",
            "-",
            "to annual",
            "5 engineers",
            &"-".repeat(100_000),
            &"a-".repeat(100_000),
        ] {
            check(text, "none");
        }
    }
}
