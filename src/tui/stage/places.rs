//! Places by names that outlive the program and an edit of the files.

use crate::model::{Anchor, CounterpartId, Document, DocumentId, Ladder, Place, Subject};
use crate::page::Position;
use crate::tui::session::{SavedPlace, SavedSpot, SavedSubject, SavedView};
use crate::tui::show::common::{Show, Surroundings};
use crate::tui::target::{Columns, Target};

/// Names the place that a view shows; `None` if it cannot be found again.
pub(crate) fn save(view: &dyn Show, around: &Surroundings<'_>) -> Option<SavedPlace> {
    let (target, ladder) = (view.target(), &around.shared.ladder);
    let saved = match target {
        Target::Document(_) | Target::Counterpart(_) => SavedView::Document,
        Target::Comparison(..) | Target::Levels(_) => SavedView::Comparison,
        Target::Trace { .. } => SavedView::Trace,
        Target::Overview { .. } => SavedView::Overview,
        // The older version may be gone by then.
        Target::Versions => return None,
    };
    let subjects = match target {
        Target::Document(id) => vec![name_of(ladder.document(id))],
        _ => view.subjects(around.focus).iter().map(|it| named(ladder, *it)).collect(),
    };
    let path = view.path(ladder, around.focus);
    let path = if path.is_empty() { vec![view.title(ladder)] } else { path };
    let at = text_at(view, around).map(|at| {
        let document = ladder.document(at.document);
        let section = document.section_at_line(at.line);
        SavedSpot {
            document: name_of(document),
            section: section.map(|section| document.section(section).title.as_str().to_owned()),
            line: at.line,
            part: at.part,
        }
    });
    Some(SavedPlace { path, view: saved, subjects, at })
}

/// The text at the cursor of a trace or an overview, or else at the top of the page; `None` at its start.
fn text_at(view: &dyn Show, around: &Surroundings<'_>) -> Option<Anchor> {
    if matches!(view.target(), Target::Trace { .. } | Target::Overview { .. }) {
        let (document, line) = *view.sources(around).ok()?.first()?;
        return Some(Anchor::new(document, line, 0));
    }
    let reader = &view.opened().reader;
    if reader.top() == 0 { None } else { reader.page().anchor_at(reader.top()) }
}

fn named(ladder: &Ladder, subject: Subject) -> SavedSubject {
    match subject {
        Subject::Role(role) => name_of(&ladder.role(role).document),
        Subject::Counterpart(id) => {
            SavedSubject { file: None, title: ladder.counterpart(id).name.clone() }
        }
    }
}

fn name_of(document: &Document) -> SavedSubject {
    SavedSubject { file: Some(document.file.clone()), title: document.title.clone() }
}

/// Where a saved place is in a ladder.
pub(crate) struct FoundPlace {
    /// The document, or the comparison.
    pub(crate) target: Target,
    /// The text at the top.
    pub(crate) position: Option<Position>,
    /// The section of that text, from which a trace or an overview is opened.
    pub(crate) section: Option<Place>,
}

/// Finds a saved place, or what is left of it. `None` if its role is gone.
pub(crate) fn find(ladder: &Ladder, saved: &SavedPlace) -> Option<FoundPlace> {
    let subjects: Vec<Target> =
        saved.subjects.iter().filter_map(|it| target_of(ladder, it)).collect();
    let roles: Vec<Subject> = subjects.iter().filter_map(|target| subject_of(*target)).collect();
    let target = match (saved.view, roles.as_slice()) {
        (SavedView::Comparison, &[left, right]) => Target::Comparison(left, right),
        (SavedView::Comparison, several) if several.len() > 2 => {
            Target::Levels(Columns::of(several)?)
        }
        _ => *subjects.first()?,
    };
    let at = saved.at.as_ref().and_then(|spot| anchor_of(ladder, spot));
    let section = at.map(|at| {
        let section = ladder.document(at.document).section_at_line(at.line);
        Place { document: at.document, section }
    });
    Some(FoundPlace { target, position: at.map(Position::from), section })
}

fn target_of(ladder: &Ladder, saved: &SavedSubject) -> Option<Target> {
    match &saved.file {
        Some(_) => document_of(ladder, saved).map(Target::Document),
        None => {
            let at = ladder.counterparts.iter().position(|it| it.name == saved.title)?;
            Some(Target::Counterpart(CounterpartId(at)))
        }
    }
}

fn subject_of(target: Target) -> Option<Subject> {
    match target {
        Target::Document(DocumentId::Role(role)) => Some(Subject::Role(role)),
        Target::Counterpart(id) => Some(Subject::Counterpart(id)),
        _ => None,
    }
}

/// Documents are found by file and title, then by file alone.
fn document_of(ladder: &Ladder, saved: &SavedSubject) -> Option<DocumentId> {
    let of_file = || {
        let all = ladder.documents();
        all.filter(|(_, document)| Some(&document.file) == saved.file.as_ref())
    };
    let same = of_file().find(|(_, document)| document.title == saved.title);
    same.or_else(|| of_file().next()).map(|(id, _)| id)
}

/// The text at the saved line if it is still in the same section; else the start of that section.
fn anchor_of(ladder: &Ladder, saved: &SavedSpot) -> Option<Anchor> {
    let id = document_of(ladder, &saved.document)?;
    let document = ladder.document(id);
    let here = document.section_at_line(saved.line);
    let here = here.map(|section| document.section(section).title.as_str());
    if here == saved.section.as_deref() {
        return Some(Anchor::new(id, saved.line, saved.part));
    }
    let sections = document.sections.iter();
    let moved = sections.filter(|it| Some(it.title.as_str()) == saved.section.as_deref());
    let nearest = moved.min_by_key(|section| section.line.abs_diff(saved.line));
    nearest.map(|section| Anchor::new(id, section.line, 0))
}
