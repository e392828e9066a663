//! The layers over the panes: the search line, pickers, pop-ups.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line as Styled, Span};
use tui_textarea::TextArea;
use unicode_segmentation::UnicodeSegmentation;

use super::canvas::{Scrolled, View, draw_lines};
use crate::page::width;
use crate::theme::Ink;
use crate::tui::layer::Layer;
use crate::tui::layer::help::HelpPrompt;
use crate::tui::layer::offer::Offer;
use crate::tui::layer::picker::Picker;
use crate::tui::layer::popup::Popup;
use crate::tui::layer::version_prompt::QUESTION;
use crate::tui::pane::areas;

impl View<'_> {
    /// Draws the layers over the panes, from the lowest to the top.
    pub(super) fn layers(&self, frame: &mut Frame, status: Rect) {
        for layer in &self.app.layers {
            match layer {
                Layer::Search(prompt) => {
                    self.status_prompt(frame, status, "/", &prompt.input, &self.found());
                }
                Layer::Version(prompt) => {
                    self.status_prompt(frame, status, QUESTION, &prompt.input, "");
                }
                Layer::Picker(picker) => self.picker(frame, picker),
                Layer::Findings(findings) => self.findings(frame, findings),
                Layer::Popup(popup) => self.popup(frame, popup),
                Layer::Help(help) => self.help(frame, help),
            }
        }
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
        self.prompt(frame, Rect { height: 1, ..inside }, &sign, &help.input, &help.count());
        let rows = areas::picker_rows(area);
        self.reader(frame, rows, &help.reader, None);
        if help.listed == 0 {
            draw_lines(frame, rows, [Styled::from(Span::styled("no match", self.ink(Ink::Muted)))]);
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
        self.prompt(frame, area, sign, input, right);
    }

    fn prompt(
        &self,
        frame: &mut Frame,
        area: Rect,
        sign: &str,
        input: &TextArea<'static>,
        right: &str,
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
            let line = Styled::from(Span::styled(right.to_owned(), self.ink(Ink::Muted)));
            draw_lines(frame, place, [line]);
        }
        draw_lines(frame, area, [Styled::from(Span::styled(sign.to_owned(), self.ink(Ink::Key)))]);
        frame.render_widget(input, text);
    }

    fn picker(&self, frame: &mut Frame, picker: &Picker) {
        let area = picker.area(self.app.stage.size);
        self.clear(frame, area);
        let inside = self.frame(frame, area, picker.title, true);
        if inside.is_empty() {
            return;
        }
        let rows = areas::picker_rows(area);
        let count = format!("{} of {}", picker.rows().len(), picker.total());
        let sign = format!("{} ", self.app.stage.shared.glyphs().separator());
        self.prompt(frame, Rect { height: 1, ..inside }, &sign, &picker.input, &count);
        let list = picker.rows().enumerate().skip(picker.list.top);
        let columns = usize::from(rows.width);
        let lines = list.take(usize::from(rows.height)).map(|(row, (entry, positions))| {
            let Offer { text, detail, .. } = entry;
            self.list_row((text, detail), positions, columns, row == picker.list.cursor)
        });
        draw_lines(frame, rows, lines);
        if picker.rows().len() == 0 {
            let words = match picker.query() {
                "" => "type to search",
                _ if picker.is_waiting() => "searching",
                _ => "no match",
            };
            let line = Styled::from(Span::styled(words, self.ink(Ink::Muted)));
            draw_lines(frame, rows, [line]);
        }
    }

    /// A row of a list: its text, with the characters at some positions marked, and a detail at its end.
    pub(super) fn list_row(
        &self,
        (text, detail): (&str, &str),
        positions: &[usize],
        columns: usize,
        here: bool,
    ) -> Styled<'static> {
        // Two columns separate the detail from the text; without room the detail is left out.
        let detail_room = match (columns / 2).min(width(detail) + 2) {
            0..=2 => 0,
            room => room,
        };
        let room = columns.saturating_sub(detail_room + 1);
        let text = self.app.stage.shared.glyphs().truncate(text, room);
        let base = if here { self.ink(Ink::Cursor) } else { Style::new() };
        let matched = if here { base } else { self.ink(Ink::Key) };
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
