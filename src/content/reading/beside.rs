//! Sections after a level, at the same depth, that belong to it although they are not inside it.

use std::collections::{HashMap, HashSet};

use super::tree::{Candidate, CandidateKind, CandidatePlace, CandidateTree};
use crate::lexicon::words;

/// Sibling candidates: those of one kind with one parent.
type Siblings = (usize, CandidateKind);

/// The facts about all siblings, so that each level looks only at those after it.
pub(super) struct ChosenSiblings {
    /// The position of each candidate in its parent.
    places: Vec<usize>,
    /// Whether a chosen candidate is inside each candidate.
    holds_chosen: Vec<bool>,
    /// How often each title occurs among siblings, in lower case.
    counts: HashMap<Siblings, HashMap<String, usize>>,
    /// The titles inside chosen siblings.
    inner: HashMap<Siblings, HashSet<String>>,
}

impl ChosenSiblings {
    pub(super) fn of(tree: &CandidateTree<'_>, is_chosen: &[bool]) -> Self {
        let mut beside = Self {
            places: vec![0; tree.nodes.len()],
            holds_chosen: vec![false; tree.nodes.len()],
            counts: HashMap::new(),
            inner: HashMap::new(),
        };
        // The contents of a candidate come after it.
        for (at, node) in tree.nodes.iter().enumerate().rev() {
            node.inside.iter().enumerate().for_each(|(place, at)| beside.places[*at] = place);
            let Some(up) = node.up else { continue };
            beside.holds_chosen[up] |= is_chosen[at] || beside.holds_chosen[at];
            if !matches!(node.kind, CandidateKind::Heading(_) | CandidateKind::Bold) {
                continue;
            }
            let siblings = (up, node.kind);
            let counts = beside.counts.entry(siblings).or_default();
            *counts.entry(node.title.to_lowercase()).or_default() += 1;
            if is_chosen[at] {
                let inner = node.inside.iter().map(|at| tree.nodes[*at].title.to_lowercase());
                beside.inner.entry(siblings).or_default().extend(inner);
            }
        }
        beside
    }

    /// The sections after a level, at its depth, that belong to it: those whose titles repeat after other
    /// levels or continue its title; and all, if the level has no text itself.
    pub(super) fn belonging(
        &self,
        tree: &CandidateTree<'_>,
        is_chosen: &[bool],
        at: usize,
    ) -> Vec<usize> {
        let node = &tree.nodes[at];
        let Some(up) = node.up else { return Vec::new() };
        let (counts, inner) = (self.counts.get(&(up, node.kind)), self.inner.get(&(up, node.kind)));
        let own = words(&node.title);
        let is_empty = node.words == 0;
        let belongs = |other: &Candidate<'_>| {
            let title = other.title.to_lowercase();
            let repeats = counts.is_some_and(|counts| counts.get(&title) > Some(&1));
            // A heading that is one level too high; inside the other levels it has its right depth.
            let is_inner = inner.is_some_and(|inner| inner.contains(&title));
            is_empty || repeats || is_inner || {
                let words = words(&other.title);
                words.len() > own.len() && words.starts_with(&own)
            }
        };
        let behind = tree.nodes[up].inside.iter().skip(self.places[at] + 1);
        behind
            .filter(|other| tree.nodes[**other].kind == node.kind)
            .take_while(|other| !is_chosen[**other] && !self.holds_chosen[**other])
            .map(|other| &tree.nodes[*other])
            .take_while(|other| belongs(other))
            .filter_map(|other| match other.place {
                CandidatePlace::Section(number) => Some(number),
                _ => None,
            })
            .collect()
    }
}
