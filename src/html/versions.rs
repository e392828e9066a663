//! Pages of comparisons: of two sides, and of all levels in two versions of their ladder.

use super::comparison::{report_facts, topics};
use super::contents::only_differences;
use super::page::{history_page, page};
use super::parts;
use super::shape::Shape;
use super::text::{self, FOREIGN, name};
use super::whole::{ladder_name, with_contents};
use super::writer::Html;
use crate::compare::{Kind, LevelChange};
use crate::report::{ComparisonReport, LevelShifts, Only, ToldShift, VersionsReport};

/// A page of one comparison. `ladder` is what the ladder is called.
#[must_use]
pub fn comparison_page(ladder: &str, report: &ComparisonReport, shape: Shape) -> String {
    let shape = Shape { prefix: "t", level: 2, ..shape };
    let mut written = Html::default();
    let entries = topics(&mut written, report, shape);
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| sides(html, &report.names));
        ladder_name(html, ladder);
        report_facts(html, report);
    });
    let names = report.names.each_ref().map(String::as_str);
    let page = if report.comparison.is_history { history_page } else { page };
    page(&names.join(" | "), &with_contents(content, shape, &entries, &written))
}

/// A page of all levels: what became of each, and below what changed in their texts.
#[must_use]
pub fn versions_page(report: &VersionsReport, shape: Shape) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| name(html, &report.title));
        html.words("p", &[("class", "summary")], &report.totals());
    });
    content.end_line();
    // Unchanged levels are hidden at first, but can be shown.
    if shape.only == Only::All {
        only_differences(&mut content, true);
    }
    content.element("main", &[], |html| {
        let mut first = 0;
        for run in report.changes.chunk_by(|a, b| a.track == b.track) {
            track(html, first, run);
            first += run.len();
        }
        let told = report.changes.iter().enumerate().filter(|(_, it)| it.is_told());
        for ((at, change), shifts) in told.zip(report.shifts()) {
            level(html, (at, change), &shifts, shape);
        }
    });
    content.end_line();
    history_page(&report.title, &content)
}

/// The levels of a track as a table, each leading to what changed in it. `first` is the number of the
/// first.
fn track(html: &mut Html, first: usize, changes: &[LevelChange]) {
    let title = changes.first().map_or("", |change| change.track);
    html.words("h2", &[("lang", ""), ("dir", "auto")], title);
    html.element("table", &[("class", "levels")], |html| {
        html.end_line();
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.words("td", &[("class", "sign")], "");
                html.words("th", &[("scope", "col")], "Level");
                html.words("th", &[("scope", "col")], "What changed");
            });
        });
        html.end_line();
        html.element("tbody", &[], |html| {
            for (at, change) in changes.iter().enumerate() {
                row(html, first + at, change);
            }
        });
    });
    html.end_line();
}

fn row(html: &mut Html, at: usize, change: &LevelChange) {
    let kind = change.kind();
    let class = if kind == Kind::Same { "same" } else { "changed" };
    html.element("tr", &[("class", class)], |html| {
        html.words("td", &[("class", "sign")], kind.sign());
        let foreign = [("scope", "row"), ("lang", ""), ("dir", "auto")];
        html.element("th", &foreign, |html| match change.is_told() {
            true => html.words("a", &[("href", &format!("#level{at}"))], change.label()),
            false => html.text(change.label()),
        });
        html.words("td", &[("dir", "auto")], &change.became());
    });
    html.end_line();
}

/// What changed in a level; `at` is its number.
fn level(html: &mut Html, (at, change): (usize, &LevelChange), shifts: &LevelShifts, shape: Shape) {
    let prefix = format!("level{at}-");
    let shape = Shape { prefix: &prefix, level: 3, ..shape };
    let report = ComparisonReport::new(&change.comparison, shape.only, shape.folding());
    html.element("article", &[("id", &format!("level{at}"))], |html| {
        html.element("h2", &[], |html| sides(html, &report.names));
        html.end_line();
        shifted(html, shifts);
        report_facts(html, &report);
        topics(html, &report, shape);
    });
    html.end_line();
}

/// What rose, fell, appeared and so on in a level, shortly.
fn shifted(html: &mut Html, shifts: &LevelShifts) {
    if !shifts.told.is_empty() {
        html.element("ul", &[("class", "shifts")], |html| {
            html.end_line();
            shifts.told.iter().for_each(|it| shift(html, it));
        });
        html.end_line();
    }
    for words in [&shifts.whole, &shifts.more].into_iter().flatten() {
        parts::about(html, words);
    }
}

fn shift(html: &mut Html, told: &ToldShift) {
    html.element("li", &[], |html| {
        html.words("b", &[], told.shift.word());
        html.text(": ");
        html.element("span", &FOREIGN, |html| text::write(html, &told.text, &[], "ins"));
        html.text(" ");
        html.words("small", &[("class", "source"), ("dir", "ltr")], &format!("({})", told.place));
        if let Some(was) = &told.was {
            html.lone("br", &[]);
            html.text("was: ");
            html.element("span", &FOREIGN, |html| text::write(html, was, &[], "del"));
        }
    });
    html.end_line();
}

fn sides(html: &mut Html, names: &[String; 2]) {
    html.words("bdi", &[("lang", ""), ("class", "left")], &names[0]);
    html.text(" | ");
    html.words("bdi", &[("lang", ""), ("class", "right")], &names[1]);
}
