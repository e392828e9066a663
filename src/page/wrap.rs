//! Breaking text into lines by Unicode's rules, and measuring it in columns.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::words::{Unbroken, each_word};

/// The width of a text in columns, as the terminal draws it.
#[must_use]
pub fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text, cut to a width if it is longer, with an ellipsis of one column.
#[must_use]
pub(crate) fn truncate(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(1) else { return String::new() };
    let mut cut = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > room {
            break;
        }
        cut.push_str(grapheme);
    }
    cut.push_str(ellipsis);
    cut
}

/// The text, cut at its beginning to a width if it is longer, likewise.
#[must_use]
pub(crate) fn truncate_front(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let Some(mut room) = columns.checked_sub(1) else { return String::new() };
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        let Some(left) = room.checked_sub(grapheme.width()) else { break };
        (room, start) = (left, at);
    }
    format!("{ellipsis}{}", &text[start..])
}

/// The width of the widest stretch that must not be broken.
pub(crate) fn longest_word(text: &str) -> usize {
    let mut longest = 0;
    each_word(text, |word| longest = longest.max(visible_width(text, &word)));
    longest
}

/// The width of a word without the white space at its end.
fn visible_width(text: &str, word: &Unbroken) -> usize {
    word.letters.unwrap_or_else(|| width(text[word.range.clone()].trim_end()))
}

/// Breaks a text into lines: the bytes of each, without the white space at its end.
///
/// Lines are broken where Unicode Annex 14 allows it; a word wider than the line is broken between
/// graphemes (Annex 29). The first line may have another width than the rest. A grapheme wider than the
/// line is alone on it. Empty text is one empty line.
pub(crate) fn wrap(text: &str, first: usize, rest: usize) -> Vec<Range<usize>> {
    if text.len() <= first && text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_control()) {
        return std::iter::once(0..text.trim_end().len()).collect();
    }
    let mut lines = Wrapping {
        text,
        room: first.max(1),
        rest: rest.max(1),
        done: Vec::new(),
        start: 0,
        used: 0,
    };
    // A web address is one word if it fits on a line. Otherwise it is broken where Unicode allows it.
    let mut address: Vec<Unbroken> = Vec::new();
    each_word(text, |word| {
        let words = &text[word.range.clone()];
        let is_whole = word.ends_line || words.ends_with(char::is_whitespace);
        match address.is_empty() && (is_whole || !words.contains("://")) {
            true => lines.word(&word),
            false => address.push(word),
        }
        if is_whole {
            lines.address(&mut address);
        }
    });
    lines.address(&mut address);
    if lines.start < text.len() || lines.done.is_empty() {
        lines.end(text.len());
    }
    lines.done
}

struct Wrapping<'a> {
    text: &'a str,
    room: usize,
    rest: usize,
    done: Vec<Range<usize>>,
    start: usize,
    used: usize,
}

impl Wrapping<'_> {
    fn word(&mut self, word: &Unbroken) {
        let Unbroken { range, letters, ends_line } = word;
        let visible = visible_width(self.text, word);
        // A short first line stays empty if a word fits whole on the next line.
        let fits_below = self.done.is_empty() && visible <= self.rest;
        if self.used + visible > self.room && (self.used > 0 || fits_below) {
            self.end(range.start);
        }
        if visible > self.room {
            self.torn(range.clone());
        } else {
            self.used += match letters {
                Some(_) => range.len(),
                None => width(self.text[range.clone()].trim_end_matches(['\n', '\r'])),
            };
        }
        if *ends_line {
            self.end(range.end);
        }
    }

    fn address(&mut self, pieces: &mut Vec<Unbroken>) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let range = first.range.start..last.range.end;
        let whole = Unbroken { range, letters: None, ends_line: last.ends_line };
        match visible_width(self.text, &whole) <= self.rest {
            true => self.word(&whole),
            false => pieces.iter().for_each(|piece| self.word(piece)),
        }
        pieces.clear();
    }

    fn torn(&mut self, range: Range<usize>) {
        for (offset, grapheme) in self.text[range.clone()].grapheme_indices(true) {
            let wide = grapheme.width();
            let space = grapheme.chars().all(char::is_whitespace);
            if self.used + wide > self.room && self.used > 0 && !space {
                self.end(range.start + offset);
            }
            self.used += wide;
        }
    }

    fn end(&mut self, at: usize) {
        let line = &self.text[self.start..at];
        self.done.push(self.start..self.start + line.trim_end().len());
        self.start = at;
        self.used = 0;
        self.room = self.rest;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, columns: usize, want: &[&str]) {
        let lines: Vec<&str> =
            wrap(text, columns, columns).into_iter().map(|range| &text[range]).collect();
        assert_eq!(lines, want);
    }

    #[test]
    fn lines_break_between_words() {
        check("own the road map", 8, &["own the", "road map"]);
        check("", 8, &[""]);
        check("one\ntwo", 8, &["one", "two"]);
        check("cross-functional", 10, &["cross-", "functional"]);
    }

    #[test]
    fn a_web_address_is_broken_only_if_it_fits_on_no_line() {
        check("see https://a.org/b/c now", 18, &["see", "https://a.org/b/c", "now"]);
        check("see (https://a.org/b/c).", 20, &["see", "(https://a.org/b/c)."]);
        check("see https://a.org/b/c", 12, &["see https://", "a.org/b/c"]);
        check("https://a.org/b\nhttps://a.org/c", 15, &["https://a.org/b", "https://a.org/c"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken_between_graphemes() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]);
        check("a 👩‍👩‍👧 b", 3, &["a", "👩‍👩‍👧", "b"]);
    }

    #[test]
    fn wide_characters_count_two_columns() {
        check("職務記述書", 4, &["職務", "記述", "書"]);
        check("職", 1, &["職"]);
    }

    #[test]
    fn a_cut_text_shows_that_it_is_cut() {
        assert_eq!(truncate("Director", 5, "…"), "Dire…");
        assert_eq!(truncate("Director", 8, "…"), "Director");
        assert_eq!(truncate("職務記述", 4, "…"), "職…");
        assert_eq!(truncate("x", 0, "…"), "");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_nothing_but_space_is_lost(text in "\\PC{0,80}|[a-z \\n]{0,80}", columns in 2_usize..30) {
            let lines = wrap(&text, columns, columns);
            for line in &lines {
                let line = &text[line.clone()];
                prop_assert!(width(line) <= columns || line.graphemes(true).count() == 1, "{line:?}");
            }
            let kept: String = lines.iter().map(|line| &text[line.clone()]).collect();
            let strip = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(strip(&kept), strip(&text));
        }
    }
}
