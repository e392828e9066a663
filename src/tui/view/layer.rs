//! The layers over the panes: the search line, pickers, pop-ups.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line as Styled, Span};
use tui_textarea::TextArea;
use unicode_segmentation::UnicodeSegmentation;

use super::canvas::{Scrolled, View, draw_lines};
use crate::page::width;
use crate::theme::Ink;
use crate::tui::layer::Layer;
use crate::tui::layer::filter::FilterPrompt;
use crate::tui::layer::help::HelpPrompt;
use crate::tui::layer::offer::Offer;
use crate::tui::layer::picker::{OfferGroup, Picker, PickerRow};
use crate::tui::layer::popup::Popup;
use crate::tui::layer::version_prompt::QUESTION;
use crate::tui::pane::areas::{self, PickerAreas};

impl View<'_> {
    /// Draws the layers over the panes, from the lowest to the top.
    pub(super) fn layers(&self, frame: &mut Frame, status: Rect) {
        for layer in &self.app.layers {
            match layer {
                Layer::Search(prompt) => {
                    self.status_prompt(frame, status, "/", &prompt.input, &self.found());
                }
                Layer::Filter(prompt) => {
                    let list = self.app.stage.panes.focus;
                    let counts = self.app.stage.filter_counts(list);
                    self.filter_prompt(frame, status, prompt, counts);
                }
                Layer::Version(prompt) => {
                    self.status_prompt(frame, status, QUESTION, &prompt.input, "");
                }
                Layer::Picker(picker) => self.picker(frame, picker),
                Layer::Findings(findings) => {
                    self.findings(frame, findings);
                    if let Some(prompt) = &findings.prompt {
                        let total = self.app.stage.shared.findings.len();
                        let counts = (findings.listed.len(), total);
                        self.filter_prompt(frame, status, prompt, counts);
                    }
                }
                Layer::Popup(popup) => self.popup(frame, popup),
                Layer::Help(help) => self.help(frame, help),
            }
        }
    }

    fn filter_prompt(
        &self,
        frame: &mut Frame,
        status: Rect,
        prompt: &FilterPrompt,
        (listed, total): (usize, usize),
    ) {
        let count = match (prompt.words(), listed) {
            ("", _) => String::new(),
            (_, 0) => "no match".to_owned(),
            _ => format!("{listed} of {total}"),
        };
        self.status_prompt(frame, status, "/", &prompt.input, &count);
    }

    /// Says in an empty list that nothing fits.
    pub(super) fn no_match(&self, frame: &mut Frame, area: Rect) {
        draw_lines(frame, area, [Styled::from(Span::styled("no match", self.ink(Ink::Muted)))]);
    }

    fn popup(&self, frame: &mut Frame, popup: &Popup) {
        let area = popup.area(self.app.stage.size);
        self.clear(frame, area);
        let inside = self.frame(frame, area, "Front matter", true);
        self.reader(frame, inside, &popup.reader, None);
        self.scrollbar(frame, area, Scrolled::of(&popup.reader, true));
    }

    fn help(&self, frame: &mut Frame, help: &HelpPrompt) {
        let area = HelpPrompt::area(self.app.stage.size);
        self.clear(frame, area);
        let inside = self.frame(frame, area, "Keys", true);
        if inside.is_empty() {
            return;
        }
        let sign = format!("{} ", self.app.stage.shared.glyphs().separator());
        self.prompt(
            frame,
            Rect { height: 1, ..inside },
            &sign,
            &help.input,
            (&help.count(), Ink::Muted),
        );
        let rows = areas::picker_rows(area);
        self.reader(frame, rows, &help.reader, None);
        if help.listed == 0 {
            self.no_match(frame, rows);
        }
        self.scrollbar(frame, area, Scrolled::of(&help.reader, true));
    }

    /// The matches of the search prompt, in words.
    fn found(&self) -> String {
        match self.app.stage.view().opened().reader.current_search() {
            Some(search) => match search.count() {
                (_, 0) => "no match".to_owned(),
                (at, total) => format!("{} of {total}", at.unwrap_or(0)),
            },
            None => String::new(),
        }
    }

    /// Draws a prompt in the status line, with a text at its end.
    fn status_prompt(
        &self,
        frame: &mut Frame,
        area: Rect,
        sign: &str,
        input: &TextArea<'static>,
        right: &str,
    ) {
        let area = if area.is_empty() {
            Rect {
                y: self.app.stage.size.height.saturating_sub(1),
                height: 1,
                ..self.app.stage.size
            }
        } else {
            area
        };
        self.clear(frame, area);
        self.prompt(frame, area, sign, input, (right, Ink::Muted));
    }

    fn prompt(
        &self,
        frame: &mut Frame,
        area: Rect,
        sign: &str,
        input: &TextArea<'static>,
        (right, right_ink): (&str, Ink),
    ) {
        let right_room = u16::try_from(width(right)).unwrap_or(0);
        let sign_room = u16::try_from(width(sign)).unwrap_or(0);
        if area.width <= sign_room {
            return;
        }
        let mut text = Rect { x: area.x + sign_room, width: area.width - sign_room, ..area };
        if text.width > right_room + 12 {
            text.width -= right_room + 1;
            let place = Rect { x: area.right() - right_room, width: right_room, ..area };
            let line = Styled::from(Span::styled(right.to_owned(), self.ink(right_ink)));
            draw_lines(frame, place, [line]);
        }
        draw_lines(frame, area, [Styled::from(Span::styled(sign.to_owned(), self.ink(Ink::Key)))]);
        frame.render_widget(input, text);
    }

    fn picker(&self, frame: &mut Frame, picker: &Picker) {
        let PickerAreas { popup, rows, preview, rule } = picker.areas(self.app.stage.size);
        self.clear(frame, popup);
        let inside = self.frame(frame, popup, &picker.full_title(), true);
        if inside.is_empty() {
            return;
        }
        let sign = format!("{} ", self.app.stage.shared.glyphs().separator());
        let prompt = Rect { height: 1, width: rows.width, ..inside };
        let (count, ink) = match &picker.fault {
            Some(fault) => (fault.as_str(), Ink::Key),
            None => (picker.count(), Ink::Muted),
        };
        self.prompt(frame, prompt, &sign, &picker.input, (count, ink));
        let columns = usize::from(rows.width);
        let lines = picker.rows().take(usize::from(rows.height)).map(|row| match row {
            PickerRow::Heading(group) => self.group_row(group, columns),
            PickerRow::Entry(Offer { text, detail, .. }, positions, here) => {
                self.list_row((text, detail), positions, columns, here)
            }
        });
        draw_lines(frame, rows, lines);
        if picker.is_empty() && picker.fault.is_none() {
            let words = match picker.words() {
                "" => "type to search",
                _ if picker.is_waiting() => "searching",
                _ => "no match",
            };
            let line = Styled::from(Span::styled(words, self.ink(Ink::Muted)));
            draw_lines(frame, rows, [line]);
        }
        if let Some(shown) = picker.preview.as_ref().filter(|_| !preview.is_empty()) {
            self.rule(frame, rule);
            self.reader(frame, preview, &shown.reader, None);
        }
    }

    /// A line between two areas: upright if it is one column wide.
    fn rule(&self, frame: &mut Frame, area: Rect) {
        let glyphs = self.app.stage.shared.glyphs();
        let sign = if area.width == 1 { glyphs.vertical() } else { glyphs.horizontal() };
        let line = Span::styled(sign.repeat(usize::from(area.width)), self.ink(Ink::Border));
        draw_lines(frame, area, area.rows().map(|_| Styled::from(line.clone())));
    }

    /// The heading of a group, with the count of its entries.
    fn group_row(&self, group: &OfferGroup, columns: usize) -> Styled<'static> {
        let room = columns.saturating_sub(width(&group.count) + 3);
        let title = self.app.stage.shared.glyphs().truncate(&group.title, room);
        Styled::from(vec![
            Span::styled(title, self.ink(Ink::Subheading)),
            Span::styled(format!("  {}", group.count), self.ink(Ink::Muted)),
        ])
    }

    /// A row of a list: its text, with the characters at some positions marked, and a detail at its end.
    pub(super) fn list_row(
        &self,
        (text, detail): (&str, &str),
        positions: &[usize],
        columns: usize,
        here: bool,
    ) -> Styled<'static> {
        let detail_room = detail_room(text, detail, columns);
        let room = columns.saturating_sub(detail_room + 1);
        let text = self.app.stage.shared.glyphs().truncate(text, room);
        let base = if here { self.ink(Ink::Cursor) } else { Style::new() };
        let matched = match here {
            true => base.add_modifier(Modifier::UNDERLINED),
            false => self.ink(Ink::Key),
        };
        let mut spans = vec![Span::styled(" ", base)];
        // Whole graphemes: a combining mark must not be torn from its letter.
        let mut at = 0;
        for grapheme in text.graphemes(true) {
            let next = at + grapheme.chars().count();
            let hit = positions.iter().any(|position| (at..next).contains(position));
            spans.push(Span::styled(grapheme.to_owned(), if hit { matched } else { base }));
            at = next;
        }
        let fill = room.saturating_sub(width(&text));
        spans.push(Span::styled(" ".repeat(fill), base));
        if detail_room > 0 {
            let detail =
                self.app.stage.shared.glyphs().truncate(detail, detail_room.saturating_sub(2));
            let fill = (detail_room - 2).saturating_sub(width(&detail));
            let style = if here { base } else { self.ink(Ink::Muted) };
            spans.push(Span::styled(format!("  {detail}{}", " ".repeat(fill)), style));
        }
        Styled::from(spans)
    }
}

/// The columns of a row's detail: a third of the row, or what the text leaves. Two of them separate it from the
/// text; without room it is left out.
pub(super) fn detail_room(text: &str, detail: &str, columns: usize) -> usize {
    let left = columns.saturating_sub(width(text) + 1);
    match left.max(columns / 3).min(width(detail) + 2) {
        0..=2 => 0,
        room => room,
    }
}
