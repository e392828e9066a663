//! The interface of every view.

use ratatui::layout::Rect;

use super::kept::Kept;
use crate::compare::{Levels, Thread};
use crate::model::{DocumentId, Ladder, Subject, TrackId};
use crate::page::{MIN_WIDTH, Page, Position};
use crate::speech::Speech;
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::Outcome;
use crate::tui::pane::detail::Detail;
use crate::tui::pane::ladder_pane::PaneRow;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// A document, and a 1-based line of its file.
pub(crate) type FileLine = (DocumentId, usize);

/// What a view may read around it.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) shared: &'a SharedState,
    /// The columns and rows of the document pane.
    pub(crate) room: Rect,
    /// The rows of the pane with the focus.
    pub(crate) rows: usize,
    pub(crate) focus: Pane,
    /// The count typed before the key.
    pub(crate) typed: Option<usize>,
}

impl Surroundings<'_> {
    pub(crate) fn width(&self) -> usize {
        usize::from(self.room.width)
    }

    pub(crate) fn height(&self) -> usize {
        usize::from(self.room.height)
    }

    /// How often to repeat a key.
    pub(crate) fn times(&self) -> isize {
        isize::try_from(self.typed.unwrap_or(1)).unwrap_or(1)
    }
}

/// A view: one way to show something of the ladder.
pub(crate) trait Show {
    /// Its page, with the reader on it.
    fn opened(&self) -> &OpenPage;
    fn opened_mut(&mut self) -> &mut OpenPage;
    /// Its target, with the place of its cursor.
    fn target(&self) -> Target;
    /// The keys that work.
    fn when(&self) -> When;
    /// Its page, laid out.
    fn lay_out(&self, around: &Surroundings<'_>) -> Page;
    /// What it says, for a reader who hears it: a section for each entry of its outline.
    fn speech(&self, shared: &SharedState) -> Speech;
    /// The section of its speech that is read.
    fn spoken_section(&self) -> usize {
        self.opened().reader.entry()
    }
    /// The sections of its speech that `next-section` goes to.
    fn spoken_stops(&self) -> Vec<usize> {
        (0..self.opened().entries().len()).collect()
    }
    /// The column of the cursor in a section, and what is in that cell.
    fn spoken_cell(&self) -> Option<(usize, Vec<String>)> {
        None
    }
    /// The title of its pane.
    fn title(&self, ladder: &Ladder) -> String;
    /// The path to it, below the name of the ladder; empty if none is shown.
    fn path(&self, ladder: &Ladder, focus: Pane) -> Vec<String>;
    /// The role or counterpart that keys act on: in a comparison the left.
    fn subject(&self, focus: Pane) -> Option<Subject>;
    /// All roles of a comparison, or the role that keys act on.
    fn subjects(&self, focus: Pane) -> Vec<Subject> {
        self.subject(focus).into_iter().collect()
    }
    /// Its track.
    fn track(&self, ladder: &Ladder) -> Option<TrackId>;
    /// The topic of its track at an entry of the outline.
    fn thread(&self, ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread>;
    /// Handles a message that only this view understands.
    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome;

    /// The panes that may be beside it.
    fn beside(&self) -> Beside {
        Beside::All
    }
    /// The title of the outline pane.
    fn outline_title(&self) -> &'static str {
        "Outline"
    }
    /// Whether Enter can open something even without a link in view.
    fn opens_always(&self) -> bool {
        false
    }
    /// Its row of the ladder pane.
    fn row(&self) -> Option<PaneRow> {
        None
    }
    /// The document that it shows unchanged.
    fn document(&self) -> Option<DocumentId> {
        None
    }
    /// Whether its outline starts unfolded.
    fn is_expanded(&self, _ladder: &Ladder) -> bool {
        true
    }
    /// The places in the files of what is at the cursor, one for each document that it is from; or why there is
    /// none.
    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String>;
    /// The outcome of Esc, if Esc leaves the view.
    fn leave(&self) -> Outcome {
        Outcome::Stay
    }
    /// The text before the position in the status line; `true` if it replaces the position.
    fn status(&self, _shared: &SharedState) -> Option<(String, bool)> {
        None
    }
    /// The counts of the status line, if not those of the ladder.
    fn counts(&self, _ladder: &Ladder) -> Option<Vec<String>> {
        None
    }
    /// The line and the columns of the cursor on its page.
    fn cursor(&self, _width: usize) -> Option<(usize, std::ops::Range<usize>)> {
        None
    }
    /// Narrows its rows to those with a text, if it has rows; an empty text shows all again.
    fn narrow(&mut self, _text: &str, _around: &Surroundings<'_>) {}
    /// The whole text of the current match, if the page shows only its beginning.
    fn match_text(&self) -> Option<String> {
        None
    }
    /// The detail below its page.
    fn detail(&self) -> Option<&Detail> {
        None
    }
    /// The detail below its page, to scroll it.
    fn detail_mut(&mut self) -> Option<&mut Detail> {
        None
    }
    /// Fits the detail below its page to the room and to the cursor.
    fn fit_detail(&mut self, _around: &Surroundings<'_>) {}
    /// Stores what the next view of its kind takes over.
    fn keep(&self, _kept: &mut Kept) {}
    /// Called once, when it was opened for the first time.
    fn arrive(&mut self, _around: &Surroundings<'_>) {}
    /// Fits its own state to the room. Returns whether its page must be laid out again.
    fn adapt(&mut self, _around: &Surroundings<'_>) -> bool {
        false
    }
    /// Moves the cursor of the outline to the section that is read.
    fn follow(&mut self) {
        self.opened_mut().follow();
    }
    /// Moves the reader to the entry at the outline's cursor.
    fn read_entry(&mut self) {
        let entry = self.opened().at(Pane::Outline);
        self.opened_mut().reader.go_to_entry(entry);
    }
    /// Moves its own cursor to the current match.
    fn follow_match(&mut self, _around: &Surroundings<'_>) {}
    /// Handles a click on its page, at a row and a column of the pane.
    fn click(&mut self, _row: usize, _column: usize, _around: &Surroundings<'_>) -> Outcome {
        Outcome::Pass
    }
    /// Goes back to a position in it.
    fn return_to(
        &mut self,
        _target: Target,
        position: Option<Position>,
        _around: &Surroundings<'_>,
    ) {
        self.opened_mut().reader.restore(position);
        self.follow();
    }

    /// Lays out its page again, and keeps the place.
    fn lay_out_again(&mut self, around: &Surroundings<'_>) {
        self.adapt(around);
        let page = self.lay_out(around);
        self.opened_mut().reader.replace(page);
        self.fit(around);
    }

    /// Fits the page to the room, after anything that may have changed either.
    fn fit(&mut self, around: &Surroundings<'_>) {
        let moved = self.adapt(around);
        if around.width().max(MIN_WIDTH) != self.opened().page().width || moved {
            let page = self.lay_out(around);
            self.opened_mut().reader.replace(page);
        }
        self.fit_detail(around);
        let below = self.detail().map_or(0, |detail| detail.rows);
        let opened = self.opened_mut();
        let head = opened.page().head.len();
        opened.reader.set_height(around.height().saturating_sub(head + below));
        self.follow();
    }
}
