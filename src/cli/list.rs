//! `rungs list`: what is in the ladder, and what is wrong with it.

use anyhow::Result;

use super::args::Format;
use super::open;
use super::output::{Output, complain};
use crate::content::Loaded;
use crate::{json, markdown, page};

/// More findings than this are counted instead of shown: nobody reads on.
const MAX_SHOWN: usize = 100;

pub(super) fn run(loaded: &Loaded, out: &Output) -> Result<u8> {
    match out.format {
        Format::Json => out.write(&json::list(loaded))?,
        Format::Markdown => out.write(&markdown::list(&loaded.ladder))?,
        Format::Text | Format::Html => out.lines(&page::lay_out_list(&loaded.ladder, out.width))?,
    }
    if out.format != Format::Json {
        complain_of_findings(loaded);
    }
    Ok(0)
}

/// Prints on stderr what is wrong with a ladder.
pub(super) fn complain_of_findings(loaded: &Loaded) {
    for finding in loaded.findings.iter().take(MAX_SHOWN) {
        complain(&open::located(loaded, finding).render());
    }
    if let Some(more) = loaded.findings.len().checked_sub(MAX_SHOWN).filter(|n| *n > 0) {
        complain(&format!("{more} more findings are not shown: `--format json` lists all"));
    }
}
