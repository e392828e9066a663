//! A document as it is, or what is known of a counterpart.

use super::common::{Show, Surroundings};
use crate::compare::{Levels, Thread};
use crate::model::{CounterpartId, DocumentId, Ladder, RoleId, Subject, TrackId};
use crate::page::{
    DocumentOptions, Page, counterpart_document, counterpart_sources, lay_out_anchored,
};
use crate::tui::input::bindings::When;
use crate::tui::input::message::Message;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::ladder_pane::PaneRow;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::panes::Pane;
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// A role or page.
pub(crate) struct DocumentView {
    id: DocumentId,
    opened: OpenPage,
}

/// What the tables of others say of a role without a document.
pub(crate) struct CounterpartView {
    id: CounterpartId,
    opened: OpenPage,
}

impl DocumentView {
    pub(crate) fn new(id: DocumentId, opened: OpenPage) -> Self {
        Self { id, opened }
    }

    /// The role some rungs up or down, at the same section.
    fn rungs(&self, steps: isize, ladder: &Ladder) -> Outcome {
        let DocumentId::Role(role) = self.id else { return no_rungs() };
        match ladder.rung(role, steps) {
            Some(next) => {
                Outcome::Go(Destination::Exchange(Target::Document(DocumentId::Role(next))))
            }
            None => Outcome::Say(end_of_track(ladder, role, steps)),
        }
    }

    /// Asks for the editor, at the section that is read.
    fn edit(&self, shared: &SharedState) -> Outcome {
        let document = shared.ladder.document(self.id);
        let entry = self.opened.heading(Pane::Document);
        let line = entry.map_or(document.line, |entry| entry.source);
        Outcome::of(shared.edit(document.file.clone(), line))
    }
}

impl Show for DocumentView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Document(self.id)
    }

    fn when(&self) -> When {
        When::Browsing
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let document = around.shared.ladder.document(self.id);
        lay_out_anchored(document, |_| Some(self.id), options(around))
    }

    fn title(&self, ladder: &Ladder) -> String {
        ladder.document(self.id).label.clone()
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        let document = ladder.document(self.id);
        if !document.breadcrumb {
            return Vec::new();
        }
        let track = self.track(ladder).map(|track| ladder.track(track).title.clone());
        let mut path: Vec<String> = track.into_iter().collect();
        path.push(document.title.clone());
        path.extend(section_read(&self.opened));
        path
    }

    fn subject(&self, _focus: Pane) -> Option<Subject> {
        match self.id {
            DocumentId::Role(role) => Some(Subject::Role(role)),
            DocumentId::Page(_) => None,
        }
    }

    fn track(&self, ladder: &Ladder) -> Option<TrackId> {
        track_of(ladder, self.subject(Pane::Document)?)
    }

    fn thread(&self, _ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread> {
        let entry = self.opened.entries().get(entry).filter(|entry| entry.depth > 0)?;
        levels.topic_at(self.id, entry.source)
    }

    fn row(&self) -> Option<PaneRow> {
        Some(match self.id {
            DocumentId::Role(role) => PaneRow::Role(role),
            DocumentId::Page(page) => PaneRow::Page(page),
        })
    }

    fn document(&self) -> Option<DocumentId> {
        Some(self.id)
    }

    fn is_expanded(&self, ladder: &Ladder) -> bool {
        ladder.document(self.id).expanded
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        match message {
            Message::Rungs(steps) => self.rungs(steps * around.times(), &around.shared.ladder),
            Message::OpenFile => self.edit(around.shared),
            _ => Outcome::Pass,
        }
    }
}

impl CounterpartView {
    pub(crate) fn new(id: CounterpartId, opened: OpenPage) -> Self {
        Self { id, opened }
    }
}

impl Show for CounterpartView {
    fn opened(&self) -> &OpenPage {
        &self.opened
    }

    fn opened_mut(&mut self) -> &mut OpenPage {
        &mut self.opened
    }

    fn target(&self) -> Target {
        Target::Counterpart(self.id)
    }

    fn when(&self) -> When {
        When::Browsing
    }

    fn lay_out(&self, around: &Surroundings<'_>) -> Page {
        let document = counterpart_document(&around.shared.ladder, self.id);
        let sources = counterpart_sources(&around.shared.ladder, self.id);
        lay_out_anchored(&document, |section| sources.get(section?.0).copied(), options(around))
    }

    fn title(&self, ladder: &Ladder) -> String {
        ladder.counterpart(self.id).name.clone()
    }

    fn path(&self, ladder: &Ladder, _focus: Pane) -> Vec<String> {
        let name = ladder.counterpart(self.id).name.clone();
        std::iter::once(name).chain(section_read(&self.opened)).collect()
    }

    fn subject(&self, _focus: Pane) -> Option<Subject> {
        Some(Subject::Counterpart(self.id))
    }

    fn track(&self, ladder: &Ladder) -> Option<TrackId> {
        track_of(ladder, Subject::Counterpart(self.id))
    }

    fn thread(&self, ladder: &Ladder, levels: &Levels, entry: usize) -> Option<Thread> {
        let entry = self.opened.entries().get(entry)?;
        let mut known = ladder.counterpart(self.id).known_from.iter();
        let known = known.find(|known| known.line == entry.source)?;
        let section = ladder.role(known.role).document.section(known.section?);
        levels.topic_at(DocumentId::Role(known.role), section.line)
    }

    fn row(&self) -> Option<PaneRow> {
        Some(PaneRow::Counterpart(self.id))
    }

    fn update(&mut self, message: &Message, _around: &Surroundings<'_>) -> Outcome {
        match message {
            Message::Rungs(_) => no_rungs(),
            Message::OpenFile => Outcome::Say("there is no file of it".to_owned()),
            _ => Outcome::Pass,
        }
    }
}

fn options(around: &Surroundings<'_>) -> DocumentOptions {
    DocumentOptions { width: around.width(), glyphs: around.shared.glyphs }
}

fn no_rungs() -> Outcome {
    Outcome::Say("only a role has rungs above and below it".to_owned())
}

/// The heading of the section that is read, as the last part of a path.
pub(crate) fn section_read(opened: &OpenPage) -> Option<String> {
    let entry = opened.heading(Pane::Document).filter(|entry| entry.depth > 0);
    entry.map(|entry| entry.title.clone())
}

/// The track of a role, or of the role whose tables know a counterpart.
pub(crate) fn track_of(ladder: &Ladder, subject: Subject) -> Option<TrackId> {
    let role = match subject {
        Subject::Role(role) => role,
        Subject::Counterpart(id) => ladder.counterpart(id).known_from.last()?.role,
    };
    Some(ladder.role(role).track)
}

/// Says that a track goes no further.
pub(crate) fn end_of_track(ladder: &Ladder, role: RoleId, steps: isize) -> String {
    let role = ladder.role(role);
    let end = if steps > 0 { "above" } else { "below" };
    let label = &role.document.label;
    let track = &ladder.track(role.track).title;
    if ladder.roles.len() == 1 && !ladder.counterparts.is_empty() {
        return format!("no rung {end} {label} here: c compares it with those its tables know");
    }
    format!("no rung {end} {label} in {track}")
}
