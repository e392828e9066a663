//! Quantities of both sides as bars on one scale.

use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Bar, Hours, Scale, Week};
use crate::model::Quantity;
use crate::report::{TOGETHER, ToldMeasure, WEEK_TITLE, hours_words, week_words};

/// A bar is at least this share of its scale, so that a single number shows.
const LEAST: f64 = 0.008;

/// How far a bar fades out behind an open end.
const FADE: f64 = 0.07;

/// The side of a bar: its class, and the sign that stands for it.
const SIDES: [(&str, &str); 2] = [("left", "<"), ("right", ">")];

/// Writes two quantities below each other, and what becomes of the one.
pub(super) fn measure(html: &mut Html, told: &ToldMeasure, names: [&str; 2]) {
    html.element("div", &[("class", "measure")], |html| {
        let sides = [&told.measure.left, &told.measure.right];
        for (((side, name), stated), bar) in SIDES.iter().zip(names).zip(sides).zip(told.bars) {
            html.element("div", &[("class", "bar")], |html| {
                html.element("span", &[("class", side.0)], |html| {
                    html.text(side.1);
                    html.text(" ");
                    text::name(html, name);
                });
                html.text(" ");
                bars(html, &[DrawnBar::range(side.0, bar)]);
                html.element("span", &FOREIGN, |html| html.text(&stated.words));
            });
        }
        let scale = if told.scale.logarithmic { " (a logarithmic scale)" } else { "" };
        html.element("p", &[("class", "change")], |html| {
            html.text(&told.words);
            html.words("small", &[], scale);
        });
    });
    html.end_line();
}

/// Draws one quantity among others on the same scale.
pub(super) fn one(html: &mut Html, bar: Bar) {
    bars(html, &[DrawnBar::range("right", bar)]);
}

/// Writes a week: the hours of every activity, both sides over each other, and all hours together.
pub(super) fn week(html: &mut Html, week: &Week, names: [&str; 2]) {
    let Some(scale) = week.scale() else { return };
    html.element("table", &[("class", "week")], |html| {
        html.words("caption", &[], WEEK_TITLE);
        html.end_line();
        html.element("thead", &[], |html| {
            html.element("tr", &[], |html| {
                html.words("th", &[("scope", "col")], "Activity");
                html.words("td", &[], "");
                for (side, name) in SIDES.iter().zip(names) {
                    html.element("th", &[("scope", "col"), ("class", side.0)], |html| {
                        html.text(side.1);
                        html.text(" ");
                        text::name(html, name);
                    });
                }
            });
        });
        html.end_line();
        html.element("tbody", &[], |html| {
            html.end_line();
            for activity in &week.activities {
                let sides = [&activity.left, &activity.right];
                row(
                    html,
                    &activity.name,
                    Some(scale),
                    sides.map(Hours::stated),
                    sides.map(hours_words),
                );
            }
        });
        html.element("tfoot", &[], |html| {
            let sides = [&week.left, &week.right];
            row(html, TOGETHER, None, sides.map(Some), sides.map(Quantity::figures));
        });
    });
    html.end_line();
    let said = week_words(week);
    if !said.is_empty() {
        let said = format!("{TOGETHER} {}.", said.join(", "));
        html.words("p", &[("class", "change")], &said);
        html.end_line();
    }
}

fn row(
    html: &mut Html,
    name: &str,
    scale: Option<Scale>,
    stated: [Option<&Quantity>; 2],
    words: [String; 2],
) {
    html.element("tr", &[], |html| {
        html.element("th", &[("scope", "row"), FOREIGN[0], FOREIGN[1]], |html| html.text(name));
        html.element("td", &[("class", "drawn")], |html| {
            let both = SIDES.iter().zip(stated.map(|it| it.filter(|hours| hours.high > 0.0)));
            let found = both.filter_map(|(side, q)| Some(DrawnBar::hours(side.0, scale?, q?)));
            let found: Vec<_> = found.collect();
            if !found.is_empty() {
                bars(html, &found);
            }
        });
        for words in &words {
            html.element("td", &FOREIGN, |html| html.text(words));
        }
    });
    html.end_line();
}

/// What is drawn: from where to where in full, and how far in a lighter shade, all from 0 to 1.
struct DrawnBar {
    class: &'static str,
    start: f64,
    full: f64,
    light: f64,
}

impl DrawnBar {
    /// A range, fading out where it is open.
    fn range(class: &'static str, bar: Bar) -> Self {
        let light = if bar.open { (bar.end + FADE).min(1.0) } else { bar.end };
        Self { class, start: bar.start.min(1.0 - LEAST), full: bar.end, light }
    }

    /// Hours from none on: those that are sure, then those that may come.
    fn hours(class: &'static str, scale: Scale, quantity: &Quantity) -> Self {
        let [low, high] = [quantity.low, quantity.high].map(|hours| scale.position(hours));
        let light = if quantity.open { (high + FADE).min(1.0) } else { high };
        Self { class, start: 0.0, full: low, light }
    }
}

/// Draws bars on one scale, the second below the first. The words beside them say the same, so they
/// are not read out.
fn bars(html: &mut Html, bars: &[DrawnBar]) {
    let height = (bars.len() * 10).to_string();
    let attributes = [("height", &*height), ("width", "100%"), ("aria-hidden", "true")];
    html.element("svg", &attributes, |html| {
        let track = [("class", "track"), ("width", "100%"), ("height", &*height)];
        html.element("rect", &track, |_| {});
        for (i, bar) in bars.iter().enumerate() {
            let top = (i * 10 + 1).to_string();
            if bar.light > bar.full {
                rect(html, &format!("{} open", bar.class), &top, bar.start, bar.light);
            }
            rect(html, bar.class, &top, bar.start, bar.full.max(bar.start + LEAST));
        }
    });
}

fn rect(html: &mut Html, class: &str, top: &str, start: f64, end: f64) {
    let [x, width] = [start, end - start].map(|share| format!("{:.1}%", share * 100.0));
    let attributes =
        [("class", class), ("x", &*x), ("y", top), ("width", &*width), ("height", "8")];
    html.element("rect", &attributes, |_| {});
}
