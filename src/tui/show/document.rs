//! A document, or the text about a counterpart.

use std::sync::Arc;

use super::common::{FileLine, Show, Surroundings};
use super::kept::Kept;
use crate::compare::{Levels, Thread};
use crate::model::{
    CounterpartId, Document, DocumentId, Ladder, RoleId, SectionId, Subject, TrackId,
};
use crate::page::{
    DocumentOptions, Page, ShownDocument, counterpart_document, counterpart_sources,
    lay_out_anchored, lay_out_later, section_entry,
};
use crate::report::InheritedReport;
use crate::speech::{Speech, speak_document, speak_role};
use crate::tui::input::message::Message;
use crate::tui::input::when::When;
use crate::tui::outcome::{Destination, Outcome};
use crate::tui::pane::ladder_pane::PaneRow;
use crate::tui::pane::open_page::OpenPage;
use crate::tui::pane::outline::Outline;
use crate::tui::pane::panes::Pane;
use crate::tui::shared::SharedState;
use crate::tui::target::Target;

/// A role or page.
pub(crate) struct DocumentView {
    id: DocumentId,
    opened: OpenPage,
    /// Whether roles are shown with items inherited from lower levels.
    shows_inherited: bool,
    /// The inherited items of this role, if they are shown.
    inherited: Option<InheritedReport>,
}

/// What the tables of other roles say of a role without a document.
pub(crate) struct CounterpartView {
    id: CounterpartId,
    opened: OpenPage,
}

/// A document of a ladder, for the page that shows it.
struct OfLadder {
    ladder: Arc<Ladder>,
    id: DocumentId,
}

impl ShownDocument for OfLadder {
    fn document(&self) -> &Document {
        self.ladder.document(self.id)
    }

    fn source(&self, _section: Option<SectionId>) -> Option<DocumentId> {
        Some(self.id)
    }
}

impl DocumentView {
    pub(crate) fn new(
        id: DocumentId,
        opened: OpenPage,
        shows_inherited: bool,
        shared: &SharedState,
    ) -> Self {
        let mut view = Self { id, opened, shows_inherited, inherited: None };
        view.inherit(shared);
        view
    }

    /// Finds the inherited items, if they are to be shown.
    fn inherit(&mut self, shared: &SharedState) {
        self.inherited = match self.id {
            DocumentId::Role(role) if self.shows_inherited => {
                Some(InheritedReport::new(&shared.comparer(), role))
            }
            _ => None,
        };
    }

    /// Shows the inherited items at the end of the document and goes there, or hides them.
    fn toggle_inherited(&mut self, around: &Surroundings<'_>) -> Outcome {
        if !matches!(self.id, DocumentId::Role(_)) {
            return Outcome::Say("only a role inherits items from lower levels".to_owned());
        }
        self.shows_inherited = !self.shows_inherited;
        self.inherit(around.shared);
        self.lay_out_again(around);
        let ladder = &around.shared.ladder;
        self.opened.outline = Outline::new(self.opened.entries(), self.is_expanded(ladder));
        let words = match &self.inherited {
            Some(report) => {
                let own = ladder.document(self.id).sections.len();
                self.opened.reader.go_to_entry(section_entry(Some(SectionId(own))));
                report.title.clone()
            }
            None => "inherited items hidden".to_owned(),
        };
        self.opened.follow();
        Outcome::Read(Some(words))
    }

    /// The document that an entry of the outline comes from.
    fn source(&self, entry: usize, ladder: &Ladder) -> DocumentId {
        let sources = self.inherited.as_ref().map(|report| report.sources(ladder));
        let section = entry.checked_sub(section_entry(Some(SectionId(0))));
        section.and_then(|at| sources?.get(at).copied()).unwrap_or(self.id)
    }

    /// Goes to the role some rungs up or down, at the same section.
    fn rungs(&self, steps: isize, ladder: &Ladder) -> Outcome {
        let DocumentId::Role(role) = self.id else { return no_rungs() };
        match ladder.rung(role, steps) {
            Some(next) => {
                Outcome::Go(Destination::Exchange(Target::Document(DocumentId::Role(next))))
            }
            None => Outcome::Say(end_of_track(ladder, role, steps)),
        }
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
        let ladder = &around.shared.ladder;
        let Some(report) = &self.inherited else {
            return document_page(self.id, around.width(), around.shared);
        };
        let sources = report.sources(ladder);
        let source = |section: Option<SectionId>| match section {
            Some(section) => sources.get(section.0).copied(),
            None => Some(self.id),
        };
        let options = options(around.width(), around.shared);
        lay_out_anchored(&report.document(ladder), source, options)
    }

    fn speech(&self, shared: &SharedState) -> Speech {
        let ladder = &shared.ladder;
        let document = ladder.document(self.id);
        let place = match self.id {
            DocumentId::Role(role) => format!("{}.", speak_role(ladder, role)),
            DocumentId::Page(_) => format!("{}, page.", document.title.replace('\n', " ")),
        };
        match &self.inherited {
            None => speak_document(document, |_| Some(self.id), place),
            Some(report) => {
                let sources = report.sources(ladder);
                let source = |section: Option<SectionId>| match section {
                    Some(section) => sources.get(section.0).copied(),
                    None => Some(self.id),
                };
                speak_document(&report.document(ladder), source, place)
            }
        }
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

    fn thread(&self, ladder: &Ladder, levels: &Levels, at: usize) -> Option<Thread> {
        let entry = self.opened.entries().get(at).filter(|entry| entry.depth > 0)?;
        levels.topic_at(self.source(at, ladder), entry.source)
    }

    fn keep(&self, kept: &mut Kept) {
        kept.shows_inherited = self.shows_inherited;
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

    /// The section that is read.
    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        let ladder = &around.shared.ladder;
        let at = self.opened.at(Pane::Document);
        let document = self.source(at, ladder);
        let entry = self.opened.entries().get(at);
        let line = entry.map_or_else(|| ladder.document(document).line, |entry| entry.source);
        Ok(vec![(document, line)])
    }

    fn is_expanded(&self, ladder: &Ladder) -> bool {
        ladder.document(self.id).expanded
    }

    fn update(&mut self, message: &Message, around: &Surroundings<'_>) -> Outcome {
        match message {
            Message::Rungs(steps) => self.rungs(steps * around.times(), &around.shared.ladder),
            Message::Inherited => self.toggle_inherited(around),
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
        counterpart_page(self.id, around.width(), around.shared)
    }

    fn speech(&self, shared: &SharedState) -> Speech {
        let ladder = &shared.ladder;
        let sources = counterpart_sources(ladder, self.id);
        let source = |section: Option<SectionId>| sources.get(section?.0).copied();
        let place = format!("{}, known from tables.", ladder.counterpart(self.id).name);
        speak_document(&counterpart_document(ladder, self.id), source, place)
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

    /// The tables that name it: the one that is read, or all.
    fn sources(&self, around: &Surroundings<'_>) -> Result<Vec<FileLine>, String> {
        let entry = self.opened.entries().get(self.opened.at(Pane::Document));
        let known = &around.shared.ladder.counterpart(self.id).known_from;
        let read = known.iter().filter(|it| entry.is_some_and(|entry| entry.source == it.line));
        let known = read.chain(known).map(|it| (DocumentId::Role(it.role), it.line));
        Ok(known.take(1).collect())
    }

    fn row(&self) -> Option<PaneRow> {
        Some(PaneRow::Counterpart(self.id))
    }

    fn update(&mut self, message: &Message, _around: &Surroundings<'_>) -> Outcome {
        match message {
            Message::Rungs(_) => no_rungs(),
            _ => Outcome::Pass,
        }
    }
}

/// The page of a role or page.
pub(crate) fn document_page(id: DocumentId, width: usize, shared: &SharedState) -> Page {
    let shown = OfLadder { ladder: Arc::clone(&shared.ladder), id };
    lay_out_later(Arc::new(shown), options(width, shared))
}

/// The page of a counterpart.
pub(crate) fn counterpart_page(id: CounterpartId, width: usize, shared: &SharedState) -> Page {
    let document = counterpart_document(&shared.ladder, id);
    let sources = counterpart_sources(&shared.ladder, id);
    let source = |section: Option<SectionId>| sources.get(section?.0).copied();
    lay_out_anchored(&document, source, options(width, shared))
}

fn options(width: usize, shared: &SharedState) -> DocumentOptions {
    let measure = shared.preferences.text_width;
    DocumentOptions { measure, ..DocumentOptions::new(width, shared.glyphs()) }
}

fn no_rungs() -> Outcome {
    Outcome::Say("only a role has rungs above and below it".to_owned())
}

/// The heading of the section that is read, as the last part of a path.
pub(crate) fn section_read(opened: &OpenPage) -> Option<String> {
    let entry = opened.heading(Pane::Document).filter(|entry| entry.depth > 0);
    entry.map(|entry| entry.title.clone())
}

/// The track of a role, or of the role whose tables name a counterpart.
pub(crate) fn track_of(ladder: &Ladder, subject: Subject) -> Option<TrackId> {
    let role = match subject {
        Subject::Role(role) => role,
        Subject::Counterpart(id) => ladder.counterpart(id).known_from.last()?.role,
    };
    Some(ladder.role(role).track)
}

/// Says that a track has no further rung.
pub(crate) fn end_of_track(ladder: &Ladder, role: RoleId, steps: isize) -> String {
    let role = ladder.role(role);
    let end = if steps > 0 { "above" } else { "below" };
    let label = &role.document.label;
    let track = &ladder.track(role.track).title;
    if ladder.roles.len() == 1 && !ladder.counterparts.is_empty() {
        return format!("no rung {end} {label}: c compares it with the roles in its tables");
    }
    format!("no rung {end} {label} in {track}")
}
