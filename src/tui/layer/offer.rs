//! An offer: a line of a picker's list.

use crate::model::Place;
use crate::tui::outcome::Destination;

/// A line of the list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Offer {
    /// What is matched against and shown first.
    pub(crate) text: String,
    /// What is shown beside it.
    pub(crate) detail: String,
    pub(crate) target: Destination,
    /// The text with what is matched too but not shown; empty where there is no more.
    whole: String,
}

impl Offer {
    pub(crate) fn new(text: String, detail: String, target: Destination) -> Self {
        Self { text, detail, target, whole: String::new() }
    }

    /// The same, matched by the name of its track too.
    pub(crate) fn of_track(mut self, track: &str) -> Self {
        if !self.text.starts_with(track) {
            self.whole = format!("{} {track}", self.text);
        }
        self
    }

    /// The same, matched by other names too.
    pub(crate) fn known_as(mut self, names: &str) -> Self {
        if !names.is_empty() {
            self.whole = format!("{} {names}", self.text);
        }
        self
    }

    /// What is matched against.
    pub(crate) fn matched(&self) -> &str {
        if self.whole.is_empty() { &self.text } else { &self.whole }
    }

    /// Whether it is a whole document.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(
            self.target,
            Destination::Counterpart(_) | Destination::Place(Place { section: None, .. })
        )
    }
}
