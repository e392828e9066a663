//! The page around the content.

use super::writer::Html;

/// How it looks. It stands in the page itself, which needs nothing from anywhere.
const STYLE: &str = include_str!("page.css");

/// Nothing is loaded and nothing runs, whatever a document might have got past us.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// A whole page of this title.
#[must_use]
pub fn page(title: &str, content: &Html) -> String {
    page_of(title, &[], content)
}

/// The same of versions: what only the older one has was taken out, and looks so.
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
    // By this such a page is told from a page of a ladder when it lies in one.
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
