//! Which documents describe a folder and which lists are near it, by lookup instead of a comparison with
//! every document.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::content::links::lists::LinkList;
use crate::content::parse::draft::Draft;
use crate::content::source::path;
use crate::lexicon;

/// The positions of documents.
pub(crate) struct Files<'a> {
    /// By file its first document.
    pub(crate) documents: HashMap<&'a str, usize>,
    /// By folder its index page.
    pub(crate) indexes: HashMap<&'a str, usize>,
    /// By folder the pages about it: its index pages, and those next to it with its name.
    pub(crate) pages: HashMap<String, Vec<usize>>,
}

impl<'a> Files<'a> {
    pub(crate) fn of(drafts: &'a [Draft]) -> Self {
        let (mut documents, mut indexes) = (HashMap::new(), HashMap::new());
        let mut pages: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            documents.entry(draft.file.as_str()).or_insert(at);
            if lexicon::is_index(draft.stem()) {
                indexes.entry(draft.folder()).or_insert(at);
                pages.entry(draft.folder().to_owned()).or_default().push(at);
            }
            if let Some(beside) = path::join(draft.folder(), draft.stem()) {
                pages.entry(beside).or_default().push(at);
            }
        }
        Self { documents, indexes, pages }
    }
}

/// Lists of links by the folders near them.
pub(crate) struct NearLists<'a> {
    /// By the folder of their page, and by the folder that has its name.
    places: HashMap<String, Vec<usize>>,
    lists: &'a [LinkList],
}

impl<'a> NearLists<'a> {
    pub(crate) fn of(drafts: &[Draft], lists: &'a [LinkList]) -> Self {
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, list) in lists.iter().enumerate() {
            let Some(page) = drafts.get(list.from) else { continue };
            places.entry(page.folder().to_owned()).or_default().push(at);
            if let Some(beside) = path::join(page.folder(), page.stem()) {
                places.entry(beside).or_default().push(at);
            }
        }
        Self { places, lists }
    }

    /// The lists in a folder and in the folders around it, in reading order.
    pub(crate) fn around(&self, folder: &str) -> Vec<&'a LinkList> {
        let ends = folder.match_indices('/').map(|(end, _)| end).chain([0, folder.len()]);
        let folders: HashSet<&str> = ends.map(|end| &folder[..end]).collect();
        let found = folders.into_iter().filter_map(|folder| self.places.get(folder)).flatten();
        found.copied().collect::<BTreeSet<_>>().into_iter().map(|at| &self.lists[at]).collect()
    }
}
