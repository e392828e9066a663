//! Names that were already read.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::name::LevelName;

/// Texts read as names, each text once: the headings and cells of a ladder repeat from page to page, and
/// several steps need the name of one cell.
#[derive(Debug, Default)]
pub(crate) struct NameCache {
    known: RefCell<FxHashMap<String, Rc<LevelName>>>,
}

impl NameCache {
    /// Reads a text, or returns the name that was read before.
    pub(crate) fn read(&self, text: &str) -> Rc<LevelName> {
        // Nearly all long texts differ, and reading them is fast.
        if LevelName::is_too_long(text) {
            return Rc::new(LevelName::read(text));
        }
        let mut known = self.known.borrow_mut();
        if let Some(name) = known.get(text) {
            return Rc::clone(name);
        }
        let name = Rc::new(LevelName::read(text));
        known.insert(text.to_owned(), Rc::clone(&name));
        name
    }
}
