//! `rungs show`: a role or page, or one section of it.

use anyhow::Result;

use super::args::Format;
use super::output::Output;
use super::{json, markdown, named};
use crate::content::Loaded;
use crate::model::{Document, DocumentId, SectionId, Subject};
use crate::naming::Showable;
use crate::page::{DocumentOptions, counterpart_document, lay_out_document};

pub(super) fn run(loaded: &Loaded, name: &str, section: Option<&str>, out: &Output) -> Result<u8> {
    let ladder = &loaded.ladder;
    let document = match named::document(loaded, name)? {
        Showable::Subject(Subject::Role(id)) => ladder.role(id).document.clone(),
        Showable::Subject(Subject::Counterpart(id)) => counterpart_document(ladder, id),
        Showable::Page(id) => ladder.document(DocumentId::Page(id)).clone(),
    };
    let document = match section {
        Some(section) => only(&document, named::section(&document, section)?),
        None => document,
    };
    match out.format {
        Format::Json => out.write(&json::pretty(&json::document(&document)))?,
        Format::Markdown => out.write(&markdown::document(&document))?,
        Format::Text | Format::Html => {
            let options = DocumentOptions { width: out.width, glyphs: out.glyphs };
            out.page(&lay_out_document(&document, options))?;
        }
    }
    Ok(0)
}

/// A document with nothing but a section and those inside it.
fn only(document: &Document, section: SectionId) -> Document {
    let sections = document.sections[section.0..document.end(section)].to_vec();
    Document { preamble: Vec::new(), sections, ..document.clone() }
}
