//! How expectations are worded: two in one item, the same at two levels, or too vague to observe.

use std::collections::HashMap;

use rayon::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::check::apart::NamedPlaces;
use crate::check::checked::CheckedLadder;
use crate::check::expectations::{Expectation, said};
use crate::check::phrases;
use crate::check::rule_finding::RuleFinding;
use crate::check::unobservable::{self, Unobservable, gives_evidence};
use crate::lexicon::{quantities, terms};
use crate::model::{Document, Table, Text, Track};

/// Texts with fewer words that carry meaning are names of things ("Code review"), which levels may share.
const FEWEST_WORDS: usize = 5;

/// Of many roles that say nearly the same only the first are compared, so that a check stays quick.
const FIRST_HOLDERS: usize = 16;

/// An item has words that leave open what is expected.
pub(crate) fn filler(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let mut look = |document: &Document, line: usize, text: &str| {
        if let Some(words) = phrases::filler(text) {
            let message = format!("`{words}` leaves open what is expected");
            let help = "say when or how often, or remove it";
            found.push(RuleFinding::new(document, line, words, message, help));
        }
    };
    for (role, expectations) in ladder.roles.iter().zip(checked.expectations()) {
        for expectation in expectations {
            look(&role.document, expectation.line, &expectation.text);
        }
        for table in role.document.tables() {
            let amounts = columns_of_amounts(table);
            for row in &table.rows {
                for (cell, is_amount) in row.cells.iter().zip(&amounts) {
                    let cell = cell.as_str();
                    // "As needed" beside hours is an amount too, and says all that is to say.
                    if !(*is_amount && phrases::filler(cell) == Some(cell)) {
                        look(&role.document, row.line, cell);
                    }
                }
            }
        }
    }
    found
}

/// An item names a trait, a feeling or an idiom, and nothing that one can observe.
pub(crate) fn unobservable(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    let mut found = Vec::new();
    let mut look = |document: &Document, line: usize, text: &str| {
        let (words, message, help) = match unobservable::unobservable(text) {
            None => return,
            Some(Unobservable::Trait(words)) => (
                words,
                format!("`{words}` names a trait or a feeling, which nobody can observe"),
                "say what the person does, how often, or with which result",
            ),
            Some(Unobservable::Idiom(words)) => (
                words,
                format!("`{words}` is an idiom that sets no threshold"),
                "say what the person does, and by which measure",
            ),
        };
        found.push(RuleFinding::new(document, line, words, message, help));
    };
    for (role, expectations) in ladder.roles.iter().zip(checked.expectations()) {
        for expectation in expectations {
            // The items below an item say how the trait shows.
            if !expectation.goes_on && !gives_evidence(&expectation.body) {
                look(&role.document, expectation.line, &expectation.body);
            }
        }
        for row in role.document.tables().into_iter().flat_map(|table| &table.rows) {
            let cells: Vec<&str> = row.cells.iter().map(Text::as_str).collect();
            // The first cell is the key of its row. A cell with evidence explains the other cells.
            if !cells.iter().any(|cell| gives_evidence(cell)) {
                cells.iter().skip(1).for_each(|cell| look(&role.document, row.line, cell));
            }
        }
    }
    found
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
    let mut found = Vec::new();
    for expectation in checked.expectations().iter().flatten() {
        let body = expectation.body.trim_end_matches('.');
        // A second sentence explains the first; it is not a second expectation.
        if body.contains(". ") {
            continue;
        }
        let Some(second) = phrases::second_expectation(body) else { continue };
        let message = format!("this item states two expectations; the second is `{second}`");
        let help = "split it into two items, so that each can be assessed alone";
        let words = format!("and {second}");
        let Expectation { document, line, .. } = expectation;
        found.push(RuleFinding::new(document, *line, words, message, help));
    }
    found
}

/// An item is far longer than the others of its list.
pub(crate) fn long_item(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let mut found = Vec::new();
    for all in checked.expectations() {
        let mut lists: HashMap<usize, Vec<(usize, &Expectation)>> = HashMap::new();
        for expectation in all {
            let words = expectation.text.unicode_words().count();
            lists.entry(expectation.list).or_default().push((words, expectation));
        }
        found.extend(lists.into_values().filter_map(longest));
    }
    found
}

/// The one item of a list that is far longer than all the others.
fn longest(mut list: Vec<(usize, &Expectation)>) -> Option<RuleFinding> {
    const FEWEST_ITEMS: usize = 4;
    const LONG: usize = 40;
    if list.len() < FEWEST_ITEMS {
        return None;
    }
    list.sort_by_key(|(words, expectation)| (*words, expectation.line));
    let median = list[list.len() / 2].0;
    let [.., (next, _), (words, longest)] = list.as_slice() else { return None };
    if *words < LONG || *words < 4 * median || *words < 2 * next {
        return None;
    }
    let message =
        format!("this item has {words} words, the other items of its list around {median}");
    let help = "split it, or move the explanation into a paragraph of its own";
    let start: String = longest.text.split(' ').take(4).collect::<Vec<_>>().join(" ");
    Some(RuleFinding::new(longest.document, longest.line, start, message, help))
}

/// Two levels expect the same in slightly different words.
pub(crate) fn near_duplicate(checked: &CheckedLadder<'_>) -> Vec<RuleFinding> {
    let ladder = checked.ladder;
    ladder.tracks.par_iter().flat_map_iter(|track| near_duplicates(checked, track)).collect()
}

fn near_duplicates(checked: &CheckedLadder<'_>, track: &Track) -> Vec<RuleFinding> {
    let places = NamedPlaces::of_track(checked.ladder, track);
    let mut first: HashMap<String, Vec<(String, &Expectation)>> = HashMap::new();
    let mut stems = HashMap::new();
    let mut found = Vec::new();
    for expectation in checked.expectations_of(track) {
        let meaning = meaning(&expectation.text, &mut stems);
        if meaning.split(' ').count() < FEWEST_WORDS {
            continue;
        }
        let earlier = first.entry(meaning).or_default();
        let words = said(&expectation.text);
        let is_known = earlier.iter().any(|(before, _)| *before == words);
        let mut levels = earlier.iter().map(|(_, before)| *before).filter(|before| {
            before.role != expectation.role && places.are_levels(before.role, expectation.role)
        });
        if let Some(before) = levels.next().filter(|_| !is_known) {
            let other = &before.document.title;
            let message = format!("`{other}` expects the same in slightly different words");
            let help = "say what differs at this level, or use the same words";
            let Expectation { document, line, text, .. } = expectation;
            let finding = RuleFinding::new(document, *line, text.clone(), message, help);
            found.push(finding.note(before.document, before.line, before.text.clone()));
        }
        if earlier.len() < FIRST_HOLDERS {
            earlier.push((words, expectation));
        }
    }
    found
}

/// The stems of the words that carry the meaning of a text, and its numbers. Singular and plural differ:
/// "your team" and "your teams" are two levels. The stems of words that came before are known.
fn meaning<'a>(text: &'a str, stems: &mut HashMap<&'a str, String>) -> String {
    let words = text.unicode_words().filter(|word| !phrases::is_intensifier(&word.to_lowercase()));
    let meaning = words.enumerate().filter_map(|(at, word)| {
        let lower = word.to_lowercase();
        if word.chars().any(char::is_numeric) {
            return Some(lower);
        }
        if phrases::is_grammatical(&lower) {
            return None;
        }
        // The first word is a verb, and its `s` is no plural.
        let is_many = at > 0 && lower.ends_with('s') && !lower.ends_with("ss");
        let term = stems.entry(word).or_insert_with(|| terms(word).join(" "));
        Some(if is_many { format!("{term}s") } else { term.clone() })
    });
    meaning.filter(|term| !term.is_empty()).collect::<Vec<_>>().join(" ")
}
