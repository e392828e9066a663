//! Chosen groups as tracks: finer levels join the levels around them, and managers are separate from makers.

use std::collections::{HashMap, HashSet};

use super::take::{Taken, Taker, is_finer};
use super::tree::{CandidateKind, CandidatePlace, CandidateTree};
use super::weigh::Weighed;
use crate::content::source::path;
use crate::lexicon::list::TRACK_MARKERS;
use crate::lexicon::{LEADS, words};

/// A run of roles, lowest first.
#[derive(Debug)]
pub(super) struct TrackRun {
    /// Its name in the document; `None` if it has only the name of the document.
    pub(super) title: Option<String>,
    /// Whether it is collected from several documents.
    pub(super) is_over_files: bool,
    pub(super) roles: Vec<Taken>,
}

/// The runs of chosen candidates that are not documents.
pub(super) fn runs(
    taker: &Taker<'_, '_>,
    weighed: &Weighed,
    groups: &[Vec<usize>],
) -> Vec<TrackRun> {
    let tree = taker.tree;
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut places: HashMap<Option<usize>, usize> = HashMap::new();
    for group in groups {
        let Some(first) = group.first() else { continue };
        if tree.nodes[*first].kind == CandidateKind::Document {
            continue;
        }
        // "Senior Engineer I" joins the siblings of "Senior Engineer".
        let around =
            tree.nodes[*first].up.filter(|up| is_finer(&tree.nodes[*up], &tree.nodes[*first]));
        let key = around.map_or(weighed.group_of[*first], |around| weighed.group_of[around]);
        let place = *places.entry(key).or_insert_with(|| {
            runs.push(Vec::new());
            runs.len() - 1
        });
        runs[place].extend(group);
    }
    // A candidate that is collected from several places comes after all others in the tree.
    runs.sort_by_key(|members| members.first().map(|at| tree.nodes[*at].line));
    runs.into_iter()
        .map(|mut members| {
            if members.iter().all(|at| {
                matches!(tree.nodes[*at].place, CandidatePlace::Section(_) | CandidatePlace::Title)
            }) {
                members.sort_by_key(|at| tree.nodes[*at].line);
            }
            let mut roles: Vec<Taken> = members.iter().map(|at| taker.role(*at)).collect();
            let file = members.first().and_then(|at| tree.nodes[*at].draft);
            let is_values = file.is_some_and(|draft| path::is_csv(&taker.drafts[draft].file));
            if is_values {
                climb(&mut roles);
            } else {
                upward(&mut roles);
            }
            let is_over_files = members.iter().any(|at| is_over_files(tree, *at));
            TrackRun {
                title: members.first().and_then(|at| title(tree, *at)),
                is_over_files,
                roles,
            }
        })
        .collect()
}

fn is_over_files(tree: &CandidateTree<'_>, at: usize) -> bool {
    let node = &tree.nodes[at];
    match &node.place {
        CandidatePlace::Several(parts) => {
            parts.iter().any(|part| tree.nodes[*part].draft != node.draft)
        }
        _ => node.kind == CandidateKind::Folder,
    }
}

/// The name of the run of a candidate, from the candidates around it.
fn title(tree: &CandidateTree<'_>, at: usize) -> Option<String> {
    let node = &tree.nodes[at];
    let part = match &node.place {
        CandidatePlace::Several(_) => at,
        _ if is_finer(&tree.nodes[node.up?], node) => node.up?,
        _ => at,
    };
    let own = match &node.place {
        CandidatePlace::Column { grid, at, .. } => grid
            .levels
            .get(*at)
            .and_then(|level| level.group.clone())
            .or_else(|| grid.title.clone()),
        CandidatePlace::Row { lines, row } => lines.get(*row).and_then(|line| line.track.clone()),
        _ => None,
    };
    own.or_else(|| {
        let holder = &tree.nodes[tree.holder(part)];
        let is_named = holder.kind != CandidateKind::Document && !holder.title.is_empty();
        is_named.then(|| holder.title.clone())
    })
}

/// Sorts roles of a file of values that are in no meaningful order: by codes of one kind, else by seniority
/// if all have one.
fn climb(roles: &mut [Taken]) {
    let prefix = |role: &Taken| role.name.code.as_ref().map(|code| code.prefix.clone());
    let first = roles.first().and_then(prefix);
    if first.is_some() && roles.iter().all(|role| prefix(role) == first) {
        roles.sort_by_key(|role| role.name.number());
    } else if roles.iter().all(|role| role.name.has_seniority || role.name.has_noun) {
        roles.sort_by_key(|role| role.name.rank());
    } else {
        upward(roles);
    }
}

/// Reverses roles that are in descending order.
fn upward(roles: &mut [Taken]) {
    if is_downward(roles) {
        roles.reverse();
    }
}

/// Whether names descend: by codes if each has one, else by seniority.
fn is_downward(roles: &[Taken]) -> bool {
    let code = |role: &Taken| role.name.code.as_ref().map(|code| code.number);
    let are_coded = roles.iter().all(|role| role.name.code.is_some());
    let ranks: Vec<(u32, u32)> = match roles.iter().map(code).collect::<Option<Vec<u32>>>() {
        Some(codes) => codes.into_iter().map(|code| (0, code)).collect(),
        None => roles.iter().map(|role| role.name.rank()).collect(),
    };
    let steps = || ranks.iter().zip(ranks.iter().skip(1));
    let down = steps().filter(|(a, b)| a > b).count();
    let up = steps().filter(|(a, b)| a < b).count();
    // Two roles of different kinds have no order.
    let mut cores = roles.iter().map(|role| &role.name.core);
    let first = cores.next();
    let are_akin = roles.len() > 2 || are_coded || cores.all(|core| Some(core) == first);
    down > up && are_akin
}

/// A run as the tracks in it, each with an addition to its title: if each role has a level and a track, if
/// codes begin with different letters, or if managers have the numbers of makers.
pub(super) fn apart(run: TrackRun, base: &str) -> Vec<TrackRun> {
    let roles = &run.roles;
    let by = by_marker(roles).or_else(|| by_letters(roles)).or_else(|| by_leading(roles));
    let Some(by) = by else { return vec![run] };
    let base = run.title.clone().unwrap_or_else(|| base.to_owned());
    let mut runs: Vec<TrackRun> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (role, key) in run.roles.into_iter().zip(by) {
        let title = if key.is_empty() { base.clone() } else { format!("{base}: {key}") };
        let place = *places.entry(key).or_insert_with(|| {
            let (title, is_over_files) = (Some(title), run.is_over_files);
            runs.push(TrackRun { title, is_over_files, roles: Vec::new() });
            runs.len() - 1
        });
        runs[place].roles.push(role);
    }
    runs.iter_mut().for_each(|run| upward(&mut run.roles));
    runs
}

/// The track in each name, if no track has two roles of one level, and if otherwise levels would repeat or
/// each track has several.
fn by_marker(roles: &[Taken]) -> Option<Vec<String>> {
    let keys: Option<Vec<&str>> = roles.iter().map(|role| marker(&role.title)).collect();
    let keys = keys?;
    let distinct: HashSet<&str> = keys.iter().copied().collect();
    let numbers: Option<Vec<u32>> =
        roles.iter().map(|role| role.name.code.as_ref().map(|code| code.number)).collect();
    let numbers = numbers?;
    let all: HashSet<u32> = numbers.iter().copied().collect();
    let each: HashSet<(&str, u32)> = keys.iter().copied().zip(numbers).collect();
    let count = |key: &&str| keys.iter().filter(|other| *other == key).count();
    let are_several = distinct.iter().all(|key| count(key) > 1);
    let is_two =
        distinct.len() > 1 && each.len() == roles.len() && (all.len() < roles.len() || are_several);
    is_two.then(|| keys.into_iter().map(str::to_owned).collect())
}

fn marker(title: &str) -> Option<&'static str> {
    let words = words(title);
    let has = |phrase: &&str| {
        let phrase: Vec<&str> = phrase.split(' ').collect();
        words.windows(phrase.len()).any(|window| window.iter().eq(phrase.iter()))
    };
    let mut found =
        TRACK_MARKERS.iter().filter(|(_, names)| names.iter().any(has)).map(|(key, _)| *key);
    found.next().filter(|_| found.next().is_none())
}

/// The letters before the numbers of codes, if there are two kinds of codes with several roles each: "IC3"
/// and "M3".
fn by_letters(roles: &[Taken]) -> Option<Vec<String>> {
    let prefix = |role: &Taken| role.name.code.as_ref().map(|code| code.prefix.to_uppercase());
    let keys: Option<Vec<String>> = roles.iter().map(prefix).collect();
    let keys = keys?;
    let mut counts: HashMap<&String, usize> = HashMap::new();
    keys.iter().for_each(|key| *counts.entry(key).or_default() += 1);
    (counts.len() > 1 && counts.values().min() > Some(&1)).then_some(keys)
}

/// Managers separate from makers, if both have levels and some of the same numbers.
fn by_leading(roles: &[Taken]) -> Option<Vec<String>> {
    let leads = |role: &Taken| role.name.seniority >= LEADS;
    let numbers = |wanted: bool| -> HashSet<u32> {
        let of = roles.iter().filter(|role| leads(role) == wanted);
        of.filter_map(|role| role.name.code.as_ref().map(|code| code.number)).collect()
    };
    let (makers, leaders) = (numbers(false), numbers(true));
    let is_two = makers.len() > 1
        && makers.intersection(&leaders).next().is_some()
        && roles.iter().all(|role| role.name.code.is_some())
        && roles.iter().filter(|role| leads(role)).count() > 1;
    let key = |role: &Taken| if leads(role) { "Management".to_owned() } else { String::new() };
    is_two.then(|| roles.iter().map(key).collect())
}
