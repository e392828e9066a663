//! What comparing reads of a ladder once: how much its words weigh, and its roles.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::compare::align::features::Features;
use crate::compare::align::reading::Reading;
use crate::compare::ladders::{LadderRole, Ladders};
use crate::compare::terms::weights::{Bag, Weights};
use crate::lexicon::terms;
use crate::model::{DocumentId, Ladder, Subject};
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
    /// The documents with a table that compares a subject with another.
    tables: OnceLock<FxHashMap<Subject, BTreeSet<DocumentId>>>,
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

    /// The documents of a ladder with a table that compares one of some subjects with another, in the order of the
    /// ladder.
    pub(crate) fn documents_that_compare(
        &self,
        ladders: &Ladders,
        ladder: usize,
        subjects: &[Subject],
    ) -> BTreeSet<DocumentId> {
        let tables = &self.ladder(ladders, ladder).tables;
        let tables = tables.get_or_init(|| documents_with_tables(ladders.all[ladder]));
        subjects.iter().filter_map(|subject| tables.get(subject)).flatten().copied().collect()
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
                tables: OnceLock::new(),
            })
        };
        &self.ladders.get_or_init(|| unread().collect())[at]
    }
}

/// The documents that have a table with a column for a subject and one for another.
fn documents_with_tables(ladder: &Ladder) -> FxHashMap<Subject, BTreeSet<DocumentId>> {
    let mut documents: FxHashMap<Subject, BTreeSet<DocumentId>> = FxHashMap::default();
    for (id, document) in ladder.documents() {
        for table in document.tables().into_iter().filter(|table| table.is_comparison()) {
            for subject in table.columns.iter().filter_map(|column| column.subject) {
                documents.entry(subject).or_default().insert(id);
            }
        }
    }
    documents
}
