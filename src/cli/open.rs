//! Opening a ladder, and finding what was named in it.

use std::path::Path;

use anyhow::{Result, anyhow};

use super::output::complain;
use crate::content::{self, Loaded, Severity};
use crate::model::{Document, DocumentId, PageId, SectionId, Subject, names};

/// Loads a ladder, the built-in one where no path is given. What is wrong with it is counted on
/// stderr.
pub(super) fn ladder(path: Option<&Path>) -> Result<Loaded> {
    let loaded = quietly(path)?;
    let count = |severity| loaded.diagnostics.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        complain(&format!(
            "{errors} error{}, {warnings} warning{} in this ladder: `rungs list` shows them",
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

/// The role or counterpart of this name.
pub(super) fn subject(loaded: &Loaded, name: &str) -> Result<Subject> {
    names::find(&loaded.ladder, name).map_err(|error| anyhow!("{error}"))
}

/// The page of this title, label or file, exactly or by a unique beginning.
pub(super) fn page(loaded: &Loaded, name: &str) -> Option<DocumentId> {
    let wanted = name.trim().to_lowercase();
    let names = |page: &Document| {
        let file = page.file.to_lowercase();
        let stem = file.rsplit_once('.').map_or(file.clone(), |(stem, _)| stem.to_owned());
        [page.title.to_lowercase(), page.label.to_lowercase(), file, stem]
    };
    let pages = || loaded.ladder.pages.iter().enumerate();
    let exact = pages().find(|(_, page)| names(page).contains(&wanted)).map(|(i, _)| i);
    let begins = |page: &Document| names(page).iter().any(|name| name.starts_with(&wanted));
    let mut beginning = pages().filter(|(_, page)| begins(page)).map(|(i, _)| i);
    let found = exact.or(match (beginning.next(), beginning.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    });
    found.map(|i| DocumentId::Page(PageId(i)))
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
