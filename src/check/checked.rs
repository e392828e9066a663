//! A ladder under check, with what several rules read of it.

use std::sync::OnceLock;

use crate::check::expectations::{self, Expectation};
use crate::check::facts::{self, Fact};
use crate::model::{Ladder, RoleId, Track};

/// A ladder, and what rules share. It is read when the first rule asks for it, and only once.
pub(crate) struct CheckedLadder<'a> {
    pub(crate) ladder: &'a Ladder,
    expectations: OnceLock<Vec<Vec<Expectation<'a>>>>,
    facts: OnceLock<Vec<Fact<'a>>>,
}

impl<'a> CheckedLadder<'a> {
    pub(crate) fn new(ladder: &'a Ladder) -> Self {
        Self { ladder, expectations: OnceLock::new(), facts: OnceLock::new() }
    }

    /// The expectations of each role, by role.
    pub(crate) fn expectations(&self) -> &[Vec<Expectation<'a>>] {
        self.expectations.get_or_init(|| {
            let roles = (0..self.ladder.roles.len()).map(RoleId);
            roles.map(|role| expectations::of_role(self.ladder, role)).collect()
        })
    }

    /// The expectations of every role of a track, from the lowest rung up.
    pub(crate) fn expectations_of<'e>(
        &'e self,
        track: &'e Track,
    ) -> impl Iterator<Item = &'e Expectation<'e>> {
        let all = self.expectations();
        track
            .roles
            .iter()
            .filter_map(|role| all.get(role.0))
            .flatten()
            .map(|it: &'e Expectation<'e>| it)
    }

    /// Every fact that the documents state.
    pub(crate) fn facts(&self) -> &[Fact<'a>] {
        self.facts.get_or_init(|| facts::of(self.ladder))
    }
}
