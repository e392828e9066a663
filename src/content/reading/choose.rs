//! Third step of reading: the set of candidates with the greatest weight in which none is inside another.

use std::collections::BTreeMap;

use super::told;
use super::tree::{CandidateKind, CandidateTree};
use super::weigh::Weighed;
use super::weights::Feature;

/// The roles of a ladder, group by group.
#[derive(Debug, Default)]
pub(super) struct Choice {
    pub(super) groups: Vec<Vec<usize>>,
    /// By candidate: the value of the best choice inside it.
    pub(super) inside: Vec<f64>,
}

/// Chooses until no role is described twice. `forced` are candidates that must be chosen, `barred` those
/// that must not.
pub(super) fn choose(
    tree: &CandidateTree<'_>,
    weighed: &Weighed,
    forced: &[bool],
    barred: &mut [bool],
) -> Choice {
    loop {
        let choice = best(tree, weighed, forced, barred);
        let mut again = told::again(tree, &choice.groups);
        again.extend(elsewhere(weighed, &choice.groups));
        let mut is_new = false;
        for at in again {
            is_new |= !barred[at] && !forced[at];
            barred[at] = true;
        }
        if !is_new {
            return choice;
        }
    }
}

/// Groups below a word for something else, if other groups are not: interviews, examples and job
/// advertisements describe roles; they are roles only if a ladder has no others.
fn elsewhere(weighed: &Weighed, groups: &[Vec<usize>]) -> Vec<usize> {
    let is_elsewhere = |group: &&Vec<usize>| {
        let first = group.first().and_then(|at| weighed.features[*at]);
        first.is_some_and(|features| features.get(Feature::Elsewhere) > 0.0)
    };
    let found: Vec<usize> = groups.iter().filter(is_elsewhere).flatten().copied().collect();
    let all: usize = groups.iter().map(Vec::len).sum();
    if found.len() < all { found } else { Vec::new() }
}

/// The heaviest set of candidates of which none is inside another: for each, itself or the best choice
/// inside it. A table gives columns or rows.
fn best(tree: &CandidateTree<'_>, weighed: &Weighed, forced: &[bool], barred: &[bool]) -> Choice {
    let mut chosen: Vec<Vec<usize>> = vec![Vec::new(); tree.nodes.len()];
    let mut worth = vec![0.0; tree.nodes.len()];
    // The contents of a candidate come after it.
    for at in (0..tree.nodes.len()).rev() {
        let node = &tree.nodes[at];
        if node.is_gathered {
            continue;
        }
        let mut inside: Vec<usize> = Vec::new();
        if node.kind == CandidateKind::Table {
            let of_kind = |kind: CandidateKind| -> Vec<usize> {
                let inner = node.inside.iter().filter(|inner| tree.nodes[**inner].kind == kind);
                inner.flat_map(|inner| chosen[*inner].iter().copied()).collect()
            };
            let (columns, rows) = (of_kind(CandidateKind::Column), of_kind(CandidateKind::Row));
            let is_columns = value(weighed, &columns) >= value(weighed, &rows);
            inside = if is_columns { columns } else { rows };
        } else {
            for inner in &node.inside {
                inside.append(&mut chosen[*inner]);
            }
        }
        let weight = weighed.weights[at].filter(|weight| *weight > 0.0 && !barred[at]);
        worth[at] = value(weighed, &inside);
        let is_heavier = weight.is_some_and(|weight| weight > worth[at]);
        let is_forced_inside = inside.iter().any(|at| forced[*at]);
        chosen[at] = if forced[at] || is_heavier && !is_forced_inside { vec![at] } else { inside };
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut places = std::collections::HashMap::new();
    let mut all = chosen.into_iter().next().unwrap_or_default();
    all.sort_unstable();
    for at in all {
        let place = *places.entry(weighed.group_of[at]).or_insert_with(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[place].push(at);
    }
    Choice { groups, inside: worth }
}

/// The value of several candidates. Those of one group are chosen together, and each further candidate
/// adds less.
fn value(weighed: &Weighed, candidates: &[usize]) -> f64 {
    // In a fixed order, because the last bits of a sum depend on it.
    let mut groups: BTreeMap<Option<usize>, (f64, f64)> = BTreeMap::new();
    for at in candidates {
        let entry = groups.entry(weighed.group_of[*at]).or_default();
        entry.0 += weighed.weights[*at].unwrap_or(0.0);
        entry.1 += 1.0;
    }
    groups.values().map(|(sum, count)| sum / count * count.sqrt()).sum()
}
