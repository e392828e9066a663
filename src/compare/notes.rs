//! What must be known of a comparison beside what corresponds: whose word it is, and how little is
//! said of a counterpart.

use crate::compare::comparison::{Comparison, Topic, TopicSource};
use crate::compare::side::Side;

impl Comparison {
    /// Why there is so little to say of each side that has no page of its own, and how many texts of
    /// the other's page have nothing that they could be set against.
    #[must_use]
    pub fn notes(&self, only_differences: bool) -> Vec<String> {
        let counterparts = [&self.left, &self.right].into_iter().filter(|it| it.is_counterpart());
        let rest = self.rest_words(only_differences);
        counterparts.map(|it| format!("{}{rest}.", known_from(it))).collect()
    }

    /// The only side that has a page of its own, where the other is a counterpart.
    #[must_use]
    pub fn only_page(&self) -> Option<&Side> {
        match [self.left.is_counterpart(), self.right.is_counterpart()] {
            [true, false] => Some(&self.right),
            [false, true] => Some(&self.left),
            _ => None,
        }
    }

    /// What becomes of the texts that are not compared; empty where there are none.
    fn rest_words(&self, only_differences: bool) -> String {
        let (count, Some(page)) = (self.rest(), self.only_page()) else { return String::new() };
        let name = &page.names.label;
        match (count, only_differences) {
            (0, _) => String::new(),
            (1, false) => format!("; 1 other text of {name} stands at the end"),
            (1, true) => format!("; 1 other text of {name} is left out"),
            (_, false) => format!("; the {count} other texts of {name} stand at the end"),
            (_, true) => format!("; the {count} other texts of {name} are left out"),
        }
    }
}

impl Topic {
    /// Whose word it is, where it is a table that an author wrote about the two.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let TopicSource::Table(page) = &self.source else { return None };
        Some(format!("a table of the {} page", page.name))
    }
}

fn known_from(counterpart: &Side) -> String {
    let mut pages: Vec<&str> = counterpart.told_by.iter().map(String::as_str).collect();
    let (tables, speak) = match pages.len() {
        1 => ("1 table".to_owned(), "speaks"),
        tables => (format!("{tables} tables"), "speak"),
    };
    pages.dedup();
    let (pages, counterpart) = (pages.join(", "), &counterpart.names.label);
    format!("{counterpart} has no page of its own: {tables} of {pages} {speak} of it")
}
