//! What the terminal UI starts with.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::Ladder;
use crate::page::Glyphs;
use crate::theme::Theme;

/// What the terminal UI starts with.
#[derive(Debug, Clone)]
pub struct Session {
    /// The ladder to show.
    pub ladder: Ladder,
    /// What is wrong with it, in the order it is listed.
    pub problems: Vec<Diagnostic>,
    /// How its files can be edited; `None` where it has none.
    pub editing: Option<Editing>,
    /// The signs that may be drawn with.
    pub glyphs: Glyphs,
    /// The styles.
    pub theme: Theme,
}

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
pub type Reload = dyn Fn() -> Result<(Ladder, Vec<Diagnostic>), String> + Send + Sync;

impl fmt::Debug for Editing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { root, editor, reload: _ } = self;
        f.debug_struct("Editing")
            .field("root", root)
            .field("editor", editor)
            .finish_non_exhaustive()
    }
}
