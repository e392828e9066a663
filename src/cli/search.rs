//! `rungs search`: every place in the ladder that holds the words.

use anyhow::Result;

use super::args::Format;
use super::output::{NOTHING_FOUND, Output, complain};
use crate::content::Loaded;
use crate::page::lay_out_hits;
use crate::report::HitsReport;
use crate::{json, markdown};

pub(super) fn run(loaded: &Loaded, words: &[String], out: &Output) -> Result<u8> {
    // A word that the shell hands over with spaces in it was quoted: it is one phrase.
    let phrase = |word: &String| {
        if word.contains(char::is_whitespace) && words.len() > 1 && !word.contains('"') {
            format!("\"{word}\"")
        } else {
            word.clone()
        }
    };
    let query = words.iter().map(phrase).collect::<Vec<_>>().join(" ");
    let report = HitsReport::new(&loaded.ladder, query);
    match out.format {
        Format::Json => out.write(&json::hits(&report))?,
        Format::Markdown => out.write(&markdown::hits(&report))?,
        Format::Text | Format::Html => out.lines(&lay_out_hits(&report, out.glyphs))?,
    }
    if !report.hits.is_empty() {
        return Ok(0);
    }
    complain(&no_match(&report.query));
    Ok(NOTHING_FOUND)
}

/// The message of a search without a match, with what to try next.
fn no_match(query: &str) -> String {
    let advice = match query.trim() {
        "" => return "no words to search for: name at least one".to_owned(),
        words if words.contains(char::is_uppercase) => ": lowercase letters match capitals too",
        words if words.contains(char::is_whitespace) => ": try fewer words",
        _ => ": check the spelling, or try another word",
    };
    format!("no match for `{query}`{advice}")
}
