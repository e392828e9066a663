//! Names that were already read.

use std::hash::BuildHasher;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::name::LevelName;

/// Among how many maps the names are divided, so that threads seldom wait for each other.
const PARTS: usize = 16;

/// How many names a map keeps: more than large ladders have.
const MOST: usize = 8_192;

type Names = FxHashMap<String, Arc<LevelName>>;

static KNOWN: LazyLock<[Mutex<Names>; PARTS]> = LazyLock::new(Default::default);

impl LevelName {
    /// Reads a text as a name, each text once: the headings and cells of a ladder repeat from page to page, and
    /// many steps need the name of one title. The cost is linear in the length of the text. A long text is not
    /// a name.
    pub(crate) fn read(text: &str) -> Arc<Self> {
        // Nearly all long texts differ, and reading them is fast.
        if Self::is_too_long(text) {
            return Arc::new(Self::read_anew(text));
        }
        // A map uses the high bits of the same hash itself.
        let part = FxBuildHasher.hash_one(text) as usize % PARTS;
        // What a thread that panicked has left is whole: a name is added in one step.
        let mut known = KNOWN[part].lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(name) = known.get(text) {
            return Arc::clone(name);
        }
        if known.len() == MOST {
            known.clear();
        }
        let name = Arc::new(Self::read_anew(text));
        known.insert(text.to_owned(), Arc::clone(&name));
        name
    }
}
