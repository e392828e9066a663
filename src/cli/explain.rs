//! `rungs list --explain`: what each file became, and by which rule.

use anyhow::Result;

use super::args::Format;
use super::output::Output;
use crate::content::Loaded;
use crate::{json, markdown, page};

pub(super) fn run(loaded: &Loaded, out: &Output) -> Result<u8> {
    let all = &loaded.explanations;
    match out.format {
        Format::Json => out.write(&json::explanations(all))?,
        Format::Markdown => out.write(&markdown::explanations(all))?,
        Format::Text | Format::Html => out.lines(&page::lay_out_explanations(all))?,
    }
    Ok(0)
}
