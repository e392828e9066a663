//! The changes between two versions of a ladder, as one page: the change of each level, and below it
//! the two texts of each changed level.

use super::comparison::{ComparisonOptions, lay_out_comparison};
use super::document::{DocumentOptions, lay_out_document};
use super::layout::Layout;
use super::rows::{SIDES, ink};
use super::sheet::{Line, OutlineEntry, Page, Run};
use crate::compare::Spot;
use crate::report::{ChangedLevel, LadderChanges, NOW};
use crate::theme::{Ink, Mark};

/// Lays out the changes. The first entry of the page's outline is the summary; each level has depth 1,
/// with its topics below it. Links cannot be followed: the target of a link of the older version may be
/// gone.
#[must_use]
pub fn lay_out_versions(changes: &LadderChanges, options: ComparisonOptions<'_>) -> Page {
    let ComparisonOptions { width, glyphs, .. } = options;
    let mut page = lay_out_document(&changes.tally, DocumentOptions::new(width, glyphs));
    page.outline.truncate(1);
    if let Some(summary) = page.outline.first_mut() {
        "Summary".clone_into(&mut summary.title);
    }
    page.head = vec![signs([&changes.version, NOW])];
    while page.lines.last().is_some_and(|line| line.runs.is_empty()) {
        page.lines.pop();
    }
    for level in changes.shown(options.only) {
        page.lines.extend([Line::default(), Line::default()]);
        let start = page.lines.len();
        let mut compared = lay_out_comparison(&level.comparison, options);
        page.later_heads.push((start, std::mem::take(&mut compared.head)));
        page.append(heading(level, options));
        // The heading of the level replaces the summary of its comparison.
        compared.outline.remove(0);
        compared.outline.iter_mut().for_each(|entry| entry.depth += 1);
        page.append(compared);
    }
    page.repaint(Ink::Left, Ink::TakenOut);
    page.links.clear();
    page.lines.iter_mut().flat_map(|line| &mut line.runs).for_each(|run| run.link = None);
    page
}

/// The sign of each version.
fn signs(names: [&str; 2]) -> Line {
    let runs = names.iter().zip(SIDES).flat_map(|(name, (sign, ink))| {
        [Run::new(format!("{sign} {name}"), Mark::from(ink).bold()), Run::new("   ", Ink::Text)]
    });
    Line::new(runs.collect())
}

/// The heading of a level, with its change.
fn heading(level: &ChangedLevel, options: ComparisonOptions<'_>) -> Page {
    let ChangedLevel { label, became, kind, comparison } = level;
    let mut layout = Layout::new(options.width, options.glyphs);
    let place = |spot: &Spot| (spot.document, spot.line);
    let topics = &comparison.topics;
    let left = topics.iter().find_map(|topic| topic.left.as_ref()).map(place);
    let right = topics.iter().find_map(|topic| topic.right.as_ref()).map(place);
    layout.page.outline.push(OutlineEntry {
        title: label.clone(),
        depth: 1,
        line: 0,
        source: 1,
        spots: [left, right],
        kind: Some((*kind, comparison.compared().differences())),
    });
    let lead = Run::new(format!("{} ", kind.sign()), Mark::from(ink(*kind)).bold());
    layout.wrapped(lead, &format!("{label}: {became}"), Ink::Title);
    layout.page
}
