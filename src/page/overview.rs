//! A track as a matrix: its levels across, its topics down. The first column and the header stay
//! whatever part of the levels is shown, so what one level lacks is seen at a glance.

use std::ops::Range;

use super::glyphs::Glyphs;
use super::sheet::{Flow, Line, MIN_WIDTH, OutlineEntry, Page, Run, fill};
use super::wrap::{width, wrap};
use crate::compare::{Levels, MatrixCell, Thread};
use crate::model::Anchor;
use crate::report::{MATRIX_EMPTY, MATRIX_GAP, MatrixRow, legend, nesting};
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
}

/// How many columns the names of some rows want.
#[must_use]
pub fn overview_names(levels: &Levels, rows: &[Thread]) -> usize {
    let longest = rows.iter().map(|thread| name_width(levels, *thread)).max();
    longest.unwrap_or(0).max(COUNTS)
}

fn name_width(levels: &Levels, thread: Thread) -> usize {
    indent(nesting(levels, thread)) + width(levels.name(thread))
}

/// Where the columns of a matrix stand at a width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OverviewColumns {
    /// How wide the names are.
    names: usize,
    /// How wide a level is.
    column: usize,
    /// The levels shown.
    pub shown: Range<usize>,
}

impl OverviewColumns {
    /// As many of the levels as fit beside names of so many columns, from the given one on; at least
    /// one.
    #[must_use]
    pub fn new(page_width: usize, names: usize, count: usize, from: usize) -> Self {
        let page_width = page_width.max(MIN_WIDTH);
        let names = names.min((page_width / 3).clamp(MIN_WIDTH / 2, NAMES));
        let free = page_width - names;
        let fit = (free / (COLUMN.start() + GAP)).max(1);
        let from = from.min(count.saturating_sub(1));
        let shown = from..count.min(from + fit);
        let column = (free / shown.len().max(1)).saturating_sub(GAP).clamp(1, *COLUMN.end());
        Self { names, column, shown }
    }

    /// Where a level stands on the page.
    #[must_use]
    pub fn span(&self, level: usize) -> Option<Range<usize>> {
        let at = level.checked_sub(self.shown.start).filter(|_| self.shown.contains(&level))?;
        let start = self.names + GAP + at * (self.column + GAP);
        Some(start..start + self.column)
    }

    /// Whether a column of the page is one of a row's name.
    #[must_use]
    pub fn is_name(&self, column: usize) -> bool {
        column < self.names
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
    let (names, count) = (overview_names(levels, rows), levels.subjects.len());
    let columns = OverviewColumns::new(page_width, names, count, options.from);
    let OverviewColumns { names, column, shown } = columns;
    let sheet = MatrixSheet { levels, options, names, column, columns: shown };
    let mut page = Page { width: page_width, head: sheet.head(), ..Page::default() };
    let title = "Overview".to_owned();
    page.outline.push(entry(title, 0, 0, [None, None]));
    for (line, thread) in rows.iter().enumerate() {
        if thread.row.is_none() {
            let topic = &levels.topics[thread.topic];
            let spot = topic.headings.values().next().map(|s| (s.document, s.line));
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

struct MatrixSheet<'a> {
    levels: &'a Levels,
    options: OverviewOptions,
    names: usize,
    column: usize,
    columns: Range<usize>,
}

impl MatrixSheet<'_> {
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
        let mut ranges = wrap(name, self.column, self.column);
        if let Some(last) = ranges.get_mut(LINES - 1) {
            // What is cut is the end of the last line.
            last.end = name.len();
        }
        ranges.into_iter().take(LINES).map(|range| &name[range]).collect()
    }

    fn rule(&self) -> Run {
        Run::new(format!(" {} ", self.options.glyphs.vertical()), Ink::Border)
    }

    fn row(&self, page: &mut Page, line: usize, thread: Thread) {
        let row = MatrixRow::new(self.levels, thread);
        let mark = match (row.row, row.depth) {
            (Some(_), _) => Mark::default(),
            (None, 0) => Mark::from(Ink::Heading),
            (None, _) => Mark::from(Ink::Subheading),
        };
        let indent = " ".repeat(indent(row.depth).min(self.names / 3));
        let room = self.names - width(&indent);
        let flow = flow(page, row.name, line, self.anchor(thread));
        let mut runs = vec![
            Run::new(indent, Ink::Text),
            Run { origin: Some((flow, 0)), ..Run::new(self.short(row.name, room), mark) },
        ];
        fill(&mut runs, self.names);
        for (at, cell) in row.cells.iter().enumerate() {
            let (words, mark) = self.cell(&row, cell);
            let spot = self.levels.spot(thread, at);
            let anchor = spot.map(|spot| Anchor::new(spot.document, spot.line, 1));
            let flow = self::flow(page, &words, line, anchor);
            if self.columns.contains(&at) {
                runs.push(self.rule());
                let run = Run::new(self.short(&words, self.column), mark);
                let free = self.column.saturating_sub(width(&run.text));
                runs.push(Run { origin: Some((flow, 0)), ..run });
                runs.push(Run::new(" ".repeat(free), Ink::Text));
            }
        }
        page.lines.push(Line::new(runs));
    }

    /// Where the name of a row comes from: the first level that says something there.
    fn anchor(&self, thread: Thread) -> Option<Anchor> {
        let mut spots =
            (0..self.levels.subjects.len()).filter_map(|at| self.levels.spot(thread, at));
        spots.next().map(|spot| Anchor::new(spot.document, spot.line, 0))
    }

    fn short(&self, text: &str, columns: usize) -> String {
        self.options.glyphs.truncate(&text.replace('\n', " "), columns)
    }

    /// What a cell says, and how it is set.
    fn cell(&self, row: &MatrixRow<'_>, cell: &MatrixCell<'_>) -> (String, Mark) {
        match cell {
            MatrixCell::Nothing => (self.options.glyphs.dot().to_owned(), Ink::Muted.into()),
            MatrixCell::Gap => (MATRIX_GAP.to_owned(), Ink::Warning.into()),
            MatrixCell::Empty => (MATRIX_EMPTY.to_owned(), Ink::Muted.into()),
            MatrixCell::Count(count, first) => {
                (format!("{count}: {}", first.spot.text), Mark::default())
            }
            MatrixCell::Same(_) => ("=".to_owned(), Ink::Muted.into()),
            MatrixCell::Text(part) => (row.words(part), Mark::default()),
        }
    }
}

/// What the signs of a matrix mean, as many on a line as there is room for.
#[must_use]
pub fn lay_out_legend(options: OverviewOptions) -> Vec<Line> {
    let mut lines: Vec<String> = Vec::new();
    for sign in legend(options.glyphs.dot()) {
        match lines.last_mut() {
            Some(line) if width(line) + 3 + width(&sign) <= options.width => {
                line.push_str("   ");
                line.push_str(&sign);
            }
            _ => lines.push(sign),
        }
    }
    lines.into_iter().map(|line| Line::new(vec![Run::new(line, Ink::Muted)])).collect()
}

/// Columns that the name of a row stands further in.
fn indent(depth: usize) -> usize {
    2 * depth
}

fn flow(page: &mut Page, text: &str, line: usize, anchor: Option<Anchor>) -> usize {
    page.flows.push(Flow { text: text.to_owned(), lines: line..line + 1, anchor });
    page.flows.len() - 1
}
