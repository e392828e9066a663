//! Second step of reading: the evidence for each candidate, by few named features.

use std::collections::{HashMap, HashSet};

use super::rows::LevelRows;
use super::siblings::GroupFeatures;
use super::tree::{Candidate, CandidateKind, CandidatePlace, CandidateTree};
use super::weights::{CandidateFeatures, Feature as F};
use crate::content::parse::draft::Draft;
use crate::content::source::path;
use crate::lexicon::list::{CONTEXTS, ELSEWHERE, TRACK_WORDS};
use crate::lexicon::words;

/// Members of a group are chosen together: this share of a weight is the mean of the group.
const POOL: f64 = 0.7;

/// At most this many pages are not many.
const FEW_PAGES: usize = 6;

/// The weights of the candidates; `None` for candidates in a group without a level name.
pub(super) struct Weighed {
    pub(super) features: Vec<Option<CandidateFeatures>>,
    pub(super) weights: Vec<Option<f64>>,
    /// The group of each candidate.
    pub(super) group_of: Vec<Option<usize>>,
}

/// Weighs the candidates. `known` are the documents that lists of links name next to roles.
pub(super) fn weigh(tree: &CandidateTree<'_>, drafts: &[Draft], listed: &[bool]) -> Weighed {
    let count = tree.nodes.len();
    let mut group_of = vec![None; count];
    let mut place_of = vec![0; count];
    for (at, group) in tree.groups.iter().enumerate() {
        for (place, member) in group.members.iter().enumerate() {
            (group_of[*member], place_of[*member]) = (Some(at), place);
        }
    }
    let groups: Vec<Option<GroupFeatures>> =
        (0..tree.groups.len()).map(|at| GroupFeatures::of(tree, at)).collect();
    let scene = Weighing {
        tree,
        drafts,
        listed,
        groups: &groups,
        group_of: &group_of,
        place_of: &place_of,
    };
    let files = scene.files();
    let cousins = scene.cousins();
    let mut features: Vec<Option<CandidateFeatures>> = vec![None; count];
    for (at, group) in tree.groups.iter().enumerate() {
        let Some(found) = &groups[at] else { continue };
        let of_group = scene.of_group(at, found, &files, &cousins);
        for (place, member) in group.members.iter().enumerate() {
            let mut own = of_group;
            scene.of_member(*member, place, found, &mut own);
            features[*member] = Some(own);
        }
    }
    let mut weights: Vec<Option<f64>> =
        features.iter().map(|features| features.as_ref().map(CandidateFeatures::weight)).collect();
    for group in &tree.groups {
        pool(&group.members, &features, &mut weights);
    }
    Weighed { features, weights, group_of }
}

/// Moves the weights of candidates that are named like levels toward their mean.
fn pool(members: &[usize], features: &[Option<CandidateFeatures>], weights: &mut [Option<f64>]) {
    let is_one = |at: &usize| {
        features[*at].is_some_and(|of| {
            (of.get(F::Likeness) >= 0.5 || of.get(F::Run) > 0.0)
                && of.get(F::Title) == 0.0
                && of.get(F::Extended) == 0.0
        })
    };
    let pooled: Vec<usize> = members.iter().copied().filter(is_one).collect();
    let sum: f64 = pooled.iter().filter_map(|at| weights[*at]).sum();
    let mean = sum / pooled.len().max(1) as f64;
    for at in pooled {
        weights[at] = weights[at].map(|own| own * (1.0 - POOL) + mean * POOL);
    }
}

struct Weighing<'a, 'b> {
    tree: &'b CandidateTree<'a>,
    drafts: &'b [Draft],
    listed: &'b [bool],
    groups: &'b [Option<GroupFeatures>],
    group_of: &'b [Option<usize>],
    /// The position of each candidate in its group.
    place_of: &'b [usize],
}

type Cousins = HashMap<(CandidateKind, Option<usize>), (f64, f64)>;

impl Weighing<'_, '_> {
    /// The documents that are named like levels, by name.
    fn files(&self) -> HashMap<String, Vec<usize>> {
        let mut files: HashMap<String, Vec<usize>> = HashMap::new();
        for node in self.tree.nodes.iter().filter(|node| node.kind == CandidateKind::Document) {
            if let (Some(draft), true) = (node.draft, node.name.is_like()) {
                files.entry(node.name.key()).or_default().push(draft);
            }
        }
        files
    }

    /// By kind and document, the number of candidates, and the number of levels with a rank.
    fn cousins(&self) -> Cousins {
        let mut cousins: Cousins = HashMap::new();
        for (group, found) in self.tree.groups.iter().zip(self.groups) {
            let (Some(found), Some(first)) = (found, group.members.first()) else { continue };
            let count = group.members.len() as f64;
            let entry = cousins.entry(self.family(*first)).or_default();
            entry.0 += count;
            entry.1 += count * found.ranked;
        }
        cousins
    }

    fn family(&self, at: usize) -> (CandidateKind, Option<usize>) {
        let node = &self.tree.nodes[at];
        (node.kind, node.draft.filter(|_| node.kind != CandidateKind::Document))
    }

    fn of_group(
        &self,
        at: usize,
        found: &GroupFeatures,
        files: &HashMap<String, Vec<usize>>,
        cousins: &Cousins,
    ) -> CandidateFeatures {
        let members = &self.tree.groups[at].members;
        let mut features = CandidateFeatures::default();
        let Some(first) = members.first() else { return features };
        let node = &self.tree.nodes[*first];
        features.set(F::Share, found.share);
        features.set(F::Climbs, found.climbs);
        features.set(F::Grades, if found.grades >= 0.5 { 1.0 } else { 0.0 });
        let is_text = node.draft.is_none_or(|draft| self.drafts[draft].data.is_none());
        // Among many pages, one that is named like a job is weak evidence.
        let is_crowd = found.run == 0.0 && self.drafts.len() >= FEW_PAGES;
        features.is(F::Page, node.kind == CandidateKind::Document && is_text && !is_crowd);
        features.set(F::Context, self.context(*first));
        features.is(F::Elsewhere, self.is_elsewhere(*first));
        let is_gathered = matches!(node.place, CandidatePlace::Several(_));
        // A data file has only its levels.
        let is_text = node.draft.is_some_and(|draft| !path::is_data(&self.drafts[draft].file));
        let is_bare =
            found.bare > 0.5 && !is_gathered && node.kind != CandidateKind::Document && is_text;
        features.is(F::Unplaced, is_bare && features.get(F::Context) == 0.0);
        if node.kind == CandidateKind::Document && is_crowd {
            let others = 1.0 - 3.0 * found.like / self.drafts.len() as f64;
            features.set(F::Crowd, others.max(0.0));
        }
        let (all, ranked) = cousins.get(&self.family(*first)).copied().unwrap_or_default();
        let (count, own) = (members.len() as f64, members.len() as f64 * found.ranked);
        let beside = if all > count { (ranked - own) / (all - count) } else { 0.0 };
        // A single level below a heading is a level if its siblings are.
        let is_page = node.kind == CandidateKind::Document;
        let is_alone = members.len() == 1;
        let apart = if is_alone { 1.0 - beside } else { 1.0 };
        let is_known = is_page || node.name.is_said;
        features.set(F::NoRun, if found.run == 0.0 && !is_known { apart } else { 0.0 });
        features.is(F::UnderItself, self.is_under_itself(members, files));
        features
    }

    /// Whether a group names its own parent: a table in the page of a role with a column for that role compares
    /// it with others. The same holds for a group that names roles with pages of their own.
    fn is_under_itself(&self, members: &[usize], files: &HashMap<String, Vec<usize>>) -> bool {
        let Some(first) = members.first() else { return false };
        let nodes = || members.iter().map(|at| &self.tree.nodes[*at]);
        let draft = self.tree.nodes[*first].draft;
        let keys: HashSet<String> = nodes().map(|node| node.name.key()).collect();
        let has_file = |key: &String| {
            files.get(key).is_some_and(|found| found.iter().any(|file| Some(*file) != draft))
        };
        let is_part = matches!(
            self.tree.nodes[*first].kind,
            CandidateKind::Column | CandidateKind::Row | CandidateKind::Lead
        );
        let around = self.tree.around(*first).map(|at| &self.tree.nodes[at]);
        let mut named = around.filter(|node| {
            !matches!(node.kind, CandidateKind::Folder | CandidateKind::Table)
                && node.name.is_like()
        });
        named.any(|around| {
            let is_named = keys.contains(&around.name.key());
            // "Director" in the page "Director of Engineering".
            let is_short = |node: &Candidate<'_>| {
                node.name.seniority == around.name.seniority
                    && node.name.is_like()
                    && !node.name.words.is_empty()
                    && node.name.words.iter().all(|word| around.name.words.contains(word))
            };
            let differs = || nodes().any(|node| node.name.core != around.name.core);
            is_named && keys.iter().any(has_file)
                || is_part && nodes().any(is_short) && (around.name.is_ranked() || differs())
        })
    }

    fn of_member(
        &self,
        at: usize,
        place: usize,
        found: &GroupFeatures,
        features: &mut CandidateFeatures,
    ) {
        let node = &self.tree.nodes[at];
        let name = &node.name;
        let is_page = node.kind == CandidateKind::Document;
        features.set(F::Likeness, name.likeness());
        features.is(F::Ranked, (name.is_ranked() || name.is_said) && name.likeness() > 0.0);
        features.is(F::Run, found.runs[place]);
        features.set(F::Says, ((1 + node.words) as f64).ln().min(6.0) / 6.0);
        // A title is text itself, a code is not.
        let empty = if name.is_bare() { 1.0 } else { 0.6 };
        features.set(F::Empty, if node.words == 0 && !is_page { empty } else { 0.0 });
        features.set(F::SameInside, found.inside[place]);
        let is_listed =
            is_page && node.draft.is_some_and(|draft| self.listed.get(draft) == Some(&true));
        let can_be = !name.is_clause && !name.is_section;
        // An agent noun is a level if its siblings are.
        let is_alike = is_listed || found.inside[place] >= 0.5 || name.is_agent;
        let belongs = can_be && is_alike && found.share >= 0.5;
        features.is(F::Odd, !name.is_like() && !found.runs[place] && !belongs);
        if belongs && !name.is_like() {
            features.set(F::Likeness, 0.8);
        }
        let (mapping, is_index) = match &node.place {
            CandidatePlace::Column { grid, at, .. } => (grid.names(*at), false),
            CandidatePlace::Row { lines, row } => {
                lines.get(*row).map_or((0.0, false), |line| (line.names(), line.is_link))
            }
            _ => (0.0, false),
        };
        features.set(F::Mapping, mapping);
        features.is(F::Index, is_index);
        features.set(F::InsideRun, self.inside_run(at));
        features.is(F::Extended, self.is_extended(at));
        features.is(F::Comparison, self.is_comparison(at, found));
        features.is(F::Title, self.is_title(at, place, found));
    }

    /// How far a candidate is inside a member of a run; a member of its own run comes first.
    fn inside_run(&self, at: usize) -> f64 {
        let name = &self.tree.nodes[at].name;
        let strength = |up: usize| {
            let around = &self.tree.nodes[up];
            let (
                Some(group),
                CandidateKind::Document | CandidateKind::Heading(_) | CandidateKind::Bold,
            ) = (self.group_of[up], around.kind)
            else {
                return 0.0;
            };
            let Some(found) = &self.groups[group] else { return 0.0 };
            let is_rung = found.runs[self.place_of[up]] && around.name.is_like();
            // "Senior Engineer II" in "Senior Engineer" is a finer level.
            let is_finer = around.name.core == name.core
                && around.name.number().is_none()
                && name.number().is_some();
            if is_rung && !is_finer { found.ranked } else { 0.0 }
        };
        self.tree.around(at).map(strength).fold(0.0, f64::max)
    }

    /// Whether the levels of the name of a candidate are inside it: "Data Engineer" around "Junior Data
    /// Engineer" and "Senior Data Engineer", "Senior Engineer" around I and II.
    fn is_extended(&self, at: usize) -> bool {
        let node = &self.tree.nodes[at];
        if !node.name.is_like() || node.name.core.is_empty() && !node.name.has_seniority {
            return false;
        }
        let mut ranks: HashSet<(u32, u32)> = HashSet::new();
        let mut waiting = node.inside.clone();
        while let Some(at) = waiting.pop() {
            let inner = &self.tree.nodes[at];
            let is_finer = inner.name.is_like()
                && inner.name.core == node.name.core
                && (inner.name.number().is_some() && node.name.number().is_none()
                    || inner.name.has_seniority && !node.name.has_seniority);
            if is_finer {
                ranks.insert(inner.name.rank());
            }
            waiting.extend(&inner.inside);
        }
        ranks.len() > 1
    }

    /// Whether a candidate is in the page of a role that it does not extend, and is a small part of it.
    fn is_comparison(&self, at: usize, found: &GroupFeatures) -> bool {
        let node = &self.tree.nodes[at];
        let Some(page) =
            self.tree.around(at).find(|up| self.tree.nodes[*up].kind == CandidateKind::Document)
        else {
            return false;
        };
        let page = &self.tree.nodes[page];
        let is_small = (found.words as f64) < 0.35 * page.words as f64;
        let is_role = page.name.is_like() && !page.name.is_wrapped;
        let shares = !page.name.core.is_empty()
            && page.name.core.iter().all(|word| node.name.core.contains(word));
        let is_bare = node.name.is_bare() && found.run > 0.5;
        is_role
            && is_small
            && !shares
            && !(is_bare && matches!(node.kind, CandidateKind::Heading(_)))
    }

    /// Whether a candidate is the first of its group and has no rank, and all others have one.
    fn is_title(&self, at: usize, place: usize, found: &GroupFeatures) -> bool {
        let node = &self.tree.nodes[at];
        let others = || self.group_of[at].map(|group| &self.tree.groups[group].members[1..]);
        matches!(node.place, CandidatePlace::Title)
            && place == 0
            && found.runs.len() > 1
            && !node.name.is_ranked()
            && others()
                .is_some_and(|others| others.iter().all(|at| self.tree.nodes[*at].name.is_ranked()))
    }

    /// How far the headings above a group are about levels.
    fn context(&self, first: usize) -> f64 {
        let is_headed = match &self.tree.nodes[first].place {
            CandidatePlace::Row { lines, row } => lines.get(*row).is_some_and(LevelRows::is_headed),
            _ => false,
        };
        if self.tree.nodes[first].name.is_said || is_headed {
            return 1.0;
        }
        let holder = self.tree.holder(first);
        let speaks =
            |text: &str, has: &dyn Fn(&str) -> bool| words(text).iter().any(|word| has(word));
        let of_levels = |word: &str| CONTEXTS.contains(word);
        let of_tracks = |word: &str| CONTEXTS.contains(word) || TRACK_WORDS.contains(word);
        let near = &self.tree.nodes[holder];
        if near.kind != CandidateKind::Folder && speaks(&near.title, &of_tracks) {
            return 1.0;
        }
        let far = self.tree.around(first).any(|up| speaks(&self.tree.nodes[up].title, &of_levels));
        let file =
            self.tree.nodes[first].draft.map_or("", |draft| self.drafts[draft].file.as_str());
        if far || speaks(&path::readable(path::stem(file)), &of_levels) { 0.7 } else { 0.0 }
    }

    /// Whether the headings above a group, or its file, are about something other than levels.
    fn is_elsewhere(&self, first: usize) -> bool {
        let speaks = |text: &str| words(text).iter().any(|word| ELSEWHERE.contains(word.as_str()));
        let file =
            self.tree.nodes[first].draft.map_or("", |draft| self.drafts[draft].file.as_str());
        let is_page = self.tree.nodes[first].kind == CandidateKind::Document;
        let folder = path::folder(file).rsplit('/').next().unwrap_or_default();
        let named = [path::file_name(folder), if is_page { "" } else { path::stem(file) }];
        let holder = self.tree.holder(first);
        named.iter().any(|name| speaks(&path::readable(name)))
            || self.tree.nodes[holder].kind != CandidateKind::Folder
                && speaks(&self.tree.nodes[holder].title)
                && self.context(first) < 1.0
    }
}
