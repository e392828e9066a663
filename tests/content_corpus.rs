//! Real ladders that lie beside the repository: skipped where they do not.

use std::path::{Path, PathBuf};

use rungs::content::{self, Loaded};
use rungs::model::{Document, Section, SectionKind, Subject};

/// A folder or file beside the repository; `None`, and a word about it, where it is not there.
fn shared(path: &str) -> Option<PathBuf> {
    let path = Path::new("../shared").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.display());
    None
}

fn load(path: &Path) -> Loaded {
    content::load(path).unwrap_or_else(|error| panic!("{error}"))
}

fn count(document: &Document, wanted: impl Fn(&Section) -> bool) -> usize {
    document.sections.iter().filter(|section| wanted(section)).count()
}

#[test]
fn the_sample_page_has_its_role_counterpart_and_tables() {
    let Some(path) = shared("seeds/director.md") else { return };
    let Loaded { ladder, diagnostics, .. } = load(&path);
    assert_eq!(diagnostics, []);
    let [role] = ladder.roles.as_slice() else { panic!("{} roles", ladder.roles.len()) };
    let document = &role.document;
    assert_eq!((document.label.as_str(), role.order), ("Director", Some(2002.0)));
    assert!(!document.expanded && document.breadcrumb && document.icon.is_some());
    let heading = |level| move |section: &Section| section.kind == SectionKind::Heading(level);
    assert_eq!(count(document, heading(2)), 6);
    assert_eq!(count(document, heading(3)), 11);
    assert_eq!(count(document, |section| section.kind == SectionKind::Bold), 11);
    let rows: Vec<usize> = document.tables().iter().map(|table| table.rows.len()).collect();
    assert_eq!(rows, [6, 11, 7, 3, 6]);
    assert_eq!(document.items().len(), 69);
    let [vp] = ladder.counterparts.as_slice() else { panic!("{:?}", ladder.counterparts) };
    assert_eq!((vp.name.as_str(), vp.known_from.len()), ("VP", 4));
    let subject = rungs::model::names::find(&ladder, "vp of engineering");
    assert!(matches!(subject, Ok(Subject::Counterpart(_))));
}

/// What `expected.json` says of one ladder, as lines.
fn expected(ladder: &str, root: &str) -> Vec<String> {
    let text = std::fs::read_to_string("../shared/corpus/expected.json").expect("expected.json");
    let all: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut roles: Vec<(u64, String)> = Vec::new();
    for role in all[ladder]["roles"].as_array().expect("roles") {
        let title = role["title_expected"].as_str().or(role["title"].as_str()).unwrap_or_default();
        // Some expectations say in brackets why.
        let title = title.split(" (").next().unwrap_or_default();
        let file = role["file"].as_str().unwrap_or_default();
        let file = file.strip_prefix(root).unwrap_or(file);
        let (sections, items) = (&role["sections"], &role["list_items"]);
        let line = format!("{title} in {file}: {sections} sections, {items} items");
        roles.push((role["order_in_list"].as_u64().unwrap_or_default(), line));
    }
    roles.sort();
    roles.into_iter().map(|(_, line)| line).collect()
}

#[track_caller]
fn check(ladder: &str, root: &str, tracks: &[&str]) {
    let Some(path) = shared(&format!("corpus/{ladder}/{root}")) else { return };
    let loaded = load(&path).ladder;
    let got: Vec<String> = loaded
        .roles
        .iter()
        .map(|role| {
            let Document { title, file, sections, .. } = &role.document;
            let items = role.document.items().len();
            format!("{title} in {file}: {} sections, {items} items", sections.len())
        })
        .collect();
    assert_eq!(got, expected(ladder, root));
    assert_eq!(loaded.tracks.iter().map(|track| &track.title).collect::<Vec<_>>(), tracks);
}

#[test]
fn ladders_with_a_file_for_each_role_load_as_people_read_them() {
    check("infracloudio__career-ladders", "content/docs/engineering/", &["Engineering"]);
    check("infracloudio__career-ladders", "", &["Engineering"]);
    check("danscratch__ladder", "", &["Career Ladder"]);
    check("inDriver__handbook", "", &["Engineer Track", "Manager Track"]);
}

#[test]
fn every_ladder_of_the_corpus_loads() {
    let Some(corpus) = shared("corpus") else { return };
    for entry in std::fs::read_dir(corpus).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let Loaded { ladder, .. } = load(&path);
            assert!(ladder.documents().count() > 0, "{}", path.display());
        }
    }
}
