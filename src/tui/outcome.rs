//! What a view or layer wants to happen after a message: the app applies it.

use super::input::message::{Effect, Message};
use super::session::SavedPlace;
use super::target::Target;
use crate::compare::TopicAlias;
use crate::model::{CounterpartId, DocumentId, Place, Subject, TrackId};
use crate::report::Traceable;

/// The outcome of a message.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing more to do.
    Stay,
    /// The user reads the view, so the history keeps it; with a line for the user.
    Read(Option<String>),
    /// Go somewhere else.
    Go(Destination),
    /// A line for the user.
    Say(String),
    /// An effect outside the program's state.
    Do(Effect),
    /// Do what a key with this message does in the view.
    Run(Message),
    /// Narrow the list with the focus.
    Filter(Filtering),
    /// The message has no meaning here.
    Pass,
    /// Close the layer; with a line for the user.
    Close(Option<String>),
}

/// A step of narrowing a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Filtering {
    /// Narrow it to the rows with these words.
    Words(String),
    /// Move in it, by rows.
    Move(isize),
    /// Leave the prompt and keep the filter.
    Keep,
    /// Leave the prompt, and go back to the place before.
    End,
}

/// Where to go.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Destination {
    /// A document or a section of it.
    Place(Place),
    /// The section around a line of a document.
    Line(DocumentId, usize),
    /// The same for a finding, with its message.
    Finding(DocumentId, usize, String),
    /// A counterpart.
    Counterpart(CounterpartId),
    /// The current role, compared with another role.
    Against(Subject),
    /// The current comparison, with another role added.
    Beside(Subject),
    /// The trace of a topic of a track.
    Trace(TrackId, Traceable),
    /// The trace of a topic with several names.
    Topic(TrackId, TopicAlias),
    /// A line of the file of a document, in the user's editor.
    File(DocumentId, usize),
    /// A saved place.
    Saved(SavedPlace),
    /// The trace of the topic whose heading is on a line of a document.
    TopicAt(TrackId, DocumentId, usize),
    /// The view below, where a command is run.
    Command(Message),
    /// The target of a link of the page, by its index.
    Link(usize),
    /// A match of the search through the ladder: where, the whole text, and the word to mark.
    Hit { place: Place, text: String, word: String },
    /// Another view at the same heading.
    Exchange(Target),
    /// The same comparison with swapped sides.
    Swapped(Target),
    /// The clipboard, for this text.
    Clipboard(String),
    /// The stop before in the history.
    Back,
    /// Out of the comparisons: to the overview or trace they were opened from, or else to a role.
    Out(Subject),
}

impl Outcome {
    /// The outcome of a request for the editor: the effect, or the reason against it.
    pub(crate) fn of(asked: Result<Effect, String>) -> Self {
        asked.map_or_else(Self::Say, Self::Do)
    }
}
