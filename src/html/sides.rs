//! Where the sides of a comparison come from.

use super::text;
use super::writer::Html;
use crate::compare::Side;

/// Writes the source of each side, except of an absent one.
pub(super) fn sides<'a>(html: &mut Html, sides: impl IntoIterator<Item = &'a Side>) {
    for side in sides.into_iter().filter(|side| side.subject.is_some()) {
        html.element("p", &[("class", "about")], |html| about(html, side));
        html.end_line();
    }
}

/// Where a side comes from.
fn about(html: &mut Html, side: &Side) {
    html.element("b", &[], |html| text::name(html, &side.names.distinct_label()));
    html.text(": ");
    if side.is_counterpart() {
        return told_by(html, &side.told_by);
    }
    let (label, title) = (side.names.label(), side.names.title());
    if title != label {
        text::name(html, &title);
        html.text(", ");
    }
    if let Some(level) = side.names.level.as_ref().filter(|level| **level != label) {
        html.text("level ");
        text::name(html, level);
        html.text(", ");
    }
    if let Some((file, _)) = &side.place {
        text::name(html, file);
    }
}

/// Where a counterpart is known from.
fn told_by(html: &mut Html, pages: &[String]) {
    html.text("no document of its own; known from tables of ");
    let mut pages: Vec<&String> = pages.iter().collect();
    pages.dedup();
    for (i, page) in pages.into_iter().enumerate() {
        html.text(if i > 0 { ", " } else { "" });
        text::name(html, page);
    }
}
