//! Documents of an older version on one page with those of the newer: their numbers must not be
//! mistaken for those of other documents.

use crate::compare::comparison::{Comparison, Topic};
use crate::model::{DocumentId, PageId, RoleId};

/// More documents than any ladder has.
const BEYOND: usize = usize::MAX / 2;

/// Whether a document is one of the older version, in a comparison that was set apart.
#[must_use]
pub fn is_of_older(id: DocumentId) -> bool {
    let (DocumentId::Role(RoleId(number)) | DocumentId::Page(PageId(number))) = id;
    number >= BEYOND
}

impl Comparison {
    /// Gives the documents of the left side, which is of an older version, numbers that no document of
    /// the newer version has.
    #[must_use]
    pub(crate) fn set_apart(mut self) -> Self {
        set_apart(&mut self.topics);
        self
    }
}

fn set_apart(topics: &mut [Topic]) {
    for topic in topics {
        let parts = topic.pairs.iter_mut().filter_map(|pair| pair.left.as_mut());
        let spots = parts.map(|part| &mut part.spot).chain(topic.left.as_mut());
        spots.for_each(|spot| {
            spot.document = match spot.document {
                DocumentId::Role(RoleId(number)) => DocumentId::Role(RoleId(number + BEYOND)),
                DocumentId::Page(PageId(number)) => DocumentId::Page(PageId(number + BEYOND)),
            };
        });
        set_apart(&mut topic.topics);
    }
}
