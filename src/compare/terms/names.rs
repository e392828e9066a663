//! Roles' names in headings, replaced by what they mean to the role whose heading it is, so that
//! "Transition to VP" in one document meets "Transition to CTO" in the next.

use std::collections::HashSet;

use crate::lexicon::{bare_heading, is_function_word, terms};
use crate::model::{Ladder, RoleId};

/// Stands for a name of the role whose heading it is.
pub(crate) const OWN_NAME: &str = "‹own›";
/// Stands for a name of any other role.
pub(crate) const OTHER_NAME: &str = "‹other›";

/// How far up and down the tracks of both sides names are collected. Headings name neighbours; a
/// track of thousands must not make every comparison read all of it.
const REACH: usize = 24;

/// The names in the headings of one side.
pub(crate) struct Names {
    own: HashSet<Vec<String>>,
    other: HashSet<Vec<String>>,
    longest: usize,
}

impl Names {
    /// The names as the document of `own` uses them, compared with `other`. Each of them is a role of
    /// one of the ladders.
    pub(crate) fn new(
        ladders: &[&Ladder],
        own: (&Ladder, RoleId),
        other: (&Ladder, RoleId),
    ) -> Self {
        let mut names = Self { own: HashSet::new(), other: HashSet::new(), longest: 0 };
        for name in names_of(own.0, own.1) {
            names.add(name, true);
        }
        for (ladder, role) in [own, other] {
            for near in neighbours(ladder, role) {
                for name in names_of(ladder, near) {
                    names.add(name, false);
                }
            }
        }
        let counterparts = ladders.iter().flat_map(|ladder| &ladder.counterparts);
        for counterpart in counterparts.take(REACH * 4) {
            names.add(&counterpart.name, false);
        }
        names
    }

    fn add(&mut self, name: &str, own: bool) {
        let terms = terms(name);
        if terms.iter().all(|term| is_function_word(term) || term == "#") {
            return;
        }
        self.longest = self.longest.max(terms.len());
        if own {
            self.own.insert(terms);
        } else if !self.own.contains(&terms) {
            self.other.insert(terms);
        }
    }

    /// The terms of a heading with every name replaced.
    pub(crate) fn heading(&self, heading: &str) -> Vec<String> {
        self.replaced(&terms(&bare_heading(heading)))
    }

    /// Terms with every name replaced, the longest name first.
    pub(crate) fn replaced(&self, terms: &[String]) -> Vec<String> {
        let (mut replaced, mut at) = (Vec::with_capacity(terms.len()), 0);
        while at < terms.len() {
            let most = self.longest.min(terms.len() - at);
            let name = (1..=most).rev().find_map(|length| {
                let name = &terms[at..at + length];
                let stands_for = if self.own.contains(name) {
                    OWN_NAME
                } else if self.other.contains(name) {
                    OTHER_NAME
                } else {
                    return None;
                };
                Some((stands_for, length))
            });
            let (term, length) = match name {
                Some((name, length)) => (name.to_owned(), length),
                None => (terms[at].clone(), 1),
            };
            replaced.push(term);
            at += length;
        }
        replaced
    }
}

fn names_of(ladder: &Ladder, role: RoleId) -> impl Iterator<Item = &str> {
    let role = ladder.role(role);
    let names = [role.document.title.as_str(), role.document.label.as_str()];
    names.into_iter().chain(role.level.as_deref())
}

fn neighbours(ladder: &Ladder, role: RoleId) -> Vec<RoleId> {
    let Some(track) = ladder.tracks.get(ladder.role(role).track.0) else { return Vec::new() };
    let at = track.roles.iter().position(|id| *id == role).unwrap_or(0);
    track.roles.iter().skip(at.saturating_sub(REACH)).take(2 * REACH + 1).copied().collect()
}
