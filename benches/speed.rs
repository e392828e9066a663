//! How long the things take that people wait for. `cargo bench` runs it.
//!
//! A thousand roles are the pages of the built-in ladder over and over, in folders of twelve.

#[path = "support/words.rs"]
mod words;

use std::sync::Arc;

use divan::{Bencher, black_box};
use rungs::compare::{Comparer, align_levels, compare, track_subjects};
use rungs::content::{self, Options, Source};
use rungs::model::{Document, DocumentId, Ladder, RoleId, SectionId, Subject, TrackId};
use rungs::page::{DocumentOptions, Glyphs, ShownDocument, lay_out_document, lay_out_later};
use rungs::search;
use rungs::tui::{Findings, Preferences, SavedPlaces, Session, play};
use words::{COMMON, HEADINGS};

fn main() {
    divan::main();
}

/// The built-in roles `copies` times, each copy in a folder of its own.
fn sources(copies: usize) -> Vec<Source> {
    let files = content::files_of_built_in();
    let roles: Vec<_> = files.iter().filter(|(path, _)| !path.ends_with("index.md")).collect();
    let copy = |n: usize| {
        roles.iter().map(move |(path, bytes)| {
            Source::new(format!("{n:03}/{path}"), String::from_utf8_lossy(bytes))
        })
    };
    (0..copies).flat_map(copy).collect()
}

fn ladder() -> Arc<Ladder> {
    content::built_in().ladder
}

#[divan::bench]
fn load_built_in() -> usize {
    content::built_in().ladder.roles.len()
}

#[divan::bench(sample_count = 10)]
fn parse_a_thousand_roles(bencher: Bencher) {
    let sources = sources(84);
    bencher
        .bench(|| content::parse("bench", black_box(&sources), Options::default()).0.roles.len());
}

#[divan::bench(args = [40, 80, 160])]
fn lay_out_a_role(bencher: Bencher, width: usize) {
    let ladder = ladder();
    let options = DocumentOptions::new(width, Glyphs::Unicode);
    bencher.bench(|| lay_out_document(black_box(&ladder.roles[9].document), options).lines.len());
}

/// A long document of no ladder.
struct Long(Document);

impl ShownDocument for Long {
    fn document(&self) -> &Document {
        &self.0
    }

    fn source(&self, _section: Option<SectionId>) -> Option<DocumentId> {
        None
    }
}

/// A screen in the middle of a document of about a megabyte, as after a resize.
#[divan::bench]
fn show_a_screen_of_a_long_document(bencher: Bencher) {
    let mut document = ladder().roles[9].document.clone();
    let sections = std::mem::take(&mut document.sections);
    document.sections = (0..60).flat_map(|_| sections.iter().cloned()).collect();
    let shown: Arc<dyn ShownDocument> = Arc::new(Long(document));
    let options = DocumentOptions::new(80, Glyphs::Unicode);
    bencher.bench(|| {
        let page = lay_out_later(Arc::clone(black_box(&shown)), options);
        let middle = page.height() / 2;
        page.lines_at(middle..middle + 40).len()
    });
}

#[divan::bench]
fn compare_two_roles(bencher: Bencher) {
    let ladder = ladder();
    let sides = (Subject::Role(RoleId(9)), Subject::Role(RoleId(10)));
    bencher.bench(|| compare(black_box(&ladder), sides.0, sides.1).topics.len());
}

/// Levels that have little in common, so that nearly every text is a row of its own.
#[divan::bench(args = [50, 100, 200], sample_count = 5)]
fn align_many_levels(bencher: Bencher, levels: usize) {
    let text = |level: usize, item: usize| -> String {
        let word = |at: usize| format!("word{}", (level * 7919 + item * 104_729 + at * 31) % 4001);
        (0..6).map(word).collect::<Vec<_>>().join(" ")
    };
    let page = |level: usize| {
        let head = format!("---\norder: {level}\nlabel: L{level}\n---\n# Engineer L{level}\n");
        let items = (0..9).map(|item| {
            let section =
                if item % 3 == 0 { format!("## Section {item}\n") } else { String::new() };
            format!("{section}- {}\n", text(level, item))
        });
        Source::new(format!("{level:04}.md"), head + &items.collect::<String>())
    };
    let sources: Vec<Source> = (0..levels).map(page).collect();
    let ladder = content::parse("bench", &sources, Options::default()).0;
    let subjects = track_subjects(&ladder, TrackId(0));
    bencher.bench(|| align_levels(black_box(&ladder), &subjects).topics.len());
}

/// A ladder of a thousand levels of 10 KB in one track: ten sections that all have, and in them texts
/// that hardly two have in common.
fn thousand() -> Ladder {
    let word = |n: usize| match n % 5 {
        0 | 1 => COMMON[n % COMMON.len()].to_owned(),
        _ => format!("word{}", n % 3001),
    };
    let item = |n: usize| {
        let words: Vec<String> =
            (0..14).map(|at| word(n * 7919 + at * at * 104_729 + at)).collect();
        format!("- {}\n", words.join(" "))
    };
    let role = |level: usize| {
        let mut text = format!("---\norder: {level}\nlabel: L{level}\n---\n# Engineer L{level}\n");
        for (at, heading) in HEADINGS[..10].iter().enumerate() {
            text += &format!("\n## {heading}\n\n");
            let items = (0..11).map(|n| item(level * 1000 + at * 100 + n));
            text.extend(items);
        }
        Source::new(format!("{level:04}.md"), text)
    };
    let sources: Vec<Source> = (0..1000).map(role).collect();
    content::parse("bench", &sources, Options::default()).0
}

/// What `t` does first: at most two seconds.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn trace_through_a_thousand_levels(bencher: Bencher) {
    let ladder = thousand();
    let subjects = track_subjects(&ladder, TrackId(0));
    bencher.bench(|| align_levels(black_box(&ladder), &subjects).find("scope").len());
}

/// Every role of a ladder of a hundred with every other: 4,950 comparisons.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn compare_a_hundred_roles_pairwise(bencher: Bencher) {
    let mut sources = sources(9);
    sources.truncate(100);
    let ladder = content::parse("bench", &sources, Options::default()).0;
    bencher.bench(|| {
        let comparer = Comparer::new(black_box(&ladder));
        let roles = || (0..ladder.roles.len()).map(|at| Subject::Role(RoleId(at)));
        roles()
            .flat_map(|left| {
                roles()
                    .skip_while(move |right| *right != left)
                    .skip(1)
                    .map(move |right| (left, right))
            })
            .map(|(left, right)| comparer.compare(left, right).topics.len())
            .sum::<usize>()
    });
}

/// Two sections of this many items each, no two alike: the worst that two documents can be.
#[divan::bench(args = [250, 500, 1000], sample_count = 10)]
fn compare_items(bencher: Bencher, items: usize) {
    let role = |rank: &str, shift: usize| {
        let word = |n: usize| format!("{}{}", COMMON[n % COMMON.len()], n * 31 % 17);
        let item = |n: usize| {
            let words: Vec<String> =
                (0..12).map(|at| word(n * (at + 3) + at * at + shift)).collect();
            format!("- {}\n", words.join(" "))
        };
        format!("# {rank} Engineer\n\n## Scope\n\n{}", (0..items).map(item).collect::<String>())
    };
    let sources = [
        Source::new("1-junior.md", role("Junior", 0)),
        Source::new("2-senior.md", role("Senior", 5)),
    ];
    let ladder = content::parse("bench", &sources, Options::default()).0;
    let sides = (Subject::Role(RoleId(0)), Subject::Role(RoleId(1)));
    bencher.bench(|| compare(black_box(&ladder), sides.0, sides.1).counts());
}

#[divan::bench]
fn search_the_ladder(bencher: Bencher) {
    let ladder = ladder();
    let query = search::Query::words("budget");
    bencher.bench(|| search::search(black_box(&ladder), &query).map(|found| found.total()));
}

#[divan::bench]
fn first_frame(bencher: Bencher) {
    let session = Session {
        ladder: ladder(),
        findings: Findings::Known(Vec::new()),
        editing: None,
        older: None,
        places: SavedPlaces::default(),
        preferences: Preferences::default(),
    };
    bencher.with_inputs(|| session.clone()).bench_values(|session| play(session, (120, 40), ""));
}
