//! Characters whose columns every terminal counts alike.
//!
//! Terminals disagree about emoji of several characters: families, flags, keycaps, skin tones. Some draw them as
//! one picture of two columns, others character by character, and then everything behind them is moved. Such a
//! sequence is cut to its first character, and a flag to its letters; spaces make up for the missing columns.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::wrap::width;

/// The character that joins emoji.
const JOINER: char = '\u{200D}';

/// The characters of which flags are made: one for each letter.
const FLAG_LETTERS: std::ops::RangeInclusive<char> = '\u{1F1E6}'..='\u{1F1FF}';

/// Whether terminals count the columns of a character differently if others are around it.
fn is_doubtful(c: char) -> bool {
    let is_selector = matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{20E3}');
    let is_tone = ('\u{1F3FB}'..='\u{1F3FF}').contains(&c);
    let is_tag = ('\u{E0020}'..='\u{E007F}').contains(&c);
    c == JOINER || is_selector || is_tone || is_tag || FLAG_LETTERS.contains(&c)
}

/// What to draw instead of a grapheme that terminals count differently, in as many columns.
pub(crate) fn sure_grapheme(grapheme: &str) -> Option<String> {
    if grapheme.is_ascii() || !grapheme.contains(is_doubtful) {
        return None;
    }
    let letter = |c: char| {
        let place = u32::from(c).checked_sub(u32::from(*FLAG_LETTERS.start()))?;
        char::from_u32(u32::from('A') + place).filter(char::is_ascii_uppercase)
    };
    let letters: String = grapheme.chars().filter_map(letter).collect();
    let columns = width(grapheme);
    let mut drawn = match letters.is_empty() {
        true => grapheme.chars().next().map_or(String::new(), String::from),
        false => letters,
    };
    if width(&drawn) > columns {
        drawn = String::new();
    }
    drawn.extend(std::iter::repeat_n(' ', columns.saturating_sub(width(&drawn))));
    Some(drawn)
}

/// A text with such graphemes replaced, in as many columns.
pub(crate) fn sure_text(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_doubtful) {
        return text.into();
    }
    let sure = |grapheme| sure_grapheme(grapheme).map_or(Cow::Borrowed(grapheme), Cow::Owned);
    text.graphemes(true).map(sure).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_terminals_count_differently_is_cut_and_as_wide() {
        for (text, want) in [
            ("plain, é, 漢字, 👩, e\u{301}", "plain, é, 漢字, 👩, e\u{301}"),
            ("👨\u{200D}👩\u{200D}👧 x", "👨 x"),
            ("🇩🇪 x", "DE x"),
            ("1\u{FE0F}\u{20E3} x", "1  x"),
            ("❤\u{FE0F} x", "❤  x"),
            ("👍🏽 x", "👍 x"),
        ] {
            let got = sure_text(text);
            assert_eq!((&*got, width(&got)), (want, width(text)), "{text:?}");
        }
    }
}
