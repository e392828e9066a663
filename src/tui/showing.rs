//! Showing something: laying it out, keeping the panes in step, remembering the way.

use super::app::{App, Layer, PopupText, Shown, Stop};
use super::areas::Areas;
use super::help;
use super::matrix::{Cell, Matrix};
use super::message::Pane;
use super::outline::{self, Outline};
use crate::compare;
use crate::model::{Place, Subject};
use crate::page::{
    ComparisonOptions, DocumentOptions, OutlineEntry, OverviewOptions, Page, counterpart_document,
    lay_out_comparison, lay_out_document, lay_out_overview, lay_out_trace, section_entry,
};

impl App {
    /// Shows something from its top, without remembering where one was.
    pub(crate) fn load(&mut self, shown: Shown) {
        self.shown = shown;
        self.comparison = match shown {
            Shown::Comparison(left, right) => Some(compare::compare(&self.ladder, left, right)),
            _ => None,
        };
        if let Shown::Overview(track) | Shown::Trace(track, _) = shown {
            self.align_track(track);
        }
        if let Shown::Overview(track) = shown {
            self.survey(track);
            self.focus = Pane::Document;
        }
        if matches!(shown, Shown::Comparison(..) | Shown::Trace(..)) && self.focus == Pane::Ladder {
            self.focus = Pane::Document;
        }
        let page = self.lay_out();
        let expanded = match shown {
            Shown::Document(id) => self.ladder.document(id).expanded,
            _ => true,
        };
        self.outline = Outline::new(&page.outline, expanded);
        self.reader.show(page);
        self.unfold_shown();
        if let Some(row) = self.shown_row() {
            self.list.cursor = row;
        }
        self.fit();
    }

    /// Goes to something new; the way back is remembered.
    pub(crate) fn visit(&mut self, shown: Shown, passing: bool) {
        self.note_position();
        let (only_differences, fold_same) = (self.only_differences, self.fold_same);
        let cell = Cell::default();
        let stop =
            Stop { shown, position: None, level: 0, cell, only_differences, fold_same, passing };
        if passing && self.history.current().passing {
            self.history.replace(stop);
        } else {
            self.history.visit(stop);
        }
        self.load(shown);
    }

    /// Goes to a place of the ladder; the way back is remembered.
    pub(crate) fn go_to(&mut self, place: Place) {
        self.visit(Shown::Document(place.document), false);
        self.reader.go_to_entry(section_entry(place.section));
        self.follow_reader();
        if self.focus == Pane::Ladder {
            self.focus = Pane::Document;
        }
    }

    /// Goes to a role or counterpart; the way back is remembered.
    pub(crate) fn go_to_subject(&mut self, subject: Subject) {
        match subject {
            Subject::Role(role) => {
                self.visit(Shown::Document(crate::model::DocumentId::Role(role)), false);
            }
            Subject::Counterpart(id) => self.visit(Shown::Counterpart(id), false),
        }
    }

    /// Shows something else but stays at the same heading, if it has it.
    pub(crate) fn exchange(&mut self, shown: Shown) {
        let (outline, entry) = (self.page().outline.clone(), self.reader.entry());
        self.visit(shown, false);
        self.stay_at(&outline, entry);
    }

    /// Goes to the heading that stands for an entry of an outline that was shown before, or for the
    /// nearest one above it that is still there.
    pub(crate) fn stay_at(&mut self, outline: &[OutlineEntry], entry: usize) {
        let here = &self.reader.page().outline;
        let same = (0..=entry).rev().find_map(|at| outline::same_entry(outline, at, here));
        self.reader.go_to_entry(same.unwrap_or(0));
        self.follow_reader();
    }

    /// Steps through where one has been. Says whether there was anything.
    pub(crate) fn step_history(&mut self, steps: isize) -> bool {
        self.note_position();
        let Some(&stop) = self.history.step(steps) else { return false };
        self.only_differences = stop.only_differences;
        self.fold_same = stop.fold_same;
        self.load(stop.shown);
        if self.surveying() {
            self.matrix.return_to(stop.cell);
            self.lay_out_again();
        }
        self.reader.restore(stop.position);
        if self.surveying() {
            self.show_cell();
        }
        if matches!(stop.shown, Shown::Trace(..)) {
            self.focus_levels();
            self.outline.list.cursor = stop.level;
        }
        self.follow_reader();
        true
    }

    /// Remembers what stands on top, to come back to.
    fn note_position(&mut self) {
        let position = self.reader.position();
        let (level, cell) = (self.outline.list.cursor, self.matrix.cell());
        let (only_differences, fold_same) = (self.only_differences, self.fold_same);
        let stop = self.history.current();
        *stop = Stop { position, level, cell, only_differences, fold_same, ..*stop };
    }

    /// What was seen in passing is now being read.
    pub(crate) fn stay(&mut self) {
        self.history.current().passing = false;
    }

    /// Lays the page out anew, for another width or other options, and keeps the place.
    pub(crate) fn lay_out_again(&mut self) {
        if self.surveying() {
            self.fit_matrix();
            self.matrix.laid_out = self.matrix.from;
        }
        let page = self.lay_out();
        self.reader.replace(page);
        self.fit();
        self.lay_out_popup();
    }

    fn lay_out(&self) -> Page {
        let width = usize::from(Areas::inside(self.document_area()).width);
        let options = DocumentOptions { width, glyphs: self.glyphs };
        match (self.shown, &self.comparison) {
            (Shown::Document(id), _) => lay_out_document(self.ladder.document(id), options),
            (Shown::Counterpart(id), _) => {
                lay_out_document(&counterpart_document(&self.ladder, id), options)
            }
            (Shown::Comparison(..), Some(comparison)) => {
                let options = ComparisonOptions {
                    only_differences: self.only_differences,
                    layout: self.layout,
                    folds: self.folds(),
                    ..ComparisonOptions::new(width, self.glyphs)
                };
                lay_out_comparison(comparison, options)
            }
            (Shown::Trace(track, thread), _) => match self.levels_of(track) {
                Some(levels) => lay_out_trace(&self.ladder, levels, thread, options),
                None => Page::default(),
            },
            (Shown::Overview(track), _) => match self.levels_of(track) {
                Some(levels) => {
                    let Matrix { rows, from, .. } = &self.matrix;
                    let options = OverviewOptions { width, glyphs: self.glyphs, from: *from };
                    lay_out_overview(levels, rows, options)
                }
                None => Page::default(),
            },
            (Shown::Comparison(..), None) => Page::default(),
        }
    }

    /// Makes page, lists and screen agree: after anything that may have changed their sizes.
    pub(crate) fn fit(&mut self) {
        let width = usize::from(Areas::inside(self.document_area()).width);
        let moved = self.surveying() && self.fit_matrix();
        if width.max(crate::page::MIN_WIDTH) != self.page().width || moved {
            self.matrix.laid_out = self.matrix.from;
            let page = self.lay_out();
            self.reader.replace(page);
        }
        let height = usize::from(Areas::inside(self.document_area()).height);
        self.reader.set_height(height.saturating_sub(self.page().head.len()));
        self.follow_reader();
        self.reveal_lists();
    }

    /// The outline's cursor goes to the section that is being read.
    pub(crate) fn follow_reader(&mut self) {
        let entry = self.reader.entry();
        if !self.cursor_is_in_view() {
            self.outline.follow(&self.reader.page().outline, entry);
        }
        self.reveal_lists();
    }

    /// Whether the outline's cursor is on a level of a trace that is in view: then it stays there,
    /// since several are.
    fn cursor_is_in_view(&self) -> bool {
        let entry = self.page().outline.get(self.outline.entry(&self.page().outline));
        matches!(self.shown, Shown::Trace(..))
            && entry.is_some_and(|entry| self.reader.visible().contains(&entry.line))
    }

    /// Scrolls the lists so far that their cursors are seen.
    pub(crate) fn reveal_lists(&mut self) {
        let areas = self.areas();
        let rows = usize::from(Areas::inside(areas.ladder).height);
        self.list.reveal(self.rows.len(), rows);
        let rows = usize::from(Areas::inside(areas.outline).height);
        let visible = self.outline.visible(&self.reader.page().outline).len();
        self.outline.list.reveal(visible, rows);
    }

    /// Opens a text over the panes.
    pub(crate) fn open_popup(&mut self, title: &'static str, text: PopupText) {
        let reader = super::reader::Reader::default();
        self.layer = Some(Layer::Popup { title, text, reader });
        self.lay_out_popup();
    }

    fn lay_out_popup(&mut self) {
        let area = Areas::inside(self.popup_area());
        let shown = self.shown;
        if let Some(Layer::Popup { text, reader, .. }) = &mut self.layer {
            let width = usize::from(area.width);
            let page = match text {
                PopupText::Help => help::keys(width, self.glyphs),
                PopupText::FrontMatter => {
                    let document = match shown {
                        Shown::Document(id) => Some(self.ladder.document(id)),
                        _ => None,
                    };
                    help::front_matter(document, width, self.glyphs)
                }
            };
            reader.replace(page);
        }
        // How high the pop-up is depends on what it holds.
        let area = self.popup_area();
        match &mut self.layer {
            Some(Layer::Popup { reader, .. }) => {
                reader.set_height(usize::from(Areas::inside(area).height));
            }
            Some(Layer::Picker(picker)) => picker.reveal(super::areas::picker_rows(area).height),
            Some(Layer::Findings { .. }) => self.lay_out_findings(),
            Some(Layer::Search { .. }) | None => {}
        }
    }
}
