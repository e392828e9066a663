//! `ladder.yml`: what it says goes before every guess, and what is wrong with it is said.

use rungs::content::{self, Finding, Options, Source};
use rungs::model::Ladder;
use rungs::naming;

const FILES: [(&str, &str); 4] = [
    ("engineer.md", "# Engineer\n\na\n"),
    ("levels.md", "# Levels\n\n## L1\n\nb\n\n## L2\n\nc\n\n## Wizardry\n\nd\n"),
    ("makers.csv", "Topic,Junior Maker,Senior Maker\nCraft,knows a tool,knows tools\n"),
    ("old/senior.md", "# Senior Engineer\n\ne\n"),
];

fn sources(config: &str) -> Vec<Source> {
    let files = FILES.iter().map(|(path, text)| Source::new(*path, *text));
    std::iter::once(Source::new("ladder.yml", config)).chain(files).collect()
}

fn parse(config: &str) -> (Ladder, Vec<Finding>) {
    content::parse("our-ladder", &sources(config), Options::default())
}

/// Name, tracks with roles, pages in brackets.
fn shape(ladder: &Ladder) -> Vec<String> {
    let tracks = ladder.tracks.iter().map(|track| {
        let titles = track.roles.iter().map(|id| ladder.role(*id).document.title.as_str());
        format!("{}: {}", track.title, titles.collect::<Vec<_>>().join(", "))
    });
    let pages = ladder.pages.iter().map(|page| format!("({})", page.title));
    std::iter::once(ladder.name.clone()).chain(tracks).chain(pages).collect()
}

#[track_caller]
fn check(config: &str, want: &[&str]) {
    let (ladder, findings) = parse(config);
    assert_eq!(findings, []);
    assert_eq!(shape(&ladder), want);
}

/// What is wrong, as line:column and message.
#[track_caller]
fn check_wrong(config: &str, want: &[&str]) {
    let (_, findings) = parse(config);
    let found: Vec<String> = findings
        .iter()
        .filter(|found| found.code == "malformed-ladder-yml")
        .map(|found| format!("{}:{} {}", found.line, found.column, found.message))
        .collect();
    assert_eq!(found, want);
}

#[test]
fn tracks_and_roles_are_those_that_are_named() {
    check(
        "name: Ours\ntracks:\n  - title: Making\n    roles:\n      - levels.md#Wizardry\n\
         \u{20}     - levels.md#l1\n  - title: Others\n    roles:\n\
         \u{20}     - {from: makers.csv#Senior Maker, title: Master}\n      - engineer.md\n",
        &[
            "Ours",
            "Making: Wizardry, L1",
            "Others: Master, Engineer",
            "(Levels)",
            "(Makers)",
            "(Junior Maker)",
            "(Senior Engineer)",
        ],
    );
}

#[test]
fn files_are_left_out_and_order_is_turned_round() {
    check(
        "ignore: [old/, makers.csv, engineer.md]\norder: reverse\n",
        &["Our Ladder", "Levels: L2, L1", "(Levels)"],
    );
}

#[test]
fn a_file_can_be_one_role_whatever_stands_in_it() {
    check(
        "tracks: [{title: All, roles: [levels.md]}]\nignore: [old, makers.csv, engineer.md]\n",
        &["Our Ladder", "All: Levels"],
    );
}

#[test]
fn aliases_find_roles() {
    let config = "aliases: {swe: Engineer}\n";
    let (ladder, findings) = parse(config);
    assert_eq!(findings, []);
    let named = |ladder: &Ladder, name: &str| {
        naming::find(ladder, name).map(|subject| ladder.title(subject).to_owned())
    };
    assert_eq!(named(&ladder, "swe").as_deref(), Ok("Engineer"));
    let config = "tracks: [{title: T, roles: [{from: engineer.md, aliases: [grunt]}]}]\n";
    assert_eq!(named(&parse(config).0, "grunt").as_deref(), Ok("Engineer"));
}

#[test]
fn what_is_wrong_is_said_at_its_place_and_the_rest_counts() {
    check_wrong(
        "name: [a]\ntrack: []\norder: up\n",
        &[
            "1:1 `name` should be text",
            "2:1 unknown key `track`; the keys are name, tracks, ignore, aliases, order, allow",
            "3:8 `order` should be ascending, descending or reverse",
        ],
    );
    check_wrong(
        "tracks:\n  - title: A\n    roles:\n      - gone.md\n      - levels.md#L9\n      - title: x\n",
        &[
            "4:9 there is no document `gone.md`",
            "5:9 `levels.md` has no heading or level `L9` that is not already used",
            "6:9 this role has no `from`: name a file, or file#heading",
        ],
    );
    check_wrong("aliases: {x: Nobody}\n", &["1:11 there is no role `Nobody`"]);
    check_wrong(
        "ignore:\n  - old/\n  - drafts/\n  - makers.csv\n  - engineer\n",
        &[
            "3:5 there is no document `drafts/` to ignore",
            "5:5 there is no document `engineer` to ignore",
        ],
    );
    check_wrong("ignore: gone.md\n", &["1:9 there is no document `gone.md` to ignore"]);
    let (ladder, findings) = parse("name: [\n");
    assert_eq!((findings.len(), findings[0].code), (1, "malformed-ladder-yml"));
    assert!(!ladder.roles.is_empty());
}

#[test]
fn what_was_guessed_can_be_written_and_read_back() {
    let guessed = content::parse("our-ladder", &sources("")[1..], Options::default()).0;
    let (ladder, findings) = parse(&content::as_config(&guessed));
    assert_eq!(findings, []);
    assert_eq!(shape(&ladder), shape(&guessed));
}

#[test]
fn every_file_is_explained() {
    let mut files = sources("ignore: [old]\n");
    files.push(Source::new("config.yml", "a: 1\n"));
    files.push(Source::new("empty.md", "\n"));
    let explanations = content::parse_explained("our-ladder", &files, Options::default()).2;
    let found: Vec<String> = explanations
        .iter()
        .map(|one| format!("{}: {}: {}", one.file, one.became, one.rule))
        .collect();
    assert_eq!(
        found,
        [
            "ladder.yml: nothing: it configures the ladder",
            "engineer.md: a role: named like a level, it has its own page, its siblings are \
             named like levels",
            "levels.md: 2 roles and a page: levels in headings: 2 from line 3 (named like a \
             level, its siblings differ in rank only, its siblings are named like levels, a word for \
             levels is above it, its name has a rank, the ranks rise)",
            "makers.csv: 2 roles and a page: levels in table columns: 2 from line 1 (named \
             like a level, its siblings are named like levels, its siblings differ in rank only, its \
             name has a rank, the ranks rise)",
            "old/senior.md: nothing: ladder.yml ignores it",
            "config.yml: nothing: data without levels in a known form",
            "empty.md: nothing: it is empty",
        ]
    );
}

#[test]
fn a_reading_that_another_comes_close_to_is_uncertain() {
    let levels = "# Things\n\n## Level 1\n\nDoes a little.\n\n## Level 2\n\nDoes more of it.\n";
    let files =
        [Source::new("things.md", levels), Source::new("b.md", "# Other things\n\nText.\n")];
    let (_, findings, explanations) =
        content::parse_explained("our-ladder", &files, Options::default());
    let messages: Vec<&str> = findings
        .iter()
        .filter(|found| found.code == "uncertain-reading")
        .map(|found| found.message.as_str())
        .collect();
    assert_eq!(messages, ["read as 2 roles, but could also be a page"]);
    assert_eq!(explanations[0].second.as_deref(), Some("a page"));
}

#[test]
fn a_path_out_of_the_ladder_is_named_as_it_is() {
    let (_, findings) =
        parse("tracks:\n- title: A\n  roles:\n  - ../secret.md#L1\n  - engineer.md\n");
    let messages: Vec<_> = findings.iter().map(|it| (it.line, it.message.as_str())).collect();
    assert_eq!(
        messages,
        [(4, "`../secret.md` leads out of the ladder: name a file of the ladder")]
    );
}
