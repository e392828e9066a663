//! `rungs compare`: two roles side by side.

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::args::{Format, Layout, Showing};
use super::output::Output;
use super::{html, json, markdown, named, numbers, why};
use crate::compare::{Comparer, Comparison, Kind, Pair, Part, Topic};
use crate::content::Loaded;
use crate::model::{Ladder, Subject};
use crate::page::{ComparisonOptions, Folds, Sides, lay_out_comparison};

pub(super) fn run(
    loaded: &Loaded,
    left: &str,
    right: &str,
    showing: Showing,
    explain: bool,
    out: &Output,
) -> Result<u8> {
    let ladder = &loaded.ladder;
    let names = [left, right];
    let [left, right] = [named::subject(loaded, left)?, named::subject(loaded, right)?];
    if left == right {
        bail!("{}", same(ladder, left, names));
    }
    let comparer = Comparer::new(ladder);
    let comparison =
        if explain { comparer.explain(left, right) } else { comparer.compare(left, right) };
    write(&ladder.name, &comparison, showing, out)?;
    Ok(0)
}

/// That two names are of one role, which is not compared with itself.
pub(super) fn same(ladder: &Ladder, role: Subject, [one, other]: [&str; 2]) -> String {
    let title = ladder.title(role);
    if one == other {
        return format!("`{one}` is named twice: name another role to compare {title} with");
    }
    format!("`{one}` and `{other}` are the same role, {title}: name another to compare it with")
}

/// Writes a comparison in the format that is asked for. A web page says what the ladder is called.
pub(super) fn write(
    ladder: &str,
    comparison: &Comparison,
    showing: Showing,
    out: &Output,
) -> Result<()> {
    let only_differences = showing.only_differences;
    match out.format {
        Format::Json => out.write(&json::pretty(&as_json(comparison, only_differences))),
        Format::Markdown => out.write(&as_markdown(comparison, showing, 1)),
        Format::Html => out.write(&html::comparison(ladder, comparison, showing)),
        Format::Text => {
            let options = ComparisonOptions {
                only_differences,
                layout: match showing.layout {
                    Layout::Side => Sides::Beside,
                    Layout::Stacked => Sides::Stacked,
                    Layout::Unified => Sides::Unified,
                },
                folds: showing.folds(),
                ..ComparisonOptions::new(out.width, out.glyphs)
            };
            out.page(&lay_out_comparison(comparison, options))
        }
    }
}

impl Showing {
    fn folds(self) -> Folds<'static> {
        Folds { all: self.fold, except: &[] }
    }
}

pub(super) fn as_json(comparison: &Comparison, only_differences: bool) -> Value {
    let counts = comparison.counts();
    json!({
        "left": json::side(&comparison.left),
        "right": json::side(&comparison.right),
        "summary": {
            "same": counts.same,
            "changed": counts.changed,
            "left": counts.left,
            "right": counts.right,
        },
        "biggest": numbers::biggest(comparison),
        "topics": topics(&shown(comparison, only_differences), only_differences),
    })
}

/// The topics to write: all, or those that set the two sides against each other.
fn shown(comparison: &Comparison, only_differences: bool) -> Vec<&Topic> {
    let topics = comparison.topics.iter();
    topics.filter(|topic| !only_differences || topic.compares(comparison)).collect()
}

fn topics(all: &[&Topic], only_differences: bool) -> Value {
    let shown = all.iter().filter(|topic| !only_differences || topic.kind != Kind::Same);
    let topic = |topic: &&Topic| {
        let pairs = shown_pairs(topic, only_differences).map(|pair| {
            let mut value = json!({
                "kind": kind(pair.kind),
                "key": shared_key(pair),
                "left": json::spot(pair.left.as_ref().map(|part| &part.spot)),
                "right": json::spot(pair.right.as_ref().map(|part| &part.spot)),
                "quantities": numbers::quantities(pair),
            });
            why::tell(&mut value, &pair.why);
            value
        });
        let mut value = json!({
            "kind": kind(topic.kind),
            "title": topic.title,
            "left": json::spot(topic.left.as_ref()),
            "right": json::spot(topic.right.as_ref()),
            "pairs": pairs.collect::<Value>(),
            "week": numbers::week(topic),
            "topics": topics(&topic.topics.iter().collect::<Vec<_>>(), only_differences),
        });
        why::tell(&mut value, &topic.why);
        value
    };
    shown.map(topic).collect()
}

fn shown_pairs(topic: &Topic, only_differences: bool) -> impl Iterator<Item = &Pair> {
    topic.pairs.iter().filter(move |pair| !only_differences || pair.kind != Kind::Same)
}

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Same => "same",
        Kind::Changed => "changed",
        Kind::Left => "left",
        Kind::Right => "right",
    }
}

/// A comparison as Markdown, its heading of this level.
pub(super) fn as_markdown(comparison: &Comparison, showing: Showing, level: usize) -> String {
    let [left, right] = &comparison.titles();
    let names = comparison.labels();
    let names = names.map(|name| markdown::escaped(&name));
    let counts = comparison.compared();
    let mut text = format!(
        "{} {} | {}\n\n{} changed, {} only {}, {} only {}, {} the same.\n",
        "#".repeat(level),
        markdown::escaped(left),
        markdown::escaped(right),
        counts.changed,
        counts.left,
        names[0],
        counts.right,
        names[1],
        counts.same
    );
    text.push_str(&numbers::biggest_words(comparison));
    for note in comparison.notes(showing.only_differences) {
        text.push_str(&format!("\n{}\n", markdown::escaped(&note)));
    }
    let names = comparison.labels();
    let names = names.map(|name| markdown::cell(&name));
    for topic in shown(comparison, showing.only_differences) {
        markdown_topic(&mut text, topic, level + 1, &names, showing);
    }
    text
}

fn markdown_topic(
    text: &mut String,
    topic: &Topic,
    level: usize,
    names: &[String; 2],
    showing: Showing,
) {
    if showing.only_differences && topic.kind == Kind::Same {
        return;
    }
    let hashes = "#".repeat(level.min(6));
    let whose = match topic.kind {
        Kind::Left => format!(" (only {})", names[0]),
        Kind::Right => format!(" (only {})", names[1]),
        Kind::Same | Kind::Changed => String::new(),
    };
    text.push_str(&format!("\n{hashes} {}{whose}\n", markdown::escaped(&topic.title)));
    if let Some(origin) = topic.origin() {
        text.push_str(&format!("\n*{}*\n", markdown::escaped(&origin)));
    }
    text.push_str(&why::paragraph(&topic.why));
    if showing.folds().folds(topic) {
        text.push_str(&format!("\n= {} the same\n", topic.counts().same));
        return;
    }
    let [why_head, why_rule] = why::column(topic);
    let week = topic.week();
    let mut pairs = shown_pairs(topic, showing.only_differences).peekable();
    if pairs.peek().is_some() {
        text.push_str(&format!(
            "\n| | | {} | {} |{why_head}\n| --- | --- | --- | --- |{why_rule}\n",
            names[0], names[1]
        ));
    }
    for pair in pairs {
        let key = shared_key(pair);
        let cell = |part: &Option<Part>| match part {
            Some(part) if key.is_some() => markdown::cell(&part.text.to_plain()),
            Some(part) => markdown::cell(&part.spot.text),
            None => String::new(),
        };
        let (left, right) = (cell(&pair.left), cell(&pair.right));
        let key = key.map_or(String::new(), |key| format!("**{}**", markdown::cell(key)));
        let sign = pair.kind.sign();
        let change = if week.is_none() { numbers::words(pair) } else { String::new() };
        text.push_str(&format!(
            "| {sign} | {key} | {left} | {right}{change} |{}\n",
            why::cell(&pair.why)
        ));
    }
    if let Some(week) = &week {
        numbers::week_table(text, week, names);
    }
    for inner in &topic.topics {
        markdown_topic(text, inner, level + 1, names, showing);
    }
}

/// The key that both sides have, or the one that the only side has.
fn shared_key(pair: &Pair) -> Option<&str> {
    let [left, right] =
        [&pair.left, &pair.right].map(|part| part.as_ref().map(|part| part.key.as_deref()));
    match (left, right) {
        (Some(left), Some(right)) if left == right => left,
        (Some(key), None) | (None, Some(key)) => key,
        _ => None,
    }
}
