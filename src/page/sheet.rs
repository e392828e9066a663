//! The page: lines of styled runs, with the headings, links, tables and differences on them.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::wrap::width;
use crate::compare::Kind;
use crate::model::{Anchor, DocumentId, Link};
use crate::theme::{Ink, Mark};

/// The least width of a page; a narrower screen shows the part that fits.
pub const MIN_WIDTH: usize = 8;

/// Laid-out lines at a width.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// The width it was laid out at, in columns.
    pub width: usize,
    /// Lines that stay on top when the page is scrolled.
    pub head: Vec<Line>,
    /// Heads that replace `head` while this line of the page or a later one is the first in sight: as many
    /// lines as `head`, in order.
    pub later_heads: Vec<(usize, Vec<Line>)>,
    /// The lines, from top to bottom; none if they are set later.
    pub lines: Vec<Line>,
    /// The lines of a long page, which are set when they are asked for.
    pub later: Option<LaterLines>,
    /// The texts on the page, each whole, in reading order. Wrapping splits a text and a table interleaves
    /// its cells, so a search reads these and not the lines.
    pub flows: Vec<Flow>,
    /// The headings, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// The links, in reading order.
    pub links: Vec<PageLink>,
    /// The tables, in reading order.
    pub tables: Vec<TableSpot>,
    /// The differences, in order.
    pub differences: Vec<DifferenceSpot>,
}

/// Lines of a page that are set when they are asked for.
pub trait SetLines: Send + Sync {
    /// How many lines there are.
    fn count(&self) -> usize;
    /// Sets some of the lines.
    fn set(&self, lines: Range<usize>) -> Vec<Line>;
}

/// The lines of a page that were counted and not set.
#[derive(Clone)]
pub struct LaterLines(pub(super) Arc<dyn SetLines>);

/// A difference on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferenceSpot {
    /// Its lines.
    pub lines: Range<usize>,
    /// How many items differ there: several unmatched items are set beside each other.
    pub texts: usize,
}

/// A text on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flow {
    /// The whole text.
    pub text: String,
    /// Its lines.
    pub lines: Range<usize>,
    /// Its origin; `None` for the page's own words.
    pub anchor: Option<Anchor>,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
}

/// A run of text in one style.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Run {
    /// Its text.
    pub text: String,
    /// Its meaning and style.
    pub mark: Mark,
    /// The flow that it is part of, and its first byte there; `None` for decoration.
    pub origin: Option<(usize, usize)>,
    /// Index of its link in [`Page::links`].
    pub link: Option<usize>,
}

/// A heading on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutlineEntry {
    /// Its text.
    pub title: String,
    /// Its depth, 1 for the outermost.
    pub depth: usize,
    /// Its line on the page.
    pub line: usize,
    /// 1-based line in the source.
    pub source: usize,
    /// In a comparison: the document and line of the heading on either side.
    pub spots: [Option<(DocumentId, usize)>; 2],
    /// In a comparison: its kind, and how many pairs differ.
    pub kind: Option<(Kind, usize)>,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// Its text.
    pub text: String,
    /// Its target.
    pub link: Link,
    /// The line it begins on.
    pub line: usize,
}

/// A table on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSpot {
    /// The lines of its header.
    pub header: Range<usize>,
    /// The lines of its body.
    pub body: Range<usize>,
}

/// A stretch of one line: columns from `start` up to `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stretch {
    /// The line.
    pub line: usize,
    /// The first column.
    pub start: usize,
    /// The column after the last.
    pub end: usize,
}

impl fmt::Debug for LaterLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LaterLines").field(&self.0.count()).finish()
    }
}

impl PartialEq for LaterLines {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Run {
    /// A run of decoration.
    #[must_use]
    pub fn new(text: impl Into<String>, mark: impl Into<Mark>) -> Self {
        Self { text: text.into(), mark: mark.into(), ..Self::default() }
    }
}

impl Line {
    /// A line of these runs.
    #[must_use]
    pub fn new(runs: Vec<Run>) -> Self {
        Self { runs }
    }

    /// Its width in columns.
    #[must_use]
    pub fn width(&self) -> usize {
        self.runs.iter().map(|run| width(&run.text)).sum()
    }

    /// Its text, without styling and trailing space.
    #[must_use]
    pub fn to_plain(&self) -> String {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        text.trim_end().to_owned()
    }
}

impl Page {
    /// How many lines it has.
    #[must_use]
    pub fn height(&self) -> usize {
        self.later.as_ref().map_or(self.lines.len(), |later| later.0.count())
    }

    /// Some of its lines; those behind the last are left out.
    #[must_use]
    pub fn lines_at(&self, lines: Range<usize>) -> Cow<'_, [Line]> {
        let end = lines.end.min(self.height());
        let lines = lines.start.min(end)..end;
        match &self.later {
            Some(later) => later.0.set(lines).into(),
            None => self.lines[lines].into(),
        }
    }

    /// The head while a line is the first in sight.
    #[must_use]
    pub fn head_at(&self, top: usize) -> &[Line] {
        let later = self.later_heads.iter().rfind(|(from, _)| *from <= top);
        later.map_or(&self.head, |(_, head)| head)
    }

    /// Replaces an ink by another.
    pub(super) fn repaint(&mut self, from: Ink, to: Ink) {
        let heads = self.later_heads.iter_mut().flat_map(|(_, head)| head);
        for line in self.head.iter_mut().chain(heads).chain(&mut self.lines) {
            let runs = line.runs.iter_mut().filter(|run| run.mark.ink == from);
            runs.for_each(|run| run.mark.ink = to);
        }
    }

    /// The entry of the outline that a line belongs to.
    #[must_use]
    pub fn outline_at(&self, line: usize) -> Option<usize> {
        self.outline.partition_point(|entry| entry.line <= line).checked_sub(1)
    }

    /// The link at a column of a line.
    #[must_use]
    pub fn link_at(&self, line: usize, column: usize) -> Option<usize> {
        let mut at = 0;
        for run in &self.lines_at(line..line + 1).first()?.runs {
            at += width(&run.text);
            if column < at {
                return run.link;
            }
        }
        None
    }

    /// Appends another page, without its head.
    pub(super) fn append(&mut self, other: Self) {
        let (below, flows, links) = (self.lines.len(), self.flows.len(), self.links.len());
        let moved = |lines: Range<usize>| lines.start + below..lines.end + below;
        let run = |run: Run| Run {
            origin: run.origin.map(|(flow, byte)| (flow + flows, byte)),
            link: run.link.map(|link| link + links),
            ..run
        };
        let lines = other.lines.into_iter();
        self.lines.extend(lines.map(|line| Line::new(line.runs.into_iter().map(run).collect())));
        let flow = |flow: Flow| Flow { lines: moved(flow.lines), ..flow };
        self.flows.extend(other.flows.into_iter().map(flow));
        let entry = |entry: OutlineEntry| OutlineEntry { line: entry.line + below, ..entry };
        self.outline.extend(other.outline.into_iter().map(entry));
        let link = |link: PageLink| PageLink { line: link.line + below, ..link };
        self.links.extend(other.links.into_iter().map(link));
        let table = |it: TableSpot| TableSpot { header: moved(it.header), body: moved(it.body) };
        self.tables.extend(other.tables.into_iter().map(table));
        let stops = other.differences.into_iter();
        self.differences.extend(stops.map(|it| DifferenceSpot { lines: moved(it.lines), ..it }));
        let head = |(line, head)| (line + below, head);
        self.later_heads.extend(other.later_heads.into_iter().map(head));
    }

    /// The whole page as text, for tests and for terminals without styling.
    #[must_use]
    pub fn to_plain(&self) -> String {
        let mut text = String::new();
        for line in self.head.iter().chain(&self.lines) {
            text.push_str(&line.to_plain());
            text.push('\n');
        }
        text
    }
}

/// Fills runs up to a number of columns.
pub(super) fn fill(runs: &mut Vec<Run>, columns: usize) {
    let taken: usize = runs.iter().map(|run| width(&run.text)).sum();
    if taken < columns {
        runs.push(Run::new(" ".repeat(columns - taken), Mark::default()));
    }
}
