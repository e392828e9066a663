//! Texts that correspond by their row in an author's table or by their key, but have almost nothing in
//! common: the largest changes.

use crate::compare::comparison::{Pair, Part};
use crate::lexicon::{is_function_word, terms};

/// Of the words of the shorter text fewer than one in this many are in both.
const SHARED: usize = 2;

impl Pair {
    /// Whether both sides exist and say entirely different things. Numbers of one kind, and other forms
    /// of the same words, are not entirely different.
    #[must_use]
    pub fn is_wholly_different(&self) -> bool {
        let (Some(left), Some(right)) = (&self.left, &self.right) else { return false };
        let whole = left.is_wholly_changed() && right.is_wholly_changed();
        whole && !share_words(left, right) && self.measures().is_empty()
    }
}

impl Part {
    /// Whether all of its text is marked as changed.
    fn is_wholly_changed(&self) -> bool {
        let all = self.text.as_str().trim().len();
        self.changed.iter().any(|range| range.len() >= all)
    }
}

fn share_words(left: &Part, right: &Part) -> bool {
    let words = |part: &Part| {
        let words = terms(part.text.as_str()).into_iter();
        words.filter(|word| !is_function_word(word)).collect::<Vec<_>>()
    };
    let (left, mut right) = (words(left), words(right));
    let shorter = left.len().min(right.len());
    let shared = left.iter().filter(|term| {
        let found = right.iter().position(|other| other == *term);
        found.map(|at| right.swap_remove(at)).is_some()
    });
    shared.count() * SHARED >= shorter.max(1)
}

#[cfg(test)]
mod tests {
    use crate::compare::pairs::pair;
    use crate::compare::pairs::samples::part;

    #[track_caller]
    fn check(left: &str, right: &str, want: bool) {
        let pair = pair(Some(part(Some("Key"), left)), Some(part(Some("Key"), right)));
        assert_eq!(pair.is_wholly_different(), want, "{left:?} and {right:?}");
    }

    #[test]
    fn wholly_different_is_what_has_next_to_nothing_in_common() {
        check("Seldom", "4-8 hrs/week", true);
        check("Apprentices", "Shop leads, bakery leads", true);
        check("Head or Shop Lead", "Owner, Family, or Bank", true);
        check("Plans the week of one shop", "Plans the year of all shops", false);
        check("one oven", "two ovens", false);
        check("20 testers (one site)", "300 testers (everywhere)", false);
        check("Monthly to quarterly", "Annual to multi-year", false);
        check("Same", "Same", false);
        check("", "Something", false);
        // What is said of more is said all the same.
        check("Runs a shop", "Runs, with one other, a shop and its cellar in town", false);
    }
}
