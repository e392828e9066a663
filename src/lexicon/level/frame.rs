//! The frame of a name: numbers and pictures before it, and words for the kind of the page. Also: whether
//! a text is a name at all.

use super::seniority::rank_of;
use crate::lexicon::list::{NOUNS, SECTIONS, WRAPPERS};
use crate::lexicon::number::is_number;
use crate::lexicon::words::words;

/// Whether a text ends or continues like a sentence, compares, or states a time.
pub(super) fn reads_like_a_sentence(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '?' | '？' | '؟' | '!' | '→' | '⇒' | '➡' | '…');
    let ends = text.trim_end().ends_with(['.', ',', ';', '。', '：']);
    let is_abbreviated = || text.trim_end().ends_with("Jr.") || text.trim_end().ends_with("Sr.");
    text.contains(is_mark)
        || text.contains('>') && (text.contains("->") || text.contains("=>"))
        || ends && !is_abbreviated()
        || text.contains(':') && text.split_whitespace().any(is_time)
        || compares(text)
        || text.contains(", ") && is_list(text)
}

fn is_time(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    digits.split_once(':').is_some_and(|(hour, minute)| is_number(hour) && is_number(minute))
}

fn compares(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["vs", "Vs", "VS", "versus"].contains(&word))
}

/// Whether a text names several levels: "Senior II, Staff I".
fn is_list(text: &str) -> bool {
    let parts = || text.split(", ").filter(|part| !part.is_empty());
    let says_rank = |part: &str| words(part).iter().any(|word| rank_of(word).is_some());
    parts().count() > 1 && parts().all(says_rank)
}

/// A text before and after a mark. Few texts contain the character of the mark, and looking for it is
/// cheaper than splitting.
fn parts<'a>(text: &'a str, sign: char, mark: &str) -> Option<(&'a str, &'a str)> {
    if text.contains(sign) { text.split_once(mark) } else { None }
}

/// Whether a text begins with a word for the whole that it is part of: "Interview: Senior Engineer".
pub(super) fn begins_with_a_section(text: &str) -> bool {
    let Some((before, after)) = parts(text, ':', ": ") else { return false };
    let last = words(before).pop().unwrap_or_default();
    let is_wrapper = words(before).iter().all(|word| WRAPPERS.contains(word.as_str()));
    SECTIONS.contains(last.as_str()) && !is_wrapper && !after.is_empty()
}

/// Whether a word around the name of a role says that the page is about that one role.
pub(super) fn is_job(word: &str) -> bool {
    ["job", "jobs", "position", "role", "title", "titles", "cargo"].contains(&word)
}

/// A text without numbering, decoration and the words around a title; and those words.
pub(super) fn unwrapped(text: &str) -> (&str, &str) {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '`' | '#'));
    let text = without_numbering(text).trim_end_matches([':', ' ']);
    // "Job description: X" and "X: Overview".
    for (sign, mark) in [(':', ": "), ('-', " - "), ('–', " – "), ('—', " — ")] {
        let Some((before, after)) = parts(text, sign, mark) else { continue };
        let is_wrapper = |part: &str| {
            let words = words(part);
            (1..=2).contains(&words.len())
                && words.iter().all(|word| WRAPPERS.contains(word.as_str()))
        };
        if is_wrapper(before) {
            return (after.trim(), before);
        }
        if is_wrapper(after) {
            return (before.trim(), after);
        }
    }
    // "Engineer career path", "Senior Engineer job description".
    let mut kept = text;
    while let Some((before, last)) = kept.rsplit_once(' ')
        && WRAPPERS.contains(last.to_lowercase().as_str())
        && !before.trim().is_empty()
    {
        kept = before.trim_end_matches([' ', ':', '-', '–']);
    }
    if kept.len() < text.len() && words(kept).iter().any(|word| NOUNS.contains(word.as_str())) {
        return (kept, &text[kept.len()..]);
    }
    (text, "")
}

/// A text without its numbering: "3.1. ", "2) ", or signs before it.
fn without_numbering(text: &str) -> &str {
    let text = without_emoji(text);
    let start = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    let rest = start.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let is_numbering = start.len() > rest.len() && start[..start.len() - rest.len()].contains('.');
    let rest = match start.trim_start_matches(|c: char| c.is_ascii_digit()).strip_prefix(')') {
        Some(after) if !start.starts_with(')') => after,
        _ if is_numbering => rest,
        _ => start,
    };
    let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
    if rest.is_empty() { text } else { rest }
}

/// A text without an emoji code: ":rocket: Senior".
fn without_emoji(text: &str) -> &str {
    let named = text.strip_prefix(':').and_then(|text| text.split_once(": "));
    match named {
        Some((name, rest))
            if name.chars().all(|c| c.is_ascii_alphanumeric() || "_-+".contains(c)) =>
        {
            rest
        }
        _ => text,
    }
}

/// A text whose only word is several words, with spaces between them: "TeamLead".
pub(super) fn parted(text: &str) -> Option<String> {
    if text.len() <= 4 || !text.chars().all(char::is_alphabetic) {
        return None;
    }
    let mut parted = String::new();
    let mut before: Option<char> = None;
    for c in text.chars() {
        if c.is_uppercase() && before.is_some_and(char::is_lowercase) {
            parted.push(' ');
        }
        parted.push(c);
        before = Some(c);
    }
    parted.contains(' ').then_some(parted)
}
