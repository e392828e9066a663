//! `rungs trace`: one topic through all levels of a track.

use anyhow::{Result, bail};

use super::args::Format;
use super::named;
use super::output::{NOTHING_FOUND, Output, complain};
use crate::content::Loaded;
use crate::page::{TraceOptions, lay_out_note, lay_out_trace};
use crate::report::TracesReport;
use crate::theme::Ink;
use crate::{html, json, markdown};

pub(super) fn run(loaded: &Loaded, topic: &str, track: Option<&str>, out: &Output) -> Result<u8> {
    let tracks = named::tracks(loaded, track)?;
    let report = TracesReport::new(&loaded.ladder, &tracks, topic);
    if let Some(remark) = report.remark() {
        complain(&remark);
    }
    if out.format == Format::Json {
        out.write(&json::traces(&report))?;
    }
    if report.is_empty() {
        if let Some(message) = named::explained(topic, Some(loaded)) {
            bail!("{message}");
        }
        complain(&report.nothing());
        return Ok(NOTHING_FOUND);
    }
    match out.format {
        Format::Json => {}
        Format::Markdown => out.write(&markdown::traces(&report))?,
        Format::Html => out.write(&html::traces_page(&report))?,
        Format::Text => text(&report, out)?,
    }
    Ok(0)
}

fn text(report: &TracesReport<'_>, out: &Output) -> Result<()> {
    // What is printed does not scroll.
    let options = TraceOptions { width: out.width, glyphs: out.glyphs, head: 0 };
    let arrow = format!(" {} ", out.glyphs.separator());
    let mut gap = "";
    for track in report.tracks() {
        for found in report.traces(track) {
            out.write(&format!("{gap}{}\n", out.paint(track.title, Ink::Muted)))?;
            gap = "\n\n";
            out.page(&lay_out_trace(report.ladder, &found.trace, options))?;
            note(found.same_under(&arrow), out)?;
        }
        note(track.also_said().words(&arrow), out)?;
    }
    Ok(())
}

/// A line below a trace, if there is anything to say.
fn note(words: Option<String>, out: &Output) -> Result<()> {
    let Some(words) = words else { return Ok(()) };
    out.write("\n")?;
    out.lines(&lay_out_note(&words, out.width, out.glyphs))
}
