//! What became of every level between two versions of a ladder.

use std::path::PathBuf;

use super::blocks::{column, list, paragraph, row, section, table};
use super::shifts::{LevelShifts, ToldShift, VersionPlace, shifts};
use super::words::number;
use crate::compare::{Kind, LevelChange, totals};
use crate::model::{Align, Block, Column, Document, Section, SpanStyle, Text};

/// At most so many levels are told of in brief.
const MOST_LEVELS: usize = 60;

/// What the newer version is called.
pub const NOW: &str = "now";

/// What there is to say of two versions of a ladder.
#[derive(Debug)]
pub struct VersionsReport<'a> {
    /// What is compared with what.
    pub title: String,
    /// What the older version is called.
    pub version: &'a str,
    /// The commit of the older version, where it is a revision.
    pub commit: Option<&'a str>,
    /// What became of the levels, in the order of the newer version.
    pub changes: Vec<LevelChange<'a>>,
    /// Where either version stands, as seen from the current folder.
    pub roots: [PathBuf; 2],
}

impl VersionsReport<'_> {
    /// How many levels became what.
    #[must_use]
    pub fn totals(&self) -> String {
        totals(&self.changes)
    }

    /// The levels that say something else now, or that only one version has.
    pub fn told(&self) -> impl Iterator<Item = &LevelChange<'_>> {
        self.changes.iter().filter(|change| change.is_told())
    }

    /// What became of the texts of the levels that are told, each level of them.
    #[must_use]
    pub fn shifts(&self) -> Vec<LevelShifts<'_>> {
        // What stands in a revision stands in no folder.
        let version = self.commit.map(|_| self.version);
        let [then, now] = &self.roots;
        let places =
            [VersionPlace { root: then, version }, VersionPlace { root: now, version: None }];
        shifts(self.told(), places)
    }

    /// What became of the levels and of their texts, as a document: for each track a table of its
    /// levels, and below what rose, fell, appeared and so on in each that changed.
    #[must_use]
    pub fn summary(&self) -> Document {
        self.document(&self.changes.iter().collect::<Vec<_>>())
    }

    /// The same without the levels that did not change, and of a large change no more than is read at
    /// one go: what is posted on a pull request.
    #[must_use]
    pub fn brief(&self) -> Document {
        let all: Vec<&LevelChange> =
            self.changes.iter().filter(|it| it.kind() != Kind::Same).collect();
        let (shown, rest) = all.split_at(all.len().min(MOST_LEVELS));
        let mut document = self.document(shown);
        if let Some(last) = document.sections.last_mut().filter(|_| !rest.is_empty()) {
            last.blocks.push(paragraph(&format!("And {}.", number(rest.len(), "more level"))));
        }
        document
    }

    /// Some levels, track by track.
    fn document(&self, changes: &[&LevelChange]) -> Document {
        let told = self.shifts();
        let tracks = changes.chunk_by(|a, b| a.track == b.track).flat_map(|changes| {
            let of_track = |it: &&LevelShifts| changes.iter().any(|c| std::ptr::eq(*c, it.change));
            std::iter::once(track(changes)).chain(told.iter().filter(of_track).filter_map(level))
        });
        Document {
            title: self.title.clone(),
            preamble: vec![paragraph(&self.totals())],
            sections: tracks.collect(),
            ..Document::default()
        }
    }
}

fn track(changes: &[&LevelChange]) -> Section {
    let sign = Column { align: Align::Center, ..Column::default() };
    let columns = vec![sign, column("Level"), column("What changed")];
    let level =
        |change: &&LevelChange| row([change.kind().sign(), change.label(), &change.became()]);
    let title = Text::plain(changes.first().map_or("", |change| change.track));
    section(title, 1, vec![table(columns, changes.iter().map(level).collect())])
}

/// What became of the texts of a level, an item each.
fn level(shifts: &LevelShifts) -> Option<Section> {
    let about = [&shifts.whole, &shifts.more].into_iter().flatten().map(|it| paragraph(it));
    let blocks: Vec<Block> = list(shifts.told.iter().map(told)).into_iter().chain(about).collect();
    (!blocks.is_empty()).then(|| section(Text::plain(shifts.change.label()), 2, blocks))
}

fn told(told: &ToldShift) -> Text {
    let plain = SpanStyle::default();
    let mut text = Text::default();
    text.push(told.shift.word(), SpanStyle { bold: true, ..plain }, None);
    text.push(": ", plain, None);
    push_text(&mut text, &told.text);
    text.push(" (", plain, None);
    text.push(&told.place, SpanStyle { code: true, ..plain }, None);
    text.push(")", plain, None);
    if let Some(was) = &told.was {
        text.push("\nwas: ", plain, None);
        push_text(&mut text, was);
    }
    text
}

fn push_text(text: &mut Text, more: &Text) {
    more.spans.iter().for_each(|span| text.push(&span.text, span.style, span.link.as_ref()));
}
