//! The role or counterpart that a name means.

use super::asked::Asked;
use super::candidates::candidates;
use super::error::NameError;
use super::files::{InFile, elsewhere, in_file};
use super::matching::{Called, Meant, by_words, letter_by_letter, near};
use super::spelling::distance;
use crate::model::{CounterpartId, Ladder, Role, RoleId, Subject};

/// A role or counterpart that was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// It.
    pub subject: Subject,
    /// Whether it is called exactly that; else the name is only a part of one of its names, or only
    /// like one.
    pub exactly: bool,
}

/// The role or counterpart that people mean by a name: an id, title, label, level, alias, path,
/// `FILE:LINE`, words of these or beginnings of words, with the track or without. Case never matters.
///
/// # Errors
/// If no role is meant or several are; the error lists the candidates.
pub fn find<'a>(ladder: &Ladder, asked: impl Into<Asked<'a>>) -> Result<Subject, NameError> {
    find_named(ladder, asked).map(|named| named.subject)
}

/// The same, and whether it is called exactly that.
///
/// # Errors
/// If no role is meant or several are; the error lists the candidates.
pub fn find_named<'a>(ladder: &Ladder, asked: impl Into<Asked<'a>>) -> Result<Named, NameError> {
    let asked = asked.into();
    let text = asked.text.trim();
    let is_id = |role: &Role| role.id.eq_ignore_ascii_case(text);
    if let Some(role) = ladder.roles.iter().position(is_id) {
        return Ok(Named { subject: Subject::Role(RoleId(role)), exactly: true });
    }
    let all: Vec<Subject> = subjects(ladder).collect();
    let called: Vec<Called<'_>> = all.iter().map(|one| called(ladder, *one)).collect();
    let whole = Meant { all: letter_by_letter(&called, text), exactly: true };
    let meant = if whole.all.is_empty() {
        match in_file(ladder, Asked { text, ..asked }) {
            InFile::Role(role) => return Ok(Named { subject: Subject::Role(role), exactly: true }),
            InFile::Several(roles) => {
                let roles = roles.into_iter().map(Subject::Role);
                return Err(several(ladder, text, roles));
            }
            InFile::Nothing(error) => return Err(error),
            InFile::NoFile => by_words(&called, text),
        }
    } else {
        whole
    };
    match meant.all.as_slice() {
        [] => Err(nothing(ladder, text, &all, &called)),
        [one] => Ok(Named { subject: all[*one], exactly: meant.exactly }),
        many => Err(several(ladder, text, many.iter().map(|at| all[*at]))),
    }
}

fn subjects(ladder: &Ladder) -> impl Iterator<Item = Subject> {
    let roles = (0..ladder.roles.len()).map(|at| Subject::Role(RoleId(at)));
    roles.chain((0..ladder.counterparts.len()).map(|at| Subject::Counterpart(CounterpartId(at))))
}

fn called(ladder: &Ladder, subject: Subject) -> Called<'_> {
    let Subject::Role(id) = subject else {
        return Called { names: vec![ladder.title(subject)], beside: Vec::new() };
    };
    let role = ladder.role(id);
    let document = &role.document;
    let mut names = vec![role.id.as_str(), document.title.as_str(), document.label.as_str()];
    names.extend(role.level.as_deref());
    names.extend(role.aliases.iter().map(String::as_str));
    let track = ladder.track(role.track).title.as_str();
    Called { names, beside: [track].into_iter().chain(role.level.as_deref()).collect() }
}

fn several(ladder: &Ladder, text: &str, all: impl Iterator<Item = Subject>) -> NameError {
    NameError::several(text, "several roles", candidates(ladder, all))
}

/// The name is unknown: similar names, or all names if none is similar.
fn nothing(ladder: &Ladder, text: &str, all: &[Subject], called: &[Called<'_>]) -> NameError {
    let there_is_none = format!("there is no role `{text}`");
    if all.is_empty() {
        return NameError::nothing(format!("{there_is_none}: the ladder has no roles"), Vec::new());
    }
    if let Some(track) =
        ladder.tracks.iter().find(|it| it.title.to_lowercase() == text.to_lowercase())
    {
        let message = format!("`{}` is a track: name a role of it", track.title);
        let roles = track.roles.iter().copied().map(Subject::Role);
        return NameError::nothing(message, candidates(ladder, roles));
    }
    let elsewhere = elsewhere(ladder, text);
    if !elsewhere.is_empty() {
        let message = format!("there is no file `{text}` in the ladder; did you mean");
        return NameError::nothing(
            message,
            candidates(ladder, elsewhere.into_iter().map(Subject::Role)),
        );
    }
    let near = nearest(called, text);
    let (message, told) = match near.is_empty() {
        true => (format!("{there_is_none}; roles of the ladder are"), all.to_vec()),
        false => {
            let near = near.into_iter().map(|at| all[at]).collect();
            (format!("{there_is_none}; did you mean"), near)
        }
    };
    NameError::nothing(message, candidates(ladder, told))
}

/// The most similar names that are listed.
const NEAR: usize = 5;

/// The things that have the words in another order, then those whose names are nearest by their
/// letters, then those that have the words but another numeral or code.
fn nearest(called: &[Called<'_>], text: &str) -> Vec<usize> {
    let lower = text.to_lowercase();
    let most = lower.chars().count() / 3 + 1;
    let of = |one: &Called<'_>| {
        let with_track = one.beside.iter().zip(&one.names).map(|(it, name)| format!("{it} {name}"));
        let names = one.names.iter().map(|name| (*name).to_owned()).chain(with_track);
        names.map(|name| distance(&name.to_lowercase(), &lower)).min().unwrap_or(usize::MAX)
    };
    let mut nearest: Vec<(usize, usize)> = called
        .iter()
        .enumerate()
        .map(|(at, one)| (of(one), at))
        .filter(|it| it.0 <= most)
        .collect();
    nearest.sort_unstable();
    let [in_another_order, of_another_numeral] = near(called, text);
    let nearest = nearest.into_iter().map(|(_, at)| at);
    let mut found: Vec<usize> = Vec::new();
    for at in in_another_order.into_iter().chain(nearest).chain(of_another_numeral) {
        if found.len() < NEAR && !found.contains(&at) {
            found.push(at);
        }
    }
    found
}
