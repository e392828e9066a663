//! An offer: an entry of a picker's list.

use std::borrow::Cow;

use crate::model::Place;
use crate::tui::outcome::Destination;

/// Fewer letters than this occur in too many names.
const LEAST: usize = 3;

/// An entry of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Offer {
    /// The text that is matched and shown first.
    pub(crate) text: String,
    /// The text beside it.
    pub(crate) detail: String,
    pub(crate) target: Destination,
    /// The text with more words that are matched but not shown; empty if there are none.
    whole: String,
    /// Its other names.
    names: Vec<&'static str>,
}

impl Offer {
    pub(crate) fn new(text: String, detail: String, target: Destination) -> Self {
        Self { text, detail, target, whole: String::new(), names: Vec::new() }
    }

    /// The same, also matched by the name of its track.
    pub(crate) fn of_track(mut self, track: &str) -> Self {
        if !self.text.starts_with(track) {
            self.whole = format!("{} {track}", self.text);
        }
        self
    }

    /// The same, with other names.
    pub(crate) fn known_as(self, names: Vec<&'static str>) -> Self {
        Self { names, ..self }
    }

    /// The text to match against what is typed. Another name counts only if it contains exactly what is
    /// typed, since a few letters occur in many names.
    pub(crate) fn matched(&self, typed: &str) -> Cow<'_, str> {
        match self.name(typed) {
            Some(name) if !self.text.to_lowercase().contains(&typed.trim().to_lowercase()) => {
                format!("{} {name}", self.text).into()
            }
            _ if self.whole.is_empty() => self.text.as_str().into(),
            _ => self.whole.as_str().into(),
        }
    }

    /// The other name that contains exactly what is typed.
    pub(crate) fn name(&self, typed: &str) -> Option<&'static str> {
        let typed = typed.trim().to_lowercase();
        let has = |name: &&&'static str| typed.len() >= LEAST && name.contains(&typed);
        self.names.iter().find(has).copied()
    }

    /// Whether it is a whole document.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(
            self.target,
            Destination::Counterpart(_) | Destination::Place(Place { section: None, .. })
        )
    }
}
