//! Every place of the ladder by name, for the picker.

use crate::model::{
    CounterpartId, Document, DocumentId, Ladder, Place, RoleId, SectionId, Subject, TrackId,
};
use crate::naming::Labels;

/// The target of an entry in a picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoundTarget {
    /// A document or a section of it.
    Place(Place),
    /// A role without a document.
    Counterpart(CounterpartId),
}

/// A place and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceEntry {
    /// Its target.
    pub target: FoundTarget,
    /// Its name: a role's title, "Director › Typical Scope" for a section.
    pub label: String,
    /// The track of a role, by which people also name it.
    pub track: Option<TrackId>,
    /// Its depth: 0 for documents and counterparts, the depth of a section for sections.
    pub depth: usize,
}

/// Every role with its sections, every counterpart, every page with its sections, in ladder order. `separator` is between
/// a document and its section.
#[must_use]
pub fn places(ladder: &Ladder, separator: &str) -> Vec<PlaceEntry> {
    let mut entries = Vec::new();
    let labels = Labels::new(ladder);
    let (roles, pages): (Vec<_>, Vec<_>) =
        ladder.documents().partition(|(id, _)| matches!(id, DocumentId::Role(_)));
    for (at, (id, document)) in roles.into_iter().enumerate() {
        let role = RoleId(at);
        let subject = Subject::Role(role);
        let first = entries.len();
        let names = [full_name(ladder, &labels, subject), labels.label(subject).into_owned()];
        push_document(id, document, names, separator, &mut entries);
        entries[first].track = Some(ladder.role(role).track);
    }
    for (at, counterpart) in ladder.counterparts.iter().enumerate() {
        let target = FoundTarget::Counterpart(CounterpartId(at));
        let label = counterpart.name.clone();
        entries.push(PlaceEntry { target, label, track: None, depth: 0 });
    }
    for (id, document) in pages {
        let names = [titled(document), document.label.clone()];
        push_document(id, document, names, separator, &mut entries);
    }
    entries
}

fn push_document(
    id: DocumentId,
    document: &Document,
    [name, label]: [String; 2],
    separator: &str,
    entries: &mut Vec<PlaceEntry>,
) {
    let target = |section| FoundTarget::Place(Place { document: id, section });
    entries.push(PlaceEntry { target: target(None), label: name, track: None, depth: 0 });
    for (at, section) in document.sections.iter().enumerate() {
        entries.push(PlaceEntry {
            target: target(Some(SectionId(at))),
            label: format!("{label} {separator} {}", section.title.as_str().trim()),
            track: None,
            depth: section.depth,
        });
    }
}

/// Everything that people may type for a role: its level, label and title, each if the others do not
/// contain it, and its track first if another role has its label or title.
#[must_use]
pub fn full_name(ladder: &Ladder, labels: &Labels<'_>, subject: Subject) -> String {
    let Subject::Role(id) = subject else { return ladder.title(subject).to_owned() };
    let role = ladder.role(id);
    let name = titled(&role.document);
    let name = match role.level.as_deref() {
        Some(level) if !says(&name, level) => format!("{level} · {name}"),
        _ => name,
    };
    labels.with_track_where_shared(subject, name)
}

/// The title, with the label before it if the title does not contain it.
fn titled(document: &Document) -> String {
    if says(&document.title, &document.label) {
        return document.title.clone();
    }
    format!("{} · {}", document.label, document.title)
}

/// Whether a title contains a label as whole words.
fn says(title: &str, label: &str) -> bool {
    title.match_indices(label).any(|(at, _)| {
        let before = title[..at].chars().next_back();
        let after = title[at + label.len()..].chars().next();
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    }) || label.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[test]
    fn every_role_counterpart_page_and_section_has_an_entry() {
        let shown: Vec<String> = places(&sample::ladder(), "›")
            .iter()
            .map(|entry| {
                let target = match entry.target {
                    FoundTarget::Counterpart(id) => format!("counterpart {}", id.0),
                    FoundTarget::Place(Place { document, section }) => {
                        let document = match document {
                            DocumentId::Role(id) => format!("role {}", id.0),
                            DocumentId::Page(id) => format!("page {}", id.0),
                        };
                        section
                            .map_or(document.clone(), |id| format!("{document} section {}", id.0))
                    }
                };
                format!("{} | {} | {target}", entry.depth, entry.label)
            })
            .collect();
        let want = [
            "0 | Dir · Director of Software Engineering | role 0",
            "1 | Dir › Typical Scope | role 0 section 0",
            "2 | Dir › Hiring | role 0 section 1",
            "0 | VP | counterpart 0",
            "0 | Overview | page 0",
            "1 | Overview › How to read this | page 0 section 0",
        ];
        assert_eq!(shown, want);
    }
}
