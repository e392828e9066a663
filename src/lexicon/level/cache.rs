//! NameCache that were read already.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::name::LevelName;

/// Texts read as names, each text once: the headings and cells of a ladder are the same from page to
/// page, and several steps ask for the name of one cell.
#[derive(Debug, Default)]
pub(crate) struct NameCache {
    known: RefCell<FxHashMap<String, Rc<LevelName>>>,
}

impl NameCache {
    /// Reads a text, or tells what was read of it before.
    pub(crate) fn read(&self, text: &str) -> Rc<LevelName> {
        // Nearly all long texts differ, and they are read at once.
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
