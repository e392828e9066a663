//! Which documents are roles and which are pages.
//!
//! Evidence is general: names of files and titles, level codes, front matter, lists of links, and
//! what a document's neighbours are. Nothing is tuned to one ladder.

use std::collections::HashMap;

use crate::content::document::{Draft, Part};
use crate::content::levels;
use crate::content::link_lists::LinkList;
use crate::content::path;
use crate::content::role_words::{is_index, is_page_file, is_page_name, is_role_name};

/// Whether a document is a role, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) is_role: bool,
    pub(crate) rule: &'static str,
}

fn role(rule: &'static str) -> Option<Verdict> {
    Some(Verdict { is_role: true, rule })
}

fn page(rule: &'static str) -> Option<Verdict> {
    Some(Verdict { is_role: false, rule })
}

fn is_role(verdict: Option<&Option<Verdict>>) -> bool {
    verdict.is_some_and(|verdict| verdict.is_some_and(|verdict| verdict.is_role))
}

/// For each document whether it is a role. `names` are the documents' names, see [`names`].
pub(crate) fn find(drafts: &[Draft], names: &[String], lists: &[LinkList]) -> Vec<Verdict> {
    const NOTHING: Verdict = Verdict { is_role: false, rule: "nothing speaks for a role" };
    if let ([draft], [name]) = (drafts, names) {
        let is_role = !is_page_file(name) || draft.own_title().is_some_and(is_role_name);
        let rule =
            if is_role { "it is the only document" } else { "its file name is that of a page" };
        return vec![Verdict { is_role, rule }];
    }
    let mut verdicts: Vec<Option<Verdict>> =
        drafts.iter().zip(names).map(|(draft, name)| by_name(draft, name)).collect();
    by_lists(&mut verdicts, lists);
    by_headings(&mut verdicts, drafts);
    by_folder(&mut verdicts, drafts);
    verdicts.into_iter().map(|verdict| verdict.unwrap_or(NOTHING)).collect()
}

/// For each document whether it is named as a role: by its file, its title or its front matter.
pub(crate) fn named(drafts: &[Draft], names: &[String]) -> Vec<bool> {
    drafts.iter().zip(names).map(|(draft, name)| is_role(Some(&by_name(draft, name)))).collect()
}

/// What each document is called by its file: the file's name, or its folder's where an index page
/// is all that a role's folder holds.
pub(crate) fn names(drafts: &[Draft]) -> Vec<String> {
    let mut in_folder: HashMap<&str, usize> = HashMap::new();
    for draft in drafts {
        // A folder's documents are also those of the folders in it.
        let mut folder = draft.folder();
        loop {
            *in_folder.entry(folder).or_default() += 1;
            if folder.is_empty() {
                break;
            }
            folder = path::folder(folder);
        }
    }
    let name = |draft: &Draft| {
        if let (Part::Role(_), Some((title, _))) = (&draft.part, &draft.heading) {
            return title.clone();
        }
        let (stem, folder) = (draft.stem(), draft.folder());
        let named_by_folder = is_index(stem)
            && !folder.is_empty()
            && in_folder.get(folder) == Some(&1)
            && is_role_name(&path::readable(path::file_name(folder)));
        if named_by_folder { path::file_name(folder).to_owned() } else { stem.to_owned() }
    };
    drafts.iter().map(name).collect()
}

/// What a document's name, title and front matter say.
fn by_name(draft: &Draft, name: &str) -> Option<Verdict> {
    if is_page_file(name) {
        return page("its file name is that of a page");
    }
    if leads_elsewhere(draft) {
        return page("it leads to another page");
    }
    if draft.keys.level.is_some() {
        return role("its front matter says a level");
    }
    let title = draft.own_title();
    // Files are named in a hurry; a title that compares roles says what the text is.
    if title.is_some_and(|title| levels::words(title).iter().any(|word| word == "vs")) {
        return page("its title compares roles");
    }
    let name = path::readable(name);
    if is_role_name(&name) {
        return role("its file name is that of a role");
    }
    if is_page_name(&name) {
        return page("its file name is that of a text about roles");
    }
    let title = title?;
    if is_role_name(title) {
        return role("its title is that of a role");
    }
    page("its title is that of a text about roles").filter(|_| is_page_name(title))
}

/// Whether a document says nothing itself and sends its readers to another page.
fn leads_elsewhere(draft: &Draft) -> bool {
    let is_empty =
        draft.heading.is_none() && draft.preamble.is_empty() && draft.sections.is_empty();
    let keys = ["redirect_to", "redirect", "redirect_url"];
    is_empty && keys.iter().any(|key| draft.front_matter.get(key).is_some())
}

/// What stands in one list with roles is a role.
fn by_lists(verdicts: &mut [Option<Verdict>], lists: &[LinkList]) {
    for list in lists {
        let roles = list.links.iter().filter(|link| is_role(verdicts.get(link.document)));
        let roles = roles.count();
        if roles < 2 || roles * 2 < list.total {
            continue;
        }
        for link in &list.links {
            if let Some(verdict @ None) = verdicts.get_mut(link.document) {
                *verdict = role("it is linked in a list of roles");
            }
        }
    }
}

/// What has the headings of a role beside it is a role.
fn by_headings(verdicts: &mut [Option<Verdict>], drafts: &[Draft]) {
    let mut headings: HashMap<(&str, String), usize> = HashMap::new();
    for (draft, _) in drafts.iter().zip(&*verdicts).filter(|(_, v)| is_role(Some(v))) {
        for title in titles(draft) {
            *headings.entry((draft.folder(), title)).or_default() += 1;
        }
    }
    for (draft, verdict) in drafts.iter().zip(verdicts).filter(|(_, v)| v.is_none()) {
        let titles = titles(draft);
        let shared =
            titles.iter().filter(|t| headings.contains_key(&(draft.folder(), (*t).clone())));
        let shared = shared.count();
        if shared >= 2 && shared * 2 >= titles.len() {
            *verdict = role("it has the headings of the roles beside it");
        }
    }
}

fn titles(draft: &Draft) -> Vec<String> {
    draft.sections.iter().map(|section| section.title.to_plain().to_lowercase()).collect()
}

/// In a folder of roles a document is a role when in doubt.
fn by_folder(verdicts: &mut [Option<Verdict>], drafts: &[Draft]) {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (draft, verdict) in drafts.iter().zip(&*verdicts) {
        let (roles, others) = counts.entry(draft.folder()).or_default();
        match verdict {
            Some(Verdict { is_role: true, .. }) => *roles += 1,
            _ => *others += usize::from(!is_index(draft.stem())),
        }
    }
    for (draft, verdict) in drafts.iter().zip(verdicts).filter(|(_, v)| v.is_none()) {
        let (roles, others) = counts.get(draft.folder()).copied().unwrap_or_default();
        if roles >= 2 && roles > others {
            *verdict = role("it stands in a folder of roles");
        }
    }
}
