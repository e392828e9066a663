//! What to call roles where they could be mixed up: with their track in front.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{DocumentId, Ladder, Subject};

/// What to call the roles and counterparts of a ladder, so that no two are called alike: by label or
/// title, with the track in front if another role has the same.
#[derive(Debug)]
pub struct Labels<'a> {
    ladder: &'a Ladder,
    labels: HashMap<&'a str, usize>,
    titles: HashMap<&'a str, usize>,
}

impl<'a> Labels<'a> {
    /// Counts the labels and titles of a ladder.
    #[must_use]
    pub fn new(ladder: &'a Ladder) -> Self {
        let (mut labels, mut titles) = (HashMap::new(), HashMap::new());
        for role in &ladder.roles {
            *labels.entry(role.document.label.as_str()).or_default() += 1;
            *titles.entry(role.document.title.as_str()).or_default() += 1;
        }
        Self { ladder, labels, titles }
    }

    /// The ladder.
    #[must_use]
    pub fn ladder(&self) -> &'a Ladder {
        self.ladder
    }

    /// Whether another role has the label of this one.
    #[must_use]
    pub fn is_label_shared(&self, subject: Subject) -> bool {
        self.labels.get(self.ladder.label(subject)).is_some_and(|count| *count > 1)
    }

    /// The short name: "Senior", or "Mobile · Senior" where another role has that label.
    #[must_use]
    pub fn label(&self, subject: Subject) -> Cow<'a, str> {
        self.told_apart(subject, self.ladder.label(subject), &self.labels)
    }

    /// The full name, likewise.
    #[must_use]
    pub fn title(&self, subject: Subject) -> Cow<'a, str> {
        self.told_apart(subject, self.ladder.title(subject), &self.titles)
    }

    /// The short name of a document, that of a role likewise.
    #[must_use]
    pub fn of_document(&self, document: DocumentId) -> Cow<'a, str> {
        match document {
            DocumentId::Role(role) => self.label(Subject::Role(role)),
            DocumentId::Page(_) => Cow::Borrowed(self.ladder.document(document).label.as_str()),
        }
    }

    /// Any name of a role or counterpart, with the track in front if another role has its label or
    /// title.
    #[must_use]
    pub fn with_track_where_shared(&self, subject: Subject, name: String) -> String {
        if self.is_shared(subject) { self.ladder.with_track(subject, &name) } else { name }
    }

    /// Whether another role has the label or the title of this one.
    fn is_shared(&self, subject: Subject) -> bool {
        let of = |name, counts: &HashMap<&str, usize>| counts.get(name).is_some_and(|n| *n > 1);
        of(self.ladder.label(subject), &self.labels) || of(self.ladder.title(subject), &self.titles)
    }

    fn told_apart(
        &self,
        subject: Subject,
        name: &'a str,
        counts: &HashMap<&str, usize>,
    ) -> Cow<'a, str> {
        match counts.get(name) {
            Some(count) if *count > 1 => Cow::Owned(self.ladder.with_track(subject, name)),
            _ => Cow::Borrowed(name),
        }
    }
}

/// What a role or counterpart is called, to tell it apart from another one beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SubjectNames<'a> {
    /// The short name.
    pub label: &'a str,
    /// The full name.
    pub title: &'a str,
    /// The title of the track, if it is in one.
    pub track: Option<&'a str>,
    /// The level as the ladder writes it.
    pub level: Option<&'a str>,
}

impl<'a> SubjectNames<'a> {
    /// The names of two subjects: their labels; if these are equal, their titles; if these are equal
    /// too, the titles with the tracks, or with the levels in one track. A subject that is on both
    /// sides needs no longer name.
    #[must_use]
    pub fn labels(both: [Self; 2], are_one: bool) -> [Cow<'a, str>; 2] {
        let labels = both.map(|names| names.label);
        if are_one || labels[0] != labels[1] {
            return labels.map(Cow::Borrowed);
        }
        Self::titles(both, are_one)
    }

    /// The full names of two subjects, with the tracks if they are alike.
    #[must_use]
    pub fn titles(both: [Self; 2], are_one: bool) -> [Cow<'a, str>; 2] {
        let titles = both.map(|names| names.title);
        if are_one || titles[0] != titles[1] {
            return titles.map(Cow::Borrowed);
        }
        let with_tracks = both.map(|names| Self::with_track(names.track, names.title));
        if with_tracks[0] == with_tracks[1] && both[0].level != both[1].level {
            return both.map(Self::with_level);
        }
        with_tracks.map(Cow::Owned)
    }

    /// A name with the track in front, if it does not begin with it: "Mobile · Level 3".
    #[must_use]
    pub fn with_track(track: Option<&str>, name: &str) -> String {
        match track {
            Some(track) if !name.starts_with(track) => format!("{track} · {name}"),
            _ => name.to_owned(),
        }
    }

    fn with_level(self) -> Cow<'a, str> {
        match self.level {
            Some(level) => Cow::Owned(format!("{level} · {}", self.title)),
            None => Cow::Borrowed(self.title),
        }
    }
}

impl Ladder {
    /// What a role or counterpart is called.
    #[must_use]
    pub fn names(&self, subject: Subject) -> SubjectNames<'_> {
        let (label, title) = (self.label(subject), self.title(subject));
        let (track, level) = match subject {
            Subject::Role(id) => {
                let role = self.role(id);
                (Some(self.track(role.track).title.as_str()), role.level.as_deref())
            }
            Subject::Counterpart(_) => (None, None),
        };
        SubjectNames { label, title, track, level }
    }

    /// A name of a role with its track in front, where the name does not begin with it.
    #[must_use]
    pub fn with_track(&self, subject: Subject, name: &str) -> String {
        SubjectNames::with_track(self.names(subject).track, name)
    }

    /// The names of two subjects, long enough to distinguish them.
    #[must_use]
    pub fn labels(&self, left: Subject, right: Subject) -> [Cow<'_, str>; 2] {
        SubjectNames::labels([left, right].map(|side| self.names(side)), left == right)
    }
}
