//! `rungs search`: every place in the ladder that holds the words.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::Format;
use super::output::{NOTHING_FOUND, Output};
use super::{json, markdown};
use crate::content::Loaded;
use crate::model::Ladder;
use crate::naming::Labels;
use crate::search::{Hit, search};
use crate::theme::Ink;

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
    let hits = search(&loaded.ladder, &query);
    let ladder = &loaded.ladder;
    let labels = Labels::new(ladder);
    let text = match out.format {
        Format::Json => json::pretty(&as_json(&loaded.ladder, &query, &hits)),
        Format::Markdown => hits.iter().map(|hit| as_markdown(ladder, &labels, hit)).collect(),
        Format::Text | Format::Html => {
            hits.iter().map(|hit| as_text(ladder, &labels, hit, out)).collect()
        }
    };
    out.write(&text)?;
    Ok(if hits.is_empty() { NOTHING_FOUND } else { 0 })
}

/// Where a hit stands, the track in front where another role has the label of its role.
fn place(ladder: &Ladder, labels: &Labels<'_>, hit: &Hit, separator: &str) -> String {
    let label = labels.of_document(hit.document);
    match hit.section {
        Some(section) => {
            let section = ladder.document(hit.document).section(section).title.to_plain();
            format!("{label} {separator} {section}")
        }
        None => label.into_owned(),
    }
}

/// `file:line: place: text`, one line a hit, as grep writes it.
fn as_text(ladder: &Ladder, labels: &Labels<'_>, hit: &Hit, out: &Output) -> String {
    let mut text = String::new();
    let mut at = 0;
    for range in &hit.ranges {
        text.push_str(&hit.text[at..range.start]);
        text.push_str(&out.paint(&hit.text[range.clone()], Ink::CurrentMatch));
        at = range.end;
    }
    text.push_str(&hit.text[at..]);
    let file = &ladder.document(hit.document).file;
    let spot = out.paint(&format!("{file}:{}:", hit.line), Ink::Muted);
    let place = out.paint(&place(ladder, labels, hit, out.glyphs.separator()), Ink::Heading);
    format!("{spot} {place}: {}\n", text.replace('\n', " "))
}

fn as_markdown(ladder: &Ladder, labels: &Labels<'_>, hit: &Hit) -> String {
    let file = &ladder.document(hit.document).file;
    format!(
        "- **{}** ({}:{}): {}\n",
        markdown::escaped(&place(ladder, labels, hit, "›")),
        markdown::escaped(file),
        hit.line,
        markdown::escaped(&hit.text).replace('\n', " ")
    )
}

fn as_json(ladder: &Ladder, query: &str, hits: &[Hit]) -> Value {
    let hit = |hit: &Hit| {
        let document = ladder.document(hit.document);
        let section = hit.section.map(|id| document.section(id).title.to_plain());
        let matches = hit.ranges.iter().map(|range| &hit.text[range.clone()]);
        json!({
            "title": document.title,
            "section": section,
            "file": document.file,
            "line": hit.line,
            "text": hit.text,
            "matches": matches.collect::<Value>(),
        })
    };
    json!({ "query": query, "hits": hits.iter().map(hit).collect::<Value>() })
}
