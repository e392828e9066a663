//! Which words two texts share, as their readers know them.

use std::collections::{HashMap, HashSet};

use unicode_segmentation::UnicodeSegmentation;

use crate::compare::terms::marks::{TermMark, mark};
use crate::compare::terms::weights::Bag;
use crate::lexicon::{is_function_word, terms};

/// How many words are named.
const WORDS: usize = 4;

/// The words of both texts, each with its weight.
type Shared = HashMap<TermMark, f64>;

/// A word that both texts have.
struct SharedWord {
    text: String,
    /// Those of its terms that both have, and what the rarest of them weighs.
    terms: Vec<TermMark>,
    weight: f64,
}

/// The words that say most among those that both have, the rarest in the ladder first, as one of
/// the texts of the right side writes them. What only holds sentences together and numbers are left
/// out.
pub(crate) fn shared_words(left: &Bag, right: &Bag, texts: &[&str]) -> Vec<String> {
    let of_right: HashSet<TermMark> = right.terms.iter().map(|(mark, _)| *mark).collect();
    let both = left.terms.iter().filter(|(mark, _)| of_right.contains(mark));
    let shared: Shared = both.copied().collect();
    let mut words: Vec<SharedWord> = texts.iter().flat_map(|text| words(text, &shared)).collect();
    words.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut told: HashSet<TermMark> = HashSet::new();
    words.retain(|word| {
        let new = word.terms.iter().any(|term| !told.contains(term));
        told.extend(&word.terms);
        new
    });
    words.into_iter().take(WORDS).map(|word| word.text).collect()
}

/// The words of a text that are shared. Where a script sets no spaces between its words, they are the
/// longest stretches that are.
fn words(text: &str, shared: &Shared) -> Vec<SharedWord> {
    let mut words = Vec::new();
    let mut run = String::new();
    let mut end = 0;
    for (at, word) in text.unicode_word_indices() {
        let touches = at == end;
        end = at + word.len();
        let is_letter = word.chars().nth(1).is_none() && !word.is_ascii();
        if !(is_letter && touches) {
            stretches(&std::mem::take(&mut run), shared, &mut words);
        }
        match is_letter {
            true => run.push_str(word),
            false => words.extend(whole(word, shared)),
        }
    }
    stretches(&run, shared, &mut words);
    words
}

/// A word, if what is shared of it is most of it: all but an ending, say.
fn whole(text: &str, shared: &Shared) -> Option<SharedWord> {
    let all = terms(text);
    let found = telling(&all, shared);
    (2 * found.len() >= all.len()).then(|| word(text, &found)).flatten()
}

/// The longest stretches of letters without spaces between them that are shared.
fn stretches(run: &str, shared: &Shared, words: &mut Vec<SharedWord>) {
    let letters: Vec<&str> = run.graphemes(true).collect();
    let is_shared = |from: usize| {
        let pair = letters[from..from + 2].concat();
        terms(&pair).iter().all(|term| shared.contains_key(&mark(term)))
    };
    let mut from = 0;
    while from < letters.len() {
        let mut to = from + 1;
        while to < letters.len() && is_shared(to - 1) {
            to += 1;
        }
        let stretch = letters[from..to].concat();
        words.extend(word(&stretch, &telling(&terms(&stretch), shared)));
        from = to;
    }
}

fn word(text: &str, terms: &[(TermMark, f64)]) -> Option<SharedWord> {
    let weight = terms.iter().map(|(_, weight)| *weight).reduce(f64::max)?;
    let terms = terms.iter().map(|(mark, _)| *mark).collect();
    Some(SharedWord { text: text.to_owned(), terms, weight })
}

/// Those terms that both texts have and that tell something.
fn telling(terms: &[String], shared: &Shared) -> Vec<(TermMark, f64)> {
    let telling = terms.iter().filter(|term| !is_function_word(term) && *term != "#");
    telling.filter_map(|term| shared.get_key_value(&mark(term))).map(|(m, w)| (*m, *w)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shared words of two texts, every term of one weight.
    #[track_caller]
    fn check(left: &str, right: &str, want: &str) {
        let bag = |text: &str| Bag::new(terms(text).iter().map(|term| (mark(term), 1.0)));
        assert_eq!(shared_words(&bag(left), &bag(right), &[right]).join(" | "), want);
    }

    #[test]
    fn words_are_told_as_the_right_side_writes_them() {
        check("Plans the roadmaps", "Planning of one roadmap", "Planning | roadmap");
        check("4 teams of 2", "4 and 2 people", "");
    }

    #[test]
    fn words_without_spaces_are_whole() {
        check("엔지니어를 이끈다", "엔지니어와 일한다", "엔지니어와");
        check("负责技术战略。", "制定技术战略和预算", "技术战略");
        check("チームを率いる", "チームを作る", "チーム");
    }
}
