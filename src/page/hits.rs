//! The hits of a search through the ladder, as lines.

use super::glyphs::Glyphs;
use super::sheet::{Line, Run};
use crate::report::HitsReport;
use crate::search::Hit;
use crate::theme::{Ink, Mark};

/// `file:line: place: text`, one line a hit, as grep writes it.
#[must_use]
pub fn lay_out_hits(report: &HitsReport<'_>, glyphs: Glyphs) -> Vec<Line> {
    report.hits.iter().map(|it| hit(report, it, glyphs)).collect()
}

fn hit(report: &HitsReport<'_>, hit: &Hit, glyphs: Glyphs) -> Line {
    let file = &report.ladder.document(hit.document).file;
    let mut runs = vec![
        Run::new(format!("{file}:{}:", hit.line), Ink::Muted),
        Run::new(" ", Mark::default()),
        Run::new(report.place(hit, glyphs.separator()), Ink::Heading),
        Run::new(": ", Mark::default()),
    ];
    let mut at = 0;
    for range in &hit.ranges {
        runs.push(piece(&hit.text[at..range.start], Mark::default()));
        runs.push(piece(&hit.text[range.clone()], Ink::CurrentMatch));
        at = range.end;
    }
    runs.push(piece(&hit.text[at..], Mark::default()));
    Line::new(runs)
}

fn piece(text: &str, mark: impl Into<Mark>) -> Run {
    Run::new(text.replace('\n', " "), mark)
}
