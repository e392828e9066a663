//! Normalized letters: case and accents are folded without losing the positions.

use std::ops::Range;

/// How a query is compared with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Folding {
    /// Whether capitals and lower-case letters are equal.
    case: bool,
    /// Whether letters with and without accents are equal.
    accents: bool,
}

impl Folding {
    /// Smart folding: with a capital in the query, case matters; with an accent, accents matter.
    pub(crate) fn of(query: &str) -> Self {
        Self {
            case: !query.chars().any(char::is_uppercase),
            accents: !query.chars().any(|c| is_mark(c) || nucleo_matcher::chars::normalize(c) != c),
        }
    }

    /// A text to look for.
    pub(crate) fn needle(self, text: &str) -> Needle {
        let mut letters = Vec::new();
        text.chars().for_each(|c| self.letters(c, &mut |letter| letters.push(letter)));
        let mut starts = [false; 256];
        if let Some(first) = letters.first() {
            for byte in 0..128u8 {
                self.letters(char::from(byte), &mut |letter| {
                    starts[usize::from(byte)] = letter == *first;
                });
            }
            starts[0xC0..].fill(true);
        }
        let plain = Plain::of(&letters, self);
        Needle { letters, folding: self, starts, plain }
    }

    /// The normal form of an ASCII letter.
    fn byte(self, byte: u8) -> u8 {
        match byte {
            byte if byte.is_ascii_whitespace() => b' ',
            byte if self.case => byte.to_ascii_lowercase(),
            byte => byte,
        }
    }

    /// The normal form of a character. A lone accent is dropped if accents are folded.
    fn letters(self, c: char, visit: &mut impl FnMut(char)) {
        if let Some(byte) = u8::try_from(c).ok().filter(u8::is_ascii) {
            return visit(char::from(self.byte(byte)));
        }
        let mut plain = |c: char| {
            if !self.accents {
                visit(c);
            } else if !is_mark(c) {
                visit(nucleo_matcher::chars::normalize(c));
            }
        };
        if c.is_whitespace() {
            plain(' ');
        } else if self.case {
            c.to_lowercase().for_each(plain);
        } else {
            plain(c);
        }
    }
}

/// A combining accent.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// A folded text that can be searched in others.
#[derive(Debug, Clone)]
pub(crate) struct Needle {
    letters: Vec<char>,
    folding: Folding,
    /// The bytes with which a match can begin: the ASCII letters that fold to the first one, and every
    /// byte that begins a longer character.
    starts: [bool; 256],
    /// The same for texts of ASCII letters, if it can be found in them.
    plain: Option<Plain>,
}

/// A needle of ASCII letters. Most texts have no others, and in these it is found many bytes at a time.
#[derive(Debug, Clone)]
struct Plain {
    letters: Vec<u8>,
    folding: Folding,
    /// The place of its rarest letter.
    rare: usize,
}

/// The letters of English texts, the most frequent first.
const FREQUENT: &[u8] = b" etaoinshrdlcumwfgypbvkjxqz";

impl Plain {
    fn of(letters: &[char], folding: Folding) -> Option<Self> {
        let letters: Option<Vec<u8>> =
            letters.iter().map(|letter| u8::try_from(*letter).ok()).collect();
        let letters = letters.filter(|letters| letters.is_ascii())?;
        let rank = |letter: u8| FREQUENT.iter().position(|it| *it == letter.to_ascii_lowercase());
        let rank = |at: &usize| rank(letters[*at]).unwrap_or(FREQUENT.len());
        let rare = (0..letters.len()).max_by_key(rank)?;
        // A space stands for other bytes too.
        (letters[rare] != b' ').then_some(Self { letters, folding, rare })
    }

    /// The first match at or after a byte.
    fn first(&self, haystack: &[u8], from: usize) -> Option<Range<usize>> {
        let rare = self.letters[self.rare];
        let other = if self.folding.case { rare.to_ascii_uppercase() } else { rare };
        let mut at = from + self.rare;
        loop {
            at += memchr::memchr2(rare, other, haystack.get(at..)?)?;
            let start = at - self.rare;
            let here = haystack.get(start..start + self.letters.len())?;
            let mut both = here.iter().zip(&self.letters);
            if both.all(|(byte, letter)| self.folding.byte(*byte) == *letter) {
                return Some(start..start + self.letters.len());
            }
            at += 1;
        }
    }
}

impl Needle {
    /// Whether the query is empty.
    pub(crate) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// The bytes of every match, in order and without overlap.
    pub(crate) fn matches(&self, haystack: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let plain = self.plain_in(haystack);
        let first = |from: usize| match plain {
            Some(plain) => plain.first(haystack.as_bytes(), from),
            None => self.first(haystack, from),
        };
        let mut from = 0;
        while let Some(range) = first(from) {
            from = range.end;
            found.push(range);
        }
        found
    }

    /// Whether it occurs at all.
    pub(crate) fn is_in(&self, haystack: &str) -> bool {
        match self.plain_in(haystack) {
            Some(plain) => plain.first(haystack.as_bytes(), 0).is_some(),
            None => self.first(haystack, 0).is_some(),
        }
    }

    /// The needle of ASCII letters, for a text of such letters.
    fn plain_in(&self, haystack: &str) -> Option<&Plain> {
        self.plain.as_ref().filter(|_| haystack.is_ascii())
    }

    fn first(&self, haystack: &str, from: usize) -> Option<Range<usize>> {
        let bytes = haystack.as_bytes();
        let mut at = from;
        loop {
            at += bytes.get(at..)?.iter().position(|byte| self.starts[usize::from(*byte)])?;
            if let Some(length) = self.length_at(&haystack[at..]) {
                return Some(at..at + length);
            }
            at += 1;
        }
    }

    /// How many bytes match at the beginning of a text: whole characters, with the accents that
    /// belong to the last one.
    fn length_at(&self, text: &str) -> Option<usize> {
        let mut wanted = self.letters.iter();
        let mut chars = text.char_indices().peekable();
        let mut starts = false;
        while !wanted.as_slice().is_empty() {
            let (_, c) = chars.next()?;
            let (mut fits, mut letters) = (true, 0);
            self.folding.letters(c, &mut |letter| {
                letters += 1;
                // A character that folds to several letters may end the match with its first ones.
                if let Some(want) = wanted.next() {
                    fits &= *want == letter;
                }
            });
            // A match begins with a letter, not with the accent of the letter before it.
            if !fits || (letters == 0 && !starts) {
                return None;
            }
            starts = true;
        }
        while self.folding.accents && chars.next_if(|(_, c)| is_mark(*c)).is_some() {}
        Some(chars.peek().map_or(text.len(), |(at, _)| *at))
    }
}
