//! The track that a name means.

use super::error::{NameCandidate, NameError};
use super::matching::{Called, by_words, letter_by_letter};
use super::roles::find;
use crate::model::{Ladder, Subject, TrackId};

/// The track of a name: its title, words or beginnings of words of it, or a role in it.
///
/// # Errors
/// If no track is meant or several are; the error lists the candidates.
pub fn track(ladder: &Ladder, name: &str) -> Result<TrackId, NameError> {
    let name = name.trim();
    let called = |title| Called { names: vec![title], beside: Vec::new() };
    let tracks: Vec<Called<'_>> =
        ladder.tracks.iter().map(|it| called(it.title.as_str())).collect();
    let just_so = letter_by_letter(&tracks, name);
    let found = if just_so.is_empty() { by_words(&tracks, name).all } else { just_so };
    match found.as_slice() {
        [only] => Ok(TrackId(*only)),
        [] => match find(ladder, name) {
            Ok(Subject::Role(role)) => Ok(ladder.role(role).track),
            _ => {
                let message = format!("there is no track `{name}`; tracks of the ladder are");
                let all = (0..ladder.tracks.len()).map(|at| candidate(ladder, at)).collect();
                Err(NameError::nothing(message, all))
            }
        },
        many => {
            let many = many.iter().map(|at| candidate(ladder, *at)).collect();
            Err(NameError::several(name, "several tracks", many))
        }
    }
}

/// A track: its title, and a role that names it where the title does not.
fn candidate(ladder: &Ladder, at: usize) -> NameCandidate {
    let track = &ladder.tracks[at];
    let is_shared = ladder.tracks.iter().filter(|other| other.title == track.title).count() > 1;
    let first = track.roles.first().filter(|_| is_shared).map(|role| ladder.role(*role));
    let place = first.map_or(String::new(), |role| format!("the track of {}", role.id));
    NameCandidate { title: track.title.clone(), place, ..NameCandidate::default() }
}
