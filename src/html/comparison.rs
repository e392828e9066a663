//! A comparison: what it is of, and topic by topic what corresponds.

use super::contents::Contents;
use super::pairs::SideColumns;
use super::parts::{self, told_sign};
use super::shape::Shape;
use super::sides::sides;
use super::text::{self, FOREIGN};
use super::writer::Html;
use crate::compare::{Comparison, Kind, Side};
use crate::report::{
    ComparisonReport, Folds, KindCount, Only, RestReport, TopicReport, all_same, kind_name, told,
};

/// Writes the names of the two sides and the counts of their items.
pub fn facts(html: &mut Html, comparison: &Comparison) {
    report_facts(html, &ComparisonReport::new(comparison, Only::All, Folds::default()));
}

/// The same of a report.
pub(super) fn report_facts(html: &mut Html, report: &ComparisonReport) {
    html.element("p", &[("class", "summary")], |html| {
        report.told_counts().for_each(|it| count(html, it, &report.names));
    });
    html.end_line();
    if !report.highlights.is_empty() {
        html.words("p", &[("class", "changed")], &report.phrases().join(" · "));
        html.end_line();
    }
    for note in &report.notes {
        html.element("p", &[("class", "about")], |html| text::name(html, note));
        html.end_line();
    }
    // The notes say which page a counterpart is known from.
    let both = [&report.comparison.left, &report.comparison.right];
    sides(html, both.into_iter().filter(|side| !side.is_counterpart()));
}

fn count(html: &mut Html, count: KindCount, names: &[String; 2]) {
    html.element("span", &[("class", kind_name(count.kind))], |html| {
        html.words("span", &[("class", "sign")], count.kind.sign());
        html.text(&format!(" {} {} ", count.count, count.words));
        if let Some(side) = count.side {
            text::name(html, &names[side]);
        }
    });
    html.text(" ");
}

/// Writes the topics of a comparison, and returns the entries that lead to them.
pub fn comparison(html: &mut Html, comparison: &Comparison, shape: Shape) -> Vec<Contents> {
    topics(html, &ComparisonReport::new(comparison, shape.only, shape.folding()), shape)
}

/// The same of a report.
pub(super) fn topics(html: &mut Html, report: &ComparisonReport, shape: Shape) -> Vec<Contents> {
    let documents = [&report.comparison.left, &report.comparison.right].map(Side::document);
    let sides = SideColumns { names: report.names.each_ref().map(String::as_str), documents };
    let mut topics = TopicSections { sides, shape, entries: Vec::new() };
    report.topics.iter().for_each(|topic| topics.topic(html, topic));
    if let Some(rest) = &report.rest {
        topics.rest(html, rest);
    }
    topics.entries
}

struct TopicSections<'a> {
    sides: SideColumns<'a>,
    shape: Shape<'a>,
    entries: Vec<Contents>,
}

impl TopicSections<'_> {
    /// What is no comparison of the two, folded for its reader.
    fn rest(&mut self, html: &mut Html, rest: &RestReport) {
        let from = self.entries.len();
        let id = self.entry(&rest.title, Kind::Same, 0, 0);
        // Items of the only page are not compared.
        let class = if rest.side.is_some() { "rest told-alone" } else { "rest" };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.element("details", &[], |html| {
                html.element("summary", &[], |html| text::name(html, &rest.title));
                html.end_line();
                rest.topics.iter().for_each(|topic| self.topic(html, topic));
            });
        });
        html.end_line();
        for entry in self.entries.iter_mut().skip(from) {
            (entry.sign, entry.differences, entry.is_same) = ("", 0, true);
        }
    }

    fn entry(&mut self, title: &str, kind: Kind, depth: usize, differences: usize) -> String {
        let id = format!("{}{}", self.shape.prefix, self.entries.len() + 1);
        let (title, sign) = (title.replace('\n', " "), kind.sign());
        let is_same = kind == Kind::Same && differences == 0;
        self.entries.push(Contents { id: id.clone(), depth, sign, title, differences, is_same });
        id
    }

    fn topic(&mut self, html: &mut Html, report: &TopicReport) {
        let topic = report.topic;
        let id = self.entry(&topic.title, topic.kind, report.depth - 1, report.differences);
        let class = if report.is_same() { "same" } else { kind_name(topic.kind) };
        html.element("section", &[("class", class), ("id", &id)], |html| {
            html.end_line();
            self.title(html, report);
            parts::why(html, report.why());
            parts::why(html, report.unlike());
            match report.folded {
                Some(count) => html.element("details", &[], |html| {
                    html.words("summary", &[], &all_same(count));
                    self.inside(html, report);
                }),
                None => self.inside(html, report),
            }
        });
        html.end_line();
    }

    fn inside(&mut self, html: &mut Html, report: &TopicReport) {
        self.sides.table(html, report);
        report.topics.iter().for_each(|inner| self.topic(html, inner));
    }

    fn title(&self, html: &mut Html, report: &TopicReport) {
        let level = heading(self.shape.level + report.depth - 1);
        let kind = report.topic.kind;
        html.element(level, &[], |html| {
            told_sign(html, kind.sign(), &told(kind, self.sides.names));
            html.text(" ");
            for (at, title) in report.headings().into_iter().enumerate() {
                if at > 0 {
                    html.words("span", &[("class", "between")], " | ");
                }
                html.element("span", &FOREIGN, |html| text::lines(html, title));
            }
        });
        html.end_line();
        self.origin(html, report);
    }

    /// The page and the file of an author's table.
    fn origin(&self, html: &mut Html, report: &TopicReport) {
        let (Some(words), Some(spot)) = (report.origin(), &report.topic.left) else { return };
        html.element("p", &[("class", "about")], |html| {
            text::name(html, &words);
            html.text(", ");
            text::name(html, &spot.file);
        });
        html.end_line();
    }
}

/// The heading of a level.
pub(super) fn heading(level: usize) -> &'static str {
    ["h1", "h2", "h3", "h4", "h5"].get(level.saturating_sub(1)).copied().unwrap_or("h6")
}
