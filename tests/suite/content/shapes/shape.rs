//! What became of a ladder, as text.

use rungs::content::{self, Options, Source};
use rungs::model::Ladder;

use crate::support::outline::outline;

pub(crate) fn parse(files: &[(&str, &str)]) -> Ladder {
    let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    content::parse("our-ladder", &sources, Options::default()).0
}

/// Tracks with the titles of their roles, lowest first, then the titles of the pages in brackets.
pub(crate) fn shape(ladder: &Ladder) -> Vec<String> {
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    let pages = ladder.pages.iter().map(|page| format!("({})", page.title));
    tracks.chain(pages).collect()
}

#[track_caller]
pub(crate) fn check(text: &str, want: &[&str]) {
    assert_eq!(shape(&parse(&[("ladder.md", text)])), want);
}

/// The outline of a role.
#[track_caller]
pub(crate) fn role(ladder: &Ladder, name: &str) -> String {
    let found = ladder.roles.iter().find(|role| role.document.title == name);
    let found = found.unwrap_or_else(|| panic!("no {name} in {:?}", shape(ladder)));
    let document = &found.document;
    format!("{}-{}\n{}", document.line, document.last_line, outline(document))
}
