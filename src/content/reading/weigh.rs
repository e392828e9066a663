//! Second step of reading: what speaks for each candidate, by few named features.

use std::collections::{HashMap, HashSet};

use super::rows::Line;
use super::tree::{Candidate, Kind, Place, Tree};
use super::weights::{Feature as F, Features};
use crate::content::document::Draft;
use crate::content::path;
use crate::lexicon::{CONTEXTS, ELSEWHERE, TRACK_WORDS, words};

/// Members of a group stand or fall together: so much of a weight is the mean of the group's.
const POOL: f64 = 0.7;

/// What the candidates weigh; `None` for those that are in no group with a level's name.
pub(super) struct Weighed {
    pub(super) features: Vec<Option<Features>>,
    pub(super) weights: Vec<Option<f64>>,
    /// The group of each candidate.
    pub(super) group_of: Vec<Option<usize>>,
}

/// Weighs the candidates. `known` are the documents that lists of links name beside roles.
pub(super) fn weigh(tree: &Tree<'_>, drafts: &[Draft], listed: &[bool]) -> Weighed {
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
    let scene =
        Scene { tree, drafts, listed, groups: &groups, group_of: &group_of, place_of: &place_of };
    let files = scene.files();
    let cousins = scene.cousins();
    let below = scene.runs_below();
    let mut features: Vec<Option<Features>> = vec![None; count];
    for (at, group) in tree.groups.iter().enumerate() {
        let Some(found) = &groups[at] else { continue };
        let of_group = scene.of_group(at, found, &files, &cousins);
        for (place, member) in group.members.iter().enumerate() {
            let mut own = of_group;
            scene.of_member(*member, place, found, &below, &mut own);
            features[*member] = Some(own);
        }
    }
    let mut weights: Vec<Option<f64>> =
        features.iter().map(|features| features.as_ref().map(Features::weight)).collect();
    for group in &tree.groups {
        pool(&group.members, &features, &mut weights);
    }
    Weighed { features, weights, group_of }
}

/// Moves the weights of those that are like levels towards their mean.
fn pool(members: &[usize], features: &[Option<Features>], weights: &mut [Option<f64>]) {
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

/// What is true of a group as a whole.
struct GroupFeatures {
    /// How many are named like levels, and how many of those say a rank.
    share: f64,
    ranked: f64,
    /// How many members are named like levels.
    like: f64,
    /// How many say a rank and nothing else.
    bare: f64,
    /// For each member whether it differs from others in rank only.
    runs: Vec<bool>,
    run: f64,
    climbs: f64,
    repeats: f64,
    grades: f64,
    /// For each member how many of its inner headings the others have too.
    inside: Vec<f64>,
    words: usize,
}

impl GroupFeatures {
    /// `None` where no member is named like a level.
    fn of(tree: &Tree<'_>, group: usize) -> Option<Self> {
        let members = &tree.groups[group].members;
        let names: Vec<_> = members.iter().map(|at| &tree.nodes[*at].name).collect();
        let is_like: Vec<bool> = names.iter().map(|name| name.is_like()).collect();
        let like = is_like.iter().filter(|is| **is).count() as f64;
        if like == 0.0 {
            return None;
        }
        let count = like + others(tree, members, &is_like);
        // The files of a folder have less to do with each other than headings; few say little.
        let prior = if tree.nodes[members[0]].kind == Kind::Document { 2.0 } else { 0.0 };
        // What names are about, and the ranks that each such thing comes in.
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
            let can_be = !names[at].is_clause && !names[at].is_section && !names[at].is_plural;
            can_be && ranks.get(&core(at)).is_some_and(|ranks| ranks.len() > 1)
        };
        let runs: Vec<bool> = (0..names.len()).map(is_run).collect();
        let in_run = runs.iter().filter(|run| **run).count() as f64;
        let ranked = names.iter().filter(|name| name.is_like() && name.is_ranked()).count() as f64;
        let distinct: HashSet<String> =
            names.iter().filter(|name| name.is_like()).map(|name| name.full_key()).collect();
        let grades = names.iter().filter(|name| name.is_grade).count() as f64;
        Some(Self {
            share: (like + prior) / (count + prior),
            ranked: ranked / count,
            like,
            bare: names.iter().filter(|name| name.is_bare()).count() as f64 / count,
            run: in_run / count,
            runs,
            climbs: climbs(
                &names.iter().filter(|n| n.is_like()).map(|n| n.rank()).collect::<Vec<_>>(),
            ),
            repeats: 1.0 - distinct.len() as f64 / like,
            grades: grades / count,
            inside: same_inside(tree, members, &is_like),
            words: members.iter().map(|at| tree.nodes[*at].words).sum(),
        })
    }
}

/// How many steps go one way.
fn climbs(ranks: &[(u32, u32)]) -> f64 {
    let steps = || ranks.iter().zip(ranks.iter().skip(1));
    let up = steps().filter(|(a, b)| a < b).count();
    let down = steps().filter(|(a, b)| a > b).count();
    let all = ranks.len().saturating_sub(1);
    if all == 0 { 0.0 } else { up.max(down) as f64 / all as f64 }
}

/// How many siblings are no levels and no sections of the levels before them: what repeats or goes on
/// with the title of another belongs to it.
fn others(tree: &Tree<'_>, members: &[usize], is_like: &[bool]) -> f64 {
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

/// For each member how many of its inner headings stand in other levels of its group too; nothing
/// where that is but one.
fn same_inside(tree: &Tree<'_>, members: &[usize], is_like: &[bool]) -> Vec<f64> {
    let titles = |at: usize| -> HashSet<String> {
        let inside = tree.nodes[at].inside.iter().map(|at| &tree.nodes[*at]);
        let is_folder = tree.nodes[at].kind == Kind::Folder;
        let named = inside.filter(|node| match node.kind {
            Kind::Heading(_) | Kind::Bold => true,
            Kind::Document => is_folder,
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

struct Scene<'a, 'b> {
    tree: &'b Tree<'a>,
    drafts: &'b [Draft],
    listed: &'b [bool],
    groups: &'b [Option<GroupFeatures>],
    group_of: &'b [Option<usize>],
    /// The place of each candidate in its group.
    place_of: &'b [usize],
}

type Cousins = HashMap<(Kind, Option<usize>), (f64, f64)>;

impl Scene<'_, '_> {
    /// The documents that are named like levels, by name.
    fn files(&self) -> HashMap<String, Vec<usize>> {
        let mut files: HashMap<String, Vec<usize>> = HashMap::new();
        for node in self.tree.nodes.iter().filter(|node| node.kind == Kind::Document) {
            if let (Some(draft), true) = (node.draft, node.name.is_like()) {
                files.entry(node.name.key()).or_default().push(draft);
            }
        }
        files
    }

    /// By kind and document: how many candidates there are, and how many of them are ranked levels.
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

    fn family(&self, at: usize) -> (Kind, Option<usize>) {
        let node = &self.tree.nodes[at];
        (node.kind, node.draft.filter(|_| node.kind != Kind::Document))
    }

    /// For each candidate the strength of the best run that stands in it: how much of a run it is,
    /// times how much of the document it fills.
    fn runs_below(&self) -> Vec<f64> {
        let mut below = vec![0.0_f64; self.tree.nodes.len()];
        for (group, found) in self.tree.groups.iter().zip(self.groups) {
            let Some(found) = found.as_ref().filter(|_| group.members.len() > 1) else { continue };
            let words: usize = group.members.iter().map(|at| self.tree.nodes[*at].words).sum();
            let strength = found.run * found.ranked;
            let Some(first) = group.members.first() else { continue };
            for up in self.tree.around(*first) {
                let node = &self.tree.nodes[up];
                let share = match node.kind {
                    Kind::Document => (2.0 * words as f64 / node.words.max(1) as f64).min(1.0),
                    _ => 1.0,
                };
                below[up] = below[up].max(strength * share);
            }
        }
        below
    }

    fn of_group(
        &self,
        at: usize,
        found: &GroupFeatures,
        files: &HashMap<String, Vec<usize>>,
        cousins: &Cousins,
    ) -> Features {
        let members = &self.tree.groups[at].members;
        let mut features = Features::default();
        let Some(first) = members.first() else { return features };
        let node = &self.tree.nodes[*first];
        features.set(F::Share, found.share);
        features.set(F::Climbs, found.climbs);
        features.set(F::Repeats, found.repeats);
        features.set(F::Grades, if found.grades >= 0.5 { 1.0 } else { 0.0 });
        let is_text = node.draft.is_none_or(|draft| self.drafts[draft].data.is_none());
        features.is(F::Page, node.kind == Kind::Document && is_text);
        features.set(F::Context, self.context(*first));
        features.is(F::Elsewhere, self.is_elsewhere(*first));
        let is_gathered = matches!(node.place, Place::Several(_));
        // A file of data has nothing but its levels.
        let is_text = node.draft.is_some_and(|draft| !path::is_data(&self.drafts[draft].file));
        let is_bare = found.bare > 0.5 && !is_gathered && node.kind != Kind::Document && is_text;
        features.is(F::Unplaced, is_bare && features.get(F::Context) == 0.0);
        if node.kind == Kind::Document && found.run == 0.0 {
            features.set(F::Crowd, (1.0 - 3.0 * found.like / self.drafts.len() as f64).max(0.0));
        }
        let (all, ranked) = cousins.get(&self.family(*first)).copied().unwrap_or_default();
        let (count, own) = (members.len() as f64, members.len() as f64 * found.ranked);
        let beside = if all > count { (ranked - own) / (all - count) } else { 0.0 };
        features.set(F::Cousins, beside);
        // One level alone under a heading is one where those beside it are.
        let is_page = node.kind == Kind::Document;
        let is_alone = members.len() == 1;
        let apart = if is_alone { 1.0 - beside } else { 1.0 };
        features.set(F::Alone, if is_alone && !is_page { apart } else { 0.0 });
        let is_known = is_page || node.name.is_said;
        features.set(F::NoRun, if found.run == 0.0 && !is_known { apart } else { 0.0 });
        features.is(F::UnderItself, self.is_under_itself(members, files));
        features
    }

    /// Whether a group names what it stands in: a table in the page of a role that has a column for it
    /// compares it with others; so does what names roles that have pages of their own.
    fn is_under_itself(&self, members: &[usize], files: &HashMap<String, Vec<usize>>) -> bool {
        let Some(first) = members.first() else { return false };
        let nodes = || members.iter().map(|at| &self.tree.nodes[*at]);
        let draft = self.tree.nodes[*first].draft;
        let keys: HashSet<String> = nodes().map(|node| node.name.key()).collect();
        let has_file = |key: &String| {
            files.get(key).is_some_and(|found| found.iter().any(|file| Some(*file) != draft))
        };
        let is_part = matches!(self.tree.nodes[*first].kind, Kind::Column | Kind::Row | Kind::Lead);
        let around = self.tree.around(*first).map(|at| &self.tree.nodes[at]);
        let mut named = around
            .filter(|node| !matches!(node.kind, Kind::Folder | Kind::Table) && node.name.is_like());
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
        below: &[f64],
        features: &mut Features,
    ) {
        let node = &self.tree.nodes[at];
        let name = &node.name;
        let is_page = node.kind == Kind::Document;
        features.set(F::Likeness, name.likeness());
        features.is(F::Ranked, (name.is_ranked() || name.is_said) && name.likeness() > 0.0);
        features.is(F::Run, found.runs[place]);
        features.set(F::Says, ((1 + node.words) as f64).ln().min(6.0) / 6.0);
        // A title says something itself, a code does not.
        let empty = if name.is_bare() { 1.0 } else { 0.6 };
        features.set(F::Empty, if node.words == 0 && !is_page { empty } else { 0.0 });
        features.set(F::SameInside, found.inside[place]);
        let is_listed =
            is_page && node.draft.is_some_and(|draft| self.listed.get(draft) == Some(&true));
        let can_be = !name.is_clause && !name.is_section;
        // What is formed like one who does something is a level where those beside it are.
        let is_alike = is_listed || found.inside[place] >= 0.5 || name.is_agent;
        let belongs = can_be && is_alike && found.share >= 0.5;
        features.is(F::Odd, !name.is_like() && !found.runs[place] && !belongs);
        if belongs && !name.is_like() {
            features.set(F::Likeness, 0.8);
        }
        let (mapping, is_index) = match &node.place {
            Place::Column { grid, at, .. } => (grid.names(*at), false),
            Place::Row { lines, row } => {
                lines.get(*row).map_or((0.0, false), |line| (line.names(), line.is_link))
            }
            _ => (0.0, false),
        };
        features.set(F::Mapping, mapping);
        features.is(F::Index, is_index);
        features.set(F::InsideRun, self.inside_run(at));
        let is_whole = found.runs[place] && name.has_noun;
        features.set(F::AroundRun, if is_whole { 0.0 } else { below[at] });
        features.is(F::Extended, self.is_extended(at));
        features.is(F::Comparison, self.is_comparison(at, found));
        features.is(F::Title, self.is_title(at, place, found));
    }

    /// How much a candidate stands in a rung of a run; a rung of its own run goes before.
    fn inside_run(&self, at: usize) -> f64 {
        let name = &self.tree.nodes[at].name;
        let strength = |up: usize| {
            let around = &self.tree.nodes[up];
            let (Some(group), Kind::Document | Kind::Heading(_) | Kind::Bold) =
                (self.group_of[up], around.kind)
            else {
                return 0.0;
            };
            let Some(found) = &self.groups[group] else { return 0.0 };
            let is_rung = found.runs[self.place_of[up]] && around.name.is_like();
            // "Senior Engineer II" in "Senior Engineer" is a finer rung.
            let is_finer = around.name.core == name.core
                && around.name.number().is_none()
                && name.number().is_some();
            if is_rung && !is_finer { found.ranked } else { 0.0 }
        };
        self.tree.around(at).map(strength).fold(0.0, f64::max)
    }

    /// Whether the levels of what a candidate names stand in it: "Data Engineer" around "Junior Data
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

    /// Whether a candidate stands in the page of a role that it does not extend, and is a small part.
    fn is_comparison(&self, at: usize, found: &GroupFeatures) -> bool {
        let node = &self.tree.nodes[at];
        let Some(page) =
            self.tree.around(at).find(|up| self.tree.nodes[*up].kind == Kind::Document)
        else {
            return false;
        };
        let page = &self.tree.nodes[page];
        let is_small = (found.words as f64) < 0.35 * page.words as f64;
        let is_role = page.name.is_like() && !page.name.is_wrapped;
        let shares = !page.name.core.is_empty()
            && page.name.core.iter().all(|word| node.name.core.contains(word));
        let is_bare = node.name.is_bare() && found.run > 0.5;
        is_role && is_small && !shares && !(is_bare && matches!(node.kind, Kind::Heading(_)))
    }

    /// Whether a candidate is the first of its group, says no rank, and all others do.
    fn is_title(&self, at: usize, place: usize, found: &GroupFeatures) -> bool {
        let node = &self.tree.nodes[at];
        let others = || self.group_of[at].map(|group| &self.tree.groups[group].members[1..]);
        matches!(node.place, Place::Title)
            && place == 0
            && found.runs.len() > 1
            && !node.name.is_ranked()
            && others()
                .is_some_and(|others| others.iter().all(|at| self.tree.nodes[*at].name.is_ranked()))
    }

    /// How much what stands above a group speaks of levels.
    fn context(&self, first: usize) -> f64 {
        let is_headed = match &self.tree.nodes[first].place {
            Place::Row { lines, row } => lines.get(*row).is_some_and(Line::is_headed),
            _ => false,
        };
        if self.tree.nodes[first].name.is_said || is_headed {
            return 1.0;
        }
        let holder = self.tree.holder(first);
        let speaks = |text: &str, lists: &[&HashSet<&'static str>]| {
            words(text).iter().any(|word| lists.iter().any(|list| list.contains(word.as_str())))
        };
        let near = &self.tree.nodes[holder];
        if near.kind != Kind::Folder && speaks(&near.title, &[&CONTEXTS, &TRACK_WORDS]) {
            return 1.0;
        }
        let far =
            self.tree.around(first).any(|up| speaks(&self.tree.nodes[up].title, &[&CONTEXTS]));
        let file =
            self.tree.nodes[first].draft.map_or("", |draft| self.drafts[draft].file.as_str());
        if far || speaks(&path::readable(path::stem(file)), &[&CONTEXTS]) { 0.7 } else { 0.0 }
    }

    /// Whether what stands above a group, or its file, speaks of something else than levels.
    fn is_elsewhere(&self, first: usize) -> bool {
        let speaks = |text: &str| words(text).iter().any(|word| ELSEWHERE.contains(word.as_str()));
        let file =
            self.tree.nodes[first].draft.map_or("", |draft| self.drafts[draft].file.as_str());
        let is_page = self.tree.nodes[first].kind == Kind::Document;
        let folder = path::folder(file).rsplit('/').next().unwrap_or_default();
        let named = [path::file_name(folder), if is_page { "" } else { path::stem(file) }];
        let holder = self.tree.holder(first);
        named.iter().any(|name| speaks(&path::readable(name)))
            || self.tree.nodes[holder].kind != Kind::Folder
                && speaks(&self.tree.nodes[holder].title)
                && self.context(first) < 1.0
    }
}
