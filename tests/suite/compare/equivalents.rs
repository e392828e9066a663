//! Which level of one ladder is which of another: identity, copies with levels taken out, renamed and
//! reworded, and names alone.

use std::time::Instant;

use rungs::compare::{
    Comparer, LadderTrack, LevelStanding, NamedLadder, RowCells, TrackEquivalents,
    ladder_equivalents, track_equivalents,
};
use rungs::content::{self, Options, Source};
use rungs::model::{Ladder, RoleId, TrackId};

use crate::support::ladders::parse;

/// The built-in ladder with every file changed, or left out.
fn copy(change: impl Fn(&str, String) -> Option<String>) -> Ladder {
    let files = content::files_of_built_in();
    let sources = files.iter().filter_map(|(path, bytes)| {
        let text = change(path, String::from_utf8_lossy(bytes).into_owned())?;
        Some(Source::new(path.as_str(), text))
    });
    content::parse("Copy", &sources.collect::<Vec<_>>(), Options::default()).0
}

fn found(here: &Ladder, there: &Ladder) -> Vec<Option<TrackEquivalents>> {
    let named = |ladder, name| NamedLadder { ladder, name };
    let comparer = Comparer::between(named(here, "here"), named(there, "there"), RowCells::Own);
    let tracks: Vec<TrackId> = (0..here.tracks.len()).map(TrackId).collect();
    ladder_equivalents(&comparer, &tracks)
}

/// Tracks whose texts have nothing in common need no aligning: all tracks against all take not much longer
/// than each against its own.
#[test]
fn tracks_that_cannot_correspond_are_not_aligned() {
    let track = |at: usize| {
        let role = |(rank, name): (usize, &&str)| {
            let word = |n: usize| format!("w{at}x{rank}y{n}");
            let item = |n: usize| format!("- {} {} {}\n", word(n), word(n + 1), word(n + 2));
            let items: String = (0..60).map(item).collect();
            let text = format!("# {name} Baker {at}\n\n## Scope\n\n{items}");
            Source::new(format!("t{at}/{rank}.md"), text)
        };
        ["Junior", "Senior", "Staff"].iter().enumerate().map(role).collect::<Vec<_>>()
    };
    let sources: Vec<Source> = (0..16).flat_map(track).collect();
    let ladder = content::parse("Bakery", &sources, Options::default()).0;
    assert_eq!(ladder.tracks.len(), 16);
    let named = |name| NamedLadder { ladder: &ladder, name };
    let comparer = || Comparer::between(named("here"), named("there"), RowCells::Own);
    let tracks: Vec<TrackId> = (0..16).map(TrackId).collect();
    let shortest = |work: &dyn Fn(&Comparer<'_>)| {
        let times = (0..5).map(|_| {
            let (comparer, start) = (comparer(), Instant::now());
            work(&comparer);
            start.elapsed()
        });
        times.min().unwrap()
    };
    let all = shortest(&|comparer| {
        let found = ladder_equivalents(comparer, &tracks);
        let own = found.iter().zip(&tracks);
        assert!(own.into_iter().all(|(it, own)| it.as_ref().unwrap().tracks[1].track == *own));
    });
    let each = shortest(&|comparer| {
        for track in &tracks {
            let at = |ladder| LadderTrack { ladder, track: *track };
            assert_eq!(track_equivalents(comparer, at(0), at(1)).levels.len(), 3);
        }
    });
    assert!(all < 4 * each, "{all:?}, and each with its own {each:?}");
}

/// Where a level stands, in a few words.
fn told(ladder: &Ladder, standing: LevelStanding) -> String {
    let label = |id: RoleId| ladder.role(id).document.label.clone();
    let end = |id: Option<RoleId>| id.map_or("-".to_owned(), label);
    match standing {
        LevelStanding::Is(first, last) if first == last => label(first),
        LevelStanding::Is(first, last) => format!("{} or {}", label(first), label(last)),
        LevelStanding::Between(below, above) => format!("{} < {}", end(below), end(above)),
        LevelStanding::Unknown(below, above) => format!("{} ? {}", end(below), end(above)),
    }
}

/// Where all levels of a ladder stand in another one: "Senior: Staff".
fn standings(here: &Ladder, there: &Ladder) -> Vec<String> {
    let tracks = found(here, there).into_iter().flatten();
    let levels = tracks.flat_map(|track| track.levels);
    let level = |it: rungs::compare::EquivalentLevel| {
        let own = &here.role(it.role).document.label;
        format!("{own}: {}", told(there, it.standing))
    };
    levels.map(level).collect()
}

/// Every level at itself, but for those that are named: "Senior: Engineer < Staff".
#[track_caller]
fn check_copy(there: &Ladder, others: &[&str]) {
    let here = content::built_in().ladder;
    let label = |text: &str| text.split(": ").next().unwrap_or_default().to_owned();
    let wanted = here.roles.iter().map(|role| {
        let own = &role.document.label;
        let other = others.iter().find(|other| label(other) == *own);
        other.map_or(format!("{own}: {own}"), |other| (*other).to_owned())
    });
    assert_eq!(standings(&here, there), wanted.collect::<Vec<_>>());
}

#[test]
fn a_ladder_is_level_for_level_itself() {
    check_copy(&copy(|_, text| Some(text)), &[]);
}

#[test]
fn a_level_that_is_not_there_stands_between_its_neighbors() {
    let gone = ["senior-engineer.md", "associate-engineer.md", "/cto"];
    let there = copy(|path, text| (!gone.iter().any(|it| path.contains(it))).then_some(text));
    let want = ["Associate: - < Engineer", "Senior: Engineer < Staff", "CTO: VP < -"];
    check_copy(&there, &want);
}

/// A copy in which the levels of a track are called otherwise.
fn renamed(names: [(&str, &str); 6], reword: impl Fn(&str) -> String) -> Ladder {
    copy(|path, text| {
        let (file, name) = names.iter().find(|(file, _)| path.ends_with(file))?;
        let lines = text.lines().filter(|line| !line.starts_with("level:"));
        let line = |line: &str| match line {
            line if line.starts_with("label:") => format!("label: {name}"),
            line if line.starts_with("# ") => format!("# {name}"),
            line => reword(line),
        };
        assert!(path.contains(file));
        Some(lines.map(line).collect::<Vec<_>>().join("\n"))
    })
}

const MISLEADING: [(&str, &str); 6] = [
    ("associate-engineer.md", "Engineer"),
    ("engineering/engineer.md", "Senior Engineer"),
    ("senior-engineer.md", "Staff Engineer"),
    ("staff-engineer.md", "Principal Engineer"),
    ("principal-engineer.md", "Distinguished Engineer"),
    ("distinguished-engineer.md", "Fellow Engineer"),
];

#[test]
fn where_texts_are_the_same_names_do_not_mislead() {
    let there = renamed(MISLEADING, str::to_owned);
    let here = copy(|path, text| path.contains("engineering/").then_some(text));
    let want = [
        "Associate: Engineer",
        "Engineer: Senior Engineer",
        "Senior: Staff Engineer",
        "Staff: Principal Engineer",
        "Principal: Distinguished Engineer",
        "Distinguished: Fellow Engineer",
    ];
    assert_eq!(standings(&here, &there), want);
}

#[test]
fn reworded_texts_are_enough_without_names() {
    let codes = [1, 2, 3, 4, 5, 6].map(|at| format!("L{at}"));
    let mut at = codes.iter().map(String::as_str);
    let names = MISLEADING.map(|(file, _)| (file, at.next().unwrap_or_default()));
    // Of four words one is another one.
    let reword = |line: &str| {
        let words = line.split(' ').enumerate();
        let words = words.map(|(at, word)| if at % 4 == 3 { "otherwise" } else { word });
        words.collect::<Vec<_>>().join(" ")
    };
    let there = renamed(names, reword);
    let here = copy(|path, text| path.contains("engineering/").then_some(text));
    let want = [
        "Associate: L1",
        "Engineer: L2",
        "Senior: L3",
        "Staff: L4",
        "Principal: L5",
        "Distinguished: L6",
    ];
    assert_eq!(standings(&here, &there), want);
}

/// A ladder of bakers, each with a text of its own.
fn bakery(names: &[&str], text: &str) -> Ladder {
    let file = |(at, name): (usize, &&str)| {
        (
            format!("{at}.md"),
            format!("---\norder: {at}\n---\n# {name}\n\n## Work\n\n- {text} {at}\n"),
        )
    };
    let files: Vec<(String, String)> = names.iter().enumerate().map(file).collect();
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    parse(&files)
}

#[track_caller]
fn check_names(here: &[&str], there: &[&str], want: &[&str]) {
    let (here, there) = (bakery(here, "Bakes many breads"), bakery(there, "Sells every cake"));
    assert_eq!(standings(&here, &there), want);
}

#[test]
fn without_texts_in_common_names_tell() {
    check_names(
        &["Junior Baker", "Baker", "Senior Baker", "Staff Baker"],
        &["Baker I", "Baker II", "Senior Baker", "Principal Baker"],
        &[
            "Junior Baker: - < Baker I",
            "Baker: Baker I or Baker II",
            "Senior Baker: Senior Baker",
            "Staff Baker: Senior Baker < Principal Baker",
        ],
    );
}

#[test]
fn where_nothing_is_certain_no_level_is_named() {
    check_names(&["Baker 1", "Baker 2"], &["Junior Cook", "Senior Cook"], &[]);
    check_names(
        &["Junior Baker", "Level 2", "Senior Baker"],
        &["Junior Baker", "Baker", "Senior Baker"],
        &[
            "Junior Baker: Junior Baker",
            "Level 2: Junior Baker ? Senior Baker",
            "Senior Baker: Senior Baker",
        ],
    );
    // Who leads is none of those who make.
    check_names(&["Bakery Manager", "Director"], &["Junior Baker", "Senior Baker"], &[]);
}

#[test]
fn tracks_of_one_ladder_are_set_against_each_other_by_what_they_say() {
    let levels = |name: [&str; 3], work: &str| {
        let text = [
            format!("- **Team size**: 2-4 people\n- Plans one week of {work}\n"),
            format!("- **Team size**: 8-16 people\n- Plans a quarter of {work} for all shops\n"),
            format!("- **Team size**: 50-90 people\n- Answers to the owners for {work}\n"),
        ];
        let file = |(at, text): (usize, &String)| {
            let name = name[at];
            let front = format!("---\norder: {at}\n---\n# {name}\n\n## Work\n\n");
            (format!("{work}/{at}.md"), front + text)
        };
        text.iter().enumerate().map(file).collect::<Vec<_>>()
    };
    let mut files = levels(["Baker", "Senior Baker", "Principal Baker"], "bread");
    files.extend(levels(["Bakery Manager", "Bakery Director", "VP of Bread"], "people"));
    let files: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let ladder = parse(&files);
    let track = |at| LadderTrack { ladder: 0, track: TrackId(at) };
    let found = track_equivalents(&Comparer::new(&ladder), track(0), track(1));
    let told: Vec<String> = found.levels.iter().map(|it| told(&ladder, it.standing)).collect();
    assert_eq!(told, ["Bakery Manager", "Bakery Director", "VP of Bread"]);
}
