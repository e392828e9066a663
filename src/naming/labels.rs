//! What to call roles where they could be mixed up: with their track in front.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::model::{DocumentId, Ladder, Subject};

/// What to call the roles and counterparts of a ladder, so that no two are called alike: by label or
/// title, with the track in front where another role has the same.
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

    /// Any name of a role or counterpart, with the track in front where another role has its label or
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

impl Ladder {
    /// A name of a role with its track in front, where the name does not begin with it: "Mobile ·
    /// Level 3".
    #[must_use]
    pub fn with_track(&self, subject: Subject, name: &str) -> String {
        let Subject::Role(role) = subject else { return name.to_owned() };
        let track = &self.track(self.role(role).track).title;
        if name.starts_with(track.as_str()) {
            return name.to_owned();
        }
        format!("{track} · {name}")
    }

    /// What to call two subjects beside each other: their labels, where these are alike their titles,
    /// where these are too the titles with the tracks, or with the levels in one track.
    #[must_use]
    pub fn labels(&self, left: Subject, right: Subject) -> [Cow<'_, str>; 2] {
        let both = |name: fn(&Self, Subject) -> &str| [left, right].map(|side| name(self, side));
        let (labels, titles) = (both(Self::label), both(Self::title));
        if left == right || labels[0] != labels[1] {
            return labels.map(Cow::Borrowed);
        }
        self.told_apart(left, right, titles)
    }

    /// The full names of two subjects, with the tracks where they are alike.
    #[must_use]
    pub fn titles(&self, left: Subject, right: Subject) -> [Cow<'_, str>; 2] {
        self.told_apart(left, right, [left, right].map(|side| self.title(side)))
    }

    fn told_apart<'a>(
        &'a self,
        left: Subject,
        right: Subject,
        [one, other]: [&'a str; 2],
    ) -> [Cow<'a, str>; 2] {
        if left == right || one != other {
            return [one, other].map(Cow::Borrowed);
        }
        let with_tracks = [self.with_track(left, one), self.with_track(right, other)];
        let levels = [left, right].map(|side| self.level(side));
        if with_tracks[0] == with_tracks[1] && levels[0] != levels[1] {
            let with_level = |name: &str, level: Option<&str>| match level {
                Some(level) => format!("{level} · {name}"),
                None => name.to_owned(),
            };
            return [with_level(one, levels[0]), with_level(other, levels[1])].map(Cow::Owned);
        }
        with_tracks.map(Cow::Owned)
    }

    fn level(&self, subject: Subject) -> Option<&str> {
        match subject {
            Subject::Role(role) => self.role(role).level.as_deref(),
            Subject::Counterpart(_) => None,
        }
    }
}
