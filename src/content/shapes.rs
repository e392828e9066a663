//! The shapes in which people keep several roles in one file: each is told from the document alone.

use crate::content::document::{Draft, Part, RolePart};
use crate::content::keys::Keys;
use crate::content::levels;
use crate::content::role_words;
use crate::content::shapes::known::Known;
use crate::content::shapes::seen::{Seen, SeenRole};
use crate::model::{Block, FrontMatter};

pub(crate) mod cells;
pub(crate) mod columns;
pub(crate) mod data;
pub(crate) mod found;
pub(crate) mod headings;
pub(crate) mod keys;
pub(crate) mod known;
pub(crate) mod long;
pub(crate) mod matrix;
pub(crate) mod names;
pub(crate) mod parts;
pub(crate) mod rows;
pub(crate) mod seen;
pub(crate) mod tables;
pub(crate) mod tracks;

/// What a draft became: itself, or what is left of it and the roles that stood in it.
pub(crate) struct Split {
    pub(crate) drafts: Vec<Draft>,
    /// For each draft of `drafts` the draft that it was or stood in.
    pub(crate) origins: Vec<usize>,
    /// For each file that held roles what made them roles.
    pub(crate) rules: Vec<(String, String)>,
}

/// What is said outright of where roles come from.
pub(crate) trait Sources {
    /// Whether a file is one role as a whole.
    fn is_whole(&self, file: &str) -> bool;
    /// The names of the roles in a file.
    fn parts_of(&self, file: &str) -> Vec<&str>;
}

/// Takes the roles out of the documents that hold several. `named` says which documents are named
/// as roles themselves, `roles` which are roles for any reason.
/// What `ladder.yml` says of them goes before what they look like.
pub(crate) fn split(
    drafts: Vec<Draft>,
    named: &[bool],
    roles: &[bool],
    config: &impl Sources,
) -> Split {
    let is = |list: &[bool], at: usize| list.get(at) == Some(&true);
    let by_headings: Vec<Option<Seen>> = drafts
        .iter()
        .enumerate()
        .map(|(at, draft)| {
            if config.is_whole(&draft.file) {
                return None;
            }
            if let Some(seen) = headings::told(draft, &config.parts_of(&draft.file)) {
                return Some(seen);
            }
            if is_about_something_else(draft) {
                return None;
            }
            data::recognise(draft).or_else(|| headings::recognise(draft, is(named, at)))
        })
        .collect();
    let known = Known::of(&drafts, roles, &by_headings);
    // A document that is a role only for want of others does not stand beside itself.
    let has_role: Vec<bool> =
        by_headings.iter().enumerate().map(|(at, seen)| seen.is_some() || is(roles, at)).collect();
    let count = has_role.iter().filter(|has| **has).count();
    let mut split = Split { drafts: Vec::new(), origins: Vec::new(), rules: Vec::new() };
    for ((at, draft), seen) in drafts.into_iter().enumerate().zip(by_headings) {
        let may_hold = may_hold_tables(&draft, is(named, at)) && !config.is_whole(&draft.file);
        let by_tables = if may_hold {
            let none = vec![false; draft.sections.len()];
            let taken = seen.as_ref().map_or(none.as_slice(), |seen| seen.taken.as_slice());
            let is_alone = count == usize::from(seen.is_none() && is(&has_role, at));
            let is_known = |name: &str| known.has(draft.folder(), name);
            let seen = tables::recognise(&draft, taken, &is_known, is_alone);
            // Two other roles in the document of one are those it is compared with.
            seen.filter(|seen| !is(named, at) || seen.tracks.iter().any(|t| t.roles.len() > 2))
        } else {
            None
        };
        let seen = both(seen, by_tables).or_else(|| {
            // An index says in a list what stands elsewhere.
            let may_hold = may_hold && (known.is_empty() || !role_words::is_index(draft.stem()));
            let seen = keys::recognise(&draft).filter(|_| may_hold && !is(named, at))?;
            let roles = || seen.tracks.iter().flat_map(|track| &track.roles);
            let known = roles().filter(|role| known.has(draft.folder(), &role.title)).count();
            (known * 2 < roles().count()).then_some(seen)
        });
        match seen {
            Some(seen) => {
                split.rules.push((draft.file.clone(), seen.rule.clone()));
                split.drafts.extend(parts(draft, seen));
            }
            None => split.drafts.push(draft),
        }
        split.origins.resize(split.drafts.len(), at);
    }
    split
}

/// What two shapes saw in one document.
fn both(first: Option<Seen>, second: Option<Seen>) -> Option<Seen> {
    match (first, second) {
        (Some(mut first), Some(second)) => {
            first.tracks.extend(second.tracks);
            first.rule = format!("{}; {}", first.rule, second.rule);
            Some(first)
        }
        (first, second) => first.or(second),
    }
}

/// Whether the tables of a document can be levels. One that compares roles or is a role says things
/// of roles that stand elsewhere; only a role that is nothing but tables is several.
fn may_hold_tables(draft: &Draft, is_named: bool) -> bool {
    let title = draft.own_title().unwrap_or_default();
    let words = levels::words(title);
    let compares = words.iter().any(|word| ["vs", "versus"].contains(&word.as_str()));
    let keys = &draft.keys;
    let is_table = |block: &Block| matches!(block, Block::Table(_));
    let only_tables = || {
        keys.level.is_none()
            && keys.order.is_none()
            && draft.preamble.iter().any(is_table)
            && draft.sections.iter().all(|section| section.blocks.iter().any(is_table))
    };
    !compares && !is_about_something_else(draft) && (!is_named || only_tables())
}

/// Whether a file is by its name neither a role nor a text about roles.
fn is_about_something_else(draft: &Draft) -> bool {
    let asks = [
        "interview",
        "interviews",
        "interviewing",
        "template",
        "templates",
        "contributing",
        "contributors",
        "license",
        "licence",
        "faq",
        "faqs",
        "changelog",
    ];
    let words = levels::words(&crate::content::path::readable(draft.stem()));
    words.iter().any(|word| asks.contains(&word.as_str()))
}

/// What is left of a document, and its roles.
fn parts(draft: Draft, seen: Seen) -> Vec<Draft> {
    let mut found = Vec::new();
    let title = track_title(&draft, &seen);
    let base = title.clone();
    let tracks: Vec<_> =
        seen.tracks.into_iter().flat_map(|track| tracks::apart(track, &base)).collect();
    let several = tracks.len() > 1;
    for track in tracks {
        let title = match track.title {
            Some(own) if several => own,
            _ => title.clone(),
        };
        for (place, role) in track.roles.into_iter().enumerate() {
            found.push(role_draft(&draft, role, title.clone(), place));
        }
    }
    let mut left = seen.taken.iter();
    let mut rest = Draft { part: Part::Rest, ..draft };
    rest.sections.retain(|_| left.next() != Some(&true));
    rest.sections = parts::rerooted(rest.sections.iter());
    let has_text = !rest.preamble.is_empty() || !rest.sections.is_empty();
    let has_more = !rest.front_matter.entries.is_empty() || rest.heading.is_some();
    if has_text || has_more {
        found.insert(0, rest);
    }
    found
}

fn role_draft(file: &Draft, role: SeenRole, track: String, place: usize) -> Draft {
    let part =
        RolePart { origin: role.origin, level: role.level, anchor: role.anchor, track, place };
    Draft {
        file: file.file.clone(),
        front_matter: FrontMatter::default(),
        keys: Keys::default(),
        heading: Some((role.title, role.line)),
        preamble: role.preamble,
        sections: role.sections,
        last_line: role.last_line,
        data: None,
        part: Part::Role(part),
    }
}

/// What to call the roles of a document: its title, or what all of them are where the title only
/// says that it is about levels.
fn track_title(draft: &Draft, seen: &Seen) -> String {
    let title = draft.own_title().map_or_else(|| name_of_file(draft), str::to_owned);
    if !role_words::says_no_field(&title) {
        return title;
    }
    let mut titles = seen.tracks.iter().flat_map(|track| &track.roles).map(|role| &role.title);
    let mut common = titles.next().map(|first| levels::words(first)).unwrap_or_default();
    for other in titles {
        let words = levels::words(other);
        common.retain(|word| words.contains(word));
    }
    let common = crate::content::path::readable(&common.join(" "));
    if role_words::is_role_name(&common) { common } else { title }
}

fn name_of_file(draft: &Draft) -> String {
    let folder = crate::content::path::file_name(draft.folder());
    let is_index = role_words::is_index(draft.stem()) && !folder.is_empty();
    crate::content::path::readable(if is_index { folder } else { draft.stem() })
}
