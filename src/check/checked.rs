//! A ladder under check, with what several rules read of it.

use rayon::prelude::*;

use crate::check::apart::NamedPlaces;
use crate::check::awaited::IsAwaited;
use crate::check::expectations::{self, Expectation};
use crate::check::facts::{self, Fact};
use crate::check::named_rungs::{self, NamedRungs};
use crate::check::rule_finding::RuleFinding;
use crate::check::vocabulary::Vocabulary;
use crate::model::{Document, Ladder, RoleId, TrackId};

/// A ladder, and what rules share. All of it is read before the first rule runs: a rule that read it while
/// it runs could wait for itself.
pub(crate) struct CheckedLadder<'a> {
    pub(crate) ladder: &'a Ladder,
    /// Every document: the roles in order, then the pages.
    pub(crate) documents: Vec<&'a Document>,
    /// Every fact that the documents state.
    pub(crate) facts: Vec<Fact<'a>>,
    /// What the names of the roles say about their places.
    pub(crate) places: NamedPlaces<'a>,
    /// The rungs that names of the ladder have.
    pub(crate) named_rungs: NamedRungs,
    /// By role.
    expectations: Vec<Vec<Expectation<'a>>>,
    is_awaited: &'a IsAwaited<'a>,
}

impl<'a> CheckedLadder<'a> {
    pub(crate) fn new(ladder: &'a Ladder, is_awaited: &'a IsAwaited<'a>) -> Self {
        let roles = (0..ladder.roles.len()).into_par_iter().map(RoleId);
        let expectations = roles.map_init(Vocabulary::default, |vocabulary, role| {
            if is_awaited() { expectations::of_role(ladder, role, vocabulary) } else { Vec::new() }
        });
        let expectations = expectations.collect();
        let places = NamedPlaces::of(ladder);
        Self {
            ladder,
            documents: ladder.documents().map(|(_, document)| document).collect(),
            facts: facts::of(ladder, is_awaited),
            named_rungs: named_rungs::of(ladder, &places),
            places,
            expectations,
            is_awaited,
        }
    }

    /// What a rule finds in each role, with its expectations.
    pub(crate) fn in_roles(
        &self,
        find: impl Fn(&'a Document, &[Expectation<'a>]) -> Vec<RuleFinding> + Sync,
    ) -> Vec<RuleFinding> {
        let roles: Vec<_> = self.documents.iter().zip(&self.expectations).collect();
        self.in_each(&roles, |(document, expectations)| find(document, expectations))
    }

    /// What a rule finds in each document.
    pub(crate) fn in_documents(
        &self,
        find: impl Fn(&'a Document) -> Vec<RuleFinding> + Sync,
    ) -> Vec<RuleFinding> {
        self.in_each(&self.documents, |document| find(document))
    }

    /// What a rule finds in each track.
    pub(crate) fn in_tracks(
        &self,
        find: impl Fn(TrackId) -> Vec<RuleFinding> + Sync,
    ) -> Vec<RuleFinding> {
        let tracks: Vec<TrackId> = (0..self.ladder.tracks.len()).map(TrackId).collect();
        self.in_each(&tracks, |track| find(*track))
    }

    /// What a rule finds in each of some parts of the ladder, in their order, as long as anyone waits for it.
    fn in_each<T: Sync>(
        &self,
        parts: &[T],
        find: impl Fn(&T) -> Vec<RuleFinding> + Sync,
    ) -> Vec<RuleFinding> {
        let find = |part| if (self.is_awaited)() { find(part) } else { Vec::new() };
        parts.par_iter().flat_map_iter(find).collect()
    }

    /// The expectations of every role of a track, from the lowest rung up.
    pub(crate) fn expectations_of(&self, track: TrackId) -> impl Iterator<Item = &Expectation<'a>> {
        let roles = self.ladder.track(track).roles.iter();
        roles.filter_map(|role| self.expectations.get(role.0)).flatten()
    }
}
