//! What a view or layer wants to happen after a message: the app applies it.

use super::input::message::Effect;
use super::target::Target;
use crate::compare::TopicAlias;
use crate::model::{CounterpartId, DocumentId, Place, Subject, TrackId};
use crate::report::Traceable;

/// What comes of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// All is done.
    Stay,
    /// What is shown is being read, and so worth coming back to; with a line to the user.
    Read(Option<String>),
    /// Something else is to be shown.
    Go(Destination),
    /// A line to the user.
    Say(String),
    /// Something outside of the program's state.
    Do(Effect),
    /// The message means nothing here.
    Pass,
    /// The layer is done; with a line to the user.
    Close(Option<String>),
}

/// Where to go.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Destination {
    /// A document or a section of it.
    Place(Place),
    /// The section around a line of a document.
    Line(DocumentId, usize),
    /// The same for a finding, with what it says.
    Finding(DocumentId, usize, String),
    /// A counterpart.
    Counterpart(CounterpartId),
    /// What is shown, compared with another role.
    Against(Subject),
    /// What is shown, with another role beside it.
    Beside(Subject),
    /// A topic of a track, through its levels.
    Trace(TrackId, Traceable),
    /// What has several names, through the levels of a track.
    Topic(TrackId, TopicAlias),
    /// Where a link of the page leads, by its index.
    Link(usize),
    /// A match of the search through the ladder: where, the whole text, and the word to mark.
    Hit { place: Place, text: String, word: String },
    /// Something else at the same heading.
    Exchange(Target),
    /// The same comparison with its sides exchanged.
    Swapped(Target),
    /// Where one was before.
    Back,
    /// Out of the comparisons: where they were opened from if that shows all levels, else to a role.
    Out(Subject),
}

impl Outcome {
    /// Asks for the editor on a file, or says why there is none.
    pub(crate) fn of(asked: Result<Effect, String>) -> Self {
        asked.map_or_else(Self::Say, Self::Do)
    }
}
