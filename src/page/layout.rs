//! Sets texts line by line under nested indents.

use std::borrow::Cow;
use std::ops::Range;

use super::glyphs::Glyphs;
use super::sheet::{Flow, Line, Page, PageLink, Run};
use super::wrap::{width, wrap};
use crate::model::{Anchor, DocumentId, Link, SpanStyle, Text};
use crate::theme::{Ink, Mark};

/// A text with less room than this beside its lead begins on the next line.
const READABLE_LEAD: usize = 6;

/// Builds a page from top to bottom.
pub(crate) struct Layout {
    pub(crate) page: Page,
    pub(crate) glyphs: Glyphs,
    /// The origin of the text that is styled next.
    pub(crate) anchor: Option<Anchor>,
    /// The document whose texts are set, if it belongs to a ladder.
    pub(crate) document: Option<DocumentId>,
    indents: Vec<Indent>,
}

/// What is at the left of every line of a list item or quote.
struct Indent {
    /// For the first line, which takes it.
    lead: Option<Run>,
    /// For the lines after it.
    rest: Run,
}

/// A text ready to be set: its plain form, cut into runs of one style.
#[derive(Default)]
pub(crate) struct Styled {
    pub(crate) plain: String,
    /// The flows in it: one, unless it is composed of several texts.
    flows: Vec<usize>,
    segments: Vec<Segment>,
}

#[derive(Clone)]
struct Segment {
    range: Range<usize>,
    mark: Mark,
    link: Option<usize>,
    /// The flow that it is part of, and its first byte there.
    origin: Option<(usize, usize)>,
}

impl Layout {
    pub(crate) fn new(width: usize, glyphs: Glyphs) -> Self {
        let page = Page { width, ..Page::default() };
        Self { page, glyphs, anchor: None, document: None, indents: Vec::new() }
    }

    /// The line that is set next.
    pub(crate) fn next_line(&self) -> usize {
        self.page.lines.len()
    }

    /// Columns left for text under the indents.
    pub(crate) fn room(&self) -> usize {
        let taken: usize = self.indents.iter().map(|indent| width(&indent.rest.text)).sum();
        self.page.width.saturating_sub(taken).max(1)
    }

    /// Runs `inside` under one more indent: `lead` on its first line, `rest` (as wide) on the others. If
    /// the indents would take more than half of the width, the lines have none.
    pub(crate) fn indented(&mut self, lead: Run, rest: Run, inside: impl FnOnce(&mut Self)) {
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

    /// Sets an empty line, unless the last line is empty.
    pub(crate) fn blank(&mut self) {
        if self.indents.iter().all(|indent| indent.lead.is_none()) {
            let line = Line::new(self.indents.iter().map(|indent| indent.rest.clone()).collect());
            let empty = |line: &Line| {
                line.runs.iter().all(|run| run.origin.is_none() && run.text.trim().is_empty())
            };
            if self.page.lines.last().is_some_and(|last| !(empty(last) || *last == line)) {
                self.page.lines.push(line);
            }
        }
    }

    /// Removes the last line if it is empty.
    pub(crate) fn take_back_blank(&mut self) {
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
        self.page.lines.push(Line::new(line));
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

    /// Sets a text, wrapped to the room.
    pub(crate) fn text(&mut self, text: &Text, base: impl Into<Mark>) {
        let styled = self.style(text, base.into());
        self.styled(&styled, usize::MAX);
    }

    /// Sets a styled text, wrapped to the room but to at most `measure` columns.
    pub(crate) fn styled(&mut self, styled: &Styled, measure: usize) {
        let rest: usize = self.room();
        let wanted: usize = self.indents.iter().map(|indent| width(&indent.rest.text)).sum();
        let lead: usize = self
            .indents
            .iter()
            .map(|indent| width(&indent.lead.as_ref().unwrap_or(&indent.rest).text))
            .sum();
        let mut first = (rest + wanted).saturating_sub(lead);
        let start = self.next_line();
        if first < rest.min(READABLE_LEAD) {
            // The lead leaves too little room, so it takes a line of its own.
            self.line(Vec::new());
            first = rest;
        }
        for line in styled.lines(first.min(measure), rest.min(measure)) {
            self.line(line.runs);
        }
        self.close_flow(styled, start);
    }

    /// Records the lines of a text; `start` is the first of them.
    pub(crate) fn close_flow(&mut self, styled: &Styled, start: usize) {
        for flow in &styled.flows {
            self.page.flows[*flow].lines = start..self.next_line();
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
        for span in &text.spans {
            let start = styled.plain.len();
            styled.plain.push_str(&span.text);
            let link = span.link.as_deref().map(|link| {
                // A link whose text changes its style is still one link.
                let before = styled.segments.last().and_then(|segment: &Segment| segment.link);
                self.link(link, &span.text, before)
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

impl Segment {
    /// A range of its bytes.
    fn part(&self, range: Range<usize>) -> Self {
        let ahead = range.start - self.range.start;
        let origin = self.origin.map(|(flow, at)| (flow, at + ahead));
        Self { range, origin, ..self.clone() }
    }
}

impl Styled {
    /// Adds a range of another text's bytes as part of this text.
    pub(crate) fn push(&mut self, other: &Self, bytes: Range<usize>) {
        for flow in &other.flows {
            if !self.flows.contains(flow) {
                self.flows.push(*flow);
            }
        }
        for segment in &other.segments {
            let from = segment.range.start.max(bytes.start);
            let to = segment.range.end.min(bytes.end);
            if from < to {
                let start = self.plain.len();
                self.plain.push_str(&other.plain[from..to]);
                let part = segment.part(from..to);
                self.segments.push(Segment { range: start..self.plain.len(), ..part });
            }
        }
    }

    /// Adds decoration: text that is in no document.
    pub(crate) fn decorate(&mut self, text: &str, mark: impl Into<Mark>) {
        let start = self.plain.len();
        self.plain.push_str(text);
        let range = start..self.plain.len();
        self.segments.push(Segment { range, mark: mark.into(), link: None, origin: None });
    }

    /// Changes the marks of a range of bytes.
    pub(crate) fn remark(&mut self, range: &Range<usize>, change: impl Fn(Mark) -> Mark) {
        let mut segments = Vec::with_capacity(self.segments.len() + 2);
        for segment in self.segments.drain(..) {
            let from = range.start.clamp(segment.range.start, segment.range.end);
            let to = range.end.clamp(from, segment.range.end);
            for (piece, inside) in [
                (segment.range.start..from, false),
                (from..to, true),
                (to..segment.range.end, false),
            ] {
                if !piece.is_empty() {
                    let mark = if inside { change(segment.mark) } else { segment.mark };
                    segments.push(Segment { mark, ..segment.part(piece) });
                }
            }
        }
        self.segments = segments;
    }

    /// The text with a letter for each byte of decoration, so that no line breaks between a decoration and
    /// its word.
    fn unbroken(&self) -> Cow<'_, str> {
        let signs = self.segments.iter().filter(|segment| segment.origin.is_none());
        let mut text = Cow::Borrowed(self.plain.as_str());
        for segment in signs {
            let sign = &self.plain[segment.range.clone()];
            if sign.is_ascii() && !sign.contains(' ') {
                text.to_mut().replace_range(segment.range.clone(), &"x".repeat(sign.len()));
            }
        }
        text
    }

    /// The text as lines of these widths.
    pub(crate) fn lines(&self, first: usize, rest: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut at = 0;
        for range in wrap(&self.unbroken(), first, rest) {
            while self.segments.get(at).is_some_and(|segment| segment.range.end <= range.start) {
                at += 1;
            }
            let overlapping =
                self.segments[at..].iter().take_while(|segment| segment.range.start < range.end);
            let runs = overlapping.filter_map(|segment| {
                let from = segment.range.start.max(range.start);
                let to = segment.range.end.min(range.end);
                (from < to).then(|| Run {
                    text: self.plain[from..to].to_owned(),
                    mark: segment.mark,
                    origin: segment.part(from..to).origin,
                    link: segment.link,
                })
            });
            lines.push(Line::new(runs.collect()));
        }
        lines
    }
}
