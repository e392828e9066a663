//! A track as a matrix: its levels across, its topics down. The first column and the header always stay
//! in sight, so a reader sees at a glance what a level lacks.

use super::glyphs::Glyphs;
use super::matrix_columns::{GAP, MatrixColumns, MatrixWants, indent};
use super::sheet::{Flow, Line, MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::wrap::{width, wrap};
use crate::compare::{Direction, Levels, Thread};
use crate::model::Anchor;
use crate::report::{MATRIX_WAY_UP, MatrixCell, MatrixRow, ToldCell, first_way_up, legend};
use crate::theme::{Ink, Mark};

/// The most lines for the name of a level.
const LINES: usize = 3;

/// Columns of the sign before a number and of the space behind it.
const SIGN: usize = 2;

/// How a matrix is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverviewOptions {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// The first level shown.
    pub from: usize,
}

/// Lays out rows of a matrix, a line each; `wants` gives the widths of the columns. The first entry of
/// the page's outline is the matrix, the others are its topics.
#[must_use]
pub fn lay_out_overview(
    levels: &Levels,
    rows: &[MatrixRow],
    wants: &MatrixWants,
    options: OverviewOptions,
) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let columns = MatrixColumns::new(page_width, wants, options.from);
    let sheet = MatrixSheet { levels, options, columns };
    let mut page = Page { width: page_width, head: sheet.head(), ..Page::default() };
    let title = "Overview".to_owned();
    page.outline.push(entry(title, 0, 0, [None, None]));
    let way_up = first_way_up(rows);
    for (at, row) in rows.iter().enumerate() {
        if way_up == Some(at) {
            page.lines.push(sheet.way_up());
        }
        let line = page.lines.len();
        if row.thread.row.is_none() {
            let topic = &levels.topics[row.thread.topic];
            let spot = topic.headings.values().next().map(|s| (s.document, s.line));
            page.outline.push(entry(topic.title.clone(), topic.depth, line, [spot, None]));
        }
        let cells = row.cells.some().map(|(at, cell)| {
            let spot = levels.spot(row.thread, at);
            (at, cell, spot.map(|spot| Anchor::new(spot.document, spot.line, 1)))
        });
        sheet.row(&mut page, row, sheet.anchor(row.thread), cells);
    }
    page
}

/// Lays out rows of a matrix and hands over each line, instead of a page that keeps all of them.
pub fn hand_over_overview(
    levels: &Levels,
    rows: &[MatrixRow],
    wants: &MatrixWants,
    options: OverviewOptions,
    mut take: impl FnMut(&[Line]),
) {
    let columns = MatrixColumns::new(options.width.max(MIN_WIDTH), wants, options.from);
    let sheet = MatrixSheet { levels, options, columns };
    take(&sheet.head());
    let way_up = first_way_up(rows);
    for (at, row) in rows.iter().enumerate() {
        let mut page = Page::default();
        if way_up == Some(at) {
            page.lines.push(sheet.way_up());
        }
        // Nothing is searched in lines that are handed over, so that other levels need no time.
        let shown = row.cells.within(sheet.columns.shown.clone());
        sheet.row(&mut page, row, None, shown.map(|(at, cell)| (at, cell, None)));
        take(&page.lines);
    }
}

/// The line of a row on the page: the rows about promotion are below a heading of their own.
#[must_use]
pub fn matrix_line(rows: &[MatrixRow], row: usize) -> usize {
    row + usize::from(first_way_up(rows).is_some_and(|first| first <= row))
}

/// The row on a line of the page.
#[must_use]
pub fn matrix_row(rows: &[MatrixRow], line: usize) -> Option<usize> {
    let row = match first_way_up(rows) {
        Some(first) if line == first => return None,
        Some(first) if line > first => line - 1,
        _ => line,
    };
    (row < rows.len()).then_some(row)
}

fn entry(
    title: String,
    depth: usize,
    line: usize,
    spots: [Option<(crate::model::DocumentId, usize)>; 2],
) -> OutlineEntry {
    OutlineEntry {
        title,
        depth,
        line,
        source: spots[0].map_or(1, |(_, line)| line),
        spots,
        kind: None,
    }
}

struct MatrixSheet<'a> {
    levels: &'a Levels,
    options: OverviewOptions,
    columns: MatrixColumns,
}

impl MatrixSheet<'_> {
    fn head(&self) -> Vec<Line> {
        let glyphs = self.options.glyphs;
        let (count, shown) = (self.levels.subjects.len(), &self.columns.shown);
        let which = match shown.len() == count {
            true => String::new(),
            false if shown.len() == 1 => format!("{} of {count}", shown.end),
            false => format!("{}-{} of {count}", shown.start + 1, shown.end),
        };
        let names = self.columns.names;
        let widths = || self.columns.widths.iter().copied();
        let labels: Vec<Vec<&str>> =
            shown.clone().zip(widths()).map(|(at, column)| self.label(at, column)).collect();
        let height = labels.iter().map(Vec::len).max().unwrap_or(1);
        let mut head = Vec::with_capacity(height + 1);
        for number in 0..height {
            let first = if number + 1 == height { which.as_str() } else { "" };
            let mut runs = vec![Run::new(glyphs.truncate(first, names), Ink::Muted)];
            fill(&mut runs, names);
            for (label, column) in labels.iter().zip(widths()) {
                runs.push(self.rule());
                // Names end on the line above the rule, however many lines they take.
                let piece = number.checked_sub(height - label.len()).map_or("", |at| label[at]);
                let piece = glyphs.truncate(piece.trim(), column);
                let mut cell = vec![Run::new(piece, Ink::Heading)];
                fill(&mut cell, column);
                runs.extend(cell);
            }
            head.push(Line::new(runs));
        }
        let mut rule = vec![Run::new(glyphs.horizontal().repeat(names), Ink::Border)];
        let cross = [glyphs.horizontal(), glyphs.cross(), glyphs.horizontal()].concat();
        for column in widths() {
            rule.push(Run::new(cross.clone(), Ink::Border));
            rule.push(Run::new(glyphs.horizontal().repeat(column), Ink::Border));
        }
        head.push(Line::new(rule));
        head
    }

    /// The name of a level, broken into a few lines.
    fn label(&self, at: usize, column: usize) -> Vec<&str> {
        let name = self.levels.names[at].as_str();
        let mut ranges = wrap(name, column, column);
        if let Some(last) = ranges.get_mut(LINES - 1) {
            // Only the end of the last line is cut.
            last.end = name.len();
        }
        ranges.into_iter().take(LINES).map(|range| &name[range]).collect()
    }

    /// The heading above the rows about promotion.
    fn way_up(&self) -> Line {
        let glyphs = self.options.glyphs;
        let columns =
            self.columns.names + self.columns.widths.iter().map(|it| it + GAP).sum::<usize>();
        let title = glyphs.truncate(MATRIX_WAY_UP, columns);
        let free = columns.saturating_sub(width(&title) + 1);
        let stroke = format!(" {}", glyphs.horizontal().repeat(free));
        let rule = Run::new(if free > 0 { stroke } else { String::new() }, Ink::Border);
        Line::new(vec![Run::new(title, Ink::Muted), rule])
    }

    fn rule(&self) -> Run {
        Run::new(format!(" {} ", self.options.glyphs.vertical()), Ink::Border)
    }

    /// Sets the cells of a row, each with its level and its origin.
    fn row<'c>(
        &self,
        page: &mut Page,
        row: &MatrixRow,
        anchor: Option<Anchor>,
        cells: impl Iterator<Item = (usize, &'c MatrixCell, Option<Anchor>)>,
    ) {
        let line = page.lines.len();
        let mark = match (row.thread.row, row.depth) {
            (Some(_), _) => Mark::default(),
            (None, 0) => Mark::from(Ink::Heading),
            (None, _) => Mark::from(Ink::Subheading),
        };
        let names = self.columns.names;
        let indent = " ".repeat(indent(row.depth).min(names / 3));
        let room = names - width(&indent);
        let flow = flow(page, &row.name, line, anchor);
        let mut runs = vec![
            Run::new(indent, Ink::Text),
            Run { origin: Some((flow, 0)), ..Run::new(self.short(&row.name, room), mark) },
        ];
        fill(&mut runs, names);
        // Every cell is a text to search in, even if it is not shown.
        let spans = self.columns.shown.clone().zip(&self.columns.widths);
        let mut spans = spans.peekable();
        for (at, cell, anchor) in cells {
            while let Some((_, column)) = spans.next_if(|(shown, _)| *shown < at) {
                self.nothing(&mut runs, *column);
            }
            let column = spans.next_if(|(shown, _)| *shown == at).map(|(_, column)| *column);
            self.cell(page, &mut runs, (line, anchor), cell, column);
        }
        for (_, column) in spans {
            self.nothing(&mut runs, *column);
        }
        page.lines.push(Line::new(runs));
    }

    fn nothing(&self, runs: &mut Vec<Run>, column: usize) {
        runs.push(self.rule());
        let mut cell = vec![Run::new(self.options.glyphs.dot(), Ink::Muted)];
        fill(&mut cell, column);
        runs.extend(cell);
    }

    /// Sets the text of a level, if the level is shown.
    fn cell(
        &self,
        page: &mut Page,
        runs: &mut Vec<Run>,
        (line, anchor): (usize, Option<Anchor>),
        cell: &MatrixCell,
        column: Option<usize>,
    ) {
        let words = cell.words();
        let flow = flow(page, &words, line, anchor);
        let Some(column) = column else { return };
        let (sign, mark) = self.sign(cell);
        let mut set: Vec<Run> = sign.filter(|_| column > SIGN).into_iter().collect();
        let room = column.saturating_sub(set.iter().map(|run| width(&run.text)).sum());
        set.push(match cell.short().filter(|_| width(&words) > room) {
            Some(short) => Run::new(self.short(&short, room), mark),
            None => Run { origin: Some((flow, 0)), ..Run::new(self.short(&words, room), mark) },
        });
        if cell.told == ToldCell::Gap {
            // A gap is as wide as its column, so that the eye finds it first.
            let taken: usize = set.iter().map(|run| width(&run.text)).sum();
            let rest = column.saturating_sub(taken + 1);
            let stroke = format!(" {}", self.options.glyphs.light().repeat(rest));
            set.push(Run::new(if rest > 0 { stroke } else { String::new() }, Ink::Warning));
        }
        fill(&mut set, column);
        runs.push(self.rule());
        runs.extend(set);
    }

    /// The sign before the words of a cell, and the style of the words.
    fn sign(&self, cell: &MatrixCell) -> (Option<Run>, Mark) {
        let glyphs = self.options.glyphs;
        match &cell.told {
            ToldCell::Gap => (None, Ink::Warning.into()),
            ToldCell::Empty | ToldCell::Same | ToldCell::Counts(_) => (None, Ink::Muted.into()),
            ToldCell::Text { direction: Some(direction), .. } => {
                let sign = format!("{} ", glyphs.direction(*direction));
                (Some(Run::new(sign, Ink::Changed)), Mark::default().bold())
            }
            ToldCell::Text { from: 0, .. } => (None, Mark::default()),
            ToldCell::Text { .. } => {
                (Some(Run::new(glyphs.ellipsis(), Ink::Muted)), Mark::default())
            }
        }
    }

    /// The origin of the name of a row: the first level with a text in that row.
    fn anchor(&self, thread: Thread) -> Option<Anchor> {
        let mut spots =
            (0..self.levels.subjects.len()).filter_map(|at| self.levels.spot(thread, at));
        spots.next().map(|spot| Anchor::new(spot.document, spot.line, 0))
    }

    fn short(&self, text: &str, columns: usize) -> String {
        self.options.glyphs.truncate(&text.replace('\n', " "), columns)
    }
}

/// The legend of the signs of a matrix, as many on a line as there is room for.
#[must_use]
pub fn lay_out_legend(options: OverviewOptions) -> Vec<Line> {
    let glyphs = options.glyphs;
    let [more, less] = [Direction::Up, Direction::Down].map(|it| glyphs.direction(it));
    let mut lines: Vec<String> = Vec::new();
    for sign in legend(more, less, glyphs.dot()) {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(&sign) <= options.width => {
                line.push_str("   ");
                line.push_str(&sign);
            }
            _ => lines.push(sign),
        }
    }
    let wrapped = |line: String| {
        let ranges = wrap(&line, options.width, options.width).into_iter();
        let run =
            |range: std::ops::Range<usize>| Run::new(line[range].trim_end().to_owned(), Ink::Muted);
        ranges.map(|range| Line::new(vec![run(range)])).collect::<Vec<Line>>()
    };
    lines.into_iter().flat_map(wrapped).collect()
}

fn flow(page: &mut Page, text: &str, line: usize, anchor: Option<Anchor>) -> usize {
    page.flows.push(Flow { text: text.to_owned(), lines: line..line + 1, anchor });
    page.flows.len() - 1
}
