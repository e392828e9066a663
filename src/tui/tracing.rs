//! A topic through the levels of a track: choosing it, and going to where a level says it.

use super::app::{App, Shown};
use super::message::Pane;
use super::picker::{Entry, Picker, Source, Target};
use crate::compare::{Levels, Thread, align_levels, track_subjects};
use crate::model::{DocumentId, Place, Subject, TrackId};

impl App {
    /// The levels of a track, aligned; once for as long as the ladder stays what it is.
    pub(crate) fn align_track(&mut self, track: TrackId) {
        if self.levels_of(track).is_none() {
            let subjects = track_subjects(&self.ladder, track);
            self.levels = Some((track, align_levels(&self.ladder, &subjects)));
        }
    }

    pub(crate) fn levels_of(&self, track: TrackId) -> Option<&Levels> {
        self.levels.as_ref().filter(|(of, _)| *of == track).map(|(_, levels)| levels)
    }

    /// The track of what is shown.
    pub(crate) fn track(&self) -> Option<TrackId> {
        let track_of = |subject| match subject {
            Subject::Role(role) => Some(self.ladder.role(role).track),
            Subject::Counterpart(id) => {
                let known = self.ladder.counterpart(id).known_from.last()?;
                Some(self.ladder.role(known.role).track)
            }
        };
        match self.shown {
            Shown::Document(DocumentId::Role(role)) => track_of(Subject::Role(role)),
            Shown::Document(DocumentId::Page(_)) => None,
            Shown::Counterpart(id) => track_of(Subject::Counterpart(id)),
            Shown::Comparison(left, right) => match (left, right) {
                (Subject::Counterpart(_), Subject::Role(_)) => track_of(right),
                _ => track_of(left),
            },
            Shown::Trace(track, _) | Shown::Overview(track) => Some(track),
        }
    }

    /// Traces what one is at; asks for a topic where one is at none, or traces one already.
    pub(crate) fn trace(&mut self) {
        let Some(track) = self.track() else {
            self.notice = Some("choose a role first: a page is in no track".to_owned());
            return;
        };
        self.align_track(track);
        match self.thread_here() {
            Some(thread) => self.trace_thread(track, thread),
            None => self.pick_thread(track),
        }
    }

    /// The topic that one is at, if it is one of the track's.
    fn thread_here(&self) -> Option<Thread> {
        let levels = self.levels_of(self.track()?)?;
        let page = self.page();
        match self.shown {
            Shown::Trace(..) => None,
            Shown::Overview(_) => self.matrix.thread(),
            Shown::Document(id) => {
                let entry = page.outline.get(self.entry_here()).filter(|entry| entry.depth > 0)?;
                levels.topic_at(id, entry.source)
            }
            Shown::Counterpart(id) => {
                let entry = page.outline.get(self.entry_here())?;
                let mut known = self.ladder.counterpart(id).known_from.iter();
                let known = known.find(|known| known.line == entry.source)?;
                let section = self.ladder.role(known.role).document.section(known.section?);
                levels.topic_at(DocumentId::Role(known.role), section.line)
            }
            Shown::Comparison(..) => {
                let entry = page.outline.get(self.entry_here()).filter(|entry| entry.depth > 0)?;
                let mut spots = entry.spots.into_iter().flatten();
                spots.find_map(|(document, line)| levels.topic_at(document, line))
            }
        }
    }

    /// The heading that the pane with the focus is at.
    pub(crate) fn entry_here(&self) -> usize {
        match self.focus {
            Pane::Outline => self.outline.entry(&self.page().outline),
            _ => self.reader.entry(),
        }
    }

    fn pick_thread(&mut self, track: TrackId) {
        let Some(levels) = self.levels_of(track) else { return };
        let arrow = format!(" {} ", self.glyphs.separator());
        let count = levels.subjects.len();
        let entry = |thread: Thread| {
            let says = |level: &usize| {
                levels.rows(thread).iter().any(|(_, row)| row.cells[*level].is_some())
            };
            let said = (0..count).filter(says).count();
            let path = levels.path(thread);
            let around = path[..path.len() - 1].join(&arrow);
            let dot = if around.is_empty() { "" } else { self.glyphs.dot() };
            // Where there is little room, how far it goes matters more than where it stands.
            let detail = format!("{said} of {count} levels {dot} {around}");
            let detail = detail.trim_end().replace('\n', " ");
            Entry::new(levels.name(thread).replace('\n', " "), detail, Target::Thread(thread))
        };
        let entries: Vec<Entry> = levels.threads().map(entry).collect();
        if entries.is_empty() {
            self.notice = Some("this track has no topics to trace".to_owned());
            return;
        }
        let picker = Picker::new("Trace through the levels", Source::Fuzzy, entries);
        self.layer = Some(super::app::Layer::Picker(picker));
    }

    /// Shows a topic of the track that is shown through its levels.
    pub(crate) fn trace_picked(&mut self, thread: Thread) {
        if let Some(track) = self.track() {
            self.trace_thread(track, thread);
        }
    }

    fn trace_thread(&mut self, track: TrackId, thread: Thread) {
        let from = self.subject();
        self.visit(Shown::Trace(track, thread), false);
        self.zoomed = false;
        // The level that one came from is the one the cursor is on.
        let level = self.levels_of(track).and_then(|levels| {
            let from = from?;
            levels.subjects.iter().position(|subject| *subject == from)
        });
        self.focus_levels();
        self.outline.follow(&self.reader.page().outline, level.map_or(1, |level| level + 1));
        self.read_outline_entry();
    }

    /// Gives the focus to the levels of a trace, unless they would take the whole screen.
    pub(crate) fn focus_levels(&mut self) {
        self.set_focus(Pane::Outline);
        if !self.areas().shows(Pane::Document) {
            self.set_focus(Pane::Document);
        }
    }

    /// The level of a trace that the cursor is on.
    pub(crate) fn traced_level(&self) -> Option<usize> {
        self.entry_here().checked_sub(1)
    }

    /// Goes to where the level under the cursor says it.
    pub(crate) fn open_source(&mut self) {
        let entry = self.page().outline.get(self.entry_here());
        let Some((document, line)) = entry.and_then(|entry| entry.spots[0]) else {
            let label = entry.filter(|entry| entry.depth > 0).map(|entry| entry.title.clone());
            self.notice = Some(match label {
                Some(label) => format!("{label} says nothing on this"),
                None => "choose a level first".to_owned(),
            });
            return;
        };
        self.go_to_line(document, line);
    }

    /// Goes to the section around a line of a document, and to that line's text.
    pub(crate) fn go_to_line(&mut self, document: DocumentId, line: usize) {
        let section = self.ladder.document(document).section_at_line(line);
        self.go_to(Place { document, section });
        self.set_focus(Pane::Document);
    }
}
