//! The page around the content.

use super::writer::Html;

/// The style sheet. It is part of the page, which loads nothing else.
const STYLE: &str = include_str!("page.css");

/// Nothing is loaded and nothing runs, whatever a document might have got past us.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A whole page of this title.
#[must_use]
pub fn page(title: &str, content: &Html) -> String {
    page_of(title, &[], content)
}

/// The same for versions: items that only the older one has look removed.
pub(super) fn history_page(title: &str, content: &Html) -> String {
    page_of(title, &[("class", "history")], content)
}

fn page_of(title: &str, body: &[(&'static str, &str)], content: &Html) -> String {
    let mut html = Html::default();
    html.literal("<!DOCTYPE html>\n");
    html.element("html", &[("lang", "en")], |html| {
        html.end_line();
        html.element("head", &[], |html| head(html, title));
        html.end_line();
        html.element("body", body, |html| {
            html.end_line();
            html.push(content);
            html.words("footer", &[], "Written by rungs.");
            html.end_line();
        });
        html.end_line();
    });
    html.end_line();
    html.into_text()
}

fn head(html: &mut Html, title: &str) {
    html.end_line();
    html.lone("meta", &[("charset", "utf-8")]);
    html.end_line();
    // This mark distinguishes such a page from a ladder's own page in the same folder.
    html.lone("meta", &[("name", "generator"), ("content", "rungs")]);
    html.end_line();
    html.lone("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)]);
    html.end_line();
    html.lone("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")]);
    html.end_line();
    html.words("title", &[], title);
    html.end_line();
    html.element("style", &[], |html| {
        html.end_line();
        html.literal(STYLE);
    });
    html.end_line();
}
