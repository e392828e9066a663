//! Whole ladders: that they load, with which tracks, and always alike.

use std::path::Path;

use rungs::content::Loaded;
use rungs::model::{Document, Section, SectionKind, Subject};

use crate::support::beside::{ladders, shared};
use crate::support::ladders::load;

fn count(document: &Document, wanted: impl Fn(&Section) -> bool) -> usize {
    document.sections.iter().filter(|section| wanted(section)).count()
}

#[test]
fn the_sample_page_has_its_role_counterpart_and_tables() {
    let Some(path) = shared("seeds/director.md") else { return };
    let Loaded { ladder, findings, .. } = load(&path);
    assert_eq!(findings, []);
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
    let subject = rungs::naming::find(&ladder, "vp of engineering");
    assert!(matches!(subject, Ok(Subject::Counterpart(_))));
}

#[test]
fn the_tracks_of_ladders_are_those_that_people_see() {
    let check = |ladder: &str, tracks: &[&str]| {
        let Some(path) = shared(&format!("corpus/{ladder}")) else { return };
        let loaded = load(&path).ladder;
        assert_eq!(loaded.tracks.iter().map(|track| &track.title).collect::<Vec<_>>(), tracks);
    };
    check("infracloudio__career-ladders/content/docs/engineering/", &["Engineering"]);
    check("infracloudio__career-ladders", &["Engineering"]);
    check("danscratch__ladder", &["Career Ladder"]);
    check("inDriver__handbook", &["Engineer Track", "Manager Track"]);
    check(
        "jorgef__engineeringladders",
        &["Developer", "Tech Lead", "Technical Program Manager", "Engineering Manager"],
    );
    check(
        "kolbis__Career-Paths",
        &[
            "Software Engineers: IC",
            "Software Engineers: EM",
            "Product Engineers: IC",
            "Product Engineers: EM",
        ],
    );
    check("learn-with-me__docs-best-practices-templates", &["Engineer"]);
}

/// Tracks with the titles of their roles.
fn tracks(path: &Path) -> Vec<String> {
    let ladder = load(path).ladder;
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    tracks.collect()
}

#[test]
fn ladders_without_expectations_load_as_a_careful_reader_says() {
    let check = |ladder: &str, want: &[&str]| {
        let Some(path) = shared(&format!("corpus/{ladder}")) else { return };
        assert_eq!(tracks(&path), want);
    };
    // A list of links to ladders elsewhere.
    check("bmoeskau__engineering-ladders", &[]);
    // Four tables with a column a level, and one with a row a level. The table of tracks and levels
    // names three more that it says are not written yet.
    check(
        "artsy__README",
        &[
            "Individual Contributors: Engineer 1, Engineer 2, Senior Engineer 1, Senior Engineer 2, \
             Staff Engineer",
            "Engineering Management Ladder: Engineering Manager 1, Engineer Manager 2, \
             Senior Engineering Manager, Director of Engineering, Senior Director of Engineering",
        ],
    );
    // A handbook in which each department keeps its ladder in its own shape.
    check(
        "sourcegraph__handbook",
        &[
            "Support engineering career framework: IC1, IC2, IC3, IC4, IC5",
            "CE Career Development Framework: IC2, IC3, IC4, IC5",
            "TA Career Development Framework: IC1, IC2, IC3, IC4, IC5",
            "Sourcegraph engineering career development framework: IC1, IC2, IC3, IC4, IC5",
            "Management Levels: M3, M4, M5, M6",
            "Sourcegraph product career development framework: IC2, IC3, IC4, IC5",
            "Sourcegraph design career development framework: IC1, IC2, IC3, IC4, IC5, IC6",
            "Comms Career Development Framework: IC4, IC5",
            "Product Marketing Career Development Framework: IC3, IC4, IC5",
            "Account Executive Career Development Framework: Commercial (P2) (not in use), \
             Mid-market (P3), Enterprise (P4), Sr. Enterprise (P5), Strategic (P6)",
            "SDR Career Levels V2: SDR (P1), Senior SDR (P2), Team Lead (P3)",
            "VCBOD Career Levels V2: Program Lead, VCBOD (P1), Senior Program Lead, VCBOD (P2)",
            "Roles on the Development team: Software Engineer, Engineering Manager, VP Engineering",
            "Roles on the Product team: Product Manager, Product Designer",
        ],
    );
}

#[test]
fn every_ladder_of_the_corpus_loads() {
    for path in ladders("corpus") {
        let Loaded { ladder, .. } = load(&path);
        assert!(ladder.documents().count() > 0, "{}", path.display());
    }
}

#[test]
fn loading_is_deterministic() {
    let Some(corpus) = shared("corpus/monzo__progression-framework") else { return };
    assert_eq!(load(&corpus), load(&corpus));
}
