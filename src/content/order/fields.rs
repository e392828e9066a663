//! Tracks of roles with pages of their own in one folder: by the headings of an index, or by
//! profession.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::content::links::lists::LinkList;
use crate::content::source::path;
use crate::lexicon::LevelName;

/// A role with a page of its own.
pub(crate) struct RolePage<'a> {
    pub(crate) draft: usize,
    pub(crate) title: &'a str,
    pub(crate) folder: &'a str,
}

/// By document: the heading above it in a list of links, if one list splits most roles into several tracks.
pub(crate) fn listed(drafts: &HashSet<usize>, lists: &[LinkList]) -> HashMap<usize, String> {
    let parts = |list: &LinkList| -> HashMap<usize, String> {
        let ours = list.links.iter().filter(|link| drafts.contains(&link.document));
        ours.map(|link| (link.document, link.under.clone())).collect()
    };
    let is_parted = |parts: &HashMap<usize, String>| {
        let mut sizes: HashMap<&str, usize> = HashMap::new();
        parts.values().for_each(|under| *sizes.entry(under).or_default() += 1);
        let named = sizes.keys().all(|under| !under.is_empty());
        let several = sizes.values().filter(|size| **size > 1).count();
        named && several > 1 && parts.len() * 10 >= drafts.len() * 9
    };
    lists.iter().map(parts).find(is_parted).unwrap_or_default()
}

/// By document: its profession, "Software Engineer", if the pages of one folder are levels of several
/// professions.
pub(crate) fn by_name<'a>(roles: impl Iterator<Item = RolePage<'a>>) -> HashMap<usize, String> {
    let mut folders: HashMap<&str, Vec<RolePage<'a>>> = HashMap::new();
    roles.for_each(|role| folders.entry(role.folder).or_default().push(role));
    folders.into_values().flat_map(|pages| fields(&pages)).collect()
}

/// Fewer levels are not a track of their own.
const FEWEST: usize = 3;

/// More professions in one folder are not tracks; each is compared with each.
const MOST: usize = 500;

fn fields(roles: &[RolePage<'_>]) -> Vec<(usize, String)> {
    let names: Vec<Arc<LevelName>> = roles.iter().map(|role| LevelName::read(role.title)).collect();
    let mut ranks: HashMap<&[String], HashSet<(u32, u32)>> = HashMap::new();
    for name in names.iter().filter(|name| !name.core.is_empty()) {
        ranks.entry(&name.core).or_default().insert(name.rank());
    }
    ranks.retain(|_, ranks| ranks.len() >= FEWEST);
    if ranks.len() > MOST {
        return Vec::new();
    }
    // A level with more or fewer words than the others belongs to the profession with which it shares most.
    let field = |name: &Arc<LevelName>| {
        let shared =
            |field: &&&[String]| field.iter().filter(|word| name.core.contains(word)).count();
        let best = ranks.keys().filter(|field| shared(field) > 0).max_by_key(|f| (shared(f), **f));
        best.map(|field| path::readable(&field.join(" ")))
    };
    let found: Vec<Option<String>> = names.iter().map(field).collect();
    let known = found.iter().flatten().count();
    if ranks.len() < 2 || known * 10 < names.len() * 8 {
        return Vec::new();
    }
    let placed = roles.iter().zip(found);
    placed.filter_map(|(role, field)| Some((role.draft, field?))).collect()
}
