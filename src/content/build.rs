//! From parsed documents to a ladder.

use std::collections::HashMap;

use crate::content::config::ladder_yml::{Config, OrderRule, TrackRule};
use crate::content::config::placed::Placed;
use crate::content::links::places::{self, Site};
use crate::content::order::tracks::{self, Evidence, OrderedTrack, WaitingRole};
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::parse::front_matter::keys;
use crate::content::reading::titles::{self, DocumentNames};
use crate::content::reading::{self, FileReason, LadderReading};
use crate::content::source::file::Source;
use crate::content::source::path;
use crate::finding::{Finding, Severity};
use crate::lexicon;
use crate::lexicon::fold_space;
use crate::model::{
    Block, Document, DocumentId, Ladder, Origin, PageId, Paragraph, Role, RoleId, SpanStyle,
    Subject, Text, Track, TrackId,
};
use crate::naming;

pub(crate) mod counterparts;
pub(crate) mod explanation;
pub(crate) mod role_names;

/// What is known about a ladder besides its documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether `order` sorts downwards, as Retype does.
    pub descending: bool,
    /// Whether the documents are one file that was named outright; its neighbors are unknown.
    pub is_lone: bool,
}

/// Makes a ladder of documents. `name` is its name if no document has one.
pub(crate) fn ladder(
    name: &str,
    sources: &[Source],
    drafts: Vec<Draft>,
    options: Options,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> (Ladder, HashMap<String, FileReason>) {
    let LadderReading { drafts, verdicts, placed, reasons, named } =
        reading::read(drafts, config, findings);
    let DocumentNames { targets, lists, names, titles } = named;
    let ladder_name = ladder_name(name, &drafts, &titles, options);
    let ladder_name = config.name.clone().unwrap_or(ladder_name);
    let evidence = Evidence {
        drafts: &drafts,
        titles: &titles,
        lists: &lists,
        descending: match config.order {
            Some(OrderRule::Ascending) => false,
            Some(OrderRule::Descending) => true,
            Some(OrderRule::Reverse) | None => options.descending,
        },
        ladder: &ladder_name,
    };
    let candidates = (0..drafts.len())
        .filter(|at| verdicts.get(*at) == Some(&true))
        .filter_map(|at| candidate(at, &evidence, &names))
        .collect();
    let mut tracks = match config.tracks.as_slice() {
        [] => tracks::tracks(candidates, &evidence),
        rules => told_tracks(rules, candidates, &placed),
    };
    if config.order == Some(OrderRule::Reverse) {
        tracks.iter_mut().for_each(|track| track.roles.reverse());
    }
    let mut pages: Vec<usize> =
        (0..drafts.len()).filter(|at| verdicts.get(*at) != Some(&true)).collect();
    tracks::pages(&mut pages, &evidence);

    let mut documents: HashMap<usize, DocumentId> = HashMap::new();
    let own_anchors: Vec<(usize, String)> =
        drafts.iter().enumerate().filter_map(own_anchor).collect();
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut take = |at: usize| drafts.get_mut(at).and_then(Option::take);
    let mut ladder = Ladder { name: ladder_name.clone(), ..Ladder::default() };
    add_roles(&mut ladder, tracks, &mut take, &mut documents);
    add_aliases(&mut ladder, config, &placed, &documents, findings);
    for at in pages {
        if let (Some(draft), Some(title)) = (take(at), titles.get(at)) {
            documents.insert(at, DocumentId::Page(PageId(ladder.pages.len())));
            ladder.pages.push(document(draft, title.clone()));
        }
    }
    counterparts::find(&mut ladder);
    let anchors = own_anchors.into_iter();
    let anchors = anchors.filter_map(|(at, anchor)| Some((*documents.get(&at)?, anchor))).collect();
    let texts = sources.iter().map(|source| (source.path.as_str(), source.text.as_str())).collect();
    let site = Site {
        targets: &targets,
        documents: &documents,
        anchors: &anchors,
        texts: &texts,
        is_whole: !options.is_lone,
    };
    places::resolve(&mut ladder, &site, findings);
    report_no_roles(&ladder, findings);
    (ladder, reasons)
}

/// The tracks of `ladder.yml`.
fn told_tracks(rules: &[TrackRule], roles: Vec<WaitingRole>, placed: &Placed) -> Vec<OrderedTrack> {
    let mut tracks: Vec<OrderedTrack> = rules
        .iter()
        .map(|rule| OrderedTrack { title: rule.title.clone(), roles: Vec::new() })
        .collect();
    for role in roles {
        let track = placed.places.get(&role.draft).and_then(|(track, _)| tracks.get_mut(*track));
        if let Some(track) = track {
            track.roles.push(role);
        }
    }
    for track in &mut tracks {
        let place = |role: &WaitingRole| placed.places.get(&role.draft).copied();
        track.roles.sort_by_key(place);
    }
    tracks.retain(|track| !track.roles.is_empty());
    tracks
}

/// Gives roles the aliases of `ladder.yml`. Names are looked up among the roles' own names, each once,
/// and then among the aliases before them, so that many aliases are not searched for each.
fn add_aliases(
    ladder: &mut Ladder,
    config: &Config,
    placed: &Placed,
    documents: &HashMap<usize, DocumentId>,
    findings: &mut Vec<Finding>,
) {
    let mut given: Vec<(RoleId, &str)> = Vec::new();
    for (at, aliases) in &placed.aliases {
        if let Some(DocumentId::Role(role)) = documents.get(at) {
            given.extend(aliases.iter().map(|alias| (*role, alias.as_str())));
        }
    }
    let mut known: HashMap<String, RoleId> = HashMap::new();
    let lower = |(role, alias): &(RoleId, &str)| (alias.to_lowercase(), *role);
    known.extend(given.iter().map(lower));
    let mut found: HashMap<&str, Option<RoleId>> = HashMap::new();
    for (alias, place, name) in &config.aliases {
        let own = *found.entry(name).or_insert_with(|| match naming::find(ladder, name) {
            Ok(Subject::Role(role)) => Some(role),
            _ => None,
        });
        match own.or_else(|| known.get(&name.trim().to_lowercase()).copied()) {
            Some(role) => {
                given.push((role, alias));
                known.insert(alias.to_lowercase(), role);
            }
            None => findings.push(config.wrong(*place, &format!("there is no role `{name}`"))),
        }
    }
    for (RoleId(role), alias) in given {
        if let Some(role) = ladder.roles.get_mut(role) {
            role.aliases.push(alias.to_owned());
        }
    }
}

/// A lone document names its ladder; else the index page in the root does, or the name of the folder.
fn ladder_name(name: &str, drafts: &[Draft], titles: &[String], options: Options) -> String {
    let is_index = |draft: &Draft| draft.folder().is_empty() && lexicon::is_index(draft.stem());
    let index = drafts.iter().find(|draft| is_index(draft));
    let said = match titles {
        [title, ..] if options.is_lone => Some(title.as_str()),
        // "Introduction" names a page, not a ladder.
        _ => index.and_then(Draft::own_title).filter(|title| !lexicon::is_page_file(title)),
    };
    let said = said.map_or_else(|| path::readable(name), str::to_owned);
    if said.trim().is_empty() { "Ladder".to_owned() } else { said }
}

fn candidate(at: usize, evidence: &Evidence<'_>, names: &[String]) -> Option<WaitingRole> {
    let (draft, title, name) = (evidence.drafts.get(at)?, evidence.titles.get(at)?, names.get(at)?);
    let label = draft.keys.label.as_deref().unwrap_or_default();
    let level = match &draft.part {
        DraftPart::Role(part) => part.level.clone(),
        DraftPart::Whole | DraftPart::Rest => draft.keys.level.clone(),
    };
    let level = level
        .or_else(|| [title, label, name].iter().find_map(|called| lexicon::level_code(called)));
    // A role with a folder of its own belongs to the neighbors of that folder.
    let is_folder = draft.part == DraftPart::Whole && name != draft.stem();
    let folder = if is_folder { path::folder(draft.folder()) } else { draft.folder() };
    Some(WaitingRole {
        draft: at,
        title: title.clone(),
        name: name.clone(),
        level,
        family: match &draft.part {
            DraftPart::Role(part) => part.track.clone(),
            DraftPart::Whole | DraftPart::Rest => path::file_name(folder).to_owned(),
        },
        folder: folder.to_owned(),
        explicit: match &draft.part {
            DraftPart::Role(part) => Some(part.place as f64),
            DraftPart::Whole | DraftPart::Rest => tracks::explicit(draft, evidence.descending),
        },
    })
}

/// The anchor of the heading of a role.
fn own_anchor((at, draft): (usize, &Draft)) -> Option<(usize, String)> {
    match &draft.part {
        DraftPart::Role(part) => Some((at, part.anchor.clone()?)),
        DraftPart::Whole | DraftPart::Rest => None,
    }
}

fn add_roles(
    ladder: &mut Ladder,
    tracks: Vec<OrderedTrack>,
    take: &mut impl FnMut(usize) -> Option<Draft>,
    documents: &mut HashMap<usize, DocumentId>,
) {
    let candidates: Vec<&WaitingRole> = tracks.iter().flat_map(|track| &track.roles).collect();
    let called: Vec<(&str, &str)> =
        candidates.iter().map(|role| (role.name.as_str(), role.family.as_str())).collect();
    let mut ids = titles::ids(&called).into_iter();
    for (i, track) in tracks.into_iter().enumerate() {
        let mut added = Track { title: track.title, roles: Vec::new() };
        for role in track.roles {
            let (Some(id), Some(draft)) = (ids.next(), take(role.draft)) else { continue };
            let place = RoleId(ladder.roles.len());
            documents.insert(role.draft, DocumentId::Role(place));
            added.roles.push(place);
            ladder.roles.push(Role {
                id,
                level: role.level,
                order: draft
                    .keys
                    .order
                    .map(|(keys::OrderKey::Order(order) | keys::OrderKey::Weight(order))| order),
                aliases: Vec::new(),
                track: TrackId(i),
                origin: match &draft.part {
                    DraftPart::Role(part) => part.origin,
                    DraftPart::Whole | DraftPart::Rest => Origin::File,
                },
                document: document(draft, role.title),
            });
        }
        ladder.tracks.push(added);
    }
}

fn document(draft: Draft, title: String) -> Document {
    let mut preamble = draft.preamble;
    let mut line = 1;
    if let Some((heading, at)) = draft.heading {
        line = at;
        // A heading that is not the title is kept as text, so that none of its words is lost.
        if fold_space(&heading).to_lowercase() != fold_space(&title).to_lowercase() {
            let mut text = Text::default();
            text.push(&heading, SpanStyle { bold: true, ..SpanStyle::default() }, None);
            preamble.insert(0, Block::Paragraph(Paragraph { line: at, text }));
        }
    }
    Document {
        label: draft.keys.label.unwrap_or_else(|| titles::label(&title)),
        title,
        file: draft.file,
        line,
        last_line: draft.last_line,
        icon: draft.keys.icon,
        expanded: draft.keys.expanded,
        breadcrumb: draft.keys.breadcrumb,
        front_matter: draft.front_matter,
        preamble,
        sections: draft.sections,
    }
}

fn report_no_roles(ladder: &Ladder, findings: &mut Vec<Finding>) {
    if let (true, Some(page)) = (ladder.roles.is_empty(), ladder.pages.first()) {
        let count = ladder.pages.len();
        findings.push(
            Finding::new(
                Severity::Warning,
                "no-roles",
                &*page.file,
                format!("no roles found, only pages: {count}"),
            )
            .help(
                "give each role a file named or titled after it, or a `level` in its front matter; \
                 `rungs list --explain` says why each file is not a role",
            ),
        );
    }
}
