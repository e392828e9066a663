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

    /// The last line that may be on top: the screen stays full, but every heading can be reached.
    fn last_top(&self) -> usize {
        let full = self.page.lines.len().saturating_sub(self.height.max(1));
        full.max(self.page.outline.last().map_or(0, |entry| entry.line))
    }

    fn clamp(&mut self) {
        self.top = self.top.min(self.last_top());
    }

    pub(crate) fn scroll(&mut self, lines: isize) {
        self.top = self.top.saturating_add_signed(lines).min(self.last_top());
    }

    pub(crate) fn go_to(&mut self, line: usize) {
        self.top = line;
        self.clamp();
    }

    pub(crate) fn bottom(&mut self) {
        self.top = self.last_top();
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

    /// Differences onward or back. Says whether there was one.
    pub(crate) fn differences(&mut self, steps: isize) -> bool {
        let here = self.difference().map(|(at, _)| at);
        let Some(line) = pick(&self.page.differences, self.top, here, steps) else { return false };
        self.go_to(line);
        true
    }

    /// The difference that is on the first line or the last one before it, and its number from 0.
    fn difference(&self) -> Option<(usize, usize)> {
        let at = self.page.differences.partition_point(|line| *line <= self.top).checked_sub(1)?;
        (self.page.differences[at] == self.top).then_some((at, self.page.differences[at]))
    }

    /// How many differences begin at or above the first line, and how many there are.
    pub(crate) fn difference_count(&self) -> (usize, usize) {
        let differences = &self.page.differences;
        (differences.partition_point(|line| *line <= self.top), differences.len())
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

    /// Matches onward or back, round at the ends. Says whether there is one.
    pub(crate) fn matches(&mut self, steps: isize) -> bool {
        let Some(search) = &mut self.search else { return false };
        let total = search.lines.len();
        if total == 0 {
            return false;
        }
        let at = match search.current {
            Some(at) => (at as isize + steps).rem_euclid(total as isize) as usize,
            None => search.lines.partition_point(|line| *line < self.top) % total,
        };
        search.current = Some(at);
        let line = search.lines[at];
        self.reveal(line);
        true
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
        if line < self.top + margin || line + margin >= self.top + self.height {
            self.go_to(line.saturating_sub(margin));
        }
    }
}

impl Search {
    fn find(&mut self, page: &Page) {
        let mut found: Vec<(usize, usize, Range<usize>)> = Vec::new();
        let mut marks = Vec::new();
        for (flow, text) in page.flows.iter().enumerate() {
            for range in search::matches(&text.text, &self.query) {
                let spots = page.spots(flow, &range);
                if let Some(first) = spots.first() {
                    found.push((first.line, flow, range));
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

/// The stop `steps` away from a line, in sorted stops. `here` is the stop on that line.
fn pick(stops: &[usize], line: usize, here: Option<usize>, steps: isize) -> Option<usize> {
    let next = stops.partition_point(|stop| *stop <= line);
    let first = if steps > 0 { next } else { here.unwrap_or(next).checked_sub(1)? };
    let more = if steps > 0 { steps - 1 } else { steps + 1 };
    let target = first.saturating_add_signed(more);
    if first >= stops.len() {
        return None;
    }
    Some(stops[target.min(stops.len() - 1)])
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
        check(&mut r, Reader::bottom, 95);
        assert_eq!(r.entry(), 2);
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
        let mut r = reader(100, 20, &[(0, 0)], &[5, 7, 40]);
        check(&mut r, |r| _ = r.differences(1), 5);
        check(&mut r, |r| _ = r.differences(1), 7);
        check(&mut r, |r| _ = r.differences(5), 40);
        assert!(!r.differences(1));
        check(&mut r, |r| _ = r.differences(-1), 7);
        r.go_to(6);
        check(&mut r, |r| _ = r.differences(-1), 5);
        assert!(!r.differences(-1));
    }
}
