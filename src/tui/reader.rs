//! Where one is on a page: scrolling, jumping between headings, searching. Arithmetic only.

use std::collections::HashMap;
use std::ops::Range;

use crate::page::Page;
use crate::search;

/// Lines that stay visible above a match that is jumped to.
const CONTEXT: usize = 3;

/// A page and the place on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reader {
    page: Page,
    top: usize,
    height: usize,
    search: Option<Search>,
    /// The difference that was gone to, until one scrolls away by oneself.
    difference: Option<usize>,
}

/// What is searched for, and where it was found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    pub(crate) query: String,
    found: Vec<(usize, Range<usize>)>,
    /// First line of each match.
    lines: Vec<usize>,
    /// The matches on each line: columns, and which match it is.
    marks: HashMap<usize, Vec<(Range<usize>, usize)>>,
    pub(crate) current: Option<usize>,
}

impl Reader {
    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    /// The first line on screen.
    pub(crate) fn top(&self) -> usize {
        self.top
    }

    /// The lines on screen.
    pub(crate) fn visible(&self) -> Range<usize> {
        self.top..(self.top + self.height).min(self.page.lines.len())
    }

    /// Shows another page from its top. A search is repeated on it.
    pub(crate) fn show(&mut self, page: Page) {
        self.page = page;
        self.top = 0;
        self.difference = None;
        self.repeat_search();
    }

    /// Shows the same content in another layout, and keeps the place.
    pub(crate) fn replace(&mut self, page: Page) {
        let at_top = self.top == 0;
        let position = self.page.position(self.top);
        self.page = page;
        let line = position.filter(|_| !at_top).and_then(|position| self.page.line_of(position));
        self.top = line.unwrap_or(0);
        self.clamp();
        self.repeat_search();
    }

    /// The screen has room for this many lines below the page's head.
    pub(crate) fn set_height(&mut self, height: usize) {
        self.height = height;
        self.clamp();
    }

    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// The first line on screen when the last one is at the bottom.
    fn full_top(&self) -> usize {
        self.page.lines.len().saturating_sub(self.height.max(1))
    }

    /// The last line that may be on top: so that every heading can be jumped to.
    fn last_top(&self) -> usize {
        self.full_top().max(self.page.outline.last().map_or(0, |entry| entry.line))
    }

    fn clamp(&mut self) {
        self.top = self.top.min(self.last_top());
    }

    /// Scrolls by lines. The end of the page stops at the bottom of the screen, unless one has
    /// jumped beyond that already.
    pub(crate) fn scroll(&mut self, lines: isize) {
        let lowest = self.full_top().max(self.top);
        self.top = self.top.saturating_add_signed(lines).min(lowest);
        self.difference = None;
    }

    pub(crate) fn go_to(&mut self, line: usize) {
        self.top = line;
        self.clamp();
    }

    pub(crate) fn bottom(&mut self) {
        self.go_to(self.full_top());
        self.difference = None;
    }

    /// The heading that the first line on screen belongs to.
    pub(crate) fn entry(&self) -> usize {
        self.page.outline_at(self.top).unwrap_or(0)
    }

    /// Goes to a heading.
    pub(crate) fn go_to_entry(&mut self, entry: usize) {
        if let Some(entry) = self.page.outline.get(entry) {
            self.go_to(entry.line);
        }
    }

    /// Headings onward; back goes to the start of the current one first. Says whether it moved.
    pub(crate) fn sections(&mut self, steps: isize) -> bool {
        let entry = self.entry();
        let inside = self.page.outline.get(entry).is_some_and(|e| e.line < self.top);
        let target = if steps > 0 {
            entry.saturating_add_signed(steps)
        } else {
            entry.saturating_add_signed(steps + isize::from(inside))
        };
        let last = self.page.outline.len().saturating_sub(1);
        let before = self.top;
        self.go_to_entry(target.min(last));
        self.top != before
    }

    /// Headings of the same depth onward or back, never out of the section around them.
    pub(crate) fn siblings(&mut self, steps: isize) -> bool {
        let mut entry = self.entry();
        for _ in 0..steps.unsigned_abs() {
            match sibling(&self.page, entry, steps > 0) {
                Some(next) => entry = next,
                None => break,
            }
        }
        let before = self.top;
        self.go_to_entry(entry);
        self.top != before
    }

    /// Differences onward or back, from the one gone to last, else from the first line on screen.
    /// Says whether there was one.
    pub(crate) fn differences(&mut self, steps: isize) -> bool {
        let stops = &self.page.differences;
        let target = match self.difference {
            Some(at) => at.checked_add_signed(steps),
            None if steps > 0 => {
                let next = stops.partition_point(|line| *line < self.top);
                next.checked_add_signed(steps - 1)
            }
            None => stops.partition_point(|line| *line < self.top).checked_add_signed(steps),
        };
        let Some(target) = target.filter(|_| !stops.is_empty()) else { return false };
        let target = target.min(stops.len() - 1);
        if self.difference == Some(target) || stops[target] < self.top && steps > 0 {
            return false;
        }
        let line = stops[target];
        // Where it can be read well already, the screen stays still.
        if line < self.top || line >= self.top + self.height * 2 / 3 {
            self.go_to(line.saturating_sub(CONTEXT.min(self.height / 3)));
        }
        self.difference = Some(target);
        true
    }

    /// The line of the difference that was gone to.
    pub(crate) fn current_difference(&self) -> Option<usize> {
        self.difference.and_then(|at| self.page.differences.get(at)).copied()
    }

    /// The number, from 1, of the difference that was gone to, and how many there are.
    pub(crate) fn difference_count(&self) -> (Option<usize>, usize) {
        (self.difference.map(|at| at + 1), self.page.differences.len())
    }

    /// Searches for a text and goes to the first match at or after a line. An empty text ends the
    /// search.
    pub(crate) fn search(&mut self, query: &str, from: usize) {
        if query.is_empty() {
            self.search = None;
            return;
        }
        let mut search = Search { query: query.to_owned(), ..Search::default() };
        search.find(&self.page);
        let at = search.lines.partition_point(|line| *line < from);
        if !search.lines.is_empty() {
            let at = if at == search.lines.len() { 0 } else { at };
            search.current = Some(at);
            let line = search.lines[at];
            self.search = Some(search);
            self.reveal(line);
        } else {
            self.search = Some(search);
        }
    }

    pub(crate) fn end_search(&mut self) {
        self.search = None;
    }

    pub(crate) fn current_search(&self) -> Option<&Search> {
        self.search.as_ref()
    }

    /// Matches onward or back, round at the ends. Says whether it went round, `None` where nothing
    /// is found.
    pub(crate) fn matches(&mut self, steps: isize) -> Option<bool> {
        let search = self.search.as_mut()?;
        let total = search.lines.len();
        if total == 0 {
            return None;
        }
        let before = search.current;
        let at = match search.current {
            Some(at) => (at as isize + steps).rem_euclid(total as isize) as usize,
            None => search.lines.partition_point(|line| *line < self.top) % total,
        };
        search.current = Some(at);
        let round = before.is_some_and(|before| (steps > 0) == (at < before));
        let line = search.lines[at];
        self.reveal(line);
        Some(round)
    }

    fn repeat_search(&mut self) {
        if let Some(search) = &mut self.search {
            search.find(&self.page);
            search.current = search.current.filter(|at| *at < search.lines.len());
        }
    }

    /// Scrolls just as far as a line needs to be seen, with some lines around it.
    pub(crate) fn reveal(&mut self, line: usize) {
        let margin = CONTEXT.min(self.height.saturating_sub(1) / 2);
        let pinned = self.page.tables.iter().any(|table| table.body.contains(&line));
        let above = self.top + if pinned { margin } else { 0 };
        if line < above || line + margin >= self.top + self.height {
            self.go_to(line.saturating_sub(margin));
        }
    }
}

impl Search {
    fn find(&mut self, page: &Page) {
        let mut found: Vec<(usize, usize, Range<usize>)> = Vec::new();
        let mut marks = Vec::new();
        for (flow, text) in page.flows.iter().enumerate() {
            let ranges = search::matches(&text.text, &self.query);
            for (range, spots) in ranges.iter().zip(page.spots(flow, &ranges)) {
                if let Some(first) = spots.first() {
                    found.push((first.line, flow, range.clone()));
                    marks.push(spots);
                }
            }
        }
        // Cells beside each other are found column by column; one reads line by line.
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|&i| (found[i].0, marks[i][0].start));
        self.marks.clear();
        for (number, &i) in order.iter().enumerate() {
            for spot in &marks[i] {
                self.marks.entry(spot.line).or_default().push((spot.start..spot.end, number));
            }
        }
        self.lines = order.iter().map(|&i| found[i].0).collect();
        self.found = order.iter().map(|&i| (found[i].1, found[i].2.clone())).collect();
    }

    /// The matches on a line: columns, and whether it is the current one.
    pub(crate) fn on_line(&self, line: usize) -> impl Iterator<Item = (Range<usize>, bool)> {
        let marks = self.marks.get(&line).map_or(&[][..], Vec::as_slice);
        marks.iter().map(|(range, number)| (range.clone(), Some(*number) == self.current))
    }

    /// How many matches there are.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }
}

fn sibling(page: &Page, entry: usize, onward: bool) -> Option<usize> {
    let depth = page.outline.get(entry)?.depth;
    let mut others: Box<dyn Iterator<Item = usize>> =
        if onward { Box::new(entry + 1..page.outline.len()) } else { Box::new((0..entry).rev()) };
    let found = others.find(|&i| page.outline[i].depth <= depth)?;
    (page.outline[found].depth == depth).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Line, OutlineEntry};

    /// A reader of a page of `lines` lines, headings and differences at the given ones.
    fn reader(lines: usize, height: usize, headings: &[(usize, usize)], stops: &[usize]) -> Reader {
        let entry = |&(line, depth): &(usize, usize)| OutlineEntry {
            title: String::new(),
            depth,
            line,
            source: 1,
            kind: None,
        };
        let page = Page {
            lines: vec![Line::default(); lines],
            outline: headings.iter().map(entry).collect(),
            differences: stops.to_vec(),
            ..Page::default()
        };
        let mut reader = Reader::default();
        reader.show(page);
        reader.set_height(height);
        reader
    }

    #[track_caller]
    fn check(reader: &mut Reader, step: impl FnOnce(&mut Reader), top: usize) {
        step(reader);
        assert_eq!(reader.top(), top);
    }

    #[test]
    fn scrolling_stops_where_the_screen_is_full() {
        let mut r = reader(100, 20, &[(0, 0), (10, 1)], &[]);
        check(&mut r, |r| r.scroll(5), 5);
        check(&mut r, |r| r.scroll(-50), 0);
        check(&mut r, |r| r.scroll(500), 80);
        check(&mut r, |r| r.set_height(200), 10);
    }

    #[test]
    fn every_heading_can_come_to_the_top() {
        let mut r = reader(100, 20, &[(0, 0), (10, 1), (95, 1)], &[]);
        check(&mut r, |r| r.go_to_entry(2), 95);
        assert_eq!(r.entry(), 2);
        check(&mut r, |r| r.scroll(1), 95);
        check(&mut r, Reader::bottom, 80);
    }

    #[test]
    fn going_back_stops_at_the_start_of_the_section_first() {
        let mut r = reader(100, 20, &[(0, 0), (10, 1), (30, 2), (50, 1)], &[]);
        r.go_to(35);
        check(&mut r, |r| _ = r.sections(-1), 30);
        check(&mut r, |r| _ = r.sections(-1), 10);
        check(&mut r, |r| _ = r.sections(2), 50);
        check(&mut r, |r| _ = r.sections(-9), 0);
    }

    #[test]
    fn siblings_skip_what_nests_and_stay_inside() {
        let mut r = reader(100, 20, &[(0, 0), (10, 1), (20, 2), (30, 2), (50, 1)], &[]);
        r.go_to(10);
        check(&mut r, |r| _ = r.siblings(1), 50);
        check(&mut r, |r| _ = r.siblings(-1), 10);
        r.go_to(30);
        check(&mut r, |r| _ = r.siblings(1), 30);
        check(&mut r, |r| _ = r.siblings(-1), 20);
    }

    #[test]
    fn differences_are_stops_between_which_one_steps() {
        let mut r = reader(100, 20, &[(0, 0)], &[5, 7, 40, 95]);
        let at = |r: &Reader| r.current_difference();
        for want in [5, 7, 40, 95] {
            assert!(r.differences(1));
            assert_eq!(at(&r), Some(want));
            assert!(r.visible().contains(&want));
        }
        // The screen cannot scroll further, and there is no further difference.
        assert!(!r.differences(1));
        assert!(r.differences(-2));
        assert_eq!(at(&r), Some(7));
        assert_eq!(r.difference_count(), (Some(2), 4));
        // Scrolling by oneself starts anew from what is on screen.
        r.scroll(-100);
        assert_eq!(at(&r), None);
        assert!(r.differences(3));
        assert_eq!(at(&r), Some(40));
    }
}
