//! Phrases that leave open what is expected, found in a text.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, Match};
use rustc_hash::FxHashSet;

use crate::lexicon::list::{
    CALLS_FOR_HELP, CONDITIONS, GOES_ON, GRAMMATICAL, IDIOMS, INTENSIFIERS, POINTERS,
    PROSE_FILLERS, VERBS,
};

/// All fillers, then the phrases that are fillers only in short texts, then the idioms. One pass finds all.
static PHRASES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::builder().ascii_case_insensitive(true).build(phrases()).ok());

/// The longest word of each phrase.
static PHRASE_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    phrases().filter_map(|phrase| parts(phrase).max_by_key(|it| it.len())).collect()
});

fn phrases() -> impl Iterator<Item = &'static str> {
    PROSE_FILLERS.iter().chain(CONDITIONS.iter()).chain(IDIOMS.iter()).copied()
}

/// The runs of letters and digits in a text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// Whether a word in small letters is in phrases. In plain ASCII, a text without such a word has no phrase
/// as whole words. Other scripts may write phrases without a space around them.
pub(crate) fn is_in_phrases(word: &str) -> bool {
    parts(word).any(|part| PHRASE_WORDS.contains(part))
}

/// With more words besides the phrase it states a real condition.
const FEW_WORDS: usize = 3;

/// Whether a text has an idiom, as whole words or not.
pub(crate) fn has_idiom(text: &str) -> bool {
    found(&any_case(text)).any(|found| is_idiom(&found))
}

/// A text in which phrases can be found.
fn any_case(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(lowered(text)) }
}

/// All phrases in a text of small letters, by their ends.
fn found(lower: &str) -> impl Iterator<Item = Match> {
    PHRASES.iter().flat_map(move |phrases| phrases.find_overlapping_iter(lower))
}

fn is_idiom(found: &Match) -> bool {
    found.pattern().as_usize() >= PROSE_FILLERS.len() + CONDITIONS.len()
}

/// The place of the first idiom in a text of small letters. An idiom that begins inside another is none.
pub(crate) fn idiom(lower: &str) -> Option<Range<usize>> {
    let mut end = 0;
    let is_apart = |found: &Match| {
        let is_apart = found.start() >= end;
        end = if is_apart { found.end() } else { end };
        is_apart
    };
    let mut idioms = found(lower).filter(is_idiom).filter(is_apart).map(|found| found.range());
    idioms.find(|place| is_whole(lower, place.clone()))
}

/// The first filler of a text, as it is written there.
pub(crate) fn filler(text: &str) -> Option<&str> {
    if found(&any_case(text)).all(|found| is_idiom(&found)) {
        return None;
    }
    let lower = lowered(text);
    let mut words = None;
    let mut is_short = |phrase: &str| {
        let words = *words.get_or_insert_with(|| text.split_whitespace().count());
        words <= phrase.split_whitespace().count() + FEW_WORDS
    };
    // Only the first place of each phrase counts.
    let mut is_seen = vec![false; PROSE_FILLERS.len() + CONDITIONS.len()];
    let is_first = |found: &Match| !std::mem::replace(&mut is_seen[found.pattern()], true);
    let fillers = found(&lower).filter(|found| !is_idiom(found)).filter(is_first);
    let fillers = fillers.filter_map(|found| {
        let (before, after) = (&lower[..found.start()], &lower[found.end()..]);
        let whole = is_whole(&lower, found.range());
        let mut next = after.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let goes_on = after.starts_with(' ') && next.next().is_some_and(|it| GOES_ON.contains(it));
        let can_be =
            found.pattern().as_usize() < PROSE_FILLERS.len() || is_short(&lower[found.range()]);
        (can_be && whole && !goes_on && !is_call(before, after))
            .then_some((found.start(), found.len()))
    });
    let (at, len) = fillers.min()?;
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

/// A word in small letters, without a copy of one that already is.
pub(crate) fn small(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
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
        let word = small(&text[..end]);
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
