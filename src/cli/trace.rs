//! `rungs trace`: one topic through all levels of a track.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::args::Format;
use super::levels::row_json;
use super::output::{NOTHING_FOUND, Output, complain};
use super::{html, json, markdown, named};
use crate::compare::{self, LevelRow, Levels, Series, Stated, Thread};
use crate::content::Loaded;
use crate::model::{Ladder, TrackId, clean};
use crate::page::{DocumentOptions, lay_out_trace};
use crate::search;
use crate::theme::Ink;

/// At most so many names are offered where nothing has the name that was asked for.
const OFFERED: usize = 12;

/// What was found in a track.
struct Found<'a> {
    track: &'a str,
    levels: Levels,
    threads: Vec<Thread>,
}

pub(super) fn run(loaded: &Loaded, topic: &str, track: Option<&str>, out: &Output) -> Result<u8> {
    let ladder = &loaded.ladder;
    let tracks: Vec<TrackId> = match track {
        Some(name) => vec![named::track(loaded, name)?],
        None => (0..ladder.tracks.len()).map(TrackId).collect(),
    };
    let mut all: Vec<Found> = tracks
        .into_iter()
        .map(|track| {
            let subjects = compare::track_subjects(ladder, track);
            let levels = compare::align_levels(ladder, &subjects);
            let threads = levels.find(topic);
            Found { track: &ladder.track(track).title, levels, threads }
        })
        .collect();
    if all.iter().all(|found| found.threads.is_empty()) {
        for found in &mut all {
            found.threads = found.levels.find_words(topic);
        }
        if all.iter().any(|found| !found.threads.is_empty()) {
            complain(&format!("no topic is called \"{topic}\": these say it"));
        }
    }
    let found: Vec<&Found> = all.iter().filter(|found| !found.threads.is_empty()).collect();
    if out.format == Format::Json {
        out.write(&json::pretty(&as_json(ladder, topic, &found)))?;
    }
    if found.is_empty()
        && let Some(message) = named::explained(topic, Some(loaded))
    {
        bail!("{message}");
    }
    if found.is_empty() {
        complain(&nothing(topic, &all));
        return Ok(NOTHING_FOUND);
    }
    match out.format {
        Format::Json => {}
        Format::Markdown => {
            let text: String = found.iter().map(|found| as_markdown(found)).collect();
            out.write(text.trim_start())?;
        }
        Format::Html => out.write(&as_html(ladder, topic, &found))?,
        Format::Text => text(ladder, &found, out)?,
    }
    Ok(0)
}

fn text(ladder: &Ladder, found: &[&Found], out: &Output) -> Result<()> {
    let options = DocumentOptions { width: out.width, glyphs: out.glyphs };
    let mut gap = "";
    for found in found {
        for (thread, also) in found.levels.distinct(&found.threads) {
            out.write(&format!("{gap}{}\n", out.paint(found.track, Ink::Muted)))?;
            gap = "\n\n";
            out.page(&lay_out_trace(ladder, &found.levels, thread, options))?;
            for other in also {
                let around = found.levels.path(other);
                let arrow = format!(" {} ", out.glyphs.separator());
                let words = format!("The same under {}", around[..around.len() - 1].join(&arrow));
                out.write(&format!("\n{}\n", out.paint(&words, Ink::Muted)))?;
            }
        }
    }
    Ok(())
}

fn as_html(ladder: &Ladder, topic: &str, found: &[&Found]) -> String {
    let traces = found.iter().flat_map(|found| {
        let threads = found.levels.distinct(&found.threads).into_iter();
        threads.map(|(thread, also)| html::Traced {
            track: found.track,
            levels: &found.levels,
            thread,
            also,
        })
    });
    html::traces(ladder, &clean::line(topic), &traces.collect::<Vec<_>>())
}

/// That nothing is called so, and what there is.
fn nothing(topic: &str, all: &[Found]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for found in all {
        let levels = &found.levels;
        for thread in levels.threads().filter(|thread| levels.topics[thread.topic].depth == 1) {
            let name = levels.name(thread);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    // A few letters are in any name somewhere, in this order.
    let near = match topic.chars().count() {
        0..=3 => Vec::new(),
        _ => search::rank(topic, names.iter().copied()),
    };
    let near: Vec<&str> = near.into_iter().map(|ranked| names[ranked.index]).collect();
    let offered = if near.is_empty() { &names } else { &near };
    let listed: Vec<String> = offered
        .iter()
        .take(OFFERED)
        .map(|name| format!("\n  {}", name.replace('\n', " ")))
        .collect();
    let more = if offered.len() > OFFERED {
        "\n  and more: `rungs overview --items` lists all"
    } else {
        ""
    };
    match offered.is_empty() {
        true => format!("nothing is called \"{topic}\" here"),
        false => format!("nothing is called \"{topic}\"; there are:{}{more}", listed.concat()),
    }
}

fn as_json(ladder: &Ladder, topic: &str, found: &[&Found]) -> Value {
    let traces = found
        .iter()
        .flat_map(|found| found.threads.iter().map(|thread| trace_json(ladder, found, *thread)));
    json!({ "query": topic, "traces": traces.collect::<Value>() })
}

fn trace_json(ladder: &Ladder, found: &Found, thread: Thread) -> Value {
    let levels = &found.levels;
    let headings = levels.topics[thread.topic].headings.iter();
    let rows = levels.rows(thread).into_iter().map(|(topic, row)| {
        let mut value = row_json(row);
        value["topic"] = json!(levels.topics[topic].title);
        value["quantities"] = row.series().iter().map(series_json).collect();
        value
    });
    json!({
        "track": found.track,
        "title": levels.name(thread),
        "path": levels.path(thread),
        "roles": json::sides(ladder, &levels.subjects),
        "headings": headings.map(|heading| json::spot(heading.as_ref())).collect::<Value>(),
        "rows": rows.collect::<Value>(),
    })
}

fn series_json(series: &Series) -> Value {
    let value = |stated: &Option<Stated>| match stated {
        Some(stated) => json!({
            "text": stated.words,
            "low": stated.quantity.low,
            "high": stated.quantity.high,
            "open": stated.quantity.open,
        }),
        None => Value::Null,
    };
    json!({ "of": series.of(), "values": series.values.iter().map(value).collect::<Value>() })
}

fn as_markdown(found: &Found) -> String {
    let levels = &found.levels;
    let labels: Vec<String> = levels.names.iter().map(|name| markdown::escaped(name)).collect();
    let mut text = String::new();
    for thread in &found.threads {
        let path: Vec<String> = levels.path(*thread).into_iter().map(markdown::escaped).collect();
        let track = markdown::escaped(found.track);
        text.push_str(&format!("\n# {}\n\n{track}\n", path.join(" › ")));
        let rows = levels.rows(*thread);
        match thread.row {
            Some(_) => text.push_str(&row_markdown(&labels, rows[0].1)),
            None => text.push_str(&section_markdown(&labels, &rows)),
        }
    }
    text
}

/// A line for each level.
fn row_markdown(labels: &[String], row: &LevelRow) -> String {
    let mut text = "\n| | |\n| --- | --- |\n".to_owned();
    let keyed = row.has_one_key();
    for (label, cell) in labels.iter().zip(&row.cells) {
        let words = cell.as_ref().map_or(String::new(), |cell| match keyed {
            true => markdown::cell(&cell.part.text.to_plain()),
            false => markdown::cell(&cell.part.spot.text),
        });
        text.push_str(&format!("| **{label}** | {words} |\n"));
    }
    text
}

/// A list for each level.
fn section_markdown(labels: &[String], rows: &[(usize, &LevelRow)]) -> String {
    let mut text = String::new();
    for (column, label) in labels.iter().enumerate() {
        text.push_str(&format!("\n## {label}\n\n"));
        let cells: Vec<_> = rows.iter().filter_map(|(_, row)| row.cells[column].as_ref()).collect();
        if cells.is_empty() {
            text.push_str("Nothing on this.\n");
        }
        for cell in cells {
            let words = markdown::cell(&cell.part.spot.text);
            text.push_str(&format!("- {words}\n"));
        }
    }
    text
}
