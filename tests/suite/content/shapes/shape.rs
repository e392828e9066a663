//! Small ladders, and what became of them, as text.

use rungs::content::{self, Options, Source};
use rungs::model::Ladder;

use crate::support::outline::outline;

/// Texts of levels.
pub(crate) const SMALL: &str = "Builds things with care and helps the people around.\n\n\
    - Owns small parts of the work every day\n- Learns from others and asks\n\n";

pub(crate) const LARGE: &str = "Leads larger pieces of work and speaks for the team outside.\n\n\
    - Plans a quarter with the peers\n- Mentors two or three people\n\n";

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

/// Headings of a depth, each with a text.
pub(crate) fn headings(depth: usize, titles: &[&str]) -> String {
    let section = |(at, title): (usize, &&str)| {
        format!("{} {title}\n\n{}", "#".repeat(depth), if at % 2 == 0 { SMALL } else { LARGE })
    };
    titles.iter().enumerate().map(section).collect()
}

/// Compares the tracks with the titles of their roles.
#[track_caller]
pub(crate) fn tracks(files: &[(&str, &str)], want: &[&str]) {
    let found: Vec<String> =
        shape(&parse(files)).into_iter().filter(|line| !line.starts_with('(')).collect();
    assert_eq!(found, want, "{files:?}");
}

/// Compares the titles of all roles.
#[track_caller]
pub(crate) fn roles(files: &[(&str, &str)], want: &[&str]) {
    let ladder = parse(files);
    let found: Vec<&str> = ladder.roles.iter().map(|role| &*role.document.title).collect();
    assert_eq!(found, want, "{files:?}");
}
