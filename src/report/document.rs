//! What is shown of a document: all of it, or one of its sections.

use super::counterpart::counterpart_document;
use crate::model::{Document, DocumentId, Ladder, SectionId, Subject};
use crate::naming::Showable;

/// The document of a role or page, or what the tables of others say of a counterpart.
#[must_use]
pub fn document(ladder: &Ladder, shown: Showable) -> Document {
    match shown {
        Showable::Subject(Subject::Role(id)) => ladder.role(id).document.clone(),
        Showable::Subject(Subject::Counterpart(id)) => counterpart_document(ladder, id),
        Showable::Page(id) => ladder.document(DocumentId::Page(id)).clone(),
    }
}

/// A document with nothing but a section and those inside it.
#[must_use]
pub fn only_section(document: &Document, section: SectionId) -> Document {
    let sections = document.sections[section.0..document.end(section)].to_vec();
    Document { preamble: Vec::new(), sections, ..document.clone() }
}
