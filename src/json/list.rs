//! What is in a ladder, and what is wrong with it.

use serde_json::{Value, json};

use super::findings::finding;
use super::pretty::pretty;
use crate::content::Loaded;
use crate::model::{Counterpart, KnownFrom, Ladder, Origin, Role, Track};

/// What is in a ladder, and what is wrong with it.
#[must_use]
pub fn list(loaded: &Loaded) -> String {
    let ladder = &loaded.ladder;
    let tracks = ladder.tracks.iter().map(|it| track(ladder, it));
    let counterparts = ladder.counterparts.iter().map(|it| counterpart(ladder, it));
    let pages = ladder.pages.iter().map(|page| json!({ "title": page.title, "file": page.file }));
    pretty(&json!({
        "ladder": ladder.name,
        "tracks": tracks.collect::<Value>(),
        "counterparts": counterparts.collect::<Value>(),
        "pages": pages.collect::<Value>(),
        "diagnostics": loaded.findings.iter().map(finding).collect::<Vec<_>>(),
    }))
}

fn track(ladder: &Ladder, track: &Track) -> Value {
    let roles = track.roles.iter().map(|id| role(ladder.role(*id)));
    json!({ "title": track.title, "roles": roles.collect::<Value>() })
}

fn role(role: &Role) -> Value {
    json!({
        "id": role.id,
        "title": role.document.title,
        "label": role.document.label,
        "level": role.level,
        "origin": origin(role.origin),
        "file": role.document.file,
        "line": role.document.line,
        "sections": role.document.sections.len(),
        "tables": role.document.tables().len(),
        "items": role.document.items().len(),
    })
}

fn counterpart(ladder: &Ladder, counterpart: &Counterpart) -> Value {
    let known = counterpart.known_from.iter().map(|it| known_from(ladder, it));
    json!({ "name": counterpart.name, "known_from": known.collect::<Value>() })
}

fn known_from(ladder: &Ladder, known: &KnownFrom) -> Value {
    let role = ladder.role(known.role);
    let section = known.section.map(|id| role.document.section(id).title.as_str());
    json!({
        "role": role.id,
        "file": role.document.file,
        "line": known.line,
        "section": section,
    })
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::File => "file",
        Origin::Heading => "heading",
        Origin::Column | Origin::Row => "table",
        Origin::Data => "data",
    }
}
