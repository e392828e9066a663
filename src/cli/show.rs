//! `rungs show`: a role or page, or one section of it.

use std::borrow::Cow;

use anyhow::{Result, bail};

use super::args::Format;
use super::named;
use super::output::Output;
use crate::compare::Comparer;
use crate::content::Loaded;
use crate::model::{Document, Ladder, Subject};
use crate::naming::Showable;
use crate::page::{DocumentOptions, hand_over_document};
use crate::report::InheritedReport;
use crate::{html, json, markdown, report};

pub(super) fn run(loaded: &Loaded, name: &str, section: Option<&str>, out: &Output) -> Result<u8> {
    let document = report::document(&loaded.ladder, named::document(loaded, name)?);
    let document = match section {
        Some(section) => {
            Cow::Owned(report::only_section(&document, named::section(&document, section)?))
        }
        None => document,
    };
    write(&loaded.ladder, &document, json::document, out)
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
            out.handed_over(|take| hand_over_document(document, options, take))?;
        }
    }
    Ok(0)
}
