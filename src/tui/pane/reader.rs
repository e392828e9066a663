//! The place on a page: scrolling, jumping between headings, searching. Arithmetic only.

use std::ops::Range;

use super::matches::Matches;
use crate::page::{DifferenceSpot, Page, Position};

/// Lines that stay visible above the target of a jump.
const CONTEXT: usize = 3;

/// A page and the place on it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Reader {
    page: Page,
    top: usize,
    height: usize,
    /// Whether the section that is read is in view, however long it is, and not a screen.
    by_section: bool,
    search: Option<Matches>,
    /// The current difference: set by `)` and `(`, cleared by every other move.
    difference: Option<usize>,
}

impl Reader {
    /// A reader without a page, of sections or of screens.
    pub(crate) fn new(by_section: bool) -> Self {
        Self { by_section, ..Self::default() }
    }

    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    /// The first line on screen.
    pub(crate) fn top(&self) -> usize {
        self.top
    }

    /// The lines on screen. The first of them may be under a pinned header.
    pub(crate) fn visible(&self) -> Range<usize> {
        if self.by_section {
            let entry = self.entry();
            let line = |entry: usize| self.page.outline.get(entry).map(|entry| entry.line);
            return line(entry).unwrap_or(0)..line(entry + 1).unwrap_or(self.page.height());
        }
        self.top..(self.top + self.height).min(self.page.height())
    }

    /// Shows another page from its top. A search is repeated on it.
    pub(crate) fn show(&mut self, page: Page) {
        self.page = page;
        self.top = 0;
        self.difference = None;
        if let Some(search) = &mut self.search {
            search.start_again(&self.page);
        }
    }

    /// Shows the same page in another layout, and keeps the place.
    pub(crate) fn replace(&mut self, page: Page) {
        let position = self.position();
        let difference = self.difference;
        let same_stops = self.page.differences.len() == page.differences.len();
        let before = std::mem::replace(&mut self.page, page);
        self.restore(position);
        self.difference = difference.filter(|_| same_stops);
        if let Some(search) = &mut self.search {
            search.repeat(&before, &self.page);
        }
    }

    /// The position on top, independent of the layout; `None` for the start of the page.
    pub(crate) fn position(&self) -> Option<Position> {
        if self.top == 0 { None } else { self.page.position(self.top) }
    }

    /// Goes back to a position.
    pub(crate) fn restore(&mut self, position: Option<Position>) {
        self.go_to(position.and_then(|position| self.page.line_of(position)).unwrap_or(0));
    }

    /// Sets how many lines fit on the screen below the page's head.
    pub(crate) fn set_height(&mut self, height: usize) {
        // A line is exact: it belongs to one section.
        self.height = if self.by_section { 1 } else { height };
        self.top = self.top.min(self.last_top());
    }

    pub(crate) fn height(&self) -> usize {
        self.height
    }

    /// The header of the table that the top of the screen cuts. It stays in sight while the table scrolls,
    /// unless it would leave no room for rows.
    pub(crate) fn pinned_header(&self) -> Range<usize> {
        self.pinned_at(self.top)
    }

    fn pinned_at(&self, top: usize) -> Range<usize> {
        let table = self.page.tables.iter().find(|table| {
            let rows = table.header.len();
            rows > 0
                && rows * 3 <= self.height
                && top > table.header.start
                && top + rows < table.body.end
        });
        table.map_or(0..0, |table| table.header.clone())
    }

    /// How many lines a screen scrolls: the last line comes to the top (or the first to the bottom), and no
    /// line is skipped under a pinned header.
    pub(crate) fn screen(&self, onward: bool) -> usize {
        let next = if onward { self.top + self.height } else { self.top };
        self.height.saturating_sub(self.pinned_at(next).len()).max(1)
    }

    /// The first line on screen if the last line of the page is at the bottom.
    fn full_top(&self) -> usize {
        self.page.height().saturating_sub(self.height.max(1))
    }

    /// The last line that may be on top, so that a jump to every heading works.
    fn last_top(&self) -> usize {
        self.full_top().max(self.page.outline.last().map_or(0, |entry| entry.line))
    }

    /// Scrolls by lines. The end of the page stops at the bottom of the screen, unless a jump has already
    /// moved it higher.
    pub(crate) fn scroll(&mut self, lines: isize) {
        let lowest = self.full_top().max(self.top);
        self.go_to(self.top.saturating_add_signed(lines).min(lowest));
    }

    pub(crate) fn go_to(&mut self, line: usize) {
        self.top = line.min(self.last_top());
        self.difference = None;
    }

    /// Scrolls back so that no room stays empty below the last line.
    pub(crate) fn fill(&mut self) {
        self.top = self.top.min(self.full_top());
    }

    pub(crate) fn bottom(&mut self) {
        self.go_to(self.full_top());
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

    /// Goes headings forward or back; back goes to the start of the current heading first. Returns whether it
    /// moved.
    pub(crate) fn sections(&mut self, steps: isize) -> bool {
        let entry = self.entry();
        let inside = self.page.outline.get(entry).is_some_and(|e| e.line < self.top);
        let back = isize::from(inside && steps < 0);
        let last = self.page.outline.len().saturating_sub(1);
        let target = entry.saturating_add_signed(steps + back).min(last);
        let moves = target != entry || back > 0;
        if moves {
            self.go_to_entry(target);
        }
        moves
    }

    /// Goes headings of the same depth forward or back, never out of the section around them. Returns whether
    /// it moved.
    pub(crate) fn siblings(&mut self, steps: isize) -> bool {
        let mut entry = self.entry();
        for _ in 0..steps.unsigned_abs() {
            match sibling(&self.page, entry, steps > 0) {
                Some(next) => entry = next,
                None => break,
            }
        }
        let moves = entry != self.entry();
        if moves {
            self.go_to_entry(entry);
        }
        moves
    }

    /// Goes differences forward or back, from the current difference, or else from the first line on screen.
    /// Returns whether there was one.
    pub(crate) fn differences(&mut self, steps: isize) -> bool {
        let stops = &self.page.differences;
        let Some(last) = stops.len().checked_sub(1) else { return false };
        let from = match self.difference {
            Some(at) => at,
            None => {
                let next = stops.partition_point(|spot| spot.lines.start < self.top);
                let first = if steps > 0 { Some(next) } else { next.checked_sub(1) };
                let Some(first) = first.filter(|first| *first <= last) else { return false };
                return self.go_to_difference(first, steps - steps.signum());
            }
        };
        let moves = from != from.saturating_add_signed(steps).min(last);
        moves && self.go_to_difference(from, steps)
    }

    fn go_to_difference(&mut self, from: usize, steps: isize) -> bool {
        let last = self.page.differences.len() - 1;
        let at = from.saturating_add_signed(steps).min(last);
        let line = self.page.differences[at].lines.start;
        // If the difference is in view already, the screen does not scroll.
        if line < self.top || line >= self.top + self.height * 2 / 3 {
            self.go_to(line.saturating_sub(CONTEXT.min(self.height / 3)));
        }
        self.difference = Some(at);
        true
    }

    /// The lines of the current difference.
    pub(crate) fn current_difference(&self) -> Option<Range<usize>> {
        self.difference.and_then(|at| Some(self.page.differences.get(at)?.lines.clone()))
    }

    /// The heading of the current difference, and how many lines the difference is below it.
    pub(crate) fn difference_place(&self) -> Option<(usize, usize)> {
        let line = self.current_difference()?.start;
        let entry = self.page.outline_at(line)?;
        Some((entry, line.saturating_sub(self.page.outline[entry].line)))
    }

    /// Goes to the difference nearest to a line.
    pub(crate) fn nearest_difference(&mut self, line: usize) {
        let stops = self.page.differences.iter().enumerate();
        if let Some((at, _)) = stops.min_by_key(|(_, stop)| stop.lines.start.abs_diff(line)) {
            self.go_to_difference(at, 0);
        }
    }

    /// The number of differing items, and the numbers of those at the current difference. Items are counted
    /// as everywhere else, although several may share one place.
    pub(crate) fn difference_words(&self) -> String {
        let stops = &self.page.differences;
        let count = |stops: &[DifferenceSpot]| stops.iter().map(|stop| stop.texts).sum::<usize>();
        let total = count(stops);
        let at = self.difference.and_then(|at| Some((count(stops.get(..at)?), stops[at].texts)));
        match at {
            None if total == 1 => "1 difference".to_owned(),
            None => format!("{total} differences"),
            Some((before, 1)) => format!("difference {} of {total}", before + 1),
            Some((before, texts)) => {
                format!("differences {}-{} of {total}", before + 1, before + texts)
            }
        }
    }

    /// Searches for a text and goes to the first match at or after a line. An empty text ends the
    /// search.
    pub(crate) fn search(&mut self, query: &str, from: usize) {
        self.search = (!query.is_empty()).then(|| Matches::new(query, &self.page));
        if let Some(line) =
            self.search.as_mut().and_then(|search| search.go_to_line(&self.page, from))
        {
            self.reveal(line);
        }
    }

    /// Searches for a text and goes to its first match in one text of the page.
    fn search_in(&mut self, query: &str, flow: usize) {
        let mut search = Matches::new(query, &self.page);
        if let Some(line) = search.go_to_flow(&self.page, flow) {
            self.reveal(line);
        }
        self.search = Some(search);
    }

    /// Searches for a word, and goes to it in the text that a search through the ladder has found. A row of a
    /// table is several texts: its first cell with the word is the target.
    pub(crate) fn search_text(&mut self, text: &str, word: &str) {
        let flows = self.page.flows.iter().enumerate();
        let mut here = flows.filter(|(_, flow)| {
            flow.lines.start >= self.top && !flow.text.is_empty() && text.contains(&flow.text)
        });
        match here.find(|(_, flow)| flow.text.to_lowercase().contains(word)).map(|(at, _)| at) {
            Some(flow) => self.search_in(word, flow),
            None => self.search(word, self.top),
        }
    }

    pub(crate) fn end_search(&mut self) {
        self.search = None;
    }

    pub(crate) fn current_search(&self) -> Option<&Matches> {
        self.search.as_ref()
    }

    /// Goes matches forward or back, around at the ends. Returns whether it went around; `None` if there is no
    /// match.
    pub(crate) fn matches(&mut self, steps: isize) -> Option<bool> {
        let (line, round) = self.search.as_mut()?.step(&self.page, steps, self.top)?;
        self.reveal(line);
        Some(round)
    }

    /// Scrolls just enough to bring a line into view, with some lines around it.
    pub(crate) fn reveal(&mut self, line: usize) {
        let margin = CONTEXT.min(self.height.saturating_sub(1) / 2);
        let covered = self.pinned_header().len();
        if line < self.top + covered || line + margin >= self.top + self.height {
            let above = margin + self.pinned_at(line).len();
            self.go_to(line.saturating_sub(above.min(self.height.saturating_sub(1))));
        }
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
            spots: [None, None],
            kind: None,
        };
        let page = Page {
            lines: vec![Line::default(); lines],
            outline: headings.iter().map(entry).collect(),
            differences: stops
                .iter()
                .map(|line| DifferenceSpot { lines: *line..line + 2, texts: 1 })
                .collect(),
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
        check(&mut r, |r| _ = r.sections(1), 95);
        check(&mut r, |r| _ = r.siblings(1), 95);
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
        let at = |r: &Reader| r.current_difference().map(|lines| lines.start);
        for want in [5, 7, 40, 95] {
            assert!(r.differences(1));
            assert_eq!(at(&r), Some(want));
            assert!(r.visible().contains(&want));
        }
        // The screen cannot scroll further, and there is no further difference.
        assert!(!r.differences(1));
        assert!(r.differences(-2));
        assert_eq!(at(&r), Some(7));
        assert_eq!(r.difference_words(), "difference 2 of 4");
        // After another move, the next difference is counted from the screen; counts stop at the ends.
        r.go_to(0);
        assert_eq!(at(&r), None);
        assert!(r.differences(3));
        assert_eq!(at(&r), Some(40));
        assert!(r.differences(-9));
        assert_eq!(at(&r), Some(5));
        assert!(!r.differences(-1));
    }
}
