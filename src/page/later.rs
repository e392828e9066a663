//! A document whose lines are counted first and set when they are asked for.

use std::ops::Range;
use std::sync::Arc;

use super::document::{DocumentOptions, set_from};
use super::layout::Layout;
use super::sheet::{LaterLines, Line, MIN_WIDTH, Page, Run, SetLines};
use super::slices::{DocumentPart, Slices, Start};
use super::table_shape::TableShape;
use crate::model::{Document, DocumentId, SectionId};

/// Lines that are set below the wanted lines: a blank line at the end of a quote is taken back again.
const SPARE: usize = 2;

/// A document that stays in memory as long as its page.
pub trait ShownDocument: Send + Sync {
    /// The document.
    fn document(&self) -> &Document;
    /// The document of the ladder that a section comes from, or the text before the first section.
    fn source(&self, section: Option<SectionId>) -> Option<DocumentId>;
}

/// Lays out a document of a ladder, but only counts its lines. They are set when they are asked for.
#[must_use]
pub fn lay_out_later(shown: Arc<dyn ShownDocument>, options: DocumentOptions) -> Page {
    let (page, lines) = DocumentLines::count(shown, options);
    Page { later: Some(LaterLines(Arc::new(lines))), ..page }
}

/// How many lines are handed over at once.
const HANDFUL: usize = 256;

/// Lays out a document and hands over its lines, some at a time, instead of a page that keeps all of them.
pub fn hand_over_document(
    document: &Document,
    options: DocumentOptions,
    mut take: impl FnMut(&[Line]),
) {
    let mut layout =
        Layout::new(options.width.max(MIN_WIDTH), options.glyphs).measured(options.measure);
    let mut next = Some(DocumentPart::default());
    while let Some(part) = next {
        layout.slices.pause = Some(layout.next_line() + HANDFUL);
        set_from(&mut layout, document, |_| None, part);
        next = layout.slices.paused.take();
        take(&layout.take_lines());
        layout.page.flows.clear();
        layout.page.links.clear();
        layout.page.outline.clear();
    }
    take(&layout.page.lines);
}

/// The lines of a document, set when they are asked for.
struct DocumentLines {
    shown: Arc<dyn ShownDocument>,
    options: DocumentOptions,
    starts: Vec<Start>,
    shapes: Arc<[TableShape]>,
    count: usize,
}

impl DocumentLines {
    /// Counts the lines of a document. Returns its page without lines.
    fn count(shown: Arc<dyn ShownDocument>, options: DocumentOptions) -> (Page, Self) {
        let width = options.width.max(MIN_WIDTH);
        let mut layout = Layout::of_lines(width, options.glyphs, usize::MAX..usize::MAX)
            .measured(options.measure);
        let source = |section: Option<SectionId>| shown.source(section);
        set_from(&mut layout, shown.document(), source, DocumentPart::default());
        let count = layout.next_line();
        let Slices { starts, shapes, .. } = layout.slices;
        let page = Page { lines: Vec::new(), ..layout.page };
        (page, Self { shown, options, starts, shapes: shapes.into(), count })
    }
}

impl SetLines for DocumentLines {
    fn count(&self) -> usize {
        self.count
    }

    fn set(&self, lines: Range<usize>) -> Vec<Line> {
        let above = self.starts.partition_point(|start| start.line <= lines.start);
        let Some(start) = above.checked_sub(1).and_then(|at| self.starts.get(at)) else {
            return Vec::new();
        };
        let DocumentOptions { width, glyphs, measure } = self.options;
        let wanted = lines.start..lines.end + SPARE;
        let mut layout = Layout::of_lines(width.max(MIN_WIDTH), glyphs, wanted).measured(measure);
        layout.continue_below(start.line, start.last.as_ref());
        layout.slices.known = (Arc::clone(&self.shapes), start.tables);
        let source = |section: Option<SectionId>| self.shown.source(section);
        set_from(&mut layout, self.shown.document(), source, start.part);
        let mut set = layout.into_wanted();
        set.truncate(lines.len());
        set.iter_mut().flat_map(|line| &mut line.runs).for_each(|run| moved(run, start));
        set
    }
}

/// Counts the flow and the link of a run from the top of the document.
fn moved(run: &mut Run, start: &Start) {
    run.origin = run.origin.map(|(flow, byte)| (flow + start.flows, byte));
    run.link = run.link.map(|link| link + start.links);
}
