//! An HTML table as a table of the model: spans are filled, and every row has the same number of cells.

use ego_tree::NodeRef;
use scraper::Node;
use scraper::node::Element;

use crate::content::parse::html::source::LINE;
use crate::model::{Column, Row, SpanStyle, Table, Text};

/// Further columns are joined into the last one.
const MAX_COLUMNS: usize = 200;

/// Spans that would repeat more text than this are left empty instead.
const MAX_REPEATED: usize = 200_000;

/// Reads a `<table>`; `None` if it has no cells.
pub(crate) fn read(
    table: NodeRef<'_, Node>,
    line: usize,
    text: &dyn Fn(NodeRef<'_, Node>) -> Text,
) -> Option<Table> {
    let mut rows: Vec<RawRow> = Vec::new();
    for part in table.children() {
        match name(part) {
            "thead" | "tbody" | "tfoot" => {
                let in_head = name(part) == "thead";
                let inside = part.children().filter(|child| name(*child) == "tr");
                rows.extend(inside.map(|row| raw_row(row, in_head, text)));
            }
            "tr" => rows.push(raw_row(part, false, text)),
            _ => {}
        }
    }
    rows.retain(|row| !row.cells.is_empty());
    let has_head = rows.iter().any(|row| row.in_head);
    let first_is_head =
        !has_head && rows.first().is_some_and(|row| row.cells.iter().all(|cell| cell.is_header));
    let heads = rows.iter().take_while(|row| row.in_head).count().max(usize::from(first_is_head));
    let mut grid = fill(rows, line);
    let width = grid.iter().map(|row| row.cells.len()).max().filter(|width| *width > 0)?;
    grid.iter_mut().for_each(|row| row.cells.resize_with(width, Text::default));
    let body = grid.split_off(heads.min(grid.len()));
    Some(Table { line, columns: headers(width, &grid), rows: body })
}

struct RawRow {
    line: Option<usize>,
    in_head: bool,
    cells: Vec<RawCell>,
}

struct RawCell {
    text: Text,
    is_header: bool,
    columns: usize,
    rows: usize,
}

fn name<'a>(node: NodeRef<'a, Node>) -> &'a str {
    node.value().as_element().map_or("", Element::name)
}

fn raw_row(
    row: NodeRef<'_, Node>,
    in_head: bool,
    text: &dyn Fn(NodeRef<'_, Node>) -> Text,
) -> RawRow {
    let number = |node: NodeRef<'_, Node>, key: &str| -> Option<usize> {
        node.value().as_element()?.attr(key)?.trim().parse().ok()
    };
    let cells: Vec<NodeRef<'_, Node>> =
        row.children().filter(|child| matches!(name(*child), "td" | "th")).collect();
    // The parser adds a `<tr>` around cells without one; it has no line.
    let line = number(row, LINE).or_else(|| cells.first().and_then(|cell| number(*cell, LINE)));
    let cells = cells
        .into_iter()
        .map(|cell| RawCell {
            text: text(cell),
            is_header: name(cell) == "th",
            columns: number(cell, "colspan").unwrap_or(1).clamp(1, MAX_COLUMNS),
            // 0 means "to the end of the table".
            rows: number(cell, "rowspan").map_or(1, |rows| if rows == 0 { 10_000 } else { rows }),
        })
        .collect();
    RawRow { line, in_head, cells }
}

/// Puts cells into columns, and repeats cells that span rows or columns.
fn fill(rows: Vec<RawRow>, table_line: usize) -> Vec<Row> {
    let mut grid = Vec::with_capacity(rows.len());
    // For each column, the text that spans down from above, and the number of remaining rows.
    let mut above: Vec<Option<(Text, usize)>> = Vec::new();
    let mut repeated = 0;
    let mut line = table_line;
    for row in rows {
        line = row.line.unwrap_or(line);
        let mut cells: Vec<Text> = Vec::new();
        // A title over the whole width occurs once.
        let is_title = row.cells.len() == 1;
        for cell in row.cells {
            take_from_above(&mut cells, &mut above);
            for copy in 0..cell.columns {
                if cells.len() >= MAX_COLUMNS {
                    if copy == 0 {
                        join(&mut cells, &cell.text);
                    }
                    break;
                }
                let is_shown = copy == 0 || !is_title && may_repeat(&mut repeated, &cell.text);
                let text = if is_shown { cell.text.clone() } else { Text::default() };
                if cell.rows > 1 {
                    above.resize_with(above.len().max(cells.len() + 1), || None);
                    let down = if may_repeat(&mut repeated, &text) {
                        text.clone()
                    } else {
                        Text::default()
                    };
                    above[cells.len()] = Some((down, cell.rows - 1));
                }
                cells.push(text);
            }
        }
        take_from_above(&mut cells, &mut above);
        grid.push(Row { line, cells });
    }
    grid
}

/// Moves the cells that span down from above into a row, as far as they are consecutive.
fn take_from_above(cells: &mut Vec<Text>, above: &mut [Option<(Text, usize)>]) {
    while let Some(slot) = above.get_mut(cells.len())
        && let Some((text, left)) = slot
    {
        cells.push(text.clone());
        *left -= 1;
        if *left == 0 {
            *slot = None;
        }
    }
}

fn may_repeat(repeated: &mut usize, text: &Text) -> bool {
    *repeated += text.as_str().len();
    *repeated <= MAX_REPEATED
}

fn join(cells: &mut [Text], more: &Text) {
    if let Some(last) = cells.last_mut() {
        last.push(" | ", SpanStyle::default(), None);
        last.push_text(more);
    }
}

/// The header of each column; of several header rows, each adds its part.
fn headers(width: usize, rows: &[Row]) -> Vec<Column> {
    let mut columns: Vec<Column> = vec![Column::default(); width];
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(&row.cells) {
            if cell.is_empty() || column.header == *cell {
                continue;
            }
            if !column.header.as_str().is_empty() {
                column.header.push("\n", SpanStyle::default(), None);
            }
            column.header.push_text(cell);
        }
    }
    columns
}
