//! The list of what is wrong: moving in it, going to the place of a finding, editing its file; and
//! the ladder read again afterwards.

use super::app::{App, Layer, Shown, Stop};
use super::areas;
use super::folding::same_groups;
use super::help;
use super::history::History;
use super::ladder_list;
use super::list::List;
use super::matrix::{Cell, Matrix};
use super::message::{Effect, Message};
use super::reader::Reader;
use crate::diagnostic::Diagnostic;
use crate::model::{CounterpartId, DocumentId, Ladder, Place, Subject, TrackId};

impl App {
    pub(crate) fn open_findings(&mut self) {
        if self.problems.is_empty() {
            self.notice = Some("nothing is wrong with this ladder".to_owned());
            return;
        }
        self.layer = Some(Layer::Findings { list: List::default(), detail: Reader::default() });
        self.lay_out_findings();
    }

    /// Lays out what is said of the chosen finding, and keeps it in view in the list.
    pub(crate) fn lay_out_findings(&mut self) {
        let popup = self.popup_area();
        let (rows, below) = areas::findings(popup, self.problems.len());
        let (glyphs, problems) = (self.glyphs, &self.problems);
        if let Some(Layer::Findings { list, detail }) = &mut self.layer {
            list.reveal(problems.len(), usize::from(rows.height));
            if let Some(chosen) = problems.get(list.cursor) {
                detail.show(help::problem(chosen, usize::from(below.width), glyphs));
            }
            detail.set_height(usize::from(below.height));
        }
    }

    pub(crate) fn update_findings(
        &mut self,
        mut list: List,
        detail: Reader,
        message: Message,
    ) -> Option<Effect> {
        let len = self.problems.len();
        let popup = areas::popup(self.size, help::findings_rows(len));
        let (rows, _) = areas::findings(popup, len);
        let page = isize::try_from(rows.height).unwrap_or(1).max(1);
        match message {
            Message::Move(steps) => list.step(steps, len),
            Message::Wheel(_, _, steps) => list.step(steps.signum(), len),
            Message::Pages(steps) => list.step(steps.saturating_mul(page), len),
            Message::Top => list.cursor = 0,
            Message::Bottom => list.cursor = len.saturating_sub(1),
            Message::Cancel => return None,
            Message::Open => {
                self.go_to_finding(list.cursor);
                return None;
            }
            Message::Click(column, row) if rows.contains((column, row).into()) => {
                let clicked = list.top + usize::from(row - rows.y);
                if clicked < len {
                    self.go_to_finding(clicked);
                    return None;
                }
            }
            Message::Click(column, row) if !popup.contains((column, row).into()) => return None,
            Message::OpenFile => {
                let chosen = self.problems.get(list.cursor);
                let place = chosen.map(|chosen| (chosen.file.clone(), chosen.line));
                self.layer = Some(Layer::Findings { list, detail });
                return place.and_then(|(file, line)| self.edit(file, line));
            }
            _ => {}
        }
        self.layer = Some(Layer::Findings { list, detail });
        self.lay_out_findings();
        None
    }

    /// Shows the section that a finding is about.
    fn go_to_finding(&mut self, finding: usize) {
        let Some(found) = self.problems.get(finding) else { return };
        let message = found.message.clone();
        match place_of(&self.ladder, found) {
            Some(place) => {
                self.go_to(place);
                self.notice = Some(message);
            }
            None => self.notice = Some(format!("{} is not shown in this ladder", found.file)),
        }
    }

    /// Asks for the editor, at the section that is read.
    pub(crate) fn edit_shown(&mut self) -> Option<Effect> {
        let Shown::Document(id) = self.shown else {
            self.notice = Some("there is no file of it".to_owned());
            return None;
        };
        let document = self.ladder.document(id);
        let entry = self.page().outline.get(self.reader.entry());
        let line = entry.map_or(document.line, |entry| entry.source);
        self.edit(document.file.clone(), line)
    }

    fn edit(&mut self, file: String, line: usize) -> Option<Effect> {
        if !self.can_edit {
            self.notice =
                Some("the built-in ladder cannot be edited: rungs init writes it out".to_owned());
            return None;
        }
        Some(Effect::Edit { file, line })
    }

    /// Takes over the ladder as it is now on disk, and stays where one was.
    pub(crate) fn reload(&mut self, ladder: Ladder, problems: Vec<Diagnostic>) {
        let shown = same_in(&self.ladder, &ladder, self.shown);
        let heading = self.page().outline.get(self.reader.entry()).map(|entry| entry.title.clone());
        let position = self.page().position(self.reader.top());
        self.folded_groups = same_groups(&self.folded_groups, &self.ladder, &ladder);
        self.rows = ladder_list::rows(&ladder, &self.folded_groups);
        self.ladder = ladder;
        self.levels = None;
        self.matrix = Matrix::default();
        self.folded_alone.clear();
        self.problems = problems;
        let stays = shown.is_some();
        let shown = shown.unwrap_or_else(|| Shown::first(&self.ladder));
        // What lies behind is of the ladder that was.
        self.history = History::new(Stop {
            shown,
            position: None,
            level: 0,
            cell: Cell::default(),
            only_differences: self.only_differences,
            fold_same: self.fold_same,
            passing: false,
        });
        self.load(shown);
        let same = |title: &String| self.page().outline.iter().position(|it| it.title == *title);
        if let Some(entry) = heading.as_ref().and_then(same).filter(|_| stays) {
            self.reader.go_to_entry(entry);
            let line = position.and_then(|position| self.page().line_of(position));
            if let Some(line) = line.filter(|line| self.page().lines.len() > *line)
                && self.page().outline.get(entry + 1).is_none_or(|next| line < next.line)
                && self.page().outline[entry].line <= line
            {
                self.reader.go_to(line);
            }
        }
        self.follow_reader();
        match &mut self.layer {
            Some(Layer::Findings { .. }) if self.problems.is_empty() => {
                self.layer = None;
                self.notice = Some("nothing is wrong with this ladder any more".to_owned());
            }
            Some(Layer::Findings { list, .. }) => list.step(0, self.problems.len()),
            _ => self.layer = None,
        }
        self.lay_out_again();
    }
}

/// Where the file and line of a finding are shown. Several roles may come from one file.
fn place_of(ladder: &Ladder, found: &Diagnostic) -> Option<Place> {
    let of_file = || ladder.documents().filter(|(_, document)| document.file == found.file);
    let holds =
        of_file().find(|(_, document)| (document.line..=document.last_line).contains(&found.line));
    let (id, document) = holds.or_else(|| of_file().next())?;
    Some(Place { document: id, section: document.section_at_line(found.line) })
}

/// What was shown of a ladder, in the ladder as it is now: documents are found by file and title,
/// then by file alone.
fn same_in(old: &Ladder, new: &Ladder, shown: Shown) -> Option<Shown> {
    let document = |id: DocumentId| {
        let was = old.document(id);
        let of_file = || new.documents().filter(|(_, document)| document.file == was.file);
        let same = of_file().find(|(_, document)| document.title == was.title);
        same.or_else(|| of_file().next()).map(|(id, _)| id)
    };
    let subject = |subject: Subject| match subject {
        Subject::Role(role) => match document(DocumentId::Role(role))? {
            DocumentId::Role(role) => Some(Subject::Role(role)),
            DocumentId::Page(_) => None,
        },
        Subject::Counterpart(id) => {
            let name = &old.counterpart(id).name;
            let at = new.counterparts.iter().position(|counterpart| counterpart.name == *name)?;
            Some(Subject::Counterpart(CounterpartId(at)))
        }
    };
    match shown {
        Shown::Document(id) => document(id).map(Shown::Document),
        Shown::Counterpart(id) => match subject(Subject::Counterpart(id))? {
            Subject::Counterpart(id) => Some(Shown::Counterpart(id)),
            Subject::Role(role) => Some(Shown::Document(DocumentId::Role(role))),
        },
        Shown::Comparison(left, right) => Some(Shown::Comparison(subject(left)?, subject(right)?)),
        Shown::Overview(track) => {
            let title = &old.track(track).title;
            let at = new.tracks.iter().position(|track| track.title == *title)?;
            Some(Shown::Overview(TrackId(at)))
        }
        // What a topic was need not be one any more.
        Shown::Trace(..) => None,
    }
}
