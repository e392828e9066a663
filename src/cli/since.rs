//! `rungs compare --against` and `--since` without a role: what changed, level by level.

use anyhow::Result;
use serde_json::{Value, json};

use super::args::{Format, Showing};
use super::output::Output;
use super::versions::{Versions, with_absent};
use super::{compare, html, json, markdown};
use crate::compare::{self as compared, Comparer, Comparison, Kind, Spot, Topic};
use crate::model::{
    Align, Block, Column, Document, Ladder, Paragraph, Role, Row, Section, SectionKind, Table, Text,
};
use crate::page::{DocumentOptions, lay_out_document};

/// A level and what became of it.
struct Level<'a> {
    then: Option<&'a Role>,
    now: Option<&'a Role>,
    /// It in the versions that have it.
    level: compared::Level,
    comparison: Comparison,
}

/// Prints a summary of all levels, and the differences of those whose text changed.
pub(super) fn run(versions: &Versions, showing: Showing, out: &Output) -> Result<u8> {
    // In a page the reader may still look at the rest.
    let of_page = showing;
    let showing = Showing { only_differences: true, ..showing };
    let ladder = versions.joined(true);
    let comparer = Comparer::new(&ladder);
    let levels = versions.levels().into_iter().filter_map(|level| {
        let comparison = versions.compared(&comparer, &ladder, level, false)?;
        let then = level.then.map(|id| versions.then.ladder.role(id));
        let now = level.now.map(|id| versions.now.ladder.role(id));
        Some(Level { then, now, level, comparison })
    });
    let levels: Vec<Level> = levels.collect();
    versions.doubt(levels.iter().any(Level::is_in_both));
    let summary = summary(versions, &levels);
    if out.format == Format::Json {
        let value = as_json(versions, &with_absent(ladder), &levels);
        return out.write(&json::pretty(&value)).map(|()| 0);
    }
    let named = versions.named(ladder.clone());
    if out.format == Format::Html {
        let page = as_html(versions, &named, &levels, of_page);
        return out.write(&page).map(|()| 0);
    }
    let told = levels.iter().filter(|level| level.is_told()).map(|level| &level.comparison);
    if out.format == Format::Markdown {
        let mut text = markdown::document(&summary);
        for comparison in told {
            text.push('\n');
            text.push_str(&compare::as_markdown(&named, comparison, showing, 2));
        }
        return out.write(&text).map(|()| 0);
    }
    let options = DocumentOptions { width: out.width, glyphs: out.glyphs };
    out.page(&lay_out_document(&summary, options))?;
    for comparison in told {
        out.write("\n\n")?;
        compare::write(&named, comparison, showing, out)?;
    }
    Ok(0)
}

impl Level<'_> {
    /// The role as it is, or as it was.
    fn role(&self) -> Option<&Role> {
        self.now.or(self.then)
    }

    /// Whether it is there in both versions and says something else.
    fn has_changed(&self) -> bool {
        let mut topics = self.comparison.topics.iter();
        self.is_in_both() && topics.any(|topic| topic.kind != Kind::Same && !self.is_title(topic))
    }

    fn is_in_both(&self) -> bool {
        self.then.is_some() && self.now.is_some()
    }

    /// Whether what it says is worth printing: it is not what it was.
    fn is_told(&self) -> bool {
        self.has_changed() || !self.is_in_both()
    }

    /// Whether the titles are all that differs in a topic, which is the text before the first section:
    /// then it was renamed.
    fn is_title(&self, topic: &Topic) -> bool {
        let title = |role: Option<&Role>| role.map(|role| role.document.title.clone());
        let heading = |spot: &Option<Spot>| spot.as_ref().map(|spot| spot.text.clone());
        self.was().is_some()
            && topic.counts().differences() == 0
            && (title(self.then), title(self.now)) == (heading(&topic.left), heading(&topic.right))
    }

    /// What it was called, where that is not what it is called.
    fn was(&self) -> Option<String> {
        let (then, now) = self.then.zip(self.now)?;
        if then.document.title != now.document.title {
            Some(then.document.title.clone())
        } else if then.document.label != now.document.label {
            Some(then.document.label.clone())
        } else if then.level != now.level {
            Some(then.level.clone().unwrap_or_else(|| "without a level".to_owned()))
        } else {
            None
        }
    }

    fn kind(&self) -> Kind {
        match (self.then, self.now) {
            (Some(_), None) => Kind::Left,
            (None, Some(_)) => Kind::Right,
            _ if self.has_changed() || self.was().is_some() => Kind::Changed,
            _ => Kind::Same,
        }
    }

    /// What became of it, in words.
    fn became(&self) -> String {
        match self.kind() {
            Kind::Left => return "gone".to_owned(),
            Kind::Right => return "new".to_owned(),
            Kind::Same => return "the same".to_owned(),
            Kind::Changed => {}
        }
        let counts = self.comparison.counts();
        let mut parts: Vec<String> =
            self.was().map(|was| format!("was {was}")).into_iter().collect();
        let counted =
            [(counts.changed, "changed"), (counts.left, "taken out"), (counts.right, "put in")];
        let counted = counted.into_iter().filter(|(count, _)| *count > 0);
        parts.extend(counted.map(|(count, words)| format!("{count} {words}")));
        if counts.differences() == 0 && self.has_changed() {
            parts.push("moved or under other headings".to_owned());
        }
        parts.join(", ")
    }
}

/// The summary as a document: a table of levels for each track.
fn summary(versions: &Versions, levels: &[Level]) -> Document {
    let mut document = Document {
        title: title(versions),
        preamble: vec![Block::Paragraph(Paragraph { line: 1, text: Text::plain(totals(levels)) })],
        ..Document::default()
    };
    let mut last: Option<&str> = None;
    for level in levels {
        let Some(track) = track(versions, levels, level) else { continue };
        if last != Some(track) {
            document.sections.push(section(track));
            last = Some(track);
        }
        let blocks = document.sections.last_mut().map(|section| section.blocks.as_mut_slice());
        if let Some([Block::Table(table)]) = blocks {
            table.rows.push(row(level));
        }
    }
    document
}

/// The title of a level's track. One that is gone stood in what is now the track of those beside it.
fn track<'a>(versions: &'a Versions, levels: &[Level], level: &Level) -> Option<&'a str> {
    let title = |ladder: &'a Ladder, role: &Role| ladder.track(role.track).title.as_str();
    let then = level.then.map(|role| role.track);
    let beside = || {
        let beside = levels.iter().filter(|other| other.then.map(|role| role.track) == then);
        beside.into_iter().find_map(|other| other.now)
    };
    match (level.now.or_else(beside), level.then) {
        (Some(role), _) => Some(title(&versions.now.ladder, role)),
        (None, Some(role)) => Some(title(&versions.then.ladder, role)),
        (None, None) => None,
    }
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

fn row(level: &Level) -> Row {
    let label = level.role().map_or("", |role| role.document.label.as_str());
    let cells = [level.kind().sign(), label, &level.became()].map(Text::plain);
    Row { line: 1, cells: cells.to_vec() }
}

/// How many levels became what.
fn totals(levels: &[Level]) -> String {
    let count = |fits: &dyn Fn(&Level) -> bool| levels.iter().filter(|level| fits(level)).count();
    let of = |kind| count(&|level| level.kind() == kind);
    let same = of(Kind::Same);
    let all = match levels.len() {
        1 => "1 level".to_owned(),
        count => format!("{count} levels"),
    };
    if same == levels.len() {
        return format!("Nothing changed in {all}.");
    }
    let renamed = count(&|level| level.was().is_some());
    let parts = [
        (count(&|level| level.has_changed()), "changed"),
        (renamed, "renamed"),
        (of(Kind::Right), "new"),
        (of(Kind::Left), "gone"),
        (same, "the same"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts: Vec<String> = parts.map(|(count, words)| format!("{count} {words}")).collect();
    format!("{all}: {}.", parts.join(", "))
}

fn as_html(versions: &Versions, ladder: &Ladder, levels: &[Level], showing: Showing) -> String {
    let rows = levels.iter().map(|level| html::Row {
        track: track(versions, levels, level).unwrap_or_default(),
        label: level.role().map_or("", |role| role.document.label.as_str()),
        kind: level.kind(),
        became: level.became(),
        comparison: Some(&level.comparison).filter(|_| level.is_told()),
    });
    let rows: Vec<html::Row> = rows.collect();
    html::levels(ladder, [&title(versions), &totals(levels)], &rows, showing)
}

fn title(versions: &Versions) -> String {
    format!("{} {}", versions.now.ladder.name, versions.seen())
}

fn as_json(versions: &Versions, ladder: &Ladder, levels: &[Level]) -> Value {
    let level = |level: &Level| {
        let value = versions.as_json(ladder, &level.comparison, level.level, true);
        let mut whole = json!({ "kind": compare::kind(level.kind()), "was": level.was() });
        if let (Value::Object(whole), Value::Object(value)) = (&mut whole, value) {
            whole.extend(value);
        }
        whole
    };
    json!({
        "version": versions.name,
        "commit": versions.commit,
        "levels": levels.iter().map(level).collect::<Value>(),
    })
}
