//! An offer: an entry of a picker's list.

use std::borrow::Cow;

use crate::model::Place;
use crate::search::Ranked;
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
    /// Whether it comes before all entries that fit what is typed as well.
    leads: bool,
}

/// How well an entry fits what is typed, the best first; among equals, the score decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// It leads the list, or is the command of exactly this name.
    First,
    /// Another name of it, which counts as much as its own: the most useful topic, by this number, stays first.
    Named(usize),
    /// A role or page, and the letters are near each other.
    Whole,
    /// A role that is also named by its track.
    ByTrack,
    /// A command whose name begins so.
    Command,
    /// A section or topic with these words, or with these letters near each other.
    Part,
    /// A command with these words.
    InHelp,
    /// The letters are scattered.
    Scattered,
}

impl Offer {
    pub(crate) fn new(text: String, detail: String, target: Destination) -> Self {
        Self { text, detail, target, whole: String::new(), names: Vec::new(), leads: false }
    }

    /// The same with another detail.
    pub(crate) fn detailed(self, detail: &str) -> Self {
        Self { detail: detail.to_owned(), ..self }
    }

    /// The same, before all others if `leads`.
    pub(crate) fn leading(self, leads: bool) -> Self {
        Self { leads, ..self }
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

    /// How well it fits what is typed; `None` if it does not. A command must have the words, since a few letters
    /// are in any sentence.
    pub(crate) fn fit(&self, typed: &str, ranked: &Ranked) -> Option<Fit> {
        let typed = typed.trim().to_lowercase();
        let text = self.text.to_lowercase();
        let has_words = typed.split_whitespace().all(|word| text.contains(word));
        if let Destination::Command(_) = self.target {
            let name = text.split_whitespace().next().unwrap_or_default();
            return has_words.then_some(match () {
                () if self.leads || name == typed => Fit::First,
                () if name.starts_with(&typed) => Fit::Command,
                () => Fit::InHelp,
            });
        }
        if self.name(&typed).is_some() {
            return Some(Fit::Named(ranked.index));
        }
        let shown = self.text.chars().count();
        let by_track = ranked.positions.iter().any(|at| *at >= shown);
        let is_compact = ranked.is_compact(typed.chars().count());
        Some(match self.is_whole() {
            true if by_track => Fit::ByTrack,
            true if is_compact => Fit::Whole,
            _ if is_compact || has_words => Fit::Part,
            _ => Fit::Scattered,
        })
    }

    /// Whether it is a whole document.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(
            self.target,
            Destination::Counterpart(_) | Destination::Place(Place { section: None, .. })
        )
    }
}
