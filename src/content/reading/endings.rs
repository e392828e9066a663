//! The endings of titles that say which part of a level a document is about.

use std::collections::HashSet;

use crate::content::parse::draft::Draft;
use crate::lexicon::LevelName;
use crate::lexicon::list::{CONTEXTS, TRACK_WORDS};

/// The words for a part of a text, "Expectations", at the end of several titles of a folder, by folder.
pub(super) fn shared_endings<'a>(
    drafts: &'a [Draft],
    titles: &'a [String],
) -> HashSet<(&'a str, &'a str)> {
    let mut seen = HashSet::new();
    let mut shared = HashSet::new();
    for (draft, title) in drafts.iter().zip(titles) {
        let ending = title.rsplit_once(' ').map(|(_, last)| (draft.folder(), last));
        if let Some(ending) = ending.filter(|ending| !seen.insert(*ending)) {
            shared.insert(ending);
        }
    }
    shared
}

/// A title without an ending that other titles of its folder also have, if the rest names a level.
pub(super) fn without_ending(title: &str, folder: &str, shared: &HashSet<(&str, &str)>) -> String {
    // "Engineer Track" and "Engineer Levels" are about several roles.
    let is_several = |last: &str| {
        let last = last.to_lowercase();
        CONTEXTS.contains(last.as_str()) || TRACK_WORDS.contains(last.as_str())
    };
    let parts = title.rsplit_once(' ');
    let parts = parts.filter(|(_, last)| shared.contains(&(folder, *last)) && !is_several(last));
    match parts {
        Some((start, _))
            if LevelName::read(title).is_section && LevelName::read(start).is_like() =>
        {
            start.to_owned()
        }
        _ => title.to_owned(),
    }
}
