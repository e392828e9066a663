//! The list of what is wrong with the ladder, and the text of the chosen finding.

use ratatui::Frame;
use ratatui::widgets::Clear;

use super::canvas::{View, draw_lines};
use crate::tui::areas;
use crate::tui::list::List;
use crate::tui::reader::Reader;

impl View<'_> {
    pub(super) fn findings(&self, frame: &mut Frame, list: List, detail: &Reader) {
        let area = self.app.popup_area();
        frame.render_widget(Clear, area);
        let problems = &self.app.problems;
        let title = format!("Problems {} of {}", list.cursor + 1, problems.len());
        let inside = self.frame(frame, area, &title, true);
        if inside.is_empty() {
            return;
        }
        let (rows, below) = areas::findings(area, problems.len());
        let shown = problems.iter().enumerate().skip(list.top).take(usize::from(rows.height));
        let columns = usize::from(rows.width);
        let lines = shown.map(|(at, found)| {
            let text = format!("{}: {}", found.severity.word(), found.message);
            let place = format!("{}:{}", found.file, found.line);
            self.list_row((&text, &place), &[], columns, at == list.cursor)
        });
        draw_lines(frame, rows, lines);
        self.reader(frame, below, detail);
    }
}
