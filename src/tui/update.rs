//! What a message does to the state.

use super::app::{App, Layer, PopupText, Shown};
use super::message::{Effect, Message, Pane};

/// No count is larger: it would only overflow.
const MAX_COUNT: usize = 99_999;

impl App {
    /// Changes the state as a message says; returns what is to be done outside of it.
    pub(crate) fn update(&mut self, message: Message) -> Option<Effect> {
        match message {
            Message::Quit => return Some(Effect::Quit),
            Message::Suspend => return Some(Effect::Suspend),
            Message::Browse if self.layer.is_none() => match self.outside.clone() {
                Some(target) => return Some(Effect::Browse(target)),
                None => self.notice = Some("no link that leads out was followed yet".to_owned()),
            },
            Message::Redraw => return Some(Effect::Redraw),
            Message::Resize(columns, rows) => self.resize(columns, rows),
            Message::Digit(digit) => {
                self.notice = None;
                let count = self.count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
                self.count = Some(count.min(MAX_COUNT));
            }
            Message::Cancel if self.count.take().is_some() => self.notice = None,
            message => {
                self.notice = None;
                return match (self.layer.take(), message) {
                    (Some(Layer::Findings { list, detail }), message) => {
                        self.update_findings(list, detail, message)
                    }
                    (Some(layer), message) => {
                        self.update_layer(layer, message);
                        None
                    }
                    (None, Message::OpenFile) => self.edit_shown(),
                    (None, message) => {
                        self.update_panes(message);
                        None
                    }
                };
            }
        }
        None
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.size.width = columns;
        self.size.height = rows;
        self.lay_out_again();
    }

    fn update_panes(&mut self, message: Message) {
        let typed = self.count.take();
        let times = isize::try_from(typed.unwrap_or(1)).unwrap_or(1);
        if self.surveying() && self.update_overview(&message, times, typed) {
            return;
        }
        let read = |app: &mut Self, moved: bool, end: &str| {
            app.stay();
            app.follow_reader();
            if !moved {
                app.notice = Some(end.to_owned());
            }
        };
        match message {
            Message::Move(steps) => self.move_by(steps.saturating_mul(times)),
            Message::HalfPages(steps) => self.move_screens(steps * times, 2),
            Message::Pages(steps) => self.move_screens(steps * times, 1),
            Message::Top => self.move_to(Some(typed.unwrap_or(1))),
            Message::Bottom => self.move_to(typed),
            Message::Sections(steps) => {
                let moved = self.reader.sections(steps * times);
                read(self, moved, if steps > 0 { "the last section" } else { "the top" });
            }
            Message::Siblings(steps) => {
                let moved = self.reader.siblings(steps * times);
                read(self, moved, "no other section of this depth here");
            }
            Message::Differences(steps) => self.differences(steps * times),
            Message::Matches(steps) => self.matches(steps * times),
            Message::Rungs(steps) => self.rungs(steps * times),
            Message::Step(side, steps) => self.step_side(side, steps * times),
            Message::Focus(steps, round) => self.step_focus(steps, round),
            Message::Open => self.open(),
            Message::Fold => self.fold(),
            Message::Zoom => {
                self.zoomed = !self.zoomed;
                self.fit();
            }
            Message::FrontMatter => self.open_popup("Front matter", PopupText::FrontMatter),
            Message::Search => self.open_search(),
            Message::SearchLadder => self.open_ladder_search(),
            Message::Jump => self.open_jump(),
            Message::Compare => self.open_compare(),
            Message::Trace => self.trace(),
            Message::Overview => self.open_overview(),
            Message::Swap => self.swap(),
            Message::OnlyDifferences => self.toggle_only_differences(),
            Message::Layout => self.next_layout(),
            Message::FoldSame => self.toggle_fold_same(),
            Message::Back => {
                if !self.step_history(-times) {
                    self.notice = Some("nothing to go back to".to_owned());
                }
            }
            Message::Forward => {
                if !self.step_history(times) {
                    self.notice = Some("nothing to go forward to".to_owned());
                }
            }
            Message::Problems => self.open_findings(),
            Message::Help => self.open_popup("Keys", PopupText::Help),
            Message::Cancel => self.cancel(),
            Message::Click(column, row) => self.click(column, row),
            Message::Wheel(column, row, lines) => self.wheel(column, row, lines),
            // Typing without a prompt, and what `update` has dealt with.
            Message::Edit(_) | Message::Paste(_) | Message::Pick(_) | Message::Browse => {}
            Message::Quit | Message::Suspend | Message::Redraw | Message::OpenFile => {}
            Message::Digit(_) | Message::Resize(..) => {}
        }
    }

    fn cancel(&mut self) {
        if self.reader.current_search().is_some() {
            self.reader.end_search();
        } else if self.zoomed {
            self.zoomed = false;
            self.fit();
        } else if self.comparing() {
            self.leave_comparison();
        } else if matches!(self.shown, Shown::Trace(..) | Shown::Overview(_)) {
            self.leave();
        }
    }

    pub(crate) fn fold(&mut self) {
        if self.focus == Pane::Ladder {
            self.fold_group();
            return;
        }
        let entry = self.entry_here();
        if self.focus == Pane::Document && self.fold_topic(entry) {
            return;
        }
        let entries = &self.reader.page().outline;
        match self.outline.toggle(entries, entry) {
            Some(target) => {
                let keep = if self.focus == Pane::Outline { target } else { entry };
                self.outline.follow(entries, keep);
                self.reveal_lists();
            }
            None => self.notice = Some("nothing to fold here".to_owned()),
        }
    }

    fn update_layer(&mut self, layer: Layer, message: Message) {
        match layer {
            Layer::Search { input, from, cell } => {
                self.update_search(input, (from, cell), message);
            }
            Layer::Picker(picker) => self.update_picker(picker, message),
            Layer::Findings { .. } => {}
            Layer::Popup { title, text, mut reader } => {
                let page = isize::try_from(reader.height()).unwrap_or(1).max(1);
                match message {
                    Message::Move(steps) | Message::Wheel(_, _, steps) => reader.scroll(steps),
                    Message::Pages(steps) => reader.scroll(steps * page),
                    Message::Top => reader.go_to(0),
                    Message::Bottom => reader.bottom(),
                    Message::Cancel | Message::Click(..) => return,
                    _ => {}
                }
                self.layer = Some(Layer::Popup { title, text, reader });
            }
        }
    }
}
