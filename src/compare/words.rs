//! Which words of two corresponding texts differ.

use std::collections::HashMap;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

use crate::lexicon::is_function_word;

/// Where fewer than one in this many words are shared, single marks would be noise: the whole of
/// both texts is marked.
const SHARED: usize = 4;

/// The most cells of the word-by-word table. Larger texts are compared at their ends only, so that
/// time and result do not depend on the machine.
const CELLS: usize = 25_000_000;

/// The bytes of each text that the other does not have.
///
/// The result for swapped texts is the swapped result.
pub(crate) fn changed_words(left: &str, right: &str) -> (Vec<Range<usize>>, Vec<Range<usize>>) {
    if left > right {
        let (right, left) = changed_words(right, left);
        return (left, right);
    }
    let (left_words, right_words) = (words(left), words(right));
    if is_mostly_new(&left_words, &right_words) {
        return (whole(&left_words), whole(&right_words));
    }
    let runs = quiet(runs(&left_words, &right_words), &left_words);
    let marks = |words: &[Word], side: fn(&WordRun) -> Range<usize>| {
        let changed = runs.iter().filter(|run| !run.same).map(side);
        changed.filter(|range| !range.is_empty()).map(|range| bytes(&words[range])).collect()
    };
    (marks(&left_words, |run| run.left.clone()), marks(&right_words, |run| run.right.clone()))
}

/// A word or sign and where it begins; a number with what clings to it is one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
}

impl Word<'_> {
    /// Whether it carries no meaning: a sign, or a word that only holds sentences together.
    fn is_empty(&self) -> bool {
        self.is_sign() || is_function_word(&self.text.to_lowercase())
    }

    pub(crate) fn is_sign(&self) -> bool {
        !self.text.contains(char::is_alphanumeric)
    }
}

/// A stretch that both sides have, or that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WordRun {
    same: bool,
    left: Range<usize>,
    right: Range<usize>,
}

pub(crate) fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word> = Vec::new();
    for (start, word) in text.split_word_bound_indices() {
        match words.last_mut() {
            Some(last) if goes_on(last, start, word) => {
                last.text = &text[last.start..start + word.len()];
            }
            _ if word.trim().is_empty() => {}
            _ => words.push(Word { text: word, start }),
        }
    }
    words
}

/// Whether a piece belongs to the number before it: "15-50+", "60%" and "$5K" are read as one word,
/// so that no half of a range is marked.
fn goes_on(last: &Word, start: usize, piece: &str) -> bool {
    const SIGNS: [&str; 5] = ["-", "–", "—", "+", "%"];
    let digit = |c: char| c.is_ascii_digit();
    let number = last.text.chars().any(digit) && !last.text.ends_with(char::is_alphabetic);
    let money = ["$", "€", "£"].contains(&last.text);
    let glued = last.start + last.text.len() == start;
    let more = (number && SIGNS.contains(&piece)) || piece.starts_with(digit);
    glued && (number || money) && more
}

fn bytes(words: &[Word]) -> Range<usize> {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => first.start..last.start + last.text.len(),
        _ => 0..0,
    }
}

fn whole(words: &[Word]) -> Vec<Range<usize>> {
    if words.is_empty() { Vec::new() } else { vec![bytes(words)] }
}

fn is_mostly_new(left: &[Word], right: &[Word]) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let spoken = |words: &[Word]| words.iter().filter(|word| !word.is_sign()).count();
    for word in left.iter().filter(|word| !word.is_sign()) {
        *counts.entry(word.text).or_default() += 1;
    }
    let mut shared = 0;
    for word in right.iter().filter(|word| !word.is_sign()) {
        if let Some(count) = counts.get_mut(word.text).filter(|count| **count > 0) {
            *count -= 1;
            shared += 1;
        }
    }
    let most = spoken(left).max(spoken(right));
    most > 0 && shared * SHARED < most
}

/// The texts as stretches, same and different by turns.
fn runs(left: &[Word], right: &[Word]) -> Vec<WordRun> {
    let same_at_start = left.iter().zip(right).take_while(|(a, b)| a.text == b.text).count();
    let (left_rest, right_rest) = (&left[same_at_start..], &right[same_at_start..]);
    let same_at_end = left_rest
        .iter()
        .rev()
        .zip(right_rest.iter().rev())
        .take_while(|(a, b)| a.text == b.text)
        .count();
    let middle = |words: &[Word]| same_at_start..words.len() - same_at_end;
    let (left_middle, right_middle) = (middle(left), middle(right));
    let mut runs = Vec::new();
    push(&mut runs, true, 0..same_at_start, 0..same_at_start);
    if left_middle.len().saturating_mul(right_middle.len()) > CELLS {
        push(&mut runs, false, left_middle.clone(), right_middle.clone());
    } else {
        let old: Vec<&str> = left[left_middle.clone()].iter().map(|word| word.text).collect();
        let new: Vec<&str> = right[right_middle.clone()].iter().map(|word| word.text).collect();
        for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let shift =
                |range: Range<usize>| range.start + same_at_start..range.end + same_at_start;
            let same = matches!(op, DiffOp::Equal { .. });
            push(&mut runs, same, shift(op.old_range()), shift(op.new_range()));
        }
    }
    push(&mut runs, true, left_middle.end..left.len(), right_middle.end..right.len());
    runs
}

/// Adds a stretch, joined with the last one if both are of a kind.
fn push(runs: &mut Vec<WordRun>, same: bool, left: Range<usize>, right: Range<usize>) {
    if left.is_empty() && right.is_empty() {
        return;
    }
    match runs.last_mut() {
        Some(last) if last.same == same => {
            last.left.end = left.end;
            last.right.end = right.end;
        }
        _ => runs.push(WordRun { same, left, right }),
    }
}

/// The stretches without islands: a word or two that both sides happen to share between changes
/// that are larger on either side read as confetti, so they count as changed (the semantic clean-up
/// of Fraser's diff-match-patch, on words). Mere signs between changes are always islands, and then
/// so are up to three words that carry no meaning: "of the".
fn quiet(runs: Vec<WordRun>, left: &[Word]) -> Vec<WordRun> {
    let size = |run: &WordRun| run.left.len().max(run.right.len());
    let signs = |run: &WordRun| left[run.left.clone()].iter().all(Word::is_sign);
    let empty = |run: &WordRun| left[run.left.clone()].iter().all(Word::is_empty);
    let small = without(runs, |run, before, after| {
        let small = size(run) < size(before) && size(run) < size(after);
        size(run) <= 2 && (small || signs(run))
    });
    without(small, |run, _, _| size(run) <= 3 && empty(run))
}

/// The stretches, those that both sides have taken for changed if they are islands between what is
/// before and after.
fn without(
    runs: Vec<WordRun>,
    is_island: impl Fn(&WordRun, &WordRun, &WordRun) -> bool,
) -> Vec<WordRun> {
    let mut quiet: Vec<WordRun> = Vec::new();
    for (at, run) in runs.iter().enumerate() {
        let around = at.checked_sub(1).and_then(|before| Some((&runs[before], runs.get(at + 1)?)));
        let island =
            run.same && around.is_some_and(|(before, after)| is_island(run, before, after));
        push(&mut quiet, run.same && !island, run.left.clone(), run.right.clone());
    }
    quiet
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Marks in brackets.
    fn shown(text: &str, ranges: &[Range<usize>]) -> String {
        let mut shown = text.to_owned();
        for range in ranges.iter().rev() {
            shown.insert(range.end, ']');
            shown.insert(range.start, '[');
        }
        shown
    }

    #[track_caller]
    fn check(left: &str, right: &str, want: (&str, &str)) {
        let (in_left, in_right) = changed_words(left, right);
        assert_eq!((shown(left, &in_left).as_str(), shown(right, &in_right).as_str()), want);
    }

    #[test]
    fn only_the_words_that_differ_are_marked() {
        check(
            "Leads one team well",
            "Leads two teams well",
            ("Leads [one team] well", "Leads [two teams] well"),
        );
        check(
            "Owns the roadmap",
            "Owns the whole roadmap",
            ("Owns the roadmap", "Owns the [whole] roadmap"),
        );
        check("Same words", "Same words", ("Same words", "Same words"));
        check(
            "60% planning, 4-6 hrs/week",
            "30% planning, 4-8+ hrs/week",
            ("[60%] planning, [4-6] hrs/week", "[30%] planning, [4-8+] hrs/week"),
        );
        check("A $5K budget", "A $50K budget", ("A [$5K] budget", "A [$50K] budget"));
        check("one 1:1 - or two", "one 1:1 - or 2", ("one 1:1 - or [two]", "one 1:1 - or [2]"));
        check("Ends here", "Ends here.", ("Ends here", "Ends here[.]"));
        check("führt ein Team", "führt drei Teams", ("führt [ein Team]", "führt [drei Teams]"));
    }

    #[test]
    fn texts_that_share_next_to_nothing_are_marked_whole() {
        check("Rare", "4-8 hrs/week", ("[Rare]", "[4-8 hrs/week]"));
        check(
            "Owns the budget of one team alone",
            "Presents results to the board each quarter",
            ("[Owns the budget of one team alone]", "[Presents results to the board each quarter]"),
        );
        check("", "New", ("", "[New]"));
    }

    #[test]
    fn islands_between_larger_changes_are_marked_over() {
        check(
            "We plan hiring for our team and its quarterly goals in detail",
            "We shape growth across every department and their multi year aims in detail",
            (
                "We [plan hiring for our team and its quarterly goals] in detail",
                "We [shape growth across every department and their multi year aims] in detail",
            ),
        );
    }

    #[test]
    fn words_without_meaning_between_changes_are_marked_over() {
        check(
            "Builder of the whole house each day",
            "Architect of the street each day",
            ("[Builder of the whole house] each day", "[Architect of the street] each day"),
        );
    }

    #[test]
    fn texts_too_large_to_align_are_marked_between_their_ends() {
        let left = format!("start {} end", "a b ".repeat(4000));
        let right = format!("start {} end", "b c a ".repeat(4000));
        let (in_left, in_right) = changed_words(&left, &right);
        assert_eq!((in_left.len(), in_right.len()), (1, 1));
        assert!(left[in_left[0].clone()].starts_with("a b"));
    }

    proptest! {
        #[test]
        fn marks_are_in_order_on_letters_and_swap(left in "[a-c é.\u{301}中]{0,24}", right in "[a-c é.\u{301}中]{0,24}") {
            let (in_left, in_right) = changed_words(&left, &right);
            for (text, ranges) in [(&left, &in_left), (&right, &in_right)] {
                let mut from = 0;
                for range in ranges {
                    prop_assert!(range.start >= from && range.end > range.start);
                    prop_assert!(text.get(range.clone()).is_some());
                    from = range.end;
                }
            }
            prop_assert_eq!(changed_words(&right, &left), (in_right, in_left));
        }

        #[test]
        fn without_the_marked_words_both_say_the_same(left in "[a-d ]{0,30}", right in "[a-d ]{0,30}") {
            let (in_left, in_right) = changed_words(&left, &right);
            let unmarked = |text: &str, ranges: &[Range<usize>]| -> Vec<String> {
                let marked = |at: usize| ranges.iter().any(|range| range.contains(&at));
                words(text).iter().filter(|w| !marked(w.start)).map(|w| w.text.to_owned()).collect()
            };
            prop_assert_eq!(unmarked(&left, &in_left), unmarked(&right, &in_right));
        }
    }
}
