//! Where a line may break in a text: by Annex 14 of Unicode, with a short cut for plain English.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A part of a text without a break inside, white space at its end included.
#[derive(Debug)]
pub(super) struct Unbroken {
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// How many letters and marks it has, if it has nothing else but spaces at its end.
    pub(super) letters: Option<usize>,
    /// Whether the text has a line break behind it.
    pub(super) ends_line: bool,
}

/// Calls a function with every word of a text, in order.
///
/// Most words are letters, perhaps with a mark behind them, and a space before the next letter. They need
/// no table of Unicode. Everything else goes to the table, up to the next place where a break does not
/// depend on the text before.
pub(super) fn each_word(text: &str, mut take: impl FnMut(Unbroken)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if let Some(word) = plain_word(bytes, at) {
            at = word.range.end;
            take(word);
            continue;
        }
        let end = next_start(bytes, at);
        let mut from = at;
        for (to, opportunity) in linebreaks(&text[at..end]) {
            let to = at + to;
            let mandatory = opportunity == BreakOpportunity::Mandatory;
            // The last opportunity is the end of the part, which is no line break.
            let ends_line = mandatory && (to < end || end == text.len() && text.ends_with('\n'));
            take(Unbroken { range: from..to, letters: None, ends_line });
            from = to;
        }
        at = end;
    }
}

/// The word at a byte, if it is letters or digits, marks that never begin a line, and spaces.
fn plain_word(bytes: &[u8], start: usize) -> Option<Unbroken> {
    let rest = &bytes[start..];
    let letters = count(rest, |byte| byte.is_ascii_alphanumeric());
    let is_mark = |byte| matches!(byte, b',' | b'.' | b';' | b':' | b'!' | b'?' | b')' | b']');
    let visible = letters + count(&rest[letters..], is_mark);
    let whole = visible + count(&rest[visible..], |byte| byte == b' ');
    let is_last = whole == rest.len();
    let is_plain =
        letters > 0 && (is_last || whole > visible && rest[whole].is_ascii_alphanumeric());
    let (range, letters) = (start..start + whole, Some(visible));
    is_plain.then_some(Unbroken { range, letters, ends_line: false })
}

/// How many of the first bytes are of a kind.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| !is(*byte)).unwrap_or(bytes.len())
}

/// The next byte behind `start` where a word begins whatever the text before is: a letter or digit behind
/// a space behind a sign of ASCII that is not an opening bracket.
fn next_start(bytes: &[u8], start: usize) -> usize {
    let mut breaks = false;
    for (at, pair) in bytes[start..].windows(2).enumerate() {
        breaks = match pair[0] {
            b' ' => breaks,
            b'(' | b'[' | b'{' => false,
            sign => sign.is_ascii_graphic(),
        };
        if breaks && pair[0] == b' ' && pair[1].is_ascii_alphanumeric() {
            return start + at + 1;
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_cut_breaks_where_unicode_does(
            text in "\\PC{0,40}|[a-c0-1 \\n.,;:!?()\\[\\]{}\"'%$+/<>=*&#@|~^_`\\\\-]{0,40}|([a-z ]{0,9}[“”—’é職\u{301}\u{200d}\u{a0}.,(\"-]{0,2}){0,9}",
        ) {
            let mut words = Vec::new();
            each_word(&text, |word| words.push((word.range.end, word.ends_line)));
            let is_end = |to: usize| to == text.len() && !text.ends_with('\n');
            let whole: Vec<_> = linebreaks(&text)
                .filter(|(to, _)| *to > 0)
                .map(|(to, it)| (to, it == BreakOpportunity::Mandatory && !is_end(to)))
                .collect();
            prop_assert_eq!(words, whole);
        }
    }
}
