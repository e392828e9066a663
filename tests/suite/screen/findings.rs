//! The list of what is wrong: what it shows, where it leads, and the ladder read again after editing.

use std::path::PathBuf;
use std::sync::Arc;

use rungs::check::{self, IsAwaited, Switches};
use rungs::content::{self, Options, Source};
use rungs::finding::{Finding, Severity};
use rungs::model::Ladder;
use rungs::tui::{Editing, Findings, Preferences, SavedPlaces, Session, play};

use crate::support::screen::{ladder_of, session, text};

const BEFORE: [(&str, &str); 2] = [
    ("engineer.md", "# Engineer\n\n## Scope\n\n- Helps with incidents as needed\n"),
    (
        "senior.md",
        "# Senior Engineer\n\n## Scope\n\n## Craft\n\n- Designs services where appropriate\n",
    ),
];

/// A ladder and everything that is wrong with it.
fn load(documents: &[(&str, &str)]) -> (Ladder, Vec<Finding>) {
    let sources: Vec<Source> =
        documents.iter().map(|(path, text)| Source::new(*path, *text)).collect();
    let (ladder, mut problems) = content::parse("Test", &sources, Options::default());
    for finding in check::check(&ladder, &Switches::default()) {
        let source = sources.iter().find(|source| source.path == finding.file).unwrap();
        let lines: Vec<&str> = source.text.lines().collect();
        problems.push(finding.in_source(Some(&lines)));
    }
    (ladder, problems)
}

/// Findings that the check beside the screen brings.
fn sought(found: Vec<Finding>) -> Findings {
    Findings::Sought(Arc::new(move |_: &IsAwaited| Some(found.clone())))
}

/// Plays keys on two roles; after editing the ladder is the second one.
fn screen(keys: &str, after: Option<&'static [(&str, &str)]>) -> String {
    let (ladder, problems) = load(&BEFORE);
    let editing = after.map(|after| Editing {
        root: PathBuf::new(),
        editor: "vi".to_owned(),
        reload: Arc::new(move || match after {
            [] => Err("there is no ladder any more".to_owned()),
            after => {
                let (ladder, problems) = load(after);
                Ok((ladder.into(), sought(problems)))
            }
        }),
        watch: None,
    });
    let preferences = Preferences::default();
    let findings = sought(problems);
    let (places, older) = (SavedPlaces::default(), None);
    let session = Session { ladder: ladder.into(), findings, editing, older, places, preferences };
    text(&play(session, (80, 24), keys))
}

/// Plays keys and looks for texts on the screen.
#[track_caller]
fn shows(keys: &str, after: Option<&'static [(&str, &str)]>, wanted: &[&str]) {
    let got = screen(keys, after);
    for want in wanted {
        assert!(got.contains(want), "no {want:?} after {keys:?}:\n{got}");
    }
}

#[test]
fn the_list_tells_of_the_chosen_finding() {
    let got = screen("!j", None);
    let want = "
 Test › Engineer
╭ Test ───────────────╮╭ Engineer ─────────────────────────────────────────────╮
│ Test                ││ Engineer                                              │
│ ╭ Findings 2 of 3 ─────────────────────────────────────────────────────────╮ │
│ │  warning: `as needed` leaves open what is expected         engineer.md:5 │ │
╰─│  warning: section `Scope` is empty                           senior.md:3 │ │
╭ │  warning: `where appropriate` leaves open what is expected   senior.md:7 │ │
│ │                                                                          │ │
│ │ senior.md:3                                                              │ │
│ │                                                                          │ │
│ │   warning[empty-section]: section `Scope` is empty                       │ │
│ │    --> senior.md:3:4                                                     │ │
│ │     |                                                                    │ │
│ │   3 | ## Scope                                                           │ │
│ │     |    ^^^^^                                                           │ │
│ │     = help: write the section, or remove the heading                     │ │
│ │                                                                          │ │
│ │                                                                          │ │
│ │                                                                          │ │
│ ╰──────────────────────────────────────────────────────────────────────────╯ │
│                     ││                                                       │
╰─────────────────────╯╰───────────────────────────────────────────────────────╯
 lines 1-6 of 6, 100%                        2 roles · 1 track · 3 findings (!)
 Enter go there  / filter  e edit  j down  k up  Esc close
";
    assert_eq!(got.trim_end(), want.trim_matches('\n').trim_end(), "\n{got}\n");
}

#[test]
fn enter_goes_to_the_section_and_keeps_the_message_in_sight() {
    shows("!<Enter>", None, &["› Engineer › Scope", "`as needed` leaves open what is expected"]);
    shows("!G<Enter>", None, &["Senior Engineer › Craft", "`where appropriate` leaves open"]);
    shows("!j<Enter>H", None, &["› Engineer"]);
}

#[test]
fn a_ladder_without_files_or_faults_says_so() {
    shows("e", None, &["the built-in ladder cannot be edited"]);
    shows("!e", None, &["the built-in ladder cannot be edited"]);
    let fine = ladder_of(&[("engineer.md", "# Engineer\n")]);
    assert!(text(&play(fine, (80, 24), "!")).contains("no findings in this ladder"));
}

#[test]
fn after_editing_the_ladder_is_read_again_and_the_place_kept() {
    let after: &'static [(&str, &str)] = &[
        ("associate.md", "# Associate Engineer\n\n## Scope\n\nA task.\n"),
        ("engineer.md", "# Engineer\n\n## Scope\n\n- Helps with every incident\n"),
        (
            "senior.md",
            "# Senior Engineer\n\n## Scope\n\nTwo teams.\n\n## Craft\n\n- Designs each service\n",
        ),
    ];
    shows(
        "j<Enter>]]e",
        Some(after),
        &["Senior Engineer › Craft", "Designs each service", "Associate Engineer is new"],
    );
    shows("!Ge", Some(after), &["no findings left in this ladder"]);
    // A role that is gone gives way to the first.
    shows("je", Some(&[("engineer.md", "# Engineer\n")]), &["› Engineer", "1 role"]);
    // What cannot be read costs nothing.
    shows("je", Some(&[]), &["there is no ladder any more", "Senior Engineer"]);
    // What is wrong is that, for as long as it lasts.
    shows("jej!", Some(&[]), &["there is no ladder any more"]);
}

/// Another ladder: a role came before both, and lines came above what was there.
const MORE: &[(&str, &str)] = &[
    ("associate.md", "# Associate Engineer\n\n## Scope\n\nA task.\n"),
    (
        "engineer.md",
        "# Engineer\n\nNew.\n\n## New\n\nNew.\n\n## Scope\n\n- Helps with incidents as needed\n",
    ),
    (
        "senior.md",
        "# Senior Engineer\n\n## Scope\n\nNew.\n\n## Craft\n\n- Designs services where appropriate\n",
    ),
];

#[test]
fn the_way_back_survives_an_edit() {
    // Back to the section of another role, though a role, sections and lines have come before it.
    shows("l]<Tab>j!G<Enter>eH", Some(MORE), &["› Engineer › Scope", "Helps with incidents"]);
    shows("c<Enter>!G<Enter>eH", Some(MORE), &["Engineer | Senior Engineer"]);
    shows("M!G<Enter>eH", Some(MORE), &["› Overview"]);
    shows("l]t!G<Enter>eH", Some(MORE), &["› Scope", "Levels"]);
    shows("l]<Tab>j!G<Enter>HeF", Some(MORE), &["Senior Engineer › Craft"]);
    // What is gone is left out of the way.
    let one: &[(&str, &str)] = &[("engineer.md", "# Engineer\n\n## Scope\n\nAll.\n")];
    shows("jc<Enter>!<Enter>eHH", Some(one), &["nothing to go back to", "› Engineer"]);
}

#[test]
fn what_is_shown_stays_though_the_ladder_is_read_again() {
    // The list of what is wrong lies over a trace and over a comparison with only what differs.
    shows("l]t!je<Esc>", Some(MORE), &["› Scope", "Levels"]);
    shows("c<Enter>o!je<Esc>", Some(MORE), &["only differences"]);
}

#[test]
fn the_list_fits_any_screen() {
    for (width, height) in (1..30).flat_map(|w| (1..16).map(move |h| (w * 3, h))) {
        let (ladder, problems) = load(&BEFORE);
        let session = Session { findings: Findings::Known(problems), ..session(ladder) };
        let _ = play(session, (width, height), "!jj<click 3 3>!<wheel 2 2 1> k<Enter>");
    }
}

#[test]
fn the_chosen_finding_stays_though_the_ladder_is_read_again() {
    shows("!jje", Some(&BEFORE), &["Findings 3 of 3"]);
}

#[test]
fn the_list_is_filtered_by_severity_rule_file_and_words() {
    shows("!/empty-sec", None, &["Findings 1 of 1, 3 in all: /empty-sec", "1 of 3"]);
    shows("!/senior.md<Enter>", None, &["Findings 1 of 2, 3 in all: /senior.md"]);
    shows("!/warning appropriate<Enter><Enter>", None, &["Senior Engineer › Craft"]);
    shows("!/senior<Enter>j<Enter>", None, &["`where appropriate` leaves open"]);
    shows("!/xyzzy", None, &["Findings 0 of 0, 3 in all: /xyzzy", "no match"]);
    for keys in ["!/senior<Esc>", "!/senior<Enter><Esc>", "!/xyzzy<Enter>q"] {
        shows(keys, None, &["Findings 1 of 3"]);
    }
    shows("!/senior<Enter>eq", Some(&BEFORE), &["Findings 1 of 3"]);
    let _ = screen("!/xyzzy<Enter>jGe<Enter>", Some(&BEFORE));
}

#[test]
fn the_end_of_a_long_path_is_seen() {
    let path = "a/folder/of/many/more/folders/than/the/list/has/room/for/senior-engineer.md";
    let found = Finding::new(Severity::Warning, "filler", path, "a long message about the text");
    let mut session = ladder_of(&[("engineer.md", "# Engineer\n")]);
    session.findings = Findings::Known(vec![found]);
    let got = text(&play(session, (80, 24), "!"));
    assert!(got.contains("for/senior-engineer.md:1 │"), "{got}");
}
