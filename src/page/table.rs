//! Tables: columns sized by their content, cells that wrap; key and value if the page is too narrow.

use super::layout::{Layout, Styled};
use super::sheet::{Line, Run, TableSpot};
use super::wrap::{longest_word, width};
use crate::model::{Align, Table, Text};
use crate::theme::{Ink, Mark};

/// Columns between two cells: a space, a rule, a space.
const GAP: usize = 3;

/// A column of prose narrower than this is hard to read; the rows are stacked instead.
const READABLE: usize = 12;

/// A word wider than this is broken: one long word must not take the whole table.
const LONGEST: usize = 24;

/// Sets a table under the indents of the layout.
pub(crate) fn table(layout: &mut Layout, table: &Table) {
    let widths = column_widths(table, layout.room());
    let header: Vec<Styled> =
        (0..table.columns.len()).map(|column| header_cell(layout, table, column)).collect();
    let named = table.columns.iter().any(|column| !column.header.is_empty());
    match widths {
        Some(widths) => grid(layout, table, &header, named, &widths),
        None => stack(layout, table, &header, named),
    }
    for cell in &header {
        // If there is nothing to show, the flow is empty and has no line.
        if cell.plain.is_empty() {
            layout.close_flow(cell, layout.next_line());
        }
    }
}

fn header_cell(layout: &mut Layout, table: &Table, column: usize) -> Styled {
    layout.stand_at(table.line, column);
    layout.style(&table.columns[column].header, Mark::from(Ink::Subheading).bold())
}

/// The widths of the columns, or `None` if the table is too wide to read in columns.
///
/// A column that needs no more than its fair share gets what it needs, so keys stay on one line. Each
/// other column gets the width of its longest word or a readable minimum. The rest is shared among these
/// in proportion to the width that they lack.
fn column_widths(table: &Table, room: usize) -> Option<Vec<usize>> {
    let room = room.checked_sub(GAP * (table.columns.len() - 1))?;
    let measures: Vec<ColumnMeasure> =
        (0..table.columns.len()).map(|i| measure(table, i)).collect();
    let floor = |m: &ColumnMeasure| m.word.max(m.natural.min(READABLE));
    let modest = modest_columns(&measures, room);
    let share = |narrow: &dyn Fn(usize) -> bool| {
        let width = |(i, m): (usize, &ColumnMeasure)| if narrow(i) { m.natural } else { floor(m) };
        let widths: Vec<usize> = measures.iter().enumerate().map(width).collect();
        (widths.iter().sum::<usize>() <= room).then_some(widths)
    };
    let mut widths = share(&|i| modest[i]).or_else(|| share(&|_| false))?;
    let spare = room - widths.iter().sum::<usize>();
    let lack: Vec<usize> =
        measures.iter().zip(&widths).map(|(m, width)| m.natural - width).collect();
    let lacking: usize = lack.iter().sum();
    for (width, lack) in widths.iter_mut().zip(&lack) {
        *width += (spare * lack / lacking.max(1)).min(*lack);
    }
    let mut rest = room - widths.iter().sum::<usize>();
    for (width, m) in widths.iter_mut().zip(&measures).rev() {
        let more = rest.min(m.natural - *width).min(1);
        *width += more;
        rest -= more;
    }
    Some(widths)
}

/// The columns that need no more than their fair share of the room, including what other columns leave.
fn modest_columns(measures: &[ColumnMeasure], room: usize) -> Vec<bool> {
    let mut modest = vec![false; measures.len()];
    loop {
        let taken: usize =
            measures.iter().zip(&modest).filter(|(_, m)| **m).map(|(m, _)| m.natural).sum();
        let open = modest.iter().filter(|modest| !**modest).count();
        let fair = room.saturating_sub(taken) / open.max(1);
        // The first column holds the keys, so it may take somewhat more.
        let most = |i: usize| if i == 0 { fair.max(LONGEST) } else { fair };
        let next = (0..measures.len()).find(|&i| !modest[i] && measures[i].natural <= most(i));
        match next {
            Some(i) => modest[i] = true,
            None => return modest,
        }
    }
}

struct ColumnMeasure {
    /// The width of the longest line, unwrapped.
    natural: usize,
    /// The width of the longest word.
    word: usize,
}

fn measure(table: &Table, column: usize) -> ColumnMeasure {
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
    let mut measure = ColumnMeasure { natural: 1, word: 1 };
    for text in cells.chain([&table.columns[column].header]) {
        let plain = text.to_plain();
        for line in plain.lines() {
            measure.natural = measure.natural.max(width(line));
            measure.word = measure.word.max(longest_word(line).min(LONGEST));
        }
    }
    measure
}

fn grid(layout: &mut Layout, table: &Table, header: &[Styled], named: bool, widths: &[usize]) {
    let aligns: Vec<Align> = table.columns.iter().map(|column| column.align).collect();
    let top = layout.next_line();
    if named {
        row(layout, header, widths, &aligns);
        rule(layout, widths, layout.glyphs.horizontal());
    }
    let body = layout.next_line();
    let cells: Vec<Vec<Styled>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().enumerate();
            cells.map(|(column, cell)| body_cell(layout, (row.line, column), cell)).collect()
        })
        .collect();
    let wraps =
        |(cell, &room): (&Styled, &usize)| cell.plain.contains('\n') || width(&cell.plain) > room;
    let any_wraps = |cells: &Vec<Styled>| cells.iter().zip(widths).any(wraps);
    // A row of several lines ends at the key of the next row. A key that wraps or is missing does not
    // show that.
    let unclear = |cells: &Vec<Styled>| {
        cells.iter().zip(widths).next().is_some_and(|key| key.0.plain.is_empty() || wraps(key))
    };
    let ruled = cells.iter().any(any_wraps) && cells.iter().any(unclear);
    for (i, cells) in cells.iter().enumerate() {
        if ruled && i > 0 {
            rule(layout, widths, layout.glyphs.light());
        }
        row(layout, cells, widths, &aligns);
    }
    let spot = TableSpot { header: top..body, body: body..layout.next_line() };
    layout.page.tables.push(spot);
}

fn body_cell(layout: &mut Layout, (line, column): (usize, usize), cell: &Text) -> Styled {
    layout.stand_at(line, column);
    layout.style(cell, Mark::default())
}

fn row(layout: &mut Layout, cells: &[Styled], widths: &[usize], aligns: &[Align]) {
    let start = layout.next_line();
    let columns: Vec<Vec<Line>> =
        cells.iter().zip(widths).map(|(cell, &width)| cell.lines(width, width)).collect();
    let height = columns.iter().map(Vec::len).max().unwrap_or(0);
    for number in 0..height {
        let mut runs = Vec::new();
        for (i, (column, &width)) in columns.iter().zip(widths).enumerate() {
            if i > 0 {
                runs.push(Run::new(format!(" {} ", layout.glyphs.vertical()), Ink::Border));
            }
            let last = i + 1 == widths.len();
            let line = column.get(number).cloned().unwrap_or_default();
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

fn stack(layout: &mut Layout, table: &Table, header: &[Styled], named: bool) {
    let top = layout.next_line();
    if named {
        header_list(layout, header);
    }
    let body = layout.next_line();
    // If the first column is about a role, its cells are values like the others.
    let keyed = table.columns.len() > 1 && table.columns[0].subject.is_none();
    for (i, row) in table.rows.iter().enumerate() {
        if i > 0 {
            layout.blank();
        }
        for (column, cell) in row.cells.iter().enumerate() {
            layout.stand_at(row.line, column);
            if keyed && column == 0 {
                layout.text(cell, Mark::default().bold());
                continue;
            }
            let label = header.get(column).map_or("", |header| header.plain.trim());
            let rest = if keyed { "  " } else { "" };
            let lead = match label {
                "" => rest.to_owned(),
                label => layout
                    .glyphs
                    .truncate(&format!("{rest}{}: ", label.replace('\n', " ")), layout.room()),
            };
            layout.indented(Run::new(lead, Ink::Muted), Run::new(rest, Ink::Text), |layout| {
                layout.text(cell, Mark::default());
            });
        }
    }
    let spot = TableSpot { header: top..body, body: body..layout.next_line() };
    layout.page.tables.push(spot);
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
