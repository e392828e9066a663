//! What must hold for every ladder: no control character, no decoration, no word lost, nothing twice.

use std::collections::HashSet;
use std::sync::Arc;

use rungs::compare::Comparer;
use rungs::model::{Ladder, RoleId, Subject};
use rungs::page::{
    ComparisonOptions, DocumentOptions, Glyphs, Page, lay_out_anchored, lay_out_comparison,
};
use rungs::report::{ComparisonReport, Folds, Only};
use rungs::speech::{Speech, speak_comparison, speak_document};

use super::talk::{small, talk, three};
use crate::support::beside;
use crate::support::ladders::load;
use crate::support::screen::{ladder_of, session};

/// Through every view, with every kind of list and prompt.
const TOUR: &[&str] = &[
    "?",
    "more",
    "roles",
    "1",
    "sections",
    "2",
    "",
    "all",
    "again",
    "inherited",
    "front-matter",
    "!",
    "1",
    "jump",
    "1",
    "search-ladder the",
    "1",
    "/",
    "and",
    "n",
    "N",
    "esc",
    "compare",
    "1",
    "",
    ")",
    "(",
    "filter",
    "swap",
    "right-up",
    "add-level",
    "1",
    "",
    ")",
    "remove-level",
    "esc",
    "trace",
    "1",
    "]",
    "open",
    "back",
    "overview",
    "]",
    ".",
    "fold",
    "down",
    "search a",
    "n",
    "open",
    "back",
    "versions",
    "cancel",
    "read-again",
    "\u{1b}[2Jx",
    "9999",
    "zoom",
];

/// Our own ladder, and real ones that lie beside the repository where they do.
fn ladders() -> Vec<Arc<Ladder>> {
    let own = rungs::content::built_in().ladder;
    let paths = ["seeds/director.md", "corpus/artsy__README", "corpus/sourcegraph__handbook"];
    let others = paths.iter().filter_map(|path| beside::shared(path));
    std::iter::once(own).chain(others.map(|path| load(&path).ladder)).collect()
}

#[test]
fn no_escape_sequence_and_no_other_control_character_is_printed() {
    let hostile = || {
        let text = "# A\u{1b}[31m &#27;[2J\u{9b}H\n\n- b\u{7}\u{202e}\n\n| x | &#13;y |\n| --- | --- |\n| \u{8}z | w |\n";
        ladder_of(&[("a.md", text), ("b\u{1b}]0;c\u{7}.md", "# B\n\n- c\n")])
    };
    let sessions = ladders().into_iter().map(session).chain([small(), hostile()]);
    for session in sessions {
        let name = session.ladder.name.clone();
        let told = talk(session, TOUR);
        let is_steering = |c: char| c != '\n' && !rungs::model::clean::is_shown(c);
        let at = told.find(is_steering);
        assert_eq!(
            at,
            None,
            "{name}: {:?}",
            at.map(|at| told[at..].chars().take(20).collect::<String>())
        );
    }
}

#[test]
fn nothing_of_ours_is_decoration() {
    // Of the documents of this ladder, no text has any of these.
    let told = talk(session(rungs::content::built_in().ladder), TOUR);
    let signs = ['│', '─', '━', '┃', '╭', '▲', '▼', '▸', '•', '○', '≠', '→', '›', '~', '…'];
    let with: Vec<&str> = told.lines().filter(|line| line.contains(signs)).collect();
    assert_eq!(with, [""; 0]);
}

#[test]
fn reading_on_prints_each_section_once() {
    for ladder in ladders() {
        let count = ladder.documents().map(|(_, it)| it.sections.len()).max().unwrap_or(0);
        let one_by_one = talk(session(Arc::clone(&ladder)), &vec![""; count + 1]);
        let at_once = talk(session(Arc::clone(&ladder)), &["all"]);
        let one_by_one: Vec<&str> =
            one_by_one.lines().filter(|line| *line != "The last section.").collect();
        let at_once = at_once.trim_end_matches("The end.\n");
        assert_eq!(one_by_one, at_once.lines().collect::<Vec<_>>(), "{}", ladder.name);
        let headings: Vec<&str> = at_once.lines().filter(|it| it.contains(", section ")).collect();
        let different: HashSet<&&str> = headings.iter().collect();
        assert_eq!(different.len(), headings.len(), "{}", ladder.name);
    }
}

/// The speech has a section for each entry of the page's outline, and says all of the page's texts.
#[track_caller]
fn says_all(speech: &Speech, page: &Page, name: &str) {
    let titles = |it: &str| it.replace('\n', "; ");
    assert_eq!(speech.sections.len(), page.outline.len(), "{name}");
    for (section, entry) in speech.sections.iter().zip(&page.outline).skip(1) {
        assert!(section.title.contains(&titles(&entry.title)), "{name}: {}", entry.title);
    }
    let said: Vec<String> = speech
        .sections
        .iter()
        .flat_map(|it| {
            it.lines()
                .map(str::to_owned)
                .chain([it.title.clone(), it.remark.clone(), speech.place.clone()])
                .collect::<Vec<_>>()
        })
        .collect();
    let said = squeezed(&said.join("\n"));
    for flow in &page.flows {
        let text = squeezed(&flow.text);
        // A key that both sides of a pair have is said once.
        let behind = flow.text.split_once(": ").map_or("", |(_, behind)| behind);
        let is_behind = !behind.is_empty() && said.contains(&squeezed(behind));
        let is_known = flow.anchor.is_none() || said.contains(&text) || is_behind;
        assert!(is_known, "{name} does not say: {}", flow.text);
    }
}

/// Letters and digits only, so that links and line breaks change nothing.
fn squeezed(text: &str) -> String {
    text.replace(" (link)", "").chars().filter(|c| c.is_alphanumeric()).collect()
}

#[test]
fn every_text_of_a_document_is_said() {
    for ladder in ladders() {
        for (id, document) in ladder.documents() {
            let speech = speak_document(document, |_| Some(id), document.title.clone());
            let options = DocumentOptions::new(80, Glyphs::Unicode);
            let page = lay_out_anchored(document, |_| Some(id), options);
            says_all(&speech, &page, &document.file);
        }
    }
}

#[test]
fn every_text_of_a_comparison_is_said() {
    for ladder in ladders() {
        let comparer = Comparer::new(&ladder);
        let subjects: Vec<Subject> =
            (0..ladder.roles.len()).map(|at| Subject::Role(RoleId(at))).collect();
        for pair in subjects.windows(2).take(6) {
            let comparison = comparer.compare(pair[0], pair[1]);
            for only in [Only::All, Only::Differences, Only::Right] {
                let folds = Folds { opens_rest: true, ..Folds::default() };
                let report = ComparisonReport::new(&comparison, only, folds);
                let speech = speak_comparison(&report, String::new());
                let options = ComparisonOptions {
                    only,
                    folds,
                    ..ComparisonOptions::new(100, Glyphs::Unicode)
                };
                says_all(&speech, &lay_out_comparison(&comparison, options), &ladder.name);
            }
        }
    }
}

#[test]
fn lines_in_any_order_are_answered() {
    let mut state = 7_u64;
    let mut next = move |below: usize| {
        // Knuth's generator: the same lines in every run.
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..30 {
        let typed: Vec<&str> = (0..80).map(|_| TOUR[next(TOUR.len())]).collect();
        let told = talk(three(), &typed);
        assert!(!told.contains("  ") && !told.contains("\n\n"), "{typed:?} gives:\n{told}");
    }
}
