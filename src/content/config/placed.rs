//! The roles that `ladder.yml` names, found among the documents.

use std::collections::HashMap;

use crate::content::config::ladder_yml::{Config, RoleRule};
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::parse::text::anchors;
use crate::finding::Finding;
use crate::lexicon::fold_space;

/// The documents that are roles, each with its track and place in it.
#[derive(Debug, Default)]
pub(crate) struct Placed {
    /// By document: the track, and the place in it.
    pub(crate) places: HashMap<usize, (usize, usize)>,
    /// By document: other names of the role.
    pub(crate) aliases: HashMap<usize, Vec<String>>,
}

/// Finds the roles that are named, and sets the titles, labels and levels that are stated.
pub(crate) fn find(config: &Config, drafts: &mut [Draft], findings: &mut Vec<Finding>) -> Placed {
    let mut placed = Placed::default();
    for (track, rule) in config.tracks.iter().enumerate() {
        for (place, role) in rule.roles.iter().enumerate() {
            let is_free = |at: &usize| !placed.places.contains_key(at);
            let found = (0..drafts.len()).filter(is_free).find(|at| is_it(&drafts[*at], role));
            let Some(found) = found else {
                findings.push(config.wrong(role.place, &missing(drafts, role)));
                continue;
            };
            placed.places.insert(found, (track, place));
            placed.aliases.insert(found, role.aliases.clone());
            rename(&mut drafts[found], role);
        }
    }
    placed
}

fn is_it(draft: &Draft, role: &RoleRule) -> bool {
    let name = draft.heading.as_ref().map(|(title, _)| title.as_str()).unwrap_or_default();
    match (&draft.part, &role.part) {
        (DraftPart::Whole, None) => draft.file == role.file,
        (DraftPart::Role(part), Some(wanted)) => {
            let is_anchor = part.anchor.as_ref().is_some_and(|anchor| anchor == wanted);
            let is_name = fold_space(wanted).to_lowercase() == name.to_lowercase()
                || anchors::slug(wanted) == anchors::slug(name);
            draft.file == role.file && (is_anchor || is_name)
        }
        _ => false,
    }
}

fn missing(drafts: &[Draft], role: &RoleRule) -> String {
    let is_there = drafts.iter().any(|draft| draft.file == role.file);
    match &role.part {
        _ if !is_there => format!("there is no document `{}`", role.file),
        Some(part) => {
            format!("`{}` has no heading or level `{part}` that is not already used", role.file)
        }
        None => format!("`{}` is listed twice", role.file),
    }
}

fn rename(draft: &mut Draft, role: &RoleRule) {
    let keys = &mut draft.keys;
    if role.title.is_some() {
        keys.title.clone_from(&role.title);
    }
    if role.label.is_some() {
        keys.label.clone_from(&role.label);
    }
    if role.level.is_some() {
        keys.level.clone_from(&role.level);
        if let DraftPart::Role(part) = &mut draft.part {
            part.level.clone_from(&role.level);
        }
    }
}
