//! What people type for a role, page, track, section or topic, on a ladder that is part of the input.
//! The first line is the name; each other line is the title of a role, with its file before a bar.
#![no_main]

use libfuzzer_sys::fuzz_target;
use rungs::model::{Ladder, Subject};
use rungs::naming::{self, NameError, Showable};
use rungs::search;
use rungs_fuzz::written::{self, Look};
use rungs_fuzz::{files, holds};

/// More roles are not made: one input should be fast.
const MOST: usize = 40;

fuzz_target!(|data: &[u8]| {
    let Some(text) = files::text(data) else { return };
    let look = Look::of(data);
    let mut lines = text.lines();
    let asked = lines.next().unwrap_or_default();
    let pages: Vec<(String, String)> = lines.take(MOST).enumerate().map(page).collect();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let loaded = files::load(&pages);
    let ladder = &loaded.ladder;
    let found = naming::find(ladder, asked);
    assert_eq!(found, naming::find(ladder, asked));
    role(ladder, &found);
    match naming::document(ladder, asked) {
        Ok(Showable::Page(page)) => assert!(page.0 < ladder.pages.len()),
        Ok(Showable::Subject(subject)) => assert!(is_there(ladder, subject)),
        Err(error) => self::error(&error),
    }
    naming::track(ladder, asked)
        .map_or_else(|it| error(&it), |it| assert!(it.0 < ladder.tracks.len()));
    for (_, document) in ladder.documents().take(3) {
        let section = naming::section(document, asked);
        section.map_or_else(|it| error(&it), |it| assert!(it.0 < document.sections.len()));
    }
    // A role's own id always means it.
    for at in written::subjects(ladder) {
        if let Subject::Role(id) = at {
            assert_eq!(naming::find(ladder, &ladder.role(id).id), Ok(at));
        }
    }
    let places = search::places(ladder, ">");
    for ranked in search::rank(asked, places.iter().map(|place| place.label.as_str())) {
        assert!(ranked.index < places.len());
    }
    written::hits(ladder, asked);
    written::tracks(&loaded, asked, look);
});

/// A file with one role. Paths are those that a disk could have.
fn page((at, line): (usize, &str)) -> (String, String) {
    let (folder, title) = line.split_once('|').unwrap_or(("", line));
    let folder = folder.replace(|c: char| !c.is_alphanumeric() && c != '-', "_");
    let path = if folder.is_empty() { format!("{at}.md") } else { format!("{folder}/{at}.md") };
    (path, format!("# {title}\n\n## Scope\n\n- does {title}\n"))
}

fn is_there(ladder: &Ladder, subject: Subject) -> bool {
    match subject {
        Subject::Role(id) => id.0 < ladder.roles.len(),
        Subject::Counterpart(id) => id.0 < ladder.counterparts.len(),
    }
}

fn role(ladder: &Ladder, found: &Result<Subject, NameError>) {
    match found {
        Ok(subject) => assert!(is_there(ladder, *subject)),
        Err(error) => {
            self::error(error);
            // Whoever is offered can be named.
            for candidate in &error.candidates {
                let is_role = ladder.roles.iter().any(|role| role.id == candidate.id);
                let is_counterpart = ladder.counterparts.iter().any(|it| it.name == candidate.id);
                assert!(is_role || is_counterpart, "{candidate:?}");
            }
        }
    }
}

fn error(error: &NameError) {
    holds::is_clean(&error.to_string());
    assert!(!error.is_ambiguous || error.candidates.len() > 1, "{error:?}");
}
