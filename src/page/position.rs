//! A position on a page that survives another layout: the anchor of the text there.

use super::sheet::{Line, Page};
use crate::model::Anchor;

/// A text of a page: a text with an anchor, or one of the page's own words, counted from the text with
/// an anchor before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSpot {
    /// The anchor of the text, or of the text before it; `None` for the start of the page.
    anchor: Option<Anchor>,
    /// How many texts before it have the same anchor.
    nth: usize,
    /// How many texts it is behind the text with the anchor.
    beyond: usize,
}

/// A line of a page: a text, a byte of it, and how many lines the line is above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    text: TextSpot,
    byte: usize,
    /// How many lines without a text (bars, rules, blanks) are between.
    above: usize,
}

impl From<Anchor> for Position {
    fn from(anchor: Anchor) -> Self {
        Self { text: TextSpot { anchor: Some(anchor), nth: 0, beyond: 0 }, byte: 0, above: 0 }
    }
}

impl Position {
    /// The same position after the ladder was read again; `None` if the text is gone.
    #[must_use]
    pub fn moved(self, to: impl FnOnce(Anchor) -> Option<Anchor>) -> Option<Self> {
        let anchor = match self.text.anchor {
            Some(anchor) => Some(to(anchor)?),
            None => None,
        };
        Some(Self { text: TextSpot { anchor, ..self.text }, ..self })
    }
}

impl Page {
    /// The anchor of the text at a line, or of the first text after it.
    #[must_use]
    pub fn anchor_at(&self, line: usize) -> Option<Anchor> {
        let mut way = self.way();
        (line..self.height()).find_map(|number| {
            let mut origins = way.line(number)?.runs.iter().filter_map(|run| run.origin);
            origins.find_map(|(flow, _)| self.flows[flow].anchor)
        })
    }

    /// The position of a line: the text at it or first after it, and the first byte shown.
    #[must_use]
    pub fn position(&self, line: usize) -> Option<Position> {
        let mut way = self.way();
        let (above, (flow, byte)) = (line..self.height())
            .enumerate()
            .find_map(|(above, number)| Some((above, first_text(way.line(number)?)?)))?;
        Some(Position { text: self.text_spot(flow)?, byte, above })
    }

    /// The text of a flow, independent of the layout.
    #[must_use]
    pub fn text_spot(&self, flow: usize) -> Option<TextSpot> {
        let until = self.flows.get(..=flow)?;
        let Some(at) = until.iter().rposition(|flow| flow.anchor.is_some()) else {
            return Some(TextSpot { anchor: None, nth: 0, beyond: flow });
        };
        let anchor = until[at].anchor;
        let nth = until[..at].iter().filter(|flow| flow.anchor == anchor).count();
        Some(TextSpot { anchor, nth, beyond: flow - at })
    }

    /// The flow of a text, if it is on this page.
    #[must_use]
    pub fn flow_of(&self, text: TextSpot) -> Option<usize> {
        let Some(anchor) = text.anchor else {
            return Some(text.beyond).filter(|flow| *flow < self.flows.len());
        };
        let same = |flow: &usize| self.flows[*flow].anchor == Some(anchor);
        let mut all = (0..self.flows.len()).filter(same);
        let first = all.next()?;
        let at = match text.nth.checked_sub(1) {
            Some(before) => all.nth(before).unwrap_or(first),
            None => first,
        };
        let own = self.flows[at + 1..].iter().take_while(|flow| flow.anchor.is_none()).count();
        Some(at + text.beyond.min(own))
    }

    /// The line of a position, or of the nearest text above it: the place to continue to read after a new
    /// layout. `None` if the page has no text of the document.
    #[must_use]
    pub fn line_of(&self, position: impl Into<Position>) -> Option<usize> {
        let Position { text, byte, above } = position.into();
        let Some(flow) = self.flow_of(text) else { return self.nearest(text.anchor?) };
        let lines = self.flows[flow].lines.clone();
        let shows = |line: &Line| {
            let mut origins = line.runs.iter().filter_map(|run| run.origin);
            origins.any(|(of, start)| of == flow && start <= byte)
        };
        let shown = self.lines_at(lines.clone()).iter().rposition(shows).unwrap_or(0);
        let shown = lines.start + shown;
        let over = self.lines_at(shown.saturating_sub(above)..shown);
        let bare = over.iter().rev().take_while(|line| first_text(line).is_none());
        Some(shown - bare.count())
    }

    /// The line of the nearest text above an anchor in its document, or else below it.
    fn nearest(&self, anchor: Anchor) -> Option<usize> {
        let of_it = self.flows.iter().filter_map(|flow| Some((flow.anchor?, flow.lines.start)));
        let of_it = of_it.filter(|(other, _)| other.document == anchor.document);
        let above = of_it.clone().filter(|(other, _)| other.line <= anchor.line);
        let apart = |part: usize| std::cmp::Reverse(part.abs_diff(anchor.part));
        let above = above.max_by_key(|(other, _)| (other.line, apart(other.part)));
        above.or_else(|| of_it.min_by_key(|(other, _)| *other)).map(|(_, line)| line)
    }
}

/// The first text of a line, and its first byte there.
fn first_text(line: &Line) -> Option<(usize, usize)> {
    line.runs.iter().find_map(|run| run.origin)
}
