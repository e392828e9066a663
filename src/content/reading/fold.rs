//! Axes: if the same levels repeat below every heading, or in every file, each level collects its part
//! from all of them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::tree::{Candidate, CandidateGroup, CandidateKind, CandidatePlace, CandidateTree};
use crate::lexicon::list::TRACK_WORDS;
use crate::lexicon::{LevelName, words};

/// With fewer files, files that repeat the same levels are tracks.
const FEWEST_FILES: usize = 3;

/// A group is compared with at most this many clusters that share one of its labels.
const MOST_CLUSTERS: usize = 200;

/// Collects levels that repeat by axis, first within files, then over files.
pub(super) fn fold(tree: &mut CandidateTree<'_>) {
    gather(tree, Scope::File);
    gather(tree, Scope::Ladder);
    tree.groups.retain_mut(|group| {
        group.members.retain(|at| !tree.nodes[*at].is_gathered);
        !group.members.is_empty()
    });
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    File,
    Ladder,
}

fn gather(tree: &mut CandidateTree<'_>, scope: Scope) {
    let mut families: Vec<Vec<usize>> = Vec::new();
    let mut places: HashMap<(CandidateKind, Option<usize>), usize> = HashMap::new();
    for at in 0..tree.groups.len() {
        let Some(first) = tree.groups[at].members.first().map(|at| &tree.nodes[*at]) else {
            continue;
        };
        if !can_be_axis(tree, &tree.groups[at], scope) {
            continue;
        }
        let file = first.draft.filter(|_| scope == Scope::File);
        let family = *places.entry((first.kind, file)).or_insert_with(|| {
            families.push(Vec::new());
            families.len() - 1
        });
        families[family].push(at);
    }
    for family in families.into_iter().filter(|family| family.len() > 1) {
        for mut cluster in clusters(tree, family) {
            // Files that are named like tracks are tracks, unless they are few among many.
            let is_track = |at: &usize| is_track(&tree.nodes[holder(tree, &tree.groups[*at])]);
            if cluster.iter().filter(|at| is_track(at)).count() * 2 > cluster.len() {
                cluster.retain(|at| !is_track(at));
            }
            let enough = if scope == Scope::File { 2 } else { FEWEST_FILES };
            if cluster.len() >= enough {
                merge(tree, &cluster);
            }
        }
    }
}

/// Whether a group can be one axis of several: it has only levels, and its parent is not a track.
fn can_be_axis(tree: &CandidateTree<'_>, group: &CandidateGroup, scope: Scope) -> bool {
    let nodes = || group.members.iter().map(|at| &tree.nodes[*at]).filter(|node| !node.is_gathered);
    let Some(first) = nodes().next() else { return false };
    if matches!(first.kind, CandidateKind::Document | CandidateKind::Folder | CandidateKind::Table)
    {
        return false;
    }
    let like = nodes().filter(|node| node.name.is_like()).count();
    let is_several = |node: &Candidate<'_>| matches!(node.place, CandidatePlace::Several(_));
    let is_over_files = scope == Scope::Ladder;
    let fits = !is_over_files
        || first.kind != CandidateKind::Row
            && nodes().all(|node| node.name.is_bare() || !node.name.is_like())
            && !nodes().any(is_several);
    let enough = like >= 2 && like * 10 >= nodes().count() * 6;
    enough
        && fits
        && !is_complete(tree, group, scope)
        && (is_over_files || !is_track(&tree.nodes[holder(tree, group)]))
}

/// Whether several axes already describe each level of a group.
fn is_complete(tree: &CandidateTree<'_>, group: &CandidateGroup, scope: Scope) -> bool {
    let Some(first) = group.members.first().map(|at| &tree.nodes[*at]) else { return false };
    match &first.place {
        CandidatePlace::Column { grid, .. } => scope == Scope::Ladder && grid.count() > 2,
        CandidatePlace::Data(level) => level.topics() > 1,
        _ => {
            let mut counts: HashMap<String, usize> = HashMap::new();
            for member in &group.members {
                let inside = tree.nodes[*member].inside.iter().map(|at| &tree.nodes[*at]);
                let named = inside.filter(|node| {
                    matches!(node.kind, CandidateKind::Heading(_) | CandidateKind::Bold)
                });
                let titles: HashSet<String> = named.map(|node| node.title.to_lowercase()).collect();
                titles.into_iter().for_each(|title| *counts.entry(title).or_default() += 1);
            }
            counts.values().filter(|count| **count > 1).count() > 1
        }
    }
}

fn holder(tree: &CandidateTree<'_>, group: &CandidateGroup) -> usize {
    group.members.first().map_or(0, |first| tree.holder(*first))
}

/// Whether a candidate is named like a role or a track: the levels in it are its own.
fn is_track(node: &Candidate<'_>) -> bool {
    let name: &LevelName = &node.name;
    let says = words(&node.title).iter().any(|word| TRACK_WORDS.contains(word.as_str()));
    let words_of: Vec<&str> = name.words.iter().map(String::as_str).collect();
    let manages = matches!(words_of[..], ["management"] | ["people" | "engineering", "management"]);
    !name.is_section && (manages || name.has_noun || name.is_agent || name.is_plural || says)
}

/// Groups that share labels: at least half of the labels of the smaller one.
fn clusters(tree: &CandidateTree<'_>, groups: Vec<usize>) -> Vec<Vec<usize>> {
    let labels = |at: usize| -> HashSet<String> {
        tree.groups[at].members.iter().map(|at| tree.nodes[*at].name.full_key()).collect()
    };
    // By label the clusters that have it.
    let mut clusters: Vec<(HashSet<String>, Vec<usize>)> = Vec::new();
    let mut with: HashMap<String, Vec<usize>> = HashMap::new();
    for at in groups {
        let own = labels(at);
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        for label in &own {
            let known = with.get(label).into_iter().flatten().take(MOST_CLUSTERS);
            known.for_each(|cluster| *shared.entry(*cluster).or_default() += 1);
        }
        let is_akin = |(cluster, same): &(usize, usize)| {
            same * 2 >= own.len().min(clusters[*cluster].0.len())
        };
        let cluster = shared.into_iter().find(is_akin).map(|(cluster, _)| cluster);
        let cluster = cluster.unwrap_or_else(|| {
            clusters.push((HashSet::new(), Vec::new()));
            clusters.len() - 1
        });
        clusters[cluster].1.push(at);
        for label in own {
            if clusters[cluster].0.insert(label.clone()) {
                with.entry(label).or_default().push(cluster);
            }
        }
    }
    clusters.into_iter().map(|(_, cluster)| cluster).collect()
}

/// Makes one group of several: each level with all its places.
fn merge(tree: &mut CandidateTree<'_>, groups: &[usize]) {
    let mut levels: Vec<(String, Vec<usize>)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for group in groups {
        for member in &tree.groups[*group].members {
            let key = tree.nodes[*member].name.full_key();
            let at = *places.entry(key.clone()).or_insert_with(|| {
                levels.push((key, Vec::new()));
                levels.len() - 1
            });
            levels[at].1.push(*member);
        }
    }
    let up = common(tree, groups);
    let mut members = Vec::new();
    for (_, parts) in levels {
        parts.iter().for_each(|at| tree.nodes[*at].is_gathered = true);
        // A level without text everywhere has the name of the first place.
        let says = parts.iter().find(|at| tree.nodes[**at].words > 0);
        let Some(best) = says.or(parts.first()).copied() else { continue };
        let (node, words) = (&tree.nodes[best], parts.iter().map(|at| tree.nodes[*at].words).sum());
        let gathered = Candidate {
            kind: node.kind,
            title: node.title.clone(),
            name: Arc::clone(&node.name),
            draft: node.draft,
            line: node.line,
            up: Some(up),
            inside: Vec::new(),
            words,
            place: CandidatePlace::Several(parts),
            is_gathered: false,
        };
        members.push(tree.add(gathered));
    }
    tree.groups.push(CandidateGroup { members });
}

/// The innermost candidate around all of some groups.
fn common(tree: &CandidateTree<'_>, groups: &[usize]) -> usize {
    let path = |group: &usize| -> Vec<usize> {
        let first = tree.groups[*group].members.first();
        let mut path: Vec<usize> = first.map_or(Vec::new(), |at| tree.around(*at).collect());
        path.reverse();
        path
    };
    let mut paths = groups.iter().map(path);
    let mut shared = paths.next().unwrap_or_default();
    for path in paths {
        let same = shared.iter().zip(&path).take_while(|(a, b)| a == b).count();
        shared.truncate(same);
    }
    // A table has columns or rows, not both; a gathered group is next to it.
    let is_table = |at: &usize| tree.nodes[*at].kind == CandidateKind::Table;
    shared.iter().rev().find(|at| !is_table(at)).copied().unwrap_or(0)
}
