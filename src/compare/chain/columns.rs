//! The columns of a table of many levels: which roles a track has, and what they are called.

use std::collections::{HashMap, HashSet};

use crate::lexicon::words;
use crate::model::{CounterpartId, Ladder, Subject, TrackId};

/// What to call several roles: by their labels; where labels are alike by their titles, by these with
/// the track, or by their files.
pub(crate) fn names(ladder: &Ladder, subjects: &[Subject]) -> Vec<String> {
    let mut labels: HashMap<&str, HashSet<Subject>> = HashMap::new();
    let mut titles: HashMap<&str, HashSet<Subject>> = HashMap::new();
    let mut tracks: HashMap<String, HashSet<Subject>> = HashMap::new();
    let with_track = |subject| ladder.with_track(subject, ladder.title(subject));
    for subject in subjects {
        labels.entry(ladder.label(*subject)).or_default().insert(*subject);
        titles.entry(ladder.title(*subject)).or_default().insert(*subject);
        tracks.entry(with_track(*subject)).or_default().insert(*subject);
    }
    let name = |subject: Subject| {
        let (label, title) = (ladder.label(subject), ladder.title(subject));
        match subject {
            _ if labels[label].len() < 2 => label.to_owned(),
            _ if titles[title].len() < 2 => title.to_owned(),
            _ if tracks[&with_track(subject)].len() < 2 => with_track(subject),
            Subject::Role(role) => format!("{label} ({})", ladder.role(role).document.file),
            Subject::Counterpart(_) => label.to_owned(),
        }
    };
    subjects.iter().map(|subject| name(*subject)).collect()
}

/// The words of what several roles are called, in small letters: of label, title and level.
pub(crate) fn name_words(ladder: &Ladder, subjects: &[Subject]) -> Vec<HashSet<String>> {
    let of = |subject: &Subject| {
        let level = match subject {
            Subject::Role(role) => ladder.role(*role).level.as_deref().unwrap_or_default(),
            Subject::Counterpart(_) => "",
        };
        let names = [ladder.label(*subject), ladder.title(*subject), level];
        names.iter().flat_map(|name| words(name)).collect()
    };
    subjects.iter().map(of).collect()
}

/// The roles of a track, lowest first, with the counterparts that their tables know: each beside the
/// role that knows it, on the side where that table has it.
#[must_use]
pub fn track_subjects(ladder: &Ladder, track: TrackId) -> Vec<Subject> {
    let mut subjects: Vec<Subject> =
        ladder.track(track).roles.iter().map(|role| Subject::Role(*role)).collect();
    for at in 0..ladder.counterparts.len() {
        let counterpart = Subject::Counterpart(CounterpartId(at));
        let known = ladder.counterparts[at].known_from.iter();
        let beside = known
            .filter_map(|known| subjects.iter().position(|s| *s == Subject::Role(known.role)))
            .max();
        if let Some(beside) = beside {
            let above = !stands_before(ladder, subjects[beside], counterpart);
            subjects.insert(beside + usize::from(above), counterpart);
        }
    }
    subjects
}

/// Whether the first table of a role that knows a counterpart has it before the role.
fn stands_before(ladder: &Ladder, role: Subject, counterpart: Subject) -> bool {
    let Subject::Role(id) = role else { return false };
    let tables = ladder.role(id).document.tables();
    let mut columns =
        tables.iter().filter_map(|table| table.column_of(role).zip(table.column_of(counterpart)));
    columns.next().is_some_and(|(own, other)| other < own)
}
