//! A comparison: what it is of, and topic by topic what corresponds.

use super::contents::Contents;
use super::pairs::Sides;
use super::parts::{self, told_sign};
use super::shape::Shape;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Comparison, Highlight, Kind, Side, Topic, TopicSource};

/// Writes what two sides are, and how many of their texts correspond.
pub fn facts(html: &mut Html, comparison: &Comparison) {
    let counts = comparison.compared();
    let [left, right] = &comparison.labels();
    html.element("p", &[("class", "summary")], |html| {
        let parts = [
            (Kind::Changed, counts.changed, "changed", ""),
            (Kind::Left, counts.left, "only", left),
            (Kind::Right, counts.right, "only", right),
            (Kind::Same, counts.same, "the same", ""),
        ];
        for (kind, count, words, name) in parts {
            html.element("span", &[("class", class(kind))], |html| {
                html.words("span", &[("class", "sign")], kind.sign());
                html.text(&format!(" {count} {words} "));
                if !name.is_empty() {
                    text::name(html, name);
                }
            });
            html.text(" ");
        }
    });
    html.end_line();
    let biggest = comparison.highlights();
    if !biggest.is_empty() {
        let phrases: Vec<String> = biggest.iter().map(Highlight::phrase).collect();
        html.words("p", &[("class", "changed")], &phrases.join(" · "));
        html.end_line();
    }
    sides(html, [&comparison.left, &comparison.right]);
    if let (Some(page), texts @ 1..) = (comparison.only_page(), comparison.rest()) {
        let name = &page.names.label;
        html.element("p", &[("class", "about")], |html| rest_note(html, name, texts));
        html.end_line();
    }
}

/// Why the counts are not of all that stands below.
fn rest_note(html: &mut Html, page: &str, texts: usize) {
    let (others, have) = if texts == 1 { ("text", "has") } else { ("texts", "have") };
    html.text(&format!("{texts} other {others} of "));
    text::name(html, page);
    html.text(&format!(" {have} nothing to be set against."));
}

/// Writes where some sides come from; one that is absent comes from nowhere.
pub fn sides<'a>(html: &mut Html, sides: impl IntoIterator<Item = &'a Side>) {
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
    html.text("no page of its own; known from tables of ");
    let mut pages: Vec<&String> = pages.iter().collect();
    pages.dedup();
    for (i, page) in pages.into_iter().enumerate() {
        html.text(if i > 0 { ", " } else { "" });
        text::name(html, page);
    }
}

/// Writes the topics of a comparison, and returns the entries that lead to them.
pub fn comparison(html: &mut Html, comparison: &Comparison, shape: Shape) -> Vec<Contents> {
    let names = comparison.labels();
    let names = names.each_ref().map(String::as_str);
    let documents = [&comparison.left, &comparison.right].map(Side::document);
    let sides = Sides { names, documents, shape };
    let mut topics = Topics { sides, entries: Vec::new() };
    let (compared, rest): (Vec<&Topic>, Vec<&Topic>) =
        comparison.topics.iter().partition(|topic| topic.compares(comparison));
    compared.iter().for_each(|topic| topics.topic(html, topic, 0));
    let page = documents.iter().position(Option::is_some);
    if let (Some(side), false, false) = (page, rest.is_empty(), shape.only_differences) {
        topics.rest(html, &rest, names[side], [Kind::Left, Kind::Right][side]);
    }
    topics.entries
}

struct Topics<'a> {
    sides: Sides<'a>,
    entries: Vec<Contents>,
}

impl Topics<'_> {
    /// What the one page there is says beside the tables.
    fn rest(&mut self, html: &mut Html, topics: &[&Topic], name: &str, kind: Kind) {
        let title = format!("The rest of the {name} page");
        let from = self.entries.len();
        let texts = topics.iter().map(|topic| topic.counts().differences()).sum();
        let id = self.entry(&title, kind, 0, texts);
        let class = format!("{} rest", class(kind));
        html.element("section", &[("class", &class), ("id", &id)], |html| {
            html.element(heading(self.sides.shape.level), &[], |html| {
                told_sign(html, kind, &format!("only {name}"));
                html.text(&format!(" {title}"));
            });
            html.end_line();
            topics.iter().for_each(|topic| self.topic(html, topic, 1));
        });
        self.entries.iter_mut().skip(from).for_each(|entry| entry.is_same = true);
    }

    fn entry(&mut self, title: &str, kind: Kind, depth: usize, differences: usize) -> String {
        let id = format!("{}{}", self.sides.shape.prefix, self.entries.len() + 1);
        let (title, sign) = (title.replace('\n', " "), kind.sign());
        let is_same = kind == Kind::Same && differences == 0;
        self.entries.push(Contents { id: id.clone(), depth, sign, title, differences, is_same });
        id
    }

    fn topic(&mut self, html: &mut Html, topic: &Topic, depth: usize) {
        let differences = topic.counts().differences();
        let same = topic.kind == Kind::Same && differences == 0;
        if same && self.sides.shape.only_differences {
            return;
        }
        let id = self.entry(&topic.title, topic.kind, depth, differences);
        let class = if same { "same" } else { class(topic.kind) };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.end_line();
            self.title(html, topic, depth);
            parts::why(html, &topic.why);
            if self.sides.shape.folds && same && topic.counts().same > 0 {
                self.folded(html, topic, depth);
            } else {
                self.inside(html, topic, depth);
            }
        });
        html.end_line();
    }

    fn inside(&mut self, html: &mut Html, topic: &Topic, depth: usize) {
        self.sides.table(html, topic);
        topic.topics.iter().for_each(|inner| self.topic(html, inner, depth + 1));
    }

    /// What is the same, behind a line that unfolds it; what is inside is open then.
    fn folded(&mut self, html: &mut Html, topic: &Topic, depth: usize) {
        html.element("details", &[], |html| {
            html.words("summary", &[], &format!("= {} the same", topic.counts().same));
            self.sides.shape.folds = false;
            self.inside(html, topic, depth);
            self.sides.shape.folds = true;
        });
    }

    fn title(&self, html: &mut Html, topic: &Topic, depth: usize) {
        let level = heading(self.sides.shape.level + depth);
        let words = match topic.kind {
            Kind::Left => format!("only {}", self.sides.names[0]),
            Kind::Right => format!("only {}", self.sides.names[1]),
            Kind::Same => "same".to_owned(),
            Kind::Changed => "changed".to_owned(),
        };
        html.element(level, &[], |html| {
            told_sign(html, topic.kind, &words);
            html.text(" ");
            match [&topic.left, &topic.right].map(|s| s.as_ref().map(|spot| spot.text.as_str())) {
                [Some(left), Some(right)] if left != right => {
                    html.element("span", &FOREIGN, |html| text::lines(html, left));
                    html.words("span", &[("class", "between")], " | ");
                    html.element("span", &FOREIGN, |html| text::lines(html, right));
                }
                [left, right] => {
                    let title = right.or(left).unwrap_or_default();
                    html.element("span", &FOREIGN, |html| text::lines(html, title));
                }
            }
        });
        html.end_line();
        if let (TopicSource::Table(page), Some(spot)) = (&topic.source, &topic.left) {
            html.element("p", &[("class", "about")], |html| {
                html.text("a table of the page ");
                text::name(html, &page.name);
                html.text(", ");
                text::name(html, &spot.file);
            });
            html.end_line();
        }
    }
}

/// The heading of a level.
pub(super) fn heading(level: usize) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5"].get(level.saturating_sub(1)).copied().unwrap_or("h6")
}

fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "same",
        Kind::Changed => "changed",
        Kind::Left => "left",
        Kind::Right => "right",
    }
}
