//! Texts that most roles of a ladder have in common, which no author means as expectations of a level.

use std::collections::{HashMap, HashSet};

use crate::check::expectations::Expectation;
use crate::model::{Ladder, RoleId, Track};

/// A text that fewer roles share may be a copy.
const FEWEST_ROLES: usize = 3;

/// Which roles of a ladder have which text.
pub(crate) struct Frames {
    roles: usize,
    saying: HashMap<String, HashSet<RoleId>>,
}

impl Frames {
    /// The texts of a ladder, each with the expectation that says it.
    pub(crate) fn of<'e>(
        ladder: &Ladder,
        said: impl Iterator<Item = &'e (String, &'e Expectation<'e>)>,
    ) -> Self {
        let mut saying: HashMap<String, HashSet<RoleId>> = HashMap::new();
        for (said, expectation) in said {
            match saying.get_mut(said) {
                Some(roles) => roles.insert(expectation.role),
                None => saying.entry(said.clone()).or_default().insert(expectation.role),
            };
        }
        Self { roles: ladder.roles.len(), saying }
    }

    /// Whether most roles of a track, or of the ladder, have a text.
    pub(crate) fn hold(&self, track: &Track, said: &str) -> bool {
        let Some(saying) = self.saying.get(said) else { return false };
        let in_track = track.roles.iter().filter(|role| saying.contains(role)).count();
        let is_most = |some: usize, all: usize| some >= FEWEST_ROLES && some * 2 > all;
        is_most(in_track, track.roles.len()) || is_most(saying.len(), self.roles)
    }
}
