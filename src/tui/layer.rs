//! Layers over the panes: prompts and pop-ups, one file each, with their own state. The layer on top has
//! the keys.

pub(crate) mod offer;
pub(crate) mod offers;

pub(crate) mod filter;
pub(crate) mod findings;
pub(crate) mod help;
pub(crate) mod key_tables;
pub(crate) mod picker;
pub(crate) mod popup;
pub(crate) mod preview;
pub(crate) mod search;
pub(crate) mod version_prompt;

use filter::FilterPrompt;
use findings::FindingList;
use help::HelpPrompt;
use picker::Picker;
use popup::Popup;
use ratatui::layout::Rect;
use search::SearchPrompt;
use version_prompt::VersionPrompt;

use super::input::message::Message;
use super::input::when::When;
use super::outcome::Outcome;
use super::shared::SharedState;
use super::show::common::{Show, Surroundings};

/// A prompt or pop-up.
pub(crate) enum Layer {
    /// The prompt of a search in the view.
    Search(Box<SearchPrompt>),
    /// The prompt that narrows the list with the focus.
    Filter(Box<FilterPrompt>),
    /// The prompt that asks for an older version.
    Version(Box<VersionPrompt>),
    /// A prompt with a list.
    Picker(Box<Picker>),
    /// The list of findings.
    Findings(FindingList),
    /// A text to read.
    Popup(Popup),
    /// The help.
    Help(Box<HelpPrompt>),
}

impl Layer {
    /// Which keys work.
    pub(crate) fn when(&self) -> When {
        match self {
            Self::Search(_) => When::Typing,
            Self::Filter(_) => When::Filtering,
            Self::Version(_) => When::Asking,
            Self::Picker(picker) => picker.when(),
            Self::Findings(findings) => findings.when(),
            Self::Popup(_) => When::Reading,
            Self::Help(_) => When::Helping,
        }
    }

    /// What a message does to it, or to the view below it.
    pub(crate) fn update(
        &mut self,
        message: Message,
        below: &mut dyn Show,
        around: &Surroundings<'_>,
        screen: Rect,
    ) -> Outcome {
        match self {
            Self::Search(prompt) => prompt.update(message, below, around),
            Self::Filter(prompt) => prompt.update(message),
            Self::Version(prompt) => prompt.update(message),
            Self::Popup(popup) => popup.update(&message),
            Self::Help(help) => {
                let outcome = help.update(message, screen);
                help.fit(screen, around.shared);
                outcome
            }
            Self::Picker(picker) => {
                let outcome = picker.update(message, screen);
                picker.fit(screen, around.shared);
                outcome
            }
            Self::Findings(findings) => {
                let outcome = findings.update(message, around.shared, screen);
                findings.fit(screen, around.shared);
                outcome
            }
        }
    }

    /// Fits it to the screen, and keeps its cursor in view.
    pub(crate) fn fit(&mut self, screen: Rect, shared: &SharedState) {
        match self {
            Self::Search(_) | Self::Filter(_) | Self::Version(_) => {}
            Self::Picker(picker) => picker.fit(screen, shared),
            Self::Findings(findings) => findings.fit(screen, shared),
            Self::Popup(popup) => popup.fit(screen, shared),
            Self::Help(help) => help.fit(screen, shared),
        }
    }
}
