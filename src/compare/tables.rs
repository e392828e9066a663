//! The tables of a ladder, each with where it is.

use crate::model::{Block, Document, DocumentId, Ladder, Step, Table};

/// Every table with the heading and line of its section, or the document's title and line.
pub(crate) fn each_table<'a>(
    document: &'a Document,
    visit: &mut impl FnMut(&str, usize, &'a Table),
) {
    let mut around = None;
    for step in document.walk() {
        match (step, around) {
            (Step::Section(_, section), _) => around = Some(section),
            (Step::Block(Block::Table(table)), Some(section)) => {
                visit(section.title.as_str(), section.line, table);
            }
            (Step::Block(Block::Table(table)), None) => {
                visit(&document.title, document.line, table);
            }
            _ => {}
        }
    }
}

/// What a page is called: a role by its label, another page by its title.
pub(crate) fn page_name(ladder: &Ladder, document: DocumentId) -> &str {
    match document {
        DocumentId::Role(role) => &ladder.role(role).document.label,
        DocumentId::Page(page) => &ladder.pages[page.0].title,
    }
}
