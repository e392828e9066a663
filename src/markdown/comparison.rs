//! A comparison: a table for each topic, a row for each pair.

use super::escape::{cell, escaped};
use crate::compare::{Kind, Part};
use crate::report::{
    ComparisonReport, PairReport, RestReport, TopicReport, all_same, left_out, told,
};

/// A comparison, its heading of this level.
#[must_use]
pub fn comparison(report: &ComparisonReport<'_>, level: usize) -> String {
    let titles = report.comparison.titles().map(|title| escaped(&title));
    let names = report.names.each_ref().map(|name| escaped(name));
    let names = names.each_ref().map(String::as_str);
    let counts: Vec<String> = report.told_counts().map(|it| it.phrase(names)).collect();
    let counts = counts.join(", ");
    let mut text = format!("{} {}\n\n{counts}.\n", hashes(level), titles.join(" | "));
    let phrases: Vec<String> = report.phrases().iter().map(|phrase| escaped(phrase)).collect();
    if !phrases.is_empty() {
        text.push_str(&format!("\n{}.\n", phrases.join("; ")));
    }
    for note in &report.notes {
        text.push_str(&format!("\n{}\n", escaped(note)));
    }
    let names = report.names.each_ref().map(|name| cell(name));
    let topics = TopicTables { names: names.each_ref().map(String::as_str), level };
    report.topics.iter().for_each(|topic| topics.topic(&mut text, topic));
    if let Some(rest) = &report.rest {
        topics.rest(&mut text, rest);
    }
    text
}

struct TopicTables<'a> {
    names: [&'a str; 2],
    /// The level of the heading around them.
    level: usize,
}

impl TopicTables<'_> {
    /// What is no comparison of the two.
    fn rest(&self, text: &mut String, rest: &RestReport<'_>) {
        text.push_str(&format!("\n{} {}\n", hashes(self.level + 1), escaped(&rest.title)));
        if rest.is_folded {
            return;
        }
        for topic in &rest.topics {
            match rest.side {
                Some(_) => self.told(text, topic),
                None => self.topic(text, topic),
            }
        }
    }

    /// Items of the only page, which are not compared.
    fn told(&self, text: &mut String, report: &TopicReport<'_>) {
        let hashes = hashes(self.level + report.depth);
        let title = escaped(&report.topic.title).replace('\n', " ");
        text.push_str(&format!("\n{hashes} {title}\n\n"));
        let parts = report.pairs.iter().flat_map(|it| [&it.pair.left, &it.pair.right]);
        for part in parts.flatten() {
            let words = escaped(&part.spot.text).replace('\n', "\n  ");
            text.push_str(&format!("- {words}\n"));
        }
        report.topics.iter().for_each(|inner| self.told(text, inner));
    }

    fn topic(&self, text: &mut String, report: &TopicReport<'_>) {
        text.push_str(&self.heading(report));
        if let Some(origin) = report.origin() {
            text.push_str(&format!("\n*{}*\n", escaped(&origin)));
        }
        for why in report.why().into_iter().chain(report.unlike()) {
            text.push_str(&format!("\n*why: {}*\n", escaped(&why)));
        }
        if let Some(count) = report.folded {
            text.push_str(&format!("\n{}\n", all_same(count)));
            return;
        }
        self.pairs(text, report);
        for words in report.week_words().into_iter().chain(report.elsewhere()) {
            text.push_str(&format!("\n*{}*\n", escaped(&words)));
        }
        if let Some(words) = left_out(report.same_left_out()) {
            text.push_str(&format!("\n{words}\n"));
        }
        report.topics.iter().for_each(|inner| self.topic(text, inner));
    }

    fn heading(&self, report: &TopicReport<'_>) -> String {
        let titles = report.headings().into_iter().map(|title| escaped(title).replace('\n', " "));
        let titles: Vec<String> = titles.collect();
        let kind = report.topic.kind;
        let whose = match is_alone(kind) {
            true => format!(" ({})", told(kind, self.names)),
            false => String::new(),
        };
        let hashes = hashes(self.level + report.depth);
        format!("\n{hashes} {}{whose}\n", titles.join(" \\| "))
    }

    fn pairs(&self, text: &mut String, report: &TopicReport<'_>) {
        if report.pairs.is_empty() {
            return;
        }
        let has_why = report.pairs.iter().any(|pair| pair.why().is_some());
        let [left, right] = self.names;
        let (head, rule) = if has_why { (" why |", " --- |") } else { ("", "") };
        text.push_str(&format!("\n| | | {left} | {right} |{head}\n"));
        text.push_str(&format!("| --- | --- | --- | --- |{rule}\n"));
        report.pairs.iter().for_each(|pair| text.push_str(&row(*pair, has_why)));
    }
}

fn row(report: PairReport<'_>, has_why: bool) -> String {
    let (pair, key) = (report.pair, report.key());
    let side = |part: &Option<Part>| match part {
        Some(part) if key.is_some() => cell(part.text.as_str()),
        Some(part) => cell(&part.spot.text),
        None => String::new(),
    };
    let (left, right) = (side(&pair.left), side(&pair.right));
    let (left, right) = match report.pair.is_wholly_different() {
        true => (format!("**{left}**"), format!("**{right}**")),
        false => (left, right),
    };
    let key = key.map_or(String::new(), |key| format!("**{}**", cell(key)));
    let change = changes(report);
    let why = match (has_why, report.why()) {
        (true, why) => format!(" {} |", cell(&why.unwrap_or_default())),
        (false, _) => String::new(),
    };
    format!("| {} | {key} | {left} | {right}{change} |{why}\n", report.sign())
}

/// What becomes of the numbers of a pair, each on a line of its own in a cell.
fn changes(report: PairReport<'_>) -> String {
    let told = report.measures().into_iter().filter(|told| !told.words.is_empty());
    told.map(|told| format!("<br>*{}*", cell(&told.words))).collect()
}

fn is_alone(kind: Kind) -> bool {
    matches!(kind, Kind::Left | Kind::Right)
}

fn hashes(level: usize) -> String {
    "#".repeat(level.min(6))
}
