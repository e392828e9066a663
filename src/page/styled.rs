//! Texts of a page before they are set: cut into runs of one style, and wrapped into lines.

use std::borrow::Cow;
use std::ops::Range;

use super::sheet::{Line, Run};
use super::wrap::wrap;
use crate::theme::Mark;

/// A text ready to be set: its plain form, cut into runs of one style.
#[derive(Default)]
pub(crate) struct Styled {
    pub(crate) plain: String,
    /// The flows in it: one, unless it is composed of several texts.
    pub(super) flows: Vec<usize>,
    pub(super) segments: Vec<Segment>,
}

/// A piece of a text in one style.
#[derive(Clone)]
pub(super) struct Segment {
    pub(super) range: Range<usize>,
    pub(super) mark: Mark,
    pub(super) link: Option<usize>,
    /// The flow that it is part of, and its first byte there.
    pub(super) origin: Option<(usize, usize)>,
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

    /// The bytes of each line, in lines of these widths.
    pub(crate) fn wrap(&self, first: usize, rest: usize) -> Vec<Range<usize>> {
        wrap(&self.unbroken(), first, rest)
    }

    /// Sets lines of the text, from top to bottom.
    pub(crate) fn setting(&self) -> Setting<'_> {
        Setting { styled: self, at: 0 }
    }

    /// The text as lines of these widths.
    pub(crate) fn lines(&self, first: usize, rest: usize) -> Vec<Line> {
        let mut setting = self.setting();
        self.wrap(first, rest).iter().map(|range| setting.line(range)).collect()
    }
}

/// A text whose lines are set, from top to bottom.
pub(crate) struct Setting<'a> {
    styled: &'a Styled,
    /// The first segment that may be on the next line.
    at: usize,
}

impl Setting<'_> {
    /// The line of these bytes.
    pub(crate) fn line(&mut self, range: &Range<usize>) -> Line {
        let Styled { plain, segments, .. } = self.styled;
        while segments.get(self.at).is_some_and(|segment| segment.range.end <= range.start) {
            self.at += 1;
        }
        let overlapping =
            segments[self.at..].iter().take_while(|segment| segment.range.start < range.end);
        let runs = overlapping.filter_map(|segment| {
            let from = segment.range.start.max(range.start);
            let to = segment.range.end.min(range.end);
            (from < to).then(|| Run {
                text: plain[from..to].to_owned(),
                mark: segment.mark,
                origin: segment.origin.map(|(flow, at)| (flow, at + from - segment.range.start)),
                link: segment.link,
            })
        });
        Line::new(runs.collect())
    }
}
