//! What became of every level between two versions: totals, rows and order.

use std::path::PathBuf;

use rungs::compare::{NamedLadder, changes};
use rungs::content;
use rungs::html::{self, Shape};
use rungs::model::Ladder;
use rungs::page::{DocumentOptions, Glyphs, lay_out_document};
use rungs::report::{Folds, Only, VersionsReport, kind_name};
use rungs::{json, markdown};
use serde_json::Value;

use super::written::{Written, ladders, squeezed};

/// A version without its first role, in which the second has another title and another text.
fn older(ladder: &Ladder) -> Ladder {
    let files = content::files_of_built_in();
    let sources = files.iter().filter(|(path, _)| !path.ends_with("associate.md"));
    let sources: Vec<content::Source> = sources
        .map(|(path, bytes)| {
            let text = String::from_utf8_lossy(bytes);
            content::Source::new(path.as_str(), text.replace("team", "group"))
        })
        .collect();
    content::parse(&ladder.name, &sources, content::Options::default()).0
}

fn check(then: &Ladder, now: &Ladder) {
    let named = |ladder, name| NamedLadder { ladder, name };
    let report = VersionsReport {
        title: "The ladder since then".to_owned(),
        version: "then",
        commit: None,
        changes: changes(named(then, "then"), named(now, "now")),
        roots: [PathBuf::new(), PathBuf::new()],
    };
    let options = DocumentOptions::new(300, Glyphs::Unicode);
    let shape = Shape { only: Only::Differences, ..Shape::default() };
    let written = Written::new(
        lay_out_document(&report.summary(), options),
        &markdown::versions(&report, Folds::default()),
        &json::versions(&report),
        &html::versions_page(&report, shape),
    );
    written.all_say(&report.totals());
    let rows: Vec<String> = report
        .changes
        .iter()
        .map(|it| squeezed(&format!("{} {} {}", it.kind().sign(), it.label(), it.became())))
        .collect();
    assert_eq!(written.found("table.levels > tbody > tr").len(), rows.len());
    let cells = written.found("table.levels > tbody > tr > *");
    let told: Vec<String> = cells.chunks(3).map(|row| squeezed(&row.join(" "))).collect();
    assert_eq!(told, rows);
    let lines = written.lines.lines().map(|line| squeezed(&line.replace('│', " ")));
    let lines: Vec<String> = lines.filter(|line| rows.contains(line)).collect();
    assert_eq!(lines, rows);
    let kinds: Vec<&str> = report.changes.iter().map(|it| kind_name(it.kind())).collect();
    let levels = written.json["levels"].as_array().unwrap();
    assert_eq!(levels.iter().map(|it| it["kind"].as_str().unwrap()).collect::<Vec<_>>(), kinds);
    let told = report.told().count();
    assert_eq!(written.found("article").len(), told);
    shifts_agree(&report, &written, levels);
}

/// What became of the texts of each level.
fn shifts_agree(report: &VersionsReport<'_>, written: &Written, levels: &[Value]) {
    let (mut items, mut counted) = (Vec::new(), Vec::new());
    for level in report.shifts() {
        let about = [&level.whole, &level.more];
        about.into_iter().flatten().for_each(|words| written.all_say(words));
        for told in &level.told {
            let line = format!("{}: {} ({})", told.shift.word(), told.text.as_str(), told.place);
            let was = told.was.as_ref().map(|was| format!("was: {}", was.as_str()));
            for words in [Some(&line), was.as_ref()].into_iter().flatten() {
                assert!(dense(&written.lines).contains(&dense(words)), "{words}");
                assert!(dense(&written.markdown).contains(&dense(words)), "{words}");
            }
            items.push(squeezed(&format!("{line}{}", was.unwrap_or_default())));
        }
        counted.push(level.change.comparison.shifted().len());
    }
    assert_eq!(written.found("ul.shifts > li"), items);
    let told = report.changes.iter().zip(levels).filter(|(change, _)| change.is_told());
    let in_json = told.map(|(_, it)| it["shifts"].as_array().unwrap().len());
    assert_eq!(in_json.collect::<Vec<_>>(), counted);
}

/// A text without spaces, and the marks around words: lines break anywhere.
pub(super) fn dense(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '*' | '`')).collect()
}

#[test]
fn all_formats_say_the_same_of_versions() {
    let now = content::built_in().ladder;
    check(&older(&now), &now);
    check(&now, &older(&now));
    ladders().iter().for_each(|ladder| check(ladder, ladder));
}
