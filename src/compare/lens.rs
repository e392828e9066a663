//! What comparing reads of a ladder once: how much its words weigh, and its roles.

use std::sync::OnceLock;

use crate::compare::align::features::Features;
use crate::compare::align::reading::Reading;
use crate::compare::ladders::{LadderRole, Ladders};
use crate::compare::terms::weights::{Bag, Weights};
use crate::lexicon::terms;
use crate::naming::{KnownNames, Mentions, NameTerms};

/// What comparisons have read of a ladder, kept for the next one: the next comparison reads only what
/// no comparison before has read. It changes nothing but the time that takes.
///
/// A lens is of the ladder that it is used with first; another ladder needs another lens.
#[derive(Default)]
pub struct Lens {
    weights: OnceLock<Weights>,
    counterparts: OnceLock<NameTerms>,
    ladders: OnceLock<Vec<ReadLadder>>,
}

/// What has been read of one ladder.
struct ReadLadder {
    roles: Vec<OnceLock<Reading>>,
    names: KnownNames,
}

impl Lens {
    /// The document of a role as the aligning reads it.
    pub(crate) fn reading(&self, ladders: &Ladders, at: LadderRole) -> &Reading {
        self.ladder(ladders, at.ladder).roles[at.role.0]
            .get_or_init(|| Reading::new(ladders.flat(at), self.weights(ladders)))
    }

    /// What the aligning looks at in a role that is compared with another.
    pub(crate) fn features(
        &self,
        ladders: &Ladders,
        own: LadderRole,
        other: LadderRole,
    ) -> Features<'_> {
        let names = self.names(ladders, own, other);
        self.reading(ladders, own).features(&names)
    }

    /// The names in the headings of a role that is compared with another.
    fn names(&self, ladders: &Ladders, own: LadderRole, other: LadderRole) -> Mentions<'_> {
        let near = |at: LadderRole| {
            self.ladder(ladders, at.ladder).names.near(ladders.all[at.ladder], at.role)
        };
        let counterparts =
            self.counterparts.get_or_init(|| NameTerms::of_counterparts(&ladders.all));
        Mentions {
            own: self.ladder(ladders, own.ladder).names.own(ladders.all[own.ladder], own.role),
            others: [near(own), near(other), counterparts],
        }
    }

    /// The names in the headings of a role, if some are its own: other names nearby belong to other
    /// roles.
    pub(crate) fn mentions<'m>(
        &'m self,
        ladders: &Ladders,
        at: LadderRole,
        own: &'m NameTerms,
    ) -> Mentions<'m> {
        Mentions { own, ..self.names(ladders, at, at) }
    }

    /// The names of a role itself.
    pub(crate) fn own_names(&self, ladders: &Ladders, at: LadderRole) -> &NameTerms {
        self.ladder(ladders, at.ladder).names.own(ladders.all[at.ladder], at.role)
    }

    /// The words of a text, each with its weight.
    pub(crate) fn bag(&self, ladders: &Ladders, text: &str) -> Bag {
        self.weights(ladders).bag(&terms(text))
    }

    fn weights(&self, ladders: &Ladders) -> &Weights {
        self.weights.get_or_init(|| ladders.weights())
    }

    fn ladder(&self, ladders: &Ladders, at: usize) -> &ReadLadder {
        let unread = || {
            let all = ladders.all.iter();
            all.map(|ladder| ReadLadder {
                roles: ladder.roles.iter().map(|_| OnceLock::new()).collect(),
                names: KnownNames::new(ladder),
            })
        };
        &self.ladders.get_or_init(|| unread().collect())[at]
    }
}
