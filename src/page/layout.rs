//! Sets texts line by line under nested indents.

use std::ops::Range;

use super::glyphs::Glyphs;
use super::sheet::{Flow, Line, Page, PageLink, Run};
use super::slices::Slices;
use super::styled::{Segment, Styled};
use super::wrap::{truncate, width};
use crate::model::{Anchor, DocumentId, Link, SpanStyle, Text};
use crate::theme::{Ink, Mark};

/// A text with less room than this beside its lead begins on the next line.
pub(super) const READABLE_LEAD: usize = 6;

/// The widest line of prose by default, in columns: longer lines are hard to read. Tables take the whole width.
pub const MEASURE: usize = 100;

/// Builds a page from top to bottom.
///
/// Only the wanted lines are set. The lines above them are counted by the same steps, and below them nothing
/// happens.
pub(crate) struct Layout {
    pub(crate) page: Page,
    pub(crate) glyphs: Glyphs,
    /// The origin of the text that is styled next.
    pub(crate) anchor: Option<Anchor>,
    /// The document whose texts are set, if it belongs to a ladder.
    pub(crate) document: Option<DocumentId>,
    /// The lines at which the layout of a document can begin.
    pub(super) slices: Slices,
    indents: Vec<Indent>,
    wanted: Range<usize>,
    /// The widest line of prose, in columns.
    pub(super) measure: usize,
    /// How many lines were counted before the first of the page's lines.
    pub(super) counted: usize,
}

/// What is at the left of every line of a list item or quote.
struct Indent {
    /// For the first line, which takes it.
    lead: Option<Run>,
    /// For the lines after it.
    rest: Run,
}

impl Layout {
    pub(crate) fn new(width: usize, glyphs: Glyphs) -> Self {
        Self::of_lines(width, glyphs, 0..usize::MAX)
    }

    /// A layout that sets only some of the lines.
    pub(crate) fn of_lines(width: usize, glyphs: Glyphs, wanted: Range<usize>) -> Self {
        let page = Page { width, ..Page::default() };
        Self {
            page,
            glyphs,
            anchor: None,
            document: None,
            slices: Slices::default(),
            indents: Vec::new(),
            wanted,
            measure: MEASURE,
            counted: 0,
        }
    }

    /// The same with another widest line of prose.
    pub(super) fn measured(self, measure: usize) -> Self {
        Self { measure, ..self }
    }

    /// Continues below a line, of which only the text matters that is in no document.
    pub(crate) fn continue_below(&mut self, line: usize, last: Option<&Line>) {
        self.page.lines.extend(last.cloned());
        self.counted = line - self.page.lines.len();
    }

    /// The line that is set next.
    pub(crate) fn next_line(&self) -> usize {
        self.counted + self.page.lines.len()
    }

    /// Whether the next line is above the wanted lines.
    pub(crate) fn only_counts(&self) -> bool {
        self.next_line() < self.wanted.start
    }

    /// Whether all wanted lines are set.
    pub(crate) fn is_full(&self) -> bool {
        self.next_line() >= self.wanted.end
    }

    /// Whether the next text is not inside a list item or quote.
    pub(crate) fn is_outermost(&self) -> bool {
        self.indents.is_empty()
    }

    /// The last line if it has no text of a document.
    pub(crate) fn last_bare(&self) -> Option<&Line> {
        let bare = |line: &&Line| line.runs.iter().all(|run| run.origin.is_none());
        self.page.lines.last().filter(bare)
    }

    /// The wanted lines.
    pub(crate) fn into_wanted(mut self) -> Vec<Line> {
        let above = self.wanted.start.saturating_sub(self.counted).min(self.page.lines.len());
        self.page.lines.drain(..above);
        self.page.lines
    }

    /// The first of the wanted lines.
    pub(crate) fn wanted_from(&self) -> usize {
        self.wanted.start
    }

    /// Counts lines, of which the last has text of a document.
    pub(crate) fn count_lines(&mut self, lines: usize) {
        self.indents.iter_mut().for_each(|indent| indent.lead = None);
        self.counted += self.page.lines.len() + lines;
        self.page.lines.clear();
    }

    /// Adds a line without indents. Above the wanted lines only the last line matters.
    fn push(&mut self, line: Line) {
        if self.only_counts() {
            self.counted += self.page.lines.len();
            self.page.lines.clear();
        }
        if !self.is_full() {
            self.page.lines.push(line);
        }
    }

    /// Columns left for text under the indents.
    pub(crate) fn room(&self) -> usize {
        let taken: usize = self.indents.iter().map(|indent| width(&indent.rest.text)).sum();
        self.page.width.saturating_sub(taken).max(1)
    }

    /// Runs `inside` under one more indent: `lead` on its first line, `rest` (as wide) on the others. If
    /// the indents would take more than half of the width, the lines have none.
    pub(crate) fn indented(&mut self, mut lead: Run, rest: Run, inside: impl FnOnce(&mut Self)) {
        self.make_room(width(&lead.text));
        let room = self.page.width.saturating_sub(self.first_margin() + 1);
        if width(&lead.text) > room {
            lead.text = truncate(&lead.text, room, "");
        }
        let deep = self.room() < width(&rest.text) + self.page.width / 2;
        let rest = if deep { Run::default() } else { rest };
        self.indents.push(Indent { lead: Some(lead), rest });
        inside(self);
        // An item without text still shows its bullet.
        if self.indents.last().is_some_and(|indent| indent.lead.is_some()) {
            self.line(Vec::new());
        }
        self.indents.pop();
    }

    /// Sets the leads that wait for a text on a line of their own, if one more would leave no room.
    fn make_room(&mut self, lead: usize) {
        let waits = self.indents.iter().any(|indent| indent.lead.is_some());
        if waits && self.first_margin() + lead >= self.page.width {
            self.line(Vec::new());
        }
    }

    /// Sets the leads that wait for a text on a line of their own, if they take more room than the indents
    /// below them.
    pub(crate) fn clear_leads(&mut self) {
        let (first, rest) = self.line_widths();
        if first < rest {
            self.line(Vec::new());
        }
    }

    /// The columns that the indents take on the next line.
    fn first_margin(&self) -> usize {
        let next = |indent: &Indent| width(&indent.lead.as_ref().unwrap_or(&indent.rest).text);
        self.indents.iter().map(next).sum()
    }

    /// Sets an empty line, unless the last line is empty.
    pub(crate) fn blank(&mut self) {
        if self.indents.iter().all(|indent| indent.lead.is_none()) {
            let line = Line::new(self.indents.iter().map(|indent| indent.rest.clone()).collect());
            let empty = |line: &Line| {
                line.runs.iter().all(|run| run.origin.is_none() && run.text.trim().is_empty())
            };
            let is_needless = match self.page.lines.last() {
                Some(last) => empty(last) || *last == line,
                // A line that was only counted has text.
                None => self.counted == 0,
            };
            if !is_needless {
                self.push(line);
            }
        }
    }

    /// Removes the last line if it is empty and below `start`.
    pub(crate) fn take_back_blank(&mut self, start: usize) {
        if self.next_line() <= start {
            return;
        }
        let margin: usize = self.indents.iter().map(|indent| width(&indent.rest.text)).sum();
        let empty = |line: &Line| line.runs.iter().all(|run| run.origin.is_none());
        let last = self.page.lines.last();
        if last.is_some_and(|line| empty(line) && line.width() <= margin) {
            self.page.lines.pop();
        }
    }

    /// Takes the indents at the left of the next line.
    fn margin(&mut self) -> Vec<Run> {
        self.indents
            .iter_mut()
            .map(|indent| indent.lead.take().unwrap_or_else(|| indent.rest.clone()))
            .filter(|run| !run.text.is_empty())
            .collect()
    }

    /// Sets a line of these runs, under the indents.
    pub(crate) fn line(&mut self, runs: Vec<Run>) {
        let mut line = self.margin();
        line.extend(runs);
        let number = self.next_line();
        for link in line.iter().filter_map(|run| run.link) {
            let spot = &mut self.page.links[link].line;
            *spot = number.min(*spot);
        }
        self.push(Line::new(line));
    }

    /// Draws a rule behind the last line, as far as there is room.
    pub(crate) fn rule(&mut self) {
        let Some(line) = self.page.lines.last_mut() else { return };
        let free = self.page.width.saturating_sub(line.width() + 1);
        if free > 0 {
            let stroke = format!(" {}", self.glyphs.horizontal().repeat(free));
            line.runs.push(Run::new(stroke, Ink::Border));
        }
    }

    /// Sets words of ours behind a lead, wrapped to the room. They are no flow of the page.
    pub(crate) fn wrapped(&mut self, lead: Run, words: &str, ink: Ink) {
        let below = Run::new(" ".repeat(width(&lead.text)), ink);
        self.indented(lead, below, |layout| {
            let mut styled = Styled::default();
            styled.decorate(words, ink);
            layout.styled(&styled, usize::MAX);
        });
    }

    /// The columns for the first line of a text under the indents, and for its other lines.
    pub(super) fn line_widths(&self) -> (usize, usize) {
        let rest = self.room();
        let below: usize = self.indents.iter().map(|indent| width(&indent.rest.text)).sum();
        ((rest + below).saturating_sub(self.first_margin()), rest)
    }

    /// Sets a styled text, wrapped to the room but to at most `measure` columns.
    pub(crate) fn styled(&mut self, styled: &Styled, measure: usize) {
        let (mut first, rest) = self.line_widths();
        let start = self.next_line();
        if first < rest.min(READABLE_LEAD) {
            // The lead leaves too little room, so it takes a line of its own.
            self.line(Vec::new());
            first = rest;
        }
        let ranges = styled.wrap(first.min(measure), rest.min(measure));
        self.place_links(styled, &ranges);
        let mut setting = styled.setting();
        for range in &ranges {
            match self.only_counts() && !range.is_empty() {
                true => self.count_lines(1),
                false if self.is_full() => break,
                false => self.line(setting.line(range).runs),
            }
        }
        self.close_flow(styled, start);
    }

    /// Records the lines of a text; `start` is the first of them.
    pub(crate) fn close_flow(&mut self, styled: &Styled, start: usize) {
        for flow in &styled.flows {
            self.page.flows[*flow].lines = start..self.next_line();
        }
    }

    /// Records the lines of the links in a text whose lines are these ranges of its bytes.
    pub(crate) fn place_links(&mut self, styled: &Styled, ranges: &[Range<usize>]) {
        let start = self.next_line();
        for segment in &styled.segments {
            let Some(link) = segment.link else { continue };
            let line = start + ranges.partition_point(|range| range.end <= segment.range.start);
            let spot = &mut self.page.links[link].line;
            *spot = line.min(*spot);
        }
    }

    /// Says that the next text comes from this line of the document.
    pub(crate) fn stand_at(&mut self, line: usize, part: usize) {
        self.anchor = self.document.map(|document| Anchor::new(document, line, part));
    }

    /// Styles a text of a document, as the next flow of the page.
    pub(crate) fn style_at(&mut self, anchor: Anchor, text: &Text, base: Mark) -> Styled {
        self.anchor = Some(anchor);
        self.style(text, base)
    }

    /// Styles a text, as the next flow of the page. [`Self::anchor`] is its origin; without an anchor the
    /// text is one of the page's own words.
    pub(crate) fn style(&mut self, text: &Text, base: Mark) -> Styled {
        let flow = self.page.flows.len();
        let mut styled = Styled { flows: vec![flow], ..Styled::default() };
        for span in text.spans() {
            let start = styled.plain.len();
            styled.plain.push_str(span.text);
            let link = span.link.map(|link| {
                // A link whose text changes its style is still one link.
                let before = styled.segments.last().and_then(|segment: &Segment| segment.link);
                self.link(link, span.text, before)
            });
            let mark = mark_of(base, span.style, link.is_some());
            let (range, origin) = (start..styled.plain.len(), Some((flow, start)));
            styled.segments.push(Segment { range, mark, link, origin });
        }
        let (text, anchor) = (styled.plain.clone(), self.anchor.take());
        self.page.flows.push(Flow { text, lines: 0..0, anchor });
        styled
    }

    /// Records a link. It continues the link just before it if both have the same target. Its line is
    /// known once it is set.
    fn link(&mut self, link: &Link, text: &str, before: Option<usize>) -> usize {
        if let Some(before) = before
            && let Some(last) = self.page.links.get_mut(before)
            && last.link == *link
        {
            last.text.push_str(text);
            return before;
        }
        let (text, link) = (text.to_owned(), link.clone());
        self.page.links.push(PageLink { text, link, line: usize::MAX });
        self.page.links.len() - 1
    }
}

fn mark_of(base: Mark, style: SpanStyle, link: bool) -> Mark {
    let ink = if link {
        Ink::Link
    } else if style.code {
        Ink::Code
    } else if style.image {
        Ink::Marker
    } else {
        base.ink
    };
    Mark {
        ink,
        bold: base.bold || style.bold,
        italic: base.italic || style.italic || style.image,
        strike: base.strike || style.strike,
        underline: base.underline,
    }
}
