//! A search on a page: its words and its matches.

use std::collections::HashMap;
use std::ops::Range;

use crate::page::{Page, Stretch};
use crate::search;

/// A search on a page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matches {
    query: String,
    /// The matches in reading order: the flow of each, and its bytes there.
    found: Vec<(usize, Range<usize>)>,
    /// The first line of each match.
    lines: Vec<usize>,
    /// The matches on each line: the columns and the number of each.
    marks: HashMap<usize, Vec<(Range<usize>, usize)>>,
    current: Option<usize>,
}

impl Matches {
    /// Searches a page.
    pub(crate) fn new(query: &str, page: &Page) -> Self {
        let mut matches = Self { query: query.to_owned(), ..Self::default() };
        matches.find(page);
        matches
    }

    /// Searches another page, without a current match.
    pub(crate) fn start_again(&mut self, page: &Page) {
        self.find(page);
        self.current = None;
    }

    /// Searches the same page in another layout, and keeps the current match.
    pub(crate) fn repeat(&mut self, before: &Page, page: &Page) {
        let here = self.current.and_then(|at| self.found.get(at)).cloned();
        let here =
            here.and_then(|(flow, bytes)| Some((page.flow_of(before.text_spot(flow)?)?, bytes)));
        self.find(page);
        self.current = here.and_then(|here| self.found.iter().position(|found| *found == here));
    }

    fn find(&mut self, page: &Page) {
        let mut found: Vec<(usize, Range<usize>)> = Vec::new();
        let mut marks = Vec::new();
        let mut way = page.way();
        for (flow, text) in page.flows.iter().enumerate() {
            let ranges = search::matches(&text.text, &self.query);
            for (range, spots) in ranges.iter().zip(way.spots(flow, &ranges)) {
                // A match in a part of a text that the page cuts off is at the start of the text.
                let spots = match spots.is_empty() {
                    true if text.lines.is_empty() => continue,
                    true => vec![Stretch { line: text.lines.start, start: 0, end: 0 }],
                    false => spots,
                };
                found.push((flow, range.clone()));
                marks.push(spots);
            }
        }
        // The matches of table cells are in the order of columns, but people read line by line.
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|&i| (marks[i][0].line, marks[i][0].start));
        self.marks.clear();
        for (number, &i) in order.iter().enumerate() {
            for spot in &marks[i] {
                self.marks.entry(spot.line).or_default().push((spot.start..spot.end, number));
            }
        }
        self.lines = order.iter().map(|&i| marks[i][0].line).collect();
        self.found = order.iter().map(|&i| found[i].clone()).collect();
    }

    /// Goes to the first match at or after a line, or from the end to the top. Returns its line.
    pub(crate) fn go_to_line(&mut self, line: usize) -> Option<usize> {
        let at = self.lines.partition_point(|other| *other < line);
        let at = if at < self.lines.len() { at } else { 0 };
        self.current = (at < self.lines.len()).then_some(at);
        self.lines.get(at).copied()
    }

    /// Goes to the first match in a flow of the page. Returns its line.
    pub(crate) fn go_to_flow(&mut self, flow: usize) -> Option<usize> {
        let at = self.found.iter().position(|(of, _)| *of == flow)?;
        self.current = Some(at);
        self.lines.get(at).copied()
    }

    /// Goes matches forward or back, around at the ends; from `line` if no match is current. Returns the
    /// line and whether it went around; `None` if there is no match.
    pub(crate) fn step(&mut self, steps: isize, line: usize) -> Option<(usize, bool)> {
        let total = isize::try_from(self.lines.len()).ok().filter(|total| *total > 0)?;
        let from = match self.current {
            Some(at) => isize::try_from(at).ok()?,
            // The first step forward goes to the first match that is not above the line.
            None => {
                let next =
                    isize::try_from(self.lines.partition_point(|other| *other < line)).ok()?;
                next - isize::from(steps > 0)
            }
        };
        let target = from.saturating_add(steps);
        let at = usize::try_from(target.rem_euclid(total)).ok()?;
        self.current = Some(at);
        Some((self.lines[at], !(0..total).contains(&target)))
    }

    /// The flow of the current match.
    pub(crate) fn flow(&self) -> Option<usize> {
        self.current.and_then(|at| self.found.get(at)).map(|(flow, _)| *flow)
    }

    pub(crate) fn query(&self) -> &str {
        &self.query
    }

    /// The number of the current match, from 1, and how many there are.
    pub(crate) fn count(&self) -> (Option<usize>, usize) {
        (self.current.map(|at| at + 1), self.lines.len())
    }

    /// The matches on a line: the columns of each, and whether it is the current match.
    pub(crate) fn on_line(&self, line: usize) -> impl Iterator<Item = (Range<usize>, bool)> {
        let marks = self.marks.get(&line).map_or(&[][..], Vec::as_slice);
        marks.iter().map(|(range, number)| (range.clone(), Some(*number) == self.current))
    }
}
