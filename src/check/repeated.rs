//! The same expectation, word for word, at two levels or twice in one.

use std::collections::{BTreeMap, HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::check::expectations::{self, Expectation};
use crate::check::finding::Finding;
use crate::compare::terms::normal::is_function_word;
use crate::model::{Ladder, RoleId};

/// Texts of fewer words are names of things ("Code review"), which levels rightly share.
const FEWEST_WORDS: usize = 5;

/// So are those that have fewer words that say something.
const FEWEST_TELLING_WORDS: usize = 3;

/// Inside of a role short texts such as "All of the above" refer to what stands around them.
const FEWEST_WORDS_WITHIN: usize = 8;

/// From this many on, what a role repeats is said once and not item by item.
const MANY: usize = 3;

/// An expectation and the one before it that says the same.
type Repeat<'a> = (&'a Expectation<'a>, &'a Expectation<'a>);

/// Two levels expect the same, word for word; or one role expects the same twice.
pub(crate) fn repeated_expectation(ladder: &Ladder) -> Vec<Finding> {
    let tracks: Vec<Vec<Expectation>> =
        ladder.tracks.iter().map(|track| expectations::of_track(ladder, track)).collect();
    if is_scale(tracks.iter().flatten()) {
        return Vec::new();
    }
    tracks.iter().flat_map(|all| repeated(ladder, all)).collect()
}

fn repeated(ladder: &Ladder, all: &[Expectation]) -> Vec<Finding> {
    let mut last: HashMap<String, &Expectation> = HashMap::new();
    let mut twice: Vec<Repeat> = Vec::new();
    let mut shared: BTreeMap<RoleId, Vec<Repeat>> = BTreeMap::new();
    for expectation in all {
        let said = said(&expectation.text);
        if !is_prose(&said) || is_date(&said) {
            continue;
        }
        let Some(before) = last.insert(said, expectation) else { continue };
        // One text that belongs to two roles is written once.
        if before.line == expectation.line && before.document.file == expectation.document.file {
            continue;
        }
        if before.role == expectation.role {
            if expectation.text.split(' ').count() >= FEWEST_WORDS_WITHIN {
                twice.push((expectation, before));
            }
        } else {
            shared.entry(expectation.role).or_default().push((expectation, before));
        }
    }
    let within = twice.into_iter().map(said_twice);
    within.chain(shared.into_values().flat_map(|items| of_lower(ladder, &items))).collect()
}

/// Whether a ladder is made of a scale: items whose key names a step that reads the same wherever it
/// stands ("**Adopts**: uses what the team has chosen"). There levels share steps by design.
fn is_scale<'a>(all: impl Iterator<Item = &'a Expectation<'a>>) -> bool {
    const FEWEST_STEPS: usize = 5;
    let mut texts: HashMap<&str, (usize, HashSet<&str>)> = HashMap::new();
    for expectation in all {
        if let Some(key) = &expectation.key {
            let (count, texts) = texts.entry(key).or_default();
            *count += 1;
            texts.insert(&expectation.body);
        }
    }
    let repeated = texts.values().filter(|(count, _)| *count > 1);
    let (steps, others): (Vec<_>, Vec<_>) = repeated.partition(|(_, texts)| texts.len() == 1);
    steps.len() >= FEWEST_STEPS && steps.len() >= 4 * others.len()
}

fn said_twice((here, before): Repeat) -> Finding {
    let message = "the same expectation stands in this role twice";
    let help = "leave one of them out";
    Finding::new(here.document, here.line, here.text.clone(), message, help).note(
        before.document,
        before.line,
        "the same words stand here",
    )
}

/// What a role shares with lower ones.
fn of_lower(ladder: &Ladder, items: &[Repeat]) -> Vec<Finding> {
    let title = |expectation: &Expectation| ladder.role(expectation.role).document.title.as_str();
    let one = |(here, _): &Repeat, message: String| {
        let help = "say what differs at this level, or leave it to the lower one";
        Finding::new(here.document, here.line, here.text.clone(), message, help)
    };
    if items.len() < MANY {
        let finding = |item: &Repeat| {
            let (_, before) = item;
            let message = format!("`{}` expects the same, word for word", title(before));
            let same = "the same words stand here";
            one(item, message).note(before.document, before.line, same)
        };
        return items.iter().map(finding).collect();
    }
    let message = format!("{} expectations stand word for word at lower levels too", items.len());
    let mut finding = one(&items[0], message);
    for (here, before) in items {
        let same = format!("the same words as in line {} of `{}`", before.line, title(before));
        finding = finding.note(here.document, here.line, same);
    }
    vec![finding]
}

/// Whether words begin with a date: that tells when something happens, and expects nothing.
fn is_date(said: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let first = said.split(' ').next().unwrap_or_default();
    MONTHS.contains(&first) || first.starts_with(|c: char| c.is_ascii_digit())
}

/// The words of a text: what is the same in two texts that differ in case and punctuation alone.
pub(crate) fn said(text: &str) -> String {
    text.unicode_words().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Whether words are a sentence rather than the name of something.
fn is_prose(said: &str) -> bool {
    let words = said.split(' ');
    words.clone().count() >= FEWEST_WORDS
        && words.filter(|word| !is_function_word(word)).count() >= FEWEST_TELLING_WORDS
}
