//! A cell of a matrix in full, as a page: the text of its level beside the text of the level before it.

use super::glyphs::Glyphs;
use super::layout::Layout;
use super::parts::with_key;
use super::row_cells::key_width;
use super::rows::{Rows, anchor};
use super::sheet::{Line, MIN_WIDTH, Page, Run};
use super::sides::Sides;
use crate::model::Text;
use crate::report::{CellGroup, CellReport};
use crate::theme::Ink;

/// Lays out a cell of a matrix.
#[must_use]
pub fn lay_out_cell(report: &CellReport<'_>, width: usize, glyphs: Glyphs) -> Page {
    let layout = Layout::new(width.max(MIN_WIDTH), glyphs);
    match report.before {
        Some(before) if report.has_own() => beside(report, layout, [before, report.level]),
        Some(before) => alone(report, layout, Some(before)),
        None => alone(report, layout, None),
    }
}

/// Both levels, a column each.
fn beside(report: &CellReport<'_>, layout: Layout, sides: [&str; 2]) -> Page {
    let pairs = report.groups.iter().flat_map(CellGroup::reports);
    let key = key_width(pairs, layout.page.width);
    let mut rows = Rows { layout, sides, standing: Sides::Beside, key };
    for group in &report.groups {
        title(&mut rows.layout, group);
        let pairs = group.reports();
        for run in pairs.chunk_by(|one, other| one.is_alone() && other.is_alone()) {
            match run {
                [pair] if !pair.is_alone() => rows.pair(*pair),
                run => rows.apart(run),
            }
        }
    }
    rows.layout.page.head = vec![rows.head()];
    rows.layout.page
}

/// The text of one level alone: of the cell's level, or of the level before it with its name.
fn alone(report: &CellReport<'_>, mut layout: Layout, before: Option<&str>) -> Page {
    let ink = if before.is_some() { Ink::Muted } else { Ink::Text };
    let room = layout.page.width;
    let name = before.map(|name| Run::new(layout.glyphs.truncate(name, room), Ink::Subheading));
    layout.page.head.extend(name.map(|name| Line::new(vec![name])));
    for group in &report.groups {
        title(&mut layout, group);
        let parts =
            group.pairs.iter().filter_map(|pair| pair.right.as_ref().or(pair.left.as_ref()));
        for part in parts {
            let lead = Run::new(format!("{} ", layout.glyphs.bullet(0)), Ink::Marker);
            let rest = Run::new("  ", Ink::Text);
            layout.indented(lead, rest, |layout| {
                let styled = layout.style_at(anchor(part, 1), &with_key(part), ink.into());
                layout.styled(&styled, usize::MAX);
            });
        }
    }
    layout.page
}

fn title(layout: &mut Layout, group: &CellGroup<'_>) {
    if let Some(title) = group.title {
        layout.text(&Text::plain(title), Ink::Subheading);
    }
}
