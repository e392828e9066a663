//! What differs most in numbers between two roles, in a few words.

use std::collections::HashSet;

use crate::compare::comparison::{Comparison, Pair, Part, Topic};
use crate::compare::numbers::change::Change;
use crate::compare::numbers::measures::telling;
use crate::compare::numbers::week::Week;
use crate::lexicon::fold_space;

/// The most numbers in a summary.
const MOST: usize = 3;

/// A number that differs much.
#[derive(Debug, Clone, PartialEq)]
pub struct Highlight {
    /// What is counted: the key of the texts that state it.
    pub name: String,
    /// By how much it differs: "8x larger".
    pub words: String,
    /// For putting several in order: how many times, whichever way.
    size: f64,
}

impl Highlight {
    /// In a phrase: "Team size 8x larger".
    #[must_use]
    pub fn phrase(&self) -> String {
        format!("{} {}", self.name, self.words)
    }
}

impl Comparison {
    /// What differs most in numbers, the most first: at most three, as a summary wants.
    ///
    /// Only a number with a key has a name, and each name is shown once: at its first place. Of the
    /// activities of a week only the sum is shown, if both sides count the same activities.
    #[must_use]
    pub fn highlights(&self) -> Vec<Highlight> {
        let (mut found, mut known) = (Vec::new(), HashSet::new());
        for topic in self.topics.iter().filter(|topic| topic.compares(self)) {
            collect(topic, &mut found, &mut known);
        }
        found.sort_by(|a: &Highlight, b: &Highlight| b.size.total_cmp(&a.size));
        found.truncate(MOST);
        found
    }
}

fn collect(topic: &Topic, found: &mut Vec<Highlight>, known: &mut HashSet<String>) {
    let all: Vec<Highlight> = match topic.week() {
        Some(week) => of_week(&week).into_iter().collect(),
        None => topic.pairs.iter().filter_map(of_pair).collect(),
    };
    found.extend(all.into_iter().filter(|it| known.insert(it.name.to_lowercase())));
    topic.topics.iter().for_each(|inner| collect(inner, found, known));
}

/// A week as a phrase, which has no room for the values that are not counted.
fn of_week(week: &Week) -> Option<Highlight> {
    let change = week.change();
    let told = change.is_notable() && week.counts_alike();
    let name = "Week total".to_owned();
    told.then(|| Highlight { name, words: week.hours(), size: change.size() })
}

/// What a pair says that both call alike: a number that both begin with. One further in is of
/// something else than the key says.
fn of_pair(pair: &Pair) -> Option<Highlight> {
    let key = |part: &Part| part.key.as_deref().map(fold_space);
    let name = pair.right.as_ref().and_then(key)?;
    if pair.left.as_ref().and_then(key).as_ref() != Some(&name) {
        return None;
    }
    let measures = pair.measures();
    let measure = *telling(&measures).iter().find(|measure| measure.leads)?;
    // "30 points down" does not say from which value.
    let words = match measure.change {
        Change::Points { .. } => measure.sentence(),
        _ => measure.words(),
    };
    // What is in brackets explains the key; a phrase has no room for it.
    let name = name.split(" (").next().unwrap_or(&name).to_owned();
    Some(Highlight { name, words, size: measure.change.size() })
}
