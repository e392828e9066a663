//! A search on a page: its words and its matches.

use std::ops::Range;

use crate::page::{LineWay, Page, Stretch};
use crate::search;

/// A search on a page. It knows the texts with matches; their lines and columns are found when they are needed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Matches {
    query: String,
    /// The matches in reading order: the flow of each, and its bytes there.
    found: Vec<(usize, Range<usize>)>,
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
        let shown = page.flows.iter().enumerate().filter(|(_, text)| !text.lines.is_empty());
        let found = shown.flat_map(|(flow, text)| {
            let ranges = search::matches(&text.text, &self.query);
            ranges.into_iter().map(move |range| (flow, range))
        });
        self.found = found.collect();
        self.found.sort_by_key(|(flow, _)| page.flows[*flow].lines.start);
        let mut way = page.way();
        let mut from = 0;
        while let Some((first, _)) = self.found.get(from) {
            let first = *first;
            let to = from + beside(page, &self.found[from..]);
            let group = &mut self.found[from..to];
            let is_in_order = group.iter().all(|(flow, _)| {
                *flow == first || page.later.is_some() && page.flows[*flow].lines.len() == 1
            });
            if !is_in_order {
                group.sort_by_cached_key(|(flow, range)| {
                    let spot = first_spot(page, &mut way, *flow, range);
                    (spot.line, spot.start)
                });
            }
            from = to;
        }
    }

    /// Goes to the first match at or after a line, or from the end to the top. Returns its line.
    pub(crate) fn go_to_line(&mut self, page: &Page, line: usize) -> Option<usize> {
        let at = self.first_at(page, line);
        let at = if at < self.found.len() { at } else { 0 };
        self.current = (at < self.found.len()).then_some(at);
        self.line(page, at)
    }

    /// Goes to the first match in a flow of the page. Returns its line.
    pub(crate) fn go_to_flow(&mut self, page: &Page, flow: usize) -> Option<usize> {
        let at = self.found.iter().position(|(of, _)| *of == flow)?;
        self.current = Some(at);
        self.line(page, at)
    }

    /// Goes matches forward or back, around at the ends; from `line` if no match is current. Returns the
    /// line and whether it went around; `None` if there is no match.
    pub(crate) fn step(&mut self, page: &Page, steps: isize, line: usize) -> Option<(usize, bool)> {
        let total = isize::try_from(self.found.len()).ok().filter(|total| *total > 0)?;
        let from = match self.current {
            Some(at) => isize::try_from(at).ok()?,
            // The first step forward goes to the first match that is not above the line.
            None => isize::try_from(self.first_at(page, line)).ok()? - isize::from(steps > 0),
        };
        let target = from.saturating_add(steps);
        let at = usize::try_from(target.rem_euclid(total)).ok()?;
        self.current = Some(at);
        Some((self.line(page, at)?, !(0..total).contains(&target)))
    }

    /// The line of a match.
    fn line(&self, page: &Page, at: usize) -> Option<usize> {
        let (flow, range) = self.found.get(at)?;
        let lines = &page.flows.get(*flow)?.lines;
        Some(match lines.len() {
            1 => lines.start,
            _ => first_spot(page, &mut page.way(), *flow, range).line,
        })
    }

    /// The number of the first match at or after a line.
    fn first_at(&self, page: &Page, line: usize) -> usize {
        let (mut first, mut end) = (0, self.found.len());
        while first < end {
            let middle = first.midpoint(end);
            let lines = &page.flows[self.found[middle].0].lines;
            let is_above = lines.start < line
                && (lines.end <= line || self.line(page, middle).is_some_and(|it| it < line));
            if is_above {
                first = middle + 1;
            } else {
                end = middle;
            }
        }
        first
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
        (self.current.map(|at| at + 1), self.found.len())
    }

    /// The matches on some lines: where they are, and whether each is the current match.
    pub(crate) fn on_lines(&self, page: &Page, lines: &Range<usize>) -> Vec<(Stretch, bool)> {
        let mut way = page.way();
        let mut marks = Vec::new();
        for (at, (flow, range)) in self.found.iter().enumerate() {
            let shown = &page.flows[*flow].lines;
            if shown.start < lines.end && lines.start < shown.end {
                let spots = way.spots_within(*flow, std::slice::from_ref(range), lines);
                let is_current = Some(at) == self.current;
                marks.extend(spots.into_iter().flatten().map(|spot| (spot, is_current)));
            }
        }
        marks
    }
}

/// How many of the matches, from the first on, are in texts beside each other, as in a row of a table. They are
/// read line by line.
fn beside(page: &Page, found: &[(usize, Range<usize>)]) -> usize {
    let mut end = 0;
    let of_group = found.iter().enumerate().take_while(|(at, (flow, _))| {
        let lines = &page.flows[*flow].lines;
        let overlaps = *at == 0 || lines.start < end;
        end = end.max(lines.end);
        overlaps
    });
    of_group.count()
}

/// The first place of a match. A match in a part of a text that the page cuts off is at the start of the text.
fn first_spot(page: &Page, way: &mut LineWay, flow: usize, range: &Range<usize>) -> Stretch {
    let spots = way.spots(flow, std::slice::from_ref(range));
    let start = page.flows[flow].lines.start;
    let first = spots.into_iter().flatten().next();
    first.unwrap_or(Stretch { line: start, start: 0, end: 0 })
}
