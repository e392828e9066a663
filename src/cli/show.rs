//! `rungs show`: a role or page, or one section of it.

use anyhow::Result;

use super::args::Format;
use super::named;
use super::output::Output;
use crate::content::Loaded;
use crate::page::{DocumentOptions, lay_out_document};
use crate::{json, markdown, report};

pub(super) fn run(loaded: &Loaded, name: &str, section: Option<&str>, out: &Output) -> Result<u8> {
    let document = report::document(&loaded.ladder, named::document(loaded, name)?);
    let document = match section {
        Some(section) => report::only_section(&document, named::section(&document, section)?),
        None => document,
    };
    match out.format {
        Format::Json => out.write(&json::document(&document))?,
        Format::Markdown => out.write(&markdown::document(&document))?,
        Format::Text | Format::Html => {
            let options = DocumentOptions { width: out.width, glyphs: out.glyphs };
            out.page(&lay_out_document(&document, options))?;
        }
    }
    Ok(0)
}
