//! What became of every level between two versions of a ladder.

use crate::compare::{LevelChange, totals};
use crate::model::{
    Align, Block, Column, Document, Paragraph, Row, Section, SectionKind, Table, Text,
};

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

    /// All of it but the texts, as a document: a table of levels for each track.
    #[must_use]
    pub fn summary(&self) -> Document {
        let totals = Text::plain(self.totals());
        let tracks = self.changes.chunk_by(|a, b| a.track == b.track);
        Document {
            title: self.title.clone(),
            preamble: vec![Block::Paragraph(Paragraph { line: 1, text: totals })],
            sections: tracks.map(track).collect(),
            ..Document::default()
        }
    }
}

fn track(changes: &[LevelChange]) -> Section {
    let column = |header: &str| Column { header: Text::plain(header), ..Column::default() };
    let sign = Column { align: Align::Center, ..Column::default() };
    let table = Table {
        line: 1,
        columns: vec![sign, column("Level"), column("What changed")],
        rows: changes.iter().map(row).collect(),
    };
    Section {
        title: Text::plain(changes.first().map_or("", |change| change.track)),
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
