//! The rows of a list whose entries are in groups, each below a heading. Arithmetic only.

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GroupedRow {
    /// The heading of the group that begins with this entry.
    Heading(usize),
    /// An entry.
    Entry(usize),
}

/// The rows of entries and headings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct GroupedRows {
    entries: usize,
    /// The first entry of each group; empty if there are no groups.
    starts: Vec<usize>,
}

impl GroupedRows {
    /// The rows of some entries, of which these begin a group.
    pub(crate) fn new(entries: usize, starts: Vec<usize>) -> Self {
        Self { entries, starts }
    }

    pub(crate) fn len(&self) -> usize {
        self.entries + self.starts.len()
    }

    /// The row of an entry.
    pub(crate) fn row_of(&self, entry: usize) -> usize {
        entry + self.starts.partition_point(|start| *start <= entry)
    }

    /// What is on a row; `None` below the last.
    pub(crate) fn at(&self, row: usize) -> Option<GroupedRow> {
        // The heading of a group is on the row of its first entry and of all headings above it.
        let (mut above, mut end) = (0, self.starts.len());
        while above < end {
            let middle = above.midpoint(end);
            if self.starts[middle] + middle <= row {
                above = middle + 1;
            } else {
                end = middle;
            }
        }
        match above.checked_sub(1).map(|at| (self.starts[at], at)) {
            Some((start, at)) if start + at == row => Some(GroupedRow::Heading(start)),
            _ => Some(row - above).filter(|entry| *entry < self.entries).map(GroupedRow::Entry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_group_has_a_heading_above_its_first_entry() {
        use GroupedRow::{Entry, Heading};
        let rows = GroupedRows::new(4, vec![0, 1, 3]);
        let all: Vec<_> = (0..8).map_while(|row| rows.at(row)).collect();
        let want = [Heading(0), Entry(0), Heading(1), Entry(1), Entry(2), Heading(3), Entry(3)];
        assert_eq!((all.as_slice(), rows.len()), (want.as_slice(), want.len()));
        for entry in 0..4 {
            assert_eq!(rows.at(rows.row_of(entry)), Some(Entry(entry)));
        }
        let plain = GroupedRows::new(2, Vec::new());
        assert_eq!([plain.at(1), plain.at(2)], [Some(Entry(1)), None]);
    }
}
