//! What became of every level between two versions of a ladder.

use std::path::PathBuf;

use super::blocks::{column, list, paragraph, row, section, table};
use super::only::Only;
use super::shifts::{LevelShifts, ToldShift, VersionPlace, shifts};
use super::words::number;
use crate::compare::{Comparison, Kind, LevelChange, totals};
use crate::model::{Align, Block, Column, Document, Section, SpanStyle, Text};

/// The most levels in the brief form.
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
    /// The commit of the older version, if it is a revision.
    pub commit: Option<&'a str>,
    /// What became of the levels, in the order of the newer version.
    pub changes: Vec<LevelChange<'a>>,
    /// Where either version is, as seen from the current folder.
    pub roots: [PathBuf; 2],
}

/// What changed between two versions, without references to the ladders.
#[derive(Debug)]
pub struct LadderChanges {
    /// What is compared with what.
    pub title: String,
    /// What the older version is called.
    pub version: String,
    /// How many levels became what.
    pub totals: String,
    /// That these may be no two versions of one ladder.
    pub doubt: Option<String>,
    /// What became of each level.
    pub tally: Document,
    /// The levels that are shown, in the order of the newer version.
    pub levels: Vec<ChangedLevel>,
}

/// A level that says something else now, or that only one version has.
#[derive(Debug)]
pub struct ChangedLevel {
    /// The short name of the role as it is, or as it was.
    pub label: String,
    /// What became of it, in words.
    pub became: String,
    /// How its two versions compare.
    pub kind: Kind,
    /// What it says in both. No document on its left has the number of one of the newer version.
    pub comparison: Comparison,
}

impl LadderChanges {
    /// The levels of which something is shown.
    pub fn shown(&self, only: Only) -> impl Iterator<Item = &ChangedLevel> {
        let levels = self.levels.iter();
        levels.filter(move |it| it.comparison.topics.iter().any(|topic| only.shows_topic(topic)))
    }
}

impl VersionsReport<'_> {
    /// What is compared with what.
    #[must_use]
    pub fn title(ladder: &str, version: &str, is_revision: bool) -> String {
        let words = if is_revision { "since" } else { "compared with" };
        format!("{ladder} {words} {version}")
    }

    /// A warning, if no level of one version matches a level of the other.
    #[must_use]
    pub fn doubt(&self) -> Option<String> {
        let any = |fits: fn(&LevelChange<'_>) -> bool| self.changes.iter().any(fits);
        let has_both = any(|it| it.then.is_some()) && any(|it| it.now.is_some());
        let in_both = self.changes.iter().any(LevelChange::is_in_both);
        (has_both && !in_both).then(|| {
            format!(
                "no level here matches a level of {}: are these two versions of one ladder? `rungs \
                 compare --with` compares two different ladders",
                self.version
            )
        })
    }

    /// The report without references to the ladders, so that it can outlive them.
    #[must_use]
    pub fn kept(self) -> LadderChanges {
        let (totals, doubt) = (self.totals(), self.doubt());
        let tally = self.document(&self.changes.iter().collect::<Vec<_>>(), &[]);
        let told = self.changes.into_iter().filter(LevelChange::is_told);
        let level = |change: LevelChange<'_>| ChangedLevel {
            label: change.label().to_owned(),
            became: change.became(),
            kind: change.kind(),
            comparison: change.comparison.set_apart(),
        };
        LadderChanges {
            title: self.title,
            version: self.version.to_owned(),
            totals,
            doubt,
            tally,
            levels: told.map(level).collect(),
        }
    }

    /// How many levels became what.
    #[must_use]
    pub fn totals(&self) -> String {
        totals(&self.changes)
    }

    /// The levels that say something else now, or that only one version has.
    pub fn told(&self) -> impl Iterator<Item = &LevelChange<'_>> {
        self.changes.iter().filter(|change| change.is_told())
    }

    /// What became of the texts of the levels that are shown, each level of them.
    #[must_use]
    pub fn shifts(&self) -> Vec<LevelShifts<'_>> {
        // A revision is in no folder.
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
        self.document(&self.changes.iter().collect::<Vec<_>>(), &self.shifts())
    }

    /// The same without the levels that did not change, and of a large change no more than is read at
    /// one go: what is posted on a pull request.
    #[must_use]
    pub fn brief(&self) -> Document {
        let all: Vec<&LevelChange> =
            self.changes.iter().filter(|it| it.kind() != Kind::Same).collect();
        let (shown, rest) = all.split_at(all.len().min(MOST_LEVELS));
        let mut document = self.document(shown, &self.shifts());
        if let Some(last) = document.sections.last_mut().filter(|_| !rest.is_empty()) {
            last.blocks.push(paragraph(&format!("And {}.", number(rest.len(), "more level"))));
        }
        document
    }

    /// Some levels, track by track, and below them what changed in each.
    fn document(&self, changes: &[&LevelChange], told: &[LevelShifts<'_>]) -> Document {
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
    text.push_text(&told.text);
    text.push(" (", plain, None);
    text.push(&told.place, SpanStyle { code: true, ..plain }, None);
    text.push(")", plain, None);
    if let Some(was) = &told.was {
        text.push("\nwas: ", plain, None);
        text.push_text(was);
    }
    text
}
