//! Tables: columns sized by their content, cells that wrap; key and value if the page is too narrow.

use std::ops::Range;

use super::layout::Layout;
use super::running::CountedText;
use super::sheet::{Line, Run, TableSpot};
use super::styled::{Setting, Styled};
use super::table_shape::{GAP, TableShape};
use super::wrap::width;
use crate::model::{Align, Anchor, Column, Row, Table, Text};
use crate::theme::{Ink, Mark};

/// Sets a table under the indents of the layout. Its header is its first part, and every row is another.
/// Returns whether none is left.
pub(crate) fn table(layout: &mut Layout, table: &Table) -> bool {
    let shape = layout.shape(table);
    let first = layout.first_item();
    if first == 0 {
        layout.clear_leads();
    }
    let top = layout.next_line();
    let mut header = Vec::new();
    if first == 0 {
        header.extend((0..table.columns.len()).map(|column| header_cell(layout, table, column)));
        set_header(layout, table, &header, &shape);
    }
    let body = layout.next_line();
    let is_whole = match &shape.widths {
        Some(widths) => grid(layout, table, first, widths, shape.ruled),
        None => stack(layout, table, first),
    };
    if !is_whole {
        return false;
    }
    layout.page.tables.push(TableSpot { header: top..body, body: body..layout.next_line() });
    for cell in &header {
        // If there is nothing to show, the flow is empty and has no line.
        if cell.plain.is_empty() {
            layout.close_flow(cell, layout.next_line());
        }
    }
    true
}

fn set_header(layout: &mut Layout, table: &Table, header: &[Styled], shape: &TableShape) {
    if table.columns.iter().all(|column| column.header.is_empty()) {
        return;
    }
    match &shape.widths {
        Some(widths) => {
            row(layout, header, widths, &aligns(table));
            rule(layout, widths, layout.glyphs.horizontal());
        }
        None => header_list(layout, header),
    }
}

fn aligns(table: &Table) -> Vec<Align> {
    table.columns.iter().map(|column| column.align).collect()
}

fn header_cell(layout: &mut Layout, table: &Table, column: usize) -> Styled {
    layout.stand_at(table.line, column);
    layout.style(&table.columns[column].header, Mark::from(Ink::Subheading).bold())
}

/// Sets the rows of a table in columns. Returns whether none is left.
fn grid(layout: &mut Layout, table: &Table, first: usize, widths: &[usize], ruled: bool) -> bool {
    let aligns = aligns(table);
    for (i, row) in table.rows.iter().enumerate().skip(first.saturating_sub(1)) {
        if !layout.begin_item(i + 1) {
            return false;
        }
        if ruled && i > 0 {
            rule(layout, widths, layout.glyphs.light());
        }
        if count_row(layout, row, widths) {
            continue;
        }
        let cells = row.cells.iter().enumerate();
        let cells: Vec<Styled> =
            cells.map(|(column, cell)| body_cell(layout, (row.line, column), cell)).collect();
        self::row(layout, &cells, widths, &aligns);
    }
    true
}

/// Counts the lines of a row. Returns whether that is all there is to do.
fn count_row(layout: &mut Layout, row: &Row, widths: &[usize]) -> bool {
    let document = layout.document;
    layout.only_count(row.cells.iter().zip(widths).enumerate().map(|(column, (text, &width))| {
        let anchor = document.map(|document| Anchor::new(document, row.line, column));
        CountedText { text, anchor, first: width, rest: width }
    }))
}

fn body_cell(layout: &mut Layout, (line, column): (usize, usize), cell: &Text) -> Styled {
    layout.stand_at(line, column);
    layout.style(cell, Mark::default())
}

fn row(layout: &mut Layout, cells: &[Styled], widths: &[usize], aligns: &[Align]) {
    let start = layout.next_line();
    let wrapped: Vec<Vec<Range<usize>>> =
        cells.iter().zip(widths).map(|(cell, &width)| cell.wrap(width, width)).collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for (cell, ranges) in cells.iter().zip(&wrapped) {
        layout.place_links(cell, ranges);
    }
    let mut setting: Vec<Setting<'_>> = cells.iter().map(Styled::setting).collect();
    for number in 0..height {
        let has_text =
            |ranges: &Vec<Range<usize>>| ranges.get(number).is_some_and(|it| !it.is_empty());
        if layout.only_counts() && wrapped.iter().any(has_text) {
            layout.count_lines(1);
            continue;
        }
        let mut runs = Vec::new();
        for (i, (ranges, &width)) in wrapped.iter().zip(widths).enumerate() {
            if i > 0 {
                runs.push(Run::new(format!(" {} ", layout.glyphs.vertical()), Ink::Border));
            }
            let last = i + 1 == widths.len();
            let line = ranges.get(number).map_or(Line::default(), |it| setting[i].line(it));
            pad(&mut runs, line, width, aligns.get(i).copied().unwrap_or_default(), last);
        }
        layout.line(runs);
    }
    for cell in cells {
        layout.close_flow(cell, start);
    }
}

/// Sets a line of a cell into its column.
fn pad(runs: &mut Vec<Run>, line: Line, columns: usize, align: Align, last: bool) {
    let free = columns.saturating_sub(line.width());
    let before = match align {
        Align::Left => 0,
        Align::Center => free / 2,
        Align::Right => free,
    };
    if before > 0 {
        runs.push(Run::new(" ".repeat(before), Mark::default()));
    }
    runs.extend(line.runs);
    if !last && free > before {
        runs.push(Run::new(" ".repeat(free - before), Mark::default()));
    }
}

fn rule(layout: &mut Layout, widths: &[usize], stroke: &str) {
    let cross = format!("{}{}{}", stroke, layout.glyphs.cross(), stroke);
    let parts: Vec<String> = widths.iter().map(|&width| stroke.repeat(width)).collect();
    layout.line(vec![Run::new(parts.join(&cross), Ink::Border)]);
}

/// Sets the rows of a table one below the other, as keys and values. Returns whether none is left.
fn stack(layout: &mut Layout, table: &Table, first: usize) -> bool {
    // If the first column is about a role, its cells are values like the others.
    let keyed = table.columns.len() > 1 && table.columns[0].subject.is_none();
    let rest = if keyed { "  " } else { "" };
    let label = |column: &Column| {
        let label = column.header.as_str().trim().replace('\n', " ");
        let lead = format!("{rest}{label}: ");
        if label.is_empty() {
            rest.to_owned()
        } else {
            layout.glyphs.truncate(&lead, layout.room())
        }
    };
    let labels: Vec<String> = table.columns.iter().map(label).collect();
    for (i, row) in table.rows.iter().enumerate().skip(first.saturating_sub(1)) {
        if !layout.begin_item(i + 1) {
            return false;
        }
        if i > 0 {
            layout.blank();
        }
        for (column, cell) in row.cells.iter().enumerate() {
            layout.stand_at(row.line, column);
            if keyed && column == 0 {
                layout.text(cell, Mark::default().bold());
                continue;
            }
            let lead = labels.get(column).map_or(rest, String::as_str);
            layout.indented(Run::new(lead, Ink::Muted), Run::new(rest, Ink::Text), |layout| {
                layout.text(cell, Mark::default());
            });
        }
    }
    true
}

/// The header of a stacked table: its names, one after the other.
fn header_list(layout: &mut Layout, header: &[Styled]) {
    let words: usize = header.iter().map(|cell| width(&cell.plain) + GAP).sum();
    if words <= layout.room() + GAP && !header.iter().any(|cell| cell.plain.contains('\n')) {
        let widths: Vec<usize> = header.iter().map(|cell| width(&cell.plain)).collect();
        row(layout, header, &widths, &[]);
        let width = layout.room();
        layout.line(vec![Run::new(layout.glyphs.horizontal().repeat(width), Ink::Border)]);
        return;
    }
    let named = header.iter().filter(|cell| !cell.plain.is_empty());
    for (i, cell) in named.enumerate() {
        let lead = if i == 0 { "" } else { "| " };
        layout.indented(
            Run::new(lead, Ink::Border),
            Run::new(" ".repeat(lead.len()), Ink::Text),
            |layout| layout.styled(cell, usize::MAX),
        );
    }
    let width = layout.room();
    layout.line(vec![Run::new(layout.glyphs.horizontal().repeat(width), Ink::Border)]);
}
