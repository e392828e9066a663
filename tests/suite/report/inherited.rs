//! What stays expected from below: every format says the same of it.

use rungs::compare::Comparer;
use rungs::html;
use rungs::model::{Ladder, RoleId};
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};
use rungs::report::InheritedReport;
use rungs::{json, markdown};

use super::written::{Written, ladders, squeezed};

fn check(ladder: &Ladder, role: RoleId) {
    let report = InheritedReport::new(&Comparer::new(ladder), role);
    let document = report.document(ladder);
    let options = DocumentOptions::new(300, Glyphs::Unicode);
    let written = Written::new(
        lay_out_document(&document, options),
        &markdown::document(&document),
        &json::inherited(ladder, &report),
        &html::document_page(&ladder.name, &document),
    );
    written.all_say(&report.title);
    report.nothing.iter().for_each(|words| written.all_say(words));
    let own = ladder.role(role).document.sections.len();
    let titles = document.sections[own..].iter().map(|it| squeezed(it.title.as_str()));
    let titles: Vec<String> = titles.collect();
    let entries = written.page.outline[own + 1..].iter().map(|it| squeezed(&it.title));
    assert_eq!(entries.collect::<Vec<_>>(), titles);
    assert_eq!(report.sources(ladder).len(), document.sections.len());
    let levels = written.json["inherited"].as_array().unwrap();
    assert_eq!(levels.len(), report.levels.len());
    let mut told = 0;
    for (level, value) in report.levels.iter().zip(levels) {
        written.all_say(&level.title);
        for (section, value) in level.sections.iter().zip(value["sections"].as_array().unwrap()) {
            let items = value["items"].as_array().unwrap();
            assert_eq!(items.len(), section.texts.len());
            told += items.len();
        }
    }
    let count = if told == 0 { "nothing".to_owned() } else { told.to_string() };
    assert!(report.title.contains(&count), "{} of {told}", report.title);
}

#[test]
fn all_formats_say_the_same_of_what_stays_expected() {
    for ladder in ladders() {
        for track in &ladder.tracks {
            track.roles.iter().take(3).for_each(|role| check(&ladder, *role));
        }
    }
}
