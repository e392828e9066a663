//! What names mean: a role, a track, a page, a section, or a list of what they could mean.

use std::collections::BTreeSet;

use proptest::prelude::*;
use rungs::model::{Ladder, RoleId, Subject};
use rungs::naming::{self, Asked};

use crate::support::ladders::{self, parse};

/// A ladder with a role of each of these titles, in the folder of its track.
fn titled(roles: &[(&str, &str)]) -> Ladder {
    let file = |at: usize, track: &str| format!("{}/r{}.md", track.to_lowercase(), letters(at));
    let documents: Vec<(String, String)> = roles
        .iter()
        .enumerate()
        .map(|(at, (track, title))| {
            (
                file(at, track),
                format!("---\ntrack: {track}\norder: {at}\n---\n# {title}\n\nWords.\n"),
            )
        })
        .collect();
    let documents: Vec<(&str, &str)> =
        documents.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    parse(&documents)
}

/// A number in letters: file names without a numeral.
fn letters(at: usize) -> String {
    at.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

/// What a name means: "Track: Title", or the beginning of the message with the candidates' titles.
fn meant<'a>(ladder: &Ladder, asked: impl Into<Asked<'a>>) -> String {
    let named = |subject| match subject {
        Subject::Role(id) => {
            let role = ladder.role(id);
            format!("{}: {}", ladder.track(role.track).title, role.document.title)
        }
        Subject::Counterpart(id) => ladder.counterpart(id).name.clone(),
    };
    naming::find(ladder, asked).map_or_else(
        |error| {
            let titles = error.candidates.iter().map(|it| format!("{} {}", it.track, it.title));
            format!("{} [{}]", error.message, titles.collect::<Vec<_>>().join(", "))
        },
        named,
    )
}

#[track_caller]
fn check(ladder: &Ladder, cases: &[(&str, &str)]) {
    for (asked, want) in cases {
        assert_eq!(meant(ladder, *asked), *want, "{asked}");
    }
}

#[test]
fn a_numeral_or_code_matches_whole() {
    let ladder =
        titled(&[("Web", "Engineer II"), ("Web", "Engineer III"), ("Web", "L10 Architect")]);
    check(
        &ladder,
        &[
            ("engineer 2", "Web: Engineer II"),
            ("eng iii", "Web: Engineer III"),
            ("web engineer ii", "Web: Engineer II"),
            ("l10", "Web: L10 Architect"),
            ("level 10", "Web: L10 Architect"),
            (
                "Engineer I",
                "there is no role `Engineer I`; did you mean [Web Engineer II, Web Engineer III]",
            ),
            ("L1", "there is no role `L1`; did you mean [Web L10 Architect]"),
            (
                "engineer",
                "`engineer` is ambiguous: it matches several roles [Web Engineer II, Web Engineer III]",
            ),
        ],
    );
    let codes = titled(&[("Web", "IC2 Coder"), ("Data", "IC2 Analyst"), ("Data", "IC20 Analyst")]);
    check(
        &codes,
        &[
            (
                "ic2",
                "`ic2` is ambiguous: it matches several roles [Web IC2 Coder, Data IC2 Analyst]",
            ),
            ("data ic2", "Data: IC2 Analyst"),
            ("IC 20", "Data: IC20 Analyst"),
        ],
    );
    let seniors = titled(&[("Web", "Senior I"), ("Web", "Senior II"), ("Web", "Senior III")]);
    check(
        &seniors,
        &[(
            "l3",
            "there is no role `l3`; roles of the ladder are [Web Senior I, Web Senior II, Web Senior III]",
        )],
    );
    check(&seniors, &[("senior i", "Web: Senior I"), ("senior ii", "Web: Senior II")]);
}

#[test]
fn whole_words_go_before_beginnings() {
    let ladder = titled(&[
        ("Web", "Lead Tester"),
        ("Web", "Leading Tester"),
        ("Web", "Senior Testing Analyst"),
    ]);
    check(
        &ladder,
        &[
            ("lead", "Web: Lead Tester"),
            ("leadi", "Web: Leading Tester"),
            (
                "test",
                "`test` is ambiguous: it matches several roles [Web Lead Tester, Web Leading Tester, Web Senior Testing Analyst]",
            ),
            ("sta", "Web: Senior Testing Analyst"),
        ],
    );
}

#[test]
fn the_track_is_a_part_of_the_name() {
    let levels: Vec<(&str, &str)> = ["Mobile", "Product Owner"]
        .iter()
        .flat_map(|track| ["Level 1", "Level 2", "Level 3"].map(|level| (*track, level)))
        .collect();
    let ladder = titled(&levels);
    check(
        &ladder,
        &[
            ("mobile 3", "Mobile: Level 3"),
            ("Mobile Level 3", "Mobile: Level 3"),
            ("mobile · level 3", "Mobile: Level 3"),
            ("Product Owner: Level 2", "Product Owner: Level 2"),
            ("level 2 product", "Product Owner: Level 2"),
            ("mob l1", "Mobile: Level 1"),
            (
                "level 2",
                "`level 2` is ambiguous: it matches several roles [Mobile Level 2, Product Owner Level 2]",
            ),
            (
                "mobile",
                "`Mobile` is a track: name a role of it [Mobile Level 1, Mobile Level 2, Mobile Level 3]",
            ),
        ],
    );
    for (at, role) in ladder.roles.iter().enumerate() {
        assert_eq!(naming::find(&ladder, &role.id), Ok(Subject::Role(RoleId(at))));
    }
}

const LEVELS: &str = "\
# Levels

Before the first.

## L1 - Engineer

Does things.

- one

## L2 - Engineer

Does more.
";

#[test]
fn a_line_of_a_file_is_the_innermost_role_that_holds_it() {
    let data = "topics:\n  - name: Craft\n    content:\n      - level: 1\n        text: codes\n      - level: 2\n        text: more\n  - name: Team\n    content:\n      - level: 1\n        text: helps\n      - level: 2\n        text: leads\n";
    let table = "# Matrix\n\n| Topic | Junior Engineer | Senior Engineer |\n| - | - | - |\n| Craft | some | much |\n| Team | few | many |\n";
    let ladder = parse(&[("a/levels.md", LEVELS), ("b/ladder.yaml", data)]);
    for (asked, want) in [
        ("a/levels.md:5", "L1 - Engineer"),
        ("a/levels.md:9", "L1 - Engineer"),
        ("a/levels.md:13", "L2 - Engineer"),
        ("levels:11", "L2 - Engineer"),
        ("b/ladder.yaml:5", "Level 1"),
        ("b/ladder.yaml:7", "Level 2"),
        ("b/ladder.yaml:11", "Level 1"),
        ("b/ladder.yaml:12", "Level 2"),
    ] {
        let found = naming::find(&ladder, asked).map(|subject| ladder.title(subject));
        assert_eq!(found, Ok(want), "{asked}");
    }
    let table = parse(&[("c/table.md", table)]);
    for (ladder, asked, want) in [
        (
            &ladder,
            "a/levels.md:2",
            "line 2 of a/levels.md is before the first role; roles of the file are",
        ),
        (&ladder, "a/levels.md", "`a/levels.md` is ambiguous: it matches several roles"),
        (&table, "c/table.md:5", "`c/table.md:5` is ambiguous: it matches several roles"),
    ] {
        let error = naming::find(ladder, asked).unwrap_err();
        assert_eq!((error.message.as_str(), error.candidates.len()), (want, 2), "{asked}");
        assert!(error.candidates[0].place.contains(':'), "{error}");
    }
}

#[test]
fn a_path_is_the_file_at_exactly_that_path() {
    let ladder = parse(&[
        ("lead.md", "# Head Lead\n"),
        ("a/lead.md", "# A Lead\n"),
        ("b/lead.md", "# B Lead\n"),
        ("b/senior.md", "# Great Engineer\n"),
    ]);
    let title = |asked: Asked<'_>| {
        let found = naming::find(&ladder, asked);
        found.map_or_else(|error| error.message, |found| ladder.title(found).to_owned())
    };
    for (asked, want) in [
        ("lead.md", "Head Lead"),
        ("./lead.md", "Head Lead"),
        ("a/lead.md", "A Lead"),
        ("b/lead", "B Lead"),
        // A bare name that only one folder has.
        ("senior.md", "Great Engineer"),
        ("senior", "Great Engineer"),
        ("x/senior.md", "there is no file `x/senior.md` in the ladder; did you mean"),
        ("x/b/senior.md", "there is no file `x/b/senior.md` in the ladder; did you mean"),
    ] {
        assert_eq!(title(asked.into()), want, "{asked}");
    }
    // As seen from the folder "a".
    let seen = Asked { text: "../b/lead.md:1", seen: Some("b/lead.md:1") };
    assert_eq!(title(seen), "B Lead");
    let two = parse(&[("a/lead.md", "# A Lead\n"), ("b/lead.md", "# B Lead\n")]);
    assert!(meant(&two, "lead.md").starts_with("`lead.md` is ambiguous: it matches several roles"));
}

#[test]
fn tracks_and_sections_are_found_alike() {
    let ladder = titled(&[("Mobile", "Level 1"), ("Mobile Web", "Level 1"), ("Data", "Level 1")]);
    let track = |name: &str| {
        let found = naming::track(&ladder, name);
        found.map_or_else(|error| error.to_string(), |id| ladder.track(id).title.clone())
    };
    for (name, want) in [
        ("mobile", "Mobile"),
        ("web", "Mobile Web"),
        ("da", "Data"),
        ("data level 1", "Data"),
        ("mob", "`mob` is ambiguous: it matches several tracks:\n  Mobile\n  Mobile Web"),
        ("x", "there is no track `x`; tracks of the ladder are:\n  Mobile\n  Mobile Web\n  Data"),
    ] {
        assert_eq!(track(name), want, "{name}");
    }
    let text = "# Cook\n\n## Team Size\n\na\n\n## Team\n\nb\n\n## Skills\n\nc\n\n## Skills\n\nd\n";
    let ladder = parse(&[("cook.md", text)]);
    let document = &ladder.roles[0].document;
    let section = |name: &str| {
        let found = naming::section(document, name);
        found.map_or_else(|error| error.to_string(), |id| document.section(id).anchor.clone())
    };
    for (name, want) in [
        ("team", "team"),
        ("size", "team-size"),
        ("tea s", "team-size"),
        ("#skills-1", "skills-1"),
        (
            "skills",
            "`skills` is ambiguous: it matches several sections of Cook:\n  Skills  #skills\n  Skills  #skills-1",
        ),
    ] {
        assert_eq!(section(name), want, "{name}");
    }
}

/// In real ladders every role is found by its id, and by its title, place or track and title it is
/// found or listed.
#[test]
fn every_role_of_real_ladders_is_found() {
    for ladder in ladders::real() {
        for (at, role) in ladder.roles.iter().enumerate() {
            let subject = Subject::Role(RoleId(at));
            assert_eq!(naming::find(&ladder, &role.id), Ok(subject), "{}", role.id);
            let document = &role.document;
            let track = &ladder.track(role.track).title;
            for asked in [
                document.title.clone(),
                document.label.clone(),
                format!("{track} · {}", document.title),
                format!("{}:{}", document.file, document.line),
                document.file.clone(),
            ] {
                match naming::find(&ladder, &asked) {
                    Ok(found) => {
                        let other = ladder.title(found);
                        assert!(found == subject, "{asked} of {} is {other}", role.id);
                    }
                    Err(error) => {
                        let listed = error.candidates.iter().any(|one| one.id == role.id);
                        assert!(listed && error.is_ambiguous, "{}: {error}", role.id);
                    }
                }
            }
        }
    }
}

// ---- No name ever means a role of another numeral ----

const NOUNS: [&str; 4] = ["Engineer", "Senior Engineer", "Designer", "Lead"];
const NUMERALS: [&str; 12] = ["", "I", "II", "III", "IV", "XI", "XII", "1", "2", "10", "21", "3.1"];
const CODES: [&str; 9] = ["", "L1", "L2", "L10", "Level 2", "IC2", "IC20", "E2", "M2"];

/// A name with a numeral behind it or a code before it.
fn name() -> impl Strategy<Value = String> {
    let of = proptest::sample::select;
    (of(&CODES[..]), of(&NOUNS[..]), of(&NUMERALS[..]))
        .prop_map(|(code, noun, numeral)| format!("{code} {noun} {numeral}").trim().to_owned())
}

/// The numerals and codes of a name, told apart in a way of the test's own: `2`, `l2`, `ic2`.
fn codes(name: &str) -> BTreeSet<String> {
    const ROMAN: [(&str, &str); 6] =
        [("i", "1"), ("ii", "2"), ("iii", "3"), ("iv", "4"), ("xi", "11"), ("xii", "12")];
    let name = name.to_lowercase().replace("level ", "l");
    let words = name.split(|c: char| c.is_whitespace() || "-·:/".contains(c));
    let code = |word: &str| {
        let roman = ROMAN.iter().find(|(roman, _)| *roman == word).map(|(_, value)| *value);
        let code = roman.or_else(|| word.contains(char::is_numeric).then_some(word))?;
        Some(code.to_owned())
    };
    words.filter_map(code).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_role_of_another_numeral_is_ever_meant(
        titles in proptest::collection::vec((0..2_usize, name()), 1..8),
        asked in name(),
        (from, cut) in (0..3_usize, 1..5_usize),
    ) {
        let roles: Vec<(&str, &str)> =
            titles.iter().map(|(track, title)| (["Web", "Data"][*track], title.as_str())).collect();
        let ladder = titled(&roles);
        // Whole, with a track before it, or a word cut short.
        let mut asked = [asked.clone(), format!("web {asked}"), asked.to_lowercase()][from].clone();
        if let Some(noun) = asked.find("ngineer") {
            asked.replace_range(noun + cut..noun + 7, "");
        }
        if let Ok(Subject::Role(id)) = naming::find(&ladder, &asked) {
            let role = ladder.role(id);
            let own: BTreeSet<String> = [role.document.title.as_str(), &role.id]
                .into_iter()
                .chain(role.level.as_deref())
                .flat_map(codes)
                .collect();
            // A numeral can mean a level.
            let has = |code: &String| own.contains(code) || own.contains(&format!("l{code}"));
            let typed = codes(&asked);
            prop_assert!(typed.iter().all(has), "{asked} {typed:?} is not {} {own:?}", role.document.title);
        }
    }
}

#[test]
fn a_page_that_is_called_so_goes_before_the_role_of_its_file() {
    let text = "# Ladder\n\nWelcome.\n\n## Engineer\n\na\n\n## Thanks\n\nb\n\n## Other\n\nc\n";
    let config = "tracks: [{title: T, roles: [ladder.md#Engineer]}]\n";
    let ladder = parse(&[("ladder.yml", config), ("ladder.md", text)]);
    assert_eq!((ladder.roles.len(), ladder.pages.len()), (1, 1));
    assert!(matches!(naming::document(&ladder, "Ladder"), Ok(naming::Showable::Page(_))));
    assert!(matches!(naming::document(&ladder, "engineer"), Ok(naming::Showable::Subject(_))));
}
