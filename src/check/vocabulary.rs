//! What each word of a ladder adds to a text: worked out when the word first occurs.

use rustc_hash::FxHashMap;
use unicode_segmentation::UnicodeSegmentation;

use crate::check::fingerprint::Fingerprint;
use crate::check::phrases;
use crate::lexicon::terms;

/// Texts with fewer words that carry meaning are names of things ("Code review"), which levels may share.
const FEWEST_TERMS: usize = 5;

/// With more words a vocabulary begins anew, so that it stays small beside any ladder.
const MOST_WORDS: usize = 1 << 15;

/// Words that were read before.
#[derive(Default)]
pub(crate) struct Vocabulary {
    known: FxHashMap<Box<str>, KnownWord>,
}

#[derive(Clone, Copy)]
struct KnownWord {
    /// Its fingerprint in small letters.
    said: Fingerprint,
    /// What it adds to the meaning of a text, as the first word and behind others; `None` if it only
    /// sounds stronger.
    adds: Option<[KnownTerm; 2]>,
    is_in_phrases: bool,
}

#[derive(Clone, Copy)]
struct KnownTerm {
    fingerprint: Fingerprint,
    /// How many terms it has: most often one. A word that carries no meaning has none.
    count: usize,
}

/// What the words of a text are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextWords {
    /// How many there are.
    pub(crate) count: usize,
    /// The fingerprint of [`said`].
    pub(crate) said: u64,
    /// The fingerprint of [`meaning`], if the text is more than the name of a thing.
    pub(crate) meaning: Option<u64>,
    /// Whether it may have fillers or idioms.
    pub(crate) may_have_phrases: bool,
}

impl Vocabulary {
    /// The words of a text.
    pub(crate) fn read(&mut self, text: &str) -> TextWords {
        let (mut said, mut meaning) = (Fingerprint::EMPTY, Fingerprint::EMPTY);
        let (mut count, mut place, mut terms) = (0, 0, 0);
        let mut may_have_phrases = !text.is_ascii();
        each_word(text, |word| {
            let known = self.word(word);
            said = said.joined(known.said);
            count += 1;
            may_have_phrases |= known.is_in_phrases;
            let Some(adds) = known.adds else { return };
            let term = adds[usize::from(place > 0)];
            place += 1;
            if term.count > 0 {
                meaning = meaning.joined(term.fingerprint);
                terms += term.count;
            }
        });
        let meaning = (terms >= FEWEST_TERMS).then_some(meaning.value());
        TextWords { count, said: said.value(), meaning, may_have_phrases }
    }

    fn word(&mut self, word: &str) -> KnownWord {
        if let Some(known) = self.known.get(word) {
            return *known;
        }
        if self.known.len() >= MOST_WORDS {
            self.known.clear();
        }
        let known = KnownWord::of(word);
        self.known.insert(word.into(), known);
        known
    }
}

impl KnownWord {
    fn of(word: &str) -> Self {
        let lower = word.to_lowercase();
        let term = |term: &String| KnownTerm {
            fingerprint: Fingerprint::of(term),
            count: if term.is_empty() { 0 } else { term.split(' ').count() },
        };
        let adds = added(word, &lower).map(|added| added.each_ref().map(term));
        let is_in_phrases = phrases::is_in_phrases(&lower);
        Self { said: Fingerprint::of(&lower), adds, is_in_phrases }
    }
}

/// Calls a function with each word of a text, as Unicode divides it. Between two spaces of plain ASCII most
/// often is a word without marks, which is soon seen.
fn each_word<'t>(text: &'t str, mut visit: impl FnMut(&'t str)) {
    if !text.is_ascii() {
        return text.unicode_words().for_each(visit);
    }
    let mut rest = text;
    while !rest.is_empty() {
        let bare = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_word = rest.as_bytes().get(bare).is_none_or(|byte| *byte == b' ');
        let end = if is_word { bare } else { rest.find(' ').unwrap_or(rest.len()) };
        match is_word {
            true if bare > 0 => visit(&rest[..bare]),
            true => {}
            false => rest[..end].unicode_words().for_each(&mut visit),
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
}

/// What a word adds to the meaning of a text as the first word, and behind others; `None` if it only sounds
/// stronger. Singular and plural differ: "your team" and "your teams" are two levels.
fn added(word: &str, lower: &str) -> Option<[String; 2]> {
    if phrases::is_intensifier(lower) {
        return None;
    }
    if word.chars().any(char::is_numeric) {
        return Some([lower.to_owned(), lower.to_owned()]);
    }
    if phrases::is_grammatical(lower) {
        return Some([String::new(), String::new()]);
    }
    let term = terms(word).join(" ");
    // The first word is a verb, and its `s` is no plural.
    let is_many = lower.ends_with('s') && !lower.ends_with("ss");
    let many = if is_many { format!("{term}s") } else { term.clone() };
    Some([term, many])
}

/// The words of a text in small letters, without punctuation.
pub(crate) fn said(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for word in text.unicode_words() {
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(&word.to_lowercase());
    }
    said
}

/// The stems of the words that carry the meaning of a text, and its numbers.
pub(crate) fn meaning(text: &str) -> String {
    let words = text.unicode_words().filter_map(|word| added(word, &word.to_lowercase()));
    let terms = words.enumerate().map(|(at, [first, later])| if at > 0 { later } else { first });
    terms.filter(|term| !term.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_text_says_and_means_has_its_fingerprint() {
        let mut vocabulary = Vocabulary::default();
        for text in [
            "Leads the team's 3 most important projects, and very actively",
            "Leads the teams, as needed",
            "İş, Σοφός and 技术战略 of the 팀을 이끈다 with s and ’s",
            "the very",
            "e.g. don't: 3.5 (or 4,000), a_b foo_ f(x). U.S.A... ok?!  -- x/y Self-starter",
            "",
        ] {
            let of = |text: String| Fingerprint::EMPTY.joined(Fingerprint::of(&text)).value();
            let meant = meaning(text);
            let tells = meant.split(' ').count() >= FEWEST_TERMS;
            let (said, count) = (said(text), text.unicode_words().count());
            let said = if count > 0 { of(said) } else { Fingerprint::EMPTY.value() };
            let meaning = tells.then(|| of(meant));
            let may_have_phrases =
                !text.is_ascii() || text.contains("needed") || text.contains("Self");
            let want = TextWords { count, said, meaning, may_have_phrases };
            // Words that are new, and words that are known.
            assert_eq!((vocabulary.read(text), vocabulary.read(text)), (want, want), "{text}");
        }
    }
}
