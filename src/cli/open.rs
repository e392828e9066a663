//! Opening a ladder: which one is meant, and what is wrong with it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use super::output::complain;
use super::progress::ProgressLine;
use crate::content::{self, LOOKED_AT, LoadError, Loaded, Watch};
use crate::finding::{Finding, Note, Severity};
use crate::report::number;

/// The name of the ladder that is compiled into the program, when it replaces the user's.
pub(super) const BUILT_IN: &str = "built-in ladder";

/// The current folder.
const HERE: &str = ".";

/// A ladder that was opened.
pub(super) struct Opened {
    pub(super) loaded: Loaded,
    /// Where it is; `None` for the built-in one.
    pub(super) path: Option<PathBuf>,
}

/// Loads a ladder. Says on stderr if it is the built-in one, and how many findings it has.
pub(super) fn ladder(given: Option<&Path>) -> Result<&'static Loaded> {
    let loaded = quietly(given)?;
    count_findings(loaded);
    Ok(loaded)
}

/// A ladder for the rest of the program: to free a large one takes as long as a fifth of loading it.
pub(super) fn kept(loaded: Loaded) -> &'static Loaded {
    Box::leak(Box::new(loaded))
}

/// The same, without the count of findings.
pub(super) fn quietly(given: Option<&Path>) -> Result<&'static Loaded> {
    Ok(kept(loudly(given)?))
}

/// The ladder at a path; else the nearest one around; else the current folder, if it has roles; else the built-in
/// one, which is said on stderr.
pub(super) fn loudly(given: Option<&Path>) -> Result<Loaded> {
    let choice = which(given);
    let sought = match &choice {
        ChosenLadder::BuiltIn => none_in_vast(),
        ChosenLadder::Named(_) | ChosenLadder::Here => "no ladder found here".to_owned(),
    };
    let opened = choice.load(&ProgressLine::new().watch())?;
    if opened.path.is_none() {
        complain(&format!(
            "{BUILT_IN}: {sought}; name yours with --ladder, or create one with `rungs init DIR`"
        ));
    }
    Ok(opened.loaded)
}

/// Which ladder is meant, before anything of it is read.
pub(super) enum ChosenLadder {
    /// The one at this path.
    Named(PathBuf),
    /// The current folder, if it has roles; else the built-in one.
    Here,
    /// The built-in one: the current folder is too large to be looked through.
    BuiltIn,
}

/// The choice for a path. Says on stderr if the current folder is too large to be looked through.
pub(super) fn choose(given: Option<&Path>) -> ChosenLadder {
    let choice = which(given);
    if matches!(choice, ChosenLadder::BuiltIn) {
        complain(&format!("{}: name one with --ladder", none_in_vast()));
    }
    choice
}

/// The choice for a path.
pub(super) fn which(given: Option<&Path>) -> ChosenLadder {
    match named(given) {
        Some(path) => ChosenLadder::Named(path),
        None if content::is_vast(Path::new(HERE)) => ChosenLadder::BuiltIn,
        None => ChosenLadder::Here,
    }
}

impl ChosenLadder {
    /// The path that is read first.
    pub(super) fn path(&self) -> &Path {
        match self {
            Self::Named(path) => path,
            Self::Here | Self::BuiltIn => Path::new(HERE),
        }
    }

    /// Loads the ladder.
    pub(super) fn load(self, watch: &Watch<'_>) -> Result<Opened, LoadError> {
        match self {
            Self::Named(path) => {
                let loaded = content::load_watched(&path, watch)?;
                return Ok(Opened { loaded, path: Some(path) });
            }
            Self::Here => {
                let loaded = content::load_watched(Path::new(HERE), watch);
                if let Some(loaded) = loaded.ok().filter(|it| !it.ladder.roles.is_empty()) {
                    return Ok(Opened { loaded, path: Some(HERE.into()) });
                }
            }
            Self::BuiltIn => {}
        }
        let mut loaded = content::built_in();
        BUILT_IN.clone_into(&mut Arc::make_mut(&mut loaded.ladder).name);
        Ok(Opened { loaded, path: None })
    }
}

/// The ladder at a path, else the nearest one around, else what the current folder holds. Findings of
/// any other ladder would be false, so there is no fallback to the built-in one.
pub(super) fn own(given: Option<&Path>) -> Result<(Loaded, PathBuf)> {
    let path = match named(given) {
        Some(path) => path,
        None if content::is_vast(Path::new(HERE)) => {
            bail!(
                "{}: name one with --ladder; `--ladder .` reads all of this folder",
                none_in_vast()
            )
        }
        None => HERE.into(),
    };
    let loaded = content::load_watched(&path, &ProgressLine::new().watch())?;
    Ok((loaded, path))
}

/// Whether there is a ladder around, or in the current folder.
pub(super) fn is_ladder_here() -> bool {
    let here = Path::new(HERE);
    let has_roles = || content::load(here).is_ok_and(|it| !it.ladder.roles.is_empty());
    content::nearest_config(here).is_some() || (!content::is_vast(here) && has_roles())
}

/// The path that is given, or that of the nearest `ladder.yml`.
fn named(given: Option<&Path>) -> Option<PathBuf> {
    given.map(Path::to_owned).or_else(|| content::nearest_config(Path::new(HERE)))
}

fn none_in_vast() -> String {
    // 2,000 is how people write it.
    let (thousands, rest) = (LOOKED_AT / 1000, LOOKED_AT % 1000);
    format!("no ladder in the first {thousands},{rest:03} files of this folder")
}

/// Prints on stderr how many findings a ladder has.
pub(super) fn count_findings(loaded: &Loaded) {
    let count = |severity| loaded.findings.iter().filter(|d| d.severity == severity).count();
    let (errors, warnings) = (count(Severity::Error), count(Severity::Warning));
    if errors + warnings > 0 {
        let (errors, warnings) = (number(errors, "error"), number(warnings, "warning"));
        complain(&format!("{errors}, {warnings} in this ladder: `rungs check` lists them"));
    }
}

/// A finding with the path of its file as seen from here, so that editors and terminals find it.
pub(super) fn located(loaded: &Loaded, finding: &Finding) -> Finding {
    let seen = |file: &str| match &loaded.root {
        Some(root) => {
            let root = root.strip_prefix(HERE).unwrap_or(root);
            root.join(file).display().to_string()
        }
        None => file.to_owned(),
    };
    let note = |note: &Note| Note { file: seen(&note.file), ..note.clone() };
    let notes = finding.notes.iter().map(note).collect();
    Finding { file: seen(&finding.file), notes, ..finding.clone() }
}

/// The path from the current folder to the ladder's root: tools that show findings beside the code name
/// files relative to it. Empty if the ladder is elsewhere.
pub(super) fn from_here(loaded: &Loaded) -> PathBuf {
    let inside = |root: &Path| -> Option<PathBuf> {
        let here = std::env::current_dir().ok()?;
        let root = std::path::absolute(root).ok()?;
        root.strip_prefix(here).ok().map(Path::to_owned)
    };
    loaded.root.as_deref().and_then(inside).unwrap_or_default()
}
