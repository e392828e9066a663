//! `rungs overview`: a track as a matrix, its levels across and its topics down.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::Format;
use super::output::Output;
use super::{html, json, levels, markdown, named};
use crate::compare::{self, Levels, MatrixCell, Thread};
use crate::content::Loaded;
use crate::model::{Ladder, TrackId};
use crate::page::{OverviewColumns, OverviewOptions, lay_out_overview, overview_names, width};
use crate::theme::Ink;

pub(super) fn run(loaded: &Loaded, track: Option<&str>, items: bool, out: &Output) -> Result<u8> {
    let ladder = &loaded.ladder;
    let tracks: Vec<TrackId> = match track {
        Some(name) => vec![named::track(loaded, name)?],
        None => (0..ladder.tracks.len()).map(TrackId).collect(),
    };
    let matrices = tracks.into_iter().map(|track| {
        let levels = compare::align_levels(ladder, &compare::track_subjects(ladder, track));
        (ladder.track(track).title.as_str(), levels)
    });
    match out.format {
        Format::Json => {
            let tracks = matrices.map(|(title, levels)| matrix_json(ladder, title, &levels));
            out.write(&json::pretty(&json!({ "tracks": tracks.collect::<Value>() })))?;
        }
        Format::Markdown => {
            let text: String =
                matrices.map(|(title, it)| matrix_markdown(title, &it, items)).collect();
            out.write(text.trim_start())?;
        }
        Format::Html => {
            let matrices = matrices.map(|(title, levels)| {
                let rows = rows(&levels, items);
                (title, levels, rows)
            });
            out.write(&html::overview(ladder, &matrices.collect::<Vec<_>>()))?;
        }
        Format::Text => {
            for (at, (title, levels)) in matrices.enumerate() {
                let gap = if at > 0 { "\n" } else { "" };
                out.write(&format!("{gap}{}\n", out.paint(title, Ink::Title)))?;
                text(&levels, items, out)?;
            }
            out.write(&format!("\n{}", out.paint(&legend(out), Ink::Muted)))?;
        }
    }
    Ok(0)
}

/// What the signs of a matrix mean, as many on a line as there is room for.
fn legend(out: &Output) -> String {
    let dot = out.glyphs.dot();
    let signs = [
        format!("{dot} nothing"),
        "gap: nothing, though levels below and above have it".to_owned(),
        "= as the level before".to_owned(),
        "4: so many texts, the first of them".to_owned(),
        "empty: a heading alone".to_owned(),
    ];
    let (mut text, mut taken) = (String::new(), 0);
    for sign in signs {
        let gap = match taken {
            0 => "",
            taken if taken + 3 + width(&sign) <= out.width => "   ",
            _ => "\n",
        };
        taken = if gap == "\n" { 0 } else { taken + width(gap) } + width(&sign);
        text.push_str(gap);
        text.push_str(&sign);
    }
    text + "\n"
}

/// What stands in a matrix: with the items where they are asked for, or where there is little else.
fn rows(levels: &Levels, items: bool) -> Vec<Thread> {
    levels.matrix(|_| items || levels.is_flat())
}

/// The matrix, as many levels at a time as there is room for.
fn text(levels: &Levels, items: bool, out: &Output) -> Result<()> {
    let rows = rows(levels, items);
    let count = levels.subjects.len();
    if rows.is_empty() {
        return out.write("\nnone of its levels says anything\n");
    }
    let mut from = 0;
    while from < count {
        out.write("\n")?;
        let options = OverviewOptions { width: out.width, glyphs: out.glyphs, from };
        out.page(&lay_out_overview(levels, &rows, options))?;
        from =
            OverviewColumns::new(out.width, overview_names(levels, &rows), count, from).shown.end;
    }
    Ok(())
}

fn matrix_json(ladder: &Ladder, title: &str, levels: &Levels) -> Value {
    let mut value = levels::as_json(ladder, levels, false);
    for (at, topic) in levels.topics.iter().enumerate() {
        let texts = (0..levels.subjects.len()).map(|column| levels.texts(at, column));
        let gaps = (0..levels.subjects.len()).filter(|column| levels.is_gap(at, *column));
        let (texts, gaps) = (texts.collect::<Value>(), gaps.collect::<Value>());
        value["topics"][at]["title"] = json!(topic.title);
        value["topics"][at]["texts"] = texts;
        value["topics"][at]["gaps"] = gaps;
    }
    value["track"] = json!(title);
    value
}

fn matrix_markdown(title: &str, levels: &Levels, items: bool) -> String {
    let labels: Vec<String> = levels.names.iter().map(|name| markdown::cell(name)).collect();
    let rule = " --- |".repeat(labels.len() + 1);
    let heading = markdown::escaped(title);
    let mut text = format!("\n# {heading}\n\n| | {} |\n|{rule}\n", labels.join(" | "));
    for thread in rows(levels, items) {
        let name = markdown::cell(levels.name(thread));
        let depth = levels.topics[thread.topic].depth;
        let name = match (thread.row, depth) {
            (None, 1) => format!("**{name}**"),
            _ => name,
        };
        let cell = |column| markdown::cell(&matrix_cell(levels, thread, column));
        let cells: Vec<String> = (0..labels.len()).map(cell).collect();
        text.push_str(&format!("| {name} | {} |\n", cells.join(" | ")));
    }
    text
}

/// A topic's number of texts, a row's text, or that there is a gap.
fn matrix_cell(levels: &Levels, thread: Thread, column: usize) -> String {
    let row = thread.row.map(|row| &levels.topics[thread.topic].rows[row]);
    match levels.cell(thread, column) {
        MatrixCell::Nothing => String::new(),
        MatrixCell::Gap => "gap".to_owned(),
        MatrixCell::Empty => "empty".to_owned(),
        MatrixCell::Count(count, _) => count.to_string(),
        MatrixCell::Same(part) | MatrixCell::Text(part) => {
            row.map_or_else(|| part.spot.text.clone(), |row| row.words(part))
        }
    }
}
