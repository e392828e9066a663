//! Finds a text in another text.

use std::ops::Range;

use crate::search::fold::Folding;

/// The bytes of every place where `needle` is in `haystack`, in order and without overlap.
///
/// The needle is taken literally. With a capital in it, case matters; with an accent, accents matter.
/// Any white space is a space. An empty needle has no match.
#[must_use]
pub fn matches(haystack: &str, needle: &str) -> Vec<Range<usize>> {
    Folding::of(needle).needle(needle).matches(haystack)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(haystack: &str, needle: &str, want: &[&str]) {
        let found: Vec<&str> =
            matches(haystack, needle).into_iter().map(|range| &haystack[range]).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn case_counts_once_the_needle_has_a_capital() {
        check("Scope and scope", "scope", &["Scope", "scope"]);
        check("Scope and scope", "Scope", &["Scope"]);
        check("SCOPE", "sCope", &[]);
    }

    #[test]
    fn accents_count_once_the_needle_has_one() {
        check("Café cafe CAFÉ", "cafe", &["Café", "cafe", "CAFÉ"]);
        check("Café cafe", "café", &["Café"]);
        check("Cafe\u{301}s", "cafe", &["Cafe\u{301}"]);
    }

    #[test]
    fn letters_that_change_their_length_when_folded_keep_their_place() {
        check("İstanbul İs", "is", &["İs", "İs"]);
        check("ẞtraße", "ß", &["ẞ", "ß"]);
        check("ΑΒΓ αβγ", "βγ", &["ΒΓ", "βγ"]);
        check("技术 战略", "战略", &["战略"]);
    }

    #[test]
    fn needles_are_literal_and_matches_do_not_overlap() {
        check("aaaa", "aa", &["aa", "aa"]);
        check("a.c abc", "a.c", &["a.c"]);
        check("two\nlines", "two lines", &["two\nlines"]);
        check("anything", "", &[]);
        check("", "a", &[]);
    }

    proptest! {
        #[test]
        fn every_match_is_text_in_order(haystack in "[aAéİ\u{301}ßx ]{0,20}", needle in "[aAéi\u{301}ßx ]{0,3}") {
            let mut from = 0;
            for range in matches(&haystack, &needle) {
                prop_assert!(range.start >= from && range.end > range.start);
                prop_assert!(haystack.get(range.clone()).is_some());
                from = range.end;
            }
        }

        /// A letter that is not ASCII, behind everything, makes the search go letter by letter.
        #[test]
        fn texts_of_ascii_letters_are_searched_alike(haystack in "[aAbB \t]{0,20}", needle in "[aAbB ]{0,3}") {
            let other = format!("{haystack}é");
            prop_assert_eq!(matches(&haystack, &needle), matches(&other, &needle));
        }

        #[test]
        fn what_stands_there_is_found(before in "[b-d]{0,5}", needle in "[a-zA-Zàé]{1,5}", after in ".{0,5}") {
            let haystack = format!("{before}{needle}{after}");
            prop_assert!(!matches(&haystack, &needle).is_empty());
        }
    }
}
