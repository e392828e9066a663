//! Notes on a comparison: which document a table is from, and that a side has no document of its own.

use crate::compare::comparison::{Comparison, Topic, TopicSource};
use crate::compare::side::Side;

impl Comparison {
    /// That a side has no document of its own, and that nothing is compared, if so.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let counterparts = [&self.left, &self.right].into_iter().filter(|it| it.is_counterpart());
        let note = |side: &Side| format!("{} has no document of its own.", side.names.label);
        counterparts.map(note).chain(self.nothing()).collect()
    }

    /// That there is nothing to compare; `None` if there is something.
    fn nothing(&self) -> Option<String> {
        if self.topics.iter().any(|topic| topic.compares(self)) {
            return None;
        }
        let [left, right] = self.labels();
        Some(match self.left.is_counterpart() || self.right.is_counterpart() {
            true => format!("No table compares {left} with {right}."),
            false => format!("Neither {left} nor {right} says anything that can be compared."),
        })
    }

    /// The only side that has a page of its own, where the other is a counterpart.
    #[must_use]
    pub fn only_page(&self) -> Option<&Side> {
        Some([&self.left, &self.right][self.page_side()?])
    }

    /// Which side that is, 0 for the left.
    #[must_use]
    pub fn page_side(&self) -> Option<usize> {
        match [self.left.is_counterpart(), self.right.is_counterpart()] {
            [true, false] => Some(1),
            [false, true] => Some(0),
            _ => None,
        }
    }
}

impl Topic {
    /// The page of the table, if an author compared the two in a table.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let TopicSource::Table(page) = &self.source else { return None };
        Some(format!("a table of the {} document", page.name))
    }
}
