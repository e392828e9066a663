//! The list of findings, and the text of the chosen finding.

use ratatui::Frame;

use super::canvas::{View, draw_lines};
use crate::tui::layer::findings::FindingList;
use crate::tui::pane::areas;

impl View<'_> {
    pub(super) fn findings(&self, frame: &mut Frame, layer: &FindingList) {
        let FindingList { list, detail } = layer;
        let area = FindingList::area(self.app.stage.size, &self.app.stage.shared);
        self.clear(frame, area);
        let findings = &self.app.stage.shared.findings;
        let title = match self.app.stage.shared.sought {
            Some(_) => "Findings: the check is still running".to_owned(),
            None => format!("Findings {} of {}", list.cursor + 1, findings.len()),
        };
        let inside = self.frame(frame, area, &title, true);
        if inside.is_empty() {
            return;
        }
        let (rows, below) = areas::findings(area, findings.len());
        let shown = findings.iter().enumerate().skip(list.top).take(usize::from(rows.height));
        let columns = usize::from(rows.width);
        let lines = shown.map(|(at, found)| {
            let text = format!("{}: {}", found.severity.word(), found.message);
            let place = format!("{}:{}", found.file, found.line);
            self.list_row((&text, &place), &[], columns, at == list.cursor)
        });
        draw_lines(frame, rows, lines);
        self.reader(frame, below, detail, None);
    }
}
