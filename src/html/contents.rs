//! The table of contents, and the checkbox that hides unchanged items.

use super::text;
use super::writer::Html;

/// An entry of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// The `id` of the place it leads to.
    pub id: String,
    /// How deep it nests, 0 for the outermost.
    pub depth: usize,
    /// The sign of what became of it.
    pub sign: &'static str,
    /// What to call it.
    pub title: String,
    /// How many differences there are.
    pub differences: usize,
    /// Whether it is hidden with the unchanged items.
    pub is_same: bool,
}

/// How deep the table goes.
const DEEPEST: usize = 2;

/// Writes a table of contents.
pub fn contents(html: &mut Html, entries: &[Contents]) {
    if entries.len() < 2 {
        return;
    }
    html.element("nav", &[("aria-label", "Topics")], |html| {
        html.end_line();
        for entry in entries.iter().filter(|entry| entry.depth <= DEEPEST) {
            let depth = ["in0", "in1", "in2"].get(entry.depth).copied().unwrap_or("in2");
            let quiet = if entry.is_same { " same" } else { "" };
            html.element("p", &[("class", &format!("{depth}{quiet}"))], |html| {
                html.words("span", &[("class", "sign")], entry.sign);
                html.text(" ");
                html.element("a", &[("href", &format!("#{}", entry.id))], |html| {
                    text::name(html, &entry.title);
                });
                if entry.differences > 0 {
                    html.text(" ");
                    html.words("small", &[], &entry.differences.to_string());
                }
            });
            html.end_line();
        }
    });
    html.end_line();
}

/// Writes the checkbox that hides unchanged items. It must be a sibling before the elements that it
/// acts on: the style sheet does the rest.
pub fn only_differences(html: &mut Html, checked: bool) {
    let attributes = [("type", "checkbox"), ("id", "only"), ("checked", "")];
    html.lone("input", if checked { &attributes } else { &attributes[..2] });
    html.words("label", &[("for", "only")], "Only the differences");
    html.end_line();
}
