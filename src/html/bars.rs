//! A number as a bar on its scale.

use super::writer::Html;
use crate::compare::Bar;

/// A bar is at least this share of its scale, so that a single number shows.
const LEAST: f64 = 0.008;

/// How far a bar fades out behind an open end.
const FADE: f64 = 0.07;

/// Draws a bar of a side: what is sure in full, and what may be or is open in a lighter shade. The
/// words beside it say the same, so it is not read out.
pub(super) fn bar(html: &mut Html, side: &str, bar: Bar) {
    let attributes = [("height", "10"), ("width", "100%"), ("aria-hidden", "true")];
    let start = bar.start.min(1.0 - LEAST);
    let light = if bar.open { (bar.end + FADE).min(1.0) } else { bar.end };
    html.element("svg", &attributes, |html| {
        let track = [("class", "track"), ("width", "100%"), ("height", "10")];
        html.element("rect", &track, |_| {});
        if light > bar.sure {
            rect(html, &format!("{side} open"), start, light);
        }
        rect(html, side, start, bar.sure.max(start + LEAST));
    });
}

fn rect(html: &mut Html, class: &str, start: f64, end: f64) {
    let [x, width] = [start, end - start].map(|share| format!("{:.1}%", share * 100.0));
    let attributes =
        [("class", class), ("x", &*x), ("y", "1"), ("width", &*width), ("height", "8")];
    html.element("rect", &attributes, |_| {});
}
