//! What was typed before the key that completes a command.

use super::key::{self, Key};

/// The largest count: a larger one would only overflow.
const MAX_COUNT: usize = 99_999;

/// A count, and the first keys of a sequence.
#[derive(Debug, Default)]
pub(crate) struct TypedKeys {
    pub(crate) count: Option<usize>,
    pub(crate) keys: Vec<Key>,
}

impl TypedKeys {
    /// Adds a digit to the count.
    pub(crate) fn digit(&mut self, digit: usize) {
        let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
        self.count = Some(count.min(MAX_COUNT));
    }

    /// Forgets all of it; returns whether there was any.
    pub(crate) fn clear(&mut self) -> bool {
        let typed = std::mem::take(self);
        typed.count.is_some() || !typed.keys.is_empty()
    }

    /// All of it in words; `None` if nothing was typed.
    pub(crate) fn words(&self) -> Option<String> {
        let count = self.count.map(|count| count.to_string());
        let keys = (!self.keys.is_empty()).then(|| key::names(&self.keys));
        let words: Vec<String> = count.into_iter().chain(keys).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}
