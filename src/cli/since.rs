//! `rungs compare --against` and `--since` without a role: what changed, level by level.

use anyhow::Result;

use super::args::{AnyFormat, Format, Showing};
use super::compare;
use super::output::{Output, complain};
use super::versions::Versions;
use crate::page::{DocumentOptions, lay_out_document};
use crate::report::VersionsReport;
use crate::{html, json, markdown};

/// Prints a summary of all levels, and the differences of those whose text changed; for GitHub no more
/// than fits in a comment on a pull request.
pub(super) fn run(
    versions: &Versions,
    showing: Showing,
    explain: bool,
    format: AnyFormat,
    out: &Output,
) -> Result<u8> {
    let report = versions.report(explain);
    if let Some(doubt) = report.doubt() {
        complain(&doubt);
    }
    match out.format {
        _ if format == AnyFormat::Github => out.write(&markdown::brief_versions(&report))?,
        Format::Json => out.write(&json::versions(&report))?,
        // The reader of a page may still unfold unchanged items.
        Format::Html => out.write(&html::versions_page(&report, showing.shape()))?,
        Format::Markdown => out.write(&markdown::versions(&report, showing.folds()))?,
        Format::Text => text(&report, showing, out)?,
    }
    Ok(0)
}

fn text(report: &VersionsReport<'_>, showing: Showing, out: &Output) -> Result<()> {
    let options = DocumentOptions::new(out.width, out.glyphs);
    out.page(&lay_out_document(&report.summary(), options))?;
    let showing = showing.differences();
    for change in report.told() {
        out.write("\n\n")?;
        compare::text(&change.comparison, showing, out)?;
    }
    Ok(())
}
