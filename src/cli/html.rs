//! Comparisons as one HTML page.

use super::args::Showing;
use crate::compare::{Comparison, Kind, LevelChange, Levels, Side, Thread};
use crate::html::{self, Contents, Html, Shape};
use crate::model::{Ladder, Subject};
use crate::naming::Labels;

/// A page of all levels: what became of each, and below what changed in their texts.
pub(super) fn levels(
    [title, totals]: [&str; 2],
    changes: &[LevelChange],
    showing: Showing,
) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| html.words("bdi", &[("lang", "")], title));
        html.words("p", &[("class", "summary")], totals);
    });
    content.end_line();
    // Whoever asks what changed has no use for the rest, but may look at it.
    if !showing.only_differences {
        html::only_differences(&mut content, true);
    }
    content.element("main", &[], |html| {
        let mut first = 0;
        for run in changes.chunk_by(|a, b| a.track == b.track) {
            track(html, first, run);
            first += run.len();
        }
        for (at, change) in changes.iter().enumerate().filter(|(_, change)| change.is_told()) {
            level(html, at, &change.comparison, showing);
        }
    });
    content.end_line();
    html::page(title, &content)
}

/// A page of one comparison.
pub(super) fn comparison(ladder: &str, comparison: &Comparison, showing: Showing) -> String {
    let names = comparison.labels();
    let shape = shape(showing, "t", 2);
    let mut topics = Html::default();
    let entries = html::comparison(&mut topics, comparison, shape);
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| sides(html, &names));
        about(html, ladder);
        html::facts(html, comparison);
    });
    whole(content, &names.each_ref().map(String::as_str), shape, &entries, &topics)
}

/// A page of several roles, a column each.
pub(super) fn several(ladder: &Ladder, levels: &Levels, only_differences: bool) -> String {
    let names: Vec<&str> = levels.names.iter().map(String::as_str).collect();
    let shape = Shape { prefix: "t", level: 2, only_differences, folds: false };
    let labels = Labels::new(ladder);
    let side = |subject: &Subject| Side::of(&labels, *subject);
    let columns: Vec<Side> = levels.subjects.iter().map(side).collect();
    let mut topics = Html::default();
    let entries = html::levels(&mut topics, levels, shape);
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| {
            for (at, name) in names.iter().enumerate() {
                html.text(if at > 0 { " | " } else { "" });
                html.words("bdi", &[("lang", "")], name);
            }
        });
        about(html, &ladder.name);
        html::sides(html, &columns);
    });
    whole(content, &names, shape, &entries, &topics)
}

/// A page of matrices, each with its title.
pub(super) fn overview(ladder: &Ladder, matrices: &[(&str, Levels, Vec<Thread>)]) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| html.words("bdi", &[("lang", "")], &ladder.name));
    });
    content.end_line();
    content.element("main", &[], |html| {
        for (title, levels, rows) in matrices {
            html.words("h2", &[("lang", ""), ("dir", "auto")], title);
            html.end_line();
            html.element("div", &[("class", "wide")], |html| {
                html::overview(html, levels, rows);
            });
        }
    });
    content.end_line();
    html::page(&ladder.name, &content)
}

/// A topic or row through the levels of a track.
pub(super) struct Traced<'a> {
    /// The track.
    pub(super) track: &'a str,
    /// Its levels.
    pub(super) levels: &'a Levels,
    /// The topic or row.
    pub(super) thread: Thread,
    /// Others of that name that say the same.
    pub(super) also: Vec<Thread>,
}

/// A page of what was traced.
pub(super) fn traces(ladder: &Ladder, asked: &str, traces: &[Traced]) -> String {
    let mut content = Html::default();
    content.element("header", &[], |html| {
        html.element("h1", &[], |html| html.words("bdi", &[("lang", "")], asked));
        about(html, &ladder.name);
    });
    content.end_line();
    content.element("main", &[], |html| {
        for (at, traced) in traces.iter().enumerate() {
            let prefix = format!("trace{}", at + 1);
            let shape = Shape { prefix: &prefix, level: 2, ..Shape::default() };
            html::trace(html, traced.levels, traced.thread, shape);
            html.element("p", &[("class", "about")], |html| {
                html.text("Track: ");
                html.words("bdi", &[("lang", "")], traced.track);
            });
            for other in &traced.also {
                let path = traced.levels.path(*other);
                html.element("p", &[("class", "about")], |html| {
                    html.text("The same under ");
                    html.words("bdi", &[("lang", "")], &path[..path.len() - 1].join(" › "));
                });
            }
        }
    });
    content.end_line();
    html::page(asked, &content)
}

fn shape(showing: Showing, prefix: &str, level: usize) -> Shape<'_> {
    let Showing { only_differences, fold: folds, .. } = showing;
    Shape { prefix, level, only_differences, folds }
}

fn about(html: &mut Html, ladder: &str) {
    html.element("p", &[("class", "about")], |html| {
        html.words("bdi", &[("lang", "")], ladder);
    });
    html.end_line();
}

/// The page of a head and its topics.
fn whole(
    mut content: Html,
    names: &[&str],
    shape: Shape,
    entries: &[Contents],
    topics: &Html,
) -> String {
    content.end_line();
    if !shape.only_differences {
        html::only_differences(&mut content, false);
    }
    html::contents(&mut content, entries);
    content.element("main", &[], |html| html.push(topics));
    content.end_line();
    html::page(&names.join(" | "), &content)
}

/// The levels of a track as a table, each leading to what changed in it. `first` is the number of the
/// first.
fn track(html: &mut Html, first: usize, rows: &[LevelChange]) {
    html.words("h2", &[("lang", ""), ("dir", "auto")], rows.first().map_or("", |row| row.track));
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
            for (at, row) in rows.iter().enumerate() {
                let kind = row.kind();
                let class = if kind == Kind::Same { "same" } else { "changed" };
                html.element("tr", &[("class", class)], |html| {
                    html.words("td", &[("class", "sign")], kind.sign());
                    let foreign = [("scope", "row"), ("lang", ""), ("dir", "auto")];
                    html.element("th", &foreign, |html| match row.is_told() {
                        true => {
                            let target = format!("#level{}", first + at);
                            html.words("a", &[("href", &target)], row.label());
                        }
                        false => html.text(row.label()),
                    });
                    html.words("td", &[("dir", "auto")], &row.became());
                });
                html.end_line();
            }
        });
    });
    html.end_line();
}

/// What changed in a level; `at` is its number.
fn level(html: &mut Html, at: usize, comparison: &Comparison, showing: Showing) {
    let names = comparison.labels();
    html.element("article", &[("id", &format!("level{at}"))], |html| {
        html.element("h2", &[], |html| sides(html, &names));
        html.end_line();
        html::facts(html, comparison);
        let prefix = format!("level{at}-");
        html::comparison(html, comparison, shape(showing, &prefix, 3));
    });
    html.end_line();
}

fn sides(html: &mut Html, names: &[String; 2]) {
    html.words("bdi", &[("lang", ""), ("class", "left")], &names[0]);
    html.text(" | ");
    html.words("bdi", &[("lang", ""), ("class", "right")], &names[1]);
}
