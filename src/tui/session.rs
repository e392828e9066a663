//! A session: what the terminal UI starts with.

use std::error::Error;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use super::input::keymap::Keymap;
use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::model::Ladder;
use crate::page::{Glyphs, MEASURE, Sides};
use crate::report::Only;
use crate::theme::Theme;

/// What the terminal UI starts with.
#[derive(Clone)]
pub struct Session {
    /// The ladder to show.
    pub ladder: Arc<Ladder>,
    /// Its findings.
    pub findings: Findings,
    /// How its files can be edited; `None` if it has no files.
    pub editing: Option<Editing>,
    /// How older versions of it are loaded; `None` if there are none.
    pub older: Option<Arc<LoadOlder>>,
    /// The places in it that were saved.
    pub places: SavedPlaces,
    /// How it looks and which keys it has.
    pub preferences: Preferences,
}

/// The places in a ladder that are saved when the program ends.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlaces {
    /// The real path of the ladder, or the name of the built-in one.
    pub ladder: String,
    /// The last place; `None` if it is not restored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last: Option<SavedPlace>,
    /// The bookmarks, in the order in which they were set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bookmarks: Vec<SavedPlace>,
}

/// A place in a ladder, by names that outlive an edit of its files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedPlace {
    /// The place in words, from the outside in.
    pub path: Vec<String>,
    /// The view.
    pub view: SavedView,
    /// The document; in a comparison the roles from left to right; in a trace or an overview the level.
    pub subjects: Vec<SavedSubject>,
    /// The text at the top, or at the cursor; `None` for the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<SavedSpot>,
}

impl SavedPlace {
    /// Whether another place is in the same section of the same view.
    pub(crate) fn is_at(&self, other: &Self) -> bool {
        let section = |place: &Self| {
            let at = place.at.as_ref();
            at.map(|at| (at.document.clone(), at.section.clone()))
        };
        (self.view, &self.subjects) == (other.view, &other.subjects)
            && section(self) == section(other)
    }
}

/// The view of a saved place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SavedView {
    /// A document, or the text about a role that is known only from tables.
    Document,
    /// Two roles or more.
    Comparison,
    /// A topic through the levels of a track.
    Trace,
    /// The levels of a track by topic.
    Overview,
}

/// The names of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSubject {
    /// Its file; `None` for a role that is known only from tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Its title.
    pub title: String,
}

/// The position of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedSpot {
    /// Its document.
    pub document: SavedSubject,
    /// The title of its section; `None` before the first section.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// Its 1-based line in the file.
    pub line: usize,
    /// Which text of that line it is.
    #[serde(default)]
    pub part: usize,
}

/// How the program looks, and which keys it has.
#[derive(Debug, Clone)]
pub struct Preferences {
    /// The signs to draw with.
    pub glyphs: Glyphs,
    /// The styles.
    pub theme: Theme,
    /// The styles on a dark and on a light background, if the terminal is to be asked which it has.
    pub on_backdrops: Option<[Theme; 2]>,
    /// The keys.
    pub keymap: Keymap,
    /// Columns of the longest line of running text.
    pub text_width: usize,
    /// Whether clicks and the wheel work.
    pub takes_mouse: bool,
    /// The layout of two compared roles, until the user chooses another.
    pub layout: Sides,
    /// The items that a comparison shows, until the user chooses others.
    pub only: Only,
    /// Whether the program is read section by section, as a conversation in lines, and not on a screen.
    pub by_section: bool,
    /// A line for the user at the start.
    pub notice: Option<String>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            glyphs: Glyphs::default(),
            theme: Theme::default(),
            on_backdrops: None,
            keymap: Keymap::default(),
            text_width: MEASURE,
            takes_mouse: true,
            layout: Sides::default(),
            only: Only::default(),
            by_section: false,
            notice: None,
        }
    }
}

/// What is told while a ladder is read in the background.
#[derive(Debug)]
pub enum News {
    /// How far reading is, in words.
    Progress(String),
    /// What can be shown before it is read.
    Listed(Arc<Ladder>),
    /// The ladder.
    Read(Box<Session>),
    /// Why it cannot be read.
    Failed(Box<dyn Error + Send + Sync>),
}

/// The findings of a ladder, in the order of their list.
#[derive(Clone)]
pub enum Findings {
    /// The findings, if they are known.
    Known(Vec<Finding>),
    /// The check, if it takes long: it runs in the background.
    Sought(Arc<Find>),
}

/// Checks a ladder as long as anyone waits for the findings: whether that is so can be asked.
pub type Find = dyn Fn(&(dyn Fn() -> bool + Sync)) -> Option<Vec<Finding>> + Send + Sync;

/// How the files of a ladder can be edited.
#[derive(Clone)]
pub struct Editing {
    /// The folder that the files' paths are relative to.
    pub root: PathBuf,
    /// The command of the user's editor, with its arguments.
    pub editor: String,
    /// Reads the ladder again after an edit.
    pub reload: Arc<Reload>,
    /// Watches the files of the ladder; `None` if they are read again only when the user asks.
    pub watch: Option<Arc<WatchFiles>>,
}

/// Reads a ladder again: returns the ladder and its findings, or why it cannot be read.
pub type Reload = dyn Fn() -> Result<(Arc<Ladder>, Findings), String> + Send + Sync;

/// Begins to watch files: calls a function, in another thread, whenever one changes. Returns what is called with each
/// reading of the ladder, since its files can be in other folders then; or says why files cannot be watched.
pub type WatchFiles =
    dyn Fn(Box<dyn Fn() + Send>) -> Result<Box<FollowFiles>, String> + Send + Sync;

/// Watches the files of this ladder from now on; or says why that is impossible.
pub type FollowFiles = dyn FnMut(&Ladder) -> Result<(), String> + Send;

/// Loads an older version of a ladder by the name of a revision or folder.
pub type LoadOlder = dyn Fn(&str) -> Result<OlderVersion, String> + Send + Sync;

/// An older version of a ladder.
#[derive(Debug, Clone)]
pub struct OlderVersion {
    /// The ladder as it was.
    pub ladder: Arc<Ladder>,
    /// Its name.
    pub name: String,
    /// Whether it is a revision and not a folder.
    pub is_revision: bool,
    /// A line for the user about parts that could not be read.
    pub remark: Option<String>,
}

impl Findings {
    /// The known findings, and the check that is still to run.
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
        let Self { ladder, findings, editing, older: _, places, preferences } = self;
        f.debug_struct("Session")
            .field("ladder", ladder)
            .field("findings", findings)
            .field("editing", editing)
            .field("places", places)
            .field("preferences", preferences)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Editing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { root, editor, reload: _, watch: _ } = self;
        f.debug_struct("Editing")
            .field("root", root)
            .field("editor", editor)
            .finish_non_exhaustive()
    }
}
