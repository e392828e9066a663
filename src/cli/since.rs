//! `rungs compare --against` and `--since` without a role: what changed, level by level.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::{Format, Showing};
use super::output::Output;
use super::versions::Versions;
use super::{compare, html, json, markdown};
use crate::compare::{LevelChange, changes, totals};
use crate::model::{
    Align, Block, Column, Document, Paragraph, Row, Section, SectionKind, Table, Text,
};
use crate::page::{DocumentOptions, lay_out_document};

/// Prints a summary of all levels, and the differences of those whose text changed.
pub(super) fn run(versions: &Versions, showing: Showing, out: &Output) -> Result<u8> {
    // In a page the reader may still look at the rest.
    let of_page = showing;
    let showing = Showing { only_differences: true, ..showing };
    let [then, now] = versions.both();
    let changes = changes(then, now);
    versions.doubt(changes.iter().any(LevelChange::is_in_both));
    if out.format == Format::Json {
        return out.write(&json::pretty(&as_json(versions, &changes))).map(|()| 0);
    }
    if out.format == Format::Html {
        let page = html::levels([&title(versions), &totals(&changes)], &changes, of_page);
        return out.write(&page).map(|()| 0);
    }
    let summary = summary(versions, &changes);
    let told = changes.iter().filter(|change| change.is_told()).map(|change| &change.comparison);
    if out.format == Format::Markdown {
        let mut text = markdown::document(&summary);
        for comparison in told {
            text.push('\n');
            text.push_str(&compare::as_markdown(comparison, showing, 2));
        }
        return out.write(&text).map(|()| 0);
    }
    let options = DocumentOptions { width: out.width, glyphs: out.glyphs };
    out.page(&lay_out_document(&summary, options))?;
    for comparison in told {
        out.write("\n\n")?;
        compare::write(&now.ladder.name, comparison, showing, out)?;
    }
    Ok(0)
}

/// The summary as a document: a table of levels for each track.
fn summary(versions: &Versions, changes: &[LevelChange]) -> Document {
    let mut document = Document {
        title: title(versions),
        preamble: vec![Block::Paragraph(Paragraph { line: 1, text: Text::plain(totals(changes)) })],
        ..Document::default()
    };
    let mut last: Option<&str> = None;
    for change in changes {
        if last != Some(change.track) {
            document.sections.push(section(change.track));
            last = Some(change.track);
        }
        let blocks = document.sections.last_mut().map(|section| section.blocks.as_mut_slice());
        if let Some([Block::Table(table)]) = blocks {
            table.rows.push(row(change));
        }
    }
    document
}

fn section(track: &str) -> Section {
    let column = |header: &str| Column { header: Text::plain(header), ..Column::default() };
    let sign = Column { align: Align::Center, ..Column::default() };
    let table = Table {
        line: 1,
        columns: vec![sign, column("Level"), column("What changed")],
        rows: Vec::new(),
    };
    Section {
        title: Text::plain(track),
        kind: SectionKind::Heading(2),
        depth: 1,
        anchor: String::new(),
        line: 1,
        blocks: vec![Block::Table(table)],
    }
}

fn row(change: &LevelChange) -> Row {
    let cells = [change.kind().sign(), change.label(), &change.became()].map(Text::plain);
    Row { line: 1, cells: cells.to_vec() }
}

fn title(versions: &Versions) -> String {
    format!("{} {}", versions.now.ladder.name, versions.seen())
}

fn as_json(versions: &Versions, changes: &[LevelChange]) -> Value {
    let level = |change: &LevelChange| {
        let value = versions.as_json(&change.comparison, true);
        let mut whole = json!({ "kind": compare::kind(change.kind()), "was": change.was() });
        if let (Value::Object(whole), Value::Object(value)) = (&mut whole, value) {
            whole.extend(value);
        }
        whole
    };
    json!({
        "version": versions.name,
        "commit": versions.commit,
        "levels": changes.iter().map(level).collect::<Value>(),
    })
}
