//! Where one is on a page, whatever its layout: by the anchor of the text that is there.

use super::sheet::{Line, Page};
use crate::model::Anchor;

/// Which text of a page is meant: one that comes from somewhere, or one of the page's own words, which
/// are counted from the text before them that does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSpot {
    /// Where the text comes from, or the one before it; `None` for the start of the page.
    anchor: Option<Anchor>,
    /// How many texts before it come from there too.
    nth: usize,
    /// How many texts it stands behind that one.
    beyond: usize,
}

/// A line of a page: a text, a byte of it, and how far above it the line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    text: TextSpot,
    byte: usize,
    /// How many lines without a text (bars, rules, blanks) stand between.
    above: usize,
}

impl From<Anchor> for Position {
    fn from(anchor: Anchor) -> Self {
        Self { text: TextSpot { anchor: Some(anchor), nth: 0, beyond: 0 }, byte: 0, above: 0 }
    }
}

impl Position {
    /// The same in another ladder, where its anchor is another; `None` where the text is gone.
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
    /// The anchor of the text that stands at or first after a line.
    #[must_use]
    pub fn anchor_at(&self, line: usize) -> Option<Anchor> {
        let below = self.lines.iter().skip(line).flat_map(|line| &line.runs);
        below.filter_map(|run| run.origin).find_map(|(flow, _)| self.flows[flow].anchor)
    }

    /// A line, told by the text that stands at or first after it and the byte that is shown first.
    #[must_use]
    pub fn position(&self, line: usize) -> Option<Position> {
        let mut below = self.lines.iter().skip(line).enumerate();
        let (above, (flow, byte)) =
            below.find_map(|(above, line)| Some((above, first_text(line)?)))?;
        Some(Position { text: self.text_spot(flow)?, byte, above })
    }

    /// Which text a flow is, whatever the layout.
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

    /// The flow that a text is, if it stands on this page.
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

    /// The line that a position tells, or the nearest text above it that is there: where to go on
    /// reading after a new layout. `None` where the page has nothing of its document.
    #[must_use]
    pub fn line_of(&self, position: impl Into<Position>) -> Option<usize> {
        let Position { text, byte, above } = position.into();
        let Some(flow) = self.flow_of(text) else { return self.nearest(text.anchor?) };
        let lines = self.flows[flow].lines.clone();
        let shows = |number: &usize| {
            self.lines[*number]
                .runs
                .iter()
                .any(|run| run.origin.is_some_and(|(of, start)| of == flow && start <= byte))
        };
        let shown = lines.clone().rev().find(shows).unwrap_or(lines.start);
        let bare = self.lines[..shown].iter().rev().take_while(|line| first_text(line).is_none());
        Some(shown - bare.take(above).count())
    }

    /// The line of the text of a document that stands nearest above an anchor, else below it.
    fn nearest(&self, anchor: Anchor) -> Option<usize> {
        let of_it = self.flows.iter().filter_map(|flow| Some((flow.anchor?, flow.lines.start)));
        let of_it = of_it.filter(|(other, _)| other.document == anchor.document);
        let above = of_it.clone().filter(|(other, _)| other.line <= anchor.line);
        let apart = |part: usize| std::cmp::Reverse(part.abs_diff(anchor.part));
        let above = above.max_by_key(|(other, _)| (other.line, apart(other.part)));
        above.or_else(|| of_it.min_by_key(|(other, _)| *other)).map(|(_, line)| line)
    }
}

/// The first text of a line, and the byte of it that is shown first.
fn first_text(line: &Line) -> Option<(usize, usize)> {
    line.runs.iter().find_map(|run| run.origin)
}
