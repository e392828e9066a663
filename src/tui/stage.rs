//! The stage: the panes, the view in them, and the history. Every change of the view goes through here, so
//! that panes, lists and history agree.

mod history;
pub(crate) mod places;
mod reload;

use std::sync::Arc;

use ratatui::layout::Rect;

use history::History;
use reload::Moves;

use super::input::message::Message;
use super::outcome::Outcome;
use super::pane::areas::{Areas, Arrangement, areas, widen};
use super::pane::filter::ListFilter;
use super::pane::ladder_pane::{LadderPane, PaneRow};
use super::pane::matrix::{Cell, Matrix};
use super::pane::panes::{Beside, Pane, Panes};
use super::pane::reader::Reader;
use super::session::{Findings, OlderVersion, SavedPlace};
use super::shared::SharedState;
use super::show::common::{Show, Surroundings};
use super::show::kept::Kept;
use super::show::{Shown, reading};
use super::target::{Stop, Target};
use crate::model::{DocumentId, Ladder, Place, Subject, TrackId};
use crate::page::section_entry;
use crate::report::Traceable;

/// The view, its panes, and the history.
pub(crate) struct Stage {
    pub(crate) shared: SharedState,
    pub(crate) size: Rect,
    pub(crate) panes: Panes,
    /// The list of roles and pages.
    pub(crate) ladder_pane: LadderPane,
    pub(crate) shown: Shown,
    /// The state that views pass on to the next view of their kind.
    kept: Kept,
    history: History<Stop>,
    /// The history before the list with the focus is narrowed, to go back if it is not.
    before_filter: Option<History<Stop>>,
}

impl Stage {
    /// The stage at the start, with the first role. It has its size from the start: another one would lay
    /// out the page a second time.
    pub(crate) fn new(mut shared: SharedState, (columns, rows): (u16, u16)) -> Self {
        let ladder = &shared.ladder;
        let by_section = shared.preferences.by_section;
        let alone = ladder.roles.len() + ladder.pages.len() == 1 || by_section;
        let (ladder_pane, target) = (LadderPane::new(ladder), Target::first(ladder));
        let kept = Kept::preferred(&shared.preferences);
        let stop = Stop { target, position: None, filter: kept.choices.filter, passing: false };
        let mut stage = Self {
            shown: Shown::open(target, &mut shared, &kept, Reader::new(by_section)),
            shared,
            size: Rect::new(0, 0, columns, rows),
            panes: Panes::new(if alone { Pane::Document } else { Pane::Ladder }),
            ladder_pane,
            kept,
            history: History::new(stop),
            before_filter: None,
        };
        stage.load(target);
        stage
    }

    /// The view in the document pane.
    pub(crate) fn view(&self) -> &dyn Show {
        self.shown.view()
    }

    fn arrangement(&self) -> Arrangement {
        Arrangement {
            panes: self.panes,
            beside: self.view().beside(),
            widths: self.shared.widths,
            rows: self.ladder_pane.rows().len(),
        }
    }

    /// The areas of the screen.
    pub(crate) fn areas(&self) -> Areas {
        areas(self.size, self.arrangement())
    }

    /// The inside of the document pane: of its area, or of the area that it would have with the focus.
    pub(crate) fn room(&self) -> Rect {
        let shown = self.areas().document;
        if !shown.is_empty() {
            return Areas::inside(shown);
        }
        let panes = Panes { focus: Pane::Document, ..self.panes };
        Areas::inside(areas(self.size, Arrangement { panes, ..self.arrangement() }).document)
    }

    /// The rows of the pane with the focus.
    pub(crate) fn focused_rows(&self) -> usize {
        usize::from(Areas::inside(self.areas().of(self.panes.focus)).height)
    }

    /// The view to change, and what it may read.
    pub(crate) fn beneath(&mut self, typed: Option<usize>) -> (&mut dyn Show, Surroundings<'_>) {
        let (rows, room, focus) = (self.focused_rows(), self.room(), self.panes.focus);
        let around = Surroundings { shared: &self.shared, room, rows, focus, typed };
        (self.shown.view_mut(), around)
    }

    pub(crate) fn subject(&self) -> Option<Subject> {
        self.view().subject(self.panes.focus)
    }

    /// All roles of a comparison, or the role that keys act on.
    pub(crate) fn subjects(&self) -> Vec<Subject> {
        self.view().subjects(self.panes.focus)
    }

    /// Takes another size of the screen: lays out everything again, and keeps the place.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        (self.size.width, self.size.height) = (columns, rows);
        let (view, around) = self.beneath(None);
        view.lay_out_again(&around);
        self.reveal_lists();
    }

    /// Gives a message to the view, then to the pane with the focus.
    pub(crate) fn update(&mut self, message: &Message, typed: Option<usize>) -> Outcome {
        let (view, around) = self.beneath(typed);
        let mut outcome = view.update(message, &around);
        if outcome == Outcome::Pass && self.panes.focus == Pane::Ladder {
            outcome = self.update_ladder(message, typed);
        }
        if outcome == Outcome::Pass {
            let (view, around) = self.beneath(typed);
            outcome = reading::read(view, message, &around);
        }
        outcome
    }

    /// Moves in the ladder pane as a message says.
    pub(crate) fn update_ladder(&mut self, message: &Message, typed: Option<usize>) -> Outcome {
        let times = isize::try_from(typed.unwrap_or(1)).unwrap_or(1);
        let height = usize::from(Areas::inside(self.areas().ladder).height);
        let screens = |steps: isize, parts| reading::screens_in_lines(steps * times, parts, height);
        let pane = &mut self.ladder_pane;
        let row = match message {
            Message::Move(steps) => pane.step(steps.saturating_mul(times)),
            Message::HalfPages(steps) => pane.step(screens(*steps, 2)),
            Message::Pages(steps) => pane.step(screens(*steps, 1)),
            Message::Top => pane.nearest(typed.unwrap_or(1).saturating_sub(1)),
            Message::Bottom => pane.nearest(typed.map_or(usize::MAX, |it| it.saturating_sub(1))),
            Message::Fold if pane.filter().is_on() => {
                return Outcome::Say("a filtered list cannot be folded".to_owned());
            }
            Message::Fold => {
                pane.fold(&self.shared.ladder);
                return Outcome::Stay;
            }
            Message::Open if pane.is_on_heading() => {
                pane.fold(&self.shared.ladder);
                return Outcome::Stay;
            }
            _ => return Outcome::Pass,
        };
        self.choose_row(row);
        Outcome::Stay
    }

    /// Opens a target at its top, without a stop in the history.
    pub(crate) fn load(&mut self, target: Target) {
        self.shown.view().keep(&mut self.kept);
        self.open_view(target);
    }

    /// Opens a target, with the kept state of its kind.
    fn open_view(&mut self, target: Target) {
        let reader = std::mem::take(&mut self.shown.view_mut().opened_mut().reader);
        self.shown = Shown::open(target, &mut self.shared, &self.kept, reader);
        if !self.view().beside().panes().contains(&self.panes.focus) {
            self.panes.focus = Pane::Document;
        }
        let (view, around) = self.beneath(None);
        let (page, expanded) = (view.lay_out(&around), view.is_expanded(&around.shared.ladder));
        view.opened_mut().show(page, expanded);
        if let Some(row) = self.view().row() {
            if self.view().beside() == Beside::All {
                self.ladder_pane.unfold(row, &self.shared.ladder);
            }
            self.ladder_pane.follow(row);
        }
        self.fit();
    }

    /// Goes to a new target, at its start, with a stop in the history.
    pub(crate) fn visit(&mut self, target: Target, passing: bool) {
        self.note_position();
        let filter = self.kept.choices.filter;
        let stop = Stop { target, position: None, filter, passing };
        if passing && self.history.current().passing {
            self.history.replace(stop);
        } else {
            self.history.visit(stop);
        }
        self.load(target);
        let (view, around) = self.beneath(None);
        view.arrive(&around);
    }

    /// Goes to a place of the ladder, with a stop in the history.
    pub(crate) fn go_to(&mut self, place: Place) {
        self.visit(Target::Document(place.document), false);
        let view = self.shown.view_mut();
        view.opened_mut().reader.go_to_entry(section_entry(place.section));
        view.follow();
        if self.panes.focus == Pane::Ladder {
            self.panes.focus = Pane::Document;
        }
    }

    /// Goes to the section around a line of a document.
    pub(crate) fn go_to_line(&mut self, document: DocumentId, line: usize) {
        let section = self.shared.ladder.document(document).section_at_line(line);
        self.go_to(Place { document, section });
    }

    /// Shows the changes since an older version; returns the notice about them.
    pub(crate) fn review(&mut self, older: OlderVersion) -> Option<String> {
        let remark = older.remark.clone();
        self.shared.past.show(older);
        self.set_focus(Pane::Document);
        match self.view().target() {
            Target::Versions => self.load(Target::Versions),
            _ => self.visit(Target::Versions, false),
        }
        remark.or_else(|| self.shared.changes()?.doubt.clone())
    }

    /// Shows the trace of a topic, with the cursor on the current level.
    pub(crate) fn go_to_trace(&mut self, track: TrackId, traced: Traceable) {
        let from = self.subject();
        let levels = self.shared.levels(track);
        let level = levels.subjects.iter().position(|subject| Some(*subject) == from);
        let entry = level.map_or(1, |level| level + 1);
        self.visit(Target::Trace { track, traced, entry }, false);
        self.panes.zoomed = false;
        self.focus_levels();
        self.stay();
    }

    /// Shows the overview of a track, with the cursor on the current role and section.
    pub(crate) fn go_to_overview(&mut self, track: TrackId) {
        let levels = self.shared.levels(track);
        let (view, subject) = (self.view(), self.subject());
        let entry = view.opened().reader.entry();
        let of_document = view.document().is_some();
        let thread =
            of_document.then(|| view.thread(&self.shared.ladder, &levels, entry)).flatten();
        let level = levels.subjects.iter().position(|it| Some(*it) == subject);
        self.panes.zoomed = false;
        self.set_focus(Pane::Document);
        self.visit(Target::Overview { track, cell: Some(Cell { thread, level }) }, false);
    }

    /// Gives the focus to the list of levels of a trace, unless it would take the whole screen.
    fn focus_levels(&mut self) {
        self.set_focus(Pane::Outline);
        if !self.areas().shows(Pane::Document) {
            self.set_focus(Pane::Document);
        }
    }

    /// Steps through the history. Returns whether there was a stop.
    pub(crate) fn step_history(&mut self, steps: isize) -> bool {
        self.note_position();
        let Some(&stop) = self.history.step(steps) else { return false };
        self.return_to(stop);
        true
    }

    fn return_to(&mut self, stop: Stop) {
        self.shown.view().keep(&mut self.kept);
        self.kept.choices.filter = stop.filter;
        self.open_view(stop.target);
        if matches!(self.shown, Shown::Trace(_)) {
            self.focus_levels();
        }
        let (view, around) = self.beneath(None);
        view.return_to(stop.target, stop.position, &around);
    }

    /// Records the current place in the history.
    fn note_position(&mut self) {
        let view = self.shown.view();
        view.keep(&mut self.kept);
        let (target, position) = (view.target(), view.opened().reader.position());
        let stop = self.history.current();
        *stop = Stop { target, position, filter: self.kept.choices.filter, ..*stop };
    }

    /// The current place by its names; `None` if it cannot be found again.
    pub(crate) fn place(&mut self) -> Option<SavedPlace> {
        let (view, around) = self.beneath(None);
        places::save(view, &around)
    }

    /// Marks the current stop as read, not only seen in passing.
    pub(crate) fn stay(&mut self) {
        self.history.current().passing = false;
    }

    /// Goes to the overview or trace that the comparisons were opened from, or else to the left role.
    pub(crate) fn leave_comparison(&mut self, left: Subject) {
        let is_other =
            |stop: &Stop| !matches!(stop.target, Target::Comparison(..) | Target::Levels(_));
        if let Some((steps, stop)) = self.history.back_to(is_other)
            && matches!(stop.target, Target::Overview { .. } | Target::Trace { .. })
        {
            self.step_history(steps);
            return;
        }
        self.visit(Target::of(left), false);
    }

    /// Replaces the ladder by the one on disk, and keeps the place; the history goes to the new places of its
    /// texts.
    pub(crate) fn reload(&mut self, ladder: Arc<Ladder>, findings: Findings) {
        self.note_position();
        self.ladder_pane.reload(&self.shared.ladder, &ladder);
        let old = self.shared.reload(ladder, findings);
        let mut moves = Moves::new(&old, &self.shared.ladder);
        self.kept.matrix = Matrix::default();
        let alone = std::mem::take(&mut self.kept.choices.folded_alone);
        self.kept.choices.folded_alone =
            alone.into_iter().filter_map(|headings| moves.headings(headings)).collect();
        let (target, filter) = (Target::first(&self.shared.ladder), self.kept.choices.filter);
        let first = Stop { target, position: None, filter, passing: false };
        self.history.carry(|stop| moves.stop(*stop), first);
        let stop = *self.history.current();
        self.open_view(stop.target);
        let (view, around) = self.beneath(None);
        view.return_to(stop.target, stop.position, &around);
        self.fit();
    }

    /// Fits page and lists to the screen, after anything that may have changed their sizes.
    pub(crate) fn fit(&mut self) {
        let (view, around) = self.beneath(None);
        view.fit(&around);
        self.reveal_lists();
    }

    /// Scrolls the lists until their cursors are in view.
    pub(crate) fn reveal_lists(&mut self) {
        let areas = self.areas();
        self.ladder_pane.reveal(usize::from(Areas::inside(areas.ladder).height));
        let rows = usize::from(Areas::inside(areas.outline).height);
        self.shown.view_mut().opened_mut().reveal_outline(rows);
    }

    pub(crate) fn set_focus(&mut self, pane: Pane) {
        self.panes.focus_on(pane);
        self.fit();
    }

    pub(crate) fn zoom(&mut self, zoomed: bool) {
        self.panes.zoomed = zoomed;
        self.fit();
    }

    /// Hides the lists beside the text, or shows them again.
    pub(crate) fn hide_lists(&mut self) -> Outcome {
        if self.view().beside() == Beside::Nothing {
            return Outcome::Say("no lists are beside this view".to_owned());
        }
        self.panes.hidden = !self.panes.hidden;
        self.panes.focus = Pane::Document;
        self.fit();
        Outcome::Stay
    }

    /// Makes the list with the focus, or the list beside the text, wider by steps.
    pub(crate) fn widen(&mut self, steps: isize) -> Outcome {
        let areas = self.areas();
        match widen(&mut self.panes, &areas, steps) {
            true => self.fit(),
            false => return Outcome::Say("no list is beside the text".to_owned()),
        }
        Outcome::Stay
    }

    /// The filter of a list.
    pub(crate) fn filter(&self, list: Pane) -> &ListFilter {
        match list {
            Pane::Ladder => self.ladder_pane.filter(),
            Pane::Outline | Pane::Document => self.view().opened().outline.filter(),
        }
    }

    /// How many rows of a list are shown, and how many there are.
    pub(crate) fn filter_counts(&self, list: Pane) -> (usize, usize) {
        match list {
            Pane::Ladder => self.ladder_pane.counts(&self.shared.ladder),
            Pane::Outline | Pane::Document => self.view().opened().counts(),
        }
    }

    /// Notes the place, to go back to it as if nothing had happened since.
    pub(crate) fn begin_filter(&mut self) {
        self.note_position();
        self.before_filter = Some(self.history.clone());
    }

    /// Goes back to the place that was noted.
    pub(crate) fn undo_filter(&mut self) {
        if let Some(before) = self.before_filter.take() {
            self.history = before;
            let stop = *self.history.current();
            self.return_to(stop);
        }
    }

    /// Puts the cursor on a row of the ladder pane and shows its document.
    pub(crate) fn choose_row(&mut self, row: usize) {
        let target = match self.ladder_pane.choose(row) {
            Some(PaneRow::Role(role)) => Target::Document(DocumentId::Role(role)),
            Some(PaneRow::Page(page)) => Target::Document(DocumentId::Page(page)),
            Some(PaneRow::Counterpart(id)) => Target::Counterpart(id),
            Some(PaneRow::Heading(..)) | None => return,
        };
        if target != self.view().target() {
            self.visit(target, true);
        }
    }
}
