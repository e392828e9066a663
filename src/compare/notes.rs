//! What must be known of a comparison beside what corresponds: whose word it is, and how little is
//! said of a counterpart.

use crate::compare::authored::each_table;
use crate::compare::comparison::{Comparison, Topic, TopicSource};
use crate::model::{CounterpartId, DocumentId, Ladder, Subject};

impl Comparison {
    /// Why there is so little to say of each side that has no page of its own, and how many texts of
    /// the other's page have nothing that they could be set against.
    #[must_use]
    pub fn notes(&self, ladder: &Ladder, only_differences: bool) -> Vec<String> {
        let counterparts = [self.left, self.right].into_iter().filter_map(|side| match side {
            Subject::Counterpart(id) => Some(id),
            Subject::Role(_) => None,
        });
        let rest = self.rest_words(ladder, only_differences);
        counterparts.map(|it| format!("{}{rest}.", known_from(ladder, it))).collect()
    }

    /// What becomes of the texts that are not compared; empty where there are none.
    fn rest_words(&self, ladder: &Ladder, only_differences: bool) -> String {
        let one_page =
            [self.left, self.right].into_iter().find(|it| matches!(it, Subject::Role(_)));
        let (count, Some(page)) = (self.rest(), one_page) else { return String::new() };
        let name = ladder.label(page);
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
    pub fn origin(&self, ladder: &Ladder) -> Option<String> {
        let TopicSource::Table(document) = self.source else { return None };
        Some(format!("a table of the {} page", name(ladder, document)))
    }
}

fn known_from(ladder: &Ladder, id: CounterpartId) -> String {
    let mut pages: Vec<&str> = Vec::new();
    for (document, it) in ladder.documents() {
        each_table(it, &mut |_, _, table| {
            let speaks = table.column_of(Subject::Counterpart(id)).is_some();
            pages.extend(speaks.then(|| name(ladder, document)));
        });
    }
    let (tables, speak) = match pages.len() {
        1 => ("1 table".to_owned(), "speaks"),
        tables => (format!("{tables} tables"), "speak"),
    };
    pages.dedup();
    let (pages, counterpart) = (pages.join(", "), &ladder.counterpart(id).name);
    format!("{counterpart} has no page of its own: {tables} of {pages} {speak} of it")
}

fn name(ladder: &Ladder, document: DocumentId) -> &str {
    match document {
        DocumentId::Role(role) => &ladder.role(role).document.label,
        DocumentId::Page(page) => &ladder.pages[page.0].title,
    }
}
