//! Ranges of levels, named by the first and the last: "DEV-3 to DEV-5".

use super::code::{Token, behind_joint};

/// The last number of a range whose first number ends before a word, and the index of the word after the
/// range. The words before the first number may be repeated: "L3-L5", "Level 3 to Level 5".
pub(crate) fn range_end(
    tokens: &[Token<'_>],
    at: usize,
    before: &str,
    number: impl Fn(&str) -> Option<u32>,
) -> Option<(u32, usize)> {
    let is_joint = |token: &&Token<'_>| ["through", "bis"].contains(&token.text);
    let mut last = match tokens.get(at).filter(is_joint) {
        Some(_) => at + 1,
        None => behind_joint(tokens, at)?,
    };
    let mut word = tokens.get(last)?.text;
    let again = word.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
    if again {
        word = &word[before.len()..];
        if word.is_empty() {
            last += 1;
            word = tokens.get(last)?.text;
        }
    }
    // "L1 - 2 years" is not a range.
    let goes_on =
        |next: &Token<'_>| next.gap.trim().is_empty() && next.text.starts_with(char::is_alphabetic);
    let is_count = !again && tokens.get(last + 1).is_some_and(goes_on);
    Some((number(word).filter(|_| !is_count)?, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::level::code::tokens;
    use crate::lexicon::number::value;

    #[track_caller]
    fn check(name: &str, at: usize, before: &str, want: Option<u32>) {
        let end = range_end(&tokens(name), at, before, value);
        assert_eq!(end.map(|(last, _)| last), want, "{name}");
    }

    #[test]
    fn ends_of_ranges_are_read() {
        check("DEV-3 to DEV-5", 2, "DEV", Some(5));
        check("L3-L5: Engineer", 1, "L", Some(5));
        check("L3–5", 1, "L", Some(5));
        check("Level 3 through level 5", 2, "Level", Some(5));
        check("IC3 / M1", 1, "IC", None);
        check("L1 - 2 years", 1, "L", None);
        check("L1 Engineer", 1, "L", None);
        check("L1 to", 1, "L", None);
    }
}
