//! The overview of a track: moving over its cells, going to what they stand for.

use super::app::{App, Shown};
use super::areas::Areas;
use super::matches::Matches;
use super::matrix::Matrix;
use super::message::{Message, Pane};
use crate::compare::{MatrixCell, Thread};
use crate::model::{DocumentId, TrackId};

impl App {
    /// Shows the track of what is shown as a matrix, the cursor on the role and section one was at.
    pub(crate) fn open_overview(&mut self) {
        if self.surveying() {
            self.leave();
            return;
        }
        let track = self.track().or((!self.ladder.tracks.is_empty()).then_some(TrackId(0)));
        let Some(track) = track else {
            self.notice = Some("there is no track to survey".to_owned());
            return;
        };
        self.align_track(track);
        let (subject, here) =
            (self.subject(), self.page().outline.get(self.reader.entry()).cloned());
        let shown = self.shown;
        self.zoomed = false;
        self.set_focus(Pane::Document);
        self.visit(Shown::Overview(track), false);
        let Some((_, levels)) = self.levels.as_ref() else { return };
        if let Some(level) = levels.subjects.iter().position(|it| Some(*it) == subject) {
            self.matrix.level = level;
        }
        if let (Shown::Document(id), Some(entry)) = (shown, here)
            && let Some(thread) = levels.topic_at(id, entry.source).filter(|_| entry.depth > 0)
        {
            self.matrix.go_to(thread);
        }
        self.show_cell();
    }

    /// The state of the overview of a track, anew where it was of another.
    pub(crate) fn survey(&mut self, track: TrackId) {
        self.align_track(track);
        if self.matrix.track != Some(track)
            && let Some((_, levels)) = &self.levels
        {
            self.matrix = Matrix::new(track, levels);
        }
    }

    pub(crate) fn surveying(&self) -> bool {
        matches!(self.shown, Shown::Overview(_))
    }

    /// What keys do in the overview. Says whether the message was one for it.
    pub(crate) fn update_overview(
        &mut self,
        message: &Message,
        times: isize,
        typed: Option<usize>,
    ) -> bool {
        let page = isize::try_from(self.reader.height()).unwrap_or(1).max(1);
        let width = self.overview_width();
        let Some((_, levels)) = &self.levels else { return false };
        let matrix = &mut self.matrix;
        let mut new_rows = false;
        match message {
            // It is as large as can be.
            Message::Zoom => return true,
            Message::Move(steps) => matrix.step_rows(steps.saturating_mul(times)),
            Message::HalfPages(steps) => {
                matrix.step_rows(steps.saturating_mul(times).saturating_mul((page / 2).max(1)));
            }
            Message::Pages(steps) => {
                matrix.step_rows(steps.saturating_mul(times).saturating_mul(page));
            }
            Message::Top => matrix.row = typed.unwrap_or(1).saturating_sub(1),
            Message::Bottom => matrix.row = typed.map_or(usize::MAX, |row| row.saturating_sub(1)),
            Message::Focus(steps, _) | Message::Rungs(steps) => {
                matrix.step_levels(steps.saturating_mul(times), width);
            }
            Message::Sections(steps) | Message::Siblings(steps) => {
                if !matrix.step_topics(levels, steps.saturating_mul(times)) {
                    let end = if *steps > 0 { "the last topic" } else { "the first topic" };
                    self.notice = Some(end.to_owned());
                }
            }
            Message::Fold => {
                matrix.toggle(levels);
                new_rows = true;
            }
            Message::Open => {
                self.open_cell();
                return true;
            }
            _ => return false,
        }
        if new_rows {
            self.lay_out_again();
        }
        self.show_cell();
        true
    }

    /// The cursor goes to the cell that a search has found.
    pub(crate) fn follow_match(&mut self) {
        let found = self.reader.current_search().and_then(Matches::flow);
        if let (true, Some(flow), Some((_, levels))) = (self.surveying(), found, &self.levels) {
            // The texts of a row are its name and what each level says.
            let texts = levels.subjects.len() + 1;
            self.matrix.row = flow / texts;
            self.matrix.level = (flow % texts).checked_sub(1).unwrap_or(self.matrix.level);
            self.show_cell();
        }
    }

    pub(crate) fn overview_width(&self) -> usize {
        usize::from(Areas::inside(self.document_area()).width)
    }

    /// Brings the cell under the cursor into view. The matrix is laid out anew only where other
    /// levels are shown.
    pub(crate) fn show_cell(&mut self) {
        if self.fit_matrix() {
            self.lay_out_again();
        }
        self.reader.reveal(self.matrix.row);
    }

    /// Keeps the cursor on a row and a level, the level among those shown. Says whether others are
    /// shown than the page has.
    pub(crate) fn fit_matrix(&mut self) -> bool {
        self.matrix.step_rows(0);
        self.matrix.step_levels(0, self.overview_width());
        self.matrix.from != self.matrix.laid_out
    }

    /// What the cell under the cursor says, in full.
    pub(crate) fn cell_words(&self) -> String {
        let Some(((_, levels), thread)) = self.levels.as_ref().zip(self.matrix.thread()) else {
            return String::new();
        };
        let level = self.matrix.level;
        let label = levels.names.get(level).map_or("", String::as_str);
        let name = levels.name(thread).replace('\n', " ");
        let words = match levels.cell(thread, level) {
            MatrixCell::Nothing => format!("nothing on {name}"),
            MatrixCell::Gap => format!("{name}: a gap, though levels below and above have it"),
            MatrixCell::Empty => format!("{name}: a heading alone"),
            MatrixCell::Count(1, _) => format!("{name}: 1 text"),
            MatrixCell::Count(count, _) => format!("{name}: {count} texts"),
            MatrixCell::Same(part) | MatrixCell::Text(part) => part.spot.text.replace('\n', " "),
        };
        format!("{label} {} {words}", self.glyphs.separator())
    }

    /// Goes to what the cell under the cursor stands for.
    fn open_cell(&mut self) {
        let Some(((_, levels), thread)) = self.levels.as_ref().zip(self.matrix.thread()) else {
            return;
        };
        match levels.spot(thread, self.matrix.level) {
            Some(spot) => {
                let (document, line): (DocumentId, usize) = (spot.document, spot.line);
                self.go_to_line(document, line);
            }
            None => {
                let label = &levels.names[self.matrix.level];
                self.notice = Some(format!("{label} says nothing on this"));
            }
        }
    }

    /// A click chooses the cell under it; one on the chosen cell goes to its source.
    pub(crate) fn click_cell(&mut self, row: usize, column: usize) {
        let Some((_, levels)) = &self.levels else { return };
        let Some(row) = row.checked_sub(self.page().head.len()) else { return };
        let row = self.reader.top() + row;
        if row >= self.matrix.rows.len() {
            return;
        }
        let columns = self.matrix.columns(self.overview_width());
        if columns.is_name(column) {
            self.matrix.row = row;
            if matches!(self.matrix.thread(), Some(Thread { row: None, .. })) {
                self.matrix.toggle(levels);
                self.lay_out_again();
            }
        } else if let Some(level) = columns.level_at(column) {
            if (row, level) == (self.matrix.row, self.matrix.level) {
                self.open_cell();
                return;
            }
            (self.matrix.row, self.matrix.level) = (row, level);
        }
        self.show_cell();
    }
}
