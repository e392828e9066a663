//! What was shown of a ladder, in the ladder as it is after an edit.

use super::target::Target;
use crate::model::{CounterpartId, DocumentId, Ladder, Subject, TrackId};

/// What was shown of a ladder, in the ladder as it is now: documents are found by file and title,
/// then by file alone.
pub(crate) fn same_in(old: &Ladder, new: &Ladder, shown: Target) -> Option<Target> {
    let document = |id: DocumentId| {
        let was = old.document(id);
        let of_file = || new.documents().filter(|(_, document)| document.file == was.file);
        let same = of_file().find(|(_, document)| document.title == was.title);
        same.or_else(|| of_file().next()).map(|(id, _)| id)
    };
    let subject = |subject: Subject| match subject {
        Subject::Role(role) => match document(DocumentId::Role(role))? {
            DocumentId::Role(role) => Some(Subject::Role(role)),
            DocumentId::Page(_) => None,
        },
        Subject::Counterpart(id) => {
            let name = &old.counterpart(id).name;
            let at = new.counterparts.iter().position(|counterpart| counterpart.name == *name)?;
            Some(Subject::Counterpart(CounterpartId(at)))
        }
    };
    match shown {
        Target::Document(id) => document(id).map(Target::Document),
        Target::Counterpart(id) => subject(Subject::Counterpart(id)).map(Target::of),
        Target::Comparison(left, right) => {
            Some(Target::Comparison(subject(left)?, subject(right)?))
        }
        Target::Overview { track, .. } => {
            let title = &old.track(track).title;
            let at = new.tracks.iter().position(|track| track.title == *title)?;
            Some(Target::Overview { track: TrackId(at), cell: None })
        }
        // What a topic was need not be one any more.
        Target::Trace { .. } => None,
    }
}
