//! An offer: a line of a picker's list.

use std::borrow::Cow;

use crate::model::Place;
use crate::tui::outcome::Destination;

/// Fewer letters than this are in many names.
const LEAST: usize = 3;

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
    /// Other names that it is known by.
    names: Vec<&'static str>,
}

impl Offer {
    pub(crate) fn new(text: String, detail: String, target: Destination) -> Self {
        Self { text, detail, target, whole: String::new(), names: Vec::new() }
    }

    /// The same, matched by the name of its track too.
    pub(crate) fn of_track(mut self, track: &str) -> Self {
        if !self.text.starts_with(track) {
            self.whole = format!("{} {track}", self.text);
        }
        self
    }

    /// The same, with other names that it is known by.
    pub(crate) fn known_as(self, names: Vec<&'static str>) -> Self {
        Self { names, ..self }
    }

    /// What is matched against where something is typed. Of other names only one that has it just so
    /// counts: a few letters are in any of many names.
    pub(crate) fn matched(&self, typed: &str) -> Cow<'_, str> {
        match self.name(typed) {
            Some(name) if !self.text.to_lowercase().contains(&typed.trim().to_lowercase()) => {
                format!("{} {name}", self.text).into()
            }
            _ if self.whole.is_empty() => self.text.as_str().into(),
            _ => self.whole.as_str().into(),
        }
    }

    /// The name of several that has what is typed just so.
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
