//! What a view says in each format, made comparable: without markup, and with one space between words.

use std::path::PathBuf;
use std::sync::Arc;

use rungs::model::Ladder;
use rungs::page::Page;
use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::support::{beside, ladders::load};

/// A view in all formats.
pub(super) struct Written {
    pub(super) page: Page,
    /// The text, squeezed.
    pub(super) text: String,
    /// The same, line by line.
    pub(super) lines: String,
    /// The Markdown without its escapes, squeezed.
    pub(super) markdown: String,
    /// The same, line by line.
    pub(super) markdown_lines: String,
    pub(super) json: Value,
    html: Html,
}

impl Written {
    pub(super) fn new(page: Page, markdown: &str, json: &str, html: &str) -> Self {
        let (lines, markdown_lines) = (page.to_plain(), unescaped(markdown));
        Self {
            text: squeezed(&lines),
            markdown: squeezed(&markdown_lines),
            json: serde_json::from_str(json).unwrap(),
            html: Html::parse_document(html),
            page,
            lines,
            markdown_lines,
        }
    }

    /// The words of every element that a selector finds.
    pub(super) fn found(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        self.html.select(&selector).map(words).collect()
    }

    /// Text, Markdown and the web page say this.
    #[track_caller]
    pub(super) fn all_say(&self, said: &str) {
        let said = squeezed(said);
        assert!(self.text.contains(&said), "the text does not say: {said}\n{}", self.lines);
        self.markdown_and_html_say(&said);
    }

    /// Markdown and the web page say this.
    #[track_caller]
    pub(super) fn markdown_and_html_say(&self, said: &str) {
        let said = squeezed(said);
        let markdown = squeezed(&said.replace('\n', "<br>"));
        assert!(self.markdown.contains(&markdown), "the Markdown does not say: {said}");
        let html = words(self.html.root_element());
        assert!(html.contains(&said), "the web page does not say: {said}");
    }

    /// The headings below the first; what stands in the last pair of these marks is left out.
    pub(super) fn markdown_headings(&self, [from, to]: &[&str; 2]) -> Vec<String> {
        let headings = self.markdown_lines.lines().filter(|line| line.starts_with("##"));
        let bare = headings.map(|line| {
            let heading = line.trim_start_matches('#').trim();
            let cut = heading.rfind(from).filter(|_| heading.ends_with(to));
            squeezed(&heading[..cut.unwrap_or(heading.len())])
        });
        bare.collect()
    }

    /// The headings of some elements, without what is read out before them.
    pub(super) fn html_headings(&self, around: &str) -> Vec<String> {
        let headings = ["h2", "h3", "h4", "h5", "h6"].map(|it| format!("{around} > {it}"));
        let headings = self.found(&headings.join(", "));
        headings
            .iter()
            .map(|it| it.split_once(": ").map_or(&**it, |(_, it)| it).to_owned())
            .collect()
    }

    /// The titles of topics and of those inside them.
    pub(super) fn json_titles(&self, field: &str) -> Vec<String> {
        let mut titles = Vec::new();
        topics(&self.json[field], &mut |it| titles.push(squeezed(it["title"].as_str().unwrap())));
        titles
    }

    /// The kinds of all pairs.
    pub(super) fn json_pairs(&self) -> Vec<&str> {
        let mut kinds = Vec::new();
        topics(&self.json["topics"], &mut |topic| {
            let pairs = topic["pairs"].as_array().unwrap();
            kinds.extend(pairs.iter().map(|pair| pair["kind"].as_str().unwrap()));
        });
        kinds
    }
}

fn topics<'a>(value: &'a Value, act: &mut dyn FnMut(&'a Value)) {
    for topic in value.as_array().into_iter().flatten() {
        act(topic);
        topics(&topic["topics"], act);
    }
}

fn words(element: ElementRef) -> String {
    squeezed(&element.text().collect::<String>())
}

/// The signs in the first cells of rows.
pub(super) fn signs(markdown: &str) -> Vec<String> {
    let sign = |line: &str| {
        let sign = line.strip_prefix("| ")?.split_once(" | ")?.0;
        ["=", "~", "≠", "<", ">", "+"].contains(&sign).then(|| sign.to_owned())
    };
    markdown.lines().filter_map(sign).collect()
}

/// One space between words.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Markdown as it is read.
fn unescaped(markdown: &str) -> String {
    let mut text = String::new();
    let mut letters = markdown.chars();
    while let Some(letter) = letters.next() {
        text.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    text
}

/// The sample page and two ladders that lie beside the repository; those that are not there are
/// skipped.
pub(super) fn beside() -> Vec<PathBuf> {
    let paths = ["seeds/director.md", "corpus/artsy__README", "corpus/sourcegraph__handbook"];
    paths.iter().filter_map(|path| beside::shared(path)).collect()
}

/// The same, loaded, behind our own ladder.
pub(super) fn ladders() -> Vec<Arc<Ladder>> {
    let own = rungs::content::built_in().ladder;
    std::iter::once(own).chain(beside().iter().map(|path| load(path).ladder)).collect()
}
