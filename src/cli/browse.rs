//! Without a command: the terminal UI, or the list where there is no terminal.

use std::path::Path;

use anyhow::Result;

use super::args::Format;
use super::output::{Output, dumb};
use super::{findings, list, open};
use crate::check::Switches;
use crate::diagnostic::Diagnostic;
use crate::theme::Theme;
use crate::tui::{self, Session};

pub(super) fn run(path: Option<&Path>, out: &Output) -> Result<u8> {
    if !out.terminal || dumb() || out.format != Format::Text {
        return list::run(&open::quietly(path)?, out);
    }
    let loaded = open::quietly(path)?;
    let session = Session {
        problems: findings::of(&loaded, &Switches::default())
            .iter()
            .map(Diagnostic::render)
            .collect(),
        ladder: loaded.ladder,
        glyphs: out.glyphs,
        theme: Theme { palette: out.palette },
    };
    let signal = tui::run(session)?;
    Ok(signal.map_or(0, |signal| u8::try_from(128 + signal).unwrap_or(u8::MAX)))
}
