//! The candidates of an ambiguous or unknown name.

use std::collections::HashMap;

use super::error::NameCandidate;
use crate::model::{Document, Ladder, Subject};

/// Roles and counterparts as candidates.
pub(super) fn candidates(
    ladder: &Ladder,
    all: impl IntoIterator<Item = Subject>,
) -> Vec<NameCandidate> {
    let mut roles_in: HashMap<&str, usize> = HashMap::new();
    for role in &ladder.roles {
        *roles_in.entry(role.document.file.as_str()).or_default() += 1;
    }
    all.into_iter().map(|one| candidate(ladder, one, &roles_in)).collect()
}

fn candidate(ladder: &Ladder, subject: Subject, roles_in: &HashMap<&str, usize>) -> NameCandidate {
    match subject {
        Subject::Role(id) => {
            let role = ladder.role(id);
            NameCandidate {
                id: role.id.clone(),
                title: role.document.title.clone(),
                level: role.level.clone().unwrap_or_default(),
                track: ladder.track(role.track).title.clone(),
                place: place(&role.document, roles_in),
            }
        }
        Subject::Counterpart(id) => {
            let one = ladder.counterpart(id);
            let table = one.known_from.first().map(|known| {
                let file = &ladder.role(known.role).document.file;
                format!("{file}:{}", known.line)
            });
            NameCandidate {
                id: one.name.clone(),
                title: one.name.clone(),
                level: String::new(),
                track: "known from tables".to_owned(),
                place: table.unwrap_or_default(),
            }
        }
    }
}

/// The file of a role, with its line where the file holds others too.
fn place(document: &Document, roles_in: &HashMap<&str, usize>) -> String {
    let alone = roles_in.get(document.file.as_str()).is_none_or(|count| *count < 2);
    if alone { document.file.clone() } else { format!("{}:{}", document.file, document.line) }
}
