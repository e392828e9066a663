//! What is told of the roles that a name could mean.

use super::error::Candidate;
use crate::model::{Ladder, Role, Subject};

/// What is told of a role or counterpart where a name could mean it.
pub(super) fn candidate(ladder: &Ladder, subject: Subject) -> Candidate {
    match subject {
        Subject::Role(id) => {
            let role = ladder.role(id);
            Candidate {
                id: role.id.clone(),
                title: role.document.title.clone(),
                track: ladder.track(role.track).title.clone(),
                place: place(ladder, role),
            }
        }
        Subject::Counterpart(id) => {
            let one = ladder.counterpart(id);
            let table = one.known_from.first().map(|known| {
                let file = &ladder.role(known.role).document.file;
                format!("{file}:{}", known.line)
            });
            Candidate {
                id: one.name.clone(),
                title: one.name.clone(),
                track: "known from tables".to_owned(),
                place: table.unwrap_or_default(),
            }
        }
    }
}

/// The file of a role, with its line where the file holds others too.
fn place(ladder: &Ladder, role: &Role) -> String {
    let document = &role.document;
    let alone =
        ladder.roles.iter().filter(|other| other.document.file == document.file).count() < 2;
    if alone { document.file.clone() } else { format!("{}:{}", document.file, document.line) }
}
