//! Moving: in the ladder, in the outline, in the document, between them.

use super::app::{App, Shown};
use super::areas::Areas;
use super::ladder_list::{self, Row};
use super::message::Pane;
use crate::model::{DocumentId, Subject};

impl App {
    /// Moves by rows or lines in the pane with the focus.
    pub(crate) fn move_by(&mut self, steps: isize) {
        match self.focus {
            Pane::Ladder => {
                let row = ladder_list::step(&self.rows, self.list.cursor, steps);
                self.choose_row(row);
            }
            Pane::Outline => {
                let entries = &self.reader.page().outline;
                let visible = self.outline.visible(entries).len();
                self.outline.list.step(steps, visible);
                self.read_outline_entry();
            }
            Pane::Document => {
                self.reader.scroll(steps);
                self.stay();
                self.follow_reader();
            }
        }
    }

    /// Moves by screens, or by parts of one.
    pub(crate) fn move_screens(&mut self, screens: isize, parts: isize) {
        let height = match self.focus {
            Pane::Document => self.reader.screen(screens > 0),
            pane => usize::from(Areas::inside(self.areas().of(pane)).height),
        };
        let screen = isize::try_from(height).unwrap_or(1);
        self.move_by(screens.saturating_mul((screen / parts).max(1)));
    }

    /// Goes to a line or row, counted from 1; `None` for the last.
    pub(crate) fn move_to(&mut self, number: Option<usize>) {
        let index = number.map_or(usize::MAX, |number| number.saturating_sub(1));
        match self.focus {
            Pane::Ladder => {
                let row = ladder_list::step(&self.rows, index.min(self.rows.len()), 0);
                self.choose_row(row);
            }
            Pane::Outline => {
                let visible = self.outline.visible(&self.reader.page().outline).len();
                self.outline.list.cursor = index.min(visible.saturating_sub(1));
                self.read_outline_entry();
            }
            Pane::Document => {
                match number {
                    Some(_) => self.reader.go_to(index),
                    None => self.reader.bottom(),
                }
                self.stay();
                self.follow_reader();
            }
        }
    }

    /// Puts the cursor on a row of the ladder and shows what it stands for.
    pub(crate) fn choose_row(&mut self, row: usize) {
        let shown = match self.rows.get(row) {
            Some(Row::Role(role)) => Shown::Document(DocumentId::Role(*role)),
            Some(Row::Page(page)) => Shown::Document(DocumentId::Page(*page)),
            Some(Row::Counterpart(id)) => Shown::Counterpart(*id),
            Some(Row::Heading(_, Some(_))) => {
                self.list.cursor = row;
                self.reveal_lists();
                return;
            }
            Some(Row::Heading(_, None)) | None => return,
        };
        if shown != self.shown {
            self.visit(shown, true);
        } else if self.is_on_heading() {
            self.list.cursor = row;
            self.reveal_lists();
        }
    }

    /// The document goes to the section under the outline's cursor.
    pub(crate) fn read_outline_entry(&mut self) {
        let entry = self.outline.entry(&self.reader.page().outline);
        match (self.shown, self.page().outline.get(entry)) {
            // The levels of a trace are read together: no more moves than must.
            (Shown::Trace(..), Some(level)) => self.reader.reveal(level.line),
            _ => self.reader.go_to_entry(entry),
        }
        self.stay();
        self.reveal_lists();
    }

    /// Gives the focus to another pane, round at the ends if wished.
    pub(crate) fn step_focus(&mut self, steps: isize, round: bool) {
        let panes: &[Pane] = if matches!(self.shown, Shown::Comparison(..) | Shown::Trace(..)) {
            &[Pane::Outline, Pane::Document]
        } else {
            &[Pane::Ladder, Pane::Outline, Pane::Document]
        };
        let at = panes.iter().position(|pane| *pane == self.focus).unwrap_or(0);
        let target = if round {
            (at as isize + steps).rem_euclid(panes.len() as isize) as usize
        } else {
            at.saturating_add_signed(steps).min(panes.len() - 1)
        };
        self.set_focus(panes[target]);
    }

    pub(crate) fn set_focus(&mut self, pane: Pane) {
        self.focus = pane;
        if pane != Pane::Document {
            self.side = pane;
        }
        self.fit();
    }

    /// Shows the role some rungs up or down, at the same section.
    pub(crate) fn rungs(&mut self, steps: isize) {
        let Some(Subject::Role(role)) = self.subject() else {
            self.notice = Some("only a role has rungs above and below it".to_owned());
            return;
        };
        match self.ladder.rung(role, steps) {
            Some(next) => self.exchange(Shown::Document(DocumentId::Role(next))),
            None => self.notice = Some(self.end_of_track(role, steps)),
        }
    }

    /// Says that a track goes no further.
    pub(crate) fn end_of_track(&self, role: crate::model::RoleId, steps: isize) -> String {
        let role = self.ladder.role(role);
        let end = if steps > 0 { "above" } else { "below" };
        let label = &role.document.label;
        let track = &self.ladder.track(role.track).title;
        if self.ladder.roles.len() == 1 && !self.ladder.counterparts.is_empty() {
            return format!("no rung {end} {label} here: c compares it with those its tables know");
        }
        format!("no rung {end} {label} in {track}")
    }

    /// Enter: reads the role, goes to the section, follows a link.
    pub(crate) fn open(&mut self) {
        match self.focus {
            Pane::Outline if matches!(self.shown, Shown::Trace(..)) => self.open_source(),
            Pane::Ladder if self.is_on_heading() => self.fold_group(),
            Pane::Ladder | Pane::Outline => {
                self.stay();
                self.set_focus(Pane::Document);
            }
            Pane::Document => self.open_link(),
        }
    }
}
