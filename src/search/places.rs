//! Every place of the ladder by name, for the picker.

use crate::model::{CounterpartId, Document, DocumentId, Ladder, Place, SectionId};

/// Where a picker's entry leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A document or a section of it.
    Place(Place),
    /// A role that has no document.
    Counterpart(CounterpartId),
}

/// A place and what to call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Where it leads.
    pub target: Target,
    /// Its name: a role's title, "Director › Typical Scope" for a section.
    pub label: String,
    /// How deep it nests: 0 for documents and counterparts, a section's depth for sections.
    pub depth: usize,
}

/// Every role with its sections, every counterpart, every page with its sections, in ladder order.
#[must_use]
pub fn places(ladder: &Ladder) -> Vec<PlaceEntry> {
    let mut entries = Vec::new();
    let (roles, pages): (Vec<_>, Vec<_>) =
        ladder.documents().partition(|(id, _)| matches!(id, DocumentId::Role(_)));
    roles.into_iter().for_each(|(id, document)| push_document(id, document, &mut entries));
    for (at, counterpart) in ladder.counterparts.iter().enumerate() {
        let target = Target::Counterpart(CounterpartId(at));
        entries.push(PlaceEntry { target, label: counterpart.name.clone(), depth: 0 });
    }
    pages.into_iter().for_each(|(id, document)| push_document(id, document, &mut entries));
    entries
}

fn push_document(id: DocumentId, document: &Document, entries: &mut Vec<PlaceEntry>) {
    let target = |section| Target::Place(Place { document: id, section });
    entries.push(PlaceEntry { target: target(None), label: full_name(document), depth: 0 });
    for (at, section) in document.sections.iter().enumerate() {
        entries.push(PlaceEntry {
            target: target(Some(SectionId(at))),
            label: format!("{} › {}", document.label, section.title.to_plain().trim()),
            depth: section.depth,
        });
    }
}

/// The title, with the label in front where the title does not say it.
fn full_name(document: &Document) -> String {
    if document.label.is_empty() || document.title.contains(&document.label) {
        return document.title.clone();
    }
    format!("{} · {}", document.label, document.title)
}
