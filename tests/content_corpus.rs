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
