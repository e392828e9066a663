//! Which words two texts share, as their readers know them.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use crate::compare::align::marks::{Mark, mark};
use crate::compare::terms::normal::{is_function_word, terms};
use crate::compare::terms::weights::Bag;

/// How many words are named.
const WORDS: usize = 4;

/// The words that say most among those that both have, the rarest in the ladder first, as one of
/// the texts of the right side writes them.
pub(crate) fn shared_words(left: &Bag, right: &Bag, texts: &[&str]) -> Vec<String> {
    let written = written(texts);
    let of_right: HashMap<Mark, f64> = right.terms.iter().copied().collect();
    let mut shared: Vec<(&(usize, String), f64)> = left
        .terms
        .iter()
        .filter(|(mark, _)| of_right.contains_key(mark))
        .filter_map(|(mark, weight)| Some((written.get(mark)?, *weight)))
        .collect();
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.0.cmp(&b.0.0)));
    shared.into_iter().take(WORDS).map(|((_, word), _)| word.clone()).collect()
}

/// Where each term first stands and how it is written there. What only holds sentences together
/// and numbers are left out. Pairs of characters stand for themselves.
fn written(texts: &[&str]) -> HashMap<Mark, (usize, String)> {
    let mut written = HashMap::new();
    let mut number = 0;
    for text in texts {
        let words = text.unicode_words().filter_map(|word| match terms(word).as_slice() {
            [term] => Some((mark(term), word.to_owned())),
            _ => None,
        });
        let terms = terms(text);
        let telling = terms.iter().filter(|term| !is_function_word(term) && *term != "#");
        let kept: Vec<Mark> = telling.clone().map(|term| mark(term)).collect();
        let words = words.filter(|(mark, _)| kept.contains(mark));
        for (mark, word) in words.chain(telling.map(|term| (mark(term), term.clone()))) {
            written.entry(mark).or_insert((number, word));
            number += 1;
        }
    }
    written
}
