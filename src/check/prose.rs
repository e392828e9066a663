//! How expectations are worded: two in one item, the same at two levels, or too vague to observe.

use std::cell::LazyCell;
use std::collections::HashMap;

use crate::check::checked::CheckedLadder;
use crate::check::expectations::Expectation;
use crate::check::fingerprint::doubled;
use crate::check::phrases;
use crate::check::rule_finding::RuleFinding;
use crate::check::unobservable::{self, Unobservable, gives_evidence};
use crate::check::vocabulary::{meaning, said};
use crate::lexicon::quantities;
use crate::model::{Table, Text, TrackId};

/// Of many roles that say nearly the same only the first are compared, so that a check stays quick.
const FIRST_HOLDERS: usize = 16;

/// An item has words that leave open what is expected.
pub(crate) fn filler(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    checked.in_roles(|document, expectations| {
        let mut found = Vec::new();
        let mut look = |line: usize, words: &str| {
            let message = format!("`{words}` leaves open what is expected");
            let help = "say when or how often, or remove it";
            found.push(RuleFinding::new(document, line, words, message, help));
        };
        for expectation in expectations.iter().filter(|it| it.words.may_have_phrases) {
            if let Some(words) = phrases::filler(&expectation.text()) {
                look(expectation.line(), words);
            }
        }
        for table in document.tables() {
            let amounts = LazyCell::new(|| columns_of_amounts(table));
            for row in &table.rows {
                for (at, cell) in row.cells.iter().enumerate() {
                    let cell = cell.as_str();
                    let Some(words) = phrases::filler(cell) else { continue };
                    // "As needed" beside hours is an amount too, and says all that is to say.
                    if words.len() < cell.len() || !amounts[at] {
                        look(row.line, words);
                    }
                }
            }
        }
        found
    })
}

/// An item names a trait, a feeling or an idiom, and nothing that one can observe.
pub(crate) fn unobservable(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    checked.in_roles(|document, expectations| {
        let mut found = Vec::new();
        let mut look = |line: usize, named: Unobservable| {
            let (words, message, help) = match named {
                Unobservable::Trait(words) => (
                    words,
                    format!("`{words}` names a trait or a feeling, which nobody can observe"),
                    "say what the person does, how often, or with which result",
                ),
                Unobservable::Idiom(words) => (
                    words,
                    format!("`{words}` is an idiom that sets no threshold"),
                    "say what the person does, and by which measure",
                ),
            };
            found.push(RuleFinding::new(document, line, words, message, help));
        };
        // The items below an item say how the trait shows.
        for expectation in expectations.iter().filter(|it| !it.goes_on()) {
            let body = expectation.body();
            let has_idiom = expectation.words.may_have_phrases && phrases::has_idiom(&body);
            if let Some(named) = unobservable::unobservable(&body, has_idiom)
                && !gives_evidence(&body)
            {
                look(expectation.line(), named);
            }
        }
        for row in document.tables().into_iter().flat_map(|table| &table.rows) {
            let cells: Vec<&str> = row.cells.iter().map(Text::as_str).collect();
            // The first cell is the key of its row. A cell with evidence explains the other cells.
            let named = cells
                .iter()
                .skip(1)
                .filter_map(|cell| unobservable::unobservable(cell, phrases::has_idiom(cell)));
            let named: Vec<Unobservable> = named.collect();
            if !named.is_empty() && !cells.iter().any(|cell| gives_evidence(cell)) {
                named.into_iter().for_each(|named| look(row.line, named));
            }
        }
        found
    })
}

/// Of each column whether at least half of its cells state an amount.
fn columns_of_amounts(table: &Table) -> Vec<bool> {
    let states = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        cells.filter(|cell| !quantities(cell.as_str()).is_empty()).count()
    };
    (0..table.columns.len()).map(|at| 2 * states(at) >= table.rows.len()).collect()
}

/// One item states two expectations.
pub(crate) fn double_expectation(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let double = |expectation: &Expectation| {
        let body = expectation.body();
        let body = body.trim_end_matches('.');
        let second = phrases::second_expectation(body)?;
        // A second sentence explains the first; it is not a second expectation.
        if body.contains(". ") {
            return None;
        }
        let message = format!("this item states two expectations; the second is `{second}`");
        let help = "split it into two items, so that each can be assessed alone";
        let words = format!("and {second}");
        let (document, line) = (expectation.document, expectation.line());
        Some(RuleFinding::new(document, line, words, message, help))
    };
    checked.in_roles(|_, expectations| expectations.iter().filter_map(double).collect())
}

/// An item is far longer than the others of its list.
pub(crate) fn long_item(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    checked.in_roles(|_, expectations| {
        let mut lists: Vec<&Expectation> = expectations.iter().collect();
        // The items of a list inside another come between those of the other.
        lists.sort_by_key(|it| it.list);
        lists.chunk_by(|a, b| a.list == b.list).filter_map(longest).collect()
    })
}

/// The one item of a list that is far longer than all the others.
fn longest(list: &[&Expectation]) -> Option<RuleFinding> {
    const FEWEST_ITEMS: usize = 4;
    const LONG: usize = 40;
    if list.len() < FEWEST_ITEMS || list.iter().all(|it| it.words.count < LONG) {
        return None;
    }
    let mut list = list.to_vec();
    list.sort_by_key(|it| (it.words.count, it.line()));
    let median = list[list.len() / 2].words.count;
    let [.., next, longest] = list.as_slice() else { return None };
    let (words, next) = (longest.words.count, next.words.count);
    if words < 4 * median || words < 2 * next {
        return None;
    }
    let message =
        format!("this item has {words} words, the other items of its list around {median}");
    let help = "split it, or move the explanation into a paragraph of its own";
    let start: String = longest.text().split(' ').take(4).collect::<Vec<_>>().join(" ");
    Some(RuleFinding::new(longest.document, longest.line(), start, message, help))
}

/// Two levels expect the same in slightly different words.
pub(crate) fn near_duplicate(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    checked.in_tracks(|track| near_duplicates(checked, track))
}

fn near_duplicates(checked: &CheckedLadder<'_>, track: TrackId) -> Vec<RuleFinding> {
    let all = || checked.expectations_of(track);
    let meanings = doubled(all().filter_map(|it| it.words.meaning));
    let is_doubled = |it: &&Expectation| it.words.meaning.is_some_and(|it| meanings.contains(&it));
    let mut first: HashMap<String, Vec<(String, &Expectation)>> = HashMap::new();
    let mut found = Vec::new();
    for expectation in all().filter(is_doubled) {
        let text = expectation.text();
        let earlier = first.entry(meaning(&text)).or_default();
        let words = said(&text);
        let is_known = earlier.iter().any(|(before, _)| *before == words);
        let mut levels = earlier.iter().map(|(_, before)| *before).filter(|before| {
            before.role != expectation.role
                && checked.places.are_levels(before.role, expectation.role)
        });
        if let Some(before) = levels.next().filter(|_| !is_known) {
            let other = &before.document.title;
            let message = format!("`{other}` expects the same in slightly different words");
            let help = "say what differs at this level, or use the same words";
            let (document, line) = (expectation.document, expectation.line());
            let finding = RuleFinding::new(document, line, text, message, help);
            found.push(finding.note(before.document, before.line(), before.text()));
        }
        if earlier.len() < FIRST_HOLDERS {
            earlier.push((words, expectation));
        }
    }
    found
}
