//! Roles' names in headings, replaced by what they mean to the role whose heading it is, so that
//! "Transition to VP" in one document meets "Transition to CTO" in the next.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::{bare_heading, is_function_word, terms};
use crate::model::{Ladder, RoleId, Subject};

/// Stands for a name of the role whose heading it is.
pub(crate) const OWN_NAME: &str = "‹own›";
/// Stands for a name of any other role.
pub(crate) const OTHER_NAME: &str = "‹other›";

/// How far up and down the tracks of both sides names are collected. Headings name neighbors; a
/// track of thousands must not make every comparison read all of it.
const REACH: usize = 24;

/// The most terms of a name. A title with more is a text, which no heading repeats to name a role; and
/// looking for names stays linear in the text.
const LONGEST_NAME: usize = 24;

/// Names as terms.
#[derive(Default)]
pub(crate) struct NameTerms {
    names: FxHashSet<Vec<String>>,
    tree: NameTree,
}

/// The same names as a tree, with a branch for each term that can follow.
#[derive(Default)]
struct NameTree {
    next: FxHashMap<String, NameTree>,
    is_name: bool,
}

impl NameTerms {
    /// The names of the counterparts of ladders, of not too many.
    pub(crate) fn of_counterparts(ladders: &[&Ladder]) -> Self {
        let counterparts = ladders.iter().flat_map(|ladder| &ladder.counterparts);
        let names = counterparts.take(REACH * 4).map(|counterpart| terms(&counterpart.name));
        Self::new(names)
    }

    /// The names of roles and counterparts, each of its ladder.
    pub(crate) fn of_subjects<'a>(subjects: impl Iterator<Item = (&'a Ladder, Subject)>) -> Self {
        let names = |(ladder, subject): (&'a Ladder, Subject)| match subject {
            Subject::Role(role) => role_names(ladder, role),
            Subject::Counterpart(id) => vec![ladder.counterpart(id).name.as_str()],
        };
        Self::new(subjects.flat_map(names).map(terms))
    }

    /// Names without those that are no more than function words and numbers.
    fn new(names: impl Iterator<Item = Vec<String>>) -> Self {
        let tells =
            |terms: &Vec<String>| terms.iter().any(|term| !is_function_word(term) && term != "#");
        let is_name = |terms: &Vec<String>| terms.len() <= LONGEST_NAME && tells(terms);
        let names: FxHashSet<Vec<String>> = names.filter(is_name).collect();
        let mut tree = NameTree::default();
        names.iter().for_each(|name| tree.add(name));
        Self { names, tree }
    }

    fn of_role(ladder: &Ladder, role: RoleId) -> Self {
        Self::new(role_names(ladder, role).into_iter().map(terms))
    }
}

impl NameTree {
    fn add(&mut self, name: &[String]) {
        let mut end = self;
        for term in name {
            end = end.next.entry(term.clone()).or_default();
        }
        end.is_name = true;
    }

    /// How many terms the longest name has that terms begin with; 0 if they begin with none.
    fn longest(&self, terms: &[String]) -> usize {
        let (mut end, mut longest) = (self, 0);
        for (at, term) in terms.iter().enumerate() {
            let Some(next) = end.next.get(term) else { break };
            end = next;
            if end.is_name {
                longest = at + 1;
            }
        }
        longest
    }
}

fn role_names(ladder: &Ladder, role: RoleId) -> Vec<&str> {
    let role = ladder.role(role);
    let names = [role.document.title.as_str(), role.document.label.as_str()];
    names.into_iter().chain(role.level.as_deref()).collect()
}

/// The names of the roles of a ladder, each read once.
pub(crate) struct KnownNames {
    own: Vec<OnceLock<NameTerms>>,
    near: Vec<OnceLock<NameTerms>>,
}

impl KnownNames {
    pub(crate) fn new(ladder: &Ladder) -> Self {
        let unread = || ladder.roles.iter().map(|_| OnceLock::new()).collect();
        Self { own: unread(), near: unread() }
    }

    /// The names of a role.
    pub(crate) fn own(&self, ladder: &Ladder, role: RoleId) -> &NameTerms {
        self.own[role.0].get_or_init(|| NameTerms::of_role(ladder, role))
    }

    /// The names of the roles around one, its own among them.
    pub(crate) fn near(&self, ladder: &Ladder, role: RoleId) -> &NameTerms {
        self.near[role.0].get_or_init(|| {
            let near = neighbors(ladder, role).into_iter();
            NameTerms::new(near.flat_map(|near| self.own(ladder, near).names.iter().cloned()))
        })
    }
}

/// What the names in the headings of one role stand for.
pub(crate) struct Mentions<'a> {
    /// Its own names.
    pub(crate) own: &'a NameTerms,
    /// The names of others.
    pub(crate) others: [&'a NameTerms; 3],
}

impl Mentions<'_> {
    /// The terms of a heading with every name replaced.
    pub(crate) fn heading(&self, heading: &str) -> Vec<String> {
        self.replaced(&terms(&bare_heading(heading)))
    }

    /// Terms with every name replaced, the longest name first.
    pub(crate) fn replaced(&self, terms: &[String]) -> Vec<String> {
        let (mut replaced, mut at) = (Vec::with_capacity(terms.len()), 0);
        while at < terms.len() {
            let (term, length) =
                self.name_at(&terms[at..]).unwrap_or_else(|| (terms[at].as_str(), 1));
            replaced.push(term.to_owned());
            at += length;
        }
        replaced
    }

    /// What the longest name stands for that terms begin with, and how many terms it has.
    fn name_at(&self, terms: &[String]) -> Option<(&'static str, usize)> {
        let own = self.own.tree.longest(terms);
        let other = self.others.iter().map(|others| others.tree.longest(terms)).max().unwrap_or(0);
        let name = if own >= other { (OWN_NAME, own) } else { (OTHER_NAME, other) };
        (name.1 > 0).then_some(name)
    }
}

fn neighbors(ladder: &Ladder, role: RoleId) -> Vec<RoleId> {
    let Some(track) = ladder.tracks.get(ladder.role(role).track.0) else { return Vec::new() };
    let at = track.roles.iter().position(|id| *id == role).unwrap_or(0);
    track.roles.iter().skip(at.saturating_sub(REACH)).take(2 * REACH + 1).copied().collect()
}
