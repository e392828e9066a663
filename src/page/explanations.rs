//! What each file of a ladder became (roles, a page, nothing), as lines.

use super::sheet::{Line, Run};
use super::wrap::width;
use crate::content::Explanation;
use crate::theme::{Ink, Mark};

/// What each file became, the evidence below it, and the reading that came second.
#[must_use]
pub fn lay_out_explanations(all: &[Explanation]) -> Vec<Line> {
    let widest = all.iter().map(|one| width(&one.became)).max().unwrap_or(0);
    all.iter().flat_map(|one| explanation(one, widest)).collect()
}

fn explanation(one: &Explanation, widest: usize) -> Vec<Line> {
    let fill = " ".repeat(widest - width(&one.became));
    let head = Line::new(vec![
        Run::new(one.became.as_str(), Mark::default().bold()),
        Run::new(format!("{fill}  {}", one.file), Mark::default()),
    ]);
    let below = |words: String| {
        let margin = Run::new(format!("{}  ", " ".repeat(widest)), Mark::default());
        Line::new(vec![margin, Run::new(words, Ink::Muted)])
    };
    let second = one.second.as_ref().map(|second| below(format!("second reading: {second}")));
    [head, below(one.rule.clone())].into_iter().chain(second).collect()
}
