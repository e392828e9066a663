//! `rungs show`: a role or page, or one section of it.

use std::borrow::Cow;
use std::path::Path;

use anyhow::{Result, anyhow, bail};

use super::args::Format;
use super::meant::quoted;
use super::output::Output;
use super::{list, named, open};
use crate::compare::Comparer;
use crate::content::{self, Loaded, Source};
use crate::model::{Document, Ladder, Subject};
use crate::naming::Showable;
use crate::page::{DocumentOptions, hand_over_document};
use crate::report::InheritedReport;
use crate::{html, json, markdown, report};

pub(super) fn run(loaded: &Loaded, name: &str, section: Option<&str>, out: &Output) -> Result<u8> {
    let named = named::document(loaded, name).map_err(|error| {
        // Several roles of one file: perhaps all of it is meant.
        let is_own = Path::new(name).is_file() && named::explained(name, Some(loaded)).is_none();
        let advice = format!("\n`rungs show {} -` prints all of the file", quoted(name));
        if is_own && section.is_none() { anyhow!("{error}{advice}") } else { error }
    })?;
    part(&loaded.ladder, report::document(&loaded.ladder, named), section, out)
}

/// The section that stands for all of a file.
pub(super) const WHOLE: &str = "-";

/// All of a file, or of stdin, whatever levels it describes; or one section of it.
pub(super) fn file(
    ladder: Option<&Path>,
    name: &str,
    section: Option<&str>,
    out: &Output,
) -> Result<u8> {
    let path = Path::new(name);
    let loaded = if content::is_stdin(path) || path.exists() {
        content::load_document(path)?
    } else {
        content::document(of_ladder(ladder, name)?)
    };
    list::complain_of_findings(&loaded);
    let Some((_, whole)) = loaded.ladder.documents().next() else { bail!("`{name}` has no text") };
    part(&loaded.ladder, Cow::Borrowed(whole), section, out)
}

/// A document, or one section of it.
fn part(
    ladder: &Ladder,
    document: Cow<'_, Document>,
    section: Option<&str>,
    out: &Output,
) -> Result<u8> {
    let document = match section {
        Some(section) => {
            Cow::Owned(report::only_section(&document, named::section(&document, section)?))
        }
        None => document,
    };
    write(ladder, &document, json::document, out)
}

/// The file of a path in the ladder.
fn of_ladder(ladder: Option<&Path>, name: &str) -> Result<Source> {
    let loaded = open::quietly(ladder)?;
    let found = loaded.sources.iter().find(|source| source.path == name);
    found.cloned().ok_or_else(|| {
        anyhow!(
            "there is no file `{name}`: `-` after a file prints all of it, and no role needs it"
        )
    })
}

/// A role with the items that it inherits from lower levels.
pub(super) fn inherited(loaded: &Loaded, name: &str, out: &Output) -> Result<u8> {
    let ladder = &loaded.ladder;
    let Showable::Subject(Subject::Role(role)) = named::document(loaded, name)? else {
        bail!("--inherited needs a role that has a page: name one (`rungs list` lists them)");
    };
    let report = InheritedReport::new(&Comparer::new(ladder), role);
    write(ladder, &report.document(ladder), |_| json::inherited(ladder, &report), out)
}

fn write(
    ladder: &Ladder,
    document: &Document,
    json: impl FnOnce(&Document) -> String,
    out: &Output,
) -> Result<u8> {
    match out.format {
        Format::Json => out.write(&json(document))?,
        Format::Markdown => out.write(&markdown::document(document))?,
        Format::Html => out.write(&html::document_page(&ladder.name, document))?,
        Format::Text => {
            let measure = out.text_width;
            let options =
                DocumentOptions { measure, ..DocumentOptions::new(out.width, out.glyphs) };
            let document = report::with_link_targets(document);
            out.handed_over(|take| hand_over_document(&document, options, take))?;
        }
    }
    Ok(0)
}
