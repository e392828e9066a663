//! Ladders of documents: every role that people found in them, and no other.

use rungs::content::Loaded;
use rungs::model::Document;

use crate::support::beside::shared;
use crate::support::ladders::load;

/// A role as `expected.json` tells it.
#[derive(Debug, PartialEq)]
struct Told {
    title: String,
    track: String,
    file: String,
    /// `None` where the role has a file of its own.
    line: Option<u64>,
    sections: usize,
    tables: usize,
    items: usize,
}

/// The roles that are expected of a ladder, in order.
fn expected(ladder: &serde_json::Value, name: &str) -> Vec<Told> {
    let mut roles: Vec<(u64, Told)> = Vec::new();
    for role in ladder["roles"].as_array().expect("roles") {
        let title = role["title_expected"].as_str().or(role["title"].as_str()).unwrap_or_default();
        let file = role["file"].as_str().unwrap_or_default().to_owned();
        let number = |key: &str| role[key].as_u64().unwrap_or_default();
        let told = Told {
            // Some expectations say in brackets why.
            title: title.split(" (").next().unwrap_or_default().to_owned(),
            track: role["track"].as_str().unwrap_or_default().to_owned(),
            line: role["line"].as_u64(),
            sections: number("sections") as usize,
            tables: number("tables") as usize + html_tables(name),
            items: number("list_items") as usize,
            file,
        };
        roles.push((number("order_in_list"), told));
    }
    roles.sort_by_key(|(place, _)| *place);
    // Its note says that the order of the file, which is told here, is the wrong way round.
    if ladder["note"].as_str().is_some_and(|note| note.contains("ladder order is the reverse")) {
        roles.reverse();
    }
    roles.into_iter().map(|(_, told)| told).collect()
}

/// How many tables of each role are written as HTML. The expectations count those of Markdown only
/// and say so in a note; here a table is a table.
fn html_tables(ladder: &str) -> usize {
    usize::from(ladder == "infracloudio__career-ladders")
}

/// Whether a track is the one that is told: by its name, or by what stands behind its file's name
/// where it is one of several in a file. A ladder without tracks is told none.
fn is_track(track: &str, told: &str) -> bool {
    told.is_empty() || track == told || track.rsplit_once(": ").is_some_and(|(_, end)| end == told)
}

/// How many of a ladder's roles are as told: title, track, place in the track, file and line,
/// sections, tables, items.
fn right(loaded: &Loaded, told: &[Told]) -> usize {
    let ladder = &loaded.ladder;
    let places = |role: &Told| -> Vec<&Told> {
        let is_beside = |other: &&Told| {
            other.track == role.track && other.file_of_track() == role.file_of_track()
        };
        told.iter().filter(is_beside).collect()
    };
    let is_right = |told: &&Told| {
        let place = places(told).iter().position(|other| other == told);
        ladder.roles.iter().any(|role| {
            let document = &role.document;
            let track = ladder.track(role.track);
            let rung = track.roles.iter().position(|id| std::ptr::eq(ladder.role(*id), role));
            document.title == told.title
                && is_track(&track.title, &told.track)
                && rung == place
                && track.roles.len() == places(told).len()
                && document.file == told.file
                && told.line.is_none_or(|line| document.line as u64 == line)
                && document.sections.len() == told.sections
                && document.tables().len() == told.tables
                && document.items().len() == told.items
        })
    };
    told.iter().filter(is_right).count()
}

impl Told {
    /// The file, where roles of one track cannot stand in several.
    fn file_of_track(&self) -> &str {
        if self.line.is_some() { &self.file } else { "" }
    }
}

#[test]
fn ladders_of_documents_load_as_people_read_them() {
    let Some(path) = shared("corpus/expected.json") else { return };
    let text = std::fs::read_to_string(path).expect("expected.json");
    let all: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&text).expect("JSON");
    let mut wrong = Vec::new();
    for (name, ladder) in all.iter().filter(|(_, ladder)| ladder["roles"].is_array()) {
        let Some(path) = shared(&format!("corpus/{name}")) else { continue };
        let loaded = load(&path);
        let told = expected(ladder, name);
        let right = right(&loaded, &told);
        println!("{name}: {right} of {} roles right", told.len());
        if right < told.len() || loaded.ladder.roles.len() > told.len() {
            let shown = loaded.ladder.roles.iter().map(|role| {
                let Document { title, file, line, sections, .. } = &role.document;
                let (tables, items) = (role.document.tables().len(), role.document.items().len());
                let track = &loaded.ladder.track(role.track).title;
                let sections = sections.len();
                format!("{track}: {title} {file}:{line} {sections} {tables} {items}")
            });
            wrong.push(format!("{name}\n{}", shown.collect::<Vec<_>>().join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
