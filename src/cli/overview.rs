//! `rungs overview`: a track as a matrix, its levels across and its topics down.

use anyhow::Result;

use super::args::Format;
use super::named;
use super::output::{Output, complain};
use crate::content::Loaded;
use crate::page::{
    MatrixColumns, MatrixWants, OverviewOptions, hand_over_overview, lay_out_legend,
};
use crate::report::{MatrixReport, OverviewReport, matrix_rest};
use crate::theme::Ink;
use crate::{html, json, markdown};

pub(super) fn run(loaded: &Loaded, track: Option<&str>, items: bool, out: &Output) -> Result<u8> {
    let tracks = named::tracks(loaded, track)?;
    let report = OverviewReport::new(&loaded.ladder, &tracks, items);
    match out.format {
        Format::Json => out.write(&json::overview(&report))?,
        Format::Markdown => out.write(&markdown::overview(&report))?,
        Format::Html => out.write(&html::overview_page(&report))?,
        Format::Text => text(&report, out)?,
    }
    Ok(0)
}

fn text(report: &OverviewReport<'_>, out: &Output) -> Result<()> {
    if report.tracks.is_empty() {
        complain("no roles in this ladder: `rungs list --explain` says how each file was read");
        return Ok(());
    }
    for (at, matrix) in report.tracks.iter().enumerate() {
        let gap = if at > 0 { "\n" } else { "" };
        out.write(&format!("{gap}{}\n", out.paint(matrix.title, Ink::Title)))?;
        self::matrix(matrix, out)?;
    }
    out.write("\n")?;
    out.lines(&lay_out_legend(options(out, 0)))
}

/// The matrix, as many levels at a time as there is room for.
fn matrix(matrix: &MatrixReport<'_>, out: &Output) -> Result<()> {
    let MatrixReport { levels, rows, .. } = matrix;
    let count = levels.subjects.len();
    if rows.is_empty() {
        return out.write("\nall levels of this track are empty\n");
    }
    let wants = MatrixWants::new(levels, rows);
    let mut from = 0;
    while from < count {
        out.write("\n")?;
        out.handed_over(|take| hand_over_overview(levels, rows, &wants, options(out, from), take))?;
        from = MatrixColumns::new(out.width, &wants, from).shown.end;
    }
    matrix_rest(levels).map_or(Ok(()), |rest| out.write(&format!("\n{rest}\n")))
}

fn options(out: &Output, from: usize) -> OverviewOptions {
    OverviewOptions { width: out.width, glyphs: out.glyphs, from }
}
