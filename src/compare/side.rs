//! One side of a comparison: which role it is, what it is called and where it comes from, so that
//! nobody who shows a comparison has to ask its ladder.

use std::borrow::Cow;
use std::sync::Arc;

use crate::compare::tables::{each_table, page_name};
use crate::model::{DocumentId, Ladder, Subject};
use crate::naming::{Labels, SubjectNames};

/// A role or counterpart of one of the ladders that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LadderSubject {
    /// Which ladder it is of: 0 for the only one or the older version, 1 for the newer version.
    pub ladder: usize,
    /// The role or counterpart.
    pub subject: Subject,
}

impl From<Subject> for LadderSubject {
    fn from(subject: Subject) -> Self {
        Self { ladder: 0, subject }
    }
}

/// One side of a comparison: a role or counterpart, or what stands for a level in the version of the
/// ladder that does not have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// Which of the compared ladders it is of: 0 for the only one or the older version, 1 for the
    /// newer version.
    pub ladder: usize,
    /// The role or counterpart; `None` if the ladder has no such level.
    pub subject: Option<Subject>,
    /// What it is called.
    pub names: SideNames,
    /// The file and line it comes from: a role's document, the first table that knows a counterpart.
    pub place: Option<(Arc<str>, usize)>,
    /// Of a counterpart: the name of the page of each table that speaks of it, in reading order.
    pub told_by: Vec<String>,
}

/// What one side of a comparison is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideNames {
    /// The name that means the role alone in its ladder.
    pub id: Option<String>,
    /// The short name.
    pub label: String,
    /// The full name.
    pub title: String,
    /// The level as the ladder writes it.
    pub level: Option<String>,
    /// The title of the track.
    pub track: Option<String>,
    /// Whether another role of the ladder has the same label.
    pub is_shared: bool,
    /// What is said behind the names: of which version it is, or that it is not there.
    pub remark: Option<String>,
}

impl Side {
    /// The side of a role or counterpart of the only ladder.
    #[must_use]
    pub fn of(labels: &Labels, subject: Subject) -> Self {
        Self::new(labels, subject.into(), None)
    }

    pub(crate) fn new(labels: &Labels, at: LadderSubject, version: Option<String>) -> Self {
        let LadderSubject { ladder: number, subject } = at;
        let ladder = labels.ladder();
        let SubjectNames { label, title, track, level } = ladder.names(subject);
        let (id, place, told_by) = match subject {
            Subject::Role(role) => {
                let role = ladder.role(role);
                let place = (Arc::from(role.document.file.as_str()), role.document.line);
                (Some(role.id.clone()), Some(place), Vec::new())
            }
            Subject::Counterpart(id) => {
                let known = ladder.counterpart(id).known_from.first();
                let file = |role| Arc::from(ladder.role(role).document.file.as_str());
                let place = known.map(|known| (file(known.role), known.line));
                (None, place, told_by(ladder, subject))
            }
        };
        let names = SideNames {
            id,
            label: label.to_owned(),
            title: title.to_owned(),
            level: level.map(str::to_owned),
            track: track.map(str::to_owned),
            is_shared: labels.is_label_shared(subject),
            remark: version,
        };
        Self { ladder: number, subject: Some(subject), names, place, told_by }
    }

    /// What is opposite to a level that the other version does not have.
    pub(crate) fn absent(&self, remark: String) -> Self {
        let names = SideNames { id: None, level: None, remark: Some(remark), ..self.names.clone() };
        let ladder = 1 - self.ladder;
        Self { ladder, subject: None, names, place: None, told_by: Vec::new() }
    }

    /// The document whose sections are compared; `None` for a counterpart and for what is absent.
    #[must_use]
    pub fn document(&self) -> Option<DocumentId> {
        match self.subject {
            Some(Subject::Role(role)) => Some(DocumentId::Role(role)),
            Some(Subject::Counterpart(_)) | None => None,
        }
    }

    /// Whether it is known from the tables of others only.
    #[must_use]
    pub fn is_counterpart(&self) -> bool {
        matches!(self.subject, Some(Subject::Counterpart(_)))
    }
}

impl SideNames {
    /// The short name: "Baker", or "Baker (now)".
    #[must_use]
    pub fn label(&self) -> Cow<'_, str> {
        self.remarked(&self.label)
    }

    /// The full name, likewise.
    #[must_use]
    pub fn title(&self) -> Cow<'_, str> {
        self.remarked(&self.title)
    }

    /// The short name, with the track in front if another role has it too.
    #[must_use]
    pub fn distinct_label(&self) -> Cow<'_, str> {
        let label = self.label();
        match self.is_shared {
            true => Cow::Owned(SubjectNames::with_track(self.track.as_deref(), &label)),
            false => label,
        }
    }

    fn remarked<'a>(&self, name: &'a str) -> Cow<'a, str> {
        match &self.remark {
            Some(remark) => Cow::Owned(format!("{name} ({remark})")),
            None => Cow::Borrowed(name),
        }
    }
}

/// The name of the page of each table that speaks of a counterpart.
fn told_by(ladder: &Ladder, counterpart: Subject) -> Vec<String> {
    let mut pages = Vec::new();
    for (document, it) in ladder.documents() {
        each_table(it, &mut |_, _, table| {
            let speaks = table.column_of(counterpart).is_some();
            pages.extend(speaks.then(|| page_name(ladder, document).to_owned()));
        });
    }
    pages
}
