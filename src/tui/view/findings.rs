//! The list of findings, and the text of the chosen finding.

use ratatui::Frame;

use super::canvas::{View, draw_lines};
use super::layer::detail_room;
use crate::tui::layer::findings::FindingList;
use crate::tui::pane::areas;

impl View<'_> {
    pub(super) fn findings(&self, frame: &mut Frame, layer: &FindingList) {
        let FindingList { list, detail, listed, .. } = layer;
        let shared = &self.app.stage.shared;
        let area = FindingList::area(self.app.stage.size, shared);
        self.clear(frame, area);
        let title = match shared.sought {
            Some(_) => "Findings: the check is still running".to_owned(),
            None => layer.title(shared),
        };
        let inside = self.frame(frame, area, &title, true);
        if inside.is_empty() {
            return;
        }
        let (rows, below) = areas::findings(area, shared.findings.len());
        let shown = listed.iter().enumerate().skip(list.top).take(usize::from(rows.height));
        let columns = usize::from(rows.width);
        let lines = shown.filter_map(|(row, at)| {
            let found = shared.findings.get(*at)?;
            let text = format!("{}: {}", found.severity.word(), found.message);
            let place = format!("{}:{}", found.file, found.line);
            // The end of a path says more than its beginning.
            let room = detail_room(&text, &place, columns).saturating_sub(2);
            let place = shared.glyphs().truncate_front(&place, room);
            Some(self.list_row((&text, &place), &[], columns, row == list.cursor))
        });
        draw_lines(frame, rows, lines);
        if listed.is_empty() && shared.sought.is_none() {
            self.no_match(frame, rows);
        }
        self.reader(frame, below, detail, None);
    }
}
