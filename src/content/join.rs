//! Two versions of a ladder as one, so that whatever works within a ladder works between them.

use crate::content::walk::tables_mut;
use crate::model::{
    CounterpartId, Document, DocumentId, Ladder, PageId, Place, RoleId, Subject, TrackId,
};

/// Puts two ladders into one. What is `then`'s keeps its indexes; every role, page, counterpart and
/// track of `now` stands behind them, at its index plus their number. Nothing else changes, so that
/// roles of both can have the same id.
#[must_use]
pub fn join(then: &Ladder, now: &Ladder) -> Ladder {
    let mut joined = then.clone();
    let behind = Behind {
        roles: then.roles.len(),
        pages: then.pages.len(),
        counterparts: then.counterparts.len(),
    };
    let mut now = now.clone();
    for track in &mut now.tracks {
        track.roles.iter_mut().for_each(|role| *role = behind.role(*role));
    }
    for role in &mut now.roles {
        role.track = TrackId(role.track.0 + then.tracks.len());
        behind.document(&mut role.document);
    }
    now.pages.iter_mut().for_each(|page| behind.document(page));
    for known in now.counterparts.iter_mut().flat_map(|one| &mut one.known_from) {
        known.role = behind.role(known.role);
    }
    joined.name = now.name;
    joined.tracks.extend(now.tracks);
    joined.roles.extend(now.roles);
    joined.pages.extend(now.pages);
    joined.counterparts.extend(now.counterparts);
    joined
}

/// Has every row of a table read as a whole. A table that sets two roles side by side gives each role
/// its own cells; between two versions of one page all of its cells count.
pub fn read_rows_whole(ladder: &mut Ladder) {
    let roles = ladder.roles.iter_mut().map(|role| &mut role.document);
    for document in roles.chain(&mut ladder.pages) {
        tables_mut(document, &mut |table| {
            table.columns.iter_mut().for_each(|column| column.subject = None);
        });
    }
}

/// How far indexes move.
struct Behind {
    roles: usize,
    pages: usize,
    counterparts: usize,
}

impl Behind {
    fn role(&self, id: RoleId) -> RoleId {
        RoleId(id.0 + self.roles)
    }

    fn document(&self, document: &mut Document) {
        document.texts_mut(&mut |_, text| {
            let links = text.spans.iter_mut().filter_map(|span| span.link.as_mut());
            for place in links.filter_map(|link| link.place.as_mut()) {
                *place = Place { document: self.document_id(place.document), ..*place };
            }
        });
        tables_mut(document, &mut |table| {
            for column in &mut table.columns {
                column.subject = column.subject.map(|subject| self.subject(subject));
            }
        });
    }

    fn document_id(&self, id: DocumentId) -> DocumentId {
        match id {
            DocumentId::Role(id) => DocumentId::Role(self.role(id)),
            DocumentId::Page(PageId(id)) => DocumentId::Page(PageId(id + self.pages)),
        }
    }

    fn subject(&self, subject: Subject) -> Subject {
        match subject {
            Subject::Role(id) => Subject::Role(self.role(id)),
            Subject::Counterpart(CounterpartId(id)) => {
                Subject::Counterpart(CounterpartId(id + self.counterparts))
            }
        }
    }
}
