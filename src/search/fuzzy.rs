//! Fuzzy ranking for the picker: a few letters of each word are enough.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// A candidate that fits the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// The index of the candidate, from 0.
    pub index: usize,
    /// How well it fits; higher is better.
    pub score: u32,
    /// The characters that fit, counted from 0, in order.
    pub positions: Vec<usize>,
}

impl Ranked {
    /// Whether the typed letters are near each other, and not scattered.
    #[must_use]
    pub fn is_compact(&self, typed: usize) -> bool {
        let ends = self.positions.iter().min().zip(self.positions.iter().max());
        ends.is_some_and(|(first, last)| last - first < 2 * typed)
    }
}

/// The candidates that fit every word of the query, best first. Equally good ones keep their order,
/// and an empty query keeps all.
///
/// With a capital in a word, case matters; with an accent, accents matter.
pub fn rank<'a>(query: &str, candidates: impl IntoIterator<Item = &'a str>) -> Vec<Ranked> {
    let pattern = Pattern::new(query, CaseMatching::Smart, Normalization::Smart, AtomKind::Fuzzy);
    let mut config = Config::DEFAULT;
    config.prefer_prefix = true;
    let mut matcher = Matcher::new(config);
    let (mut chars, mut found) = (Vec::new(), Vec::new());
    let mut ranked: Vec<Ranked> = candidates
        .into_iter()
        .enumerate()
        .filter_map(|(index, candidate)| {
            found.clear();
            let text = utf32(candidate, &mut chars);
            let score = pattern.indices(text, &mut matcher, &mut found)?;
            found.sort_unstable();
            found.dedup();
            let positions = found.iter().map(|at| *at as usize).collect();
            Some(Ranked { index, score, positions })
        })
        .collect();
    ranked.sort_by_key(|ranked| (std::cmp::Reverse(ranked.score), ranked.index));
    ranked
}

/// The text for the matcher, with one character for each position. The matcher's own conversion counts graphemes,
/// which would shift every position after an accent or a joined emoji.
fn utf32<'a>(text: &'a str, chars: &'a mut Vec<char>) -> Utf32Str<'a> {
    if text.is_ascii() {
        return Utf32Str::Ascii(text.as_bytes());
    }
    chars.clear();
    chars.extend(text.chars());
    Utf32Str::Unicode(chars)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The ranked candidates with the characters that fit in brackets.
    #[track_caller]
    fn check(query: &str, candidates: &[&str], want: &[&str]) {
        let shown: Vec<String> = rank(query, candidates.iter().copied())
            .iter()
            .map(|ranked| {
                let chars = candidates[ranked.index].chars().enumerate();
                chars
                    .map(|(at, c)| match ranked.positions.contains(&at) {
                        true => format!("[{c}]"),
                        false => c.to_string(),
                    })
                    .collect()
            })
            .collect();
        assert_eq!(shown, want);
    }

    #[test]
    fn every_word_of_the_query_must_fit() {
        check(
            "dir sc",
            &["VP › Typical Scope", "Director › Typical Scope", "Director › Hiring"],
            &["[D][i][r]ector › Typical [S][c]ope"],
        );
    }

    #[test]
    fn the_best_come_first_and_equals_keep_their_order() {
        check("ab", &["xaxb", "ab", "ab "], &["[a][b]", "[a][b] ", "x[a]x[b]"]);
        check("", &["b", "a"], &["b", "a"]);
        check("  ", &["b", "a"], &["b", "a"]);
        check("zz", &["a"], &[]);
    }

    #[test]
    fn positions_count_characters() {
        check("sc", &["👩‍👩‍👧 e\u{301} Scope"], &["👩‍👩‍👧 e\u{301} [S][c]ope"]);
        check("resume", &["Résumé"], &["[R][é][s][u][m][é]"]);
    }

    proptest! {
        #[test]
        fn positions_are_characters_of_the_candidate(query in ".{0,4}", candidate in ".{0,12}") {
            let length = candidate.chars().count();
            for ranked in rank(&query, [candidate.as_str()]) {
                prop_assert!(ranked.positions.iter().all(|at| *at < length));
                prop_assert!(ranked.positions.windows(2).all(|two| two[0] < two[1]));
            }
        }
    }
}
