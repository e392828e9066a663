//! The section of a document that a name means.

use super::error::{NameCandidate, NameError};
use super::matching::{Called, by_words, letter_by_letter};
use crate::model::{Document, SectionId};

/// The section of a document of a name: its anchor or heading, words of the heading, or beginnings of
/// its words.
///
/// # Errors
/// If no section is meant or several are; the error lists the candidates.
pub fn section(document: &Document, name: &str) -> Result<SectionId, NameError> {
    let name = name.trim();
    if let Some(anchor) = name.strip_prefix('#')
        && let Some(at) = document.sections.iter().position(|it| it.anchor == anchor)
    {
        return Ok(SectionId(at));
    }
    let titles: Vec<&str> = document.sections.iter().map(|it| it.title.as_str()).collect();
    let called = |title| Called { names: vec![title], beside: Vec::new() };
    let sections: Vec<Called<'_>> = titles.iter().map(|title| called(*title)).collect();
    let candidate = |at: &usize| {
        let title = &titles[*at];
        let is_shared = titles.iter().filter(|other| *other == title).count() > 1;
        let anchor = format!("#{}", document.sections[*at].anchor);
        let place = if is_shared { anchor } else { String::new() };
        NameCandidate { id: (*title).to_owned(), place, ..NameCandidate::default() }
    };
    let mut found = letter_by_letter(&sections, name);
    if found.is_empty() {
        let all = document.sections.iter().enumerate();
        found = all.filter(|(_, it)| it.anchor == name.to_lowercase()).map(|(at, _)| at).collect();
    }
    if found.is_empty() {
        found = by_words(&sections, name).all;
    }
    match found.as_slice() {
        [only] => Ok(SectionId(*only)),
        [] => {
            let has = if titles.is_empty() { "it has no sections" } else { "its sections are" };
            let message = format!("{} has no section `{name}`; {has}", document.label);
            let all: Vec<usize> = (0..titles.len()).collect();
            Err(NameError::nothing(message, all.iter().map(candidate).collect()))
        }
        many => {
            let what = format!("several sections of {}", document.label);
            Err(NameError::several(name, &what, many.iter().map(candidate).collect()))
        }
    }
}
