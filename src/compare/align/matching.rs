//! One-to-one pairs between two sides.

/// Which of the left goes with which of the right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matching {
    /// The partner of each on the left.
    pub(crate) of_left: Vec<Option<usize>>,
    /// The partner of each on the right.
    pub(crate) of_right: Vec<Option<usize>>,
}

impl Matching {
    pub(crate) fn new(lefts: usize, rights: usize) -> Self {
        Self { of_left: vec![None; lefts], of_right: vec![None; rights] }
    }

    /// Pairs two that are free.
    pub(crate) fn pair(&mut self, left: usize, right: usize) {
        debug_assert!(self.are_free(left, right));
        self.of_left[left] = Some(right);
        self.of_right[right] = Some(left);
    }

    /// Parts the pairs that a test finds; returns them.
    pub(crate) fn part(&mut self, finds: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
        let parted: Vec<_> = self.pairs().filter(|(left, right)| finds(*left, *right)).collect();
        for (left, right) in &parted {
            (self.of_left[*left], self.of_right[*right]) = (None, None);
        }
        parted
    }

    pub(crate) fn are_free(&self, left: usize, right: usize) -> bool {
        self.of_left[left].is_none() && self.of_right[right].is_none()
    }

    pub(crate) fn are_paired(&self, left: usize, right: usize) -> bool {
        self.of_left[left] == Some(right)
    }

    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.of_left.iter().enumerate().filter_map(|(left, right)| Some((left, (*right)?)))
    }

    pub(crate) fn swapped(self) -> Self {
        Self { of_left: self.of_right, of_right: self.of_left }
    }
}
