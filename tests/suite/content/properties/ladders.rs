//! Any files, of any names.

use proptest::prelude::*;
use rungs::compare::compare;
use rungs::content::{self, Options, Source};
use rungs::model::{Ladder, RoleId, Subject, TrackId};
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};
use rungs::report::{ComparisonReport, Folds, Only, TracesReport};
use rungs::{html, json, markdown, naming};

use super::held::{check_ladder, everything};
use super::pieces::{any_file, block};

const OPTIONS: DocumentOptions = DocumentOptions::new(40, Glyphs::Unicode);

fn subject(ladder: &Ladder, at: usize) -> Option<Subject> {
    (at < ladder.roles.len()).then_some(Subject::Role(RoleId(at)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_names_make_a_ladder(
        files in prop::collection::vec(("([a-cL-]{1,3}/){0,2}[a-zA-Z0-9._ -]{0,8}(engineer|l4|index|)\\.md", "(# [a-z ]{0,9}\n)?(---\norder: [0-9]\n---)?x \\[a\\]\\([a-c./]{1,6}\\)"), 1..12),
        query in ".{0,12}",
    ) {
        let sources: Vec<Source> = files.iter().map(|(path, text)| Source::new(path, text)).collect();
        let (ladder, _) = content::parse("any", &sources, Options::default());
        let count: usize = ladder.tracks.iter().map(|track| track.roles.len()).sum();
        prop_assert_eq!(count, ladder.roles.len());
        prop_assert_eq!(ladder.roles.len() + ladder.pages.len(), sources.len());
        let ids: std::collections::HashSet<&str> = ladder.roles.iter().map(|role| role.id.as_str()).collect();
        prop_assert_eq!(ids.len(), ladder.roles.len());
        for (i, role) in ladder.roles.iter().enumerate() {
            let found = rungs::naming::find(&ladder, &role.id);
            prop_assert_eq!(found, Ok(rungs::model::Subject::Role(rungs::model::RoleId(i))));
        }
        let _ = rungs::naming::find(&ladder, &query).map_err(|error| error.to_string());
    }

    #[test]
    fn any_files_are_a_ladder(files in prop::collection::vec(any_file(), 1..9)) {
        let mut seen = std::collections::HashSet::new();
        let sources: Vec<Source> =
            files.into_iter().filter(|source| seen.insert(source.path.clone())).collect();
        let load = || content::parse_explained("any", &sources, Options::default());
        let loaded = load();
        check_ladder(&sources, &loaded.0);
        prop_assert_eq!(loaded, load());
    }

    #[test]
    fn nothing_that_is_written_steers_a_terminal(
        files in prop::collection::vec(any_file(), 1..5), asked in any::<String>(),
    ) {
        let (ladder, findings, explanations) =
            content::parse_explained("any", &files, Options::default());
        let mut written = vec![markdown::list(&ladder), markdown::explanations(&explanations)];
        written.extend(findings.iter().map(content::Finding::render));
        for (_, document) in ladder.documents() {
            written.extend([markdown::document(document), json::document(document)]);
            written.push(html::document_page(&ladder.name, document));
            written.push(lay_out_document(document, OPTIONS).to_plain());
        }
        if let [Ok(left), Ok(right)] = [0, 1].map(|at| subject(&ladder, at).ok_or(at)) {
            let comparison = compare(&ladder, left, right);
            let report = ComparisonReport::new(&comparison, Only::All, Folds::default());
            written.extend([markdown::comparison(&report, 1), json::comparison(&report)]);
        }
        let tracks: Vec<TrackId> = (0..ladder.tracks.len()).map(TrackId).collect();
        let traces = TracesReport::new(&ladder, &tracks, &asked);
        written.extend([markdown::traces(&traces), json::traces(&traces)]);
        written.extend(naming::find(&ladder, &asked).err().map(|error| error.to_string()));
        for text in written {
            let steers = text.split('\n').find(|line| line.contains(char::is_control));
            prop_assert_eq!(steers, None);
        }
    }

    #[test]
    fn levels_over_files_know_their_lines(
        texts in prop::collection::vec(prop::collection::vec(block(), 0..6), 12),
        is_by_folder in any::<bool>(),
    ) {
        let levels = ["junior-engineer", "engineer", "senior-engineer", "staff-engineer"];
        let topics = ["scope", "impact", "craft"];
        let text = |at: usize| texts[at].join("\n\n");
        let sources: Vec<Source> = if is_by_folder {
            let files = (0..12).map(|at| (levels[at / 3], topics[at % 3], text(at)));
            files.map(|(l, t, text)| Source::new(format!("levels/{l}/{t}.md"), text)).collect()
        } else {
            let levels = |t: usize| {
                // Not every topic begins with the first level.
                let levels = (t.min(1)..4).map(|l| format!("## L{l}\n\n{}\n\n", text(t * 4 + l)));
                format!("# {}\n\n{}", topics[t], levels.collect::<String>())
            };
            (0..3).map(|t| Source::new(format!("levels/{}.md", topics[t]), levels(t))).collect()
        };
        let ladder = content::parse("any", &sources, Options::default()).0;
        check_ladder(&sources, &ladder);
        let shown: String = ladder.documents().map(|(_, document)| everything(document)).collect();
        for source in &sources {
            let words = source.text.split(|c: char| !c.is_alphanumeric());
            for word in words.filter(|w| w.len() > 3 && w.ends_with(|c: char| c.is_ascii_digit())) {
                prop_assert!(shown.contains(word), "{word} of {}", source.path);
            }
        }
    }
}
