//! The codes of levels, "L4" or "DEV-3 to DEV-5", among the words of a name.

use crate::lexicon::list::{CODES, LEVEL_ENDINGS, LEVEL_WORDS, NOUNS};
use crate::lexicon::number::{is_number, roman, value};

/// The code of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LevelCode {
    /// The code as written.
    pub(crate) text: String,
    /// The letters before the number, in lower case: "l", "level".
    pub(crate) prefix: String,
    pub(crate) number: u32,
    /// Whether people use it for levels. Other codes can mean anything: "KR1".
    pub(crate) is_known: bool,
    /// Whether the name begins with it, or has it in brackets.
    pub(crate) is_set_off: bool,
}

/// A word of a name and its position.
#[derive(Debug, Clone)]
pub(crate) struct Token<'a> {
    pub(crate) text: &'a str,
    /// Where it begins, in bytes.
    pub(crate) at: usize,
    /// Whether it is in brackets.
    in_brackets: bool,
    /// The characters between it and the word before.
    pub(crate) gap: &'a str,
}

impl Token<'_> {
    /// Where it ends, in bytes.
    pub(crate) fn end(&self) -> usize {
        self.at + self.text.len()
    }
}

/// The words of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut depth, mut start, mut gap) = (0_usize, None, 0);
    // An opening bracket without a closing one does not count.
    let last_closed = text.rfind([')', ']', '）']);
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
        } else {
            if let Some(from) = start.take() {
                tokens.push(Token {
                    text: &text[from..at],
                    at: from,
                    in_brackets: depth > 0,
                    gap: &text[gap..from],
                });
                gap = at;
            }
            match c {
                '(' | '[' | '（' if last_closed.is_some_and(|last| at < last) => depth += 1,
                ')' | ']' | '）' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    if let Some(from) = start {
        let (text, gap) = (&text[from..], &text[gap..from]);
        tokens.push(Token { text, at: from, in_brackets: depth > 0, gap });
    }
    tokens
}

/// Whether a text may have the code of a level: without a number, in digits or letters, it has none. Asking
/// costs less than reading.
pub(crate) fn may_have_code(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    // The only word of a text can be several: "LevelII".
    text.contains(char::is_numeric)
        || text.chars().all(char::is_alphabetic)
        || words.any(is_like_number)
}

/// Removes the level code from the words of a name.
pub(super) fn take_code(tokens: &mut Vec<Token<'_>>) -> Option<LevelCode> {
    let (at, taken, mut code) = (0..tokens.len()).find_map(|at| {
        let (taken, code) = code_at(tokens, at, false)?;
        Some((at, taken, code))
    })?;
    code.is_set_off = at == 0 || tokens[at].in_brackets;
    let mut end = at + taken;
    // "DEV-3 to DEV-5", "L3-L5", "L3/L4": one name of several levels.
    if let Some(from) = behind_joint(tokens, end) {
        let number = tokens.get(from).and_then(|token| value(token.text).map(|_| 1));
        if let Some(taken) = code_at(tokens, from, true).map(|(taken, _)| taken).or(number) {
            end = from + taken;
            let rest =
                tokens[at + 1..end].iter().map(|token| format!("{}{}", token.gap, token.text));
            code.text = format!("{}{}", tokens[at].text, rest.collect::<String>());
        }
    }
    tokens.drain(at..end);
    Some(code)
}

/// The index after a word or sign that joins two levels: "to", "/".
pub(super) fn behind_joint(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    if ["to", "and", "or"].contains(&token.text) {
        return Some(at + 1);
    }
    matches!(token.gap.trim(), "-" | "–" | "—" | "/" | "&" | "+").then_some(at)
}

/// The code that begins at a word, and how many words it has. Letters that nobody uses for levels are a
/// code only if they are set off from the rest. With `goes_on` they are a code anywhere, as the second half
/// of a range is.
pub(crate) fn code_at(
    tokens: &[Token<'_>],
    at: usize,
    goes_on: bool,
) -> Option<(usize, LevelCode)> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1);
    // Most words are not a code: they do not end in a number, and no number follows.
    let has_number =
        token.text.starts_with(char::is_numeric) || token.text.ends_with(char::is_numeric);
    if !has_number && !next.is_some_and(|next| is_like_number(next.text)) {
        return None;
    }
    let lower = token.text.to_lowercase();
    let new = |text: String, prefix: &str, number: u32| {
        let is_known = LEVEL_WORDS.contains(prefix) || CODES.contains(prefix);
        LevelCode { text, prefix: prefix.to_owned(), number, is_known, is_set_off: false }
    };
    if LEVEL_WORDS.contains(lower.as_str())
        && let Some(next) = next
        && let Some(number) = level_number(next.text)
        && next.gap.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '#' | ':' | '.'))
    {
        return Some((2, new(format!("{} {}", token.text, next.text), &lower, number)));
    }
    // "レベル2", "3급".
    if let Some(number) = number_in_level_word(&lower) {
        return Some((1, new(token.text.to_owned(), "level", number)));
    }
    let letters = token.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let stands_out =
        goes_on || at == 0 || token.in_brackets || at + 1 == tokens.len() || is_set_off(tokens, at);
    let is_code = |letters: &str| {
        let lower = letters.to_lowercase();
        CODES.contains(lower.as_str())
            || stands_out
                && (1..=4).contains(&letters.len())
                && letters.chars().all(|c| c.is_ascii_uppercase())
    };
    let number = &token.text[letters.len()..];
    if !letters.is_empty() && is_number(number) && is_code(letters) && letters.len() <= 4 {
        return Some((1, new(token.text.to_owned(), &letters.to_lowercase(), value(number)?)));
    }
    // "DEV-3", "IC 2": letters and number are separate.
    let next = next.filter(|next| is_number(next.text) && matches!(next.gap, "-" | " " | "_"))?;
    let is_upper = token.text.chars().all(|c| c.is_ascii_uppercase());
    let is_whole = is_upper
        && (2..=4).contains(&token.text.len())
        && stands_out
        && !NOUNS.contains(lower.as_str());
    let is_known =
        is_upper && token.text.len() == 1 && CODES.contains(lower.as_str()) && next.gap == "-";
    (is_whole || is_known).then(|| {
        let text = format!("{}{}{}", token.text, next.gap, next.text);
        value(next.text).map(|number| (2, new(text, &lower, number)))
    })?
}

/// Whether a word is set off from the one before it: "Engineer - L4", "Engineer, L4".
fn is_set_off(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.gap.contains(['-', '–', '—', '|', ':', ',', '·', '/']))
}

/// Whether a word consists of the characters of a number: digits or Roman numerals.
fn is_like_number(word: &str) -> bool {
    word.starts_with(char::is_numeric) || word.chars().all(|c| "ivxIVX".contains(c))
}

fn level_number(word: &str) -> Option<u32> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let digits = if word.len() - letters.len() == 1 { letters } else { word };
    value(digits).filter(|_| is_number(digits)).or_else(|| roman(&word.to_lowercase()))
}

/// The number in a word whose ending or beginning marks a level.
fn number_in_level_word(word: &str) -> Option<u32> {
    if word.is_ascii() {
        return None;
    }
    let by_ending = LEVEL_ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    let by_start = LEVEL_WORDS.iter().filter_map(|start| word.strip_prefix(start));
    by_ending.chain(by_start).find_map(value)
}

/// Removes the words in brackets after the words of a name.
pub(super) fn take_remarks(tokens: &mut Vec<Token<'_>>) -> String {
    if tokens.iter().all(|token| token.in_brackets) {
        return String::new();
    }
    let remarks: Vec<&str> =
        tokens.iter().filter(|token| token.in_brackets).map(|token| token.text).collect();
    let remark = remarks.join(" ").to_lowercase();
    tokens.retain(|token| !token.in_brackets);
    remark
}
