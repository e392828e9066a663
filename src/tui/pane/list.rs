//! A cursor in a list that may be longer than its window. Arithmetic only.

/// Rows kept visible above and below the cursor.
const MARGIN: usize = 2;

/// The cursor, and the row on top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ListCursor {
    pub(crate) cursor: usize,
    pub(crate) top: usize,
}

impl ListCursor {
    /// Moves the cursor by rows, at most to an end.
    pub(crate) fn step(&mut self, rows: isize, len: usize) {
        self.cursor = self.cursor.saturating_add_signed(rows).min(len.saturating_sub(1));
    }

    /// Scrolls until the cursor is in view in a window of this height.
    pub(crate) fn reveal(&mut self, len: usize, height: usize) {
        self.cursor = self.cursor.min(len.saturating_sub(1));
        if height == 0 {
            // The list is not on screen: it keeps its scroll position until it is again.
            return;
        }
        let margin = MARGIN.min(height.saturating_sub(1) / 2);
        let highest = self.cursor.saturating_sub(margin);
        let lowest = (self.cursor + margin + 1).saturating_sub(height);
        self.top = self.top.clamp(lowest.min(highest), highest).min(len.saturating_sub(height));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(
        before: (usize, usize),
        step: isize,
        len: usize,
        height: usize,
        after: (usize, usize),
    ) {
        let mut list = ListCursor { cursor: before.0, top: before.1 };
        list.step(step, len);
        list.reveal(len, height);
        assert_eq!((list.cursor, list.top), after);
    }

    #[test]
    fn the_cursor_stays_in_the_list_and_on_screen() {
        check((0, 0), -1, 10, 5, (0, 0));
        check((0, 0), 3, 10, 5, (3, 1));
        check((0, 0), 99, 10, 5, (9, 5));
        check((9, 5), -4, 10, 5, (5, 3));
        check((3, 0), 1, 5, 9, (4, 0));
        check((3, 0), 1, 0, 0, (0, 0));
        check((3, 0), 1, 9, 1, (4, 4));
        check((8, 5), 0, 9, 0, (8, 5));
    }
}
