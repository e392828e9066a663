//! Inference of the reading in four steps: gather everything that may be a role, weigh it by a few named
//! features, choose the reading with the greatest weight, and take the roles.
//!
//! Each step is pure. Only `lexicon` knows words, and only `weights` knows weights.

use std::collections::HashMap;

use crate::content::config::ladder_yml::Config;
use crate::content::config::placed::{self, Placed};
use crate::content::links::lists::LinkList;
use crate::content::parse::draft::{Draft, DraftPart, RolePart};
use crate::content::parse::front_matter::keys::Keys;
use crate::content::reading::titles::DocumentNames;
use crate::content::source::path;
use crate::finding::Finding;
use crate::lexicon::{LevelName, is_index, is_page_file, says_no_field, words};
use crate::model::FrontMatter;

mod beside;
mod cells;
mod choose;
mod count;
mod endings;
mod explain;
mod extract;
mod fold;
mod forms;
mod gather;
mod grid;
mod kept;
mod leads;
mod level;
mod neighbors;
mod rows;
mod sections;
mod siblings;
mod take;
pub(crate) mod titles;
mod told;
mod tracks;
mod tree;
mod weigh;
mod weights;

use beside::ChosenSiblings;
use choose::Choice;
use take::{Taken, Taker};
use tracks::TrackRun;
use tree::{CandidateKind, CandidateTree};
use weigh::Weighed;

pub(crate) use explain::FileReason;

/// The documents, without the roles that were taken from them.
pub(crate) struct LadderReading {
    pub(crate) drafts: Vec<Draft>,
    /// For each document whether it is a role.
    pub(crate) verdicts: Vec<bool>,
    /// The rules of `ladder.yml` for them.
    pub(crate) placed: Placed,
    /// For each file, why it became what it is.
    pub(crate) reasons: HashMap<String, FileReason>,
    /// How the documents are called.
    pub(crate) named: DocumentNames,
}

/// Reads documents: which of them are roles, and which roles are in them.
pub(crate) fn read(
    mut drafts: Vec<Draft>,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> LadderReading {
    let named = DocumentNames::of(&drafts);
    let DocumentNames { lists, names, titles, .. } = &named;
    let mut tree = gather::gather(&drafts, names, titles);
    fold::fold(&mut tree);
    let listed = listed_beside_roles(&tree, &drafts, lists);
    let weighed = weigh::weigh(&tree, &drafts, &listed);
    let told = Told::of(&tree, &drafts, config);
    let mut barred = told.barred.clone();
    let mut choice = choose::choose(&tree, &weighed, &told.forced, &mut barred);
    if choice.groups.is_empty() {
        choice.groups = without_levels(&tree, &drafts, names, &told);
    }
    let mut reasons = explain::reasons(&tree, &weighed, &choice, &drafts);
    let kept = kept::kept(&tree, &weighed, &choice, &drafts, &mut reasons);
    if config.tracks.is_empty() {
        findings.extend(explain::doubts(&reasons, &drafts));
    }
    let taken = take_out(&tree, &weighed, &choice, &drafts);
    let mut keys: Vec<Option<String>> = vec![None; drafts.len()];
    for at in choice.groups.iter().flatten() {
        let node = &tree.nodes[*at];
        if let (CandidateKind::Document, Some(draft)) = (node.kind, node.draft) {
            keys[draft] = Some(node.name.key());
        }
    }
    drop(tree);
    let shapes = shapes(&drafts);
    let others = neighbors::leave_own(&mut drafts, &keys);
    let are_whole = others.is_empty() && config.tracks.is_empty();
    for file in others {
        if let Some(reason) = reasons.get_mut(&file) {
            reason.rule.push_str(", its text about other roles is on their pages");
        }
    }
    let is_role: Vec<bool> = keys.iter().map(Option::is_some).collect();
    let (drafts, verdicts) = part(drafts, taken, &is_role, &kept);
    let named = Some(named).filter(|_| are_whole && shapes == self::shapes(&drafts));
    placed_by_config(drafts, verdicts, reasons, named, config, findings)
}

/// What differs if roles or sections were taken out of documents or added to them.
fn shapes(drafts: &[Draft]) -> Vec<(bool, usize, usize)> {
    let shape = |draft: &Draft| {
        (draft.part == DraftPart::Whole, draft.preamble.len(), draft.sections.len())
    };
    drafts.iter().map(shape).collect()
}

/// The rules of `ladder.yml` for the candidates.
struct Told {
    forced: Vec<bool>,
    barred: Vec<bool>,
}

impl Told {
    fn of(tree: &CandidateTree<'_>, drafts: &[Draft], config: &Config) -> Self {
        let mut told =
            Self { forced: vec![false; tree.nodes.len()], barred: vec![false; tree.nodes.len()] };
        for (at, node) in tree.nodes.iter().enumerate() {
            let Some(draft) = node.draft.map(|draft| &drafts[draft]) else { continue };
            if config.is_whole(&draft.file) {
                told.forced[at] = node.kind == CandidateKind::Document;
                continue;
            }
            let parts = config.parts_of(&draft.file);
            let anchor = match node.place {
                tree::CandidatePlace::Section(number) => {
                    draft.sections.get(number).map(|s| s.anchor.as_str())
                }
                _ => None,
            };
            let is_it = |part: &&str| anchor == Some(part) || node.title.eq_ignore_ascii_case(part);
            let is_heading = matches!(node.kind, CandidateKind::Heading(_) | CandidateKind::Bold);
            told.forced[at] = is_heading && parts.iter().any(is_it);
            told.barred[at] = node.kind == CandidateKind::Document && !parts.is_empty();
        }
        // If some headings of a file are named outright, its other headings are not roles.
        let mut named = vec![false; drafts.len()];
        for (node, forced) in tree.nodes.iter().zip(&told.forced) {
            if let (true, Some(draft)) = (*forced, node.draft) {
                named[draft] = true;
            }
        }
        for (at, node) in tree.nodes.iter().enumerate() {
            let Some(draft) = node.draft.filter(|draft| named[*draft]) else { continue };
            let parts = config.parts_of(&drafts[draft].file);
            let is_told = parts.iter().any(|part| node.title.eq_ignore_ascii_case(part));
            told.barred[at] |= !is_told && node.kind != CandidateKind::Document;
        }
        told
    }
}

/// For each document, whether a list of links names it next to documents that are named like roles.
fn listed_beside_roles(
    tree: &CandidateTree<'_>,
    drafts: &[Draft],
    lists: &[LinkList],
) -> Vec<bool> {
    let mut is_like = vec![false; drafts.len()];
    for node in tree.nodes.iter().filter(|node| node.kind == CandidateKind::Document) {
        if let Some(draft) = node.draft {
            is_like[draft] = node.name.is_like();
        }
    }
    let mut listed = vec![false; drafts.len()];
    for list in lists {
        let like = list.links.iter().filter(|link| is_like[link.document]).count();
        if like >= 2 && like * 2 >= list.total {
            list.links.iter().for_each(|link| listed[link.document] = true);
        }
    }
    listed
}

/// The role of a ladder without levels: its only document, unless it is named like a page.
fn without_levels(
    tree: &CandidateTree<'_>,
    drafts: &[Draft],
    names: &[String],
    told: &Told,
) -> Vec<Vec<usize>> {
    let ([draft], [name]) = (drafts, names) else { return Vec::new() };
    let is_page = is_page_file(name)
        && !draft.own_title().is_some_and(|title| LevelName::read(title).is_like());
    if is_page || path::is_data(&draft.file) {
        return Vec::new();
    }
    let documents = tree.nodes.iter().enumerate();
    let documents = documents.filter(|(_, node)| node.kind == CandidateKind::Document);
    let only = documents.map(|(at, _)| at).filter(|at| !told.barred[*at]);
    only.map(|at| vec![at]).collect()
}

/// The runs of each document.
fn take_out(
    tree: &CandidateTree<'_>,
    weighed: &Weighed,
    choice: &Choice,
    drafts: &[Draft],
) -> Vec<Vec<TrackRun>> {
    let mut is_chosen = vec![false; tree.nodes.len()];
    choice.groups.iter().flatten().for_each(|at| is_chosen[*at] = true);
    let beside = ChosenSiblings::of(tree, &is_chosen);
    let taker = Taker { tree, drafts, is_chosen: &is_chosen, beside: &beside };
    let mut of_drafts: Vec<Vec<TrackRun>> = drafts.iter().map(|_| Vec::new()).collect();
    for run in tracks::runs(&taker, weighed, &choice.groups) {
        if let Some(first) = run.roles.first() {
            of_drafts[first.draft].push(run);
        }
    }
    of_drafts
}

/// The documents without the roles in them, and those roles; and for each whether it is a role.
/// `kept` says which data files are pages.
fn part(
    drafts: Vec<Draft>,
    runs: Vec<Vec<TrackRun>>,
    is_role: &[bool],
    kept: &[bool],
) -> (Vec<Draft>, Vec<bool>) {
    let (mut parted, mut verdicts) = (Vec::new(), Vec::new());
    let mut track = 0;
    let files: Vec<String> = drafts.iter().map(|draft| draft.file.clone()).collect();
    for (((draft, runs), is_role), kept) in drafts.into_iter().zip(runs).zip(is_role).zip(kept) {
        let is_data = path::is_data(&draft.file);
        if runs.is_empty() {
            // Data without levels is not part of the ladder.
            if *is_role || !is_data || *kept {
                verdicts.push(*is_role);
                parted.push(match (is_data, is_role) {
                    (true, true) => as_role(draft),
                    (true, false) => draft,
                    (false, true) => with_own_levels(draft),
                    (false, false) => draft,
                });
            }
            continue;
        }
        let found = parts(draft, runs, &files, &mut track);
        verdicts.extend(found.iter().map(|draft| matches!(draft.part, DraftPart::Role(_))));
        parted.extend(found);
    }
    (parted, verdicts)
}

/// A data file that is one role, with its contents as sections instead of its text.
fn as_role(mut draft: Draft) -> Draft {
    let title = draft.heading.as_ref().map(|(title, _)| title.clone()).unwrap_or_default();
    if let Some((preamble, sections)) = take::whole_data(&draft, &title) {
        (draft.preamble, draft.sections) = (preamble, sections);
    }
    draft
}

/// The page of a role with the levels in its front matter as sections after its own.
fn with_own_levels(mut draft: Draft) -> Draft {
    draft.sections.extend(take::own_levels(&draft));
    draft
}

/// The rest of a document, and its roles.
fn parts(draft: Draft, runs: Vec<TrackRun>, files: &[String], track: &mut usize) -> Vec<Draft> {
    let mut found = Vec::new();
    let title = track_title(&draft, &runs);
    let runs: Vec<TrackRun> = runs.into_iter().flat_map(|run| tracks::apart(run, &title)).collect();
    let several = runs.len() > 1;
    let mut is_owned = vec![false; draft.sections.len()];
    let mut owns_preamble = false;
    for run in runs {
        let title = match run.title {
            Some(own) if several || run.is_over_files => own,
            // A run over many files has the name of the ladder.
            None if run.is_over_files => String::new(),
            _ => title.clone(),
        };
        for (place, role) in run.roles.into_iter().enumerate() {
            role.owned.iter().for_each(|at| is_owned[*at] = true);
            owns_preamble |= role.owns_preamble;
            found.push(role_draft(&files[role.draft], role, title.clone(), *track, place));
        }
        *track += 1;
    }
    let mut rest = Draft { part: DraftPart::Rest, ..draft };
    let mut owned = is_owned.iter();
    rest.sections.retain(|_| owned.next() != Some(&true));
    rest.sections = sections::rerooted(rest.sections.iter());
    if owns_preamble {
        rest.preamble.clear();
        rest.heading = None;
    }
    let has_text = !rest.preamble.is_empty() || !rest.sections.is_empty();
    let has_more = !rest.front_matter.entries.is_empty() || rest.heading.is_some();
    if has_text || has_more {
        found.insert(0, rest);
    }
    found
}

/// A role as a document of the file in which it begins: a run over files has roles in several.
fn role_draft(file: &str, role: Taken, track: String, group: usize, place: usize) -> Draft {
    let part = RolePart {
        origin: role.origin,
        level: role.level,
        anchor: role.anchor,
        track,
        group,
        place,
    };
    Draft {
        file: file.to_owned(),
        front_matter: FrontMatter::default(),
        keys: Keys::default(),
        heading: Some((role.title, role.line)),
        preamble: role.preamble,
        sections: role.sections,
        last_line: role.last_line,
        data: None,
        part: DraftPart::Role(part),
    }
}

/// The name for the roles of a document: its title; or their common profession, if the title only says
/// that it is about levels.
fn track_title(draft: &Draft, runs: &[TrackRun]) -> String {
    let title = draft.own_title().map_or_else(|| name_of_file(draft), str::to_owned);
    if !says_no_field(&title) {
        return title;
    }
    let mut titles = runs.iter().flat_map(|run| &run.roles).map(|role| &role.title);
    let mut common = titles.next().map(|first| words(first)).unwrap_or_default();
    for other in titles {
        let words = words(other);
        common.retain(|word| words.contains(word));
    }
    let common = path::readable(&common.join(" "));
    if LevelName::read(&common).is_like() { common } else { title }
}

fn name_of_file(draft: &Draft) -> String {
    let folder = path::file_name(draft.folder());
    let is_index = is_index(draft.stem()) && !folder.is_empty();
    path::readable(if is_index { folder } else { draft.stem() })
}

/// The reading according to `ladder.yml`.
fn placed_by_config(
    mut drafts: Vec<Draft>,
    mut verdicts: Vec<bool>,
    mut reasons: HashMap<String, FileReason>,
    named: Option<DocumentNames>,
    config: &Config,
    findings: &mut Vec<Finding>,
) -> LadderReading {
    let placed = placed::find(config, &mut drafts, findings);
    if !config.tracks.is_empty() {
        for (at, (verdict, draft)) in verdicts.iter_mut().zip(&drafts).enumerate() {
            *verdict = placed.places.contains_key(&at);
            let rule = if *verdict { "ladder.yml says so" } else { "ladder.yml names other roles" };
            if *verdict || draft.part == DraftPart::Whole {
                reasons.insert(draft.file.clone(), FileReason::said(rule));
            }
        }
    }
    let named = named.unwrap_or_else(|| DocumentNames::of(&drafts));
    LadderReading { drafts, verdicts, placed, reasons, named }
}
