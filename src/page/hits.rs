//! The hits of a search through the ladder, as lines.

use super::glyphs::Glyphs;
use super::sheet::{Line, Run};
use crate::report::HitsReport;
use crate::search::Hit;
use crate::theme::{Ink, Mark};

/// `file:line: place: text`, one line a hit, as grep writes it.
#[must_use]
pub fn lay_out_hits(report: &HitsReport<'_>, glyphs: Glyphs) -> Vec<Line> {
    let place = |hit: &Hit| Some(report.place(hit, glyphs.separator()));
    report.hits().iter().map(|it| hit(report, it, place(it))).collect()
}

/// The hits by role, each role below a heading.
#[must_use]
pub fn lay_out_hit_groups(report: &HitsReport<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in report.groups() {
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::new(vec![
            Run::new(group.title.clone(), Ink::Heading),
            Run::new(format!("  {}", group.count_words()), Ink::Muted),
        ]));
        for found in &group.hits {
            let Line { runs, .. } = hit(report, found, report.section(found));
            let indent = Run::new("  ", Mark::default());
            lines.push(Line::new(std::iter::once(indent).chain(runs).collect()));
        }
    }
    lines
}

fn hit(report: &HitsReport<'_>, hit: &Hit, place: Option<String>) -> Line {
    let file = &report.ladder.document(hit.document).file;
    let mut runs =
        vec![Run::new(format!("{file}:{}:", hit.line), Ink::Muted), Run::new(" ", Mark::default())];
    if let Some(place) = place {
        runs.extend([piece(&place, Ink::Subheading), Run::new(": ", Mark::default())]);
    }
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
