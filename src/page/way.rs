//! The way through the lines of a page, from one to the next.

use std::borrow::Cow;
use std::ops::Range;

use super::sheet::{Line, Page, Stretch};
use super::wrap::width;

/// How many lines are set at first, if the page sets its lines later.
const STEP: usize = 64;

/// How many lines are set at once at most.
const MOST: usize = 1 << 14;

/// A way through the lines of a page. It is short from a line to one of the next lines.
#[derive(Debug)]
pub struct LineWay<'a> {
    page: &'a Page,
    from: usize,
    lines: Cow<'a, [Line]>,
}

impl Page {
    /// A way through its lines.
    #[must_use]
    pub fn way(&self) -> LineWay<'_> {
        LineWay { page: self, from: 0, lines: Cow::Borrowed(&self.lines) }
    }

    /// The stretches of ranges of bytes of a flow, range by range. The ranges must be in order and must not
    /// overlap; the flow is walked once for all of them.
    #[must_use]
    pub fn spots(&self, flow: usize, ranges: &[Range<usize>]) -> Vec<Vec<Stretch>> {
        self.way().spots(flow, ranges)
    }
}

impl LineWay<'_> {
    /// A line of the page.
    pub fn line(&mut self, number: usize) -> Option<&Line> {
        let is_here = (self.from..self.from + self.lines.len()).contains(&number);
        if !is_here && self.page.later.is_some() {
            // The further the way goes, the more lines are set at once: each step sets a long text from its
            // start again.
            let goes_on = number == self.from + self.lines.len();
            let step = if goes_on { (2 * self.lines.len()).clamp(STEP, MOST) } else { STEP };
            self.lines = self.page.lines_at(number..number + step);
            self.from = number;
        }
        self.lines.get(number.checked_sub(self.from)?)
    }

    /// See [`Page::spots`].
    #[must_use]
    pub fn spots(&mut self, flow: usize, ranges: &[Range<usize>]) -> Vec<Vec<Stretch>> {
        self.spots_within(flow, ranges, &(0..usize::MAX))
    }

    /// The same on some lines alone.
    #[must_use]
    pub fn spots_within(
        &mut self,
        flow: usize,
        ranges: &[Range<usize>],
        within: &Range<usize>,
    ) -> Vec<Vec<Stretch>> {
        let mut spots: Vec<Vec<Stretch>> = vec![Vec::new(); ranges.len()];
        let lines = self.page.flows.get(flow).map_or(0..0, |flow| flow.lines.clone());
        let mut next = 0;
        for number in lines.start.max(within.start)..lines.end.min(within.end) {
            if next == ranges.len() {
                break;
            }
            let mut column = 0;
            for run in self.line(number).map_or(&[][..], |line| &line.runs) {
                if let Some((of, start)) = run.origin
                    && of == flow
                {
                    while ranges.get(next).is_some_and(|range| range.end <= start) {
                        next += 1;
                    }
                    let end = start + run.text.len();
                    let touching = ranges.iter().enumerate().skip(next);
                    for (i, range) in touching.take_while(|(_, range)| range.start < end) {
                        let from = range.start.clamp(start, end) - start;
                        let to = range.end.clamp(start, end) - start;
                        add_spot(&mut spots[i], number, column, &run.text, from..to);
                    }
                }
                column += width(&run.text);
            }
        }
        spots
    }
}

/// Adds bytes of a run that begins at a column, joined to the stretch that they continue.
fn add_spot(spots: &mut Vec<Stretch>, line: usize, column: usize, run: &str, bytes: Range<usize>) {
    let (Some(before), Some(inside)) = (run.get(..bytes.start), run.get(bytes)) else { return };
    let start = column + width(before);
    let end = start + width(inside);
    match spots.last_mut() {
        Some(last) if last.line == line && last.end == start => last.end = end,
        _ if start < end => spots.push(Stretch { line, start, end }),
        _ => {}
    }
}
