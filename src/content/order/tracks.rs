//! Tracks, and the order of roles in them.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

use crate::content::links::lists::LinkList;
use crate::content::order::diagrams::{self, ArrowChain};
use crate::content::order::fields::{self, RolePage};
use crate::content::order::near::{Files, NearLists};
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::parse::front_matter::keys::OrderKey;
use crate::content::source::path;
use crate::lexicon::{self, LevelName};

/// A role that is not yet placed.
#[derive(Debug)]
pub(crate) struct WaitingRole {
    /// The document that it comes from.
    pub(crate) draft: usize,
    pub(crate) title: String,
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) level: Option<String>,
    /// What distinguishes it from roles of the same name elsewhere: its folder, or its track in a file.
    pub(crate) family: String,
    /// The folder whose roles it belongs to.
    pub(crate) folder: String,
    /// The place that it asks for; smaller is lower.
    pub(crate) explicit: Option<f64>,
}

/// A track with its roles, lowest first.
#[derive(Debug)]
pub(crate) struct OrderedTrack {
    pub(crate) title: String,
    pub(crate) roles: Vec<WaitingRole>,
}

/// The evidence for the order.
pub(crate) struct Evidence<'a> {
    pub(crate) drafts: &'a [Draft],
    pub(crate) titles: &'a [String],
    pub(crate) lists: &'a [LinkList],
    /// Whether `order` sorts descending.
    pub(crate) descending: bool,
    /// The name of a track that has no other name.
    pub(crate) ladder: &'a str,
}

/// The place that a document asks for; smaller comes first.
pub(crate) fn explicit(draft: &Draft, descending: bool) -> Option<f64> {
    match draft.keys.order? {
        OrderKey::Order(order) if descending => Some(-order),
        OrderKey::Order(order) | OrderKey::Weight(order) => Some(order),
    }
}

/// Puts roles into tracks, and sorts both.
pub(crate) fn tracks(roles: Vec<WaitingRole>, evidence: &Evidence<'_>) -> Vec<OrderedTrack> {
    let files = Files::of(evidence.drafts);
    let mut tracks: Vec<(TrackKey, OrderedTrack)> = group(roles, evidence, &files);
    let lists = NearLists::of(evidence.drafts, evidence.lists);
    for (group, track) in &mut tracks {
        sort_roles(&mut track.roles, group, evidence, &lists);
    }
    sort_tracks(&mut tracks, evidence, &files);
    let mut tracks = tracks.into_iter().map(|(_, track)| track).collect();
    for chains in diagrams::read(evidence.drafts) {
        follow(&mut tracks, &chains, evidence);
    }
    tracks
}

/// Puts roles into the tracks and the order of a chart, if it names most of them.
fn follow(tracks: &mut Vec<OrderedTrack>, chains: &[ArrowChain], evidence: &Evidence<'_>) {
    let key = |name: &str| LevelName::read(name).key();
    let mut places: HashMap<String, (usize, usize)> = HashMap::new();
    for (at, chain) in chains.iter().enumerate().filter(|(_, chain)| !chain.title.is_empty()) {
        for (place, name) in chain.names.iter().enumerate() {
            places.entry(key(name)).or_insert((at, place));
        }
    }
    let place = |role: &WaitingRole| places.get(&key(&role.title)).copied();
    let count = tracks.iter().map(|track| track.roles.len()).sum::<usize>();
    let roles = || tracks.iter().flat_map(|track| &track.roles);
    // The front matter of a page overrides a chart.
    let is_asked = roles().any(|role| {
        let keys = evidence.drafts.get(role.draft).map(|draft| &draft.keys);
        keys.is_some_and(|keys| keys.order.is_some() || keys.track.is_some())
    });
    if is_asked || roles().filter_map(place).count() * 2 < count || count == 0 {
        return;
    }
    let mut drawn: BTreeMap<usize, Vec<(usize, WaitingRole)>> = BTreeMap::new();
    for track in &mut *tracks {
        for role in std::mem::take(&mut track.roles) {
            match place(&role) {
                Some((chain, step)) => drawn.entry(chain).or_default().push((step, role)),
                None => track.roles.push(role),
            }
        }
    }
    let chart = drawn.into_iter().map(|(chain, mut roles)| {
        roles.sort_by_key(|(step, _)| *step);
        let roles = roles.into_iter().map(|(_, role)| role).collect();
        OrderedTrack { title: chains[chain].title.clone(), roles }
    });
    let left = std::mem::take(tracks).into_iter().filter(|track| !track.roles.is_empty());
    *tracks = chart.chain(left).collect();
}

/// The properties that the roles of a track share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum TrackKey {
    /// The track that their front matter names, in lower case.
    Named(String),
    Folder(String),
    /// A run of roles in one file: the file, and the number of the run.
    Inside(String, usize),
}

impl TrackKey {
    /// The name for sorting; the file, if it has several tracks.
    fn unit(&self) -> Self {
        match self {
            Self::Inside(file, _) => Self::Inside(file.clone(), 0),
            other => other.clone(),
        }
    }
}

fn group(
    roles: Vec<WaitingRole>,
    evidence: &Evidence<'_>,
    files: &Files<'_>,
) -> Vec<(TrackKey, OrderedTrack)> {
    let mut tracks: Vec<(TrackKey, OrderedTrack)> = Vec::new();
    let mut places: HashMap<TrackKey, usize> = HashMap::new();
    let is_page = |role: &&WaitingRole| {
        evidence.drafts.get(role.draft).is_some_and(|draft| draft.part == DraftPart::Whole)
    };
    let pages = || roles.iter().filter(is_page);
    let listed = fields::listed(&pages().map(|role| role.draft).collect(), evidence.lists);
    let by_name = fields::by_name(pages().map(|role| RolePage {
        draft: role.draft,
        title: &role.title,
        folder: &role.folder,
    }));
    // A run over several files belongs to the file in which it begins.
    let mut homes: HashMap<usize, &String> = HashMap::new();
    for role in roles {
        let draft = evidence.drafts.get(role.draft);
        let mut named = draft.and_then(|draft| draft.keys.track.clone());
        named = named.or_else(|| listed.get(&role.draft).or(by_name.get(&role.draft)).cloned());
        let group = match (&named, draft.map(|draft| (&draft.file, &draft.part))) {
            (_, Some((file, DraftPart::Role(part)))) => {
                named = Some(part.track.clone());
                let home = homes.entry(part.group).or_insert(file);
                TrackKey::Inside((*home).clone(), part.group)
            }
            (Some(name), _) => TrackKey::Named(name.to_lowercase()),
            (None, _) => TrackKey::Folder(role.folder.clone()),
        };
        let place = *places.entry(group.clone()).or_insert_with(|| {
            let title = named.filter(|title| !title.is_empty());
            let title = title.unwrap_or_else(|| evidence.ladder.to_owned());
            tracks.push((group, OrderedTrack { title, roles: Vec::new() }));
            tracks.len() - 1
        });
        if let Some((_, track)) = tracks.get_mut(place) {
            track.roles.push(role);
        }
    }
    name_folders(&mut tracks, evidence, files);
    tracks
}

/// Names the tracks that are folders.
fn name_folders(
    tracks: &mut [(TrackKey, OrderedTrack)],
    evidence: &Evidence<'_>,
    files: &Files<'_>,
) {
    let is_alone = tracks.len() == 1;
    let mut counts: HashMap<String, usize> = HashMap::new();
    for (group, _) in &*tracks {
        if let TrackKey::Folder(folder) = group {
            *counts.entry(path::file_name(folder).to_owned()).or_default() += 1;
        }
    }
    for (group, track) in tracks {
        let TrackKey::Folder(folder) = group else { continue };
        let index = files.indexes.get(folder.as_str()).map(|at| &evidence.drafts[*at]);
        let given = index.and_then(|draft| {
            let keys = &draft.keys;
            let given = keys.label.as_deref().or(keys.title.as_deref());
            given.or_else(|| draft.own_title().filter(|_| is_alone))
        });
        let own = path::file_name(folder);
        let is_double = counts.get(own) > Some(&1);
        track.title = match given {
            _ if folder.is_empty() => evidence.ladder.to_owned(),
            Some(given) => given.to_owned(),
            None if is_double => {
                folder.split('/').map(path::readable).collect::<Vec<_>>().join(" / ")
            }
            None => path::readable(own),
        };
    }
}

fn sort_roles(
    roles: &mut [WaitingRole],
    group: &TrackKey,
    evidence: &Evidence<'_>,
    lists: &NearLists<'_>,
) {
    let numbers: HashMap<usize, u32> =
        roles.iter().filter_map(|role| Some((role.draft, number(role)?))).collect();
    let is_counted = is_counted(roles, &numbers);
    let rank = |role: &WaitingRole| {
        let number = numbers.get(&role.draft).copied().unwrap_or(0);
        let seniority = || lexicon::seniority(&role.title).max(lexicon::seniority(&role.name));
        if is_counted { (0, number) } else { (seniority(), number) }
    };
    let ranks: HashMap<usize, (u32, u32)> =
        roles.iter().map(|role| (role.draft, rank(role))).collect();
    let file = |role: &WaitingRole| evidence.drafts.get(role.draft).map_or("", |d| d.file.as_str());
    // Each sort is stable, so an earlier criterion decides if a later one finds no difference.
    roles.sort_by(|a, b| {
        ranks[&a.draft].cmp(&ranks[&b.draft]).then_with(|| path::natural(file(a), file(b)))
    });
    if let Some(places) = listed_places(roles, group, evidence, lists, &ranks) {
        roles.sort_by_key(|role| places.get(&role.draft).copied().unwrap_or(usize::MAX));
    }
    roles.sort_by(|a, b| compare_places(a.explicit, b.explicit));
}

/// Whether numbers alone give the order: each role has a level code of its own, or the names differ
/// in nothing else.
fn is_counted(roles: &[WaitingRole], numbers: &HashMap<usize, u32>) -> bool {
    let mut found: Vec<u32> = numbers.values().copied().collect();
    found.sort_unstable();
    found.dedup();
    let has_codes = roles.iter().all(|role| role.level.is_some());
    let unnumbered = |role: &WaitingRole| {
        let mut words = lexicon::words(&role.title);
        words.retain(|word| lexicon::level_number(&format!("x {word}")).is_none());
        words
    };
    let has_one_base = || {
        let mut bases = roles.iter().map(unnumbered);
        let first = bases.next();
        bases.all(|base| Some(base) == first)
    };
    found.len() == roles.len() && (has_codes || has_one_base())
}

fn number(role: &WaitingRole) -> Option<u32> {
    let level = role.level.as_deref();
    let level = level.and_then(|level| level.parse().ok().or(lexicon::level_number(level)));
    level.or_else(|| {
        lexicon::level_number(&role.title)
            .or_else(|| lexicon::level_number(&path::readable(&role.name)))
    })
}

/// The places that the nearest list of links gives to most roles of a track.
fn listed_places(
    roles: &[WaitingRole],
    group: &TrackKey,
    evidence: &Evidence<'_>,
    lists: &NearLists<'_>,
    ranks: &HashMap<usize, (u32, u32)>,
) -> Option<HashMap<usize, usize>> {
    let folder = match group {
        TrackKey::Folder(folder) => folder.as_str(),
        TrackKey::Named(_) | TrackKey::Inside(..) => {
            roles.first().map_or("", |role| role.folder.as_str())
        }
    };
    let mut lists: Vec<(usize, &LinkList)> = lists
        .around(folder)
        .into_iter()
        .filter_map(|list| Some((distance(list, folder, evidence)?, list)))
        .collect();
    lists.sort_by_key(|(distance, _)| *distance);
    let listed = |list: &LinkList| -> Vec<usize> {
        let all = list.links.iter().map(|link| link.document);
        all.filter(|document| ranks.contains_key(document)).collect()
    };
    let mut found = lists
        .into_iter()
        .map(|(_, list)| listed(list))
        .find(|found| found.len() >= 2 && found.len() * 2 >= roles.len())?;
    let seniority: Vec<(u32, u32)> = found.iter().map(|draft| ranks[draft]).collect();
    // A list from the highest level down is read from its end.
    if seniority.is_sorted_by(|a, b| a >= b) && seniority.first() != seniority.last() {
        found.reverse();
    }
    Some(found.into_iter().enumerate().map(|(place, draft)| (draft, place)).collect())
}

/// The distance of a list from the roles of a track: 0 in their folder, or next to it with its name.
fn distance(list: &LinkList, folder: &str, evidence: &Evidence<'_>) -> Option<usize> {
    let page = evidence.drafts.get(list.from)?;
    let beside = path::join(page.folder(), page.stem())?;
    if beside == folder && !folder.is_empty() {
        return Some(0);
    }
    let inside = folder.strip_prefix(page.folder())?;
    let is_above = page.folder().is_empty() || inside.is_empty() || inside.starts_with('/');
    let steps = inside.split('/').filter(|part| !part.is_empty()).count();
    // In one folder the index page comes before other pages with links.
    is_above.then(|| steps * 2 + usize::from(!lexicon::is_index(page.stem())))
}

fn sort_tracks(
    tracks: &mut [(TrackKey, OrderedTrack)],
    evidence: &Evidence<'_>,
    files: &Files<'_>,
) {
    let listed = listed_tracks(tracks, evidence, files);
    // Tracks of one file stay together and in its order.
    let mut units: HashMap<TrackKey, TrackPlace> = HashMap::new();
    for (group, track) in &*tracks {
        let asked = match group {
            TrackKey::Folder(folder) => files.indexes.get(folder.as_str()),
            TrackKey::Inside(file, _) => files.documents.get(file.as_str()),
            TrackKey::Named(_) => None,
        };
        let asked = asked.map(|at| &evidence.drafts[*at]);
        let asked = asked.and_then(|draft| explicit(draft, evidence.descending));
        let inside = matches!(group, TrackKey::Inside(..));
        let least = track.roles.iter().filter(|_| !inside).filter_map(|role| role.explicit);
        let unit = group.unit();
        let here = TrackPlace {
            asked: asked.or(least.min_by(f64::total_cmp)),
            listed: listed.get(&unit).copied().unwrap_or(usize::MAX),
            seniority: track.roles.iter().map(|role| lexicon::seniority(&role.title)).min(),
            title: track.title.clone(),
        };
        let known = units.entry(unit).or_insert_with(|| here.clone());
        known.seniority = known.seniority.min(here.seniority);
    }
    tracks.sort_by(|(left, _), (right, _)| {
        match (units.get(&left.unit()), units.get(&right.unit())) {
            (Some(left), Some(right)) => left.compare(right),
            _ => Ordering::Equal,
        }
    });
}

/// The criteria for sorting tracks.
#[derive(Clone)]
struct TrackPlace {
    /// The place that its index page or its roles ask for.
    asked: Option<f64>,
    /// The place that a list of links gives it.
    listed: usize,
    seniority: Option<u32>,
    title: String,
}

impl TrackPlace {
    fn compare(&self, other: &Self) -> Ordering {
        compare_places(self.asked, other.asked)
            .then(self.listed.cmp(&other.listed))
            .then(self.seniority.cmp(&other.seniority))
            .then_with(|| path::natural(&self.title, &other.title))
    }
}

/// The places that the outermost list of links gives to tracks.
fn listed_tracks(
    tracks: &[(TrackKey, OrderedTrack)],
    evidence: &Evidence<'_>,
    files: &Files<'_>,
) -> HashMap<TrackKey, usize> {
    let mut of_draft: HashMap<usize, TrackKey> = HashMap::new();
    for (group, track) in tracks {
        of_draft.extend(track.roles.iter().map(|role| (role.draft, group.unit())));
        if let TrackKey::Inside(file, _) = group {
            let page = files.documents.get(file.as_str());
            of_draft.extend(page.map(|at| (*at, group.unit())));
        }
        if let TrackKey::Folder(folder) = group {
            let pages = files.pages.get(folder).into_iter().flatten();
            of_draft.extend(pages.map(|at| (*at, group.unit())));
        }
    }
    let mut lists: Vec<&LinkList> = evidence.lists.iter().collect();
    lists.sort_by_key(|list| {
        evidence.drafts.get(list.from).map_or(0, |draft| draft.file.split('/').count())
    });
    for list in lists {
        let mut places: HashMap<TrackKey, usize> = HashMap::new();
        for group in list.links.iter().filter_map(|link| of_draft.get(&link.document)) {
            let next = places.len();
            places.entry(group.clone()).or_insert(next);
        }
        if places.len() >= 2 {
            return places;
        }
    }
    HashMap::new()
}

/// A track without a place comes after those with a place.
fn compare_places(left: Option<f64>, right: Option<f64>) -> Ordering {
    match (left, right) {
        (Some(left), Some(right)) => left.total_cmp(&right),
        (left, right) => right.is_some().cmp(&left.is_some()),
    }
}

/// Sorts pages for reading: folder by folder, the index first.
pub(crate) fn pages(pages: &mut [usize], evidence: &Evidence<'_>) {
    pages.sort_by(|left, right| {
        let (Some(a), Some(b)) = (evidence.drafts.get(*left), evidence.drafts.get(*right)) else {
            return left.cmp(right);
        };
        let place = |draft: &Draft| explicit(draft, evidence.descending);
        path::natural(a.folder(), b.folder())
            .then(lexicon::is_index(b.stem()).cmp(&lexicon::is_index(a.stem())))
            .then_with(|| compare_places(place(a), place(b)))
            .then_with(|| path::natural(&a.file, &b.file))
    });
}
