//! The role, counterpart or page that a name means.

use super::asked::Asked;
use super::error::{NameCandidate, NameError};
use super::files::{files, roles_in};
use super::matching::{Called, by_words, letter_by_letter};
use super::roles::{Named, find_named};
use crate::model::{Document, Ladder, PageId, Subject};

/// What can be shown by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showable {
    /// A role or counterpart.
    Subject(Subject),
    /// A page.
    Page(PageId),
}

/// The role, counterpart or page of a name: a role that is called exactly that, else such a page, else
/// the role that is meant, else the page that is.
///
/// # Errors
/// If nothing is meant or several are; the error lists the candidates.
pub fn document<'a>(ladder: &Ladder, asked: impl Into<Asked<'a>>) -> Result<Showable, NameError> {
    let asked = asked.into();
    let text = asked.text.trim();
    let called: Vec<Called<'_>> = ladder.pages.iter().map(called).collect();
    let role = find_named(ladder, asked);
    let mut just_so = letter_by_letter(&called, text);
    // A page that is called so goes before the only role of a file that is.
    if let Ok(Named { subject, exactly: true }) = role
        && (just_so.is_empty() || is_called(ladder, subject, text))
    {
        return Ok(Showable::Subject(subject));
    }
    if just_so.is_empty() {
        just_so = of_file(ladder, Asked { text, ..asked });
    }
    match (role, just_so.as_slice()) {
        (_, [page]) => Ok(Showable::Page(PageId(*page))),
        (_, [_, ..]) => Err(several(ladder, text, &just_so)),
        (Ok(named), []) => Ok(Showable::Subject(named.subject)),
        // What can be several roles is not meant to be a page.
        (Err(error), []) if error.is_ambiguous => Err(error),
        (Err(error), []) => match by_words(&called, text).all.as_slice() {
            [] => Err(error),
            [page] => Ok(Showable::Page(PageId(*page))),
            many => Err(several(ladder, text, many)),
        },
    }
}

fn is_called(ladder: &Ladder, subject: Subject, text: &str) -> bool {
    let is_it = |name: &str| name.to_lowercase() == text.to_lowercase();
    match subject {
        Subject::Role(id) => {
            let role = ladder.role(id);
            let names = [role.id.as_str(), &role.document.title, &role.document.label];
            let others = role.aliases.iter().map(String::as_str).chain(role.level.as_deref());
            names.into_iter().chain(others).any(is_it)
        }
        Subject::Counterpart(id) => is_it(&ladder.counterpart(id).name),
    }
}

fn called(page: &Document) -> Called<'_> {
    Called { names: vec![page.title.as_str(), page.label.as_str()], beside: Vec::new() }
}

/// The pages of the file at a path. The other content of a file with roles is not a page.
fn of_file(ladder: &Ladder, path: Asked<'_>) -> Vec<usize> {
    let mut files = files(ladder, path);
    files.retain(|file| roles_in(ladder, file).is_empty());
    (0..ladder.pages.len()).filter(|at| files.contains(&ladder.pages[*at].file.as_str())).collect()
}

fn several(ladder: &Ladder, text: &str, pages: &[usize]) -> NameError {
    let candidate = |at: &usize| {
        let page = &ladder.pages[*at];
        NameCandidate {
            id: page.file.clone(),
            title: page.title.clone(),
            ..NameCandidate::default()
        }
    };
    NameError::several(text, "several pages", pages.iter().map(candidate).collect())
}
