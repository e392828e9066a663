//! Whether a text names a trait, a feeling or an idiom, and nothing that one can observe.
//!
//! A number, a document, a second verb or a "by" is taken for something to observe.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::check::phrases::{self, Verb, is_intensifier, lowered, small};
use crate::lexicon::list::{
    ACTS, BEING, DEGREES, FEELINGS, HAVING, JOINTS, MEANS, NUMBER_WORDS, OBSERVABLE, PREPOSITIONS,
    RELATIVES, SUBJECTS, TRAIT_NOUNS, TRAITS,
};

/// A verb and its trait have fewer words between them: "keeps an open, flexible, kind attitude".
const FARTHEST: usize = 5;

/// The words of the feelings, by the first.
static FEELING_WORDS: LazyLock<FxHashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let mut feelings: FxHashMap<&str, Vec<Vec<&str>>> = FxHashMap::default();
    for words in FEELINGS.iter().map(|feeling| feeling.split(' ').collect::<Vec<_>>()) {
        feelings.entry(words[0]).or_default().push(words);
    }
    feelings
});

/// What a text names instead of something that one can observe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unobservable<'a> {
    /// "Is humble", "Takes pride".
    Trait(&'a str),
    /// "raises the bar"
    Idiom(&'a str),
}

/// What the first sentence of a text names instead of something that one can observe, if all sentences
/// are like that. `has_idiom` is whether the text has an idiom anywhere.
pub(crate) fn unobservable(text: &str, has_idiom: bool) -> Option<Unobservable<'_>> {
    if !(has_idiom || may_be_trait(text)) || is_explained(text) {
        return None;
    }
    let mut sentences = text.split(['.', ';', '!']).filter(|it| !it.trim().is_empty());
    let first = Sentence::of(sentences.next()?).named()?;
    sentences.all(|text| Sentence::of(text).named().is_some()).then_some(first)
}

/// Whether a text begins with a word that can begin a trait or feeling. Most do not, and that is soon seen.
fn may_be_trait(text: &str) -> bool {
    let begins = |word: &str| {
        [&BEING, &HAVING, &TRAITS].iter().any(|list| list.contains(word))
            || FEELING_WORDS.contains_key(word)
    };
    words(text).find(|it| !it.is_before_trait()).is_some_and(|it| begins(&it.lower))
}

/// Whether a text is a question, or has an explanation behind a colon or dash or in brackets.
fn is_explained(text: &str) -> bool {
    text.contains(['(', '?', '–', '—'])
        || text.contains(": ")
        || text.contains(" - ")
        || text.ends_with(':')
}

/// Whether a text has a number, a frequency, or a word for something that one can point to.
pub(crate) fn gives_evidence(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || c == ',').any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // "1:1", "24/7" and "10x" are names.
        let is_number =
            word.starts_with(|c: char| c.is_ascii_digit()) && !word.contains([':', '/', 'x']);
        let says = |part: &str| NUMBER_WORDS.contains(&part) || OBSERVABLE.contains(part);
        is_number || says(&word) || word.split('-').any(says)
    })
}

struct SentenceWord<'a> {
    text: &'a str,
    at: usize,
    lower: Cow<'a, str>,
    /// Whether a comma follows it.
    is_cut: bool,
}

impl SentenceWord<'_> {
    /// Whether it may come before the words that name a trait.
    fn is_before_trait(&self) -> bool {
        SUBJECTS.contains(&*self.lower) || is_degree(&self.lower)
    }
}

/// The words of a sentence.
fn words(text: &str) -> impl Iterator<Item = SentenceWord<'_>> {
    let is_sign = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '’');
    let mut next = 0;
    text.split_inclusive(is_sign).filter_map(move |part| {
        let at = next;
        next += part.len();
        let text = part.trim_end_matches(is_sign);
        let lower = match text.contains('’') {
            true => Cow::Owned(text.to_lowercase().replace('’', "'")),
            false => small(text),
        };
        let is_cut = part.ends_with(',');
        (!text.is_empty()).then_some(SentenceWord { text, at, lower, is_cut })
    })
}

struct Sentence<'a> {
    text: &'a str,
    words: Vec<SentenceWord<'a>>,
}

impl<'a> Sentence<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, words: words(text).collect() }
    }

    /// What it names instead of something that one can observe, if it says nothing else.
    fn named(&self) -> Option<Unobservable<'a>> {
        let (at, named): (_, fn(&'a str) -> _) = match self.trait_at_start() {
            Some(at) => (at, Unobservable::Trait),
            None => (self.idiom()?, Unobservable::Idiom),
        };
        (!self.says_more(&at)).then(|| named(self.between(&at)))
    }

    fn between(&self, at: &Range<usize>) -> &'a str {
        let words = self.words.get(at.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return "" };
        self.text.get(first.at..last.at + last.text.len()).unwrap_or_default()
    }

    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| &word.lower)
    }

    /// The place of the words that name a trait or feeling, if the sentence begins with them.
    fn trait_at_start(&self) -> Option<Range<usize>> {
        let start = self.words.iter().take_while(|it| it.is_before_trait()).count();
        Some(start..self.trait_at(start)?)
    }

    /// The end of the words that name a trait or feeling, if the clause at a word begins with them.
    fn trait_at(&self, start: usize) -> Option<usize> {
        self.feeling(start)
            .or_else(|| self.adjective(start))
            .or_else(|| self.being(start))
            .or_else(|| self.having(start))
    }

    /// "Takes pride"
    fn feeling(&self, start: usize) -> Option<usize> {
        let feelings = FEELING_WORDS.get(self.word(start))?;
        let is_here = |feeling: &&Vec<&str>| {
            (start..).zip(feeling.iter()).all(|(at, it)| self.word(at) == *it)
        };
        feelings.iter().filter(is_here).map(|feeling| start + feeling.len()).max()
    }

    /// "Passionate about"
    fn adjective(&self, start: usize) -> Option<usize> {
        let alone = PREPOSITIONS.contains(self.word(start + 1));
        (alone && self.is_trait(start)).then_some(start + 1)
    }

    /// Whether a word is a trait. "Proactive in asking" names an act.
    fn is_trait(&self, at: usize) -> bool {
        let names_act =
            PREPOSITIONS.contains(self.word(at + 1)) && self.word(at + 2).ends_with("ing");
        TRAITS.contains(self.word(at)) && !names_act
    }

    /// "Is always very humble", "am a curious"
    fn being(&self, start: usize) -> Option<usize> {
        let at = BEING.contains(self.word(start)).then_some(start + 1)?;
        let found = (at..at + FARTHEST).find(|at| !is_degree(self.word(*at)))?;
        self.is_trait(found).then_some(found + 1)
    }

    /// "Demonstrates a positive attitude"
    fn having(&self, start: usize) -> Option<usize> {
        let at = HAVING.contains(self.word(start)).then_some(start + 1)?;
        let near = (at..at + FARTHEST).take_while(|at| {
            let word = self.word(*at);
            !PREPOSITIONS.contains(word) && !JOINTS.contains(word)
        });
        near.into_iter().find(|at| TRAIT_NOUNS.contains(self.word(*at))).map(|at| at + 1)
    }

    /// The place of an idiom.
    fn idiom(&self) -> Option<Range<usize>> {
        let found = phrases::idiom(&lowered(self.text))?;
        let first = self.words.iter().position(|word| word.at >= found.start)?;
        // In "Coaches managers to lead by example" the idiom is the purpose of an act.
        if first > 0 && self.word(first - 1) == "to" {
            return None;
        }
        let end = self.words.iter().take_while(|word| word.at < found.end).count();
        Some(first..end)
    }

    /// Whether the other words of the sentence say how the trait shows, or state another act.
    fn says_more(&self, named: &Range<usize>) -> bool {
        let mut is_joined = false;
        for (at, word) in self.words.iter().enumerate() {
            let lower = &*word.lower;
            if named.contains(&at) {
                is_joined = false;
            } else if MEANS.contains(lower)
                || at < named.start && RELATIVES.contains(lower)
                || is_joined && self.is_act(at)
            {
                return true;
            }
            is_joined = word.is_cut || JOINTS.contains(lower) || is_joined && is_degree(lower);
        }
        false
    }

    /// Whether a word behind "and" or a comma begins another act.
    fn is_act(&self, at: usize) -> bool {
        let (word, next) = (self.word(at), self.word(at + 1));
        if PREPOSITIONS.contains(word) || self.trait_at(at).is_some() {
            return false;
        }
        // "and practices" ends with a noun, "and practices it" states an act.
        let has_object = !next.is_empty() && !PREPOSITIONS.contains(next);
        let third = word.strip_suffix('s').filter(|stem| !stem.ends_with('s'));
        third.is_some_and(|stem| has_object || ACTS.contains(stem))
            || word.ends_with("ing")
            || [&ACTS, &SUBJECTS, &BEING].iter().any(|list| list.contains(word))
            || Verb::at(word).is_some()
    }
}

fn is_degree(word: &str) -> bool {
    DEGREES.contains(word)
        || is_intensifier(word)
        || (word.ends_with("ly") && !TRAITS.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: Option<Unobservable>) {
        let found = unobservable(text, phrases::has_idiom(text));
        let found = found.filter(|_| !gives_evidence(text));
        assert_eq!(found, want, "in {text:?}");
    }

    #[test]
    fn traits_and_feelings_are_found_as_what_is_expected() {
        let check = |text, words| check(text, Some(Unobservable::Trait(words)));
        check("Take pride in designs that others carry out", "Take pride");
        check("Keep calm in a tense 1:1", "Keep calm");
        check("Be passionate about quality", "Be passionate");
        check("You should always be very humble", "be very humble");
        check("Has a positive attitude", "Has a positive attitude");
        check("Cares deeply about customers", "Cares deeply");
        check("I’m a curious learner", "I’m a curious");
        check("Passionate about clean designs", "Passionate");
        check("Open to change", "Open to");
        check("Shows empathy and is approachable", "Shows empathy");
        check("Enjoys change. Is optimistic.", "Enjoys");
    }

    #[test]
    fn idioms_are_found_anywhere() {
        let check = |text, words| check(text, Some(Unobservable::Idiom(words)));
        check("Raise the bar", "Raise the bar");
        check("Goes the extra mile for customers", "extra mile");
        check("Builds world-class products", "world-class");
        check("Is a rock star.", "rock star");
    }

    #[test]
    fn what_is_said_besides_is_enough() {
        for text in [
            "Keeps calm in incidents: posts a status",
            "Keeps calm in incidents and posts a status",
            "Keeps calm, and quietly hands over to the next shift",
            "Shows empathy by repeating what was said",
            "Raises the bar with a checklist",
            "Is humble. Names who did the work.",
            "Coaches managers to lead by example",
            "Writes onboarding material that raises the bar",
            "Takes pride in two languages",
            "Is proactive in asking colleagues",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn words_for_traits_have_other_uses() {
        for text in [
            "Keeps customer data reliable",
            "Positive test results of own services",
            "Is open source",
            "Is responsible for a service",
            "Shows new colleagues around with patience",
            "Plans capacity for 10x the load",
            "Do you enjoy change?",
            "",
            "…",
        ] {
            check(text, None);
        }
    }
}
