//! Opening a ladder, and finding what was named in it.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::output::complain;
use crate::content::{self, Loaded};
use crate::diagnostic::{Diagnostic, Note, Severity};
use crate::model::{Document, Ladder, PageId, SectionId, Subject, TrackId, names};

/// Loads a ladder, the built-in one where no path is given. What is wrong with it is counted on
/// stderr.
pub(super) fn ladder(path: Option<&Path>) -> Result<Loaded> {
    let loaded = quietly(path)?;
    let count = |severity| loaded.diagnostics.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        complain(&format!(
            "{errors} error{}, {warnings} warning{} in this ladder: `rungs check` shows them",
            if errors == 1 { "" } else { "s" },
            if warnings == 1 { "" } else { "s" },
        ));
    }
    Ok(loaded)
}

/// The same without a word.
pub(super) fn quietly(path: Option<&Path>) -> Result<Loaded> {
    match path {
        Some(path) => Ok(content::load(path)?),
        None => Ok(content::built_in()),
    }
}

/// A diagnostic with the path of its file as seen from here, so that editors and terminals find it.
pub(super) fn located(loaded: &Loaded, diagnostic: &Diagnostic) -> Diagnostic {
    let seen = |file: &str| match &loaded.root {
        Some(root) => {
            let root = root.strip_prefix(".").unwrap_or(root);
            root.join(file).display().to_string()
        }
        None => file.to_owned(),
    };
    let note = |note: &Note| Note { file: seen(&note.file), ..note.clone() };
    let notes = diagnostic.notes.iter().map(note).collect();
    Diagnostic { file: seen(&diagnostic.file), notes, ..diagnostic.clone() }
}

/// The role or counterpart of this name.
pub(super) fn subject(loaded: &Loaded, name: &str) -> Result<Subject> {
    names::find(&loaded.ladder, name).map_err(|error| anyhow!("{error}"))
}

/// The track of this name: its title, the beginning of it, or a role in it.
pub(super) fn track(ladder: &Ladder, name: &str) -> Result<TrackId> {
    let wanted = names::normal(name);
    let titles: Vec<String> = ladder.tracks.iter().map(|it| names::normal(&it.title)).collect();
    let fits = |test: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..titles.len()).filter(|at| test(&titles[*at])).collect()
    };
    let exact = fits(&|title| title == wanted);
    let found = match exact.is_empty() {
        true => fits(&|title| title.starts_with(&wanted)),
        false => exact,
    };
    match found.as_slice() {
        [only] => return Ok(TrackId(*only)),
        [] => {}
        [first, ..] if wanted == titles[*first] => return Ok(TrackId(*first)),
        _ => {
            let titles = found.iter().map(|at| ladder.tracks[*at].title.clone());
            return Err(anyhow!("\"{name}\" could be more than one track:\n{}", listed(titles)));
        }
    }
    if let Ok(Subject::Role(role)) = names::find(ladder, name) {
        return Ok(ladder.role(role).track);
    }
    let titles = ladder.tracks.iter().map(|track| track.title.clone());
    Err(anyhow!("there is no track \"{name}\"; there are:\n{}", listed(titles)))
}

/// The role, counterpart or page of this name: a role that is called just so, else such a page, else
/// the role that is meant, else the only page whose name begins so.
pub(super) fn document(loaded: &Loaded, name: &str) -> Result<Shown> {
    let ladder = &loaded.ladder;
    let wanted = name.trim().to_lowercase();
    let page = |fits: &dyn Fn(&str) -> bool| {
        let called = |page: &Document| names_of(page).iter().any(|name| fits(name));
        let mut found = (0..ladder.pages.len()).filter(|at| called(&ladder.pages[*at]));
        found.next().map(|first| (Shown::Page(PageId(first)), found.next().is_none()))
    };
    let called = page(&|name| name == wanted);
    match (names::find(ladder, name), called) {
        (Ok(subject), Some((page, _))) if !is_called(ladder, subject, &wanted) => Ok(page),
        (Ok(subject), _) => Ok(Shown::Subject(subject)),
        (Err(_), Some((page, _))) => Ok(page),
        // What can be several roles is not meant to be a page.
        (Err(error), None) if error.is_ambiguous => Err(anyhow!("{error}")),
        (Err(error), None) => match page(&|name| name.starts_with(&wanted)) {
            Some((page, true)) if !wanted.is_empty() => Ok(page),
            _ => Err(anyhow!("{error}")),
        },
    }
}

/// What can be shown by its name.
pub(super) enum Shown {
    Subject(Subject),
    Page(PageId),
}

fn is_called(ladder: &Ladder, subject: Subject, wanted: &str) -> bool {
    match subject {
        Subject::Role(id) => {
            let role = ladder.role(id);
            role.id.to_lowercase() == wanted
                || role.level.as_deref().is_some_and(|level| level.to_lowercase() == wanted)
                || names_of(&role.document).iter().any(|name| name == wanted)
        }
        Subject::Counterpart(id) => ladder.counterpart(id).name.to_lowercase() == wanted,
    }
}

/// Title, label, file, and file without extension, in small letters.
fn names_of(document: &Document) -> [String; 4] {
    let file = document.file.to_lowercase();
    let stem = file.rsplit_once('.').map_or(file.clone(), |(stem, _)| stem.to_owned());
    [document.title.to_lowercase(), document.label.to_lowercase(), file, stem]
}

/// The section of a document that was named: its anchor or heading, else the only one whose heading
/// begins with the words, else the only one that holds them.
pub(super) fn section(document: &Document, name: &str) -> Result<SectionId> {
    let wanted = name.trim().to_lowercase();
    let titles: Vec<String> =
        document.sections.iter().map(|s| s.title.to_plain().to_lowercase()).collect();
    let all = || (0..titles.len()).map(SectionId);
    if let Some(found) = all().find(|id| {
        titles[id.0] == wanted || document.section(*id).anchor == wanted.trim_start_matches('#')
    }) {
        return Ok(found);
    }
    let tests: [fn(&str, &str) -> bool; 2] =
        [|title, wanted| title.starts_with(wanted), |title, wanted| title.contains(wanted)];
    for matches in tests {
        let found: Vec<SectionId> = all().filter(|id| matches(&titles[id.0], &wanted)).collect();
        match found.as_slice() {
            [] => {}
            [only] => return Ok(*only),
            several => {
                let several = several.iter().map(|id| document.section(*id).title.to_plain());
                return Err(anyhow!(
                    "\"{name}\" could be more than one section of {}:\n{}",
                    document.label,
                    listed(several)
                ));
            }
        }
    }
    let titles = document.sections.iter().map(|section| section.title.to_plain());
    Err(anyhow!("{} has no section \"{name}\"; it has:\n{}", document.label, listed(titles)))
}

fn listed(names: impl Iterator<Item = String>) -> String {
    names.map(|name| format!("  {name}")).collect::<Vec<_>>().join("\n")
}
