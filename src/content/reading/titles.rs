//! The names of roles and pages: titles, labels, levels, ids.

use std::collections::{HashMap, HashSet};

use crate::content::links::lists::{self, LinkList};
use crate::content::links::targets::Targets;
use crate::content::parse::draft::{Draft, DraftPart};
use crate::content::parse::text::anchors;
use crate::content::source::path;
use crate::lexicon;

/// How documents are called, by themselves and by each other.
pub(crate) struct DocumentNames {
    pub(crate) targets: Targets,
    /// The lists of links on index pages.
    pub(crate) lists: Vec<LinkList>,
    /// For each document its name by its file.
    pub(crate) names: Vec<String>,
    /// For each document its title.
    pub(crate) titles: Vec<String>,
}

impl DocumentNames {
    pub(crate) fn of(drafts: &[Draft]) -> Self {
        let targets = Targets::new(drafts.iter().map(|draft| draft.file.as_str()));
        let lists = lists::read(drafts, &targets);
        let names = names(drafts);
        let titles = titles(drafts, &names, &lists);
        Self { targets, lists, names, titles }
    }
}

/// Titles longer than this are shortened for lists.
const LONG: usize = 24;

/// The title of each document: its own, else its title on an index, else the name of its file.
fn titles(drafts: &[Draft], names: &[String], lists: &[LinkList]) -> Vec<String> {
    let is_part = |draft: &Draft| matches!(draft.part, DraftPart::Role(_));
    let listed = lists::names(lists);
    let listed: Vec<Option<String>> = drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| listed.get(&at).filter(|_| !is_part(draft)).cloned())
        .collect();
    let title = |((draft, name), listed): ((&Draft, &String), &Option<String>)| {
        let own = draft.own_title().map(str::to_owned);
        own.or_else(|| listed.clone()).unwrap_or_else(|| from_file(draft, name))
    };
    let mut titles: Vec<String> = drafts.iter().zip(names).zip(&listed).map(title).collect();
    tell_apart(&mut titles, drafts, &listed);
    titles
}

/// Gives documents of a folder with the same title a distinct name: another name in their front matter, their
/// title on an index, or their heading.
fn tell_apart(titles: &mut [String], drafts: &[Draft], listed: &[Option<String>]) {
    let mut equals: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        if draft.part == DraftPart::Whole && !lexicon::is_index(draft.stem()) {
            let words = lexicon::words(&titles[at]).join(" ");
            equals.entry((draft.folder(), words)).or_default().push(at);
        }
    }
    for documents in equals.into_values().filter(|documents| documents.len() > 1) {
        let others: [&dyn Fn(usize) -> Option<String>; 3] = [
            &|at| drafts[at].keys.sidebar.clone().or_else(|| drafts[at].keys.label.clone()),
            &|at| listed[at].clone(),
            &|at| drafts[at].heading.as_ref().map(|(heading, _)| heading.clone()),
        ];
        let differing = others.iter().find_map(|other| {
            let found: Vec<String> = documents.iter().filter_map(|at| other(*at)).collect();
            let distinct: HashSet<&String> = found.iter().collect();
            (distinct.len() == documents.len()).then_some(found)
        });
        for (at, name) in documents.iter().zip(differing.unwrap_or_default()) {
            titles[*at] = name;
        }
    }
}

/// The name of each document by its file: the name of the file, or of its folder if an index page is the
/// only document in the folder of a role.
fn names(drafts: &[Draft]) -> Vec<String> {
    let mut in_folder: HashMap<&str, usize> = HashMap::new();
    for draft in drafts {
        // The documents of a folder include those of the folders in it.
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
        if let (DraftPart::Role(_), Some((title, _))) = (&draft.part, &draft.heading) {
            return title.clone();
        }
        let (stem, folder) = (draft.stem(), draft.folder());
        let named_by_folder = lexicon::is_index(stem)
            && !folder.is_empty()
            && in_folder.get(folder) == Some(&1)
            && lexicon::is_role_name(&path::readable(path::file_name(folder)));
        if named_by_folder { path::file_name(folder).to_owned() } else { stem.to_owned() }
    };
    drafts.iter().map(name).collect()
}

fn from_file(draft: &Draft, name: &str) -> String {
    let folder = path::file_name(draft.folder());
    let name = if lexicon::is_index(name) && !folder.is_empty() { folder } else { name };
    let readable = path::readable(name);
    if readable.is_empty() { draft.file.clone() } else { readable }
}

/// The short form of a long title: without the words after "of" or a comma.
pub(crate) fn label(title: &str) -> String {
    if title.chars().count() <= LONG {
        return title.to_owned();
    }
    let cut =
        [" of ", ", ", " – ", " — ", " - ", " ("].iter().filter_map(|mark| title.find(mark)).min();
    let short = cut.map_or(title, |at| &title[..at]).trim();
    // "Head" or "L4" alone name a role, "The" does not.
    if lexicon::is_role_name(short) { short.to_owned() } else { title.to_owned() }
}

/// The ids of roles by their names and families: unique, in small letters, never empty.
pub(crate) fn ids(roles: &[(&str, &str)]) -> Vec<String> {
    let mut count: HashMap<String, usize> = HashMap::new();
    for (name, _) in roles {
        *count.entry(id(name)).or_default() += 1;
    }
    let mut taken = HashSet::new();
    // By id the first free number, so that thousands of equal names take no time.
    let mut next: HashMap<String, usize> = HashMap::new();
    let unique = |(name, folder): &(&str, &str)| {
        let plain = id(name);
        let is_double = count.get(&plain) > Some(&1) && !folder.is_empty();
        let base = if is_double { format!("{}-{plain}", id(folder)) } else { plain };
        let mut free = base.clone();
        let next = next.entry(base.clone()).or_insert(2);
        while taken.contains(&free) {
            free = format!("{base}-{next}");
            *next += 1;
        }
        taken.insert(free.clone());
        free
    };
    roles.iter().map(unique).collect()
}

fn id(name: &str) -> String {
    let readable = path::readable(name);
    if !readable.contains(char::is_alphanumeric) {
        return "role".to_owned();
    }
    let slug = anchors::slug(&readable);
    slug.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_titles_have_short_labels() {
        assert_eq!(label("Director of Software Engineering"), "Director");
        assert_eq!(label("Senior Engineering Manager, Platform"), "Senior Engineering Manager");
        assert_eq!(label("Head of Engineering"), "Head of Engineering");
        assert_eq!(
            label("The art of leading without a title"),
            "The art of leading without a title"
        );
    }

    #[test]
    fn ids_are_unique() {
        let roles = [
            ("Lead", "a"),
            ("lead", "b"),
            ("L4", ""),
            ("_", ""),
            ("l4", ""),
            ("Lead", "a"),
            ("TechLead", ""),
        ];
        assert_eq!(
            ids(&roles),
            ["a-lead", "b-lead", "l4", "role", "l4-2", "a-lead-2", "tech-lead"]
        );
    }
}
