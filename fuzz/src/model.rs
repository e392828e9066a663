//! What the model promises of every ladder.

use std::collections::HashSet;

use rungs::content::Loaded;
use rungs::model::{Block, Document, Table};

use crate::holds;

/// How deep blocks nest at most.
const DEEPEST: usize = 40;

/// Asserts what holds of a ladder, whatever its files are.
///
/// # Panics
/// If it does not hold.
pub fn holds_of(loaded: &Loaded) {
    let ladder = &loaded.ladder;
    let lines = |file: &str| {
        let source = loaded.sources.iter().find(|source| source.path == file);
        source.map_or(0, |source| lines(&source.text))
    };
    let in_tracks: usize = ladder.tracks.iter().map(|track| track.roles.len()).sum();
    assert_eq!(in_tracks, ladder.roles.len(), "every role is in one track");
    let mut ids = HashSet::new();
    for role in &ladder.roles {
        assert!(ids.insert(&role.id), "two roles are {}", role.id);
        holds::is_clean_line(&role.id);
    }
    for (_, document) in ladder.documents() {
        let Document { file, line, last_line, .. } = document;
        assert!((1..=*last_line).contains(line), "{file}: {line} to {last_line}");
        assert!(*last_line <= lines(file), "{file}: {last_line} of {}", lines(file));
        self::document(document);
    }
    for finding in &loaded.findings {
        assert!(finding.column > 0 && finding.length > 0, "{finding:?}");
        assert!((1..=lines(&finding.file).max(1)).contains(&finding.line), "{finding:?}");
        holds::is_clean(&finding.render());
        for note in &finding.notes {
            assert!((1..=lines(&note.file).max(1)).contains(&note.line), "{finding:?}");
        }
    }
}

fn document(document: &Document) {
    assert!(!document.title.is_empty(), "{} has no title", document.file);
    holds::is_clean_line(&document.title);
    holds::is_clean_line(&document.label);
    let mut around = 0;
    let mut anchors = HashSet::new();
    for section in &document.sections {
        assert!((1..=around + 1).contains(&section.depth), "depth {}", section.depth);
        around = section.depth;
        assert!(anchors.insert(&section.anchor), "two sections are #{}", section.anchor);
    }
    let is_inside = |line: usize| {
        assert!((1..=document.last_line).contains(&line), "{line} of {}", document.last_line);
    };
    for step in document.walk() {
        step.texts(&mut |line, text| {
            is_inside(line);
            holds::is_clean(text.as_str());
        });
        holds::is_clean(step.plain().unwrap_or_default());
    }
    document.tables().into_iter().for_each(table);
    assert!(document.blocks().all(|block| depth(block) <= DEEPEST));
}

fn table(table: &Table) {
    assert!(!table.columns.is_empty());
    assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
}

fn depth(block: &Block) -> usize {
    let inside = |blocks: &[Block]| blocks.iter().map(depth).max().unwrap_or(0);
    1 + match block {
        Block::List(list) => list.items.iter().map(|item| inside(&item.blocks)).max().unwrap_or(0),
        Block::Quote(quote) => inside(&quote.blocks),
        _ => 0,
    }
}

/// How many lines a text has, by any of the line ends.
fn lines(text: &str) -> usize {
    text.replace("\r\n", "\n").replace('\r', "\n").lines().count().max(1)
}
