//! The screen: sessions to play keys on, and frames as text.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use rungs::content;
use rungs::model::Ladder;
use rungs::tui::{Findings, Preferences, SavedPlaces, Session};

use super::ladders::parse;

/// A session on the built-in ladder.
pub(crate) fn built_in() -> Session {
    session(content::built_in().ladder)
}

/// A session on a ladder.
pub(crate) fn session(ladder: impl Into<Arc<Ladder>>) -> Session {
    Session {
        ladder: ladder.into(),
        findings: Findings::Known(Vec::new()),
        editing: None,
        older: None,
        places: SavedPlaces::default(),
        preferences: Preferences::default(),
    }
}

/// A session on documents: path and text each.
pub(crate) fn ladder_of(documents: &[(&str, &str)]) -> Session {
    session(parse(documents))
}

/// A frame as text, without trailing space.
pub(crate) fn text(frame: &Buffer) -> String {
    let area = frame.area;
    let row = |y: u16| -> String {
        let mut row = String::new();
        let mut x = area.x;
        while x < area.right() {
            let symbol = frame[(x, y)].symbol();
            row.push_str(symbol);
            x += u16::try_from(rungs::page::width(symbol).max(1)).unwrap();
        }
        row.trim_end().to_owned()
    };
    (area.y..area.bottom()).map(|y| row(y) + "\n").collect()
}
