//! Sections about promotion, or about levels that are not compared: they are no expectation of their
//! own level.

use std::collections::HashSet;

use crate::compare::ladders::{LadderRole, Ladders};
use crate::compare::lens::Lens;
use crate::compare::side::LadderSubject;
use crate::lexicon::{bare_heading, is_comparison, is_role_name, is_way_up, led_to, terms};
use crate::model::Subject;
use crate::naming::{Mentions, NameTerms, OTHER_NAME, OWN_NAME};

/// The levels that are compared.
pub(crate) struct ComparedLevels {
    names: NameTerms,
    subjects: HashSet<LadderSubject>,
}

impl ComparedLevels {
    pub(crate) fn new(ladders: &Ladders, subjects: impl Iterator<Item = LadderSubject>) -> Self {
        let subjects: HashSet<LadderSubject> = subjects.collect();
        let names = subjects.iter().map(|at| (ladders.all[at.ladder], at.subject));
        Self { names: NameTerms::of_subjects(names), subjects }
    }

    /// For the preamble and each section of a role whether it is about promotion to another level, or
    /// about a level that is not compared; what nests in such a section is too.
    pub(crate) fn way_up(&self, ladders: &Ladders, lens: &Lens, at: LadderRole) -> Vec<bool> {
        let flat = &lens.reading(ladders, at).flat;
        let own = lens.mentions(ladders, at, lens.own_names(ladders, at));
        let compared = lens.mentions(ladders, at, &self.names);
        let is_compared = |subject: Subject| {
            subject != flat.subject
                && self.subjects.contains(&LadderSubject { ladder: at.ladder, subject })
        };
        let mut way_up: Vec<bool> = Vec::with_capacity(flat.slots.len());
        for (slot, it) in flat.slots.iter().enumerate() {
            let bare = bare_heading(&it.heading);
            let heading = terms(&bare);
            let is = it.parent.is_some_and(|parent| way_up[parent])
                || is_way_up(&own.replaced(&heading), OTHER_NAME)
                || led_to(&bare).is_some_and(|name| is_another(name, &own))
                || names_another(&compared.replaced(&heading))
                || flat.is_about_others(slot, is_compared);
            // The text before the first section is under the title.
            way_up.push(slot > 0 && is);
        }
        way_up
    }
}

/// Whether a name is that of a role, and not of the one whose names are known as its own. It begins with a
/// capital: "becoming a student of my craft" leads nowhere.
fn is_another(name: &str, own: &Mentions) -> bool {
    let is_name = !name.starts_with(char::is_lowercase) && is_role_name(name);
    is_name && !own.replaced(&terms(name)).iter().any(|term| term == OWN_NAME)
}

/// Whether a heading sets levels against each other that are not all compared: at most one that is, and
/// another.
fn names_another(heading: &[String]) -> bool {
    let count = |name: &str| heading.iter().filter(|term| *term == name).count();
    is_comparison(heading) && count(OTHER_NAME) > 0 && count(OWN_NAME) < 2
}
