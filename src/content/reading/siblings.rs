//! The properties of a group as a whole: how similar its names and contents are.

use std::collections::{HashMap, HashSet};

use super::tree::{CandidateKind, CandidateTree};

/// The properties of a group as a whole.
pub(super) struct GroupFeatures {
    /// How many are named like levels, and how many of those have a rank.
    pub(super) share: f64,
    pub(super) ranked: f64,
    /// How many members are named like levels.
    pub(super) like: f64,
    /// How many have a rank and no profession.
    pub(super) bare: f64,
    /// For each member, whether it differs from others in rank only.
    pub(super) runs: Vec<bool>,
    pub(super) run: f64,
    pub(super) climbs: f64,
    pub(super) grades: f64,
    /// For each member, how many of its inner headings the others also have.
    pub(super) inside: Vec<f64>,
    /// Their total number of words.
    pub(super) words: usize,
}

impl GroupFeatures {
    /// `None` if no member is named like a level.
    pub(super) fn of(tree: &CandidateTree<'_>, group: usize) -> Option<Self> {
        let members = &tree.groups[group].members;
        let names: Vec<_> = members.iter().map(|at| &tree.nodes[*at].name).collect();
        let is_like: Vec<bool> = names.iter().map(|name| name.is_like()).collect();
        let like = is_like.iter().filter(|is| **is).count() as f64;
        if like == 0.0 {
            return None;
        }
        let count = like + others(tree, members, &is_like);
        // The files of a folder are less related than headings, so little in common is normal.
        let prior = if tree.nodes[members[0]].kind == CandidateKind::Document { 2.0 } else { 0.0 };
        // The professions in the names, and the ranks of each.
        let core = |at: usize| match names[at].core.as_slice() {
            [] => format!("#{}", names[at].code.as_ref().map_or("", |code| code.prefix.as_str())),
            core => core.join(" "),
        };
        let mut ranks: HashMap<String, HashSet<(u32, u32)>> = HashMap::new();
        for (at, name) in names.iter().enumerate() {
            if !name.is_clause && !name.is_section && (name.is_ranked() || !name.core.is_empty()) {
                ranks.entry(core(at)).or_default().insert(name.rank());
            }
        }
        let is_run = |at: usize| {
            let name = names[at];
            // "Notes 1" and "Notes 2" are numbered, but not levels.
            let is_counted = name.numeral.is_some() && !name.has_seniority && !name.is_like();
            let can_be = !name.is_clause && !name.is_section && !name.is_plural && !is_counted;
            can_be && ranks.get(&core(at)).is_some_and(|ranks| ranks.len() > 1)
        };
        let runs: Vec<bool> = (0..names.len()).map(is_run).collect();
        let in_run = runs.iter().filter(|run| **run).count() as f64;
        let ranked = names.iter().filter(|name| name.is_like() && name.is_ranked()).count() as f64;
        let grades = names.iter().filter(|name| name.is_grade).count() as f64;
        Some(Self {
            share: (like + prior) / (count + prior),
            ranked: ranked / count,
            like,
            bare: names.iter().filter(|name| name.says_only_rank()).count() as f64 / count,
            run: in_run / count,
            runs,
            climbs: climbs(
                &names.iter().filter(|n| n.is_like()).map(|n| n.rank()).collect::<Vec<_>>(),
            ),
            grades: grades / count,
            inside: same_inside(tree, members, &is_like),
            words: members.iter().map(|at| tree.nodes[*at].words).sum(),
        })
    }
}

/// The number of steps in one direction.
fn climbs(ranks: &[(u32, u32)]) -> f64 {
    let steps = || ranks.iter().zip(ranks.iter().skip(1));
    let up = steps().filter(|(a, b)| a < b).count();
    let down = steps().filter(|(a, b)| a > b).count();
    let all = ranks.len().saturating_sub(1);
    if all == 0 { 0.0 } else { up.max(down) as f64 / all as f64 }
}

/// How many siblings are neither levels nor sections of the levels before them: a title that repeats or
/// continues the title of another belongs to it.
fn others(tree: &CandidateTree<'_>, members: &[usize], is_like: &[bool]) -> f64 {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let lower = |at: &usize| tree.nodes[*at].title.to_lowercase();
    members.iter().for_each(|at| *counts.entry(lower(at)).or_default() += 1);
    let starts: HashSet<String> =
        members.iter().zip(is_like).filter(|(_, is)| **is).map(|(at, _)| lower(at)).collect();
    let belongs = |at: &usize| {
        let title = lower(at);
        let start = title.split(':').next().unwrap_or_default().trim();
        counts[&title] > 1 || start.len() < title.len() && starts.contains(start)
    };
    members.iter().zip(is_like).filter(|(at, is)| !**is && !belongs(at)).count() as f64
}

/// For each member, how many of its inner headings other levels of its group also have; nothing if that
/// is only one heading.
fn same_inside(tree: &CandidateTree<'_>, members: &[usize], is_like: &[bool]) -> Vec<f64> {
    let titles = |at: usize| -> HashSet<String> {
        let inside = tree.nodes[at].inside.iter().map(|at| &tree.nodes[*at]);
        let is_folder = tree.nodes[at].kind == CandidateKind::Folder;
        let named = inside.filter(|node| match node.kind {
            CandidateKind::Heading(_) | CandidateKind::Bold => true,
            CandidateKind::Document => is_folder,
            _ => false,
        });
        named.map(|node| node.title.to_lowercase()).collect()
    };
    let sets: Vec<HashSet<String>> = members.iter().map(|at| titles(*at)).collect();
    let mut counts: HashMap<&String, usize> = HashMap::new();
    let levels = sets.iter().zip(is_like).filter(|(_, is)| **is);
    levels.flat_map(|(set, _)| set).for_each(|title| *counts.entry(title).or_default() += 1);
    let share = |(set, is_like): (&HashSet<String>, &bool)| {
        let own = usize::from(*is_like);
        let shared = set.iter().filter(|title| counts.get(title).is_some_and(|n| *n > own)).count();
        if shared < 2 { 0.0 } else { shared as f64 / set.len() as f64 }
    };
    sets.iter().zip(is_like).map(share).collect()
}
