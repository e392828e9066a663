//! Names that were already read.

use std::hash::BuildHasher;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::name::LevelName;

/// Among how many maps the names are divided, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// Texts read as names, each text once: the headings and cells of a ladder repeat from page to page, and
/// several steps need the name of one cell.
#[derive(Debug, Default)]
pub(crate) struct NameCache {
    known: [Mutex<FxHashMap<String, Arc<LevelName>>>; PARTS],
}

impl NameCache {
    /// Reads a text, or returns the name that was read before.
    pub(crate) fn read(&self, text: &str) -> Arc<LevelName> {
        // Nearly all long texts differ, and reading them is fast.
        if LevelName::is_too_long(text) {
            return Arc::new(LevelName::read(text));
        }
        // A map uses the high bits of the same hash itself.
        let part = FxBuildHasher.hash_one(text) as usize % PARTS;
        // What a thread that panicked has left is whole: a name is added in one step.
        let mut known = self.known[part].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(name) = known.get(text) {
            return Arc::clone(name);
        }
        let name = Arc::new(LevelName::read(text));
        known.insert(text.to_owned(), Arc::clone(&name));
        name
    }
}
