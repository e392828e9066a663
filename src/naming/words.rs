//! The words of a name: plain ones, and numerals and codes, which only match whole.

use crate::lexicon::long_roman;
use crate::naming::names::normal;

/// A word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NameWord {
    /// A word in small letters, abbreviations written out.
    Plain(String),
    /// A numeral ("3", "III", "Level 3") or a code ("L3", "IC2").
    Numeral(Numeral),
}

/// A numeral or code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numeral {
    /// The letters before the number; those of "Level" are "l", those of a numeral none.
    kind: String,
    /// The number, with what follows it: "3", "3.1", "3b".
    number: String,
}

/// Stands for the point in "L3.1" while words are told apart: a letter that no name has.
const POINT: char = '\u{1427}';

/// The words of a name.
pub(super) fn words(name: &str) -> Vec<NameWord> {
    let text = normal(&with_marks(name));
    let parts: Vec<&str> = text.split(' ').filter(|part| !part.is_empty()).collect();
    let mut found: Vec<NameWord> = Vec::with_capacity(parts.len());
    for (at, part) in parts.iter().enumerate() {
        // A numeral needs a word before it, or must be plain alone: "I", "V" and "X" may begin a word.
        let is_numeral = at > 0 || (parts.len() == 1 && part.len() > 1);
        if let Some(number) = long_roman(part).filter(|_| is_numeral) {
            push_code(&mut found, "", &number.to_string());
            continue;
        }
        match part.find(char::is_numeric) {
            Some(at) => push_code(&mut found, &part[..at], &part[at..]),
            None => found.push(NameWord::Plain((*part).to_owned())),
        }
    }
    found
}

/// The same name with the marks that are a part of words: "L3.1" is one code, and "Principal+" is not
/// "Principal".
fn with_marks(name: &str) -> String {
    let mut marked = String::with_capacity(name.len());
    let mut chars = name.chars().peekable();
    while let Some(c) = chars.next() {
        let before = marked.chars().next_back();
        match c {
            '.' if before.is_some_and(|c| c.is_ascii_digit())
                && chars.peek().is_some_and(char::is_ascii_digit) =>
            {
                marked.push(POINT);
            }
            '+' if before.is_some_and(char::is_alphanumeric) => marked.push_str(" plus"),
            c => marked.push(c),
        }
    }
    marked
}

fn push_code(found: &mut Vec<NameWord>, letters: &str, number: &str) {
    let long = normal(letters);
    let kind = match letters {
        "l" | "level" | "lvl" => "l".to_owned(),
        "" => match found.last() {
            // "Level III" is "L3".
            Some(NameWord::Plain(before)) if before == "level" => {
                found.pop();
                "l".to_owned()
            }
            _ => String::new(),
        },
        // "SDE2" is "Software Engineer 2".
        letters if long != letters => {
            found.extend(long.split(' ').map(|word| NameWord::Plain(word.to_owned())));
            String::new()
        }
        letters => letters.to_owned(),
    };
    let bare = number.trim_start_matches('0');
    let number = if bare.starts_with(char::is_numeric) { bare } else { number };
    found.push(NameWord::Numeral(Numeral { kind, number: number.replace(POINT, ".") }));
}

impl NameWord {
    /// Whether it is a numeral or code.
    pub(super) fn is_code(&self) -> bool {
        matches!(self, Self::Numeral(_))
    }

    /// Whether it is a numeral without letters: a name or a level may have them.
    pub(super) fn is_bare(&self) -> bool {
        matches!(self, Self::Numeral(code) if code.kind.is_empty())
    }

    /// The same as a level, if it is a numeral without letters.
    pub(super) fn as_level(&self) -> Self {
        match self {
            Self::Numeral(code) if code.kind.is_empty() => {
                Self::Numeral(Numeral { kind: "l".to_owned(), number: code.number.clone() })
            }
            word => word.clone(),
        }
    }

    /// Whether it is the same as a word of a name.
    pub(super) fn is(&self, own: &Self) -> bool {
        match (self, own) {
            (Self::Plain(asked), Self::Plain(own)) => asked == own,
            (Self::Numeral(asked), Self::Numeral(own)) => {
                // "3" can mean Level 3, but neither E3 nor M3; and "L3" is not the 3 of Senior III.
                let is_level = asked.kind.is_empty() && own.kind == "l";
                asked.number == own.number && (asked.kind == own.kind || is_level)
            }
            _ => false,
        }
    }

    /// Whether it begins a word of a name; a numeral or code must be the same.
    pub(super) fn begins(&self, own: &Self) -> bool {
        match (self, own) {
            (Self::Plain(asked), Self::Plain(own)) => own.starts_with(asked),
            (Self::Plain(asked), Self::Numeral(own)) => match own.kind.as_str() {
                "l" => "level".starts_with(asked.as_str()),
                kind => kind.starts_with(asked.as_str()),
            },
            _ => self.is(own),
        }
    }

    /// Its first letter, if it is a plain word.
    pub(super) fn initial(&self) -> Option<char> {
        match self {
            Self::Plain(word) => word.chars().next(),
            Self::Numeral(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether two names have the same words.
    #[track_caller]
    fn check(left: &str, right: &str, want: bool) {
        let (lefts, rights) = (words(left), words(right));
        let same = lefts.len() == rights.len() && lefts.iter().zip(&rights).all(|(l, r)| l.is(r));
        assert_eq!(same, want, "{left} {lefts:?} and {right} {rights:?}");
    }

    #[test]
    fn numerals_and_codes_are_one_however_they_are_written() {
        for (left, right) in [
            ("Level 3", "L3"),
            ("Level III", "L3"),
            ("Engineer II", "engineer 2"),
            ("Engineer 02", "Engineer 2"),
            ("E 4", "E4"),
            ("IC 2", "IC2"),
            ("SDE2", "Software Engineer II"),
            ("Engineer XIV", "Engineer 14"),
            ("L3.1", "Level 3.1"),
        ] {
            check(left, right, true);
        }
        for (left, right) in [
            ("L1", "L10"),
            ("Engineer I", "Engineer II"),
            ("E3", "M3"),
            ("E3", "L3"),
            ("L3", "L3.1"),
            ("Engineer XI", "Engineer XII"),
            ("Level A", "Level B"),
            ("Level A", "Level"),
            ("Principal+", "Principal"),
            ("C++ Engineer", "C Engineer"),
        ] {
            check(left, right, false);
        }
    }
}
