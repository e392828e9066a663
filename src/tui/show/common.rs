//! What every view can be asked and told, whatever it shows.

use ratatui::layout::Rect;

use super::kept::Kept;
use crate::compare::{Levels, Thread};
use crate::model::{DocumentId, Ladder, Subject, TrackId};
use crate::page::{MIN_WIDTH, Page, Position};
use crate::tui::input::bindings::When;
use crate::tui::input::message::Message;
use crate::tui::outcome::Outcome;
use crate::tui::pane::detail::Detail;
use crate::tui::pane::ladder_pane::PaneRow;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// What a view may look at around it.
#[derive(Clone, Copy)]
pub(crate) struct Surroundings<'a> {
    pub(crate) shared: &'a SharedState,
    /// The columns and rows that there are for the document.
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

    /// How often to do what a key does.
    pub(crate) fn times(&self) -> isize {
        isize::try_from(self.typed.unwrap_or(1)).unwrap_or(1)
    }
}

/// A view: one way to show something of the ladder.
pub(crate) trait Show {
    /// Its page, with the reader on it.
    fn opened(&self) -> &OpenPage;
    fn opened_mut(&mut self) -> &mut OpenPage;
    /// What it shows, and where its cursor is.
    fn target(&self) -> Target;
    /// Which keys work.
    fn when(&self) -> When;
    /// What it has to say, laid out.
    fn lay_out(&self, around: &Surroundings<'_>) -> Page;
    /// What its pane is headed with.
    fn title(&self, ladder: &Ladder) -> String;
    /// The path to it, below the name of the ladder; empty where none is wanted.
    fn path(&self, ladder: &Ladder, focus: Pane) -> Vec<String>;
    /// The role or counterpart that is meant where one is wanted: the left one of a comparison.
    fn subject(&self, focus: Pane) -> Option<Subject>;
    /// The roles that stand side by side, or the one that is meant.
    fn subjects(&self, focus: Pane) -> Vec<Subject> {
        self.subject(focus).into_iter().collect()
    }
    /// The track that it is in.
    fn track(&self, ladder: &Ladder) -> Option<TrackId>;
    /// The topic of that track that an entry of the outline stands for.
    fn thread(&self, ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread>;
    /// What a message does that it alone understands.
    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome;

    /// Which panes may stand beside it.
    fn beside(&self) -> Beside {
        Beside::All
    }
    /// What the outline pane is headed with.
    fn outline_title(&self) -> &'static str {
        "Outline"
    }
    /// Whether Enter has something to open, whatever links are in view.
    fn opens_always(&self) -> bool {
        false
    }
    /// Its row of the ladder pane.
    fn row(&self) -> Option<PaneRow> {
        None
    }
    /// The document that it shows as it is.
    fn document(&self) -> Option<DocumentId> {
        None
    }
    /// Whether its outline starts unfolded.
    fn is_expanded(&self, _ladder: &Ladder) -> bool {
        true
    }
    /// The way out of it, if Esc leads out.
    fn leave(&self) -> Outcome {
        Outcome::Stay
    }
    /// What the status line says before the position; instead of it where `true`.
    fn status(&self, _shared: &SharedState) -> Option<(String, bool)> {
        None
    }
    /// What the status line counts, if not the ladder.
    fn counts(&self, _ladder: &Ladder) -> Option<Vec<String>> {
        None
    }
    /// The line and the columns of a cursor on its page.
    fn cursor(&self, _width: usize) -> Option<(usize, std::ops::Range<usize>)> {
        None
    }
    /// What it says of the match that a search is at, where the page shows only its beginning.
    fn match_text(&self) -> Option<String> {
        None
    }
    /// What stands below its page.
    fn detail(&self) -> Option<&Detail> {
        None
    }
    /// The same, to scroll it.
    fn detail_mut(&mut self) -> Option<&mut Detail> {
        None
    }
    /// Makes what stands below its page agree with the room and with the cursor.
    fn fit_detail(&mut self, _around: &Surroundings<'_>) {}
    /// What is to be taken up again by the next of its kind.
    fn keep(&self, _kept: &mut Kept) {}
    /// It has just been opened for the first time.
    fn arrive(&mut self, _around: &Surroundings<'_>) {}
    /// Makes its own state agree with the room. Says whether its page must be laid out anew.
    fn adapt(&mut self, _around: &Surroundings<'_>) -> bool {
        false
    }
    /// The cursor of the outline goes to what is being read.
    fn follow(&mut self) {
        self.opened_mut().follow();
    }
    /// The reader goes to the entry under the outline's cursor.
    fn read_entry(&mut self) {
        let entry = self.opened().at(Pane::Outline);
        self.opened_mut().reader.go_to_entry(entry);
    }
    /// Its own cursor goes to the match that a search is at.
    fn follow_match(&mut self, _around: &Surroundings<'_>) {}
    /// What a click on its page does, at a row and a column of the pane.
    fn click(&mut self, _row: usize, _column: usize, _around: &Surroundings<'_>) -> Outcome {
        Outcome::Pass
    }
    /// Goes back to where one was in it.
    fn return_to(
        &mut self,
        _target: Target,
        position: Option<Position>,
        _around: &Surroundings<'_>,
    ) {
        self.opened_mut().reader.restore(position);
        self.follow();
    }

    /// Lays its page out anew, and keeps the place.
    fn lay_out_again(&mut self, around: &Surroundings<'_>) {
        self.adapt(around);
        let page = self.lay_out(around);
        self.opened_mut().reader.replace(page);
        self.fit(around);
    }

    /// Makes page and room agree: after anything that may have changed either.
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
