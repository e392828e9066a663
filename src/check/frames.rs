//! Texts that are the house's frame: they stand in most roles, and no author takes them for what a level
//! expects.

use std::collections::{HashMap, HashSet};

use crate::check::expectations::{self, said};
use crate::model::{Ladder, RoleId, Track};

/// What fewer roles share may be a copy.
const FEWEST_ROLES: usize = 3;

/// Which roles of a ladder say what.
pub(crate) struct Frames {
    roles: usize,
    saying: HashMap<String, HashSet<RoleId>>,
}

impl Frames {
    pub(crate) fn of(ladder: &Ladder) -> Self {
        let mut saying: HashMap<String, HashSet<RoleId>> = HashMap::new();
        for id in (0..ladder.roles.len()).map(RoleId) {
            for expectation in expectations::of_role(ladder, id) {
                saying.entry(said(&expectation.text)).or_default().insert(id);
            }
        }
        Self { roles: ladder.roles.len(), saying }
    }

    /// Whether most roles of a track, or of the ladder, say a text.
    pub(crate) fn hold(&self, track: &Track, said: &str) -> bool {
        let Some(saying) = self.saying.get(said) else { return false };
        let in_track = track.roles.iter().filter(|role| saying.contains(role)).count();
        let is_most = |some: usize, all: usize| some >= FEWEST_ROLES && some * 2 > all;
        is_most(in_track, track.roles.len()) || is_most(saying.len(), self.roles)
    }
}
