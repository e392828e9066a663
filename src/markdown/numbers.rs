//! What becomes of numbers, in the cells of tables.

use super::escape::cell;
use crate::compare::{Hours, Week};
use crate::report::{PairReport, TOGETHER, WEEK_TITLE, hours_words};

/// What becomes of the numbers of a pair, for the cell of its right side.
pub(super) fn measures(report: PairReport<'_>) -> String {
    let told = report.measures();
    told.iter().map(|told| remark(&told.words)).collect()
}

/// A week as a table, with the hours together in its last row.
pub(super) fn week(week: &Week, [left, right]: [&str; 2]) -> String {
    let mut text = format!("\n| {WEEK_TITLE} | {left} | {right} |\n| --- | ---: | ---: |\n");
    let hours = |hours: &Hours| cell(&hours_words(hours));
    for activity in &week.activities {
        let (left, right) = (hours(&activity.left), hours(&activity.right));
        text.push_str(&format!("| {} | {left} | {right} |\n", cell(&activity.name)));
    }
    let change = remark(&week.change().words());
    let note = remark(week.note().unwrap_or_default());
    let (left, right) = (week.left.figures(), week.right.figures());
    text.push_str(&format!("| **{TOGETHER}**{note} | **{left}** | **{right}**{change} |\n"));
    text
}

/// Words on a line of their own in a cell.
fn remark(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("<br>*{}*", cell(words)) }
}
