//! Comparisons: counts, notes, groups, order, and what is left out.

use rungs::compare::{Comparer, Comparison, Kind, Topic};
use rungs::html::{self, Shape};
use rungs::model::{Ladder, RoleId, Subject};
use rungs::page::{ComparisonOptions, Glyphs, lay_out_comparison};
use rungs::report::{ComparisonReport, Folds, Only, TopicReport, WHOLLY_DIFFERENT, kind_name};
use rungs::{json, markdown};
use serde_json::Value;

use super::written::{Written, ladders, signs, squeezed};

/// A report, and what the formats say of it.
fn written(report: &ComparisonReport<'_>, only: Only, folds: Folds<'_>) -> Written {
    let options = ComparisonOptions { only, folds, ..ComparisonOptions::new(400, Glyphs::Unicode) };
    let shape = Shape { only, folds: folds.all, ..Shape::default() };
    Written::new(
        lay_out_comparison(report.comparison, options),
        &markdown::comparison(report, 1),
        &json::comparison(report),
        &html::comparison_page("The ladder", report, shape),
    )
}

fn check(comparison: &Comparison, only: Only, all: bool, opens_rest: bool) {
    let folds = Folds { all, opens_rest, except: &[] };
    let report = ComparisonReport::new(comparison, only, folds);
    let written = written(&report, only, folds);
    counts_agree(&report, &written, only);
    said_by_all(&report, &written);
    headings_agree(&report, &written);
    pairs_agree(&report, &written);
}

/// The summary, and what differs most in numbers.
fn counts_agree(report: &ComparisonReport<'_>, written: &Written, only: Only) {
    let names = [report.names[0].as_str(), report.names[1].as_str()];
    let phrases: Vec<String> = report.told_counts().map(|count| count.phrase(names)).collect();
    let signed: Vec<String> = report
        .told_counts()
        .zip(&phrases)
        .map(|(count, phrase)| format!("{} {phrase}", count.kind.sign()))
        .collect();
    let signed = squeezed(&signed.join(" "));
    assert!(written.text.contains(&signed), "{signed}\n{}", written.text);
    assert!(
        written.markdown.contains(&squeezed(&format!("{}.", phrases.join(", ")))),
        "{phrases:?}"
    );
    assert_eq!(written.found("header p.summary"), [signed]);
    for count in report.counts {
        assert_eq!(written.json["summary"][kind_name(count.kind)], count.count, "{count:?}");
    }
    assert_eq!(written.json["summary"]["rest"], report.comparison.rest());
    // The places to step through and the numbers beside the topics count the same texts.
    let shown: usize = report.topics.iter().map(|topic| topic.differences).sum();
    let stops = written.page.differences.iter().map(|stop| stop.texts);
    assert_eq!(stops.sum::<usize>(), shown);
    let outer = written.page.outline.iter().filter(|entry| entry.depth == 1);
    let beside = outer.filter_map(|entry| entry.kind).map(|(_, differences)| differences);
    assert_eq!(beside.sum::<usize>(), shown);
    let differ: usize = report.counts[..3].iter().map(|count| count.count).sum();
    assert!(shown == differ || matches!(only, Only::Right | Only::Left));
    let compared = |topic: &&Topic| topic.compares(report.comparison);
    let topics = report.comparison.topics.iter().filter(compared);
    let same: usize = topics.map(|topic| topic.counts().same).sum();
    assert_eq!(report.counts[3].count, same);
}

/// Notes, whose word a table is, why texts correspond, what is left out or folded.
fn said_by_all(report: &ComparisonReport<'_>, written: &Written) {
    let phrases = report.phrases();
    for words in report.notes.iter().chain(&phrases) {
        written.all_say(words);
    }
    let notes: Vec<&str> = report.notes.iter().map(String::as_str).collect();
    assert_eq!(written.json["notes"], Value::from(notes));
    let mut counted = std::collections::BTreeMap::new();
    open(report, &mut |topic| {
        let whys = topic.why().into_iter().chain(topic.unlike()).map(|why| format!("why: {why}"));
        let remarks = topic.origin().into_iter().chain(topic.elsewhere());
        whys.chain(remarks.filter(|_| topic.folded.is_none()))
            .for_each(|words| written.all_say(&words));
        if topic.folded.is_none() && topic.same_left_out() > 0 {
            *counted.entry(format!("= {} unchanged", topic.same_left_out())).or_insert(0) += 1;
        }
    });
    for (words, count) in counted {
        let lines = |text: &str| text.lines().filter(|line| line.trim() == words).count();
        assert_eq!(lines(&written.lines), count, "{words}\n{}", written.lines);
        assert_eq!(lines(&written.markdown_lines), count, "{words}");
        assert_eq!(written.found("p.about").iter().filter(|it| **it == words).count(), count);
    }
}

/// Topics and the heading over what stands at the end, in one order.
fn headings_agree(report: &ComparisonReport<'_>, written: &Written) {
    let (mut headings, mut titles) = (Vec::new(), Vec::new());
    let mut shown = |topic: &TopicReport<'_>| {
        headings.push(squeezed(&topic.headings().join(" | ")));
        titles.push(squeezed(&topic.topic.title));
    };
    let mut outer = 0;
    report.topics.iter().for_each(|topic| unfolded(topic, &mut |_| outer += 1));
    report.topics.iter().for_each(|topic| unfolded(topic, &mut shown));
    open_rest(report).for_each(|topic| unfolded(topic, &mut shown));
    if let Some(rest) = &report.rest {
        headings.insert(outer, rest.title.clone());
        titles.insert(outer, rest.title.clone());
    }
    let outline = written.page.outline.iter().skip(1).map(|entry| squeezed(&entry.title));
    assert_eq!(outline.collect::<Vec<_>>(), titles);
    assert_eq!(written.markdown_headings(&[" (only ", ")"]), headings);
    let summary: Vec<&str> = report.rest.iter().map(|rest| rest.title.as_str()).collect();
    assert_eq!(written.found("section.rest > details > summary"), summary);
    assert_eq!(written.json["rest"].as_str(), summary.first().copied());
    let [outer, rest]: [Vec<&Value>; 2] = [true, false].map(|compares| {
        let topics = written.json["topics"].as_array().unwrap().iter();
        topics.filter(|topic| topic["compares"] == compares).collect()
    });
    assert_eq!(outer.len(), report.topics.len());
    assert_eq!(rest.len(), report.rest.as_ref().map_or(0, |rest| rest.topics.len()));
    let (mut all, mut told) = (Vec::new(), Vec::new());
    each(report, &mut |topic| {
        all.push(squeezed(&topic.topic.title));
        told.push(squeezed(&topic.headings().join(" | ")));
    });
    assert_eq!(written.json_titles("topics"), all);
    assert_eq!(written.html_headings("section"), told);
}

/// The pairs of all topics that are not folded, in one order.
fn pairs_agree(report: &ComparisonReport<'_>, written: &Written) {
    let (mut told, mut all) = (Vec::new(), Vec::new());
    let mut pairs = |topic: &TopicReport<'_>| {
        if topic.folded.is_none() {
            told.extend(topic.pairs.iter().map(|it| it.sign().to_owned()));
        }
    };
    report.topics.iter().for_each(|topic| unfolded(topic, &mut pairs));
    // What only one page says is set against nothing, and has no sign.
    if report.rest.as_ref().is_some_and(|rest| rest.side.is_none()) {
        open_rest(report).for_each(|topic| unfolded(topic, &mut pairs));
    }
    each(report, &mut |topic| all.extend(topic.pairs.iter().map(|it| kind_name(it.pair.kind))));
    assert_eq!(signs(&written.markdown_lines), told);
    assert_eq!(written.json_pairs(), all);
    let of = |kind: Kind| all.iter().filter(|it| **it == kind_name(kind)).count();
    let mut wholly = 0;
    each(report, &mut |topic| {
        wholly += topic.pairs.iter().filter(|it| it.sign() == WHOLLY_DIFFERENT).count();
    });
    assert_eq!(written.found("tbody.wholly").len(), wholly);
    assert_eq!(written.found("tbody.same").len(), of(Kind::Same));
    assert_eq!(written.found("tbody.changed").len(), of(Kind::Changed));
    assert_eq!(written.found("div.alone").len(), of(Kind::Left) + of(Kind::Right));
}

/// A topic and those inside it that are not folded away.
fn unfolded<'a>(topic: &TopicReport<'a>, act: &mut dyn FnMut(&TopicReport<'a>)) {
    act(topic);
    if topic.folded.is_none() {
        topic.topics.iter().for_each(|inner| unfolded(inner, act));
    }
}

fn inside<'a>(topic: &TopicReport<'a>, act: &mut dyn FnMut(&TopicReport<'a>)) {
    act(topic);
    topic.topics.iter().for_each(|inner| inside(inner, act));
}

/// Every topic, in the order in which they are told; what is folded at the end too.
fn each<'a>(report: &ComparisonReport<'a>, act: &mut dyn FnMut(&TopicReport<'a>)) {
    report.topics.iter().for_each(|topic| inside(topic, act));
    let rest = report.rest.iter().flat_map(|rest| &rest.topics);
    rest.for_each(|topic| inside(topic, act));
}

/// The same without what is folded at the end.
fn open<'a>(report: &ComparisonReport<'a>, act: &mut dyn FnMut(&TopicReport<'a>)) {
    report.topics.iter().for_each(|topic| inside(topic, act));
    open_rest(report).for_each(|topic| inside(topic, act));
}

fn open_rest<'r, 'a>(
    report: &'r ComparisonReport<'a>,
) -> impl Iterator<Item = &'r TopicReport<'a>> {
    let open = report.rest.iter().filter(|rest| !rest.is_folded);
    open.flat_map(|rest| &rest.topics)
}

/// Neighbors on each track, and each counterpart with the role that knows it.
fn pairs(ladder: &Ladder) -> Vec<[Subject; 2]> {
    const MOST: usize = 3;
    let neighbors = ladder.tracks.iter().flat_map(|track| {
        let pairs = track.roles.windows(2).take(MOST);
        pairs.map(|pair| [Subject::Role(pair[0]), Subject::Role(pair[1])])
    });
    let known = ladder.counterparts.iter().enumerate().filter_map(|(at, it)| {
        let role: RoleId = it.known_from.first()?.role;
        Some([Subject::Role(role), Subject::Counterpart(rungs::model::CounterpartId(at))])
    });
    neighbors.chain(known.take(MOST)).collect()
}

#[test]
fn all_formats_say_the_same_of_a_comparison() {
    for ladder in ladders() {
        let comparer = Comparer::new(&ladder);
        for [left, right] in pairs(&ladder) {
            for comparison in [comparer.compare(left, right), comparer.explain(right, left)] {
                check(&comparison, Only::All, false, true);
                check(&comparison, Only::All, true, false);
                for only in [Only::Differences, Only::Right, Only::Left] {
                    check(&comparison, only, false, false);
                }
            }
        }
    }
}
