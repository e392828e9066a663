//! A topic through the levels of a track, and the way to the text of each level.

use std::rc::Rc;

use super::common::{FileLine, Show, Surroundings};
use super::reading;
use crate::compare::{Levels, Thread};
use crate::model::{Ladder, Subject, TrackId};
use crate::page::{Page, Position, TraceOptions, lay_out_trace};
use crate::report::{TraceReport, Traceable};
use crate::speech::{Speech, speak_trace};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// A topic, and the levels of its track. The outline is the list of the levels; keys act on the level at
/// its cursor.
pub(crate) struct TraceView {
    track: TrackId,
    traced: Traceable,
    levels: Rc<Levels>,
    opened: OpenPage,
    /// The entry that the cursor goes to once the page is laid out.
    first: usize,
}

impl TraceView {
    pub(crate) fn new(
        (track, traced): (TrackId, Traceable),
        levels: Rc<Levels>,
        first: usize,
        opened: OpenPage,
    ) -> Self {
        Self { track, traced, levels, opened, first }
    }

    /// The name of the topic.
    fn name(&self) -> &str {
        match self.traced {
            Traceable::Thread(thread) => self.levels.name(thread),
            Traceable::Alias(alias) => alias.title(),
        }
    }

    /// Whether the level at the cursor is in view: then the cursor stays, since several levels are in view.
    fn is_cursor_in_view(&self) -> bool {
        let entry = self.opened.heading(Pane::Outline);
        entry.is_some_and(|entry| self.opened.reader.visible().contains(&entry.line))
    }
}

impl Show for TraceView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        let entry = self.opened.outline.list.cursor;
        Target::Trace { track: self.track, traced: self.traced, entry }
    }

    fn when(&self) -> When {
        When::Tracing
    }

    fn beside(&self) -> Beside {
        Beside::Outline
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let report = TraceReport::of(&self.levels, self.traced);
        // At least half of the pane scrolls.
        let (width, head) = (around.width(), around.height() / 2);
        let options = TraceOptions { width, glyphs: around.shared.glyphs(), head };
        lay_out_trace(&around.shared.ladder, &report, options)
    }

    fn speech(&self, shared: &SharedState) -> Speech {
        let report = TraceReport::of(&self.levels, self.traced);
        let name = self.name().replace('\n', " ");
        let track = &shared.ladder.track(self.track).title;
        speak_trace(&report, format!("Trace of {name} in {track}."))
    }

    fn spoken_section(&self) -> usize {
        self.opened.at(Pane::Outline)
    }

    fn title(&self, _ladder: &Ladder) -> String {
        self.name().replace('\n', " ")
    }

    fn outline_title(&self) -> &'static str {
        "Levels"
    }

    fn path(&self, ladder: &Ladder, focus: Pane) -> Vec<String> {
        let mut path = vec![ladder.track(self.track).title.clone(), self.name().to_owned()];
        let level = self.opened.heading(focus).filter(|entry| entry.depth > 0);
        path.extend(level.map(|level| level.title.clone()));
        path
    }

    fn subject(&self, focus: Pane) -> Option<Subject> {
        let level = self.opened.at(focus).checked_sub(1)?;
        self.levels.subjects.get(level).copied()
    }

    fn track(&self, _ladder: &Ladder) -> Option<TrackId> {
        Some(self.track)
    }

    /// None: `t` in a trace lets the user pick another topic.
    fn thread(&self, _ladder: &Ladder, _levels: &Levels, _entry: usize) -> Option<Thread> {
        None
    }

    /// The text of the level at the cursor.
    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        let entry = self.opened.heading(around.focus);
        let source = entry.and_then(|entry| entry.spots[0]);
        source.map(|source| vec![source]).ok_or_else(|| {
            match entry.filter(|entry| entry.depth > 0) {
                Some(level) => format!("{} says nothing on this", level.title),
                None => "choose a level first".to_owned(),
            }
        })
    }

    fn leave(&self) -> Outcome {
        Outcome::Go(Destination::Back)
    }

    fn arrive(&mut self, _around: &Surroundings<'_>) {
        let first = self.first;
        self.opened.outline.follow(&self.opened.reader.page().outline, first);
        self.read_entry();
    }

    fn follow(&mut self) {
        if !self.is_cursor_in_view() {
            self.opened.follow();
        }
    }

    /// The levels are read together, so the page scrolls no more than necessary.
    fn read_entry(&mut self) {
        if let Some(line) = self.opened.heading(Pane::Outline).map(|entry| entry.line) {
            self.opened.reader.reveal(line);
        }
    }

    fn return_to(
        &mut self,
        target: Target,
        position: Option<Position>,
        _around: &Surroundings<'_>,
    ) {
        self.opened.reader.restore(position);
        if let Target::Trace { entry, .. } = target {
            self.opened.outline.list.cursor = entry;
        }
        self.follow();
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        match message {
            Message::Open if around.focus == Pane::Outline => reading::open_source(self, around),
            _ => Outcome::Pass,
        }
    }
}
