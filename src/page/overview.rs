//! A track as a matrix: its levels across, its topics down. The first column and the header stay
//! whatever part of the levels is shown, so what one level lacks is seen at a glance.

use super::glyphs::Glyphs;
use super::sheet::{Flow, Line, MIN_WIDTH, OutlineEntry, Page, Run};
use super::wrap::{width, wrap};
use crate::compare::{Kind, Levels, Thread};
use crate::theme::{Ink, Mark};

/// The narrowest and the widest that the column of a level is.
const COLUMN: std::ops::RangeInclusive<usize> = 14..=32;

/// The widest that the first column is.
const NAMES: usize = 36;

/// Columns that "10-12 of 12" takes.
const COUNTS: usize = 11;

/// The name of a level takes no more lines than this.
const LINES: usize = 3;

/// Columns of the rule between two columns.
const GAP: usize = 3;

/// How a matrix is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverviewOptions {
    /// The width in columns, at least [`MIN_WIDTH`].
    pub width: usize,
    /// The signs that may be used.
    pub glyphs: Glyphs,
    /// The first level shown.
    pub from: usize,
    /// The row and the level that the cursor is on.
    pub cursor: Option<(usize, usize)>,
}

/// Where the columns of a matrix stand at a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewColumns {
    /// How wide the names are.
    names: usize,
    /// How wide a level is.
    column: usize,
    /// The levels shown.
    pub shown: std::ops::Range<usize>,
}

impl OverviewColumns {
    /// As many of the levels as fit beside the names of the rows, from the given one on; at least
    /// one.
    #[must_use]
    pub fn new(page_width: usize, levels: &Levels, rows: &[Thread], from: usize) -> Self {
        let longest = rows.iter().map(|row| indent(levels, *row) + width(levels.name(*row))).max();
        let count = levels.subjects.len();
        Self::beside(page_width, longest.unwrap_or(0).max(COUNTS), count, from)
    }

    /// The same beside names of so many columns.
    fn beside(page_width: usize, longest: usize, count: usize, from: usize) -> Self {
        let page_width = page_width.max(MIN_WIDTH);
        let names = longest.min((page_width / 3).clamp(MIN_WIDTH / 2, NAMES));
        let free = page_width - names;
        let fit = (free / (COLUMN.start() + GAP)).max(1);
        let from = from.min(count.saturating_sub(1));
        let shown = from..count.min(from + fit);
        let column = (free / shown.len().max(1)).saturating_sub(GAP).clamp(1, *COLUMN.end());
        Self { names, column, shown }
    }

    /// The level at a column of the page.
    #[must_use]
    pub fn level_at(&self, column: usize) -> Option<usize> {
        let behind = column.checked_sub(self.names)?;
        let at = self.shown.start + behind / (self.column + GAP);
        self.shown.contains(&at).then_some(at)
    }
}

/// Lays out rows of a matrix, a line each. The first entry of the page's outline is the matrix, the
/// others are its topics.
#[must_use]
pub fn lay_out_overview(levels: &Levels, rows: &[Thread], options: OverviewOptions) -> Page {
    let page_width = options.width.max(MIN_WIDTH);
    let columns = OverviewColumns::new(page_width, levels, rows, options.from);
    let OverviewColumns { names, column, shown } = columns;
    let sheet = Sheet { levels, options, names, column, columns: shown };
    let mut page = Page { width: page_width, head: sheet.head(), ..Page::default() };
    let title = "Overview".to_owned();
    page.outline.push(entry(title, 0, 0, [None, None]));
    for (line, thread) in rows.iter().enumerate() {
        if thread.row.is_none() {
            let topic = &levels.topics[thread.topic];
            let spot = topic.headings.iter().flatten().next().map(|s| (s.document, s.line));
            page.outline.push(entry(topic.title.clone(), topic.depth, line, [spot, None]));
        }
        sheet.row(&mut page, line, *thread);
    }
    page
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

struct Sheet<'a> {
    levels: &'a Levels,
    options: OverviewOptions,
    names: usize,
    column: usize,
    columns: std::ops::Range<usize>,
}

/// What a cell says, and how it is set.
struct Cell {
    text: String,
    mark: Mark,
}

impl Sheet<'_> {
    fn head(&self) -> Vec<Line> {
        let glyphs = self.options.glyphs;
        let count = self.levels.subjects.len();
        let all = self.columns.len() == count;
        let which = match all {
            true => String::new(),
            false => format!("{}-{} of {count}", self.columns.start + 1, self.columns.end),
        };
        let labels: Vec<Vec<&str>> = self.columns.clone().map(|at| self.label(at)).collect();
        let height = labels.iter().map(Vec::len).max().unwrap_or(1);
        let mut head = Vec::with_capacity(height + 1);
        for number in 0..height {
            let first = if number + 1 == height { which.as_str() } else { "" };
            let mut runs = vec![Run::new(glyphs.truncate(first, self.names), Ink::Muted)];
            fill(&mut runs, self.names);
            for label in &labels {
                runs.push(self.rule());
                // Names stand on the line above the rule, as long as they may be.
                let piece = number.checked_sub(height - label.len()).map_or("", |at| label[at]);
                let piece = glyphs.truncate(piece.trim(), self.column);
                let mut cell = vec![Run::new(piece, Ink::Heading)];
                fill(&mut cell, self.column);
                runs.extend(cell);
            }
            head.push(Line::new(runs));
        }
        let mut rule = vec![Run::new(glyphs.horizontal().repeat(self.names), Ink::Border)];
        let cross = [glyphs.horizontal(), glyphs.cross(), glyphs.horizontal()].concat();
        for _ in self.columns.clone() {
            rule.push(Run::new(cross.clone(), Ink::Border));
            rule.push(Run::new(glyphs.horizontal().repeat(self.column), Ink::Border));
        }
        head.push(Line::new(rule));
        head
    }

    /// The name of a level, broken into a few lines.
    fn label(&self, at: usize) -> Vec<&str> {
        let name = self.levels.names[at].as_str();
        let mut lines: Vec<&str> =
            wrap(name, self.column, self.column).into_iter().map(|range| &name[range]).collect();
        if lines.len() > LINES {
            // What is cut is the end of the last line.
            let start =
                name.len() - lines[LINES - 1..].iter().map(|line| line.len()).sum::<usize>();
            lines.truncate(LINES - 1);
            lines.push(name.get(start..).unwrap_or_default());
        }
        lines
    }

    fn rule(&self) -> Run {
        Run::new(format!(" {} ", self.options.glyphs.vertical()), Ink::Border)
    }

    fn row(&self, page: &mut Page, line: usize, thread: Thread) {
        let topic = &self.levels.topics[thread.topic];
        let mark = match (thread.row, topic.depth) {
            (Some(_), _) => Mark::default(),
            (None, 1) => Mark::from(Ink::Heading),
            (None, _) => Mark::from(Ink::Subheading),
        };
        let name = match thread.row {
            Some(row) => topic.rows[row].name().to_owned(),
            None => topic.title.clone(),
        };
        let indent = " ".repeat(indent(self.levels, thread).min(self.names / 3));
        let room = self.names - width(&indent);
        let flow = flow(page, &name, line);
        let mut runs = vec![
            Run::new(indent, Ink::Text),
            Run { origin: Some((flow, 0)), ..Run::new(self.short(&name, room), mark) },
        ];
        fill(&mut runs, self.names);
        for at in 0..self.levels.subjects.len() {
            let cell = self.cell(thread, at);
            let flow = self::flow(page, &cell.text, line);
            if self.columns.contains(&at) {
                runs.push(self.rule());
                runs.extend(self.set(cell, flow, self.options.cursor == Some((line, at))));
            }
        }
        page.lines.push(Line::new(runs));
    }

    fn set(&self, cell: Cell, flow: usize, here: bool) -> Vec<Run> {
        let mark = if here { Mark::from(Ink::Cursor) } else { cell.mark };
        let text = self.short(&cell.text, self.column);
        let mut runs = vec![Run { origin: Some((flow, 0)), ..Run::new(text, mark) }];
        let free = self.column.saturating_sub(Line::new(runs.clone()).width());
        runs.push(Run::new(" ".repeat(free), if here { mark } else { Mark::default() }));
        runs
    }

    fn short(&self, text: &str, columns: usize) -> String {
        self.options.glyphs.truncate(&text.replace('\n', " "), columns)
    }

    fn cell(&self, thread: Thread, column: usize) -> Cell {
        match thread.row {
            Some(row) => self.row_cell(thread.topic, row, column),
            None => self.topic_cell(thread.topic, column),
        }
    }

    fn row_cell(&self, topic: usize, row: usize, column: usize) -> Cell {
        let cells = &self.levels.topics[topic].rows[row].cells;
        match &cells[column] {
            Some(cell) if cell.kind == Kind::Same => {
                Cell { text: "=".to_owned(), mark: Ink::Muted.into() }
            }
            Some(cell) => {
                let keyed = self.levels.topics[topic].rows[row].key.is_some();
                let text =
                    if keyed { cell.part.text.to_plain() } else { cell.part.spot.text.clone() };
                Cell { text, mark: Mark::default() }
            }
            None => self.nothing(self.levels.topics[topic].rows[row].is_gap(column)),
        }
    }

    /// How many texts a level has in a topic, and how the first of them begins.
    fn topic_cell(&self, topic: usize, column: usize) -> Cell {
        let count = self.levels.texts(topic, column);
        if count == 0 && self.levels.says(topic, column) {
            return Cell { text: "empty".to_owned(), mark: Ink::Muted.into() };
        }
        if count == 0 {
            return self.nothing(self.levels.is_gap(topic, column));
        }
        let rows = self.levels.rows(Thread { topic, row: None });
        let first = rows.iter().find_map(|(_, row)| row.cells[column].as_ref());
        let first = first.map_or("", |cell| cell.part.spot.text.as_str());
        Cell { text: format!("{count}: {first}"), mark: Mark::default() }
    }

    /// Nothing; a gap where levels below and above have something.
    fn nothing(&self, is_gap: bool) -> Cell {
        match is_gap {
            true => Cell { text: "gap".to_owned(), mark: Ink::Warning.into() },
            false => Cell { text: self.options.glyphs.dot().to_owned(), mark: Ink::Muted.into() },
        }
    }
}

/// Columns that a row's name stands further in.
fn indent(levels: &Levels, thread: Thread) -> usize {
    2 * (levels.topics[thread.topic].depth - 1 + usize::from(thread.row.is_some()))
}

fn flow(page: &mut Page, text: &str, line: usize) -> usize {
    page.flows.push(Flow { text: text.to_owned(), lines: line..line + 1 });
    page.flows.len() - 1
}

fn fill(runs: &mut Vec<Run>, columns: usize) {
    let free = columns.saturating_sub(Line::new(runs.clone()).width());
    if free > 0 {
        runs.push(Run::new(" ".repeat(free), Ink::Text));
    }
}
