//! `rungs search`: every place in the ladder that holds the words.

use anyhow::{Result, anyhow};

use super::args::{Format, SearchedWords};
use super::output::{NOTHING_FOUND, Output, complain};
use crate::content::Loaded;
use crate::page::{lay_out_hit_groups, lay_out_hits};
use crate::report::HitsReport;
use crate::search::Query;
use crate::{json, markdown};

pub(super) fn run(loaded: &Loaded, asked: &SearchedWords, out: &Output) -> Result<u8> {
    // A word that the shell hands over with spaces in it was quoted: it is one phrase.
    let phrase = |word: &String| {
        let is_phrase = !asked.regex && word.contains(char::is_whitespace) && !word.contains('"');
        if is_phrase && asked.words.len() > 1 { format!("\"{word}\"") } else { word.clone() }
    };
    let words = asked.words.iter().map(phrase).collect::<Vec<_>>().join(" ");
    let query = Query { words, is_regex: asked.regex, whole_words: asked.word };
    let report = HitsReport::new(&loaded.ladder, query)
        .map_err(|error| anyhow!("invalid regular expression: {error}"))?;
    match out.format {
        Format::Json => out.write(&json::hits(&report))?,
        Format::Markdown => out.write(&markdown::hits(&report))?,
        Format::Text | Format::Html if out.terminal => out.lines(&lay_out_hit_groups(&report))?,
        Format::Text | Format::Html => out.lines(&lay_out_hits(&report, out.glyphs))?,
    }
    if !report.hits().is_empty() {
        return Ok(0);
    }
    complain(&no_match(&report.query));
    Ok(NOTHING_FOUND)
}

/// The message of a search without a match, with what to try next.
fn no_match(query: &Query) -> String {
    let words = query.words.as_str();
    let advice = match words.trim() {
        "" => return "no words to search for: name at least one".to_owned(),
        _ if query.whole_words => ": without --word, parts of words match too",
        _ if query.is_regex => ": check the expression, or search for words",
        words if words.contains(char::is_uppercase) => ": lowercase letters match capitals too",
        words if words.contains(char::is_whitespace) => ": try fewer words",
        _ => ": check the spelling, or try another word",
    };
    format!("no match for `{words}`{advice}")
}
