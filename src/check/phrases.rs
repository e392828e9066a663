//! Phrases that leave open what is expected, found in a text.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Match};

use crate::lexicon::list::{
    CALLS_FOR_HELP, CONDITIONS, GOES_ON, GRAMMATICAL, INTENSIFIERS, POINTERS, PROSE_FILLERS, VERBS,
};

/// All fillers, then the phrases that are fillers only in short texts. One pass finds both.
static FILLERS: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(PROSE_FILLERS.iter().chain(CONDITIONS.iter())).ok());

/// With more words besides the phrase it states a real condition.
const FEW_WORDS: usize = 3;

/// The first filler of a text, as it is written there.
pub(crate) fn filler(text: &str) -> Option<&str> {
    let lower = lowered(text);
    let fillers = FILLERS.as_ref()?;
    let mut words = None;
    let mut is_short = |phrase: &str| {
        let words = *words.get_or_insert_with(|| text.split_whitespace().count());
        words <= phrase.split_whitespace().count() + FEW_WORDS
    };
    // Only the first place of each phrase counts.
    let mut is_seen = vec![false; fillers.patterns_len()];
    let is_first = |found: &Match| !std::mem::replace(&mut is_seen[found.pattern()], true);
    let found = fillers.find_overlapping_iter(&lower).filter(is_first).filter_map(|found| {
        let (before, after) = (&lower[..found.start()], &lower[found.end()..]);
        let whole = is_whole(&lower, found.range());
        let mut next = after.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let goes_on = after.starts_with(' ') && next.next().is_some_and(|it| GOES_ON.contains(it));
        let can_be =
            found.pattern().as_usize() < PROSE_FILLERS.len() || is_short(&lower[found.range()]);
        (can_be && whole && !goes_on && !is_call(before, after))
            .then_some((found.start(), found.len()))
    });
    let (at, len) = found.min()?;
    text.get(at..at + len)
}

/// Whether the words close to a filler call for help.
fn is_call(before: &str, after: &str) -> bool {
    const NEAR: usize = 3;
    let words = |text: &'_ str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
    };
    let clause = |text: &str| text.rsplit(['.', ';', ',']).next().unwrap_or_default().to_owned();
    let calls = |word: &String| CALLS_FOR_HELP.contains(word.as_str());
    words(&clause(before)).iter().any(calls) || words(after).iter().take(NEAR).any(calls)
}

/// A text in lower case. Characters whose lower case has another length stay, so that places in both
/// texts agree.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(lower_case).collect()
}

/// Whether a place in a text is bounded by other characters than letters and digits.
pub(crate) fn is_whole(text: &str, place: Range<usize>) -> bool {
    let cut = |c: char| c.is_ascii_alphanumeric();
    !text[..place.start].ends_with(cut) && !text[place.end..].starts_with(cut)
}

/// A character in lower case, if that has the same length.
fn lower_case(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) if one.len_utf8() == c.len_utf8() => one,
        _ => c,
    }
}

/// The second expectation of an item that joins two: a verb with its object, "and", and another verb in
/// the same form with its own object.
pub(crate) fn second_expectation(text: &str) -> Option<&str> {
    let first = Verb::at(text)?;
    let mut joints = text.match_indices(" and ");
    let (at, _) = joints.next()?;
    // With a list or more than one "and" it is unclear which parts are joined.
    if joints.next().is_some() || text[..at].contains([',', ';', ':', '(']) {
        return None;
    }
    let second = &text[at + " and ".len()..];
    if Verb::at(second)? != first {
        return None;
    }
    // "Work with the team to share your knowledge and build a stronger group" has one purpose with two
    // parts.
    if first == Verb::Base && text[..at].contains(" to ") {
        return None;
    }
    let object = |part: &str| part.split_whitespace().count() > 3;
    let points_back = second.split_whitespace().skip(1).any(|word| {
        let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
        POINTERS.contains(word.to_lowercase().as_str())
    });
    (object(&text[..at]) && object(second) && !points_back).then_some(second)
}

/// The form of a verb.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// "deliver"
    Base,
    /// "delivers"
    Third,
}

impl Verb {
    /// The form of the verb at the beginning of a text.
    pub(crate) fn at(text: &str) -> Option<Self> {
        let end = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
        let word = text[..end].to_ascii_lowercase();
        let knows = |word: &str| !word.is_empty() && VERBS.contains(word);
        if knows(&word) {
            return Some(Self::Base);
        }
        let stem = word.strip_suffix('s')?;
        let third = knows(stem)
            || stem.strip_suffix('e').is_some_and(knows)
            || stem.strip_suffix("ie").is_some_and(|stem| knows(&format!("{stem}y")));
        third.then_some(Self::Third)
    }
}

/// Whether a word only holds a sentence together.
pub(crate) fn is_grammatical(word: &str) -> bool {
    GRAMMATICAL.contains(word)
}

/// Whether a word only makes an expectation sound stronger.
pub(crate) fn is_intensifier(word: &str) -> bool {
    INTENSIFIERS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_filler(text: &str, want: Option<&str>) {
        assert_eq!(filler(text), want, "in {text:?}");
    }

    #[test]
    fn fillers_are_found_as_whole_words() {
        check_filler("Joins incidents as needed", Some("as needed"));
        check_filler("Pairs: Where Appropriate", Some("Where Appropriate"));
        check_filler("Splits large changes into several small ones where appropriate", None);
        check_filler("Asks others for help as needed", None);
        check_filler("Owns the service, escalating as needed", None);
        check_filler("Tests in a timely manner", Some("in a timely manner"));
        check_filler("Reports as required by law", None);
        check_filler("Was needed", None);
        check_filler("Ajuda o time quando necessário.", Some("quando necessário"));
        check_filler("Ajuda os outros membros do seu time quando necessário.", None);
        check_filler("필요에 따라 돕는다", Some("필요에 따라"));
        check_filler("İş as needed", Some("as needed"));
    }

    #[track_caller]
    fn check_second(text: &str, want: Option<&str>) {
        assert_eq!(second_expectation(text), want, "in {text:?}");
    }

    #[test]
    fn two_expectations_are_two_verbs_with_objects_of_their_own() {
        check_second(
            "Writes tests for every change and mentors new members of the team",
            Some("mentors new members of the team"),
        );
        check_second(
            "Deliver features on time and manage the release calendar",
            Some("manage the release calendar"),
        );
        check_second("Identifies and resolves problems of the team", None);
        check_second("Builds small services and maintains them over the years", None);
        check_second("Writes clear code and documentation for the team", None);
        check_second(
            "Explains trade-offs, writes proposals and drives decisions of the group",
            None,
        );
        check_second("Share notes with others to help them and build a stronger team", None);
        check_second("Delivers work on time and helping others grow a lot", None);
    }
}
