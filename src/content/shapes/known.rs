//! The roles that have a file or heading of their own: a table about them compares them.

use std::collections::HashSet;

use crate::content::document::Draft;
use crate::content::levels;
use crate::content::path;
use crate::content::shapes::seen::Seen;
use crate::model::names;

/// The names of roles, in the form in which names are compared.
#[derive(Debug, Default)]
pub(crate) struct Known {
    anywhere: HashSet<String>,
    /// With the folder they stand in: a bare level ("L4") means another role elsewhere.
    in_folder: HashSet<(String, String)>,
}

impl Known {
    /// The roles that documents are, and those that shapes saw in them.
    pub(crate) fn of(drafts: &[Draft], roles: &[bool], seen: &[Option<Seen>]) -> Self {
        let mut known = Self::default();
        for ((draft, is_role), seen) in drafts.iter().zip(roles).zip(seen) {
            let inside = seen.iter().flat_map(|seen| &seen.tracks).flat_map(|track| &track.roles);
            inside.for_each(|role| known.add(draft.folder(), &role.title));
            // A file that holds several roles is none itself.
            if *is_role && seen.is_none() {
                let stem = path::readable(draft.stem());
                let label = draft.keys.label.as_deref();
                let level = draft.keys.level.as_deref();
                let names = [draft.own_title(), Some(stem.as_str()), label, level];
                names.into_iter().flatten().for_each(|name| known.add(draft.folder(), name));
            }
        }
        known
    }

    /// Whether there is no such role.
    pub(crate) fn is_empty(&self) -> bool {
        self.in_folder.is_empty()
    }

    fn add(&mut self, folder: &str, name: &str) {
        let with_head = [Some(name), names::without_tail(name), name.split(" - ").next()];
        for name in with_head.into_iter().flatten() {
            let normal = names::normal(name);
            if normal.is_empty() {
                continue;
            }
            self.in_folder.insert((folder.to_owned(), normal.clone()));
            if !is_bare(name) {
                self.anywhere.insert(normal);
            }
        }
    }

    /// Whether a table in a folder can mean a known role by a name.
    pub(crate) fn has(&self, folder: &str, name: &str) -> bool {
        let normal = names::normal(name);
        let above = |folder: &str| self.in_folder.contains(&(folder.to_owned(), normal.clone()));
        self.anywhere.contains(&normal) || above(folder) || above(path::folder(folder))
    }
}

/// Whether a name is a level's code and no more.
pub(crate) fn is_bare(name: &str) -> bool {
    levels::level_code(name).is_some() && levels::words(name).len() <= 2
}
