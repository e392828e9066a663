//! Without a command: the terminal UI, or the list if there is no terminal.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use super::args::Format;
use super::output::{Output, dumb};
use super::{list, open, versions};
use crate::check::Switches;
use crate::content::Loaded;
use crate::report::FindingsReport;
use crate::theme::Theme;
use crate::tui::{self, Editing, Findings, LoadOlder, Session};

pub(super) fn run(path: Option<&Path>, out: &Output) -> Result<u8> {
    if !out.terminal || dumb() || out.format != Format::Text {
        return list::run(&open::quietly(path)?, out);
    }
    let open::Opened { loaded, path } = open::any(path)?;
    let session = Session {
        older: path.clone().map(older),
        editing: path.zip(loaded.root.clone()).map(|(path, root)| editing(path, root)),
        ladder: Arc::clone(&loaded.ladder),
        findings: findings(loaded),
        glyphs: out.glyphs,
        theme: Theme { palette: out.palette },
    };
    let signal = tui::run(session)?;
    Ok(signal.map_or(0, |signal| u8::try_from(128 + signal).unwrap_or(u8::MAX)))
}

/// What is wrong with a ladder, to be found when the ladder is on the screen.
fn findings(loaded: Loaded) -> Findings {
    Findings::Sought(Arc::new(move || FindingsReport::new(&loaded, &Switches::default()).found))
}

/// How older versions of the ladder at a path are loaded.
fn older(path: PathBuf) -> Arc<LoadOlder> {
    Arc::new(move |asked| versions::older(&path, asked).map_err(|error| format!("{error:#}")))
}

/// How the ladder at a path is edited: with the editor that the user names, as git and others do.
fn editing(path: PathBuf, root: PathBuf) -> Editing {
    let set = |name| std::env::var(name).ok().filter(|value: &String| !value.trim().is_empty());
    let editor = set("VISUAL").or_else(|| set("EDITOR")).unwrap_or_else(|| "vi".to_owned());
    let reload = move || {
        let loaded = open::quietly(Some(&path)).map_err(|error| format!("{error:#}"))?;
        Ok((Arc::clone(&loaded.ladder), findings(loaded)))
    };
    Editing { root, editor, reload: Arc::new(reload) }
}
