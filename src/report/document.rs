//! What is shown of a document: all of it, or one of its sections.

use std::borrow::Cow;

use super::counterpart::counterpart_document;
use crate::model::{Document, DocumentId, Ladder, SectionId, Subject};
use crate::naming::Showable;

/// The document of a role or page, or what the tables of others say of a counterpart.
#[must_use]
pub fn document(ladder: &Ladder, shown: Showable) -> Cow<'_, Document> {
    match shown {
        Showable::Subject(Subject::Role(id)) => Cow::Borrowed(&ladder.role(id).document),
        Showable::Subject(Subject::Counterpart(id)) => Cow::Owned(counterpart_document(ladder, id)),
        Showable::Page(id) => Cow::Borrowed(ladder.document(DocumentId::Page(id))),
    }
}

/// A document with nothing but a section and those inside it.
#[must_use]
pub fn only_section(document: &Document, section: SectionId) -> Document {
    let sections = document.sections[section.0..document.end(section)].to_vec();
    Document { preamble: Vec::new(), sections, ..document.clone() }
}
