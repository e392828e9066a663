//! A track as a matrix: moving over its cells, going to their texts.

use std::ops::Range;
use std::rc::Rc;

use super::common::{FileLine, Show, Surroundings};
use super::kept::Kept;
use super::reading;
use crate::compare::{Levels, Thread};
use crate::model::{Ladder, Subject, TrackId};
use crate::page::{OverviewOptions, Page, Position, lay_out_cell, lay_out_overview, matrix_row};
use crate::report::{CellReport, GAP_IN_FULL, MatrixRow, ToldCell};
use crate::speech::{Speech, speak_cell, speak_overview};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::detail::Detail;
use crate::tui::pane::matches::Matches;
use crate::tui::pane::matrix::{Cell, Matrix};
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::{Beside, Pane};
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// The levels of a track, and the cell at the cursor.
pub(crate) struct OverviewView {
    track: TrackId,
    levels: Rc<Levels>,
    matrix: Matrix,
    opened: OpenPage,
    /// The full text of the cell at the cursor.
    detail: Detail,
    /// The cell of the detail, and the width of its layout.
    detailed: Option<(Cell, usize)>,
}

impl OverviewView {
    /// The overview of a track, at the last place if it is the last overview that was shown.
    pub(crate) fn new(
        track: TrackId,
        levels: Rc<Levels>,
        last: &Matrix,
        cell: Option<Cell>,
        opened: OpenPage,
    ) -> Self {
        let mut matrix =
            if last.track == Some(track) { last.clone() } else { Matrix::new(track, &levels) };
        if let Some(cell) = cell {
            matrix.return_to(cell);
        }
        Self { track, levels, matrix, opened, detail: Detail::default(), detailed: None }
    }

    /// Moves the cursor as a message says. Returns whether the rows changed; `None` if the message is no move.
    fn step(&mut self, message: &Message, around: &Surroundings<'_>) -> Option<bool> {
        let (times, typed, width) = (around.times(), around.typed, around.width());
        let page = isize::try_from(self.opened.reader.height()).unwrap_or(1).max(1);
        let matrix = &mut self.matrix;
        match message {
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
            Message::Fold => {
                matrix.toggle(&self.levels);
                return Some(true);
            }
            _ => return None,
        }
        Some(false)
    }

    fn step_topics(&mut self, steps: isize, around: &Surroundings<'_>) -> Outcome {
        let moved = self.matrix.step_topics(&self.levels, steps);
        self.show_cell(around);
        match (moved, steps > 0) {
            (true, _) => Outcome::Stay,
            (false, true) => Outcome::Say("the last topic".to_owned()),
            (false, false) => Outcome::Say("the first topic".to_owned()),
        }
    }

    /// Brings the cell at the cursor into view. The matrix is laid out again only if other levels are shown.
    fn show_cell(&mut self, around: &Surroundings<'_>) {
        if self.adapt(around) {
            self.lay_out_again(around);
        }
        self.fit(around);
        self.opened.reader.reveal(self.matrix.line());
        self.opened.reader.fill();
    }

    /// The text of the cell at the cursor, in full.
    fn cell_words(&self, shared: &SharedState) -> String {
        let Some(thread) = self.matrix.thread() else { return String::new() };
        let level = self.matrix.level;
        let label = self.levels.names.get(level).map_or("", String::as_str);
        let name = self.levels.name(thread).replace('\n', " ");
        let row = &self.matrix.rows[self.matrix.row];
        let words = match row.cells.get(level) {
            None => format!("nothing on {name}"),
            Some(cell) => match &cell.told {
                ToldCell::Gap => format!("{name}: {GAP_IN_FULL}"),
                ToldCell::Empty => format!("{name}: a heading without text"),
                _ if row.is_topic() => format!("{name}: {}", cell.count()),
                _ => self.levels.spot(thread, level).map_or("", |it| &it.text).replace('\n', " "),
            },
        };
        format!("{label} {} {words}", shared.glyphs().separator())
    }
}

impl Show for OverviewView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Overview { track: self.track, cell: Some(self.matrix.cell()) }
    }

    fn when(&self) -> When {
        When::Surveying
    }

    fn beside(&self) -> Beside {
        Beside::Nothing
    }

    fn opens_always(&self) -> bool {
        true
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let Matrix { rows, wants, from, .. } = &self.matrix;
        let (width, glyphs) = (around.width(), around.shared.glyphs());
        lay_out_overview(&self.levels, rows, wants, OverviewOptions { width, glyphs, from: *from })
    }

    fn speech(&self, shared: &SharedState) -> Speech {
        let track = &shared.ladder.track(self.track).title;
        speak_overview(&self.levels, &self.matrix.rows, format!("Overview of {track}."))
    }

    fn spoken_section(&self) -> usize {
        self.matrix.row + 1
    }

    fn spoken_stops(&self) -> Vec<usize> {
        let is_outermost =
            |row: &&MatrixRow| row.is_topic() && self.levels.topics[row.thread.topic].depth == 1;
        let rows = self.matrix.rows.iter().enumerate();
        rows.filter(|(_, row)| is_outermost(row)).map(|(at, _)| at + 1).collect()
    }

    fn spoken_cell(&self) -> Option<(usize, Vec<String>)> {
        let (thread, level) = (self.matrix.thread()?, self.matrix.level);
        Some((level, speak_cell(&CellReport::new(&self.levels, thread, level))))
    }

    fn title(&self, ladder: &Ladder) -> String {
        let title = &ladder.track(self.track).title;
        match (self.matrix.filter_title(), self.levels.left_out) {
            (Some(filtered), _) => filtered,
            (None, 0) => title.clone(),
            (None, rest) => format!("{title} (not shown: {rest} topics and items)"),
        }
    }

    fn narrow(&mut self, text: &str, around: &Surroundings<'_>) {
        // Without a screen there are no rows to narrow.
        if !around.shared.preferences.by_section && self.matrix.narrow(text, &self.levels) {
            self.lay_out_again(around);
            self.show_cell(around);
        }
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        vec![ladder.track(self.track).title.clone(), "Overview".to_owned()]
    }

    fn subject(&self, _focus: Pane) -> Option<Subject> {
        self.levels.subjects.get(self.matrix.level).copied()
    }

    fn track(&self, _ladder: &Ladder) -> Option<TrackId> {
        Some(self.track)
    }

    fn thread(&self, _ladder: &Ladder, _levels: &Levels, _entry: usize) -> Option<Thread> {
        self.matrix.thread()
    }

    fn status(&self, shared: &SharedState) -> Option<(String, bool)> {
        Some((self.cell_words(shared), true))
    }

    fn detail(&self) -> Option<&Detail> {
        Some(&self.detail).filter(|detail| detail.rows > 0)
    }

    fn detail_mut(&mut self) -> Option<&mut Detail> {
        Some(&mut self.detail).filter(|detail| detail.rows > 0)
    }

    fn fit_detail(&mut self, around: &Surroundings<'_>) {
        let now = (self.matrix.cell(), around.width());
        if self.detailed != Some(now)
            && let Some(thread) = self.matrix.thread()
        {
            self.detailed = Some(now);
            let report = CellReport::new(&self.levels, thread, self.matrix.level);
            let glyphs = around.shared.glyphs();
            let page = lay_out_cell(&report, around.width(), glyphs);
            let title = report.path.join(&format!(" {} ", glyphs.separator())).replace('\n', " ");
            self.detail.show(title, report.remark, page);
        }
        let page = self.opened.page();
        self.detail.fit(around.height(), page.head.len() + page.height());
    }

    fn match_text(&self) -> Option<String> {
        let flow = self.opened.reader.current_search()?.flow()?;
        let flow = self.opened.page().flows.get(flow)?;
        Some(flow.text.replace('\n', " "))
    }

    fn cursor(&self, width: usize) -> Option<(usize, Range<usize>)> {
        let span = self.matrix.columns(width).span(self.matrix.level)?;
        Some((self.matrix.line(), span))
    }

    fn keep(&self, kept: &mut Kept) {
        kept.matrix = self.matrix.clone();
        kept.matrix.narrow("", &self.levels);
    }

    /// The text of the cell at the cursor.
    fn sources(&self, _around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        let Some(thread) = self.matrix.thread() else { return Ok(Vec::new()) };
        let level = self.matrix.level;
        let spot = self.levels.spot(thread, level).map(|spot| vec![(spot.document, spot.line)]);
        spot.ok_or_else(|| format!("{} says nothing on this", self.levels.names[level]))
    }

    fn leave(&self) -> Outcome {
        Outcome::Go(Destination::Back)
    }

    fn arrive(&mut self, around: &Surroundings<'_>) {
        self.show_cell(around);
    }

    /// Keeps the cursor on an existing row, and on a level that is shown.
    fn adapt(&mut self, around: &Surroundings<'_>) -> bool {
        self.matrix.step_rows(0);
        self.matrix.step_levels(0, around.width());
        let shown = std::mem::replace(&mut self.matrix.laid_out, self.matrix.from);
        shown != self.matrix.from
    }

    fn return_to(&mut self, target: Target, position: Option<Position>, around: &Surroundings<'_>) {
        if let Target::Overview { cell: Some(cell), .. } = target {
            self.matrix.return_to(cell);
        }
        self.lay_out_again(around);
        self.opened.reader.restore(position);
        self.show_cell(around);
        self.follow();
    }

    fn follow_match(&mut self, around: &Surroundings<'_>) {
        let Some(flow) = self.opened.reader.current_search().and_then(Matches::flow) else {
            return;
        };
        self.matrix.go_to_text(flow);
        self.show_cell(around);
    }

    /// A click chooses the cell under it; a click on the chosen cell goes to its text.
    fn click(&mut self, row: usize, column: usize, around: &Surroundings<'_>) -> Outcome {
        let Some(row) = row.checked_sub(self.opened.page().head.len()) else {
            return Outcome::Stay;
        };
        let is_below = row >= self.opened.reader.height();
        let row = matrix_row(&self.matrix.rows, self.opened.reader.top() + row);
        let Some(row) = row.filter(|_| !is_below) else { return Outcome::Stay };
        let columns = self.matrix.columns(around.width());
        if columns.is_name(column) {
            self.matrix.row = row;
            if matches!(self.matrix.thread(), Some(Thread { row: None, .. })) {
                self.matrix.toggle(&self.levels);
                self.lay_out_again(around);
            }
        } else if let Some(level) = columns.level_at(column) {
            if (row, level) == (self.matrix.row, self.matrix.level) {
                return reading::open_source(self, around);
            }
            (self.matrix.row, self.matrix.level) = (row, level);
        }
        self.show_cell(around);
        Outcome::Stay
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        match message {
            // An overview always fills the screen.
            Message::Zoom => return Outcome::Stay,
            Message::Open => return reading::open_source(self, around),
            Message::Detail(lines) => {
                self.detail.reader.scroll(lines.saturating_mul(around.times()));
                return Outcome::Stay;
            }
            Message::Sections(steps) | Message::Siblings(steps) => {
                return self.step_topics(steps.saturating_mul(around.times()), around);
            }
            _ => {}
        }
        let Some(new_rows) = self.step(message, around) else { return Outcome::Pass };
        if new_rows {
            self.lay_out_again(around);
        }
        self.show_cell(around);
        Outcome::Stay
    }
}
