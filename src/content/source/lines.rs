//! From a byte of a text to its line.

use std::cell::Cell;

use memchr::memchr_iter;

/// How many bytes of a line are counted as characters.
const MAX_COUNTED: usize = 1000;

/// Where each line of a text begins.
#[derive(Debug)]
pub(crate) struct LineStarts {
    starts: Vec<usize>,
    /// The line that was asked for last, counted from 0: most questions are about it or the next.
    last: Cell<usize>,
    /// The number of the first line of the text in its file.
    first: usize,
    /// If lines were inserted: for each line, the line of the text of the file that it comes from.
    origins: Vec<usize>,
}

impl LineStarts {
    /// Indexes a text whose first line has this number in its file.
    pub(crate) fn new(text: &str, first: usize) -> Self {
        let after_breaks = memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).collect();
        Self { starts, last: Cell::new(0), first, origins: Vec::new() }
    }

    /// The same for a text with inserted lines: each line comes from the line of its origin.
    pub(crate) fn with_origins(self, origins: Vec<usize>) -> Self {
        Self { origins, ..self }
    }

    /// The number of the line that holds a byte.
    pub(crate) fn at(&self, offset: usize) -> usize {
        let line = self.index(offset);
        self.first + self.origins.get(line).or(self.origins.last()).copied().unwrap_or(line)
    }

    /// The line that holds a byte, counted from 0.
    fn index(&self, offset: usize) -> usize {
        let begins = |line: usize| self.starts.get(line).is_none_or(|start| *start > offset);
        let last = self.last.get();
        let near = (last..last + 2).find(|line| !begins(*line) && begins(line + 1));
        let line = near
            .unwrap_or_else(|| self.starts.partition_point(|start| *start <= offset).max(1) - 1);
        self.last.set(line);
        line
    }

    /// The 1-based character column of a byte of the text. Far out in a line it is the column of the byte,
    /// because counting characters repeatedly would take quadratic time.
    pub(crate) fn column(&self, text: &str, offset: usize) -> usize {
        let line = self.index(offset);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let before = text.get(start..offset).filter(|before| before.len() < MAX_COUNTED);
        before.map_or(offset.saturating_sub(start), |before| before.chars().count()) + 1
    }
}

/// The number of lines of a text, at least 1.
pub(crate) fn count(text: &str) -> usize {
    let breaks = memchr_iter(b'\n', text.as_bytes()).count();
    (breaks + usize::from(!text.ends_with('\n'))).max(1)
}

/// The 1-based character column of a byte of a text.
pub(crate) fn column(text: &str, offset: usize) -> usize {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.chars().count() + 1
}

/// The text of a 1-based line, empty if there is none.
pub(crate) fn line_of(text: &str, line: usize) -> &str {
    text.split('\n').nth(line.saturating_sub(1)).unwrap_or("")
}

/// A line and column of a text, as a parser gives them. If a parser misses something behind the last line, it
/// is the end of that line.
pub(crate) fn inside(text: &str, (line, column): (usize, usize)) -> (usize, usize) {
    let last = text.lines().count().max(1);
    match line > last {
        true => (last, line_of(text, last).chars().count() + 1),
        false => (line, column),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_have_lines_and_columns() {
        let text = "ab\nçd\n";
        let lines = LineStarts::new(text, 5);
        assert_eq!([0, 2, 3, 7, 9, 0].map(|at| lines.at(at)), [5, 5, 6, 7, 7, 5]);
        for text in ["", "a", "a\n", "\n", "a\nb"] {
            assert_eq!(count(text), text.lines().count().max(1), "{text:?}");
        }
        assert_eq!(column(text, 5), 2);
        assert_eq!(line_of(text, 2), "çd");
        assert_eq!(line_of(text, 9), "");
    }
}
