//! Which level is which elsewhere: every format says the same, and the command line asks for it.

use insta::assert_snapshot;
use rungs::compare::{
    Comparer, LadderTrack, NamedLadder, RowCells, ladder_equivalents, track_equivalents,
};
use rungs::model::{Ladder, TrackId};
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};
use rungs::report::EquivalentsReport;
use rungs::{html, json, markdown};

use super::versions::dense;
use super::written::{Written, ladders};
use crate::support::program::{Output, folder, output, program, write};

fn check(both: [&Ladder; 2], report: &EquivalentsReport<'_>) {
    let document = report.document();
    let options = DocumentOptions::new(400, Glyphs::Unicode);
    let written = Written::new(
        lay_out_document(&document, options),
        &markdown::document(&document),
        &json::equivalents(both, report),
        &html::document_page("The ladder", &document),
    );
    let said = report.nothing.iter().chain(&report.about).chain(&report.answer);
    said.for_each(|words| written.all_say(words));
    let tracks = written.json["tracks"].as_array().unwrap();
    assert_eq!(tracks.len(), report.tracks.len());
    let (lines, markdown) = (dense(&written.lines.replace('│', "")), dense(&written.markdown));
    for (track, value) in report.tracks.iter().zip(tracks) {
        written.all_say(&track.title);
        let levels = value["levels"].as_array().unwrap();
        assert_eq!(levels.len(), track.levels.len());
        for (told, value) in track.levels.iter().zip(levels) {
            assert_eq!(value["words"], told.sentence);
            assert_eq!(value["near"].as_array().unwrap().len(), told.near.len());
            for near in &told.near {
                for pair in &near.pairs {
                    let line = pair.left.as_ref().unwrap().spot.line;
                    let place = dense(&format!(":{line})"));
                    assert!(lines.contains(&place) && markdown.contains(&place));
                }
                assert!(markdown.contains(&dense(&near.reasons.join("; "))), "{:?}", near.reasons);
            }
        }
    }
}

#[test]
fn all_formats_say_the_same_of_levels_elsewhere() {
    let all = ladders();
    for there in &all {
        let here = &all[0];
        let named = |ladder, name| NamedLadder { ladder, name };
        let comparer = Comparer::between(named(here, "here"), named(there, "there"), RowCells::Own);
        let tracks: Vec<TrackId> = (0..here.tracks.len()).map(TrackId).collect();
        let found = ladder_equivalents(&comparer, &tracks);
        let tracks = tracks.into_iter().map(|track| LadderTrack { ladder: 0, track });
        let found: Vec<_> = tracks.zip(found).collect();
        let both = [&**here, &**there];
        check(both, &EquivalentsReport::of_ladders(both, ["here", "there"], &found, None));
        let first = here.tracks[0].roles[0];
        check(both, &EquivalentsReport::of_ladders(both, ["here", "there"], &found, Some(first)));
    }
    let own = &all[0];
    let [left, right] = [0, 1].map(|at| LadderTrack { ladder: 0, track: TrackId(at) });
    let found = track_equivalents(&Comparer::new(own), left, right);
    check([own, own], &EquivalentsReport::of_tracks(own, &found));
}

/// Runs where `mill` and `shop` are two ladders of bakers.
fn run(arguments: &[&str]) -> Output {
    let role = |order: usize, title: &str, text: &str| {
        format!("---\norder: {order}\n---\n# {title}\n\n## Work\n\n{text}\n")
    };
    let dough = "- Mixes the dough for all of the shop by hand\n- Weighs flour";
    let here = [
        ("a.md", role(1, "Junior Baker", "- Sweeps")),
        ("b.md", role(2, "Master of Ovens", dough)),
        ("c.md", role(3, "Staff Baker", "- Plans the year")),
    ];
    let there = [
        ("l1.md", role(1, "Junior Baker", "- Fetches")),
        ("l2.md", role(2, "L2", "- Mixes the dough of the shop by hand\n- Weighs flour and salt")),
        ("l3.md", role(3, "Senior Baker", "- Hires")),
        ("l4.md", role(4, "Principal Baker", "- Buys ovens")),
    ];
    let place = folder(&[]);
    for (name, files) in [("mill", &here[..]), ("shop", &there[..])] {
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (*path, text.as_str())).collect();
        write(&place.path().join(name), &files);
    }
    output(program(place.path(), &[&["--ladder", "mill", "compare"], arguments].concat()))
}

#[test]
fn levels_of_another_ladder_are_asked_for() {
    assert_snapshot!(run(&["--with", "shop", "--width", "100"]).fine(), @r"
    Mill | Shop

    Here: Mill. There: Shop.

    Mill here and Shop there
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Level here      │ Level there                     │ Evidence
    ────────────────┼─────────────────────────────────┼─────────────────────────────────────────────────
    Junior Baker    │ Junior Baker                    │ usually the same seniority; no item corresponds
    Master of Ovens │ L2                              │ 2 items correspond (79% of the words of both
                    │                                 │ levels)
    Staff Baker     │ between Senior Baker and        │ Senior Baker: usually a higher seniority; no
                    │ Principal Baker                 │ item corresponds
                    │                                 │ Principal Baker: usually a lower seniority; no
                    │                                 │ item corresponds

    Master of Ovens
    In common with L2:

    • Mixes the dough for all of the shop by hand (b.md:8)
      Mixes the dough of the shop by hand (l2.md:8)
    • Weighs flour (b.md:9)
      Weighs flour and salt (l2.md:9)
    ");
    assert_snapshot!(run(&["staff", "--with", "shop", "--width", "100"]).fine(), @r"
    Mill | Shop

    Here: Mill. There: Shop.

    Staff Baker here is between Senior Baker and Principal Baker there.

    Mill here and Shop there
    ────────────────────────────────────────────────────────────────────────────────────────────────────
    Level here  │ Level there                              │ Evidence
    ────────────┼──────────────────────────────────────────┼────────────────────────────────────────────
    Staff Baker │ between Senior Baker and Principal Baker │ Senior Baker: usually a higher seniority;
                │                                          │ no item corresponds
                │                                          │ Principal Baker: usually a lower seniority;
                │                                          │ no item corresponds
    ");
    let two = run(&["staff", "--with", "shop", "principal", "--format", "markdown"]).fine();
    assert!(two.starts_with("# Staff Baker (Mill) | Principal Baker (Shop)\n"), "{two}");
    let two = run(&["staff", "--with", "shop", "principal", "--format", "json"]).json();
    assert_eq!((&two["left"]["ladder"], &two["right"]["ladder"]), (&"Mill".into(), &"Shop".into()));
}

#[test]
fn what_cannot_be_asked_is_said() {
    assert_snapshot!(run(&["a", "b", "c", "--with", "shop"]).refused(), @"rungs: --with compares two roles: name one of each ladder");
    assert_snapshot!(run(&["staff", "--with", "shop", "--explain"]).refused(), @"rungs: --explain with --with needs two roles: name one of each ladder");
    let both = "rungs: --only, --fold, --unfold and --layout need two roles: name both";
    for chosen in
        [&["--with", "shop", "--only", "left"][..], &["--tracks", "mill", "shop", "--fold"]]
    {
        assert_eq!(run(chosen).refused().trim_end(), both);
    }
    assert_snapshot!(run(&["staff", "--with", "shop", "nobody"]).refused(), @r"
    rungs: in Shop, there is no role `nobody`; roles of the ladder are:
      l1  Junior Baker     Shop  l1.md
      l2  L2               Shop  l2.md
      l3  Senior Baker     Shop  l3.md
      l4  Principal Baker  Shop  l4.md
    ");
    assert_snapshot!(run(&["--tracks", "mill", "mill"]).refused(), @"rungs: both names mean the track Mill: name two different tracks");
}
