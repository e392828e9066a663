//! Running texts. Far from the screen they are wrapped and counted, but not cut into runs.

use super::layout::{Layout, READABLE_LEAD};
use super::sheet::Flow;
use super::wrap::wrap;
use crate::model::{Anchor, Text};
use crate::theme::Mark;

/// A text, and the width of its lines.
#[derive(Clone)]
pub(super) struct CountedText<'a> {
    pub(super) text: &'a Text,
    pub(super) anchor: Option<Anchor>,
    /// The width of its first line.
    pub(super) first: usize,
    /// The width of its other lines.
    pub(super) rest: usize,
}

impl Layout {
    /// Sets a text, wrapped to the room.
    pub(crate) fn text(&mut self, text: &Text, base: impl Into<Mark>) {
        self.running_text(text, base.into(), usize::MAX);
    }

    /// Sets a text, wrapped to the room but to at most `measure` columns.
    pub(crate) fn running_text(&mut self, text: &Text, base: Mark, measure: usize) {
        let (first, rest) = self.line_widths();
        let (first, rest, anchor) = (first.min(measure), rest.min(measure), self.anchor);
        let counted = CountedText { text, anchor, first, rest };
        let has_room = first >= rest.min(READABLE_LEAD);
        if !(has_room && self.only_count(std::iter::once(counted))) {
            let styled = self.style(text, base);
            self.styled(&styled, measure);
        }
    }

    /// Counts the lines of texts beside each other, as the next flows of the page. Returns whether that is all
    /// there is to do: a wanted line must be set, a link has a line of its own, and a last line without text
    /// decides whether a blank line follows.
    pub(super) fn only_count<'a>(
        &mut self,
        texts: impl Iterator<Item = CountedText<'a>> + Clone,
    ) -> bool {
        let has_link = |text: &Text| text.links().next().is_some();
        if !self.only_counts() || texts.clone().any(|counted| has_link(counted.text)) {
            return false;
        }
        let first_flow = self.page.flows.len();
        let (mut height, mut ends_bare) = (0, true);
        for CountedText { text, anchor, first, rest } in texts {
            let text = text.as_str();
            let ranges = wrap(text, first, rest);
            let is_bare = ranges.last().is_none_or(std::ops::Range::is_empty);
            if ranges.len() > height {
                (height, ends_bare) = (ranges.len(), is_bare);
            } else if ranges.len() == height {
                ends_bare &= is_bare;
            }
            self.page.flows.push(Flow { text: text.to_owned(), lines: 0..0, anchor });
        }
        let lines = self.next_line()..self.next_line() + height;
        if ends_bare || lines.end > self.wanted_from() {
            self.page.flows.truncate(first_flow);
            return false;
        }
        for flow in &mut self.page.flows[first_flow..] {
            flow.lines = lines.clone();
        }
        self.anchor = None;
        self.count_lines(height);
        true
    }
}
