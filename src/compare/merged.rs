//! Two texts that correspond as one: what both say once, what was and what is at its place.

use std::ops::Range;

use crate::compare::comparison::{Kind, Pair, Part};
use crate::compare::words::words;

/// Where fewer than one in this many words of the longer text are shared, one text of both would be
/// harder to read than the two.
const SHARED: usize = 3;

/// A stretch of two texts as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Bytes of the right text; the left says the same.
    Same(Range<usize>),
    /// Bytes of the left text that the right does not have.
    Left(Range<usize>),
    /// Bytes of the right text that the left does not have.
    Right(Range<usize>),
}

impl Pair {
    /// Both texts, without their keys, as one, in reading order. `None` if it would not read as one
    /// text: a side is missing, or they share too little. Of pairs that are the same it is the right
    /// text.
    ///
    /// All of the right text is in it and all that only the left has; what is where on the left is
    /// behind the same words. White space that only the left has may be missing.
    #[must_use]
    pub fn merged(&self) -> Option<Vec<Piece>> {
        let (left, right) = (self.left.as_ref()?, self.right.as_ref()?);
        let text = right.text.as_str();
        if self.kind == Kind::Same {
            return Some(vec![Piece::Same(0..text.len())]);
        }
        let (gone, come) = (places(left), places(right));
        if !reads_as_one(left, right) {
            return None;
        }
        // Where each word that both have begins on the right.
        let shared: Vec<usize> = shared_words(text, &right.changed);
        let mut pieces = Vec::new();
        let mut at = 0;
        let mut come = come.into_iter().peekable();
        for (words, range) in gone {
            while let Some((_, new)) = come.next_if(|(before, _)| *before < words) {
                push_new(&mut pieces, &mut at, new);
            }
            let next = come.peek().filter(|(before, _)| *before == words);
            let place = next.map(|(_, new)| new.start);
            let place = place.or_else(|| shared.get(words).copied()).unwrap_or(text.len());
            push(&mut pieces, Piece::Same(at..place));
            at = place;
            pieces.push(Piece::Left(range));
        }
        for (_, new) in come {
            push_new(&mut pieces, &mut at, new);
        }
        push(&mut pieces, Piece::Same(at..text.len()));
        Some(pieces)
    }
}

fn push_new(pieces: &mut Vec<Piece>, at: &mut usize, new: Range<usize>) {
    push(pieces, Piece::Same(*at..new.start));
    *at = new.end;
    pieces.push(Piece::Right(new));
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    if !matches!(&piece, Piece::Same(range) if range.is_empty()) {
        pieces.push(piece);
    }
}

/// What changed, each behind how many words that both have.
fn places(part: &Part) -> Vec<(usize, Range<usize>)> {
    let text = part.text.as_str();
    let shared = shared_words(text, &part.changed);
    let place =
        |range: &Range<usize>| (shared.partition_point(|word| *word < range.start), range.clone());
    part.changed.iter().map(place).collect()
}

/// Where the words and signs begin that are not changed.
fn shared_words(text: &str, changed: &[Range<usize>]) -> Vec<usize> {
    let unchanged = |at: &usize| {
        let next = changed.partition_point(|range| range.end <= *at);
        changed.get(next).is_none_or(|range| *at < range.start)
    };
    words(text).iter().map(|word| word.start).filter(unchanged).collect()
}

fn reads_as_one(left: &Part, right: &Part) -> bool {
    let spoken = |part: &Part| {
        let text = part.text.as_str();
        let word = |at: &&usize| text[**at..].starts_with(char::is_alphanumeric);
        let count =
            |changed: &[Range<usize>]| shared_words(text, changed).iter().filter(word).count();
        (count(&part.changed), count(&[]))
    };
    let ((shared, left_words), (_, right_words)) = (spoken(left), spoken(right));
    shared > 0 && shared * SHARED >= left_words.max(right_words)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::compare::pairs::pair;
    use crate::compare::pairs::samples::part;

    fn of(left: &str, right: &str) -> Pair {
        pair(Some(part(None, left)), Some(part(None, right)))
    }

    fn shown(left: &str, right: &str) -> Option<String> {
        let pieces = of(left, right).merged()?.into_iter().map(|piece| match piece {
            Piece::Same(range) => right[range].to_owned(),
            Piece::Left(range) => format!("[-{}-]", &left[range]),
            Piece::Right(range) => format!("{{+{}+}}", &right[range]),
        });
        Some(pieces.collect())
    }

    #[track_caller]
    fn check(left: &str, right: &str, want: &str) {
        assert_eq!(shown(left, right).as_deref(), Some(want));
    }

    #[test]
    fn what_was_stands_before_what_is() {
        check(
            "Leads one team well each day",
            "Leads two teams well each day",
            "Leads [-one team-]{+two teams+} well each day",
        );
        check(
            "Owns the whole roadmap of it",
            "Owns the roadmap of it",
            "Owns the [-whole-]roadmap of it",
        );
        check("Owns the roadmap", "Owns the whole roadmap", "Owns the {+whole+} roadmap");
        check("Plans and builds", "Plans", "Plans[-and builds-]");
        check("Plans the work.", "Plans the work.", "Plans the work.");
    }

    #[test]
    fn texts_that_share_little_are_no_one_text() {
        assert_eq!(shown("Rare", "4-8 hrs/week"), None);
        assert_eq!(shown("Sets the goals of one team", "Sets what all departments aim for"), None);
    }

    proptest! {
        #[test]
        fn all_of_the_right_and_what_only_the_left_has(left in "[a-d .]{0,30}", right in "[a-d .]{0,30}") {
            let pair = of(&left, &right);
            let Some(pieces) = pair.merged() else { return Ok(()) };
            let mut at = 0;
            for piece in &pieces {
                if let Piece::Same(range) | Piece::Right(range) = piece {
                    prop_assert_eq!(range.start, at);
                    at = range.end;
                }
            }
            prop_assert_eq!(at, right.len());
            let gone: Vec<_> = pieces.iter().filter_map(|piece| match piece {
                Piece::Left(range) => Some(range.clone()),
                _ => None,
            }).collect();
            prop_assert_eq!(&gone, &pair.left.unwrap().changed);
        }
    }
}
