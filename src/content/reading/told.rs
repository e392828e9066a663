//! Roles that are described in several places: one description is the role, and the others are pages.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::tree::{Candidate, CandidateKind, CandidatePlace, CandidateTree};
use crate::lexicon::LevelName;

/// The chosen candidates that are described better elsewhere.
pub(super) fn again(tree: &CandidateTree<'_>, groups: &[Vec<usize>]) -> Vec<usize> {
    let mut poorer = Vec::new();
    // In a fixed order, because sums of shared weights depend on it.
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (group, members) in groups.iter().enumerate() {
        for member in members {
            places.entry(tree.nodes[*member].name.key()).or_default().push((group, *member));
        }
    }
    // Pairs of groups that share names, with the shared names.
    let mut shared: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for same in places.values() {
        for (at, (left, one)) in same.iter().enumerate().take(40) {
            for (right, other) in same.iter().skip(at + 1).take(40) {
                if left != right && is_one(tree, *one, *other) {
                    shared.entry((*left, *right)).or_default().push((*one, *other));
                }
            }
        }
    }
    let means: Vec<usize> = groups.iter().map(|group| mean_words(tree, group)).collect();
    for ((left, right), same) in shared {
        let said = (means[left], means[right]);
        if are_parallel(tree, &groups[left], &groups[right], said, same.len()) {
            continue;
        }
        let of_left: Vec<usize> = same.iter().map(|(one, _)| *one).collect();
        let of_right: Vec<usize> = same.iter().map(|(_, other)| *other).collect();
        let keeps_left = richness(tree, &of_left) >= richness(tree, &of_right);
        poorer.extend(if keeps_left { of_right } else { of_left });
    }
    poorer.extend(bare_scales(tree, groups));
    poorer.extend(other_scales(tree, groups));
    let thin = thin(tree, groups, &poorer);
    poorer.extend(thin);
    poorer
}

/// Whether two candidates of one name are the same role: "Level 3" has another meaning elsewhere.
fn is_one(tree: &CandidateTree<'_>, one: usize, other: usize) -> bool {
    let folder =
        |at: usize| tree.around(at).find(|up| tree.nodes[*up].kind == CandidateKind::Folder);
    let folders = [one, other].map(folder);
    let (one, other) = (&tree.nodes[one], &tree.nodes[other]);
    let codes = [one, other].map(|node| node.name.code.as_ref());
    let differ =
        matches!(codes, [Some(a), Some(b)] if (a.number, &a.prefix) != (b.number, &b.prefix));
    let of_one_place = one.draft == other.draft
        || (one.kind == CandidateKind::Document) != (other.kind == CandidateKind::Document)
            && folders[0] == folders[1];
    !differ && (!one.name.is_bare() || of_one_place)
}

/// Whether two groups are two tracks and not two descriptions of one: they have the same shape, and about as
/// much text, but not the same text.
fn are_parallel(
    tree: &CandidateTree<'_>,
    left: &[usize],
    right: &[usize],
    (a, b): (usize, usize),
    same: usize,
) -> bool {
    let first = |group: &[usize]| group.first().map(|at| &tree.nodes[*at]);
    let (Some(one), Some(other)) = (first(left), first(right)) else { return false };
    let is_copy = a.abs_diff(b) * 50 <= a.max(b)
        && same * 5 >= left.len().max(right.len()) * 4
        && a > 20
        && one.draft != other.draft;
    one.kind == other.kind && a.max(b) < 4 * a.min(b) + 20 && !is_copy
}

/// The mean number of words of a group.
fn mean_words(tree: &CandidateTree<'_>, group: &[usize]) -> usize {
    group.iter().map(|at| tree.nodes[*at].words).sum::<usize>() / group.len().max(1)
}

/// The amount of a description: its words, and how far it has a place of its own.
fn richness(tree: &CandidateTree<'_>, members: &[usize]) -> f64 {
    let place = |at: &usize| match tree.nodes[*at].kind {
        CandidateKind::Document | CandidateKind::Folder => 3.0,
        CandidateKind::Heading(_) => 2.0,
        CandidateKind::Bold => 1.5,
        _ => 1.0,
    };
    members.iter().map(|at| place(at) + ((1 + tree.nodes[*at].words) as f64).ln()).sum()
}

/// Groups of ranks without nouns, if full names have the same ranks and more text: then Junior and Senior
/// are a scale, not roles.
fn bare_scales(tree: &CandidateTree<'_>, groups: &[Vec<usize>]) -> Vec<usize> {
    let nodes = || groups.iter().flatten().map(|at| &tree.nodes[*at]);
    // A table with the codes of full names lists them.
    let lists = |node: &Candidate<'_>| {
        matches!(node.kind, CandidateKind::Row | CandidateKind::Column) && node.name.code.is_some()
    };
    let is_full =
        |node: &&Candidate<'_>| !node.name.core.is_empty() && node.name.is_ranked() && !lists(node);
    let full: Vec<&Candidate<'_>> = nodes().filter(is_full).collect();
    let seniorities: HashSet<u32> = full.iter().map(|node| node.name.seniority).collect();
    let code = |node: &Candidate<'_>| {
        node.name.code.as_ref().map(|code| (code.prefix.clone(), code.number))
    };
    let codes: HashSet<(String, u32)> = full.iter().filter_map(|node| code(node)).collect();
    let mean = |words: usize, count: usize| words / count.max(1);
    let said = mean(full.iter().map(|node| node.words).sum(), full.len());
    // A page of its own gives way only to pages.
    let has_pages = full.iter().any(|node| node.kind == CandidateKind::Document);
    let is_scale = |group: &&Vec<usize>| {
        let nodes = || group.iter().map(|at| &tree.nodes[*at]);
        let is_page = nodes().any(|node| node.kind == CandidateKind::Document);
        let is_gathered = nodes().any(|node| matches!(node.place, CandidatePlace::Several(_)));
        let is_known = |node: &&Candidate<'_>| {
            let says_rank = if is_page { node.name.is_bare() } else { node.name.core.is_empty() };
            let has_code = || code(node).is_some_and(|code| codes.contains(&code));
            let has_rank = node.name.has_seniority && seniorities.contains(&node.name.seniority);
            (says_rank || lists(node)) && (has_code() || says_rank && has_rank)
        };
        group.len() > 1
            && (!is_page || has_pages)
            && nodes().filter(is_known).count() * 3 >= group.len() * 2
            && !(is_gathered && mean(nodes().map(|node| node.words).sum(), group.len()) > said)
    };
    groups.iter().filter(is_scale).flatten().copied().collect()
}

/// Groups with little remaining text: levels without nouns in a table with almost no text if there are other
/// roles, and names in a table next to roles that are described better elsewhere.
fn thin(tree: &CandidateTree<'_>, groups: &[Vec<usize>], poorer: &[usize]) -> Vec<usize> {
    const FEW: usize = 16;
    let poorer: HashSet<usize> = poorer.iter().copied().collect();
    let is_full = |group: &Vec<usize>| group.iter().any(|at| !tree.nodes[*at].name.is_bare());
    let has_others = groups.iter().any(is_full);
    let is_thin = |group: &&Vec<usize>| {
        let left: Vec<usize> = group.iter().copied().filter(|at| !poorer.contains(at)).collect();
        let words: usize = left.iter().map(|at| tree.nodes[*at].words).sum();
        let is_part = |kind: CandidateKind| {
            matches!(kind, CandidateKind::Row | CandidateKind::Column | CandidateKind::Lead)
        };
        let is_table = left.iter().all(|at| is_part(tree.nodes[*at].kind));
        let is_rest = left.len() * 5 <= group.len() * 2;
        let is_half = left.len() * 2 <= group.len();
        let is_bare = has_others && !is_full(group);
        is_table && (is_rest || words < FEW * left.len() && (is_half || is_bare))
    };
    groups.iter().filter(is_thin).flatten().copied().collect()
}

/// Rows of tables that map roles to other roles: a scale, and not roles.
fn other_scales(tree: &CandidateTree<'_>, groups: &[Vec<usize>]) -> Vec<usize> {
    let counts = |members: &mut dyn Iterator<Item = &usize>| {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        members.for_each(|at| *counts.entry(tree.nodes[*at].name.seniority).or_default() += 1);
        counts
    };
    let all = counts(&mut groups.iter().flatten());
    let is_scale = |group: &&Vec<usize>| {
        let names: Vec<Arc<LevelName>> = group
            .iter()
            .filter_map(|at| match &tree.nodes[*at].place {
                CandidatePlace::Row { lines, row } => {
                    lines.get(*row).map(super::rows::LevelRows::mentions)
                }
                _ => None,
            })
            .flatten()
            .collect();
        if names.len() < group.len() || names.is_empty() {
            return false;
        }
        let own = counts(&mut group.iter());
        let is_others = |seniority: &u32| all.get(seniority) > own.get(seniority);
        let known = names.iter().filter(|name| is_others(&name.seniority)).count();
        known * 2 > names.len()
    };
    groups.iter().filter(is_scale).flatten().copied().collect()
}
