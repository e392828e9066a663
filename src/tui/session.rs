//! What the terminal UI starts with.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::finding::Finding;
use crate::model::Ladder;
use crate::page::Glyphs;
use crate::theme::Theme;

/// What the terminal UI starts with.
#[derive(Clone)]
pub struct Session {
    /// The ladder to show.
    pub ladder: Arc<Ladder>,
    /// What is wrong with it.
    pub findings: Findings,
    /// How its files can be edited; `None` where it has none.
    pub editing: Option<Editing>,
    /// How older versions of it are loaded; `None` where it has none.
    pub older: Option<Arc<LoadOlder>>,
    /// The signs that may be drawn with.
    pub glyphs: Glyphs,
    /// The styles.
    pub theme: Theme,
}

/// What is wrong with a ladder, in the order it is listed.
#[derive(Clone)]
pub enum Findings {
    /// It is known.
    Known(Vec<Finding>),
    /// It takes long to find, and is found beside the screen.
    Sought(Arc<Find>),
}

/// Finds what is wrong with a ladder.
pub type Find = dyn Fn() -> Vec<Finding> + Send + Sync;

/// How the files of a ladder can be edited.
#[derive(Clone)]
pub struct Editing {
    /// The folder that the files' paths are relative to.
    pub root: PathBuf,
    /// The command of the user's editor, with its arguments.
    pub editor: String,
    /// Reads the ladder again, after an editor changed it.
    pub reload: Arc<Reload>,
}

/// Reads a ladder again: it and what is wrong with it, or why it cannot be read.
pub type Reload = dyn Fn() -> Result<(Arc<Ladder>, Findings), String> + Send + Sync;

/// Loads the older version of a ladder that someone names: a revision, or a folder.
pub type LoadOlder = dyn Fn(&str) -> Result<OlderVersion, String> + Send + Sync;

/// An older version of a ladder.
#[derive(Debug, Clone)]
pub struct OlderVersion {
    /// The ladder as it was.
    pub ladder: Arc<Ladder>,
    /// What to call it.
    pub name: String,
    /// Whether it is a revision, and no folder.
    pub is_revision: bool,
    /// What of it could not be read.
    pub remark: Option<String>,
}

impl Findings {
    /// What is known, and who is to find the rest.
    pub(crate) fn parts(self) -> (Vec<Finding>, Option<Arc<Find>>) {
        match self {
            Self::Known(findings) => (findings, None),
            Self::Sought(find) => (Vec::new(), Some(find)),
        }
    }
}

impl fmt::Debug for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(findings) => f.debug_tuple("Known").field(findings).finish(),
            Self::Sought(_) => f.debug_tuple("Sought").finish_non_exhaustive(),
        }
    }
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { ladder, findings, editing, older: _, glyphs, theme } = self;
        f.debug_struct("Session")
            .field("ladder", ladder)
            .field("findings", findings)
            .field("editing", editing)
            .field("glyphs", glyphs)
            .field("theme", theme)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Editing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { root, editor, reload: _ } = self;
        f.debug_struct("Editing")
            .field("root", root)
            .field("editor", editor)
            .finish_non_exhaustive()
    }
}
