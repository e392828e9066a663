//! Which characters of a document may reach a screen.
//!
//! Applied after parsing: entities such as `&#27;` become characters only there.

use std::borrow::Cow;

/// How many bytes are looked at together.
const CHUNK: usize = 32;

/// Text for one line: without control characters and invisible format characters, with a space for
/// each line break and tab.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    filter(text, |c| if matches!(c, '\n' | '\r' | '\t') { Some(' ') } else { None })
}

/// Preformatted text: line breaks stay, tabs become spaces up to the next multiple of four.
#[must_use]
pub fn code(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    let mut column = 0;
    for c in filter(text, |c| matches!(c, '\n' | '\t').then_some(c)).chars() {
        match c {
            '\n' => {
                cleaned.push('\n');
                column = 0;
            }
            '\t' => {
                let width = 4 - column % 4;
                cleaned.extend(std::iter::repeat_n(' ', width));
                column += width;
            }
            c => {
                cleaned.push(c);
                column += 1;
            }
        }
    }
    cleaned
}

/// Removes characters that may not be shown; `white` replaces white space of the control range.
fn filter(text: &str, white: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    // Looking at bytes is several times faster, and most texts are of plain ASCII.
    let is_plain = |byte: &u8| matches!(byte, b' '..=b'~');
    // Without an early end inside a chunk, the compiler compares many bytes at a time.
    let are_plain = |bytes: &[u8]| bytes.iter().fold(true, |so_far, byte| so_far & is_plain(byte));
    if text.as_bytes().chunks(CHUNK).all(are_plain) || text.chars().all(is_shown) {
        return Cow::Borrowed(text);
    }
    let mut in_flag = false;
    Cow::Owned(
        text.chars()
            .filter_map(|c| {
                // The tag characters of a flag such as Scotland's follow a black flag; elsewhere they hide
                // text.
                in_flag = c == '\u{1F3F4}' || in_flag && is_tag(c);
                match c {
                    c if white(c).is_some() => white(c),
                    '\u{2028}' | '\u{2029}' => Some(' '),
                    c if in_flag => Some(c),
                    c => is_shown(c).then_some(c),
                }
            })
            .collect(),
    )
}

/// Whether a character may reach a screen.
#[must_use]
pub fn is_shown(c: char) -> bool {
    !c.is_control() && !is_invisible(c)
}

fn is_tag(c: char) -> bool {
    matches!(c, '\u{E0000}'..='\u{E007F}')
}

/// Format characters that are invisible and can reorder or hide text. The joiners and variation
/// selectors, which emoji and several scripts need, are not among them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
        | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}')
        || is_tag(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_left() {
        assert_eq!(line("a\u{1b}[31mb\u{9b}c\u{7f}\td\re\u{202e}f\u{200b}"), "a[31mbc d ef");
        assert_eq!(code("a\tb\n\tc\u{7}"), "a   b\n    c");
    }

    #[test]
    fn emoji_and_scripts_keep_their_joiners() {
        for text in ["👩‍💻", "می‌خواهم", "❤️", "🏴\u{E0067}\u{E0062}\u{E007F}"]
        {
            assert_eq!(line(text), text);
        }
        assert_eq!(line("a\u{E0067}b"), "ab");
    }
}
