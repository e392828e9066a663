//! The lines at the top and bottom: the path, position and counts, the keys that work now.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line as Styled, Span};

use super::canvas::{View, draw_lines};
use crate::model::{DocumentId, Subject};
use crate::page::width;
use crate::theme::Ink;
use crate::tui::app::Shown;
use crate::tui::keymap;

impl View<'_> {
    /// The path to what is shown, where its page asks for it.
    pub(super) fn breadcrumb(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let mut parts = vec![self.app.ladder.name.clone()];
        parts.extend(self.path());
        parts.dedup();
        let arrow = format!(" {} ", self.app.glyphs.separator());
        let room = usize::from(area.width).saturating_sub(1);
        // What is nearest matters most: the front of a long path is cut.
        while parts.len() > 1 && width(&parts.join(&arrow)) > room {
            parts.remove(0);
        }
        let last = parts.pop().unwrap_or_default();
        let front: String = parts.iter().map(|part| format!("{part}{arrow}")).collect();
        let line = Styled::from(vec![
            Span::raw(" "),
            Span::styled(front, self.ink(Ink::Muted)),
            Span::styled(self.app.glyphs.truncate(&last, room), self.ink(Ink::Subheading)),
        ]);
        draw_lines(frame, area, [line]);
    }

    fn path(&self) -> Vec<String> {
        let ladder = &self.app.ladder;
        let mut path = Vec::new();
        match self.app.shown {
            Shown::Document(id) => {
                let document = ladder.document(id);
                if !document.breadcrumb {
                    return path;
                }
                if let DocumentId::Role(role) = id {
                    path.push(ladder.track(ladder.role(role).track).title.clone());
                }
                path.push(document.title.clone());
            }
            Shown::Counterpart(id) => path.push(ladder.counterpart(id).name.clone()),
            Shown::Comparison(left, right) => {
                if let Subject::Role(role) = left {
                    path.push(ladder.track(ladder.role(role).track).title.clone());
                }
                let [left, right] = ladder.labels(left, right);
                path.push(format!("{left} and {right}"));
            }
            Shown::Trace(track, thread) => {
                path.push(ladder.track(track).title.clone());
                let levels = self.app.levels_of(track);
                path.extend(levels.map(|levels| levels.name(thread).to_owned()));
            }
            Shown::Overview(track) => {
                path.push(ladder.track(track).title.clone());
                path.push("Overview".to_owned());
                return path;
            }
        }
        let at = match self.app.shown {
            Shown::Trace(..) => self.app.entry_here(),
            _ => self.app.reader.entry(),
        };
        let entry = self.app.page().outline.get(at);
        path.extend(entry.filter(|entry| entry.depth > 0).map(|entry| entry.title.clone()));
        path
    }

    /// A notice, or position and counts.
    pub(super) fn status(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let left = self.app.notice.clone().unwrap_or_else(|| self.position());
        let ink = if self.app.notice.is_some() { Ink::Key } else { Ink::Text };
        let room = usize::from(area.width).saturating_sub(2);
        let left = self.app.glyphs.truncate(&left, room);
        let mut right = self.counts();
        if width(&left) + width(&right) + 2 > room {
            right.clear();
        }
        let fill = room.saturating_sub(width(&left) + width(&right));
        let line = Styled::from(vec![
            Span::raw(" "),
            Span::styled(left, self.ink(ink)),
            Span::raw(" ".repeat(fill)),
            Span::styled(right, self.ink(Ink::Muted)),
        ]);
        draw_lines(frame, area, [line]);
    }

    fn position(&self) -> String {
        let reader = &self.app.reader;
        if self.app.surveying() && reader.current_search().is_none() && self.app.count.is_none() {
            return self.app.cell_words();
        }
        let total = self.app.page().lines.len();
        let visible = reader.visible();
        let percent = (100 * visible.end).checked_div(total).unwrap_or(100);
        let mut parts =
            vec![format!("lines {}-{} of {total}, {percent}%", visible.start + 1, visible.end)];
        if let Some(count) = self.app.count {
            parts.insert(0, format!("{count}"));
        }
        if let Some(search) = reader.current_search() {
            let query = search.query();
            parts.insert(
                0,
                match search.count() {
                    (_, 0) => format!("no match for {query}"),
                    (Some(at), total) if self.app.surveying() => {
                        // A cell shows only the beginning of its text.
                        let flow = search.flow().and_then(|at| self.app.page().flows.get(at));
                        let text = flow.map_or("", |flow| flow.text.as_str()).replace('\n', " ");
                        format!("match {at} of {total} for {query}: {text}")
                    }
                    (Some(at), total) => format!("match {at} of {total} for {query}"),
                    (None, 1) => format!("1 match for {query}"),
                    (None, total) => format!("{total} matches for {query}"),
                },
            );
        } else if self.app.comparing() {
            parts.insert(
                0,
                match reader.difference_count() {
                    (Some(at), total) => format!("place {at} of {total}"),
                    (None, 1) => "1 place differs".to_owned(),
                    (None, total) => format!("{total} places differ"),
                },
            );
        }
        parts.join(&format!(" {} ", self.app.glyphs.dot()))
    }

    fn counts(&self) -> String {
        let app = self.app;
        let mut parts = Vec::new();
        match &app.comparison {
            Some(comparison) => {
                let counts = comparison.compared();
                let [left, right] = comparison.labels();
                parts.push(format!("~{} changed", counts.changed));
                parts.push(format!("<{} only {left}", counts.left));
                parts.push(format!(">{} only {right}", counts.right));
                parts.push(format!("={} same", counts.same));
            }
            None => {
                parts.push(plural(app.ladder.roles.len(), "role"));
                parts.push(plural(app.ladder.tracks.len(), "track"));
                if !app.problems.is_empty() {
                    parts.push(format!("{} (!)", plural(app.problems.len(), "problem")));
                }
            }
        }
        parts.join(&format!(" {} ", app.glyphs.dot()))
    }

    /// The keys that work now, as many as there is room for.
    pub(super) fn hints(&self, frame: &mut Frame, area: Rect) {
        if area.is_empty() {
            return;
        }
        let mut spans = vec![Span::raw(" ")];
        let mut room = usize::from(area.width).saturating_sub(1);
        let mut hints = keymap::hints(self.app.context());
        // The way out is always to be seen: room is kept for it.
        let always = |hint: &(String, &str)| matches!(hint.1, "help" | "quit" | "cancel" | "close");
        let kept_hints: Vec<_> = hints.iter().filter(|hint| always(hint)).cloned().collect();
        hints.retain(|hint| !always(hint));
        let size = |hint: &(String, &str)| width(&hint.0) + width(hint.1) + 3;
        let kept: usize = kept_hints.iter().map(size).sum();
        let mut shown = Vec::new();
        for hint in hints {
            if size(&hint) + kept <= room {
                room -= size(&hint);
                shown.push(hint);
            }
        }
        for (key, word) in shown.into_iter().chain(kept_hints) {
            spans.push(Span::styled(key, self.ink(Ink::Key)));
            spans.push(Span::styled(format!(" {word}  "), self.ink(Ink::Muted)));
        }
        draw_lines(frame, area, [Styled::from(spans)]);
    }
}

fn plural(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
