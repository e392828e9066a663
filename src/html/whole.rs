//! Whole pages: a head, perhaps a table of contents, and what there is to say.

use super::contents::{Contents, contents, only_differences};
use super::levels;
use super::overview::overview;
use super::page::page;
use super::parts::about;
use super::shape::Shape;
use super::sides::sides;
use super::text::name;
use super::trace;
use super::writer::Html;
use crate::compare::Side;
use crate::model::{Ladder, Subject};
use crate::naming::Labels;
use crate::report::{LevelsReport, Only, OverviewReport, TracesReport, legend_line, matrix_rest};

/// A page of several roles, a column each.
#[must_use]
pub fn levels_page(ladder: &Ladder, report: &LevelsReport, shape: Shape) -> String {
    let names: Vec<&str> = report.levels.names.iter().map(String::as_str).collect();
    let shape = Shape { prefix: "t", level: 2, ..shape };
    let labels = Labels::new(ladder);
    let side = |role: &Subject| Side::of(&labels, *role);
    let columns: Vec<Side> = report.levels.subjects.iter().map(side).collect();
    let mut topics = Html::default();
    let entries = levels::topics(&mut topics, report, shape);
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| {
            for (at, role) in names.iter().enumerate() {
                html.text(if at > 0 { " | " } else { "" });
                name(html, role);
            }
        });
        ladder_name(html, &ladder.name);
        levels::counts(html, report.counts);
        report.notes.iter().for_each(|note| about(html, note));
        sides(html, &columns);
    });
    page(&names.join(" | "), &with_contents(content, shape, &entries, &topics))
}

/// A page of matrices, each with its title.
#[must_use]
pub fn overview_page(report: &OverviewReport) -> String {
    let title = &report.ladder.name;
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| name(html, title));
    });
    content.end_line();
    content.element("main", &[], |html| {
        for matrix in &report.tracks {
            html.words("h2", &[("lang", ""), ("dir", "auto")], matrix.title);
            html.end_line();
            html.element("div", &[("class", "wide")], |html| {
                overview(html, &matrix.levels, &matrix.rows);
            });
            matrix_rest(&matrix.levels).iter().for_each(|rest| about(html, rest));
        }
        about(html, &legend_line());
    });
    content.end_line();
    page(title, &content)
}

/// A page of what was traced.
#[must_use]
pub fn traces_page(report: &TracesReport) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| name(html, &report.title));
        ladder_name(html, &report.ladder.name);
    });
    content.end_line();
    content.element("main", &[], |html| traces(html, report));
    content.end_line();
    page(&report.title, &content)
}

fn traces(html: &mut Html, report: &TracesReport) {
    let mut count = 0;
    for track in report.tracks() {
        for found in report.traces(track) {
            count += 1;
            let prefix = format!("trace{count}");
            let shape = Shape { prefix: &prefix, level: 2, ..Shape::default() };
            trace::report(html, &found.trace, shape);
            named(html, "Track: ", track.title);
            let same = found.same_under(" › ");
            same.into_iter().for_each(|words| named(html, "", &words));
        }
        if let Some(words) = track.also_said().words(" › ") {
            named(html, "", &words);
        }
    }
}

/// Words of ours, then words of the ladder.
fn named(html: &mut Html, words: &str, named: &str) {
    html.element("p", &[("class", "about")], |html| {
        html.text(words);
        name(html, named);
    });
}

/// What the ladder is called.
pub(super) fn ladder_name(html: &mut Html, ladder: &str) {
    html.element("p", &[("class", "about")], |html| name(html, ladder));
    html.end_line();
}

/// A head, and topics with a table of contents.
pub(super) fn with_contents(
    mut content: Html,
    shape: Shape,
    entries: &[Contents],
    topics: &Html,
) -> Html {
    content.end_line();
    if shape.only == Only::All {
        only_differences(&mut content, false);
    }
    contents(&mut content, entries);
    content.element("main", &[], |html| html.push(topics));
    content.end_line();
    content
}
